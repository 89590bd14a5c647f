/* The options that every name takes: the forms of the output, the backend, and --help. */
#ifndef PYOS_CLI_COMMON_H
#define PYOS_CLI_COMMON_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/watch.h"
#include "pyos/py/form.h"
#include "pyos/py/param.h"

struct pyos_common {
    bool raw;
    bool null;
    struct pyos_words field;
    struct pyos_choice json;      /* 1: lines, 2: array */
    struct pyos_choice json_ints; /* 1: number, 2: string */
    bool surrogateescape;
    struct pyos_choice backend; /* 1: native, 2: emulated; not given: native */
    const char *root;           /* the directory that is "/" on the emulated backend; NULL: not given */
    struct pyos_choice log;     /* one of the words that pyos_common_level knows */
    bool help;
};

enum { PYOS_JSON_LINES = 1, PYOS_JSON_ARRAY = 2 };
enum { PYOS_BACKEND_NATIVE = 1, PYOS_BACKEND_EMULATED = 2 };

/* The rows of struct pyos_common. */
extern const struct pyos_param pyos_common_params[];
extern const size_t pyos_common_count;

/* The form that the options ask for; terminal: what the output goes to. Fields are chosen later. */
struct pyos_form pyos_common_form(const struct pyos_common *common, bool terminal);

/* How much --log asks for. */
enum pyos_watch_level pyos_common_level(const struct pyos_common *common);

/*
 * Turns --field into the form's choice of a record's attributes. No --field chooses nothing. An
 * unknown name is a usage error, worded as Python's AttributeError.
 */
int pyos_common_choose(const struct pyos_common *common, const struct pyos_record *record, struct pyos_form *form,
                       struct pyos_arena *arena, struct pyos_error *error);

#endif
