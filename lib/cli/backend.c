#include "pyos/cli/backend.h"

#include "pyos/cli/given.h"
#include "pyos/cli/house.h"

#include <stdio.h>

enum { TOLD_MAX = 200 }; /* bytes: no reason is as long */

static const char inherited[] = "inherited descriptors cannot be confined";
static const char paths[] = "paths stay below the root";

int pyos_backend_open(struct pyos_cli *cli)
{
    const struct pyos_common *common = &cli->common;
    bool emulated = common->backend.value == PYOS_BACKEND_EMULATED;
    struct pyos_error error;
    int result = 0;

    pyos_log_open(&cli->log, pyos_common_level(common), cli->name, &cli->printer.form);
    if (emulated && !common->root)
        result = pyos_error_usage(&error, PYOS_TYPEERROR, "the emulated backend needs --root=DIR");
    else if (emulated)
        result = cli->house->confine(common->root, &cli->log.watch, &cli->arena, &cli->root, &error);
    else if (common->root)
        result = pyos_error_usage(&error, PYOS_TYPEERROR, "--root needs --backend=emulated: no other stays below it");
    return result != 0 ? pyos_cli_fail(cli, &error) : 0;
}

/* ---- what is told */

static void tell(const struct pyos_log *log, enum pyos_watch_level level, const char *done, const char *why)
{
    char what[TOLD_MAX];

    snprintf(what, sizeof what, "%s: %s", done, why);
    pyos_watch_tell(&log->watch, level, what, NULL);
}

static void tell_emulated(const struct pyos_log *log, const char *what)
{
    tell(log, PYOS_WATCH_INFO, "emulated", what);
}

int pyos_backend_refuse(const struct pyos_log *log, const char *reason, struct pyos_error *error)
{
    tell(log, PYOS_WATCH_ERROR, "refused", reason);
    return pyos_error_say(error, PYOS_NOTIMPLEMENTEDERROR, "%s: refused by the emulated backend: %s", log->name,
                          reason);
}

int pyos_backend_explain(const struct pyos_log *log, struct pyos_error *error)
{
    if (error->type != PYOS_OSERROR || error->errnum != PYOS_UNCONFINED)
        return -1;
    return pyos_backend_refuse(log, "this kernel has no call for it that can be confined", error);
}

/* ---- descriptors that a line names */

/* placed: --fd stands in the place of the row. */
static bool is_descriptor(const struct pyos_param *param, bool placed)
{
    switch ((enum pyos_type)param->type) {
    case PYOS_TYPE_PATH: return placed;
    case PYOS_TYPE_FD:
    case PYOS_TYPE_DIR_FD:
    case PYOS_TYPE_DESCRIPTOR:
    case PYOS_TYPE_FILDES: return !(param->flags & PYOS_PARAM_OURS);
    default: return false;
    }
}

/* Whether an option or an operand is an open descriptor, which the process has inherited. */
static bool names_descriptor(const struct pyos_options *line)
{
    const struct pyos_option_table *own = &line->tables[0];
    size_t operands = line->operands.count;

    for (size_t i = 0; i < own->count && i < 64; i++) { /* of more rows a line has no bits */
        bool placed = pyos_given_has(line->placed, i);
        bool given = placed || pyos_given_has(line->given, i);

        if (!given && own->params[i].flags & PYOS_PARAM_POSITIONAL && operands > 0) {
            given = true;
            operands--;
        }
        if (given && is_descriptor(&own->params[i], placed))
            return true;
    }
    return false;
}

/* ---- what becomes of functions and applets */

static bool takes_path(const struct pyos_function *function)
{
    for (size_t i = 0; i < function->count; i++)
        if (function->params[i].type == PYOS_TYPE_PATH || function->params[i].type == PYOS_TYPE_PATHNAME)
            return true;
    return false;
}

/* Why the section of a function refuses. */
static const char *reason_of_section(const struct pyos_house *house, const struct pyos_function *function)
{
    for (size_t s = 0; house->sections[s]; s++)
        for (size_t i = 0; i < house->sections[s]->count; i++)
            if (&house->sections[s]->functions[i] == function)
                return house->sections[s]->reason;
    return NULL;
}

const char *pyos_backend_reason(const struct pyos_house *house, const struct pyos_function *function)
{
    if (function->reason || function->emulation == PYOS_SUPPORTED)
        return function->reason;
    if (function->emulation == PYOS_REFUSED)
        return reason_of_section(house, function);
    return takes_path(function) ? paths : "descriptors are those of the session";
}

int pyos_backend_admit(const struct pyos_log *log, const struct pyos_house *house,
                       const struct pyos_function *function, const struct pyos_options *line,
                       struct pyos_error *error)
{
    if (function->emulation == PYOS_REFUSED)
        return pyos_backend_refuse(log, pyos_backend_reason(house, function), error);
    if (line && names_descriptor(line))
        return pyos_backend_refuse(log, inherited, error);
    if (function->emulation == PYOS_EMULATED)
        tell_emulated(log, pyos_backend_reason(house, function));
    return 0;
}

int pyos_backend_admit_applet(struct pyos_cli *cli, const struct pyos_applet *applet,
                              const struct pyos_options *line)
{
    struct pyos_error error;
    const char *reason = NULL;

    if (!cli->root)
        return 0;
    if (applet->emulation == PYOS_REFUSED)
        reason = applet->reason;
    else if (names_descriptor(line))
        reason = inherited;
    else if (applet->emulation == PYOS_EMULATED)
        tell_emulated(&cli->log, paths);
    if (!reason)
        return 0;
    pyos_backend_refuse(&cli->log, reason, &error);
    return pyos_cli_fail(cli, &error);
}
