#include "pyos/os/accounts.h"

#include "pyos/base/in.h"
#include "pyos/os/backend.h"
#include "pyos/os/file_text.h"

#include <errno.h>

#define USERS "/etc/passwd"
#define GROUPS "/etc/group"

static bool read_id(struct pyos_str digits, uint32_t *id)
{
    uint64_t value = 0;

    if (digits.size == 0 || digits.size > 10)
        return false;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(digits.data[i] - '0'); /* a digit */
    }
    *id = (uint32_t)value; /* of a larger one, the end */
    return value <= UINT32_MAX;
}

static bool is_number(struct pyos_str digits, uint32_t number)
{
    uint32_t value;

    return read_id(digits, &value) && value == number;
}

/* The parts of a line: name:password:id:... in both files, then group:gecos:home:shell or members. */
enum part { NAME, PASSWORD, ID, GROUP, MEMBERS = GROUP, GECOS, HOME, SHELL, PARTS };

/* The next line of text, in parts; false at the end. Parts that a line lacks are empty. */
static bool next_line(struct pyos_str *text, struct pyos_str parts[PARTS])
{
    struct pyos_str line;

    if (text->size == 0)
        return false;
    line = pyos_file_part(text, '\n');
    for (int i = 0; i < PARTS; i++)
        parts[i] = pyos_file_part(&line, ':');
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
static int read_file(struct pyos_accounts *accounts, struct pyos_account_file *file, const char *path,
                     struct pyos_error *error)
{
    struct pyos_in in;
    struct pyos_str text;
    int result;

    if (file->read)
        return 0;
    if (pyos_os_open_stream(accounts->root, path, &in, error) != 0) {
        file->read = error->errnum == ENOENT; /* then it has no lines */
        return file->read ? 0 : -1;
    }
    result = pyos_in_next(&in, '\0', &text, error); /* a text file: all of it */
    if (result > 0) {
        file->text = (struct pyos_str){pyos_arena_copy(&accounts->arena, text.data, text.size), text.size};
        result = file->text.data ? 0 : pyos_error_memory(error);
    }
    pyos_in_close(&in);
    file->read = result == 0;
    return result;
}

static int name_of(struct pyos_accounts *accounts, struct pyos_account_file *file, const char *path, uint32_t id,
                   struct pyos_str *name, struct pyos_error *error)
{
    struct pyos_account *cached = &file->cache[id % PYOS_ACCOUNTS_CACHE];

    if (read_file(accounts, file, path, error) != 0)
        return -1;
    if (!cached->known || cached->id != id)
        *cached = (struct pyos_account){true, id, find_id(file->text, id, NAME)};
    *name = cached->name;
    return 0;
}

int pyos_accounts_user(struct pyos_accounts *accounts, uint32_t uid, struct pyos_str *name, struct pyos_error *error)
{
    return name_of(accounts, &accounts->users, USERS, uid, name, error);
}

int pyos_accounts_group(struct pyos_accounts *accounts, uint32_t gid, struct pyos_str *name, struct pyos_error *error)
{
    return name_of(accounts, &accounts->groups, GROUPS, gid, name, error);
}

int pyos_accounts_home(struct pyos_accounts *accounts, uint32_t uid, struct pyos_str *home, struct pyos_error *error)
{
    if (read_file(accounts, &accounts->users, USERS, error) != 0)
        return -1;
    *home = find_id(accounts->users.text, uid, HOME);
    return 0;
}

int pyos_accounts_home_of(struct pyos_accounts *accounts, struct pyos_str user, struct pyos_str *home,
                          struct pyos_error *error)
{
    if (read_file(accounts, &accounts->users, USERS, error) != 0)
        return -1;
    *home = find_name(accounts->users.text, user, HOME);
    return 0;
}

static size_t count_lines(struct pyos_str text)
{
    size_t count = 1;

    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == '\n';
    return count;
}

static bool read_user(const struct pyos_str parts[PARTS], struct pyos_passwd *user)
{
    *user = (struct pyos_passwd){.name = parts[NAME], .passwd = parts[PASSWORD], .gecos = parts[GECOS],
                                 .dir = parts[HOME], .shell = parts[SHELL]};
    return is_account(parts) && read_id(parts[ID], &user->uid) && read_id(parts[GROUP], &user->gid);
}

int pyos_accounts_users(struct pyos_accounts *accounts, const struct pyos_passwd **users, size_t *count,
                        struct pyos_error *error)
{
    struct pyos_str parts[PARTS];
    struct pyos_passwd *items;
    struct pyos_str text;

    *count = 0;
    if (read_file(accounts, &accounts->users, USERS, error) != 0)
        return -1;
    text = accounts->users.text;
    *users = items = pyos_arena_get(&accounts->arena, count_lines(text) * sizeof *items);
    if (!items)
        return pyos_error_memory(error);
    while (next_line(&text, parts))
        *count += read_user(parts, &items[*count]);
    return 0;
}

/* The names between commas. */
static int read_members(struct pyos_str text, struct pyos_arena *arena, struct pyos_strs *members)
{
    size_t most = 1;

    for (size_t i = 0; i < text.size; i++)
        most += text.data[i] == ',';
    *members = (struct pyos_strs){.items = pyos_arena_get(arena, most * sizeof *members->items)};
    if (!members->items)
        return -1;
    while (text.size > 0) {
        struct pyos_str name = pyos_file_part(&text, ',');

        if (name.size > 0)
            members->items[members->count++] = name;
    }
    return 0;
}

int pyos_accounts_groups(struct pyos_accounts *accounts, const struct pyos_group **groups, size_t *count,
                         struct pyos_error *error)
{
    struct pyos_str parts[PARTS];
    struct pyos_group *items;
    struct pyos_str text;

    *count = 0;
    if (read_file(accounts, &accounts->groups, GROUPS, error) != 0)
        return -1;
    text = accounts->groups.text;
    *groups = items = pyos_arena_get(&accounts->arena, count_lines(text) * sizeof *items);
    if (!items)
        return pyos_error_memory(error);
    while (next_line(&text, parts)) {
        struct pyos_group *group = &items[*count];

        *group = (struct pyos_group){.name = parts[NAME], .passwd = parts[PASSWORD]};
        if (!is_account(parts) || !read_id(parts[ID], &group->gid))
            continue;
        if (read_members(parts[MEMBERS], &accounts->arena, &group->members) != 0)
            return pyos_error_memory(error);
        ++*count;
    }
    return 0;
}

void pyos_accounts_free(struct pyos_accounts *accounts)
{
    pyos_arena_free(&accounts->arena);
}
