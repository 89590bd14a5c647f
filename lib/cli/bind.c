#include "pyos/cli/bind.h"

/* A call, counted; without what takes any number of words. */
struct count {
    size_t positional; /* rows that may be operands */
    size_t required;   /* of these, without a default */
    size_t given;      /* operands, and options in an operand's place */
    size_t named;      /* options by Python's own names */
    bool rest;         /* operands that are too many go to a list */
};

/* Whether a row takes any number of words, even none: these are never missing on a command line. */
static bool is_list(const struct pyos_param *param)
{
    return param->flags & (PYOS_PARAM_REST | PYOS_PARAM_LIST) || param->type == PYOS_TYPE_ENVIRONMENT;
}

static size_t count_bits(uint64_t bits)
{
    return (size_t)__builtin_popcountll(bits); /* 0 to 64 */
}

static struct count count_call(const struct pyos_function *function, const struct pyos_options *options)
{
    struct count count = {
        .given = options->operands.count + count_bits(options->placed),
        .named = count_bits(options->given),
    };

    for (size_t i = 0; i < function->count && function->params[i].flags & PYOS_PARAM_POSITIONAL; i++) {
        const struct pyos_param *param = &function->params[i];

        count.rest = count.rest || param->flags & (PYOS_PARAM_REST | PYOS_PARAM_LIST);
        if (is_list(param))
            continue;
        count.positional++;
        count.required += !param->left_out;
    }
    if (count.rest && count.given > count.positional)
        count.given = count.positional;
    return count;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* Functions that take positions alone: CPython reads those with a pid by an older parser, which has other words. */
static bool has_pid(const struct pyos_function *function)
{
    for (size_t i = 0; i < function->count; i++)
        if (function->params[i].type == PYOS_TYPE_PID)
            return true;
    return false;
}

/* "expected 3 arguments", "expected at least 2 arguments" */
static int expected(const struct pyos_function *function, const struct count *count, struct pyos_error *error)
{
    bool few = count->given < count->required;
    size_t bound = few ? count->required : count->positional;
    const char *which = count->required == count->positional ? "" : few ? "at least " : "at most ";

    return pyos_error_usage(error, PYOS_TYPEERROR, "%s expected %s%zu argument%s, got %zu", function->name, which,
                            bound, plural(bound), count->given);
}

/* CPython has C functions of several kinds; the kind that takes positions alone words its own errors. */
static int check_positions(const struct pyos_function *function, const struct count *count, struct pyos_error *error)
{
    const char *name = function->name;

    if (count->given >= count->required && count->given <= count->positional)
        return 0;
    if (function->flags & PYOS_FUNCTION_IN_PYTHON)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes %zu positional argument%s but %zu %s given", name,
                                count->positional, plural(count->positional), count->given,
                                count->given == 1 ? "was" : "were");
    if (count->positional == 0)
        return pyos_error_usage(error, PYOS_TYPEERROR, "posix.%s() takes no arguments (%zu given)", name,
                                count->given);
    if (count->positional == 1)
        return pyos_error_usage(error, PYOS_TYPEERROR, "posix.%s() takes exactly one argument (%zu given)", name,
                                count->given);
    if (has_pid(function))
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes exactly %zu arguments (%zu given)", name,
                                count->positional, count->given);
    return expected(function, count, error);
}

/* The kind that takes keywords too: how many there are at all. */
static int check_counts(const struct pyos_function *function, const struct count *count, struct pyos_error *error)
{
    const char *name = function->name;
    size_t all = count->given + count->named;

    if (all > function->count && !count->rest)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes at most %zu %sargument%s (%zu given)", name,
                                function->count, count->given == 0 ? "keyword " : "", plural(function->count), all);
    if (count->given > count->positional)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes %s %zu positional argument%s (%zu given)", name,
                                count->required < count->positional ? "at most" : "exactly", count->positional,
                                plural(count->positional), count->given);
    return 0;
}

/* Whether bit i, of row i, is set. */
static bool has(uint64_t rows, size_t i)
{
    return rows >> i & 1;
}

/* Each row once, by its place or by its name. */
static int check_rows(const struct pyos_function *function, const struct pyos_options *options,
                      struct pyos_error *error)
{
    size_t operands = options->operands.count;

    for (size_t i = 0; i < function->count && function->params[i].flags & PYOS_PARAM_POSITIONAL; i++) {
        const struct pyos_param *param = &function->params[i];
        bool placed = has(options->placed, i);
        bool named = has(options->given, i);

        if (is_list(param))
            continue;
        if (named && (placed || operands > 0))
            return pyos_error_usage(error, PYOS_TYPEERROR, "argument for %s() given by name ('%s') and position (%zu)",
                                    function->name, param->name, i + 1);
        if (placed)
            continue;
        if (operands > 0)
            operands--;
        else if (!named && !param->left_out)
            return pyos_error_usage(error, PYOS_TYPEERROR, "%s() missing required argument '%s' (pos %zu)",
                                    function->name, param->name, i + 1);
    }
    return 0;
}

static int check(const struct pyos_function *function, const struct pyos_options *options, struct pyos_error *error)
{
    const struct count count = count_call(function, options);
    bool keywords = function->count > 0 && !(function->params[function->count - 1].flags & PYOS_PARAM_ONLY);

    if (!keywords)
        return check_positions(function, &count, error);
    if (check_counts(function, &count, error) != 0)
        return -1;
    return check_rows(function, options, error);
}

int pyos_bind(const struct pyos_function *function, void *arguments, const struct pyos_options *options,
              struct pyos_error *error)
{
    const char *const *operand = options->operands.items;
    const char *const *end = operand + options->operands.count;

    if (check(function, options, error) != 0)
        return -1;
    for (size_t i = 0; operand < end; i++) {
        const struct pyos_param *param = &function->params[i];
        size_t words = param->flags & (PYOS_PARAM_REST | PYOS_PARAM_LIST) ? (size_t)(end - operand) : 1; /* > 0 */

        if (has(options->placed, i) || param->type == PYOS_TYPE_ENVIRONMENT)
            continue;
        for (; words > 0; words--)
            if (pyos_convert(param, arguments, *operand++, &options->context, error) != 0)
                return -1;
    }
    return 0;
}
