#include "pyos/os/tree.h"

#include "pyos/base/memory.h"
#include "pyos/sys/process.h"
#include "pyos/sys/signal.h"

#include <errno.h>
#include <signal.h>

#define FIELD(member) PYOS_FIELD(struct pyos_survivor, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {{FIELD(pid)}, {FIELD(comm)}};

const struct pyos_record pyos_survivor_record = {NULL, fields, sizeof fields / sizeof *fields};

static int adopt(struct pyos_tree *tree)
{
    int before = pyos_sys_set_subreaper(true);

    tree->adopting = before == 0;
    return before < 0 ? before : 0;
}

int pyos_tree_open(struct pyos_tree *tree, bool subreaper, struct pyos_error *error)
{
    int result;

    *tree = (struct pyos_tree){.subreaper = subreaper};
    if (!subreaper)
        return 0;
    if (pyos_os_children(&tree->before, error) != 0)
        return -1;
    result = adopt(tree);
    return result < 0 ? pyos_error_os(error, -result) : 0;
}

/* A stopped process takes no signal but SIGKILL before it goes on. */
static void send(int pid, int signal)
{
    pyos_sys_kill(pid, signal);
    if (signal != SIGKILL && signal != SIGCONT)
        pyos_sys_kill(pid, SIGCONT);
}

void pyos_tree_pass(const struct pyos_tree *tree, int signal)
{
    if (tree->group == 0 || pyos_sys_kill(-tree->group, signal) != 0) /* the child has left its own group */
        pyos_sys_kill(tree->child, signal);
}

void pyos_tree_end(struct pyos_tree *tree, int signal)
{
    if (tree->group == 0) {
        send(tree->child, signal);
        return;
    }
    if (!tree->adopting)
        adopt(tree); /* if that fails they go to init, and are not waited for */
    tree->group_signalled = true;
    if (!tree->child_gone && pyos_sys_getpgid(tree->child) != tree->group)
        send(tree->child, signal);
    send(-tree->group, signal);
}

static bool is_survivor(const struct pyos_tree *tree, int pid)
{
    for (size_t i = 0; i < tree->count; i++)
        if (tree->survivors[i].pid == pid)
            return true;
    return false;
}

static int note(struct pyos_tree *tree, int pid, struct pyos_arena *arena, struct pyos_error *error)
{
    if (tree->count == tree->capacity) {
        size_t capacity = tree->capacity > 0 ? tree->capacity * 2 : 8;
        struct pyos_survivor *survivors = pyos_memory_resize(tree->survivors, capacity, sizeof *survivors);

        if (!survivors)
            return pyos_error_memory(error);
        tree->survivors = survivors;
        tree->capacity = capacity;
    }
    tree->survivors[tree->count++] = (struct pyos_survivor){pid, pyos_os_comm(pid, arena)};
    return 0;
}

int pyos_tree_end_adopted(struct pyos_tree *tree, int signal, bool again, struct pyos_arena *arena,
                          struct pyos_error *error)
{
    int left = 0;

    if (pyos_os_children(&tree->now, error) != 0)
        return -1;
    for (size_t i = 0; i < tree->now.count; i++) {
        int pid = tree->now.items[i];
        bool known;

        if ((pid == tree->child && !tree->child_gone) || pyos_pids_contain(&tree->before, pid))
            continue;
        left++;
        if (tree->group_signalled && pyos_sys_getpgid(pid) == tree->group)
            continue;
        known = is_survivor(tree, pid);
        if (!known && note(tree, pid, arena, error) != 0)
            return -1;
        if (!known || again)
            send(pid, signal);
    }
    return left;
}

void pyos_tree_close(struct pyos_tree *tree)
{
    if (tree->adopting)
        pyos_sys_set_subreaper(false);
    pyos_pids_free(&tree->before);
    pyos_pids_free(&tree->now);
    pyos_memory_release(tree->survivors);
    tree->survivors = NULL;
}
