/*
 * The processes that a command has made, and how they are ended: its process group by one signal,
 * and as a subreaper also those that have left the group, one by one, as they come to this process
 * when their parents die.
 */
#ifndef PYOS_OS_TREE_H
#define PYOS_OS_TREE_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/os/children.h"
#include "pyos/py/record.h"

#include <stdbool.h>
#include <stddef.h>

/* A process that was ended by itself, outside of the command's group or after the command. */
struct pyos_survivor {
    int pid;
    struct pyos_str comm; /* what it called itself */
};

extern const struct pyos_record pyos_survivor_record;

struct pyos_tree {
    int child;
    bool child_gone; /* it has been waited for, and its number may be another's */
    int group;      /* that the child leads, or 0 */
    bool subreaper; /* adopt what the command leaves behind, and end it */
    bool adopting;  /* this process is a subreaper now, and was not before */
    bool group_signalled;
    struct pyos_pids before; /* children that are not the command's */
    struct pyos_pids now;
    struct pyos_survivor *survivors;
    size_t count, capacity;
};

/* Before the child is started: where its orphans are wanted, becomes a subreaper. 0, or -1 with an OSError. */
int pyos_tree_open(struct pyos_tree *tree, bool subreaper, struct pyos_error *error);

/* Passes a signal on to the child, which has not been waited for: to its group, if it leads one. */
void pyos_tree_pass(const struct pyos_tree *tree, int signal);

/*
 * Ends the command: the signal goes to its group, or to the child if it leads none. From now on the
 * group's orphans come to this process.
 */
void pyos_tree_end(struct pyos_tree *tree, int signal);

/*
 * Ends what the command has left: each child of this process that is new since the last call, or
 * with again each of all, gets the signal. How many there are, or -1 with an error.
 */
int pyos_tree_end_adopted(struct pyos_tree *tree, int signal, bool again, struct pyos_arena *arena,
                          struct pyos_error *error);

/* Is a subreaper no longer, if it was none before. */
void pyos_tree_close(struct pyos_tree *tree);

#endif
