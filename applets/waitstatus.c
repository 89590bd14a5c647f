/* waitstatus: what the status of a child means, from each of the numbers that it is known by. */
#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"
#include "pyos/os/wait.h"
#include "pyos/py/int.h"
#include "pyos/py/signals.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum source { RAW = 1, SHELL, EXITCODE };

struct options {
    struct pyos_choice from;
};

static const char *const sources[] = {"raw", "shell", "exitcode", NULL};

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct options, from), .metavar = "raw|shell|exitcode", .choices = sources,
     .doc = "what STATUS is: of os.wait, $?, or Python's N and -N, a batch system's N:SIG"},
};

static const struct options defaults = {.from = {RAW}};

enum { SHELL_SIGNAL = 128, DESCRIPTION = 160 };

/* The JSON record. */
struct meaning {
    int status;
    struct pyos_maybe exitcode;
    bool exited;
    struct pyos_maybe exitstatus;
    bool signaled;
    struct pyos_maybe termsig;
    const char *signal;
    bool coredump;
    bool stopped;
    struct pyos_maybe stopsig;
    bool continued;
    struct pyos_maybe shell;
    char description[DESCRIPTION];
    bool ambiguous;
};

#define FIELD(member) PYOS_FIELD(struct meaning, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {FIELD(status), .doc = "as os.wait gives it"},
    {FIELD(exitcode), .doc = "os.waitstatus_to_exitcode"},
    {FIELD(exited), .doc = "whether it ended by exit"},
    {FIELD(exitstatus), .doc = "what it gave to exit"},
    {FIELD(signaled), .doc = "whether a signal killed it"},
    {FIELD(termsig), .doc = "which one"},
    {FIELD(signal), .doc = "the name of termsig or stopsig"},
    {FIELD(coredump), .doc = "whether it left a core dump"},
    {FIELD(stopped), .doc = "whether a signal stopped it"},
    {FIELD(stopsig), .doc = "which one"},
    {FIELD(continued), .doc = "whether it goes on after a stop"},
    {FIELD(shell), .doc = "what $? would show"},
    {FIELD(description), .doc = "in plain words"},
    {FIELD(ambiguous), .doc = "--from=shell: an exit status of the same number is possible too"},
};

static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

static int from_exit(int exitstatus)
{
    return (exitstatus & 0xFF) << 8;
}

static int bad_value(const char *word, const char *what, struct pyos_error *error)
{
    return pyos_error_say(error, PYOS_VALUEERROR, "invalid %s: %s", what, word);
}

/*
 * $?: above 128 a signal may have killed the command, or it may have exited with that number. A
 * signal that kills nothing by itself leaves the second reading alone.
 */
static int from_shell(const char *word, int *status, bool *ambiguous, struct pyos_error *error)
{
    int number;
    int signal;

    if (pyos_int_parse(pyos_str(word), &number, error) != 0)
        return -1;
    if (number < 0 || number > 255)
        return bad_value(word, "shell status", error);
    signal = number - SHELL_SIGNAL;
    *ambiguous = pyos_signal_name(signal) && pyos_signal_action(signal) == PYOS_SIGNAL_KILLS;
    *status = *ambiguous ? signal : from_exit(number);
    return 0;
}

/* N, -SIG, or CODE:SIG, where a signal of 0 means none. */
static int from_exitcode(const char *word, int *status, struct pyos_error *error)
{
    const char *colon = strchr(word, ':');
    struct pyos_str first = {word, colon ? (size_t)(colon - word) : strlen(word)}; /* colon >= word */
    int code;
    int signal = 0;

    if (pyos_int_parse(first, &code, error) != 0)
        return -1;
    if (colon && pyos_int_parse(pyos_str(colon + 1), &signal, error) != 0)
        return -1;
    if (!colon && code < 0 && code > -128) {
        signal = -code;
        code = 0;
    }
    if (code < 0 || code > 255 || signal < 0 || signal > 126)
        return bad_value(word, "exit code", error);
    *status = signal != 0 ? signal : from_exit(code);
    return 0;
}

static int read_status(const struct pyos_cli *cli, enum source source, const char *word, struct meaning *meaning,
                       struct pyos_error *error)
{
    switch (source) {
    case SHELL: return from_shell(word, &meaning->status, &meaning->ambiguous, error);
    case EXITCODE: return from_exitcode(word, &meaning->status, error);
    default: return pyos_constant_read_int(cli->house->constants, pyos_str(word), &meaning->status, error);
    }
}

static struct pyos_maybe maybe(bool known, int value)
{
    return (struct pyos_maybe){known, known ? value : 0};
}

/* A signal as people call it; an unnamed one by its number. */
static void name_signal(char text[32], int signal)
{
    const char *name = pyos_signal_name(signal);

    if (name)
        snprintf(text, 32, "%s", name);
    else
        snprintf(text, 32, "signal %d", signal);
}

