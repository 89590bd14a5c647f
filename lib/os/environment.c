#include "pyos/os/environment.h"

#include <stdint.h>
#include <unistd.h>

struct list {
    char **items; /* NULL behind the last */
    size_t count;
};

static size_t count_items(char *const *items)
{
    size_t count = 0;

    while (items[count])
        count++;
    return count;
}

/* Where the variable stands; list->count where it does not. */
static size_t find(const struct list *list, struct pyos_str name)
{
    size_t i = 0;

    while (i < list->count && !(strncmp(list->items[i], name.data, name.size) == 0 && list->items[i][name.size] == '='))
        i++;
    return i;
}

static void drop(struct list *list, size_t at)
{
    memmove(list->items + at, list->items + at + 1, (list->count - at) * sizeof *list->items); /* the NULL too */
    list->count--;
}

/* Removes a variable behind a place; an environment may hold the same name twice. */
static void drop_from(struct list *list, size_t at, struct pyos_str name)
{
    struct list rest = {list->items + at, list->count - at};
    size_t found;

    while ((found = find(&rest, name)) < rest.count) {
        drop(&rest, found);
        list->count--;
    }
}

static void set(struct list *list, const char *word, struct pyos_str name)
{
    size_t at = find(list, name);

    if (at == list->count)
        list->items[++list->count] = NULL;
    list->items[at] = (char *)word; /* exec takes them so, and changes nothing */
    drop_from(list, at + 1, name);
}

static int edit(struct list *list, const struct pyos_said *said, struct pyos_error *error)
{
    const char *equals = strchr(said->word, '=');
    struct pyos_str name = pyos_str(said->word);
    bool setting = said->tag == PYOS_ENVIRONMENT_SET;

    if (setting && !equals)
        return pyos_error_usage(error, PYOS_TYPEERROR, "argument 'env' must be NAME=VALUE, not '%.200s'", said->word);
    if (setting)
        name.size = (size_t)(equals - said->word); /* inside of it */
    if (name.size == 0 || (!setting && equals))
        return pyos_error_say(error, PYOS_VALUEERROR, "illegal environment variable name");
    if (setting)
        set(list, said->word, name);
    else
        drop_from(list, 0, name);
    return 0;
}

int pyos_os_environment_make(bool clear, struct pyos_sequence edits, struct pyos_arena *arena,
                             char *const **environment, struct pyos_error *error)
{
    struct list list = {0};
    size_t before = clear ? 0 : count_items(environ);

    *environment = environ;
    if (!clear && edits.count == 0)
        return 0;
    list.items = pyos_arena_get(arena, (before + edits.count + 1) * sizeof *list.items);
    if (!list.items)
        return pyos_error_memory(error);
    list.count = before;
    if (before > 0)
        memcpy(list.items, environ, before * sizeof *list.items);
    list.items[before] = NULL;
    for (size_t i = 0; i < edits.count; i++)
        if (edit(&list, &edits.items[i], error) != 0)
            return -1;
    *environment = list.items;
    return 0;
}

char *const *pyos_os_environment_of(const struct pyos_environment *mapping, struct pyos_arena *arena)
{
    char **items = pyos_arena_get(arena, (mapping->count + 1) * sizeof *items);

    for (size_t i = 0; items && i < mapping->count; i++) {
        const struct pyos_variable *variable = &mapping->items[i];
        char *at = pyos_arena_get(arena, variable->name.size + 1 + variable->value.size + 1);

        if (!at)
            return NULL;
        items[i] = at;
        memcpy(at, variable->name.data, variable->name.size);
        at += variable->name.size;
        *at++ = '=';
        memcpy(at, variable->value.data, variable->value.size + 1);
    }
    if (items)
        items[mapping->count] = NULL;
    return items;
}
