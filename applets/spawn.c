/* spawn: a command in a child of its own, started as os.posix_spawn can, looked after, and reported. */
#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"
#include "pyos/os/die.h"
#include "pyos/os/environment.h"
#include "pyos/os/report_file.h"
#include "pyos/os/spawn.h"
#include "pyos/os/spawn_report.h"
#include "pyos/os/supervise.h"
#include "pyos/os/wait.h"

#include <signal.h>
#include <unistd.h>

enum { P_WAIT = 1, P_NOWAIT, FAILED = 125, NOT_EXECUTABLE = 126, NOT_FOUND = 127 };

struct options {
    struct pyos_sequence actions;
    struct pyos_maybe setpgroup;
    bool resetids, setsid;
    struct pyos_signals setsigmask, setsigdef;
    struct pyos_scheduler scheduler;
    struct pyos_sequence environment;
    bool clear_env;
    bool search;
    struct pyos_choice mode;
    struct pyos_mode umask;
    struct pyos_maybe nice;
    struct pyos_words rlimit;
    const char *cgroup;
    struct pyos_signal pdeathsig;
    struct pyos_duration timeout, kill_after;
    struct pyos_signal signal;
    bool foreground, subreaper, propagate_signal;
    const char *report;
    struct pyos_fd report_fd;
    bool capture, tee, lines;
    struct pyos_size capture_limit;
};

static const struct options defaults = {
    .search = true,
    .mode = {P_WAIT},
    .kill_after = {.ns = 10 * INT64_C(1000000000)},
    .capture_limit = {1024 * 1024},
};

static const char *const modes[] = {"P_WAIT", "P_NOWAIT", NULL};
static const char *const own_group[] = {"0", NULL};

#define PARAM(member) PYOS_PARAM(struct options, member)
#define ACTION(called, kind) \
    PYOS_PARAM_AS(struct options, actions, called, PYOS_TYPE_SEQUENCE), .tag = PYOS_FILE_ACTION_##kind
#define EDIT(called, kind) \
    PYOS_PARAM_AS(struct options, environment, called, PYOS_TYPE_SEQUENCE), .tag = PYOS_ENVIRONMENT_##kind

static const struct pyos_param params[] = {
    {ACTION("open", OPEN), .metavar = "FD:FLAGS[,MODE]:PATH", .doc = "open PATH as FD: '1:O_WRONLY|O_CREAT:log'"},
    {ACTION("close", CLOSE), .metavar = "FD", .doc = "close FD"},
    {ACTION("dup2", DUP2), .metavar = "FD:NEWFD", .doc = "make NEWFD a copy of FD; FD:FD lets COMMAND have it"},
    {ACTION("closefrom", CLOSEFROM), .metavar = "FD", .doc = "close FD and all above it"},
    {ACTION("stdin", STDIN), .metavar = "FILE", .doc = "--open=0:O_RDONLY:FILE"},
    {ACTION("chdir", CHDIR), .metavar = "DIR", .doc = "work in DIR; the paths of later actions are relative to it"},
    {PARAM(setpgroup), .metavar = "PGID", .flags = PYOS_PARAM_BARE, .choices = own_group,
     .doc = "join a process group; without PGID lead a new one"},
    {PARAM(resetids), .doc = "effective ids are the real ones"},
    {PARAM(setsid), .doc = "lead a new session"},
    {PARAM(setsigmask), .metavar = "SIGS", .doc = "block exactly these signals: SIGINT,SIGTERM or 2,15; '' is none"},
    {PARAM(setsigdef), .metavar = "SIGS", .doc = "give these signals their default actions"},
    {PARAM(scheduler), .metavar = "[POLICY:]PRIORITY", .doc = "schedule so: SCHED_BATCH:0"},
    {EDIT("env", SET), .metavar = "K=V", .doc = "set a variable of the environment"},
    {EDIT("unset", UNSET), .metavar = "K", .doc = "remove a variable of the environment"},
    {PARAM(clear_env), .doc = "begin with an empty environment"},
    {PARAM(search), .flags = PYOS_PARAM_NEGATIVE, .doc = "COMMAND is a path: do not look in PATH, as os.posix_spawn"},
    {PARAM(mode), .metavar = "P_WAIT|P_NOWAIT", .choices = modes, .doc = "P_NOWAIT: print the pid and leave"},
    {PARAM(umask), .metavar = "MODE", .doc = "set the umask: 0o077"},
    {PARAM(nice), .metavar = "N", .doc = "add N to the nice value"},
    {PARAM(rlimit), .metavar = "NAME=SOFT[:HARD]", .doc = "set a limit: NOFILE=64, CORE=0:unlimited; may be repeated"},
    {PARAM(cgroup), .metavar = "DIR", .doc = "join a control group"},
    {PARAM(pdeathsig), .metavar = "SIG", .doc = "the signal that COMMAND gets when pyos dies"},
    {PARAM(timeout), .metavar = "DURATION", .doc = "end the tree of COMMAND after 10, 1.5, 500ms, 2m, 1h; 0: never"},
    {PARAM(signal), .metavar = "SIG", .doc = "what ends it [SIGTERM]"},
    {PARAM(kill_after), .metavar = "DURATION", .doc = "SIGKILL so long after that [10s]; 0: never"},
    {PARAM(foreground), .doc = "with --timeout: stay in the terminal's process group, and end COMMAND alone"},
    {PARAM(subreaper), .doc = "adopt what COMMAND leaves behind, wherever it went, and end it too"},
    {PARAM(propagate_signal), .doc = "die by the signal that killed COMMAND"},
    {PARAM(report), .metavar = "FILE", .doc = "write the report there"},
    {PARAM(report_fd), .metavar = "N", .doc = "write the report to this descriptor, which COMMAND does not get"},
    {PARAM(capture), .doc = "add to the report what COMMAND writes"},
    {PARAM(capture_limit), .metavar = "SIZE", .doc = "keep so much of each stream [1M]; longer --lines are cut"},
    {PARAM(tee), .doc = "--capture, and pass it on too"},
    {PARAM(lines), .doc = "write each line of COMMAND as a JSON record: time, stream, line, partial"},
};

