#include "pyos/os/spawn.h"

#include "pyos/os/search.h"
#include "pyos/sys/process.h"
#include "pyos/sys/rlimit.h"
#include "pyos/sys/signal.h"
#include "pyos/sys/spawn.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <unistd.h>

/* More steps than the request's fixed members and the site's make. */
enum { FIXED_STEPS = 20 };

static const struct pyos_spawn_site no_site = {.out = -1, .err = -1};

/* What a step is called: the option's name. */
static const char *const step_names[PYOS_STEP_KINDS] = {
    [PYOS_STEP_SIGNALS_DEFAULT] = "setsigdef",
    [PYOS_STEP_SIGCHLD_IGNORE] = "setsigdef",
    [PYOS_STEP_SIGNALS_BLOCK] = "setsigmask",
    [PYOS_STEP_SCHEDULER] = "scheduler",
    [PYOS_STEP_NICE] = "nice",
    [PYOS_STEP_CGROUP] = "cgroup",
    [PYOS_STEP_SETSID] = "setsid",
    [PYOS_STEP_SETPGROUP] = "setpgroup",
    [PYOS_STEP_RESETIDS] = "resetids",
    [PYOS_STEP_UMASK] = "umask",
    [PYOS_STEP_DEADLINE] = "timeout",
    [PYOS_STEP_OPEN] = "open",
    [PYOS_STEP_CLOSE] = "close",
    [PYOS_STEP_DUP2] = "dup2",
    [PYOS_STEP_CLOSEFROM] = "closefrom",
    [PYOS_STEP_CHDIR] = "chdir",
    [PYOS_STEP_RLIMIT] = "rlimit",
    [PYOS_STEP_PDEATHSIG] = "pdeathsig",
};

/* ---- the steps of a request */

struct plan {
    const struct pyos_spawn *request;
    const struct pyos_spawn_site *site;
    struct pyos_arena *arena;
    struct pyos_step *steps;
    size_t count;
};

static void add(struct plan *plan, struct pyos_step step)
{
    plan->steps[plan->count++] = step;
}

/* A member that Python takes as a C int. */
static int add_number(struct plan *plan, enum pyos_step_kind kind, struct pyos_maybe number, struct pyos_error *error)
{
    if (!number.known)
        return 0;
    if (number.value < INT_MIN || number.value > INT_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large to convert to C int");
    add(plan, (struct pyos_step){.kind = kind, .number = (int)number.value}); /* in range */
    return 0;
}

/* A path may be one that never answers: a FIFO that nobody writes to, a server that is gone. */
static bool has_paths(const struct pyos_spawn *request)
{
    for (size_t i = 0; i < request->action_count; i++)
        if (request->actions[i].path)
            return true;
    return request->cgroup != NULL;
}

static uint64_t final_mask(const struct plan *plan)
{
    return plan->request->setsigmask.given ? plan->request->setsigmask.bits : plan->site->mask;
}

/*
 * While a path is waited for, so is the parent: what would end the child must reach it, and what
 * would stop it must not, or both would stand still for ever.
 */
static void add_patience(struct plan *plan)
{
    const uint64_t stops = PYOS_SIGNAL_BIT(SIGTSTP) | PYOS_SIGNAL_BIT(SIGTTIN) | PYOS_SIGNAL_BIT(SIGTTOU);

    if (!has_paths(plan->request) || !plan->site->mask_changed)
        return;
    add(plan, (struct pyos_step){.kind = PYOS_STEP_SIGNALS_BLOCK, .signals = final_mask(plan) | stops});
    if (plan->site->ns > 0)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_DEADLINE, .ns = plan->site->ns});
}

static void add_signals(struct plan *plan)
{
    const struct pyos_signals defaults = plan->request->setsigdef;

    if (defaults.bits != 0)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_SIGNALS_DEFAULT, .signals = defaults.bits});
    if (plan->site->sigchld_ignored && !(defaults.bits & PYOS_SIGNAL_BIT(SIGCHLD)))
        add(plan, (struct pyos_step){.kind = PYOS_STEP_SIGCHLD_IGNORE});
}

