/*
 * Function rows: a function of os, said once. `pyos NAME` and a session's method are made from its row.
 */
#ifndef PYOS_PY_FUNCTION_H
#define PYOS_PY_FUNCTION_H

#include "pyos/base/arena.h"
#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/place.h"
#include "pyos/py/backend.h"
#include "pyos/py/param.h"
#include "pyos/py/record.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What a function gives back: the member that the row's result type names, or nothing where that is
 * PYOS_TYPE_NONE. A record's fields are members of it, or of what nested points to.
 */
union pyos_result {
    bool truth;
    int number;
    int numbers[4];
    int64_t wide;
    uint64_t wide_unsigned;
    int64_t wides[2];
    double real;
    double reals[3];
    struct pyos_str str;
    struct pyos_bytes bytes;
    struct pyos_strs strs;
    struct pyos_ints ints;
    struct pyos_maybe maybe;
    struct pyos_cpus cpus;
    struct pyos_environment environment;
    struct pyos_named named;
    struct pyos_nested nested;
    struct pyos_records records;
    struct pyos_buffers buffers;
    struct pyos_waited {
        int pid;
        int status;
        struct pyos_nested rusage;
    } waited; /* a child that has ended */
    struct pyos_streams {
        struct pyos_str out; /* the names stdout and stderr are taken */
        struct pyos_str err;
        int status;
    } streams; /* what a command wrote, and how it ended */
    struct pyos_called {
        int64_t number;
        struct pyos_buffers buffers;
    } called; /* what a call of the kernel gave */
    struct pyos_times_result {
        double user, system, children_user, children_system, elapsed;
    } times; /* in seconds */
    struct pyos_id_result {
        int64_t real, effective, saved;
    } ids; /* of users or groups */
    struct pyos_controlled {
        int number;
        struct pyos_nested lock;
    } controlled; /* what fcntl gave */
};

/*
 * What the process that calls keeps for itself: to functions, these descriptors are not open. count
 * is 0 for a command line, whose process does nothing but the call.
 */
struct pyos_kept {
    const int *descriptors;
    size_t count;
};

struct pyos_handles;
struct pyos_section;
struct pyos_variables;

/* A call: what a function is handed, and what came of it. */
struct pyos_call {
    const struct pyos_function *function;
    const void *arguments;    /* the struct that the row's params describe */
    struct pyos_arena *arena; /* for what the result points to: it lives until the result was printed */
    struct pyos_kept kept;
    struct pyos_handles *handles; /* what the numbers of descriptors mean; NULL: what they are to the process */
    struct pyos_root *root; /* what paths may not leave; NULL: the native backend */
    const struct pyos_section *const *sections; /* all that there are, NULL behind the last */
    struct pyos_variables *variables; /* os.environ of a session; NULL: it is the environment itself */
    bool session;             /* the process goes on after this call */
    union pyos_result result;
    bool bytes;               /* out: the str in the result are bytes, since the path was */
    struct pyos_error *error;
};

enum pyos_function_flags {
    PYOS_FUNCTION_IN_PYTHON = 1, /* CPython has it in os.py: TypeErrors are worded as for functions in Python */
    PYOS_FUNCTION_SECRET = 2,    /* the result is wiped from memory once it was printed */
    PYOS_FUNCTION_VALUE = 4,     /* no function: an attribute of os, such as os.name */
    PYOS_FUNCTION_INSIDE = 8,    /* of use only where the process goes on: in a session, or under --exec */
    PYOS_FUNCTION_NONE_IS_FALSE = 16, /* None is exit code 1: a name was not set */
    PYOS_FUNCTION_LITERAL = 32,       /* options end at the first operand */
    PYOS_FUNCTION_KEYWORDS = 1024,    /* Python also takes any other keyword, **kwargs */
    /* Which sets of os have it: */
    PYOS_FUNCTION_SUPPORTS_FD = 64,
    PYOS_FUNCTION_SUPPORTS_DIR_FD = 128,
    PYOS_FUNCTION_SUPPORTS_EFFECTIVE_IDS = 256,
    PYOS_FUNCTION_SUPPORTS_FOLLOW_SYMLINKS = 512,
};

struct pyos_function {
    const char *name;
    const char *doc;
    const struct pyos_param *params; /* positional ones first, in Python's order */
    size_t count;
    size_t size;          /* of the struct that the params describe */
    const void *defaults; /* its values when nothing is given; NULL for all zero */
    enum pyos_type result;
    const struct pyos_record *record; /* of PYOS_TYPE_RECORD */
    unsigned flags;                   /* enum pyos_function_flags */
    enum pyos_emulation emulation;
    const char *reason; /* why it is refused, where that is not what its section says; or what is emulated of it, where
                           no parameter says so */
    int (*run)(struct pyos_call *call); /* 0, or -1 with call->error filled in */
};

/* A section of the manual of os. */
struct pyos_section {
    const char *name;
    const char *origin; /* NULL: os itself; "seed", "linux": what pyos adds */
    const struct pyos_function *functions;
    size_t count;
    const char *reason; /* why the emulated backend refuses those that it refuses; NULL: it refuses none */
};

/* The place of a path that is given with a dir_fd, and of one that is not. */
static inline struct pyos_place pyos_call_place(const struct pyos_call *call, struct pyos_dir_fd dir_fd)
{
    return (struct pyos_place){call->root, dir_fd.value};
}

static inline struct pyos_place pyos_call_here(const struct pyos_call *call)
{
    return pyos_place_here(call->root);
}

/*
 * How most functions end: result is what a system call gave, a number or -errno. An errno becomes an
 * OSError, with the path or descriptor that it is about; a number becomes the result of its kind.
 */
int pyos_call_none(struct pyos_call *call, int result);
int pyos_call_number(struct pyos_call *call, int result);
int pyos_call_wide(struct pyos_call *call, int64_t result);
int pyos_call_of_path(struct pyos_call *call, int result, const struct pyos_path *path);
int pyos_call_of_name(struct pyos_call *call, int result, const struct pyos_pathname *name);
int pyos_call_of_names(struct pyos_call *call, int result, const struct pyos_pathname *from,
                       const struct pyos_pathname *to);

/* Moves what a text holds into the arena of the call, with a NUL behind it, and frees it. 0, or -1: no memory. */
int pyos_call_take(struct pyos_call *call, struct pyos_buf *text, struct pyos_str *taken);

/*
 * Room in the arena of the call for a bytes object of that size, which is not negative. NULL without memory, and for
 * what no object of CPython can hold (OverflowError).
 */
char *pyos_call_room(struct pyos_call *call, int64_t size);

#endif
