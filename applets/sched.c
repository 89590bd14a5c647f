/* sched: what the scheduler knows of a process, and how to change it. */
#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"
#include "pyos/os/budget.h"
#include "pyos/os/exec.h"
#include "pyos/os/policy.h"
#include "pyos/os/sched.h"
#include "pyos/os/scheduling.h"
#include "pyos/os/threads.h"

#include <errno.h>

enum { EXIT_OURS = 125, EXIT_NOT_EXECUTABLE = 126, EXIT_NOT_FOUND = 127 };

struct options {
    struct pyos_pid pid;
    bool all_threads;
    struct pyos_choice policy;
    struct pyos_scheduling_change change;
};

#define PARAM(member) PYOS_PARAM(struct options, member)
#define VIEW(member, called, as) PYOS_PARAM_AS(struct options, change.member, called, as)
#define CHANGE(member) VIEW(member, #member, PYOS_TYPE(struct options, change.member))

#define SPAN(member) VIEW(member, #member, PYOS_TYPE_NANOSECONDS)

#define PID {PARAM(pid), .letter = 'p', .metavar = "PID", .doc = "a process or thread; 0 is pyos itself"}
#define ALL_THREADS {PARAM(all_threads), .letter = 'a', .doc = "each thread of the process"}

#define CHANGES                                                                                                       \
    {PARAM(policy), .metavar = PYOS_POLICY_METAVAR, .choices = pyos_policy_words, .doc = "or SCHED_OTHER and so on"}, \
    {CHANGE(priority), .metavar = "N", .doc = "of fifo and rr: 1 to 99"},                                             \
    {CHANGE(affinity), .metavar = "CPUS", .doc = "the CPUs that it may run on: 0,2-3"},                               \
    {VIEW(affinity, "affinity_mask", PYOS_TYPE_CPU_MASK), .metavar = "MASK", .doc = "the same as a mask: 0xd"},       \
    {CHANGE(nice), .metavar = "N", .doc = "-20 to 19, the nicest"},                                                   \
    {CHANGE(reset_on_fork), .doc = "children have no real time, no nice below 0"},                                    \
    {SPAN(runtime), .metavar = "NS", .doc = "of deadline, 500us or 10ms; of other and batch: their slice"},           \
    {SPAN(deadline), .metavar = "NS", .doc = "of deadline"},                                                          \
    {SPAN(period), .metavar = "NS", .doc = "of deadline; left out, the deadline"},                                    \
    {CHANGE(uclamp_min), .metavar = "N", .doc = "the least utilization, 0 to 1024; -1: the system's default"},        \
    {CHANGE(uclamp_max), .metavar = "N", .doc = "the most"}

static const struct pyos_param get_params[] = {PID, ALL_THREADS};
static const struct pyos_param set_params[] = {PID, ALL_THREADS, CHANGES};
static const struct pyos_param run_params[] = {CHANGES};

/* ---- get */

/* The record of one thread. A thread that has ended is no error: *shown tells. */
static int show_thread(struct pyos_cli *cli, int pid, int tid, bool *shown, struct pyos_error *error)
{
    struct pyos_scheduling scheduling;

    if (pyos_scheduling_get(tid, &scheduling, error) != 0)
        return error->errnum == ESRCH ? 0 : -1;
    if (pid != 0)
        scheduling.pid = pid;
    *shown = true;
    pyos_printer_record(&cli->printer, &pyos_scheduling_record, &scheduling);
    return 0;
}

static int show_threads(struct pyos_cli *cli, int pid, struct pyos_error *error)
{
    struct pyos_threads threads;
    bool shown = false;

    if (pyos_os_threads(pid, &threads, &cli->arena, error) != 0)
        return -1;
    for (size_t i = 0; i < threads.count; i++)
        if (show_thread(cli, pid, threads.tids[i], &shown, error) != 0)
            return -1;
    return shown ? 0 : pyos_error_os(error, ESRCH);
}

static void run_get(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    const int pid = options->pid.value;
    struct pyos_error error;
    bool shown = false;
    int result;

    if (pyos_cli_need_none(cli, operands) != 0 || pyos_cli_choose(cli, &pyos_scheduling_record) != 0)
        return;
    cli->printer.form.groups = options->all_threads ? PYOS_SCHEDULING_TID : 0;
    if (options->all_threads)
        result = show_threads(cli, pid, &error);
    else
        result = show_thread(cli, pid, pid, &shown, &error) != 0 || !shown ? -1 : 0;
    if (result != 0)
        pyos_cli_fail(cli, &error);
}

