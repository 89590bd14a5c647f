/*
 * A line on standard error that replaces itself: what a long call is at. It is shown only where that is a
 * terminal, and it must be hidden before anything else is written to one.
 */
#ifndef PYOS_CLI_PROGRESS_H
#define PYOS_CLI_PROGRESS_H

#include "pyos/base/buf.h"

#include <stdbool.h>

struct pyos_progress {
    bool wanted;
    bool hanging; /* a line stands on the terminal */
};

/* wanted: by the command line */
void pyos_progress_open(struct pyos_progress *progress, bool wanted);

/* Writes the line, which has no newline, over the one before, and frees it. */
void pyos_progress_show(struct pyos_progress *progress, struct pyos_buf *line);

/* Takes the line away, if there is one. */
void pyos_progress_hide(struct pyos_progress *progress);

#endif
