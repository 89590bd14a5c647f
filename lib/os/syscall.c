#include "pyos/os/syscall.h"

#include "pyos/os/constants.h"
#include "pyos/py/constant.h"
#include "pyos/py/int.h"
#include "pyos/sys/call.h"

#include <ctype.h>
#include <string.h>

enum { BUFFER_MAX = 1 << 30 }; /* bytes */

struct arguments {
    struct pyos_str call;
    struct pyos_words args;
};

/* An argument is a long to the kernel, and memory that it writes to a buffer of the result. */
struct machine {
    long values[PYOS_SYS_CALL_ARGUMENTS];
    struct pyos_bytes buffers[PYOS_SYS_CALL_ARGUMENTS];
    size_t buffer_count;
};

static int find_number(struct pyos_str call, long *number, struct pyos_error *error)
{
    int64_t wide;

    for (size_t i = 0; i < pyos_sys_call_count; i++)
        if (pyos_str_equal(pyos_str(pyos_sys_call_names[i].name), call)) {
            *number = pyos_sys_call_names[i].number;
            return 0;
        }
    if (call.size == 0 || !isdigit((unsigned char)call.data[0]))
        return pyos_error_say(error, PYOS_VALUEERROR, "unknown system call: '%.100s'", call.data);
    if (pyos_int_parse_wide(call, &wide, error) != 0)
        return -1;
    *number = wide;
    return 0;
}

/* @N: N bytes of zeros that the call may write to. */
static int add_buffer(struct pyos_call *call, const char *word, long *value, struct machine *machine)
{
    struct pyos_str *buffer = &machine->buffers[machine->buffer_count].bytes;
    int64_t size;
    char *room;

    if (pyos_int_parse_wide(pyos_str(word), &size, call->error) != 0)
        return -1;
    if (size < 0 || size > BUFFER_MAX)
        return pyos_error_say(call->error, PYOS_VALUEERROR, "a buffer has 0 to %d bytes, not %.100s", BUFFER_MAX, word);
    room = pyos_arena_get(call->arena, (size_t)size + 1); /* in range; never nothing */
    if (!room)
        return pyos_error_memory(call->error);
    memset(room, 0, (size_t)size); /* in range */
    *buffer = (struct pyos_str){room, (size_t)size}; /* in range */
    machine->buffer_count++;
    *value = (long)room; /* how the kernel is handed an address */
    return 0;
}

static int read_argument(struct pyos_call *call, const char *word, long *value, struct machine *machine)
{
    uint64_t wide_unsigned;
    int64_t wide;

    if (strncmp(word, "s:", 2) == 0) {
        *value = (long)(word + 2); /* how the kernel is handed an address */
        return 0;
    }
    if (word[0] == '@')
        return add_buffer(call, word + 1, value, machine);
    if (pyos_int_read_u64(pyos_str(word), &wide_unsigned) == PYOS_INT_OK) {
        *value = (long)wide_unsigned; /* the same bits */
        return 0;
    }
    if (pyos_constant_read(&pyos_os_constants, pyos_str(word), &wide, call->error) != 0)
        return -1;
    *value = wide;
    return 0;
}

/* What only the buffers of the result point to has to outlive this call. */
static int give_result(struct pyos_call *call, long result, const struct machine *machine)
{
    struct pyos_bytes *items = pyos_arena_get(call->arena, sizeof machine->buffers);

    if (!items)
        return pyos_error_memory(call->error);
    memcpy(items, machine->buffers, sizeof machine->buffers);
    call->result.called.number = result;
    call->result.called.buffers = (struct pyos_buffers){items, machine->buffer_count};
    return 0;
}

static int run_syscall(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct machine machine = {0};
    long number = 0;
    long result = 0;
    int failed;

    if (find_number(given->call, &number, call->error) != 0)
        return -1;
    if (given->args.count > PYOS_SYS_CALL_ARGUMENTS)
        return pyos_error_say(call->error, PYOS_TYPEERROR, "a system call takes at most %d arguments (%zu given)",
                              PYOS_SYS_CALL_ARGUMENTS, given->args.count);
    for (size_t i = 0; i < given->args.count; i++)
        if (read_argument(call, given->args.items[i], &machine.values[i], &machine) != 0)
            return -1;
    failed = pyos_sys_call(number, machine.values, &result);
    return failed < 0 ? pyos_error_os(call->error, -failed) : give_result(call, result, &machine);
}

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct arguments, call), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
    {PYOS_PARAM(struct arguments, args), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY | PYOS_PARAM_REST},
};

static const struct pyos_field fields[] = {
    {PYOS_FIELD_AS(union pyos_result, called.number, "result", PYOS_TYPE_I64),
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE, .doc = "what the call returned"},
    {PYOS_FIELD_AS(union pyos_result, called.buffers, "buffers", PYOS_TYPE_BUFFERS),
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE, .doc = "what it left in each @N"},
};
static const struct pyos_record record = {"syscall_result", fields, sizeof fields / sizeof *fields};

static const struct pyos_function functions[] = {
    {.name = "syscall", .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct arguments),
     .doc = "Any system call by NAME or number; an argument is an integer, a constant's name, s:TEXT, or @N for a "
            "buffer of N bytes.",
     .result = PYOS_TYPE_RECORD, .record = &record, .flags = PYOS_FUNCTION_LITERAL,
     .reason = "any call could leave the root", .run = run_syscall},
};

const struct pyos_section pyos_os_syscall_section = {
    "System calls", "linux", functions, sizeof functions / sizeof *functions, NULL,
};
