/* session: one process between calls, and with it its descriptors, directory, umask, environment and children. */
#include "pyos/base/in.h"
#include "pyos/base/out.h"
#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"
#include "pyos/cli/rpc.h"
#include "pyos/os/environ.h"
#include "pyos/os/session.h"
#include "pyos/py/handles.h"

#include <unistd.h>

enum { REQUEST_MAX = 64 * 1024 * 1024, KEPT_MAX = 1024 * 1024 }; /* bytes */

struct options {
    struct pyos_fd input_fd;
    struct pyos_fd output_fd;
};

#define PARAM(member) PYOS_PARAM(struct options, member)

static const struct pyos_param params[] = {
    {PARAM(input_fd), .metavar = "N", .flags = PYOS_PARAM_OURS,
     .doc = "reads requests there, and leaves standard input to the calls"},
    {PARAM(output_fd), .metavar = "N", .flags = PYOS_PARAM_OURS,
     .doc = "writes answers there, and leaves standard output to the calls"},
};

/* Answers one line; an answer for which there was no memory becomes one that says so. */
static int answer_line(struct pyos_rpc *rpc, const struct pyos_in *in, struct pyos_str line, int output,
                       struct pyos_error *error)
{
    struct pyos_buf answer = {0};
    int errnum;

    if (in->cut)
        pyos_rpc_refuse(&answer, PYOS_RPC_INVALID_REQUEST, "Invalid Request: a line of more than 64 MiB");
    else
        pyos_rpc_answer(rpc, line, &answer);
    if (answer.failed) {
        pyos_buf_free(&answer);
        answer = (struct pyos_buf){0};
        pyos_rpc_refuse(&answer, PYOS_RPC_EXCEPTION, "[Errno 12] Cannot allocate memory");
    }
    errnum = answer.size > 0 ? pyos_out_write(output, answer.data, answer.size) : 0;
    pyos_buf_free(&answer);
    return errnum != 0 ? pyos_error_os(error, errnum) : 0;
}

/* Until the end of input. A line of blanks asks for nothing. */
static int serve(struct pyos_rpc *rpc, struct pyos_in *in, int output, struct pyos_error *error)
{
    struct pyos_str line;
    int result;

    while ((result = pyos_in_next(in, '\n', &line, error)) > 0) {
        if ((line.size > 0 || in->cut) && answer_line(rpc, in, line, output, error) != 0)
            return -1;
        if (line.size > KEPT_MAX) {
            pyos_arena_free(&rpc->arena);
            rpc->arena = (struct pyos_arena){0};
        }
    }
    return result;
}

static void run(struct pyos_cli *cli, const void *given, struct pyos_words operands)
{
    const struct options *options = given;
    int input = options->input_fd.given ? options->input_fd.value : STDIN_FILENO;
    int output = options->output_fd.given ? options->output_fd.value : STDOUT_FILENO;
    int descriptors[PYOS_SESSION_DESCRIPTORS];
    struct pyos_handles handles = {0};
    struct pyos_variables variables = {0};
    struct pyos_rpc rpc = {
        .house = cli->house,
        .kept = {descriptors, PYOS_SESSION_DESCRIPTORS},
        .root = cli->root,
        .log = &cli->log,
        .handles = cli->root ? &handles : NULL,
        .variables = &variables,
    };
    struct pyos_in in = {.limit = REQUEST_MAX, .name = pyos_str("<session>")};
    struct pyos_error error;

    if (pyos_cli_need_none(cli, operands) != 0)
        return;
    if (pyos_os_environ_copy(&variables, &error) != 0 ||
        pyos_session_open(input, output, descriptors, &error) != 0) {
        pyos_variables_free(&variables);
        pyos_cli_fail(cli, &error);
        return;
    }
    in.fd = descriptors[PYOS_SESSION_INPUT];
    if (serve(&rpc, &in, descriptors[PYOS_SESSION_OUTPUT], &error) != 0)
        pyos_cli_fail(cli, &error);
    pyos_in_close(&in);
    pyos_arena_free(&rpc.arena);
    pyos_handles_free(&handles);
    pyos_variables_free(&variables);
}

static const struct pyos_example examples[] = {
    {"echo '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"WEXITSTATUS\",\"params\":[256]}' | pyos session",
     "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":1}"},
    {NULL, NULL},
};

static const struct pyos_applet applets[] = {
    {.name = "session", .summary = "calls of os as JSON-RPC 2.0, a message a line, all in one process",
     .details =
         "Each function is a method; `rpc.discover` lists them. Params are an array, or an\n"
         "object by Python's names. {\"base64\": ...} is bytes, null is None, and where an\n"
         "integer is expected a constant's name stands for it. A line that is not JSON is\n"
         "answered and the session goes on.\n",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options), .examples = examples,
     .emulation = PYOS_EMULATED, .run = run},
};

const struct pyos_applet_list pyos_applets_session = {applets, sizeof applets / sizeof *applets};
