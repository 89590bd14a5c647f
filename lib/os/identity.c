#include "pyos/os/identity.h"

#include "pyos/os/accounts.h"
#include "pyos/os/login.h"
#include "pyos/sys/identity.h"

#include <errno.h>

struct user_arguments {
    struct pyos_uid uid;
};

struct users_arguments {
    struct pyos_uid ruid, euid, suid;
};

struct group_arguments {
    struct pyos_gid gid;
};

struct groups_arguments {
    struct pyos_gid rgid, egid, sgid;
};

struct list_arguments {
    struct pyos_ints groups;
};

struct member_arguments {
    struct pyos_str user;
    struct pyos_gid group;
};

struct init_arguments {
    struct pyos_str username;
    struct pyos_gid gid;
};

/* ---- asking */

/* As CPython shows an id: the one that is none is -1. */
static int64_t spell(uint32_t id)
{
    return id == UINT32_MAX ? -1 : (int64_t)id;
}

static int give_id(struct pyos_call *call, uint32_t id)
{
    call->result.wide = spell(id);
    return 0;
}

static int run_getuid(struct pyos_call *call)
{
    return give_id(call, pyos_sys_users().real);
}

static int run_geteuid(struct pyos_call *call)
{
    return give_id(call, pyos_sys_users().effective);
}

static int run_getgid(struct pyos_call *call)
{
    return give_id(call, pyos_sys_groups().real);
}

static int run_getegid(struct pyos_call *call)
{
    return give_id(call, pyos_sys_groups().effective);
}

static int give_ids(struct pyos_call *call, struct pyos_sys_ids ids)
{
    call->result.ids.real = spell(ids.real);
    call->result.ids.effective = spell(ids.effective);
    call->result.ids.saved = spell(ids.saved);
    return 0;
}

static int run_getresuid(struct pyos_call *call)
{
    return give_ids(call, pyos_sys_users());
}

static int run_getresgid(struct pyos_call *call)
{
    return give_ids(call, pyos_sys_groups());
}

static int give_groups(struct pyos_call *call, const uint32_t *groups, size_t count)
{
    struct pyos_ints *ints = &call->result.ints;

    *ints = (struct pyos_ints){pyos_arena_get(call->arena, count * sizeof *ints->items), count};
    if (!ints->items)
        return pyos_error_memory(call->error);
    for (size_t i = 0; i < count; i++)
        ints->items[i] = spell(groups[i]);
    return 0;
}

static int run_getgroups(struct pyos_call *call)
{
    uint32_t groups[PYOS_SYS_GROUPS_MAX];
    int count = pyos_sys_getgroups(groups, PYOS_SYS_GROUPS_MAX);

    if (count < 0)
        return pyos_call_none(call, count);
    return give_groups(call, groups, (size_t)count); /* >= 0 */
}

static bool is_member(struct pyos_str user, const struct pyos_group *group)
{
    for (size_t i = 0; i < group->members.count; i++)
        if (pyos_str_equal(group->members.items[i], user))
            return true;
    return false;
}

static bool is_listed(uint32_t gid, const uint32_t *groups, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (groups[i] == gid)
            return true;
    return false;
}

/* The group, then those that have the user as a member, each once, as getgrouplist(3) lists them. */
static int list_groups(const struct pyos_call *call, struct pyos_str user, uint32_t gid,
                       uint32_t groups[PYOS_SYS_GROUPS_MAX], size_t *listed)
{
    struct pyos_accounts accounts = {.root = call->root};
    const struct pyos_group *all;
    size_t count;
    int result = pyos_accounts_groups(&accounts, &all, &count, call->error);

    groups[0] = gid;
    *listed = 1;
    for (size_t i = 0; result == 0 && i < count && *listed < PYOS_SYS_GROUPS_MAX; i++)
        if (is_member(user, &all[i]) && !is_listed(all[i].gid, groups, *listed))
            groups[(*listed)++] = all[i].gid;
    pyos_accounts_free(&accounts);
    return result;
}

static int run_getgrouplist(struct pyos_call *call)
{
    const struct member_arguments *given = call->arguments;
    uint32_t groups[PYOS_SYS_GROUPS_MAX];
    size_t count;

    if (list_groups(call, given->user, given->group.value, groups, &count) != 0)
        return -1;
    return give_groups(call, groups, count);
}

static int run_getlogin(struct pyos_call *call)
{
    return pyos_os_getlogin(call->arena, &call->result.str, call->error);
}

/* ---- changing */

static int run_setuid(struct pyos_call *call)
{
    const struct user_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_setuid(given->uid.value));
}

