/* The options that every name takes: the forms of the output, and --help. */
#ifndef PYOS_CLI_COMMON_H
#define PYOS_CLI_COMMON_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/form.h"
#include "pyos/py/param.h"

struct pyos_common {
    bool raw;
    bool null;
    struct pyos_words field;
    struct pyos_choice json;      /* 1: lines, 2: array */
    struct pyos_choice json_ints; /* 1: number, 2: string */
    bool surrogateescape;
    bool help;
};

enum { PYOS_JSON_LINES = 1, PYOS_JSON_ARRAY = 2 };

/* The rows of struct pyos_common. */
extern const struct pyos_param pyos_common_params[];
extern const size_t pyos_common_count;

/* The form that the options ask for; terminal: what the output goes to. Fields are chosen later. */
struct pyos_form pyos_common_form(const struct pyos_common *common, bool terminal);

/*
 * Turns --field into the form's choice of a record's attributes. No --field chooses nothing. An
 * unknown name is a usage error, worded as Python's AttributeError.
 */
int pyos_common_choose(const struct pyos_common *common, const struct pyos_record *record, struct pyos_form *form,
                       struct pyos_arena *arena, struct pyos_error *error);

#endif
