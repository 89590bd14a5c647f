#include "pyos/py/descriptors.h"

#include "pyos/py/handles.h"

bool pyos_call_keeps(const struct pyos_call *call, int fd)
{
    for (size_t i = 0; i < call->kept.count; i++)
        if (call->kept.descriptors[i] == fd)
            return true;
    return false;
}

int pyos_call_fd(const struct pyos_call *call, int number)
{
    int fd;

    if (!call->handles)
        return pyos_call_keeps(call, number) ? PYOS_NEVER_OPEN : number;
    fd = pyos_handles_find(call->handles, number);
    return fd >= 0 || number == -1 ? fd : PYOS_NEVER_OPEN;
}

static struct pyos_path *path_of(const struct pyos_param *param, void *arguments)
{
    return (void *)((char *)arguments + param->offset); /* the row says so */
}

/* Where an argument has the number of a descriptor; NULL where it has none. */
static int *number_of(const struct pyos_param *param, void *arguments)
{
    void *at = (char *)arguments + param->offset;
    struct pyos_fd *fd = at;
    struct pyos_dir_fd *dir_fd = at;
    struct pyos_path *path = path_of(param, arguments);

    switch ((enum pyos_type)param->type) {
    case PYOS_TYPE_DESCRIPTOR: return at;
    case PYOS_TYPE_FILDES: return at; /* the struct is its int */
    case PYOS_TYPE_FD: return fd->given ? &fd->value : NULL;
    case PYOS_TYPE_DIR_FD: return dir_fd->value != PYOS_DIR_FD_NONE ? &dir_fd->value : NULL;
    case PYOS_TYPE_PATH: return path->is_fd ? &path->fd : NULL;
    default: return NULL;
    }
}

void pyos_descriptors_take(const struct pyos_call *call, void *arguments)
{
    for (size_t i = 0; i < call->function->count; i++) {
        const struct pyos_param *param = &call->function->params[i];
        int *number = number_of(param, arguments);

        if (number && param->type == PYOS_TYPE_PATH)
            path_of(param, arguments)->number = *number;
        if (number)
            *number = pyos_call_fd(call, *number);
    }
}

size_t pyos_descriptors_find(const struct pyos_function *function, size_t offsets[PYOS_HANDOVER_DESCRIPTORS])
{
    const struct pyos_record *record = function->result == PYOS_TYPE_RECORD ? function->record : NULL;
    size_t count = 0;

    if (function->result == PYOS_TYPE_FD)
        offsets[count++] = offsetof(union pyos_result, number);
    for (size_t i = 0; record && i < record->count && count < PYOS_HANDOVER_DESCRIPTORS; i++)
        if (record->fields[i].type == PYOS_TYPE_FD)
            offsets[count++] = record->fields[i].offset;
    return count;
}

int pyos_descriptors_reserve(const struct pyos_call *call)
{
    if (!call->handles || pyos_handles_reserve(call->handles, PYOS_HANDOVER_DESCRIPTORS) == 0)
        return 0;
    return pyos_error_memory(call->error);
}

void pyos_descriptors_give(struct pyos_call *call)
{
    size_t offsets[PYOS_HANDOVER_DESCRIPTORS];
    size_t count = call->handles ? pyos_descriptors_find(call->function, offsets) : 0;

    for (size_t i = 0; i < count; i++) {
        void *at = (char *)&call->result + offsets[i];
        int *fd = at;
        int handle = pyos_handles_of(call->handles, *fd); /* dup2 has chosen one */

        *fd = handle >= 0 ? handle : pyos_handles_add(call->handles, *fd, PYOS_HANDLES_FIRST);
    }
}
