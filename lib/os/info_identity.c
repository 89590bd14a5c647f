#include "pyos/os/info_identity.h"

#include "pyos/os/accounts.h"
#include "pyos/sys/identity.h"

struct ids {
    uint32_t uid, euid, suid, gid, egid, sgid;
    struct pyos_ints groups;
};

struct names {
    struct pyos_str user, effective_user, group, effective_group;
    struct pyos_strs groups;
};

#define ID(member) {PYOS_INFO_FIELD(struct ids, member)}
#define NAME(member) {PYOS_INFO_FIELD(struct names, member)}

static const struct pyos_field id_fields[] = {
    ID(uid), ID(euid), ID(suid), ID(gid), ID(egid), ID(sgid), ID(groups),
};
static const struct pyos_record id_record = {NULL, id_fields, sizeof id_fields / sizeof *id_fields};

static const struct pyos_field name_fields[] = {
    NAME(user), NAME(effective_user), NAME(group), NAME(effective_group), NAME(groups),
};
static const struct pyos_record name_record = {NULL, name_fields, sizeof name_fields / sizeof *name_fields};

/* The supplementary groups: *groups has *count of them, in the arena. */
static int get_groups(struct pyos_arena *arena, uint32_t **groups, size_t *count, struct pyos_error *error)
{
    int most = pyos_sys_getgroups(NULL, 0);
    int result = most;

    *groups = pyos_arena_get(arena, (size_t)(most > 0 ? most : 1) * sizeof **groups);
    if (!*groups)
        return pyos_error_memory(error);
    if (most > 0)
        result = pyos_sys_getgroups(*groups, (size_t)most); /* > 0 */
    *count = result > 0 ? (size_t)result : 0;
    return result < 0 ? pyos_error_os(error, -result) : 0;
}

int pyos_info_ids(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct ids *ids = pyos_info_new(arena, &id_record, sizeof *ids, made, error);
    const struct pyos_sys_ids users = pyos_sys_users();
    const struct pyos_sys_ids own = pyos_sys_groups();
    uint32_t *groups;
    size_t count;

    if (!ids || get_groups(arena, &groups, &count, error) != 0)
        return -1;
    *ids = (struct ids){users.real, users.effective, users.saved, own.real, own.effective, own.saved, {NULL, count}};
    ids->groups.items = pyos_arena_get(arena, (count + 1) * sizeof *ids->groups.items);
    if (!ids->groups.items)
        return pyos_error_memory(error);
    for (size_t i = 0; i < count; i++)
        ids->groups.items[i] = groups[i];
    return 0;
}

/* In memory of the arena, for accounts are freed. */
static int keep(struct pyos_arena *arena, struct pyos_str *name, struct pyos_error *error)
{
    if (!name->data)
        return 0;
    name->data = pyos_arena_copy(arena, name->data, name->size);
    return name->data ? 0 : pyos_error_memory(error);
}

static int user_name(struct pyos_accounts *accounts, uint32_t uid, struct pyos_arena *arena, struct pyos_str *name,
                     struct pyos_error *error)
{
    return pyos_accounts_user(accounts, uid, name, error) != 0 ? -1 : keep(arena, name, error);
}

static int group_name(struct pyos_accounts *accounts, uint32_t gid, struct pyos_arena *arena, struct pyos_str *name,
                      struct pyos_error *error)
{
    return pyos_accounts_group(accounts, gid, name, error) != 0 ? -1 : keep(arena, name, error);
}

static int group_names(struct pyos_accounts *accounts, struct pyos_arena *arena, struct pyos_strs *names,
                       struct pyos_error *error)
{
    uint32_t *groups;
    size_t count;

    if (get_groups(arena, &groups, &count, error) != 0)
        return -1;
    *names = (struct pyos_strs){pyos_arena_get(arena, (count + 1) * sizeof *names->items), count};
    if (!names->items)
        return pyos_error_memory(error);
    for (size_t i = 0; i < count; i++)
        if (group_name(accounts, groups[i], arena, &names->items[i], error) != 0)
            return -1;
    return 0;
}

int pyos_info_names(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct names *names = pyos_info_new(arena, &name_record, sizeof *names, made, error);
    const struct pyos_sys_ids users = pyos_sys_users();
    const struct pyos_sys_ids groups = pyos_sys_groups();
    struct pyos_accounts accounts = {0};
    int result = -1;

    if (names && user_name(&accounts, users.real, arena, &names->user, error) == 0 &&
        user_name(&accounts, users.effective, arena, &names->effective_user, error) == 0 &&
        group_name(&accounts, groups.real, arena, &names->group, error) == 0 &&
        group_name(&accounts, groups.effective, arena, &names->effective_group, error) == 0)
        result = group_names(&accounts, arena, &names->groups, error);
    pyos_accounts_free(&accounts);
    return result;
}
