#include "pyos/os/login.h"

#include "pyos/base/in.h"
#include "pyos/os/accounts.h"
#include "pyos/py/int.h"
#include "pyos/sys/terminal.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

/* /proc/self/loginuid; false where this kernel has none, or it cannot be read. */
static bool read_login_id(int64_t *uid)
{
    struct pyos_in in;
    struct pyos_str text;
    struct pyos_error error;
    bool found;

    if (pyos_in_open(&in, "/proc/self/loginuid", &error) != 0)
        return false;
    found = pyos_in_next(&in, '\n', &text, &error) > 0 && pyos_int_read(text, uid) == PYOS_INT_OK;
    pyos_in_close(&in);
    return found;
}

static int name_user(uint32_t uid, struct pyos_arena *arena, struct pyos_str *name, struct pyos_error *error)
{
    struct pyos_accounts accounts = {0};
    struct pyos_str found = {0};
    int result = pyos_accounts_user(&accounts, uid, &found, error);

    *name = (struct pyos_str){0};
    if (result == 0 && found.data)
        *name = (struct pyos_str){pyos_arena_copy(arena, found.data, found.size), found.size};
    if (result == 0 && found.data && !name->data)
        result = pyos_error_memory(error);
    pyos_accounts_free(&accounts);
    return result;
}

/* A record of utmp(5), as glibc writes it on machines of 64 bits. */
enum { LOGIN_PROCESS = 6, USER_PROCESS = 7, LINE = 32, USER = 32 };

struct login_record {
    int16_t type;
    int32_t pid;
    char line[LINE]; /* of the terminal, without /dev/ */
    char id[4];
    char user[USER];
    char rest[384 - 76]; /* the host, the time and more */
};

_Static_assert(sizeof(struct login_record) == 384, "the layout of utmp(5)");

static bool is_here(const struct login_record *record, const char *line)
{
    return (record->type == USER_PROCESS || record->type == LOGIN_PROCESS) && strncmp(record->line, line, LINE) == 0;
}

/* Who is on that terminal, in records one behind the other. */
static int find_line(struct pyos_str records, const char *line, struct pyos_arena *arena, struct pyos_str *name,
                     struct pyos_error *error)
{
    struct login_record record;

    for (size_t at = 0; at + sizeof record <= records.size; at += sizeof record) {
        memcpy(&record, records.data + at, sizeof record);
        if (!is_here(&record, line))
            continue;
        name->size = strnlen(record.user, USER);
        name->data = pyos_arena_copy(arena, record.user, name->size);
        return name->data ? 0 : pyos_error_memory(error);
    }
    return pyos_error_os(error, ENOENT);
}

static int find_terminal(struct pyos_arena *arena, struct pyos_str *name, struct pyos_error *error)
{
    static const char directory[] = "/dev/";
    enum { SHORT = sizeof directory - 1 };
    char path[PATH_MAX];
    struct pyos_str records;
    struct pyos_in in;
    int result = pyos_sys_ttyname(STDIN_FILENO, path, sizeof path);

    if (result < 0)
        return pyos_error_os(error, -result);
    if (pyos_in_open(&in, "/run/utmp", error) != 0)
        return pyos_error_os(error, error->errnum);
    result = pyos_in_all(&in, SIZE_MAX, &records, error);
    if (result == 0)
        result = find_line(records, strncmp(path, directory, SHORT) == 0 ? path + SHORT : path, arena, name, error);
    pyos_in_close(&in);
    return result;
}

int pyos_os_getlogin(struct pyos_arena *arena, struct pyos_str *name, struct pyos_error *error)
{
    int64_t uid = 0;

    if (!read_login_id(&uid))
        return find_terminal(arena, name, error);
    if (uid == UINT32_MAX)
        return pyos_error_os(error, ENXIO);
    if (name_user((uint32_t)uid, arena, name, error) != 0) /* 32 bits, says the kernel */
        return -1;
    return name->data ? 0 : find_terminal(arena, name, error);
}
