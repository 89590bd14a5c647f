#include "pyos/py/variables.h"

#include "pyos/base/memory.h"

#include <string.h>

enum { SOME = 32 };

/* Where the variable stands; count where it does not. */
static size_t find(const struct pyos_variables *variables, struct pyos_str name)
{
    size_t i = 0;

    while (i < variables->count && !(strncmp(variables->items[i], name.data, name.size) == 0 &&
                                     variables->items[i][name.size] == '='))
        i++;
    return i;
}

/* NAME=VALUE, or NULL: no memory. */
static char *spell(struct pyos_str name, struct pyos_str value)
{
    char *text = pyos_memory_get(name.size + 1 + value.size + 1, 1);

    if (!text)
        return NULL;
    memcpy(text, name.data, name.size);
    text[name.size] = '=';
    memcpy(text + name.size + 1, value.data, value.size);
    text[name.size + 1 + value.size] = '\0';
    return text;
}

/* Room for one more, and the NULL. */
static int make_room(struct pyos_variables *variables)
{
    size_t room = variables->room > 0 ? variables->room * 2 : SOME;
    char **items = variables->items;

    if (variables->count + 1 < variables->room)
        return 0;
    items = pyos_memory_resize(items, room, sizeof *items);
    if (!items)
        return -1;
    items[variables->count] = NULL;
    variables->items = items;
    variables->room = room;
    return 0;
}

int pyos_variables_set(struct pyos_variables *variables, struct pyos_str name, struct pyos_str value)
{
    char *text = make_room(variables) == 0 ? spell(name, value) : NULL;
    size_t at = find(variables, name);

    if (!text)
        return -1;
    if (at < variables->count)
        pyos_memory_release(variables->items[at]);
    else
        variables->items[++variables->count] = NULL;
    variables->items[at] = text;
    return 0;
}

int pyos_variables_copy(struct pyos_variables *variables, char *const *environment)
{
    if (make_room(variables) != 0)
        return -1;
    for (; *environment; environment++) {
        const char *equals = strchr(*environment, '=');
        struct pyos_str name = {*environment, equals ? (size_t)(equals - *environment) : 0}; /* inside of it */

        if (!equals || find(variables, name) < variables->count)
            continue;
        if (pyos_variables_set(variables, name, pyos_str(equals + 1)) != 0)
            return -1;
    }
    return 0;
}

bool pyos_variables_remove(struct pyos_variables *variables, struct pyos_str name)
{
    size_t at = find(variables, name);

    if (at == variables->count)
        return false;
    pyos_memory_release(variables->items[at]);
    memmove(variables->items + at, variables->items + at + 1, (variables->count - at) * sizeof *variables->items);
    variables->count--; /* the NULL was moved too */
    return true;
}

void pyos_variables_free(struct pyos_variables *variables)
{
    for (size_t i = 0; i < variables->count; i++)
        pyos_memory_release(variables->items[i]);
    pyos_memory_release(variables->items);
    *variables = (struct pyos_variables){0};
}
