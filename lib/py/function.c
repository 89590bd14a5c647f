#include "pyos/py/function.h"

static struct pyos_subject subject_of_path(const struct pyos_path *path)
{
    if (path->is_fd)
        return (struct pyos_subject){.kind = PYOS_SUBJECT_FD, .fd = path->fd};
    return (struct pyos_subject){.kind = path->name.data ? PYOS_SUBJECT_NAME : PYOS_SUBJECT_NONE, .name = path->name};
}

int pyos_call_none(struct pyos_call *call, int result)
{
    return result < 0 ? pyos_error_os(call->error, -result) : 0;
}

int pyos_call_number(struct pyos_call *call, int result)
{
    call->result.number = result;
    return pyos_call_none(call, result);
}

int pyos_call_wide(struct pyos_call *call, int64_t result)
{
    call->result.wide = result;
    return result < 0 ? pyos_error_os(call->error, (int)-result) : 0; /* an errno is small */
}

int pyos_call_of_path(struct pyos_call *call, int result, const struct pyos_path *path)
{
    call->result.number = result;
    if (result >= 0)
        return 0;
    pyos_error_os(call->error, -result);
    call->error->filename = subject_of_path(path);
    return -1;
}

int pyos_call_of_name(struct pyos_call *call, int result, const struct pyos_pathname *name)
{
    call->result.number = result;
    if (result >= 0)
        return 0;
    return pyos_error_path(call->error, -result, name->text);
}

int pyos_call_of_names(struct pyos_call *call, int result, const struct pyos_pathname *from,
                       const struct pyos_pathname *to)
{
    if (pyos_call_of_name(call, result, from) == 0)
        return 0;
    call->error->filename2 = (struct pyos_subject){.kind = PYOS_SUBJECT_NAME, .name = to->text};
    return -1;
}

int pyos_call_take(struct pyos_call *call, struct pyos_buf *text, struct pyos_str *taken)
{
    *taken = (struct pyos_str){text->failed ? NULL : pyos_arena_copy(call->arena, text->data, text->size), text->size};
    pyos_buf_free(text);
    return taken->data ? 0 : pyos_error_memory(call->error);
}

char *pyos_call_room(struct pyos_call *call, int64_t size)
{
    enum { HEAD = 33 }; /* of a bytes object, and the NUL behind its contents */
    char *room;

    if (size > INT64_MAX - HEAD) {
        pyos_error_say(call->error, PYOS_OVERFLOWERROR, "byte string is too large");
        return NULL;
    }
    room = pyos_arena_get(call->arena, (size_t)size); /* not negative */
    if (!room)
        pyos_error_memory(call->error);
    return room;
}
