#include "pyos/os/threads.h"

#include "pyos/os/listing.h"
#include "pyos/py/int.h"
#include "pyos/sys/file.h"
#include "pyos/sys/sched.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

enum { PATH = sizeof "/proc/-2147483648/task" };

static int take(const struct pyos_listing *listing, struct pyos_threads *threads, struct pyos_arena *arena)
{
    threads->count = 0;
    threads->tids = pyos_arena_get(arena, listing->count * sizeof *threads->tids);
    if (!threads->tids)
        return -ENOMEM;
    for (size_t i = 0; i < listing->count; i++) {
        const struct pyos_entry *entry = &listing->entries[i];
        int64_t tid;

        if (pyos_int_read((struct pyos_str){entry->name, entry->length}, &tid) == PYOS_INT_OK)
            threads->tids[threads->count++] = (int)tid; /* as the kernel counts them */
    }
    return 0;
}

int pyos_os_threads(int pid, struct pyos_threads *threads, struct pyos_arena *arena, struct pyos_error *error)
{
    const struct pyos_listing_options options = {0};
    struct pyos_listing listing = {0};
    char *path = pyos_arena_get(arena, PATH);
    int result = pyos_sys_sched_getscheduler(pid);
    int fd;

    if (result < 0)
        return pyos_error_os(error, -result);
    if (!path)
        return pyos_error_memory(error);
    if (pid == 0)
        snprintf(path, PATH, "/proc/self/task");
    else
        snprintf(path, PATH, "/proc/%d/task", pid);
    fd = pyos_sys_open(pyos_place_native(AT_FDCWD), path, O_RDONLY | O_DIRECTORY);
    result = fd < 0 ? fd : pyos_listing_read(&listing, fd, &options);
    if (result == 0)
        result = take(&listing, threads, arena);
    if (fd >= 0)
        pyos_sys_close(fd);
    pyos_listing_free(&listing);
    if (result == -ENOENT && pyos_sys_sched_getscheduler(pid) == -ESRCH)
        return pyos_error_os(error, ESRCH); /* it has just ended */
    return result < 0 ? pyos_error_path(error, -result, pyos_str(path)) : 0;
}
