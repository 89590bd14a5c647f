#include "pyos/os/argv.h"

const char *const *pyos_os_argv(struct pyos_strs words, struct pyos_arena *arena)
{
    const char **argv = pyos_arena_get(arena, (words.count + 1) * sizeof *argv);

    for (size_t i = 0; argv && i < words.count; i++)
        argv[i] = words.items[i].data;
    if (argv)
        argv[words.count] = NULL;
    return argv;
}

bool pyos_os_argv_names(struct pyos_strs words)
{
    return words.count > 0 && words.items[0].size > 0;
}