static void describe(struct meaning *meaning, const struct pyos_wait *wait)
{
    char *text = meaning->description;
    char signal[32];

    name_signal(signal, wait->stopped ? wait->stopsig : wait->termsig);
    if (wait->exited && wait->exitstatus == 0)
        snprintf(text, DESCRIPTION, "exited with 0: success");
    else if (wait->exited && wait->exitstatus == 126)
        snprintf(text, DESCRIPTION, "exited with 126: in a shell, found but not executable");
    else if (wait->exited && wait->exitstatus == 127)
        snprintf(text, DESCRIPTION, "exited with 127: in a shell, command not found");
    else if (wait->exited)
        snprintf(text, DESCRIPTION, "exited with %d", wait->exitstatus);
    else if (wait->signaled)
        snprintf(text, DESCRIPTION, "killed by %s%s", signal, wait->coredump ? ", core dumped" : "");
    else if (wait->stopped)
        snprintf(text, DESCRIPTION, "stopped by %s", signal);
    else
        snprintf(text, DESCRIPTION, "continued");
    if (meaning->ambiguous)
        snprintf(text + strlen(text), DESCRIPTION - strlen(text), ", or exited with %d",
                 SHELL_SIGNAL + wait->termsig);
}

/* Fills the record. ValueError, as Python has it, for a status that is none. */
static int interpret(struct meaning *meaning, struct pyos_error *error)
{
    struct pyos_wait wait = pyos_wait_decode(meaning->status);
    int exitcode = 0;
    bool ended = pyos_os_waitstatus_to_exitcode(meaning->status, &exitcode, error) == 0;
    int signal = wait.stopped ? wait.stopsig : wait.termsig;

    if (!ended && !wait.stopped && !wait.continued)
        return -1;
    meaning->exitcode = maybe(ended, exitcode);
    meaning->exited = wait.exited;
    meaning->exitstatus = maybe(wait.exited, wait.exitstatus);
    meaning->signaled = wait.signaled;
    meaning->termsig = maybe(wait.signaled, wait.termsig);
    meaning->signal = wait.signaled || wait.stopped ? pyos_signal_name(signal) : NULL;
    meaning->coredump = wait.signaled && wait.coredump;
    meaning->stopped = wait.stopped;
    meaning->stopsig = maybe(wait.stopped, wait.stopsig);
    meaning->continued = wait.continued;
    meaning->shell = maybe(!wait.continued, wait.exited ? wait.exitstatus : SHELL_SIGNAL + signal);
    describe(meaning, &wait);
    return 0;
}

/* Python's form is the exit code alone; the others show the record. */
static int show(struct pyos_cli *cli, const struct meaning *meaning, struct pyos_error *error)
{
    struct pyos_printer *printer = &cli->printer;
    int exitcode;

    if (printer->form.kind == PYOS_FORM_JSON || printer->form.fields) {
        pyos_printer_record(printer, &record, meaning);
        return 0;
    }
    if (pyos_os_waitstatus_to_exitcode(meaning->status, &exitcode, error) != 0)
        return -1;
    pyos_form_int(&printer->form, pyos_printer_buf(printer), exitcode);
    pyos_form_end(&printer->form, pyos_printer_buf(printer));
    pyos_printer_commit(printer);
    return 0;
}

static void run(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    enum source source = (enum source)options->from.value; /* numbered like the choices */
    struct pyos_error error;

    if (pyos_cli_need(cli, operands, "status") != 0 || pyos_cli_choose(cli, &record) != 0)
        return;
    for (size_t i = 0; i < operands.count; i++) {
        struct meaning meaning = {0};

        if (read_status(cli, source, operands.items[i], &meaning, &error) != 0 ||
            interpret(&meaning, &error) != 0 || show(cli, &meaning, &error) != 0)
            pyos_cli_fail(cli, &error);
    }
}

static const struct pyos_example examples[] = {
    {"pyos waitstatus 256 9", "1\n-9\n"},
    {"pyos waitstatus -f signal,description 139", "SIGSEGV\tkilled by SIGSEGV, core dumped\n"},
    {"sh -c 'kill -9 $$' || pyos waitstatus --from=shell -f description $?",
     "killed by SIGKILL, or exited with 137\n"},
    {"pyos waitstatus --from=exitcode -J 0:15 | jq -c '[.status, .signal, .shell]'", "[15,\"SIGTERM\",143]\n"},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "waitstatus", .summary = "what the exit status of a process means", .operands = "STATUS...",
     .details = "Prints os.waitstatus_to_exitcode(STATUS): N for exit(N), -N for signal N.\n", .record = &record,
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options),
     .defaults = &defaults, .examples = examples, .emulation = PYOS_SUPPORTED, .run = run},
};

const struct pyos_applet_list pyos_applets_waitstatus = {applets, sizeof applets / sizeof *applets};
