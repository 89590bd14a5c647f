#include "pyos/py/scheduler.h"

int pyos_scheduler_read(const struct pyos_constants *constants, const char *word, struct pyos_scheduler *scheduler,
                        struct pyos_error *error)
{
    const char *colon = strchr(word, ':');
    const char *priority = colon ? colon + 1 : word;

    *scheduler = (struct pyos_scheduler){.given = true, .has_policy = colon != NULL};
    if (colon && pyos_constant_read_int(constants, (struct pyos_str){word, (size_t)(colon - word)},
                                        &scheduler->policy, error) != 0)
        return -1;
    return pyos_constant_read_int(constants, pyos_str(priority), &scheduler->priority, error);
}
