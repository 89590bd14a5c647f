#include "pyos/os/info_environment.h"

#include <stdlib.h>
#include <unistd.h>

/* What may be shown: how a job behaves depends on it. */
struct values {
    struct pyos_str CI, HOME, LANG, LANGUAGE, LC_ALL, LC_CTYPE, LOGNAME, PATH, PWD, SHELL, TERM, TMPDIR, TZ, USER;
};

#define VALUE(member) {PYOS_INFO_FIELD(struct values, member)}

static const struct pyos_field value_fields[] = {
    VALUE(CI),      VALUE(HOME), VALUE(LANG), VALUE(LANGUAGE), VALUE(LC_ALL), VALUE(LC_CTYPE), VALUE(LOGNAME),
    VALUE(PATH),    VALUE(PWD),  VALUE(SHELL), VALUE(TERM),    VALUE(TMPDIR), VALUE(TZ),       VALUE(USER),
};

enum { VALUES = sizeof value_fields / sizeof *value_fields };

static const struct pyos_record value_record = {NULL, value_fields, VALUES};

struct variable {
    struct pyos_str name, value;
};

static const struct pyos_field variable_fields[] = {
    {PYOS_INFO_FIELD(struct variable, name)},
    {PYOS_INFO_FIELD(struct variable, value)},
};
static const struct pyos_record variable_record = {NULL, variable_fields, 2};

struct environment {
    struct pyos_strs names;
    struct pyos_nested values;
    struct pyos_records variables;
};

static const struct pyos_field fields[] = {
    {PYOS_INFO_FIELD(struct environment, names)},
    {PYOS_INFO_FIELD(struct environment, values)},
    {PYOS_INFO_FIELD(struct environment, variables), .group = PYOS_INFO_VARIABLES},
};
static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

/* A word without '=' is a name without a value. */
static struct variable split(const char *word)
{
    const char *equals = strchr(word, '=');
    struct pyos_str name = {word, equals ? (size_t)(equals - word) : strlen(word)}; /* inside of it */

    return (struct variable){name, pyos_str(equals ? equals + 1 : NULL)};
}

static int take_variables(struct environment *environment, struct pyos_arena *arena, struct pyos_error *error)
{
    struct variable *variables;
    struct pyos_str *names;
    size_t count = 0;

    while (environ[count])
        count++;
    variables = pyos_arena_get(arena, (count + 1) * sizeof *variables);
    names = pyos_arena_get(arena, (count + 1) * sizeof *names);
    if (!variables || !names)
        return pyos_error_memory(error);
    for (size_t i = 0; i < count; i++) {
        variables[i] = split(environ[i]);
        names[i] = variables[i].name;
    }
    environment->names = (struct pyos_strs){names, count};
    environment->variables = (struct pyos_records){&variable_record, variables, count, sizeof *variables, true};
    return 0;
}

int pyos_info_environment(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct environment *environment = pyos_info_new(arena, &record, sizeof *environment, made, error);
    struct pyos_str *values;

    if (!environment)
        return -1;
    values = pyos_info_new(arena, &value_record, sizeof(struct values), &environment->values, error);
    if (!values)
        return -1;
    for (int i = 0; i < VALUES; i++)
        values[i] = pyos_str(getenv(value_fields[i].name)); /* a struct of nothing else, in the order of its rows */
    return take_variables(environment, arena, error);
}
