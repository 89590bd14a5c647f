#include "pyos/os/fcntl.h"

#include "pyos/os/handle.h"
#include "pyos/py/handles.h"
#include "pyos/sys/descriptor.h"
#include "pyos/sys/storage.h"

#include <errno.h>
#include <fcntl.h>

/* The commands that take a number, or none; then those that take a lock. The choices of a row, and what they are. */
#define COMMANDS(row)                                                                                               \
    row(F_DUPFD) row(F_DUPFD_CLOEXEC) row(F_GETFD) row(F_SETFD) row(F_GETFL) row(F_SETFL) row(F_GETPIPE_SZ)         \
    row(F_SETPIPE_SZ) row(F_GET_SEALS) row(F_ADD_SEALS) row(F_OFD_GETLK) row(F_OFD_SETLK) row(F_OFD_SETLKW)
#define TYPES(row) row(F_RDLCK) row(F_WRLCK) row(F_UNLCK)
#define NAME(constant) #constant,
#define NUMBER(constant) constant,

static const char *const command_names[] = {COMMANDS(NAME) NULL};
static const int commands[] = {COMMANDS(NUMBER)};
static const char *const type_names[] = {TYPES(NAME) NULL};
static const short types[] = {TYPES(NUMBER)};

struct arguments {
    int fd;
    struct pyos_choice command;
    int arg;
    struct pyos_choice type;
    int whence;
    int64_t start;
    int64_t len;
};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define DESCRIPTOR(member) PYOS_PARAM_AS(struct arguments, member, #member, PYOS_TYPE_DESCRIPTOR)
#define ONLY .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY

static const struct pyos_param params[] = {
    {DESCRIPTOR(fd), ONLY},
    {PARAM(command), ONLY, .choices = command_names,
     .metavar = "F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETPIPE_SZ, F_SETPIPE_SZ, "
                "F_GET_SEALS, F_ADD_SEALS, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW"},
    {PARAM(arg), ONLY, .left_out = "0"},
    {PARAM(type), .choices = type_names, .metavar = "F_RDLCK|F_WRLCK|F_UNLCK", .left_out = "None",
     .doc = "of a lock: to read, to write, or none"},
    {PARAM(whence), .metavar = "N", .left_out = "0", .doc = "of a lock: what start is counted from"},
    {PARAM(start), .metavar = "N", .left_out = "0", .doc = "of a lock: its first byte"},
    {PARAM(len), .metavar = "N", .left_out = "0", .doc = "of a lock: how many bytes, 0 for all"},
};

/* What a lock that is in the way looks like. */
struct lock {
    const char *type;
    int whence;
    int64_t start;
    int64_t len;
    int pid;
};

#define BOTH .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE
#define FIELD(member) PYOS_FIELD(struct lock, member)
#define COUNT(rows) sizeof rows / sizeof *rows

static const struct pyos_field lock_fields[] = {
    {FIELD(type), BOTH},  {FIELD(whence), BOTH}, {FIELD(start), BOTH}, {FIELD(len), BOTH},
    {FIELD(pid), BOTH},
};
static const struct pyos_record lock_record = {"flock", lock_fields, COUNT(lock_fields)};

static const struct pyos_field fields[] = {
    {PYOS_FIELD_AS(union pyos_result, controlled.number, "result", PYOS_TYPE_INT), BOTH,
     .doc = "what fcntl returned"},
    {PYOS_FIELD_AS(union pyos_result, controlled.lock, "lock", PYOS_TYPE_NESTED), BOTH,
     .doc = "of F_OFD_GETLK: the lock that is in the way"},
};
static const struct pyos_record record = {"fcntl_result", fields, COUNT(fields)};

static const char *type_name(short type)
{
    for (size_t i = 0; i < COUNT(types); i++)
        if (types[i] == type)
            return type_names[i];
    return NULL;
}

static int give_lock(struct pyos_call *call, const struct flock *found)
{
    struct lock *lock = pyos_arena_get(call->arena, sizeof *lock);

    if (!lock)
        return pyos_error_memory(call->error);
    *lock = (struct lock){type_name(found->l_type), found->l_whence, found->l_start, found->l_len, found->l_pid};
    call->result.controlled.lock = (struct pyos_nested){.record = &lock_record, .data = lock};
    return 0;
}

/* F_OFD_GETLK gives F_UNLCK where nothing is in the way: that is no lock. */
static int control_lock(struct pyos_call *call, int fd, int command)
{
    const struct arguments *given = call->arguments;
    struct flock lock = {.l_whence = (short)given->whence, .l_start = given->start, .l_len = given->len};

    if (given->type.value == 0)
        return pyos_error_usage(call->error, PYOS_TYPEERROR,
                                "fcntl() missing required keyword-only argument: 'type'");
    if (given->whence < SEEK_SET || given->whence > SEEK_END)
        return pyos_error_os(call->error, EINVAL);
    lock.l_type = types[given->type.value - 1];
    if (pyos_call_none(call, pyos_sys_fcntl_lock(fd, command, &lock)) != 0)
        return -1;
    return command == F_OFD_GETLK && lock.l_type != F_UNLCK ? give_lock(call, &lock) : 0;
}

/* F_DUPFD and F_DUPFD_CLOEXEC where numbers are handles: the copy's, or -errno. It is one as open would give. */
static int copy(struct pyos_handles *handles, const struct arguments *given, int command)
{
    bool low = given->arg >= 0 && given->arg < PYOS_HANDLES_FIRST;
    int fd = pyos_handle_copy(handles, given->fd, low ? PYOS_HANDLES_FIRST : given->arg);

    if (fd >= 0 && command == F_DUPFD)
        pyos_sys_set_inheritable(fd, true);
    return fd >= 0 ? pyos_handles_of(handles, fd) : fd;
}

static int run_fcntl(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int command = commands[given->command.value - 1]; /* one was given */
    int fd = given->fd;

    call->result.controlled = (struct pyos_controlled){.lock = {.record = &lock_record}};
    if (command == F_OFD_GETLK || command == F_OFD_SETLK || command == F_OFD_SETLKW)
        return control_lock(call, fd, command);
    if (call->handles && (command == F_DUPFD || command == F_DUPFD_CLOEXEC))
        call->result.controlled.number = copy(call->handles, given, command);
    else
        call->result.controlled.number = pyos_sys_fcntl(fd, command, given->arg);
    return pyos_call_none(call, call->result.controlled.number);
}

static const struct pyos_function functions[] = {
    {.name = "fcntl", .params = params, .count = COUNT(params), .size = sizeof(struct arguments),
     .doc = "fcntl(2) by the name of its command: ARG is what F_SETFD (1 is FD_CLOEXEC), F_SETFL, ... set; the locks "
            "of an open file (F_OFD_SETLK, ...) have their own options.",
     .result = PYOS_TYPE_RECORD, .record = &record, .emulation = PYOS_EMULATED, .run = run_fcntl},
};

const struct pyos_section pyos_os_fcntl_section = {
    "Descriptors", "linux", functions, COUNT(functions), NULL,
};
