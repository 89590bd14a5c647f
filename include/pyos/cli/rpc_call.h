/* A function called with the params of a request. */
#ifndef PYOS_CLI_RPC_CALL_H
#define PYOS_CLI_RPC_CALL_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/cli/rpc.h"
#include "pyos/py/json_read.h"

/*
 * Calls the function and appends its result as JSON. params: an array, by position; an object, by
 * name; NULL: none. Raises what the function raises, and TypeErrors as CPython words them.
 */
int pyos_rpc_call(struct pyos_rpc *rpc, const struct pyos_function *function, const struct pyos_json *params,
                  struct pyos_buf *result, struct pyos_error *error);

#endif