/* ---- set */

/* The change that the options ask for. */
static int take_change(const struct options *options, struct pyos_scheduling_change *change, struct pyos_error *error)
{
    *change = options->change;
    change->policy = options->policy.value != 0 ? pyos_policy_chosen(options->policy.value) : NULL;
    return pyos_scheduling_check(change, error);
}

static bool same_threads(const struct pyos_threads *a, const struct pyos_threads *b)
{
    return a->count == b->count && memcmp(a->tids, b->tids, a->count * sizeof *a->tids) == 0;
}

/*
 * Each thread, and again until no new one has come in between: what a thread starts before its own
 * turn is as the thread was. A process that never ceases to start some is left after the last pass,
 * and one that ends in between was set all the same.
 */
static int set_threads(struct pyos_cli *cli, int pid, const struct pyos_scheduling_change *change,
                       struct pyos_error *error)
{
    enum { PASSES = 8 };
    struct pyos_threads before = {0};
    struct pyos_threads now;
    bool set = false;

    for (int pass = 0; pass < PASSES; pass++) {
        if (pyos_os_threads(pid, &now, &cli->arena, error) != 0)
            return set && error->errnum == ESRCH ? 0 : -1;
        if (pass > 0 && same_threads(&before, &now))
            break;
        for (size_t i = 0; i < now.count; i++)
            if (pyos_scheduling_set(now.tids[i], change, error) == 0)
                set = true;
            else if (error->errnum != ESRCH)
                return -1;
        before = now;
    }
    return 0;
}

static void run_set(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    const int pid = options->pid.value;
    struct pyos_scheduling_change change;
    struct pyos_error error;
    int result;

    if (pyos_cli_need_none(cli, operands) != 0)
        return;
    result = take_change(options, &change, &error);
    if (!options->pid.given)
        result = pyos_error_usage(&error, PYOS_TYPEERROR, "%s() missing required argument 'pid'", cli->name);
    else if (result == 0 && !pyos_scheduling_is_change(&change))
        result = pyos_error_usage(&error, PYOS_TYPEERROR, "%s() missing what to set, such as --nice=N", cli->name);
    if (result == 0 && options->all_threads)
        result = set_threads(cli, pid, &change, &error);
    else if (result == 0)
        result = pyos_scheduling_set(pid, &change, &error);
    if (result != 0)
        pyos_cli_fail(cli, &error);
}

/* ---- run */

static void run_run(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    struct pyos_scheduling_change change;
    struct pyos_error error;
    bool found = true;

    if (pyos_cli_need(cli, operands, "COMMAND") != 0)
        return;
    if (take_change(arguments, &change, &error) != 0 ||
        (pyos_scheduling_is_change(&change) && pyos_scheduling_set(0, &change, &error) != 0)) {
        pyos_cli_fail(cli, &error);
        return;
    }
    pyos_os_execvp(operands, &cli->arena, &found, &error);
    cli->failure = found ? EXIT_NOT_EXECUTABLE : EXIT_NOT_FOUND;
    pyos_cli_fail(cli, &error);
}

/* ---- list */

struct listed {
    const char *policy;
    int value;
    int priority_min, priority_max;
};

#define LISTED(member) PYOS_FIELD(struct listed, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field listed_fields[] = {
    {LISTED(policy)},
    {LISTED(value), .doc = "its number"},
    {LISTED(priority_min), .doc = "the lowest priority"},
    {LISTED(priority_max), .doc = "the highest"},
};
static const struct pyos_record listed_record = {NULL, listed_fields, sizeof listed_fields / sizeof *listed_fields};

/* The policies that this kernel has. */
static void run_list(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    (void)arguments;
    if (pyos_cli_need_none(cli, operands) != 0 || pyos_cli_choose(cli, &listed_record) != 0)
        return;
    for (int i = 0; i < PYOS_POLICIES; i++) {
        struct listed listed = {.policy = pyos_policies[i].name, .value = pyos_policies[i].number};
        struct pyos_error error;

        if (pyos_os_sched_get_priority_min(listed.value, &listed.priority_min, &error) == 0 &&
            pyos_os_sched_get_priority_max(listed.value, &listed.priority_max, &error) == 0)
            pyos_printer_record(&cli->printer, &listed_record, &listed);
        else if (error.errnum != EINVAL)
            pyos_cli_fail(cli, &error);
    }
}

/* ---- yield */

