#include "pyos/os/popen.h"

#include "pyos/os/supervise.h"
#include "pyos/py/repr.h"

#include <signal.h>
#include <unistd.h>

enum { MOST = 0x7FFFF000 }; /* bytes of a stream that are kept */

struct arguments {
    struct pyos_str cmd;
    struct pyos_str mode;
    int buffering;
};

/* Which streams a function reads. */
enum streams { NONE, OUT, OUT_AND_ERR, MERGED };

static int take_streams(struct pyos_call *call, struct pyos_supervisor *supervisor, enum streams streams)
{
    struct pyos_str *texts[PYOS_STREAMS] = {&call->result.streams.out, &call->result.streams.err};
    size_t count = streams == NONE ? 0 : streams == OUT_AND_ERR ? 2 : 1;

    if (supervisor->errnum != 0)
        return pyos_error_os(call->error, supervisor->errnum);
    call->result = (union pyos_result){.streams = {.status = supervisor->status}};
    for (size_t i = 0; i < count; i++)
        if (pyos_call_take(call, &supervisor->streams[i].kept, texts[i]) != 0)
            return -1;
    return 0;
}

/* Runs the command with the standard input of this process, until it has ended. */
static int run_command(struct pyos_call *call, enum streams streams)
{
    static const struct pyos_file_action merge = {
        .kind = PYOS_FILE_ACTION_DUP2, .fd = STDOUT_FILENO, .new_fd = STDERR_FILENO};
    const struct arguments *given = call->arguments;
    const char *const argv[] = {"sh", "-c", "--", given->cmd.data, NULL};
    const struct pyos_spawn request = {
        .argv = argv, .file = "/bin/sh", .actions = &merge, .action_count = streams == MERGED};
    const struct pyos_supervision wish = {.signal = SIGTERM, .foreground = true, .capture = streams != NONE,
                                          .stdout_only = streams != OUT_AND_ERR, .capture_limit = MOST, .hidden = -1};
    struct pyos_supervisor supervisor;
    struct pyos_spawn_failure failure;
    int result = pyos_supervisor_open(&supervisor, &request, &wish, call->arena, &failure);

    if (result == 0) {
        pyos_os_supervise(&supervisor);
        result = take_streams(call, &supervisor, streams);
    } else {
        *call->error = failure.error;
    }
    pyos_supervisor_close(&supervisor);
    return result;
}

static int refuse_mode(const struct arguments *given, struct pyos_error *error)
{
    struct pyos_buf repr = {0};

    pyos_repr_str(&repr, given->mode);
    if (repr.failed)
        pyos_error_memory(error);
    else
        pyos_error_say(error, PYOS_VALUEERROR, "invalid mode %.*s", (int)(repr.size < 200 ? repr.size : 200),
                       repr.data); /* cut to fit */
    pyos_buf_free(&repr);
    return -1;
}

static int run_popen(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    bool reads = pyos_str_equal(given->mode, pyos_str("r"));

    if (!reads && !pyos_str_equal(given->mode, pyos_str("w")))
        return refuse_mode(given, call->error);
    if (given->buffering == 0)
        return pyos_error_say(call->error, PYOS_VALUEERROR, "popen() does not support unbuffered streams");
    return run_command(call, reads ? OUT : NONE);
}

static int run_popen2(struct pyos_call *call)
{
    return run_command(call, OUT);
}

static int run_popen3(struct pyos_call *call)
{
    return run_command(call, OUT_AND_ERR);
}

static int run_popen4(struct pyos_call *call)
{
    return run_command(call, MERGED);
}

enum { POSITIONAL = PYOS_PARAM_POSITIONAL };

static const struct pyos_wording command = {
    .type = "invalid cmd type (<class '%s'>, expected string)", .nul = "embedded null byte", .str = true};
static const struct pyos_wording mode = {.type = "str expected, not %s", .str = true};
static const struct pyos_wording size = {.type = "bufsize must be an integer"};

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct arguments, cmd), .flags = POSITIONAL, .wording = &command},
    {PYOS_PARAM(struct arguments, mode), .flags = POSITIONAL, .left_out = "'r'", .metavar = "r|w", .wording = &mode},
    {PYOS_PARAM(struct arguments, buffering), .flags = POSITIONAL, .left_out = "-1", .wording = &size},
};

static const struct arguments defaults = {.mode = {"r", 1}, .buffering = -1};

#define STREAM(called, member, type)                                     \
    PYOS_FIELD_AS(union pyos_result, streams.member, called, type), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field popen2_fields[] = {
    {STREAM("stdout", out, PYOS_TYPE_STR), .doc = "what it wrote"},
    {STREAM("status", status, PYOS_TYPE_INT), .doc = "its wait status"},
};
static const struct pyos_field popen3_fields[] = {
    {STREAM("stdout", out, PYOS_TYPE_STR), .doc = "what it wrote"},
    {STREAM("stderr", err, PYOS_TYPE_STR), .doc = "what it wrote of errors"},
    {STREAM("status", status, PYOS_TYPE_INT), .doc = "its wait status"},
};
static const struct pyos_record popen2_record = {"popen2_result", popen2_fields, 2};
static const struct pyos_record popen3_record = {"popen3_result", popen3_fields, 3};
static const struct pyos_record popen4_record = {"popen4_result", popen2_fields, 2};

static const struct pyos_function functions[] = {
    {.name = "popen", .doc = "Runs a command by /bin/sh: what it writes, or with mode w nothing. Its standard input "
                             "is that of pyos.",
     .params = params, .count = 3, .size = sizeof(struct arguments), .defaults = &defaults, .result = PYOS_TYPE_STR,
     .flags = PYOS_FUNCTION_IN_PYTHON, .run = run_popen},
};

#define ROW(called, type, call, text)                                                                       \
    {.name = called, .doc = text, .params = params, .count = 1, .size = sizeof(struct arguments),            \
     .defaults = &defaults, .result = PYOS_TYPE_RECORD, .record = &type, .flags = PYOS_FUNCTION_IN_PYTHON,  \
     .run = call}

static const struct pyos_function seed_functions[] = {
    ROW("popen2", popen2_record, run_popen2, "Runs a command by /bin/sh: what it writes, and its wait status."),
    ROW("popen3", popen3_record, run_popen3, "The same, and what it writes to standard error apart."),
    ROW("popen4", popen4_record, run_popen4, "The same, with standard error in standard output."),
};

const struct pyos_section pyos_os_popen_section = {
    "Process Management", NULL, functions, sizeof functions / sizeof *functions, "programs cannot be confined",
};
const struct pyos_section pyos_os_popen_seed_section = {
    "Process Management", "seed", seed_functions, sizeof seed_functions / sizeof *seed_functions,
    "programs cannot be confined",
};
