/* Mappings: the environment, and the names of sysconf and its kin. */
#ifndef PYOS_PY_MAPPING_H
#define PYOS_PY_MAPPING_H

#include "pyos/py/form.h"

/* Names of our own, and numbers. In raw form each is an item, NAME=VALUE. */
void pyos_mapping_named(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_named *named);

/* Names and values from outside, as a dict or an object. */
void pyos_mapping_environment(const struct pyos_form *form, struct pyos_buf *buf,
                              const struct pyos_environment *environment);

/* The same, each an item: in raw form NAME=VALUE, as JSON {"name":...,"value":...}, which is exact. */
void pyos_mapping_items(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_environment *environment);

#endif
