#include "pyos/os/values.h"

#include "pyos/os/search.h"

#include <stdlib.h>
#include <string.h>

/* ---- words */

/* One row a word: the value is found by the name of the function that is called. */
static const struct word {
    const char *name;
    const char *value; /* NULL: None */
} words[] = {
    {"altsep", NULL},     {"curdir", "."},  {"defpath", PYOS_DEFPATH}, {"devnull", "/dev/null"}, {"extsep", "."},
    {"linesep", "\n"},    {"name", "posix"}, {"pardir", ".."},             {"pathsep", ":"},         {"sep", "/"},
};

static int run_word(struct pyos_call *call)
{
    const struct word *word = words;

    while (strcmp(word->name, call->function->name) != 0) /* each row below has one */
        word++;
    call->result.str = pyos_str(word->value);
    return 0;
}

/* ---- what is supported */

static size_t list_supported(const struct pyos_section *const *sections, unsigned flag, struct pyos_str *names)
{
    size_t count = 0;

    for (; *sections; sections++)
        for (size_t i = 0; i < (*sections)->count; i++)
            if ((*sections)->functions[i].flags & flag) {
                if (names)
                    names[count] = pyos_str((*sections)->functions[i].name);
                count++;
            }
    return count;
}

static int compare(const void *first, const void *second)
{
    const struct pyos_str *one = first;
    const struct pyos_str *other = second;

    return strcmp(one->data, other->data);
}

static int give_supported(struct pyos_call *call, unsigned flag)
{
    struct pyos_strs *names = &call->result.strs;

    names->count = list_supported(call->sections, flag, NULL);
    names->items = pyos_arena_get(call->arena, names->count * sizeof *names->items);
    if (!names->items)
        return pyos_error_memory(call->error);
    list_supported(call->sections, flag, names->items);
    qsort(names->items, names->count, sizeof *names->items, compare);
    return 0;
}

static int run_supports_fd(struct pyos_call *call)
{
    return give_supported(call, PYOS_FUNCTION_SUPPORTS_FD);
}

static int run_supports_dir_fd(struct pyos_call *call)
{
    return give_supported(call, PYOS_FUNCTION_SUPPORTS_DIR_FD);
}

static int run_supports_effective_ids(struct pyos_call *call)
{
    return give_supported(call, PYOS_FUNCTION_SUPPORTS_EFFECTIVE_IDS);
}

static int run_supports_follow_symlinks(struct pyos_call *call)
{
    return give_supported(call, PYOS_FUNCTION_SUPPORTS_FOLLOW_SYMLINKS);
}

static int run_supports_bytes_environ(struct pyos_call *call)
{
    call->result.truth = true;
    return 0;
}

/* ---- the rows */

#define WORD .result = PYOS_TYPE_STR, .flags = PYOS_FUNCTION_VALUE, .emulation = PYOS_SUPPORTED, .run = run_word
#define NAMES .result = PYOS_TYPE_STRS, .flags = PYOS_FUNCTION_VALUE, .emulation = PYOS_SUPPORTED

static const struct pyos_function values[] = {
    {.name = "altsep", .doc = "What else parts the components of a path: nothing.", WORD},
    {.name = "curdir", .doc = "The current directory in a path.", WORD},
    {.name = "defpath", .doc = "Where commands are looked for without PATH.", WORD},
    {.name = "devnull", .doc = "The file that takes everything and holds nothing.", WORD},
    {.name = "extsep", .doc = "What parts a name from its extension.", WORD},
    {.name = "linesep", .doc = "What ends a line.", WORD},
    {.name = "pardir", .doc = "The parent directory in a path.", WORD},
    {.name = "pathsep", .doc = "What parts the directories in PATH.", WORD},
    {.name = "sep", .doc = "What parts the components of a path.", WORD},
};

static const struct pyos_function supports[] = {
    {.name = "supports_dir_fd", .doc = "The functions that take dir_fd.", NAMES, .run = run_supports_dir_fd},
    {.name = "supports_effective_ids", .doc = "The functions that take effective_ids.", NAMES,
     .run = run_supports_effective_ids},
    {.name = "supports_fd", .doc = "The functions that take a descriptor in the place of a path.", NAMES,
     .run = run_supports_fd},
    {.name = "supports_follow_symlinks", .doc = "The functions that take follow_symlinks.", NAMES,
     .run = run_supports_follow_symlinks},
};

static const struct pyos_function names[] = {
    {.name = "name", .doc = "The kind of system.", WORD},
    {.name = "supports_bytes_environ", .doc = "Whether the environment is bytes: it is.", .result = PYOS_TYPE_BOOL,
     .flags = PYOS_FUNCTION_VALUE, .emulation = PYOS_SUPPORTED, .run = run_supports_bytes_environ},
};

const struct pyos_section pyos_os_values_section = {
    "Miscellaneous System Information", NULL, values, sizeof values / sizeof *values, NULL,
};
const struct pyos_section pyos_os_supports_section = {
    "Files and Directories", NULL, supports, sizeof supports / sizeof *supports, NULL,
};
const struct pyos_section pyos_os_name_section = {
    "Process Parameters", NULL, names, sizeof names / sizeof *names, NULL,
};
