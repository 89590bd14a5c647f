#include "pyos/os/accounts.h"

#include "pyos/base/in.h"

#include <errno.h>

/* The part of line before its next colon; line moves behind it. */
static struct pyos_str next_part(struct pyos_str *line)
{
    const char *colon = line->size > 0 ? memchr(line->data, ':', line->size) : NULL;
    struct pyos_str part = *line;

    if (colon)
        part.size = (size_t)(colon - line->data); /* inside of it */
    line->data += part.size + (colon ? 1 : 0);
    line->size -= part.size + (colon ? 1 : 0);
    return part;
}

static bool is_number(struct pyos_str digits, uint32_t number)
{
    uint64_t value = 0;

    if (digits.size == 0 || digits.size > 10)
        return false;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(digits.data[i] - '0'); /* a digit */
    }
    return value == number;
}

struct pyos_str pyos_accounts_find(struct pyos_str text, uint32_t id)
{
    while (text.size > 0) {
        const char *newline = memchr(text.data, '\n', text.size);
        struct pyos_str line = {text.data, newline ? (size_t)(newline - text.data) : text.size};
        struct pyos_str name;

        text.data += line.size + (newline ? 1 : 0);
        text.size -= line.size + (newline ? 1 : 0);
        name = next_part(&line);
        next_part(&line);
        if (is_number(next_part(&line), id) && name.size > 0 && name.data[0] != '#')
            return name;
    }
    return (struct pyos_str){0};
}

static int read_file(struct pyos_account_file *file, const char *path, struct pyos_arena *arena,
                     struct pyos_error *error)
{
    struct pyos_in in;
    struct pyos_str text;
    int result;

    if (pyos_in_open(&in, path, error) != 0)
        return error->errnum == ENOENT ? 0 : -1;
    result = pyos_in_next(&in, '\0', &text, error); /* a text file: all of it */
    if (result > 0) {
        file->text = (struct pyos_str){pyos_arena_copy(arena, text.data, text.size), text.size};
        result = file->text.data ? 0 : pyos_error_memory(error);
    }
    pyos_in_close(&in);
    return result;
}

static int name_of(struct pyos_account_file *file, const char *path, struct pyos_arena *arena, uint32_t id,
                   struct pyos_str *name, struct pyos_error *error)
{
    struct pyos_account *cached = &file->cache[id % PYOS_ACCOUNTS_CACHE];

    if (!file->read) {
        if (read_file(file, path, arena, error) != 0)
            return -1;
        file->read = true;
    }
    if (!cached->known || cached->id != id)
        *cached = (struct pyos_account){true, id, pyos_accounts_find(file->text, id)};
    *name = cached->name;
    return 0;
}

int pyos_accounts_user(struct pyos_accounts *accounts, uint32_t uid, struct pyos_str *name, struct pyos_error *error)
{
    return name_of(&accounts->users, "/etc/passwd", &accounts->arena, uid, name, error);
}

int pyos_accounts_group(struct pyos_accounts *accounts, uint32_t gid, struct pyos_str *name, struct pyos_error *error)
{
    return name_of(&accounts->groups, "/etc/group", &accounts->arena, gid, name, error);
}

void pyos_accounts_free(struct pyos_accounts *accounts)
{
    pyos_arena_free(&accounts->arena);
}