static int run_setgid(struct pyos_call *call)
{
    const struct group_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_setgid(given->gid.value));
}

/* The kernel would keep what -1 stands for; as a user or group of its own it is refused, as by seteuid(3) of glibc. */
static int check_effective(struct pyos_call *call, uint32_t id)
{
    return id == UINT32_MAX ? pyos_error_os(call->error, EINVAL) : 0;
}

static int run_seteuid(struct pyos_call *call)
{
    const struct user_arguments *given = call->arguments;

    if (check_effective(call, given->uid.value) != 0)
        return -1;
    return pyos_call_none(call, pyos_sys_setresuid((struct pyos_sys_ids){UINT32_MAX, given->uid.value, UINT32_MAX}));
}

static int run_setegid(struct pyos_call *call)
{
    const struct group_arguments *given = call->arguments;

    if (check_effective(call, given->gid.value) != 0)
        return -1;
    return pyos_call_none(call, pyos_sys_setresgid((struct pyos_sys_ids){UINT32_MAX, given->gid.value, UINT32_MAX}));
}

static int run_setreuid(struct pyos_call *call)
{
    const struct users_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_setreuid(given->ruid.value, given->euid.value));
}

static int run_setregid(struct pyos_call *call)
{
    const struct groups_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_setregid(given->rgid.value, given->egid.value));
}

static int run_setresuid(struct pyos_call *call)
{
    const struct users_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_setresuid((struct pyos_sys_ids){given->ruid.value, given->euid.value,
                                                                         given->suid.value}));
}

static int run_setresgid(struct pyos_call *call)
{
    const struct groups_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_setresgid((struct pyos_sys_ids){given->rgid.value, given->egid.value,
                                                                         given->sgid.value}));
}

static int take_group(int64_t number, uint32_t *gid, struct pyos_error *error)
{
    if (number < -1 || number > UINT32_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "gid is less than minimum"); /* as CPython words both */
    *gid = (uint32_t)number; /* in range; -1 is the one that is none */
    return 0;
}

static int run_setgroups(struct pyos_call *call)
{
    const struct list_arguments *given = call->arguments;
    uint32_t groups[PYOS_SYS_GROUPS_MAX];

    if (given->groups.count > PYOS_SYS_GROUPS_MAX)
        return pyos_error_say(call->error, PYOS_VALUEERROR, "too many groups");
    for (size_t i = 0; i < given->groups.count; i++)
        if (take_group(given->groups.items[i], &groups[i], call->error) != 0)
            return -1;
    return pyos_call_none(call, pyos_sys_setgroups(groups, given->groups.count));
}

static int run_initgroups(struct pyos_call *call)
{
    const struct init_arguments *given = call->arguments;
    uint32_t groups[PYOS_SYS_GROUPS_MAX];
    size_t count;

    if (list_groups(call, given->username, given->gid.value, groups, &count) != 0)
        return -1;
    return pyos_call_none(call, pyos_sys_setgroups(groups, count));
}

/* ---- the rows */

#define ID(T, member, called, as) {PYOS_PARAM_AS(struct T, member, called, as), .flags = ONLY}

enum { ONLY = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY };

static const struct pyos_param setuid_params[] = {ID(user_arguments, uid, "uid", PYOS_TYPE_UID)};
static const struct pyos_param seteuid_params[] = {ID(user_arguments, uid, "euid", PYOS_TYPE_UID)};
static const struct pyos_param setgid_params[] = {ID(group_arguments, gid, "gid", PYOS_TYPE_GID)};
static const struct pyos_param setegid_params[] = {ID(group_arguments, gid, "egid", PYOS_TYPE_GID)};
static const struct pyos_param users_params[] = {
    ID(users_arguments, ruid, "ruid", PYOS_TYPE_UID),
    ID(users_arguments, euid, "euid", PYOS_TYPE_UID),
    ID(users_arguments, suid, "suid", PYOS_TYPE_UID),
};
static const struct pyos_param groups_params[] = {
    ID(groups_arguments, rgid, "rgid", PYOS_TYPE_GID),
    ID(groups_arguments, egid, "egid", PYOS_TYPE_GID),
    ID(groups_arguments, sgid, "sgid", PYOS_TYPE_GID),
};
static const struct pyos_param list_params[] = {ID(list_arguments, groups, "groups", PYOS_TYPE_INTS)};
static const struct pyos_param member_params[] = {
    ID(member_arguments, user, "user", PYOS_TYPE_STR),
    ID(member_arguments, group, "group", PYOS_TYPE_GID),
};
static const struct pyos_param init_params[] = {
    ID(init_arguments, username, "username", PYOS_TYPE_STR),
    ID(init_arguments, gid, "gid", PYOS_TYPE_GID),
};

