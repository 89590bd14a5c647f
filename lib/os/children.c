#include "pyos/os/children.h"

#include "pyos/base/in.h"
#include "pyos/base/memory.h"
#include "pyos/sys/dir.h"
#include "pyos/sys/file.h"
#include "pyos/sys/process.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATH_SIZE = 32, LISTED = 32 * 1024 };

static int add(struct pyos_pids *pids, int pid, struct pyos_error *error)
{
    if (pids->count == pids->capacity) {
        size_t capacity = pids->capacity > 0 ? pids->capacity * 2 : 16;
        int *items = pyos_memory_resize(pids->items, capacity, sizeof *items);

        if (!items)
            return pyos_error_memory(error);
        pids->items = items;
        pids->capacity = capacity;
    }
    pids->items[pids->count++] = pid;
    return 0;
}

int pyos_os_children(struct pyos_pids *pids, struct pyos_error *error)
{
    struct pyos_in in;
    struct pyos_str word;
    int result;

    pids->count = 0;
    if (pyos_in_open(&in, "/proc/thread-self/children", error) != 0)
        return error->errnum == ENOENT ? pyos_os_children_scan(pids, error) : -1;
    while ((result = pyos_in_next(&in, ' ', &word, error)) > 0)
        if (word.size > 0 && add(pids, atoi(word.data), error) != 0) {
            result = -1;
            break;
        }
    pyos_in_close(&in);
    return result;
}

/* The first line of a file of a process, in the arena; no data where there is none. */
static struct pyos_str first_line(const char *path, struct pyos_arena *arena)
{
    struct pyos_in in;
    struct pyos_str line = {0};
    struct pyos_str copy = {0};
    struct pyos_error ignored; /* the process has gone, or is not ours to look at */

    if (pyos_in_open(&in, path, &ignored) != 0)
        return copy;
    if (pyos_in_next(&in, '\0', &line, &ignored) > 0) {
        if (line.size > 0 && line.data[line.size - 1] == '\n')
            line.size--;
        copy = (struct pyos_str){pyos_arena_copy(arena, line.data, line.size), line.size};
    }
    pyos_in_close(&in);
    return copy;
}

/* The parent of a process; 0 where it is gone. proc(5): pid (comm) state ppid, and comm may hold any byte. */
static int parent_of(const char *pid, struct pyos_arena *arena)
{
    char path[PATH_SIZE];
    struct pyos_str line;
    const char *parenthesis;

    snprintf(path, sizeof path, "/proc/%.10s/stat", pid);
    line = first_line(path, arena);
    parenthesis = line.data ? memrchr(line.data, ')', line.size) : NULL;
    return parenthesis && line.data + line.size - parenthesis > 4 ? atoi(parenthesis + 4) : 0;
}

static int scan_entries(struct pyos_pids *pids, const char *entries, long size, struct pyos_error *error)
{
    const int self = pyos_sys_getpid();
    struct pyos_arena arena = {0};
    int result = 0;

    for (long at = 0; at < size && result == 0;) {
        const struct pyos_dirent *entry = (const struct pyos_dirent *)(entries + at);
        bool process = entry->name[0] >= '1' && entry->name[0] <= '9';

        if (process && parent_of(entry->name, &arena) == self)
            result = add(pids, atoi(entry->name), error);
        pyos_arena_reset(&arena);
        at += entry->length;
    }
    pyos_arena_free(&arena);
    return result;
}

int pyos_os_children_scan(struct pyos_pids *pids, struct pyos_error *error)
{
    const struct pyos_str proc = pyos_str("/proc");
    void *entries = pyos_memory_get(LISTED, 1);
    int fd = pyos_sys_open(pyos_place_native(AT_FDCWD), proc.data, O_RDONLY | O_DIRECTORY);
    long size = fd;
    int result = 0;

    pids->count = 0;
    while (entries && fd >= 0 && result == 0 && (size = pyos_sys_getdents(fd, entries, LISTED)) > 0)
        result = scan_entries(pids, entries, size, error);
    if (!entries)
        result = pyos_error_memory(error);
    else if (size < 0)
        result = pyos_error_path(error, (int)-size, proc); /* an errno */
    if (fd >= 0)
        pyos_sys_close(fd);
    pyos_memory_release(entries);
    return result;
}

bool pyos_pids_contain(const struct pyos_pids *pids, int pid)
{
    for (size_t i = 0; i < pids->count; i++)
        if (pids->items[i] == pid)
            return true;
    return false;
}

void pyos_pids_free(struct pyos_pids *pids)
{
    pyos_memory_release(pids->items);
    *pids = (struct pyos_pids){0};
}

struct pyos_str pyos_os_comm(int pid, struct pyos_arena *arena)
{
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "/proc/%d/comm", pid);
    return first_line(path, arena);
}
