/*
 * The table that main hands over: every name that this binary answers to. cli knows no applet.
 */
#ifndef PYOS_CLI_HOUSE_H
#define PYOS_CLI_HOUSE_H

#include "pyos/cli/applet.h"
#include "pyos/py/backend.h"
#include "pyos/py/constant.h"
#include "pyos/py/function.h"
#include "pyos/py/handover.h"

#include <stdbool.h>
#include <stddef.h>

/* The rows of one file of applets/. */
struct pyos_applet_list {
    const struct pyos_applet *applets;
    size_t count;
};

struct pyos_house {
    const char *version;
    const struct pyos_applet_list *const *lists; /* NULL behind the last */
    const struct pyos_section *const *sections;  /* NULL behind the last */
    const struct pyos_constants *constants;
    pyos_become_function *become; /* what --exec does in the end */
    pyos_confine_function *confine; /* opens the emulated backend */
    pyos_open_function *open;       /* opens a file that an option of cli's names */
};

/* What a name is: one of the two, the other is NULL. */
struct pyos_target {
    const struct pyos_applet *applet;
    const struct pyos_function *function;
};

/* The function of that name, whatever applet shares it; NULL where there is none. */
const struct pyos_function *pyos_house_function(const struct pyos_house *house, const char *name);

/* Whether the house has the name. Where an applet and a function share one, it is the applet's. */
bool pyos_house_find(const struct pyos_house *house, const char *name, struct pyos_target *target);

#endif
