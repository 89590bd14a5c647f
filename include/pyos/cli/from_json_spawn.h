/* Values of JSON that posix_spawn alone takes. */
#ifndef PYOS_CLI_FROM_JSON_SPAWN_H
#define PYOS_CLI_FROM_JSON_SPAWN_H

#include "pyos/base/error.h"
#include "pyos/cli/convert.h"
#include "pyos/py/function.h"
#include "pyos/py/json_read.h"

/* [[POSIX_SPAWN_OPEN, fd, path, flags, mode], [POSIX_SPAWN_DUP2, fd, new_fd], ...]: in the arena. */
int pyos_from_json_file_actions(const struct pyos_function *function, const struct pyos_json *value,
                                const struct pyos_convert_context *context, struct pyos_file_actions *actions,
                                struct pyos_error *error);

/* [policy, priority]; the policy may be null. */
int pyos_from_json_scheduler(const struct pyos_function *function, const struct pyos_json *value,
                             const struct pyos_convert_context *context, struct pyos_scheduler *scheduler,
                             struct pyos_error *error);

#endif
