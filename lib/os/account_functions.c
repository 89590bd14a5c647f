#include "pyos/os/account_functions.h"

#include "pyos/os/accounts.h"
#include "pyos/py/exception.h"
#include "pyos/py/repr.h"

struct user_arguments {
    struct pyos_uid uid;
};

struct group_arguments {
    struct pyos_gid id;
};

struct name_arguments {
    struct pyos_str name;
};

#define USER(member, called) \
    {PYOS_FIELD_AS(struct pyos_passwd, member, called, PYOS_TYPE(struct pyos_passwd, member)), \
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE}
#define GROUP(member, called) \
    {PYOS_FIELD_AS(struct pyos_group, member, called, PYOS_TYPE(struct pyos_group, member)), \
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE}

static const struct pyos_field user_fields[] = {
    USER(name, "pw_name"),   USER(passwd, "pw_passwd"), USER(uid, "pw_uid"), USER(gid, "pw_gid"),
    USER(gecos, "pw_gecos"), USER(dir, "pw_dir"),       USER(shell, "pw_shell"),
};
static const struct pyos_record user_record = {
    "pwd.struct_passwd", user_fields, sizeof user_fields / sizeof *user_fields,
};

static const struct pyos_field group_fields[] = {
    GROUP(name, "gr_name"), GROUP(passwd, "gr_passwd"), GROUP(gid, "gr_gid"), GROUP(members, "gr_mem"),
};
static const struct pyos_record group_record = {
    "grp.struct_group", group_fields, sizeof group_fields / sizeof *group_fields,
};

/* The arena of the call holds the accounts: what the result points to lives as long as it must. */
static int read_users(struct pyos_call *call, const struct pyos_passwd **users, size_t *count)
{
    struct pyos_accounts accounts = {.root = call->root, .arena = *call->arena};
    int result = pyos_accounts_users(&accounts, users, count, call->error);

    *call->arena = accounts.arena;
    return result;
}

static int read_groups(struct pyos_call *call, const struct pyos_group **groups, size_t *count)
{
    struct pyos_accounts accounts = {.root = call->root, .arena = *call->arena};
    int result = pyos_accounts_groups(&accounts, groups, count, call->error);

    *call->arena = accounts.arena;
    return result;
}

/* "getpwuid(): uid not found: ": what is not there comes behind it. */
static void begin_failure(const struct pyos_call *call, const char *kind, struct pyos_buf *text)
{
    pyos_buf_text(text, call->function->name);
    pyos_buf_text(text, "(): ");
    pyos_buf_text(text, kind);
    pyos_buf_text(text, " not found: ");
}

static int end_failure(struct pyos_call *call, struct pyos_buf *text)
{
    if (text->failed)
        pyos_error_memory(call->error);
    else
        pyos_exception_key(call->error, (struct pyos_str){text->data, text->size});
    pyos_buf_free(text);
    return -1;
}

static int fail_id(struct pyos_call *call, const char *kind, uint32_t id)
{
    struct pyos_buf text = {0};

    begin_failure(call, kind, &text);
    pyos_buf_i64(&text, id);
    return end_failure(call, &text);
}

static int fail_name(struct pyos_call *call, struct pyos_str name)
{
    struct pyos_buf text = {0};

    begin_failure(call, "name", &text);
    pyos_repr_str(&text, name);
    return end_failure(call, &text);
}

static int give_user(struct pyos_call *call, const struct pyos_passwd *user)
{
    call->result.nested = (struct pyos_nested){.record = &user_record, .data = user};
    return 0;
}

static int give_group(struct pyos_call *call, const struct pyos_group *group)
{
    call->result.nested = (struct pyos_nested){.record = &group_record, .data = group};
    return 0;
}

static int run_getpwuid(struct pyos_call *call)
{
    const struct user_arguments *given = call->arguments;
    const struct pyos_passwd *users;
    size_t count;

    if (read_users(call, &users, &count) != 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (users[i].uid == given->uid.value)
            return give_user(call, &users[i]);
    return fail_id(call, "uid", given->uid.value);
}

static int run_getpwnam(struct pyos_call *call)
{
    const struct name_arguments *given = call->arguments;
    const struct pyos_passwd *users;
    size_t count;

    if (read_users(call, &users, &count) != 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (pyos_str_equal(users[i].name, given->name))
            return give_user(call, &users[i]);
    return fail_name(call, given->name);
}

static int run_getpwall(struct pyos_call *call)
{
    const struct pyos_passwd *users;
    size_t count;

    if (read_users(call, &users, &count) != 0)
        return -1;
    call->result.records = (struct pyos_records){&user_record, users, count, sizeof *users, true};
    return 0;
}

static int run_getgrgid(struct pyos_call *call)
{
    const struct group_arguments *given = call->arguments;
    const struct pyos_group *groups;
    size_t count;

    if (read_groups(call, &groups, &count) != 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (groups[i].gid == given->id.value)
            return give_group(call, &groups[i]);
    return fail_id(call, "gid", given->id.value);
}

static int run_getgrnam(struct pyos_call *call)
{
    const struct name_arguments *given = call->arguments;
    const struct pyos_group *groups;
    size_t count;

    if (read_groups(call, &groups, &count) != 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (pyos_str_equal(groups[i].name, given->name))
            return give_group(call, &groups[i]);
    return fail_name(call, given->name);
}

static int run_getgrall(struct pyos_call *call)
{
    const struct pyos_group *groups;
    size_t count;

    if (read_groups(call, &groups, &count) != 0)
        return -1;
    call->result.records = (struct pyos_records){&group_record, groups, count, sizeof *groups, true};
    return 0;
}

static const struct pyos_param user_params[] = {
    {PYOS_PARAM_AS(struct user_arguments, uid, "uid", PYOS_TYPE_UID), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
};
static const struct pyos_param group_params[] = {
    {PYOS_PARAM(struct group_arguments, id), .flags = PYOS_PARAM_POSITIONAL},
};
static const struct pyos_param name_params[] = {
    {PYOS_PARAM(struct name_arguments, name), .flags = PYOS_PARAM_POSITIONAL},
};

#define BY(rows, T) .params = rows, .count = 1, .size = sizeof(struct T), .result = PYOS_TYPE_NESTED

#define EMULATED .emulation = PYOS_EMULATED, .reason = "accounts are those below the root"

static const struct pyos_function functions[] = {
    {.name = "getgrall", .doc = "All groups of /etc/group.", .result = PYOS_TYPE_RECORDS,
     EMULATED, .run = run_getgrall},
    {.name = "getgrgid", .doc = "The group of /etc/group with that id.", BY(group_params, group_arguments),
     .record = &group_record, EMULATED, .run = run_getgrgid},
    {.name = "getgrnam", .doc = "The group of /etc/group with that name.", BY(name_params, name_arguments),
     .record = &group_record, EMULATED, .run = run_getgrnam},
    {.name = "getpwall", .doc = "All users of /etc/passwd.", .result = PYOS_TYPE_RECORDS,
     EMULATED, .run = run_getpwall},
    {.name = "getpwnam", .doc = "The user of /etc/passwd with that name.", BY(name_params, name_arguments),
     .record = &user_record, EMULATED, .run = run_getpwnam},
    {.name = "getpwuid", .doc = "The user of /etc/passwd with that id.", BY(user_params, user_arguments),
     .record = &user_record, EMULATED, .run = run_getpwuid},
};

const struct pyos_section pyos_os_accounts_section = {
    "Process Parameters", "seed", functions, sizeof functions / sizeof *functions, NULL,
};