/* ---- a call at work */

struct call {
    struct pyos_cli *cli;
    const struct options *options;
    const char *const *argv;
    struct pyos_spawn request;
    struct pyos_supervision wish;
    bool reports;
    struct pyos_form form; /* of the report */
    int report;            /* the report's file, or -1 */
};

static int read_request(struct call *call, struct pyos_error *error)
{
    const struct options *options = call->options;
    struct pyos_arena *arena = &call->cli->arena;
    struct pyos_spawn *request = &call->request;

    *request = (struct pyos_spawn){
        .argv = call->argv,
        .search = options->search,
        .action_count = options->actions.count,
        .setpgroup = options->setpgroup,
        .setsid = options->setsid,
        .resetids = options->resetids,
        .setsigmask = options->setsigmask,
        .setsigdef = options->setsigdef,
        .scheduler = options->scheduler,
        .nice = options->nice,
        .umask = options->umask,
        .limit_count = options->rlimit.count,
        .cgroup = options->cgroup,
        .pdeathsig = options->pdeathsig,
    };
    if (pyos_os_environment_make(options->clear_env, options->environment, arena, &request->environment, error) != 0)
        return -1;
    if (pyos_os_file_actions_read(options->actions, arena, &request->actions, error) != 0)
        return -1;
    return pyos_os_limits_read(options->rlimit, arena, &request->limits, error);
}

/* What is given, but can do nothing: where nobody waits for the child, at its end; and where nobody ends it. */
static int check_needs(const struct call *call, struct pyos_error *error)
{
    const struct options *options = call->options;
    const char *const waits = "mode P_WAIT";
    const bool nowait = options->mode.value == P_NOWAIT;
    const bool unending = !options->timeout.given && !options->subreaper;
    const struct {
        bool idle;
        const char *name, *needs;
    } rows[] = {
        {nowait && options->timeout.given, "timeout", waits},       {nowait && options->capture, "capture", waits},
        {nowait && options->tee, "tee", waits},                     {nowait && options->lines, "lines", waits},
        {nowait && options->report, "report", waits},               {nowait && call->form.fields, "field", waits},
        {nowait && options->report_fd.given, "report_fd", waits},   {nowait && options->subreaper, "subreaper", waits},
        {nowait && call->form.kind == PYOS_FORM_JSON, "json", waits},
        {nowait && options->propagate_signal, "propagate_signal", waits},
        {nowait && options->pdeathsig.number > 0, "pdeathsig", waits},
        {unending && options->signal.number > 0, "signal", "timeout or subreaper"},
        {unending && options->kill_after.given, "kill_after", "timeout or subreaper"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].idle)
            return pyos_error_usage(error, PYOS_TYPEERROR, "spawn() argument '%s' needs %s", rows[i].name,
                                    rows[i].needs);
    return 0;
}

static int check(const struct call *call, struct pyos_error *error)
{
    const struct options *options = call->options;

    if (options->report && options->report_fd.given)
        return pyos_error_usage(error, PYOS_TYPEERROR, "spawn() takes report or report_fd, not both");
    if (options->tee && options->lines)
        return pyos_error_usage(error, PYOS_TYPEERROR, "spawn() takes tee or lines, not both");
    if (options->capture_limit.bytes < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "capture_limit must not be negative");
    return check_needs(call, error);
}

