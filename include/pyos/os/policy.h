/* The scheduling policies of Linux, by the names of sched(7) and by the short ones that people type. */
#ifndef PYOS_OS_POLICY_H
#define PYOS_OS_POLICY_H

#include <stdbool.h>

struct pyos_policy {
    const char *name;  /* SCHED_FIFO */
    int number;
    bool fair;     /* has a nice value, and since Linux 6.12 a slice */
    bool realtime; /* has a priority */
};

enum { PYOS_POLICIES = 7 };

extern const struct pyos_policy pyos_policies[PYOS_POLICIES];

/* The choices of a parameter row (py/param.h): each short name in its order, then each long one. */
extern const char *const pyos_policy_words[];

#define PYOS_POLICY_METAVAR "other|fifo|rr|batch|idle|deadline|ext"

/* choice: as struct pyos_choice has it, 1 and more */
const struct pyos_policy *pyos_policy_chosen(int choice);

/* The policy of that number, or NULL. */
const struct pyos_policy *pyos_policy_find(int number);

#endif
