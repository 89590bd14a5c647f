/*
 * The command line by its rows: GNU's conventions (short and long options, `--`, operands and
 * options in any order), but long options are never abbreviated and `-1` is an operand.
 */
#ifndef PYOS_CLI_OPTIONS_H
#define PYOS_CLI_OPTIONS_H

#include "pyos/base/error.h"
#include "pyos/cli/convert.h"
#include "pyos/py/param.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Rows and the struct that they fill. */
struct pyos_option_table {
    const struct pyos_param *params;
    size_t count;
    void *arguments;
};

struct pyos_options {
    const char *name;                   /* whose line this is, for the TypeErrors */
    struct pyos_option_table tables[2]; /* the first that knows an option has it */
    bool stop_at_operand;               /* the first operand ends the options (exec and its kin) */
    struct pyos_convert_context context;
    struct pyos_words operands;         /* out */
    uint64_t given;                     /* out: bit i, i < 64: an option of row i of the first table */
    uint64_t placed;                    /* out: the same for --fd and --NAME-literal, which stand for an operand */
};

/*
 * Reads all words. The operands are moved to the front of words, with NULL behind them. Errors are
 * usage errors, or what a value raises; the first one counts, but the rest of the line is read all
 * the same: a --json in it says how the error is told.
 */
int pyos_options_read(struct pyos_options *options, char **words, struct pyos_error *error);

/* Reads the one option that *words points to, and moves *words behind it and its value. */
int pyos_options_next(struct pyos_options *options, char ***words, struct pyos_error *error);

/* Whether a long option of that spelling is the row's. */
bool pyos_options_is_named(const struct pyos_param *param, struct pyos_str spelling);

/* Whether a word is an option, or the `--` that ends them. */
bool pyos_options_is_option(const char *word);

#endif
