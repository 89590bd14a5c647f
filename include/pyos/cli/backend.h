/*
 * The backend that the common options choose. It is opened before anything of a name is done; what the emulated one
 * refuses is refused here, before it runs.
 */
#ifndef PYOS_CLI_BACKEND_H
#define PYOS_CLI_BACKEND_H

#include "pyos/cli/applet.h"
#include "pyos/cli/options.h"
#include "pyos/py/function.h"

/*
 * Opens it: cli->root is the root of the emulated one. Options that do not go together are usage errors; what
 * is wrong with --root is an OSError. Reports and returns -1.
 */
int pyos_backend_open(struct pyos_cli *cli);

/* Why the emulated backend refuses a function, or what it emulates of it; NULL: it supports it as it is. */
const char *pyos_backend_reason(const struct pyos_house *house, const struct pyos_function *function);

/*
 * Before a function runs on the emulated backend: NotImplementedError where that refuses it, or a descriptor that the
 * line names; NULL: no line, but a session's request. What becomes of it is told.
 */
int pyos_backend_admit(const struct pyos_log *log, const struct pyos_house *house,
                       const struct pyos_function *function, const struct pyos_options *line,
                       struct pyos_error *error);

/* The same of an applet. Reports and returns -1. Any is admitted on the native backend. */
int pyos_backend_admit_applet(struct pyos_cli *cli, const struct pyos_applet *applet,
                              const struct pyos_options *line);

/* NotImplementedError: what runs is refused, for that reason. Told too; returns -1. */
int pyos_backend_refuse(const struct pyos_log *log, const char *reason, struct pyos_error *error);

/* An error of what ran on the emulated backend: PYOS_UNCONFINED is such a refusal. -1. */
int pyos_backend_explain(const struct pyos_log *log, struct pyos_error *error);

#endif
