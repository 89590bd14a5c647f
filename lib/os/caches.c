#include "pyos/os/caches.h"

#include "pyos/os/file_text.h"

#include <stdio.h>

enum { CACHES = 16, PATH = 80 };

static void path_of(char path[PATH], int index, const char *name)
{
    snprintf(path, PATH, "/sys/devices/system/cpu/cpu0/cache/index%d/%s", index, name);
}

static bool has_type(int index, const char *type)
{
    struct pyos_arena arena = {0};
    char path[PATH];
    struct pyos_str text;
    struct pyos_error error;
    bool same;

    path_of(path, index, "type");
    same = pyos_file_text(path, &arena, &text, &error) == 0 &&
           pyos_str_equal(pyos_file_part(&text, '\n'), pyos_str(type));
    pyos_arena_free(&arena);
    return same;
}

int64_t pyos_cache_fact(int level, const char *type, enum pyos_cache_fact fact)
{
    static const char *const names[] = {
        [PYOS_CACHE_SIZE] = "size",
        [PYOS_CACHE_WAYS] = "ways_of_associativity",
        [PYOS_CACHE_LINE] = "coherency_line_size",
    };
    char path[PATH];
    int64_t number;

    for (int i = 0; i < CACHES; i++) {
        path_of(path, i, "level");
        if (!pyos_file_number(path, &number))
            break;
        if (number != level || !has_type(i, type))
            continue;
        path_of(path, i, names[fact]);
        if (pyos_file_number(path, &number))
            return number;
    }
    return -1;
}