static void run_yield(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    struct pyos_error error;

    (void)arguments;
    if (pyos_cli_need_none(cli, operands) == 0 && pyos_os_sched_yield(&error) != 0)
        pyos_cli_fail(cli, &error);
}

/* ---- cpus */

static void run_cpus(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    struct pyos_budget budget;
    struct pyos_error error;

    (void)arguments;
    if (pyos_cli_need_none(cli, operands) != 0 || pyos_cli_choose(cli, &pyos_budget_record) != 0)
        return;
    if (pyos_budget_get("", &budget, &cli->arena, &error) != 0)
        pyos_cli_fail(cli, &error);
    else
        pyos_printer_record(&cli->printer, &pyos_budget_record, &budget);
}

/* ---- the rows */

static const struct pyos_example sched_examples[] = {
    {"pyos sched -f policy", NULL},
    {"pyos sched run --nice=19 --policy=batch -- pyos sched -f policy,nice", "SCHED_BATCH\t19\n"},
    {0},
};
static const struct pyos_example get_examples[] = {
    {"pyos sched get", NULL},
    {"pyos sched get -J -p $$ | jq .affinity", NULL},
    {"pyos sched get -a -f tid,policy,affinity -p $$", NULL},
    {0},
};
static const struct pyos_example set_examples[] = {
    {"sh -c 'pyos sched set --nice=19 -p $$ && nice'", "19\n"},
    {"sh -c 'pyos sched set --affinity=$(pyos sched -f affinity) -p $$'", ""},
    {0},
};
static const struct pyos_example run_examples[] = {
    {"pyos sched run --nice=19 nice", "19\n"},
    {"pyos sched run --policy=batch --reset-on-fork -- pyos sched -f policy,reset_on_fork", "SCHED_BATCH\tTrue\n"},
    {0},
};
static const struct pyos_example list_examples[] = {
    {"pyos sched list | head -n 1",
     "{'policy': 'SCHED_OTHER', 'value': 0, 'priority_min': 0, 'priority_max': 0}\n"},
    {"pyos sched list -f policy,priority_min,priority_max | grep FIFO", "SCHED_FIFO\t1\t99\n"},
    {0},
};
static const struct pyos_example yield_examples[] = {{"pyos sched yield", ""}, {0}};
static const struct pyos_example cpus_examples[] = {
    {"pyos sched cpus", NULL},
    {"echo make -j$(pyos sched cpus -f usable)", NULL},
    {0},
};

#define TAKES(rows) .params = rows, .count = sizeof rows / sizeof *rows, .size = sizeof(struct options)

static const struct pyos_applet commands[] = {
    {.name = "sched get", .summary = "policy, priority, affinity and the rest, as one record", TAKES(get_params),
     .details = "With --all-threads a record for each thread, and tid behind pid.\n",
     .record = &pyos_scheduling_record, .examples = get_examples,
     .reason = "processes cannot be confined", .run = run_get},
    {.name = "sched set", .summary = "change some of it, and leave the rest as it is", TAKES(set_params),
     .examples = set_examples, .reason = "processes cannot be confined", .run = run_set},
    {.name = "sched run", .summary = "change some of it, then become COMMAND", .operands = "COMMAND [ARG...]",
     .details = "Exit: 125 when pyos itself fails, 126 when COMMAND cannot be executed, 127 when\n"
                "there is none.\n",
     TAKES(run_params), .stop_at_operand = true, .failure = EXIT_OURS, .examples = run_examples,
     .reason = "programs cannot be confined", .run = run_run},
    {.name = "sched list", .summary = "the policies that this kernel has, and their priorities",
     .record = &listed_record, .examples = list_examples, .emulation = PYOS_SUPPORTED, .run = run_list},
    {.name = "sched yield", .summary = "let others run first", .examples = yield_examples,
     .emulation = PYOS_SUPPORTED, .run = run_yield},
    {.name = "sched cpus", .summary = "how many CPUs there are, and for this process",
     .details = "The quota is the smallest of the control groups of the process; null is none.\n",
     .record = &pyos_budget_record, .examples = cpus_examples, .emulation = PYOS_SUPPORTED, .run = run_cpus},
};

static const struct pyos_applet applets[] = {
    {.name = "sched", .summary = "the scheduling of processes: policy, priority, CPUs",
     .details = "Without a command it is sched get.\n",
     .commands = commands, .command_count = sizeof commands / sizeof *commands, .default_command = true,
     .examples = sched_examples},
};

const struct pyos_applet_list pyos_applets_sched = {applets, sizeof applets / sizeof *applets};
