/*
 * What os.walk yields for a directory, (dirpath, dirnames, filenames), in each form of the output.
 * The lists are never built: they are written from the entries of the directory.
 */
#ifndef PYOS_OS_WALK_TUPLE_H
#define PYOS_OS_WALK_TUPLE_H

#include "pyos/base/buf.h"
#include "pyos/os/walk.h"
#include "pyos/py/form.h"
#include "pyos/py/record.h"

/* The names of the three, to choose from; only pyos_walk_tuple can show them. */
extern const struct pyos_record pyos_walk_tuple_record;

/* Appends the tuple of a directory, or those of the three that the form has chosen, as one item. */
void pyos_walk_tuple(const struct pyos_form *form, struct pyos_buf *text, const struct pyos_walk_directory *directory);

#endif
