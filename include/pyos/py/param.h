/*
 * Parameter rows: what a function or an applet takes, said once. The command line, --help and the
 * TypeErrors are made from them.
 */
#ifndef PYOS_PY_PARAM_H
#define PYOS_PY_PARAM_H

#include "pyos/py/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pyos_param_flags {
    PYOS_PARAM_POSITIONAL = 1, /* an operand, and an option too; all others are keywords, and so options only */
    PYOS_PARAM_NEGATIVE = 2,   /* of a bool: the letter and the alias say False (-P, --bottom-up) */
    PYOS_PARAM_BARE = 4,       /* the option may stand without a value: its first choice (--json) */
    PYOS_PARAM_ONLY = 8,       /* of a positional: it is no keyword (before the / of its signature) */
    PYOS_PARAM_REST = 16,      /* of a positional: it takes all operands from its place on (*args) */
    PYOS_PARAM_LIST = 32,      /* the same, and Python takes them as one list */
    PYOS_PARAM_APART = 64,     /* of a function: an option for what Python takes inside of another parameter */
    PYOS_PARAM_OURS = 128,     /* of a descriptor: for pyos itself, whatever backend the calls have */
};

/* How CPython words what is wrong with an argument, where another function of its own looks at it. */
struct pyos_wording {
    const char *type; /* the format for one of another type; %s is its class */
    const char *nul;  /* for a text with NUL in it; NULL: it may have that */
    const char *large; /* for a number that is too large; NULL: as for others of its type */
    bool str;         /* bytes are another type too */
};

#define PYOS_WORDING_FSPATH "expected str, bytes or os.PathLike object, not %s"
#define PYOS_WORDING_INDEX "'%s' object cannot be interpreted as an integer"

struct pyos_param {
    const char *name;           /* Python's: dir_fd is --dir-fd, and --dir_fd too */
    const char *alias;          /* one more long option, spelled with hyphens, or NULL */
    const char *metavar;        /* what --help calls the value, or NULL for a flag */
    const char *const *choices; /* of a struct pyos_choice: the words, NULL behind the last */
    const char *doc;
    const struct pyos_wording *wording; /* of a function: NULL where CPython words it by the type */
    const char *left_out; /* of a function: its default as Python spells it; NULL where it must be given */
    uint16_t offset;
    uint8_t type;  /* enum pyos_type */
    uint8_t flags; /* enum pyos_param_flags */
    char letter;   /* the short option, or 0 */
    uint8_t tag;   /* of a struct pyos_sequence: which option an item was */
};

#define PYOS_PARAM(T, member) .name = #member, .offset = offsetof(T, member), .type = PYOS_TYPE(T, member)

/* The same for another view of a member, or another name. */
#define PYOS_PARAM_AS(T, member, called, as) .name = called, .offset = offsetof(T, member), .type = as

/* Whether an option says by itself that it is on, and --no-NAME that it is off. */
static inline bool pyos_param_is_flag(const struct pyos_param *param)
{
    return param->type == PYOS_TYPE_BOOL || param->type == PYOS_TYPE_FLAG;
}

#endif
