#include "pyos/cli/given.h"

#include "pyos/py/arity.h"

/* A call, counted; without what takes any number of words. */
struct count {
    size_t positional; /* rows that may be operands */
    size_t only;       /* of these, before the / of the signature */
    size_t required;   /* of the positional ones, without a default */
    size_t given;      /* operands, and options in an operand's place */
    size_t named;      /* by Python's own names, and by names that no row has */
    size_t lists;      /* rows that take any number of words, where Python has one list or mapping */
    bool rest;         /* operands that are too many go to a list */
};

/* Whether a row takes any number of arguments, even none, and so is never missing. */
static bool takes_any(const struct pyos_param *param, bool words)
{
    if (param->flags & PYOS_PARAM_REST)
        return true;
    return words && (param->flags & PYOS_PARAM_LIST || param->type == PYOS_TYPE_ENVIRONMENT);
}

static size_t count_bits(uint64_t bits)
{
    return (size_t)__builtin_popcountll(bits); /* 0 to 64 */
}

static struct count count_call(const struct pyos_function *function, const struct pyos_given *given)
{
    struct count count = {
        .given = given->positions + count_bits(given->placed),
        .named = count_bits(given->named) + given->unknowns,
    };

    for (size_t i = 0; i < function->count && function->params[i].flags & PYOS_PARAM_POSITIONAL; i++) {
        const struct pyos_param *param = &function->params[i];

        if (takes_any(param, given->words)) {
            count.lists += !(param->flags & PYOS_PARAM_REST);
            count.rest = count.rest || param->type != PYOS_TYPE_ENVIRONMENT;
            continue;
        }
        count.positional++;
        count.only += (param->flags & PYOS_PARAM_ONLY) != 0;
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
        if (function->params[i].type == PYOS_TYPE_PID || function->params[i].type == PYOS_TYPE_SIGNED)
            return true;
    return false;
}

/* "expected 3 arguments", "expected at least 2 arguments" */
static int expected(const struct pyos_function *function, const struct count *count, struct pyos_error *error)
{
    bool few = count->given < count->required;
    size_t bound = (few ? count->required : count->positional) + count->lists;
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
    if (count->positional == 0)
        return pyos_error_usage(error, PYOS_TYPEERROR, "posix.%s() takes no arguments (%zu given)", name,
                                count->given);
    if (count->positional == 1 && count->required == 1 && count->lists == 0)
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
    size_t least = count->only < count->required ? count->only : count->required;

    if (all > function->count && !count->rest)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes at most %zu %sargument%s (%zu given)", name,
                                function->count, count->given == 0 ? "keyword " : "", plural(function->count), all);
    if (count->given > 0 && count->positional == 0 && !count->rest)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes no positional arguments", name);
    if (count->given > count->positional)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes %s %zu positional argument%s (%zu given)", name,
                                count->required < count->positional ? "at most" : "exactly", count->positional,
                                plural(count->positional), count->given);
    if (count->given < least)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes %s %zu positional argument%s (%zu given)", name,
                                least < count->only ? "at least" : "exactly", least, plural(least), count->given);
    return 0;
}

/* Each row once, by its place or by its name. */
static int check_rows(const struct pyos_function *function, const struct pyos_given *given, struct pyos_error *error)
{
    size_t positions = given->positions;

    for (size_t i = 0; i < function->count && function->params[i].flags & PYOS_PARAM_POSITIONAL; i++) {
        const struct pyos_param *param = &function->params[i];
        bool placed = pyos_given_has(given->placed, i);
        bool named = pyos_given_has(given->named, i);

        if (takes_any(param, given->words))
            continue;
        if (named && (placed || positions > 0))
            return pyos_error_usage(error, PYOS_TYPEERROR, "argument for %s() given by name ('%s') and position (%zu)",
                                    function->name, param->name, i + 1);
        if (placed)
            continue;
        if (positions > 0)
            positions--;
        else if (!named && !param->left_out)
            return pyos_error_usage(error, PYOS_TYPEERROR, "%s() missing required argument '%s' (pos %zu)",
                                    function->name, param->name, i + 1);
    }
    return 0;
}

enum { REQUIRED_MAX = 8 }; /* no function of Python's os has more that must be given */

/* The names of the rows that must be given, or of those that must be and are not. Returns how many. */
static size_t list_required(const struct pyos_function *function, const struct pyos_given *given, size_t positional,
                            bool missing, const char *names[REQUIRED_MAX + 1])
{
    size_t count = 0;

    for (size_t i = 0; i < positional && count < REQUIRED_MAX; i++) {
        const struct pyos_param *param = &function->params[i];
        bool there = i < given->positions || pyos_given_has(given->named | given->placed, i);

        if (!param->left_out && !(missing && there))
            names[count++] = param->name;
    }
    names[count] = NULL;
    return count;
}

/* Functions that CPython has written in Python. */
static int check_python(const struct pyos_function *function, const struct pyos_given *given,
                        const struct count *count, struct pyos_error *error)
{
    const char *names[REQUIRED_MAX + 1];
    struct pyos_arity arity = {names, count->rest ? SIZE_MAX : count->positional};
    uint64_t named = given->named | given->placed;

    for (size_t i = 0; i < count->positional && i < given->positions; i++)
        if (pyos_given_has(named, i))
            return pyos_error_usage(error, PYOS_TYPEERROR, "%s() got multiple values for argument '%s'",
                                    function->name, function->params[i].name);
    if (list_required(function, given, count->positional, true, names) > 0)
        return pyos_arity_check(&arity, function->name, 0, error);
    if (given->positions <= arity.most)
        return 0;
    list_required(function, given, count->positional, false, names);
    return pyos_arity_check(&arity, function->name, given->positions, error);
}

/* A name that no row has; NULL is none. */
static int check_unknown(const struct pyos_function *function, const char *unknown, struct pyos_error *error)
{
    if (!unknown)
        return 0;
    return pyos_error_usage(error, PYOS_TYPEERROR, "%s() got an unexpected keyword argument '%.200s'",
                            function->name, unknown);
}

static bool takes_keywords(const struct pyos_function *function)
{
    return function->count > 0 && !(function->params[function->count - 1].flags & PYOS_PARAM_ONLY);
}

int pyos_given_check(const struct pyos_function *function, const struct pyos_given *given, struct pyos_error *error)
{
    const struct count count = count_call(function, given);

    if (function->flags & PYOS_FUNCTION_IN_PYTHON)
        return check_unknown(function, given->unknown, error) == 0 ? check_python(function, given, &count, error) : -1;
    if (!takes_keywords(function) && given->unknown)
        return pyos_error_usage(error, PYOS_TYPEERROR, "posix.%s() takes no keyword arguments", function->name);
    if (!takes_keywords(function))
        return check_positions(function, &count, error);
    if (check_counts(function, &count, error) != 0 || check_rows(function, given, error) != 0)
        return -1;
    return check_unknown(function, given->unknown, error);
}
