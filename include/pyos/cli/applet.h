/*
 * Applet rows: a name of the command line, said once. Parsing, --help, --list and the tests of the
 * examples are made from them. What an applet is handed is a struct pyos_cli.
 */
#ifndef PYOS_CLI_APPLET_H
#define PYOS_CLI_APPLET_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/place.h"
#include "pyos/cli/common.h"
#include "pyos/cli/convert.h"
#include "pyos/cli/log.h"
#include "pyos/py/backend.h"
#include "pyos/py/param.h"
#include "pyos/py/printer.h"
#include "pyos/py/record.h"

#include <stdbool.h>
#include <stddef.h>

struct pyos_house;

/* A command line and the lines that it prints; output NULL: whatever it prints, it succeeds. */
struct pyos_example {
    const char *command;
    const char *output;
};

/* A call: what it prints to, and what came of it. */
struct pyos_cli {
    const char *name; /* how it was called; NULL before a name is known */
    const struct pyos_house *house;
    struct pyos_common common;
    struct pyos_printer printer;
    struct pyos_arena arena; /* for what lives as long as the call */
    struct pyos_root *root;  /* what paths may not leave; NULL: the native backend */
    struct pyos_log log;
    int failure;             /* what every failure is worth, or 0: as the contract's table has it */
    int exit_code;           /* of the first failure */
};

struct pyos_applet {
    const char *name;
    const char *summary;  /* one line */
    const char *operands; /* as the usage line shows them: "PATH..." */
    const char *details;  /* lines for --help, or NULL */
    const struct pyos_param *params;
    size_t count;
    size_t size;          /* of the struct that the params describe */
    const void *defaults; /* its values when no option is given */
    bool stop_at_operand; /* options end at the first operand */
    int failure;          /* exit code of all failures, or 0 for the contract's table */
    const struct pyos_applet *commands; /* "NAME WORD" each: the first operand picks one; NULL for none */
    size_t command_count;
    bool default_command; /* where no word picks one, it is the first */
    enum pyos_emulation emulation;
    const char *reason; /* why it is refused */
    const struct pyos_record *record;    /* whose fields --help shows, or NULL */
    const struct pyos_example *examples; /* a row of NULLs behind the last */
    void (*run)(struct pyos_cli *cli, const void *options, struct pyos_words operands);
};

/* The place of a path that is given with a dir_fd. */
static inline struct pyos_place pyos_cli_place(const struct pyos_cli *cli, struct pyos_dir_fd dir_fd)
{
    return (struct pyos_place){cli->root, dir_fd.value};
}

/* What pyos_convert needs of a call. */
struct pyos_convert_context pyos_cli_context(struct pyos_cli *cli);

/* Where a text is appended that has no form, whatever form was asked for: --help, --version. */
struct pyos_buf *pyos_cli_text(struct pyos_cli *cli);

/* Reports the error; the first one decides the exit code. Returns -1. */
int pyos_cli_fail(struct pyos_cli *cli, const struct pyos_error *error);

/* Chooses the fields of --field; reports and returns -1 when the record has no such attribute. */
int pyos_cli_choose(struct pyos_cli *cli, const struct pyos_record *record);

/*
 * Wants the named operands (NULL behind the last name), and at most `most` in all: else Python's
 * TypeErrors, reported, and -1.
 */
int pyos_cli_count(struct pyos_cli *cli, struct pyos_words operands, const char *const *names, size_t most);

/* Wants at least one operand: without any, Python's TypeError for the named argument, and -1. */
int pyos_cli_need(struct pyos_cli *cli, struct pyos_words operands, const char *argument);

/* Wants no operand at all: where there is one, Python's TypeError, and -1. */
int pyos_cli_need_none(struct pyos_cli *cli, struct pyos_words operands);

#endif
