/* A word of the command line becomes the C value that a parameter row describes. */
#ifndef PYOS_CLI_CONVERT_H
#define PYOS_CLI_CONVERT_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/constant.h"
#include "pyos/py/function.h"
#include "pyos/py/param.h"

struct pyos_convert_context {
    struct pyos_arena *arena; /* for what lives as long as the call */
    const struct pyos_constants *constants;
};

/*
 * Stores word in arguments at the row's place. A struct pyos_words or pyos_sequence takes one more
 * item with each call, from the arena. Bytes are the word itself, and for - all of standard input.
 * Errors: a value that does not fit raises what Python raises; a word that is none of the row's
 * choices is a usage error.
 */
int pyos_convert(const struct pyos_param *param, void *arguments, const char *word,
                 const struct pyos_convert_context *context, struct pyos_error *error);

/* The other ways into a row: --fd=N of a PYOS_TYPE_PATH, and --NAME-literal=WORD of PYOS_TYPE_BYTES. */
int pyos_convert_fd(const struct pyos_param *param, void *arguments, const char *word, struct pyos_error *error);
int pyos_convert_literal(const struct pyos_param *param, void *arguments, const char *word);

#endif
