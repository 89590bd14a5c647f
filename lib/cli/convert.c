#include "pyos/cli/convert.h"

#include "pyos/py/int.h"

#include <limits.h>
#include <string.h>

static int to_bool(const struct pyos_param *param, bool *value, const char *word, struct pyos_error *error)
{
    if (strcmp(word, "True") != 0 && strcmp(word, "False") != 0)
        return pyos_error_usage(error, PYOS_TYPEERROR, "argument '%s' must be True or False, not '%s'", param->name,
                                word);
    *value = word[0] == 'T';
    return 0;
}

/* A descriptor; Python words its own overflow for these. */
static int to_fd(int *value, const char *word, struct pyos_error *error)
{
    int64_t wide;

    if (pyos_int_read(pyos_str(word), &wide) == PYOS_INT_OK && wide < INT_MIN)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "fd is less than minimum");
    if (pyos_int_parse(pyos_str(word), value, error) == 0)
        return 0;
    if (error->type == PYOS_OVERFLOWERROR)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "fd is %s", word[0] == '-' ? "less than minimum"
                                                                                    : "greater than maximum");
    return -1;
}

static int to_choice(const struct pyos_param *param, struct pyos_choice *choice, const char *word,
                     struct pyos_error *error)
{
    for (int i = 0; param->choices[i]; i++)
        if (strcmp(param->choices[i], word) == 0) {
            choice->value = i + 1;
            return 0;
        }
    return pyos_error_usage(error, PYOS_TYPEERROR, "argument '%s' must be one of %s, not '%s'", param->name,
                            param->metavar, word);
}

/* The array of a list grows by doubling; what it outgrows stays in the arena. */
static int to_words(struct pyos_words *words, const char *word, struct pyos_arena *arena, struct pyos_error *error)
{
    bool full = (words->count & (words->count - 1)) == 0; /* 0, 1, 2, 4, ... */

    if (full) {
        size_t capacity = words->count > 0 ? words->count * 2 : 1;
        const char **items = pyos_arena_get(arena, capacity * sizeof *items);

        if (!items)
            return pyos_error_memory(error);
        if (words->count > 0)
            memcpy(items, words->items, words->count * sizeof *items);
        words->items = items;
    }
    words->items[words->count++] = word;
    return 0;
}

int pyos_convert(const struct pyos_param *param, void *arguments, const char *word,
                 const struct pyos_convert_context *context, struct pyos_error *error)
{
    void *at = (char *)arguments + param->offset;

    switch ((enum pyos_type)param->type) {
    case PYOS_TYPE_BOOL: return to_bool(param, at, word, error);
    case PYOS_TYPE_INT: return pyos_constant_read_int(context->constants, pyos_str(word), at, error);
    case PYOS_TYPE_I64: return pyos_constant_read(context->constants, pyos_str(word), at, error);
    case PYOS_TYPE_TEXT: *(const char **)at = word; return 0;
    case PYOS_TYPE_WORDS: return to_words(at, word, context->arena, error);
    case PYOS_TYPE_FD: ((struct pyos_fd *)at)->given = true; return to_fd(at, word, error);
    case PYOS_TYPE_DIR_FD: return to_fd(at, word, error);
    case PYOS_TYPE_CHOICE: return to_choice(param, at, word, error);
    default: return pyos_error_say(error, PYOS_SYSTEMERROR, "parameter '%s' has no converter", param->name);
    }
}
