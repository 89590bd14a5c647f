/* Arrays and objects of JSON as the lists and mappings that parameter rows describe. */
#ifndef PYOS_CLI_FROM_JSON_LIST_H
#define PYOS_CLI_FROM_JSON_LIST_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/cli/convert.h"
#include "pyos/py/json_read.h"
#include "pyos/py/type.h"

/*
 * A str, or the bytes of {"base64": ...}, which *bytes tells; it ends with NUL and holds none. False, and no error,
 * for a value that is neither.
 */
bool pyos_from_json_text(const struct pyos_json *value, struct pyos_arena *arena, struct pyos_str *text, bool *bytes);

/* Each raises what CPython raises for an element that does not fit; function is whose argument it is. */
int pyos_from_json_strs(const char *function, const struct pyos_json *value, struct pyos_arena *arena,
                        struct pyos_strs *strs, struct pyos_error *error);
int pyos_from_json_words(const struct pyos_json *value, struct pyos_arena *arena, struct pyos_words *words,
                         struct pyos_error *error);
int pyos_from_json_buffers(const char *function, const struct pyos_json *value, struct pyos_arena *arena,
                           struct pyos_buffers *buffers, struct pyos_error *error);
int pyos_from_json_ints(const char *function, const struct pyos_json *value,
                        const struct pyos_convert_context *context, struct pyos_ints *ints, struct pyos_error *error);
int pyos_from_json_cpus(const struct pyos_json *value, struct pyos_cpus *cpus, struct pyos_error *error);
int pyos_from_json_signals(const struct pyos_json *value, struct pyos_signals *signals, struct pyos_error *error);
int pyos_from_json_environment(const char *function, const struct pyos_json *value, struct pyos_arena *arena,
                               struct pyos_environment *environment, struct pyos_error *error);
int pyos_from_json_times(const char *function, const struct pyos_json *value, bool ns, struct pyos_times *times,
                         struct pyos_error *error);

#endif
