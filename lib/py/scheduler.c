#include "pyos/py/scheduler.h"

#include <ctype.h>

/* A name of sched(7), whole, or as people type it: batch is SCHED_BATCH. */
static int read_policy(const struct pyos_constants *constants, struct pyos_str word, int *policy,
                       struct pyos_error *error)
{
    char name[32] = "SCHED_";
    size_t size = strlen(name);

    if (word.size == 0 || !islower((unsigned char)word.data[0]) || size + word.size >= sizeof name)
        return pyos_constant_read_int(constants, word, policy, error);
    for (size_t i = 0; i < word.size; i++)
        name[size++] = (char)toupper((unsigned char)word.data[i]); /* an ASCII letter, or what it was */
    return pyos_constant_read_int(constants, (struct pyos_str){name, size}, policy, error);
}

int pyos_scheduler_read(const struct pyos_constants *constants, const char *word, struct pyos_scheduler *scheduler,
                        struct pyos_error *error)
{
    const char *colon = strchr(word, ':');
    const char *priority = colon ? colon + 1 : word;

    *scheduler = (struct pyos_scheduler){.given = true, .has_policy = colon != NULL};
    if (colon &&
        read_policy(constants, (struct pyos_str){word, (size_t)(colon - word)}, &scheduler->policy, error) != 0)
        return -1;
    return pyos_constant_read_int(constants, pyos_str(priority), &scheduler->priority, error);
}
