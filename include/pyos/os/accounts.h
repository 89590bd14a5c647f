/*
 * Names of users and groups, and homes, from /etc/passwd and /etc/group themselves: a static binary
 * has no name service switch. The files are read once, when the first name is wanted.
 */
#ifndef PYOS_OS_ACCOUNTS_H
#define PYOS_OS_ACCOUNTS_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/place.h"
#include "pyos/base/str.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stdint.h>

enum { PYOS_ACCOUNTS_CACHE = 64 };

/*
 * The name of an id in the text of such a file, whose lines are name:password:id:... (passwd(5), group(5)); no data
 * where none has it. The first one counts; a line that begins with # is a comment.
 */
struct pyos_str pyos_accounts_find(struct pyos_str text, uint32_t id);

/* One of the two files. */
struct pyos_account_file {
    struct pyos_str text;
    bool read;
    struct pyos_account {
        bool known;
        uint32_t id;
        struct pyos_str name;
    } cache[PYOS_ACCOUNTS_CACHE]; /* by the lowest bits of the id */
};

/* Zero it before use. */
struct pyos_accounts {
    struct pyos_root *root; /* where the files are; NULL: of the process */
    struct pyos_account_file users, groups;
    struct pyos_arena arena;
};

/*
 * The name of an id, in memory of accounts; no data where the file has none or is missing. Raises
 * OSError when the file is there but cannot be read.
 */
int pyos_accounts_user(struct pyos_accounts *accounts, uint32_t uid, struct pyos_str *name, struct pyos_error *error);
int pyos_accounts_group(struct pyos_accounts *accounts, uint32_t gid, struct pyos_str *name, struct pyos_error *error);

/* The home directory of a user, by id or by name; as above. */
int pyos_accounts_home(struct pyos_accounts *accounts, uint32_t uid, struct pyos_str *home, struct pyos_error *error);
int pyos_accounts_home_of(struct pyos_accounts *accounts, struct pyos_str user, struct pyos_str *home,
                          struct pyos_error *error);

/* A user's account as passwd(5) has it, a group's as group(5). */
struct pyos_passwd {
    struct pyos_str name, passwd;
    uint32_t uid, gid;
    struct pyos_str gecos, dir, shell;
};

struct pyos_group {
    struct pyos_str name, passwd;
    uint32_t gid;
    struct pyos_strs members;
};

/*
 * Every account of the file, in its order and in memory of accounts, without lines that are none. A
 * file that is not there has none. Raise OSError.
 */
int pyos_accounts_users(struct pyos_accounts *accounts, const struct pyos_passwd **users, size_t *count,
                        struct pyos_error *error);
int pyos_accounts_groups(struct pyos_accounts *accounts, const struct pyos_group **groups, size_t *count,
                         struct pyos_error *error);

void pyos_accounts_free(struct pyos_accounts *accounts);

#endif
