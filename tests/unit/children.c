/* os/children: both ways to find the children of a process see the same ones. */
#include "test.h"

#include "pyos/os/children.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHILDREN = 20 };

typedef int find_function(struct pyos_pids *pids, struct pyos_error *error);

static void find(struct test *test, find_function *way, const pid_t *children, size_t count)
{
    struct pyos_pids pids = {0};
    struct pyos_error error;
    bool all = way(&pids, &error) == 0;

    expect(test, all && pids.count == count, "it finds as many as there are");
    for (size_t i = 0; all && i < count; i++)
        all = pyos_pids_contain(&pids, children[i]);
    expect(test, all, "it finds each of them");
    expect(test, !pyos_pids_contain(&pids, getpid()), "it finds no others");
    pyos_pids_free(&pids);
}

static void name(struct test *test, pid_t child)
{
    struct pyos_arena arena = {0};

    expect(test, pyos_str_equal(pyos_os_comm(child, &arena), pyos_str("a (name) )")), "a process says its name");
    expect(test, !pyos_os_comm(0, &arena).data, "no process says none");
    pyos_arena_free(&arena);
}

int main(void)
{
    struct test test = {0};
    pid_t children[CHILDREN] = {0};

    prctl(PR_SET_NAME, "a (name) )", 0L, 0L, 0L); /* the children have it too, and /proc/PID/stat between its fields */
    find(&test, pyos_os_children, children, 0);
    find(&test, pyos_os_children_scan, children, 0);
    for (int i = 0; i < CHILDREN; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            pause();
            _exit(0);
        }
    }
    kill(children[0], SIGKILL); /* soon a zombie, and still a child */
    find(&test, pyos_os_children, children, CHILDREN);
    find(&test, pyos_os_children_scan, children, CHILDREN);
    name(&test, children[1]);
    for (int i = 0; i < CHILDREN; i++) {
        kill(children[i], SIGKILL);
        waitpid(children[i], NULL, 0);
    }
    return test.failures > 0;
}
