/*
 * What os.path asks of one path, as a row: basename cuts a part out, splitext a tuple of parts, abspath writes another
 * text, isabs tests, isdir asks for the type of a file and getsize for a field of its os.stat_result.
 */
#ifndef PYOS_OS_QUESTION_H
#define PYOS_OS_QUESTION_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/place.h"
#include "pyos/base/str.h"
#include "pyos/os/stat.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pyos_question {
    const char *argument; /* Python's name for the path */
    enum {
        PYOS_QUESTION_PART,
        PYOS_QUESTION_PARTS,
        PYOS_QUESTION_TEXT,
        PYOS_QUESTION_TEST,
        PYOS_QUESTION_TYPE,
        PYOS_QUESTION_FIELD,
    } kind;
    union {
        struct pyos_str (*part)(struct pyos_str path);
        void (*parts)(struct pyos_str path, struct pyos_str *parts);
        int (*text)(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out, struct pyos_error *error);
        int (*test)(struct pyos_root *root, struct pyos_str path, bool *truth, struct pyos_error *error);
        uint32_t type; /* S_IF* of sys/stat.h, 0 for any */
        const char *field;
    };
    size_t count; /* PARTS: how many, 2 or 3 */
    bool itself;  /* TYPE: of a link itself */
};

/* Zero it before use; one serves many questions. */
struct pyos_answer {
    enum pyos_type type;  /* what value points to, in this struct: */
    const void *value;
    size_t count;         /* more than 1: value is an array of that many struct pyos_str, a tuple */
    bool truth;
    struct pyos_str strs[3];
    struct pyos_buf text;
    struct pyos_stat stat;
};

/*
 * Asks it of a path that ends with NUL; root is what it may not leave, or NULL. Raises what the function does; its
 * file name may be in answer->text.
 */
int pyos_question_ask(const struct pyos_question *question, struct pyos_root *root, struct pyos_str path,
                      struct pyos_answer *answer, struct pyos_error *error);

/* Asks a TYPE or a FIELD of an open descriptor, which Python takes in place of a path there. */
int pyos_question_ask_fd(const struct pyos_question *question, int fd, struct pyos_answer *answer,
                         struct pyos_error *error);

/* Python's class of the answer, such as "str". */
const char *pyos_question_class(const struct pyos_question *question);

/* Functions that are not made for rows, in a shape that they take. never is isjunction and isdevdrive. */
int pyos_question_normpath(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out,
                           struct pyos_error *error);
int pyos_question_realpath(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out,
                           struct pyos_error *error);
int pyos_question_realpath_strict(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out,
                                  struct pyos_error *error);
int pyos_question_isabs(struct pyos_root *root, struct pyos_str path, bool *truth, struct pyos_error *error);
int pyos_question_never(struct pyos_root *root, struct pyos_str path, bool *truth, struct pyos_error *error);

void pyos_answer_free(struct pyos_answer *answer);

#endif