static int add_cgroup(struct plan *plan, struct pyos_error *error)
{
    static const char file[] = "/cgroup.procs";
    size_t size;
    char *path;

    if (!plan->request->cgroup)
        return 0;
    size = strlen(plan->request->cgroup);
    path = pyos_arena_get(plan->arena, size + sizeof file);
    if (!path)
        return pyos_error_memory(error);
    memcpy(path, plan->request->cgroup, size);
    memcpy(path + size, file, sizeof file);
    add(plan, (struct pyos_step){.kind = PYOS_STEP_CGROUP, .path = path});
    return 0;
}

static int add_attributes(struct plan *plan, struct pyos_error *error)
{
    const struct pyos_spawn *request = plan->request;
    struct pyos_maybe group = request->setpgroup;

    if (plan->site->own_group)
        group = (struct pyos_maybe){true, 0};
    if (request->scheduler.given)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_SCHEDULER,
                                     .scheduler = {request->scheduler.has_policy, request->scheduler.policy,
                                                   request->scheduler.priority}});
    if (add_number(plan, PYOS_STEP_NICE, request->nice, error) != 0 || add_cgroup(plan, error) != 0)
        return -1;
    if (request->setsid)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_SETSID});
    if (add_number(plan, PYOS_STEP_SETPGROUP, group, error) != 0)
        return -1;
    if (request->resetids)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_RESETIDS});
    if (request->umask.given)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_UMASK, .mode = request->umask.bits & 0777});
    return 0;
}

/* What the site has opened becomes the child's, or is closed before an action could take it for its own. */
static void add_plumbing(struct plan *plan)
{
    const struct pyos_spawn_site *site = plan->site;

    if (site->out >= 0)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_DUP2, .dup2 = {site->out, STDOUT_FILENO}});
    if (site->err >= 0)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_DUP2, .dup2 = {site->err, STDERR_FILENO}});
    for (size_t i = 0; plan->request->action_count > 0 && i < site->fd_count; i++)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_CLOSE, .number = site->fds[i]});
}

static struct pyos_step step_of(const struct pyos_file_action *action)
{
    switch (action->kind) {
    case PYOS_FILE_ACTION_OPEN:
    case PYOS_FILE_ACTION_STDIN:
        return (struct pyos_step){.kind = PYOS_STEP_OPEN,
                                  .open = {action->fd, action->flags, action->mode, action->path}};
    case PYOS_FILE_ACTION_CLOSE: return (struct pyos_step){.kind = PYOS_STEP_CLOSE, .number = action->fd};
    case PYOS_FILE_ACTION_DUP2:
        return (struct pyos_step){.kind = PYOS_STEP_DUP2, .dup2 = {action->fd, action->new_fd}};
    case PYOS_FILE_ACTION_CLOSEFROM: return (struct pyos_step){.kind = PYOS_STEP_CLOSEFROM, .number = action->fd};
    default: return (struct pyos_step){.kind = PYOS_STEP_CHDIR, .path = action->path};
    }
}

/* glibc refuses numbers that no descriptor can have, and so does Python. */
static int check_fd(int fd, uint64_t limit, struct pyos_error *error)
{
    return fd < 0 || (uint64_t)fd >= limit ? pyos_error_fd(error, EBADF, fd) : 0;
}

static int add_actions(struct plan *plan, struct pyos_spawn_failure *failure)
{
    const struct pyos_spawn *request = plan->request;
    uint64_t limit = request->action_count > 0 ? pyos_sys_descriptor_limit() : 0;

    for (size_t i = 0; i < request->action_count; i++) {
        const struct pyos_file_action *action = &request->actions[i];

        add(plan, step_of(action));
        if (check_fd(action->fd, limit, &failure->error) != 0 ||
            check_fd(action->new_fd, limit, &failure->error) != 0) {
            failure->step = step_names[plan->steps[plan->count - 1].kind];
            failure->refused = true;
            return -1;
        }
    }
    return 0;
}