/* A report is JSON, unless --field or --raw say what else. */
static void choose_form(struct call *call)
{
    const struct options *options = call->options;

    call->form = call->cli->printer.form;
    call->form.groups = options->capture || options->tee ? PYOS_SPAWN_REPORT_OUTPUT : 0;
    call->reports = call->form.kind != PYOS_FORM_PYTHON || options->report || options->report_fd.given ||
                    options->capture || options->tee;
}

static int open_report(struct call *call, struct pyos_error *error)
{
    const struct options *options = call->options;

    call->report = -1;
    if (options->report)
        return pyos_os_report_create(pyos_str(options->report), &call->report, error);
    if (options->report_fd.given) {
        call->report = options->report_fd.value;
        return pyos_os_report_adopt(call->report, error);
    }
    return 0;
}

static void make_wish(struct call *call)
{
    const struct options *options = call->options;

    call->wish = (struct pyos_supervision){
        .timeout = options->timeout.ns,
        .kill_after = options->kill_after.ns,
        .signal = options->signal.number > 0 ? options->signal.number : SIGTERM,
        .foreground = options->foreground,
        .subreaper = options->subreaper,
        .capture = options->capture || options->tee,
        .capture_limit = options->capture_limit.bytes,
        .tee = options->tee,
        .lines = options->lines,
        .lines_form = {.kind = PYOS_FORM_JSON, .end = '\n', .ints_as_strings = call->form.ints_as_strings,
                       .surrogateescape = call->form.surrogateescape},
        .hidden = call->report > STDERR_FILENO ? call->report : -1,
    };
}

/* ---- the report */

/* With a printer of its own: the report is JSON where an error is text. begun: it would not begin a line. */
static void print_report(struct call *call, int fd, bool own, bool begun, const struct pyos_spawn_report *report)
{
    struct pyos_printer printer;
    struct pyos_error error;
    int result;

    pyos_out_open(&printer.out, fd);
    printer.form = call->form;
    printer.opened = false;
    if (begun)
        pyos_buf_char(&printer.out.buf, '\n');
    pyos_printer_record(&printer, &pyos_spawn_report_record, report);
    pyos_printer_finish(&printer);
    result = own ? pyos_out_close(&printer.out) : pyos_out_flush(&printer.out);
    if (result != 0) {
        if (call->options->report)
            pyos_error_path(&error, printer.out.errnum, pyos_str(call->options->report));
        else
            pyos_error_fd(&error, printer.out.errnum, fd);
        pyos_cli_fail(call->cli, &error);
    }
    pyos_buf_free(&printer.out.buf);
}

static void write_report(struct call *call, const struct pyos_supervisor *supervisor,
                         const struct pyos_spawn_failure *failure)
{
    const struct options *options = call->options;
    bool begun = supervisor->sinks[PYOS_STDERR].last != '\0' && supervisor->sinks[PYOS_STDERR].last != '\n';
    struct pyos_spawn_report report;
    struct pyos_error error;

    if (pyos_spawn_report_make(&report, call->argv, supervisor, failure, &call->cli->arena, &error) != 0)
        pyos_cli_fail(call->cli, &error);
    else if (call->report >= 0)
        print_report(call, call->report, options->report != NULL, false, &report);
    else
        print_report(call, options->capture && !options->tee ? STDOUT_FILENO : STDERR_FILENO, false, begun, &report);
}

/* ---- the run */

static void fail(struct call *call, const struct pyos_spawn_failure *failure)
{
    bool at_exec = failure->step && strcmp(failure->step, "exec") == 0;

    call->cli->failure = !at_exec ? FAILED : failure->found ? NOT_EXECUTABLE : NOT_FOUND;
    pyos_cli_fail(call->cli, &failure->error);
    call->cli->failure = FAILED;
}

/* What pyos itself could not do while the child ran. */
static void report_errors(struct call *call, const struct pyos_supervisor *supervisor)
{
    struct pyos_error error;

    if (supervisor->errnum != 0) {
        pyos_error_os(&error, supervisor->errnum);
        pyos_cli_fail(call->cli, &error);
    }
    for (int i = 0; i < PYOS_STREAMS; i++)
        if (supervisor->sinks[i].errnum != 0 && !pyos_supervisor_lost_reader(supervisor)) {
            pyos_error_fd(&error, supervisor->sinks[i].errnum, supervisor->sinks[i].fd);
            pyos_cli_fail(call->cli, &error);
        }
}

/* In the place of the child. Before that all has to be written. */
static void die_by(struct pyos_cli *cli, int signal)
{
    if (pyos_out_flush(&cli->printer.out) == 0)
        pyos_os_die_by(signal);
}

