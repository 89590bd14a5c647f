/* A value of JSON becomes the C value that a parameter row describes: what a session is given. */
#ifndef PYOS_CLI_FROM_JSON_H
#define PYOS_CLI_FROM_JSON_H

#include "pyos/base/error.h"
#include "pyos/cli/convert.h"
#include "pyos/py/function.h"
#include "pyos/py/json_read.h"

/*
 * Stores value in arguments at the place of a row of the function. {"base64": ...} is bytes, null is
 * None, and where an integer is expected a string names a constant. A value of another type, or out of
 * range, raises what Python raises, in CPython's words.
 */
int pyos_from_json(const struct pyos_function *function, const struct pyos_param *param, void *arguments,
                   const struct pyos_json *value, const struct pyos_convert_context *context,
                   struct pyos_error *error);

/* The name that Python has for the type of a value: "str", "dict", ... */
const char *pyos_from_json_type(const struct pyos_json *value);

#endif
