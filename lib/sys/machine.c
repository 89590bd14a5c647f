#include "pyos/sys/machine.h"

#include <signal.h>
#include <sys/auxv.h>
#include <sys/sysinfo.h>
#include <sys/times.h>

/* include/uapi/linux/auxvec.h, newer than some libcs */
enum { MIN_SIGNAL_STACK = 51 };

/* include/uapi/linux/sysinfo.h: how many bits of a load are its fraction */
enum { LOAD_SHIFT = 16 };

void pyos_sys_memory(struct pyos_sys_memory *memory)
{
    struct sysinfo info = {0};

    sysinfo(&info); /* it cannot fail */
    *memory = (struct pyos_sys_memory){
        (uint64_t)info.totalram * info.mem_unit, (uint64_t)info.freeram * info.mem_unit,
        (uint64_t)info.totalswap * info.mem_unit, (uint64_t)info.freeswap * info.mem_unit};
}

void pyos_sys_load(double load[3])
{
    struct sysinfo info = {0};

    sysinfo(&info);
    for (int i = 0; i < 3; i++)
        load[i] = (double)info.loads[i] / (1 << LOAD_SHIFT);
}

uint64_t pyos_sys_page_size(void)
{
    return getauxval(AT_PAGESZ);
}

int64_t pyos_sys_ticks(void)
{
    return (int64_t)getauxval(AT_CLKTCK); /* a small number */
}

int64_t pyos_sys_signal_stack(void)
{
    uint64_t size = getauxval(MIN_SIGNAL_STACK);

    return size > 0 ? (int64_t)size : MINSIGSTKSZ; /* some kilobytes */
}

void pyos_sys_times(struct pyos_sys_times *ticks)
{
    struct tms parts = {0};
    clock_t elapsed = times(&parts);

    *ticks = (struct pyos_sys_times){parts.tms_utime, parts.tms_stime, parts.tms_cutime, parts.tms_cstime, elapsed};
}

#if defined __x86_64__
const char pyos_sys_architecture[] = "x86_64";
#elif defined __aarch64__
const char pyos_sys_architecture[] = "aarch64";
#elif defined __riscv && __riscv_xlen == 64
const char pyos_sys_architecture[] = "riscv64";
#elif defined __s390x__
const char pyos_sys_architecture[] = "s390x";
#elif defined __powerpc64__ && defined __LITTLE_ENDIAN__
const char pyos_sys_architecture[] = "ppc64le";
#else
const char pyos_sys_architecture[] = "unknown";
#endif

#if defined __x86_64__ || defined __s390x__ || defined __powerpc64__
const char pyos_sys_flags_64[] = "-m64";
#else
const char pyos_sys_flags_64[] = "";
#endif

#ifdef __GLIBC__

#include <gnu/libc-version.h>

const char pyos_sys_libc[] = "glibc";
const char pyos_sys_libpthread[] = "NPTL";

const char *pyos_sys_libc_version(void)
{
    return gnu_get_libc_version();
}

#else

/* src/internal/version.c of musl: in its static library alone, where configure has the linker ask for it. */
extern const char __libc_version[] __attribute__((weak));

const char pyos_sys_libc[] = "musl";
const char pyos_sys_libpthread[] = "musl";

const char *pyos_sys_libc_version(void)
{
    return __libc_version;
}

#endif