static const struct pyos_field ids_fields[] = {
    {PYOS_FIELD(union pyos_result, ids.real), .flags = PYOS_FIELD_ITEM},
    {PYOS_FIELD(union pyos_result, ids.effective), .flags = PYOS_FIELD_ITEM},
    {PYOS_FIELD(union pyos_result, ids.saved), .flags = PYOS_FIELD_ITEM},
};
static const struct pyos_record ids_record = {"", ids_fields, sizeof ids_fields / sizeof *ids_fields};

#define FIRST(rows, n, T) .params = rows, .count = n, .size = sizeof(struct T)
#define GIVES_ID .result = PYOS_TYPE_I64
#define GIVES_IDS .result = PYOS_TYPE_RECORD, .record = &ids_record
#define ACTS .result = PYOS_TYPE_NONE, .flags = PYOS_FUNCTION_INSIDE

static const struct pyos_function functions[] = {
    {.name = "getegid", .doc = "The effective group of the process.", GIVES_ID,
     .emulation = PYOS_SUPPORTED, .run = run_getegid},
    {.name = "geteuid", .doc = "The effective user of the process.", GIVES_ID,
     .emulation = PYOS_SUPPORTED, .run = run_geteuid},
    {.name = "getgid", .doc = "The real group of the process.", GIVES_ID,
     .emulation = PYOS_SUPPORTED, .run = run_getgid},
    {.name = "getgrouplist", .doc = "A group, and those that have a user as a member.",
     FIRST(member_params, 2, member_arguments), .result = PYOS_TYPE_INTS,
     .emulation = PYOS_EMULATED, .reason = "accounts are those below the root", .run = run_getgrouplist},
    {.name = "getgroups", .doc = "The supplementary groups of the process.", .result = PYOS_TYPE_INTS,
     .emulation = PYOS_SUPPORTED, .run = run_getgroups},
    {.name = "getlogin", .doc = "The name of the user who has logged in here.", .result = PYOS_TYPE_STR,
     .reason = "who has logged in is written outside of the root", .run = run_getlogin},
    {.name = "getresgid", .doc = "The real, effective and saved group of the process.", GIVES_IDS,
     .emulation = PYOS_SUPPORTED, .run = run_getresgid},
    {.name = "getresuid", .doc = "The real, effective and saved user of the process.", GIVES_IDS,
     .emulation = PYOS_SUPPORTED, .run = run_getresuid},
    {.name = "getuid", .doc = "The real user of the process.", GIVES_ID,
     .emulation = PYOS_SUPPORTED, .run = run_getuid},
    {.name = "initgroups", .doc = "Sets the supplementary groups to those that a user is in, and one more.",
     FIRST(init_params, 2, init_arguments), ACTS, .run = run_initgroups},
    {.name = "setegid", .doc = "Sets the effective group.", FIRST(setegid_params, 1, group_arguments), ACTS,
     .run = run_setegid},
    {.name = "seteuid", .doc = "Sets the effective user.", FIRST(seteuid_params, 1, user_arguments), ACTS,
     .run = run_seteuid},
    {.name = "setgid", .doc = "Sets the group: real, effective and saved where that is allowed.",
     FIRST(setgid_params, 1, group_arguments), ACTS, .run = run_setgid},
    {.name = "setgroups", .doc = "Sets the supplementary groups, such as 4,24,100.",
     FIRST(list_params, 1, list_arguments), ACTS, .run = run_setgroups},
    {.name = "setregid", .doc = "Sets the real and the effective group; -1 keeps one.",
     FIRST(groups_params, 2, groups_arguments), ACTS, .run = run_setregid},
    {.name = "setresgid", .doc = "Sets the real, effective and saved group; -1 keeps one.",
     FIRST(groups_params, 3, groups_arguments), ACTS, .run = run_setresgid},
    {.name = "setresuid", .doc = "Sets the real, effective and saved user; -1 keeps one.",
     FIRST(users_params, 3, users_arguments), ACTS, .run = run_setresuid},
    {.name = "setreuid", .doc = "Sets the real and the effective user; -1 keeps one.",
     FIRST(users_params, 2, users_arguments), ACTS, .run = run_setreuid},
    {.name = "setuid", .doc = "Sets the user: real, effective and saved where that is allowed.",
     FIRST(setuid_params, 1, user_arguments), ACTS, .run = run_setuid},
};

const struct pyos_section pyos_os_identity_section = {
    "Process Parameters", NULL, functions, sizeof functions / sizeof *functions,
    "user and group ids cannot be confined",
};
