#include "pyos/os/info_process.h"

#include "pyos/base/buf.h"
#include "pyos/os/capabilities.h"
#include "pyos/os/cwd.h"
#include "pyos/os/file_text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT(rows) (sizeof rows / sizeof *rows)

/* ---- cwd */

struct cwd {
    struct pyos_str path;
};

static const struct pyos_field cwd_fields[] = {{PYOS_INFO_FIELD(struct cwd, path)}};
static const struct pyos_record cwd_record = {NULL, cwd_fields, COUNT(cwd_fields)};

int pyos_info_cwd(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct cwd *cwd = pyos_info_new(arena, &cwd_record, sizeof *cwd, made, error);
    struct pyos_buf path = {0};
    int result = -1;

    if (cwd && pyos_os_getcwd(NULL, &path, error) == 0) {
        cwd->path = (struct pyos_str){pyos_arena_copy(arena, path.data, path.size), path.size};
        result = cwd->path.data ? 0 : pyos_error_memory(error);
    }
    pyos_buf_free(&path);
    return result;
}

/* ---- /proc/self/status */

/* A number in the text of proc_pid_status(5), in that base. Raises OSError where the kernel does not tell it. */
static int find_number(struct pyos_str text, const char *name, int base, uint64_t *number, struct pyos_error *error)
{
    while (text.size > 0) {
        struct pyos_str line = pyos_file_part(&text, '\n');

        if (!pyos_str_equal(pyos_file_part(&line, ':'), pyos_str(name)))
            continue;
        *number = strtoull(line.data, NULL, base); /* up to the end of the line: a number of the kernel's */
        return 0;
    }
    return pyos_error_path(error, ENODATA, pyos_str("/proc/self/status"));
}

static int read_status(struct pyos_arena *arena, struct pyos_str *text, struct pyos_error *error)
{
    return pyos_file_text("/proc/self/status", arena, text, error);
}

/* ---- umask */

struct mask {
    int64_t value;
    char octal[sizeof "0o777"];
};

static const struct pyos_field mask_fields[] = {
    {PYOS_INFO_FIELD(struct mask, value)},
    {PYOS_INFO_FIELD(struct mask, octal)},
};
static const struct pyos_record mask_record = {NULL, mask_fields, COUNT(mask_fields)};

int pyos_info_umask(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct mask *mask = pyos_info_new(arena, &mask_record, sizeof *mask, made, error);
    struct pyos_str text;
    uint64_t value;

    if (!mask || read_status(arena, &text, error) != 0 || find_number(text, "Umask", 8, &value, error) != 0)
        return -1;
    mask->value = (int64_t)(value & 0777);
    snprintf(mask->octal, sizeof mask->octal, "0o%03o", (unsigned)(value & 0777)); /* three digits */
    return 0;
}

/* ---- capabilities */

struct capabilities {
    struct pyos_words inheritable, permitted, effective, bounding, ambient;
};

#define SET(member) {PYOS_INFO_FIELD(struct capabilities, member)}

static const struct pyos_field set_fields[] = {
    SET(inheritable), SET(permitted), SET(effective), SET(bounding), SET(ambient),
};
static const struct pyos_record set_record = {NULL, set_fields, COUNT(set_fields)};

static int take_set(struct pyos_str text, const char *name, struct pyos_arena *arena, struct pyos_words *words,
                    struct pyos_error *error)
{
    uint64_t set;

    if (find_number(text, name, 16, &set, error) != 0)
        return -1;
    *words = pyos_capabilities_words(set, arena);
    return words->items ? 0 : pyos_error_memory(error);
}

int pyos_info_capabilities(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct capabilities *sets = pyos_info_new(arena, &set_record, sizeof *sets, made, error);
    struct pyos_str text;

    if (!sets || read_status(arena, &text, error) != 0 ||
        take_set(text, "CapInh", arena, &sets->inheritable, error) != 0 ||
        take_set(text, "CapPrm", arena, &sets->permitted, error) != 0 ||
        take_set(text, "CapEff", arena, &sets->effective, error) != 0 ||
        take_set(text, "CapBnd", arena, &sets->bounding, error) != 0)
        return -1;
    return take_set(text, "CapAmb", arena, &sets->ambient, error);
}
