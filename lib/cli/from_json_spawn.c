#include "pyos/cli/from_json_spawn.h"

#include "pyos/cli/from_json.h"
#include "pyos/py/file_action.h"

/* What may stand in an action, or in a pair: all that a row could describe. */
struct items {
    int kind, fd, new_fd, flags, policy, priority;
    struct pyos_mode mode;
    struct pyos_pathname path;
};

static const struct pyos_param kind = {PYOS_PARAM(struct items, kind)};
static const struct pyos_param fd = {PYOS_PARAM(struct items, fd)};
static const struct pyos_param new_fd = {PYOS_PARAM(struct items, new_fd)};
static const struct pyos_param path = {PYOS_PARAM(struct items, path)};
static const struct pyos_param flags = {PYOS_PARAM(struct items, flags)};
static const struct pyos_param mode = {PYOS_PARAM(struct items, mode)};
static const struct pyos_param policy = {PYOS_PARAM(struct items, policy)};
static const struct pyos_param priority = {PYOS_PARAM(struct items, priority)};

enum { MOST = 4 };

/* By kind: what follows it. */
static const struct shape {
    const char *name;
    const struct pyos_param *params[MOST];
    size_t count;
} shapes[] = {
    [PYOS_FILE_ACTION_OPEN] = {"open", {&fd, &path, &flags, &mode}, 4},
    [PYOS_FILE_ACTION_CLOSE] = {"close", {&fd}, 1},
    [PYOS_FILE_ACTION_DUP2] = {"dup2", {&fd, &new_fd}, 2},
    [PYOS_FILE_ACTION_CLOSEFROM] = {"closefrom", {&fd}, 1},
};

static int take_items(const struct pyos_function *function, const struct pyos_json *value,
                      const struct pyos_convert_context *context, struct items *items, struct pyos_error *error)
{
    const struct pyos_json *item = value->first;
    const struct shape *shape;

    if (pyos_from_json(function, &kind, items, item, context, error) != 0)
        return -1;
    if (items->kind < 0 || items->kind >= (int)(sizeof shapes / sizeof *shapes)) /* a handful */
        return pyos_error_say(error, PYOS_TYPEERROR, "Unknown file_actions identifier");
    shape = &shapes[items->kind];
    if (value->count != shape->count + 1)
        return pyos_error_say(error, PYOS_TYPEERROR, "A %s file_action tuple must have %zu elements", shape->name,
                              shape->count + 1);
    for (size_t i = 0; i < shape->count; i++) {
        item = item->next;
        if (pyos_from_json(function, shape->params[i], items, item, context, error) != 0)
            return -1;
    }
    return 0;
}

static int take_action(const struct pyos_function *function, const struct pyos_json *value,
                       const struct pyos_convert_context *context, struct pyos_file_action *action,
                       struct pyos_error *error)
{
    struct items items = {0};

    if (value->kind != PYOS_JSON_KIND_ARRAY || value->count == 0)
        return pyos_error_say(error, PYOS_TYPEERROR, "Each file_actions element must be a non-empty tuple");
    if (take_items(function, value, context, &items, error) != 0)
        return -1;
    *action = (struct pyos_file_action){
        .kind = (enum pyos_file_action_kind)items.kind, /* one of the shapes */
        .fd = items.fd,
        .new_fd = items.new_fd,
        .flags = items.flags,
        .mode = items.mode.bits,
        .path = items.path.text.data,
    };
    return 0;
}

int pyos_from_json_file_actions(const struct pyos_function *function, const struct pyos_json *value,
                                const struct pyos_convert_context *context, struct pyos_file_actions *actions,
                                struct pyos_error *error)
{
    struct pyos_file_action *items;

    if (value->kind != PYOS_JSON_KIND_ARRAY)
        return pyos_error_say(error, PYOS_TYPEERROR, "file_actions must be a sequence or None");
    items = pyos_arena_get(context->arena, value->count * sizeof *items);
    if (!items)
        return pyos_error_memory(error);
    *actions = (struct pyos_file_actions){items, value->count};
    for (const struct pyos_json *item = value->first; item; item = item->next)
        if (take_action(function, item, context, items++, error) != 0)
            return -1;
    return 0;
}

int pyos_from_json_scheduler(const struct pyos_function *function, const struct pyos_json *value,
                             const struct pyos_convert_context *context, struct pyos_scheduler *scheduler,
                             struct pyos_error *error)
{
    bool pair = value->kind == PYOS_JSON_KIND_ARRAY && value->count == 2;
    bool has_policy = pair && value->first->kind != PYOS_JSON_KIND_NULL;
    struct items items = {0};

    if (!pair)
        return pyos_error_say(error, PYOS_TYPEERROR, "A scheduler tuple must have two elements");
    if (has_policy && pyos_from_json(function, &policy, &items, value->first, context, error) != 0)
        return -1;
    if (pyos_from_json(function, &priority, &items, value->first->next, context, error) != 0)
        return -1;
    *scheduler = (struct pyos_scheduler){true, has_policy, items.policy, items.priority};
    return 0;
}
