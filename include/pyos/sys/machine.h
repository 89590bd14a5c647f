/* The machine, and the library that is linked. */
#ifndef PYOS_SYS_MACHINE_H
#define PYOS_SYS_MACHINE_H

#include <stdint.h>

/* sysinfo(2), in bytes. */
struct pyos_sys_memory {
    uint64_t total, free, swap_total, swap_free;
};

void pyos_sys_memory(struct pyos_sys_memory *memory);

/* The load of the last 1, 5 and 15 minutes. */
void pyos_sys_load(double load[3]);

/* Bytes of a page, a power of two. */
uint64_t pyos_sys_page_size(void);

/* The ticks of times(2) in a second. */
int64_t pyos_sys_ticks(void);

/* The least bytes of a stack for signals, AT_MINSIGSTKSZ of getauxval(3). */
int64_t pyos_sys_signal_stack(void);

/* times(2), in ticks: of the process and of its children, and since some moment. */
struct pyos_sys_times {
    int64_t user, system, children_user, children_system, elapsed;
};

void pyos_sys_times(struct pyos_sys_times *times);

/* What pyos was built for, as uname(2) names it: "x86_64", "aarch64"; "unknown" for what is rare. */
extern const char pyos_sys_architecture[];

/* What compilers of this architecture are told for programs of 64 bits: "-m64", or nothing. */
extern const char pyos_sys_flags_64[];

/* The C library that is linked: "glibc" or "musl"; and what its part is called that runs threads: "NPTL" or "musl". */
extern const char pyos_sys_libc[];
extern const char pyos_sys_libpthread[];

/* Its version as the library itself says it, such as "1.2.5"; NULL where it does not: a musl that is not static. */
const char *pyos_sys_libc_version(void);

#endif
