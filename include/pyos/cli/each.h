/* The operands of an applet, wherever they come from: the command line or --files0-from. */
#ifndef PYOS_CLI_EACH_H
#define PYOS_CLI_EACH_H

#include "pyos/base/in.h"
#include "pyos/cli/applet.h"

struct pyos_each {
    struct pyos_cli *cli;
    struct pyos_words operands;
    size_t next;
    bool from_file;
    struct pyos_in in;
};

/*
 * files0_from: a file of NUL-ended names ("-" is standard input), or NULL. Both at once is a usage
 * error. Reports and returns -1 on failure.
 */
int pyos_each_open(struct pyos_each *each, struct pyos_cli *cli, struct pyos_words operands, const char *files0_from);

/* 1 and the next one, 0 at the end, -1 after a failure to read (reported). It lives until the next call. */
int pyos_each_next(struct pyos_each *each, struct pyos_str *operand);

void pyos_each_close(struct pyos_each *each);

#endif