static void add_last(struct plan *plan)
{
    const struct pyos_spawn *request = plan->request;

    for (size_t i = 0; i < request->limit_count; i++) {
        const struct pyos_limit *limit = &request->limits[i];

        add(plan, (struct pyos_step){.kind = PYOS_STEP_RLIMIT,
                                     .rlimit = {limit->resource, limit->keep_hard, limit->soft, limit->hard}});
    }
    if (request->pdeathsig.number > 0)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_PDEATHSIG,
                                     .pdeathsig = {request->pdeathsig.number, pyos_sys_getpid()}});
    if (plan->site->mask_changed || request->setsigmask.given)
        add(plan, (struct pyos_step){.kind = PYOS_STEP_SIGNALS_BLOCK, .signals = final_mask(plan)});
}

static int make_plan(struct plan *plan, struct pyos_spawn_failure *failure)
{
    const struct pyos_spawn *request = plan->request;
    size_t most = FIXED_STEPS + request->action_count + request->limit_count + plan->site->fd_count;

    plan->steps = pyos_arena_get(plan->arena, most * sizeof *plan->steps);
    if (!plan->steps)
        return pyos_error_memory(&failure->error);
    add_patience(plan);
    add_signals(plan);
    if (add_attributes(plan, &failure->error) != 0)
        return -1;
    add_plumbing(plan);
    if (add_actions(plan, failure) != 0)
        return -1;
    add_last(plan);
    return 0;
}

/* ---- the child */

/* The error of a step: the name of its file, its descriptor, or none. */
static void fail_at_step(const struct pyos_step *step, int errnum, struct pyos_spawn_failure *failure)
{
    struct pyos_error *error = &failure->error;

    failure->step = step_names[step->kind];
    switch (step->kind) {
    case PYOS_STEP_OPEN: pyos_error_path(error, errnum, pyos_str(step->open.path)); break;
    case PYOS_STEP_CHDIR:
    case PYOS_STEP_CGROUP: pyos_error_path(error, errnum, pyos_str(step->path)); break;
    case PYOS_STEP_DUP2: pyos_error_fd(error, errnum, step->dup2.fd); break;
    case PYOS_STEP_CLOSEFROM: pyos_error_fd(error, errnum, step->number); break;
    default: pyos_error_os(error, errnum);
    }
    if (step->kind == PYOS_STEP_RLIMIT && errnum == EPERM)
        pyos_error_explain(error, "in step rlimit: not allowed to raise maximum limit");
    else
        pyos_error_explain(error, "in step %s", failure->step);
}

static const char *command_of(const struct pyos_spawn *request)
{
    return request->file ? request->file : request->argv[0];
}

static void fail(const struct plan *plan, const struct pyos_child_failure *child, struct pyos_spawn_failure *failure)
{
    if (child->step < plan->count) {
        fail_at_step(&plan->steps[child->step], child->errnum, failure);
    } else if (child->step == PYOS_NO_STEP) {
        failure->step = "clone";
        pyos_error_os(&failure->error, child->errnum);
    } else {
        failure->step = "exec";
        failure->found = child->found;
        pyos_error_path(&failure->error, child->errnum, pyos_str(command_of(plan->request)));
        if (child->found && child->errnum == ENOENT)
            pyos_error_explain(&failure->error, "its interpreter is missing");
    }
}

int pyos_os_spawn(const struct pyos_spawn *request, const struct pyos_spawn_site *site, struct pyos_arena *arena,
                  struct pyos_spawned *child, struct pyos_spawn_failure *failure)
{
    struct plan plan = {.request = request, .site = site ? site : &no_site, .arena = arena};
    struct pyos_program program = {.envp = request->environment ? request->environment : environ};
    struct pyos_child_failure broken;
    struct pyos_child started;

    *failure = (struct pyos_spawn_failure){0};
    if (make_plan(&plan, failure) != 0)
        return -1;
    program.steps = plan.steps;
    program.step_count = plan.count;
    program.argv = request->argv;
    program.paths = request->paths ? request->paths : pyos_os_search(command_of(request), request->search, arena);
    if (!program.paths)
        return pyos_error_memory(&failure->error);
    if (pyos_sys_spawn(&program, plan.site->pidfd, &started, &broken) != 0) {
        fail(&plan, &broken, failure);
        return -1;
    }
    *child = (struct pyos_spawned){started.pid, started.pidfd};
    return 0;
}
