#include "pyos/os/exec.h"

#include "pyos/os/environment.h"
#include "pyos/os/search.h"
#include "pyos/sys/exec.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static int become(const char *const argv[], char *const environment[], struct pyos_arena *arena, bool *found,
                  struct pyos_error *error)
{
    const char *const *paths = pyos_os_search(argv[0], true, arena);
    int result;

    if (!paths)
        return pyos_error_memory(error);
    result = pyos_sys_exec_first(paths, argv, environment, found);
    pyos_error_path(error, -result, pyos_str(argv[0]));
    if (result == -ENOENT && *found)
        pyos_error_explain(error, "it is there, but not the interpreter that it names");
    return -1;
}

int pyos_os_execvp(struct pyos_words words, struct pyos_arena *arena, bool *found, struct pyos_error *error)
{
    *found = true; /* as far as anyone has looked */
    return become(words.items, environ, arena, found, error);
}

#define RESULT "PYOS_RESULT"

/* The environment of the process, with the result in it, or without what an earlier call has left there. */
static int make_environment(const char *result, struct pyos_arena *arena, char *const **environment,
                            struct pyos_error *error)
{
    static const char name[] = RESULT "=";
    struct pyos_said edit = {PYOS_ENVIRONMENT_UNSET, RESULT};
    size_t size = result ? strlen(result) : 0;
    char *word;

    if (result) {
        word = pyos_arena_get(arena, sizeof name + size);
        if (!word)
            return pyos_error_memory(error);
        memcpy(word, name, sizeof name);
        memcpy(word + sizeof name - 1, result, size + 1);
        edit = (struct pyos_said){PYOS_ENVIRONMENT_SET, word};
    }
    return pyos_os_environment_make(false, (struct pyos_sequence){&edit, 1}, arena, environment, error);
}

int pyos_os_become(const struct pyos_handover *handover, struct pyos_arena *arena, bool *found,
                   struct pyos_error *error)
{
    char *const *environment;

    *found = true; /* as far as anyone has looked */
    if (make_environment(handover->result, arena, &environment, error) != 0)
        return -1;
    for (size_t i = 0; i < handover->count; i++) {
        int result = pyos_sys_exec_inherits(handover->descriptors[i]);

        if (result < 0)
            return pyos_error_fd(error, -result, handover->descriptors[i]);
    }
    return become(handover->argv, environment, arena, found, error);
}
