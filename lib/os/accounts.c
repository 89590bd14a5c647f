#include "pyos/os/accounts.h"

#include "pyos/base/in.h"

#include <errno.h>

#define USERS "/etc/passwd"
#define GROUPS "/etc/group"

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

/* The parts of a line: name:password:id:... in both files, then group:gecos:home:shell (passwd(5), group(5)). */
enum part { NAME, ID = 2, HOME = 5, PARTS };

/* The next line of text, in parts; false at the end. Parts that a line lacks are empty. */
static bool next_line(struct pyos_str *text, struct pyos_str parts[PARTS])
{
    const char *newline = text->size > 0 ? memchr(text->data, '\n', text->size) : NULL;
    struct pyos_str line = {text->data, newline ? (size_t)(newline - text->data) : text->size}; /* inside of it */

    if (text->size == 0)
        return false;
    text->data += line.size + (newline ? 1 : 0);
    text->size -= line.size + (newline ? 1 : 0);
    for (int i = 0; i < PARTS; i++)
        parts[i] = next_part(&line);
    return true;
}

static bool is_account(const struct pyos_str parts[PARTS])
{
    return parts[NAME].size > 0 && parts[NAME].data[0] != '#';
}

/* That part of the first line with the id. */
static struct pyos_str find_id(struct pyos_str text, uint32_t id, enum part wanted)
{
    struct pyos_str parts[PARTS];

    while (next_line(&text, parts))
        if (is_account(parts) && is_number(parts[ID], id))
            return parts[wanted];
    return (struct pyos_str){0};
}

struct pyos_str pyos_accounts_find(struct pyos_str text, uint32_t id)
{
    return find_id(text, id, NAME);
}

static struct pyos_str find_name(struct pyos_str text, struct pyos_str name, enum part wanted)
{
    struct pyos_str parts[PARTS];

    while (next_line(&text, parts))
        if (is_account(parts) && pyos_str_equal(parts[NAME], name))
            return parts[wanted];
    return (struct pyos_str){0};
}

/* Reads a file, unless that was done. */
static int read_file(struct pyos_account_file *file, const char *path, struct pyos_arena *arena,
                     struct pyos_error *error)
{
    struct pyos_in in;
    struct pyos_str text;
    int result;

    if (file->read)
        return 0;
    if (pyos_in_open(&in, path, error) != 0) {
        file->read = error->errnum == ENOENT; /* then it has no lines */
        return file->read ? 0 : -1;
    }
    result = pyos_in_next(&in, '\0', &text, error); /* a text file: all of it */
    if (result > 0) {
        file->text = (struct pyos_str){pyos_arena_copy(arena, text.data, text.size), text.size};
        result = file->text.data ? 0 : pyos_error_memory(error);
    }
    pyos_in_close(&in);
    file->read = result == 0;
    return result;
}

static int name_of(struct pyos_account_file *file, const char *path, struct pyos_arena *arena, uint32_t id,
                   struct pyos_str *name, struct pyos_error *error)
{
    struct pyos_account *cached = &file->cache[id % PYOS_ACCOUNTS_CACHE];

    if (read_file(file, path, arena, error) != 0)
        return -1;
    if (!cached->known || cached->id != id)
        *cached = (struct pyos_account){true, id, find_id(file->text, id, NAME)};
    *name = cached->name;
    return 0;
}

int pyos_accounts_user(struct pyos_accounts *accounts, uint32_t uid, struct pyos_str *name, struct pyos_error *error)
{
    return name_of(&accounts->users, USERS, &accounts->arena, uid, name, error);
}

int pyos_accounts_group(struct pyos_accounts *accounts, uint32_t gid, struct pyos_str *name, struct pyos_error *error)
{
    return name_of(&accounts->groups, GROUPS, &accounts->arena, gid, name, error);
}

int pyos_accounts_home(struct pyos_accounts *accounts, uint32_t uid, struct pyos_str *home, struct pyos_error *error)
{
    if (read_file(&accounts->users, USERS, &accounts->arena, error) != 0)
        return -1;
    *home = find_id(accounts->users.text, uid, HOME);
    return 0;
}

int pyos_accounts_home_of(struct pyos_accounts *accounts, struct pyos_str user, struct pyos_str *home,
                          struct pyos_error *error)
{
    if (read_file(&accounts->users, USERS, &accounts->arena, error) != 0)
        return -1;
    *home = find_name(accounts->users.text, user, HOME);
    return 0;
}

void pyos_accounts_free(struct pyos_accounts *accounts)
{
    pyos_arena_free(&accounts->arena);
}
