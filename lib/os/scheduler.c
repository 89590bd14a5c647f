#include "pyos/os/scheduler.h"

#include "pyos/os/constants.h"

int pyos_os_scheduler_read(const char *word, struct pyos_scheduler *scheduler, struct pyos_error *error)
{
    const char *colon = strchr(word, ':');
    const char *priority = colon ? colon + 1 : word;

    *scheduler = (struct pyos_scheduler){.given = true, .has_policy = colon != NULL};
    if (colon && pyos_constant_read_int(&pyos_os_constants, (struct pyos_str){word, (size_t)(colon - word)},
                                        &scheduler->policy, error) != 0)
        return -1;
    return pyos_constant_read_int(&pyos_os_constants, pyos_str(priority), &scheduler->priority, error);
}