static void wait_for(struct call *call)
{
    struct pyos_cli *cli = call->cli;
    struct pyos_supervisor supervisor;
    struct pyos_spawn_failure failure;
    bool started = pyos_supervisor_open(&supervisor, &call->request, &call->wish, &cli->arena, &failure) == 0;
    int code = FAILED;

    cli->printer.form.array = false; /* standard output is the child's, or the report's */
    if (started) {
        pyos_os_supervise(&supervisor);
        report_errors(call, &supervisor);
        code = pyos_supervisor_exit_code(&supervisor);
    } else {
        fail(call, &failure);
    }
    if (call->reports && (started || failure.error.type == PYOS_OSERROR))
        write_report(call, &supervisor, started ? NULL : &failure);
    pyos_supervisor_close(&supervisor); /* of which the signals of this process are free again */
    if (pyos_supervisor_lost_reader(&supervisor))
        die_by(cli, SIGPIPE);
    if (cli->exit_code != 0)
        return;
    cli->exit_code = code;
    if (call->options->propagate_signal && !supervisor.timed_out && pyos_wait_decode(supervisor.status).signaled)
        die_by(cli, pyos_wait_decode(supervisor.status).termsig);
}

static void leave(struct call *call)
{
    struct pyos_printer *printer = &call->cli->printer;
    struct pyos_spawned child;
    struct pyos_spawn_failure failure;
    struct pyos_error error;

    if (pyos_os_spawn(&call->request, NULL, &call->cli->arena, &child, &failure) != 0) {
        fail(call, &failure);
        return;
    }
    pyos_form_item(&printer->form, pyos_printer_buf(printer), PYOS_TYPE_INT, &child.pid);
    pyos_printer_commit(printer);
    if (pyos_out_flush(&printer->out) == 0)
        return;
    pyos_error_fd(&error, printer->out.errnum, printer->out.fd);
    pyos_error_explain(&error, "process %d runs on", child.pid);
    pyos_cli_fail(call->cli, &error);
    printer->out.errnum = 0; /* it was told */
}

static void run(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    struct call call = {.cli = cli, .options = arguments, .argv = operands.items};
    struct pyos_error error;

    if (pyos_cli_need(cli, operands, "COMMAND") != 0 || pyos_cli_choose(cli, &pyos_spawn_report_record) != 0)
        return;
    choose_form(&call);
    if (check(&call, &error) != 0 || read_request(&call, &error) != 0 || open_report(&call, &error) != 0) {
        pyos_cli_fail(cli, &error);
        return;
    }
    if (call.form.kind == PYOS_FORM_PYTHON)
        call.form.kind = PYOS_FORM_JSON;
    make_wish(&call);
    if (call.options->mode.value == P_NOWAIT)
        leave(&call);
    else
        wait_for(&call);
}

static const struct pyos_example examples[] = {
    {"pyos spawn -- sh -c 'exit 3'; echo $?", "3\n"},
    {"pyos spawn --timeout=100ms sleep 60; echo $?", "124\n"},
    {"pyos spawn --clear-env --env GREETING=hello -- /bin/sh -c 'echo $GREETING'", "hello\n"},
    {"pyos spawn --open='1:O_WRONLY|O_CREAT:log' --dup2=1:2 -- sh -c 'echo out; echo err >&2' && cat log",
     "out\nerr\n"},
    {"pyos spawn --rlimit=NOFILE=16 --umask=0o027 -- sh -c 'ulimit -n; umask'", "16\n0027\n"},
    {"pyos spawn --capture -- sh -c 'echo hello; kill -TERM $$' | jq -c '[.stdout, .exitcode, .signal]'",
     "[\"hello\\n\",-15,\"SIGTERM\"]\n"},
    {"pyos spawn -J true 2>&1 | jq '.rusage.ru_maxrss > 0'", "true\n"},
    {"pyos spawn --lines -- sh -c 'echo one; echo two' | jq -r .line", "one\ntwo\n"},
    {"pid=$(pyos spawn --mode=P_NOWAIT --open=1:O_WRONLY:/dev/null sleep 60) && kill $pid", ""},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "spawn", .summary = "run a command in a child, and tell what came of it",
     .operands = "COMMAND [ARG...]",
     .details = "Exit: COMMAND's own code; 128+N if signal N killed it; 124 timed out; 125 pyos\n"
                "itself failed; 126 COMMAND cannot be executed; 127 it was not found. No shell is\n"
                "ever used. --open, --close, --dup2, --closefrom, --stdin and --chdir are done in\n"
                "the order given. --json writes a report when COMMAND ends: to --report or\n"
                "--report-fd, else with --capture to standard output, else as the last line of\n"
                "standard error.\n",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options),
     .defaults = &defaults, .stop_at_operand = true, .failure = FAILED, .record = &pyos_spawn_report_record,
     .examples = examples, .reason = "programs cannot be confined", .run = run},
};

const struct pyos_applet_list pyos_applets_spawn = {applets, sizeof applets / sizeof *applets};
