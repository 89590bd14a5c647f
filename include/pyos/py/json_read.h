/*
 * JSON as others write it (RFC 8259, strictly): a text in memory becomes a tree in an arena. The
 * words and places of errors are those of Python's json.
 */
#ifndef PYOS_PY_JSON_READ_H
#define PYOS_PY_JSON_READ_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pyos_json_kind {
    PYOS_JSON_KIND_NULL,
    PYOS_JSON_KIND_BOOL,
    PYOS_JSON_KIND_NUMBER,
    PYOS_JSON_KIND_STRING,
    PYOS_JSON_KIND_ARRAY,
    PYOS_JSON_KIND_OBJECT,
};

enum { PYOS_JSON_DEPTH = 100 }; /* how deep arrays and objects may lie in one another */

struct pyos_json {
    enum pyos_json_kind kind;
    bool truth;           /* of a bool */
    struct pyos_str text; /* of a string: its bytes, and NUL behind them; of a number: as it is written */
    struct pyos_str key;  /* of a member of an object: its name, as text */
    size_t count;         /* of an array or object: how many items, first and its nexts */
    const struct pyos_json *first;
    const struct pyos_json *next;
};

/*
 * Reads one value and nothing behind it but blanks. line: the number of the text's first line, for
 * the errors. Strings become bytes as os.fsencode makes them: UTF-8, and Python's \udc80 to \udcff
 * are the bytes 0x80 to 0xff; any other lone surrogate is an error. Raises ValueError as json.loads
 * words it, also for NaN, Infinity, bytes that are not UTF-8 and what lies too deep.
 */
int pyos_json_read(struct pyos_str text, size_t line, struct pyos_arena *arena, const struct pyos_json **value,
                   struct pyos_error *error);

/* The member of an object, the last one of that name as in Python; NULL where there is none, or no object. */
const struct pyos_json *pyos_json_member(const struct pyos_json *object, const char *key);

/* Whether it is a number that Python reads as a float: it has a point or an exponent. */
bool pyos_json_is_float(const struct pyos_json *value);

/* The value of a number that is an integer of 64 bits; false for any other, and for what is no number. */
bool pyos_json_int(const struct pyos_json *number, int64_t *value);

#endif
