/*
 * JSON-RPC 2.0 (jsonrpc.org/specification), a message a line: the functions of the table are the
 * methods. What is read and where answers go is the session's.
 */
#ifndef PYOS_CLI_RPC_H
#define PYOS_CLI_RPC_H

#include "pyos/base/arena.h"
#include "pyos/base/buf.h"
#include "pyos/base/str.h"
#include "pyos/cli/house.h"
#include "pyos/cli/log.h"
#include "pyos/py/function.h"

enum pyos_rpc_code {
    PYOS_RPC_PARSE_ERROR = -32700,
    PYOS_RPC_INVALID_REQUEST = -32600,
    PYOS_RPC_METHOD_NOT_FOUND = -32601,
    PYOS_RPC_INVALID_PARAMS = -32602, /* TypeError */
    PYOS_RPC_EXCEPTION = -32000,      /* any other exception that has no errno */
};

struct pyos_rpc {
    const struct pyos_house *house;
    struct pyos_kept kept;
    struct pyos_handles *handles; /* what the numbers of descriptors mean; NULL: the native backend */
    struct pyos_root *root; /* what paths may not leave; NULL: the native backend */
    struct pyos_log *log;   /* where the backend tells what it does */
    struct pyos_variables *variables; /* os.environ */
    struct pyos_arena arena; /* of the message that is being answered */
};

/*
 * Carries out one message, a request or a batch, and appends its answer, a line; nothing to what asks
 * for no answer. A call that ends the process or replaces it returns no more.
 */
void pyos_rpc_answer(struct pyos_rpc *rpc, struct pyos_str line, struct pyos_buf *answer);

/* Appends the answer to a line that could not be read for what message says. */
void pyos_rpc_refuse(struct pyos_buf *answer, enum pyos_rpc_code code, const char *message);

#endif
