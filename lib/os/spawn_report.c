#include "pyos/os/spawn_report.h"

#include "pyos/os/wait.h"
#include "pyos/py/errno.h"
#include "pyos/py/exception.h"
#include "pyos/py/signals.h"

#define BOTH .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

/* ---- spawn_error */

/* A file name is a string or a descriptor: in JSON the row of the one or the other. */
enum { FILENAME_STR = 1, FILENAME_FD = 2 };

#define ERROR_FIELD(member) PYOS_FIELD(struct pyos_spawn_error, member), BOTH
#define ERROR_VIEW(member, called, as) PYOS_FIELD_AS(struct pyos_spawn_error, member, called, as)

static const struct pyos_field error_fields[] = {
    {ERROR_FIELD(type)},
    {ERROR_VIEW(errnum, "errno", PYOS_TYPE_INT), BOTH},
    {ERROR_FIELD(name)},
    {ERROR_FIELD(strerror)},
    {ERROR_VIEW(filename, "filename", PYOS_TYPE_PATH), .flags = PYOS_FIELD_ITEM},
    {ERROR_VIEW(filename.name, "filename", PYOS_TYPE_STR), .flags = PYOS_FIELD_ATTRIBUTE, .group = FILENAME_STR},
    {ERROR_VIEW(filename.fd, "filename", PYOS_TYPE_INT), .flags = PYOS_FIELD_ATTRIBUTE, .group = FILENAME_FD},
    {ERROR_FIELD(step)},
};

static const struct pyos_record error_record = {NULL, error_fields, sizeof error_fields / sizeof *error_fields};

static int put_error(struct pyos_spawn_report *report, const struct pyos_spawn_failure *failure,
                     struct pyos_arena *arena, struct pyos_error *error)
{
    const struct pyos_error *from = &failure->error;
    bool is_fd = from->filename.kind == PYOS_SUBJECT_FD;
    struct pyos_buf words = {0};
    const char *copy;

    pyos_errno_message(&words, from->errnum);
    copy = words.failed ? NULL : pyos_arena_copy(arena, words.data, words.size);
    report->error = (struct pyos_spawn_error){
        .type = pyos_exception_class(from),
        .errnum = from->errnum,
        .name = pyos_errno_name(from->errnum),
        .strerror = {copy, words.size},
        .filename = {.name = from->filename.name, .fd = (int)from->filename.fd, .is_fd = is_fd}, /* it is an int */
        .step = failure->step,
    };
    pyos_buf_free(&words);
    report->spawn_error = (struct pyos_nested){&error_record, &report->error, is_fd ? FILENAME_FD : FILENAME_STR};
    return copy ? 0 : pyos_error_memory(error);
}

/* ---- the report */

#define FIELD(member) PYOS_FIELD(struct pyos_spawn_report, member), BOTH
#define OUTPUT(member, called) \
    PYOS_FIELD_AS(struct pyos_spawn_report, member, called, PYOS_TYPE(struct pyos_spawn_report, member)), BOTH, \
        .group = PYOS_SPAWN_REPORT_OUTPUT

static const struct pyos_field fields[] = {
    {FIELD(argv), .doc = "COMMAND and its words"},
    {FIELD(pid)},
    {FIELD(status), .doc = "as os.wait gives it"},
    {FIELD(exitcode), .doc = "os.waitstatus_to_exitcode: N for exit(N), -N for signal N"},
    {FIELD(signal), .doc = "the name of the signal that killed it"},
    {FIELD(coredump), .doc = "whether it left a core dump"},
    {FIELD(timed_out), .doc = "whether --timeout has ended it"},
    {FIELD(spawn_error), .doc = "why it did not run: type, errno, name, strerror, filename, step"},
    {FIELD(started), .doc = "UTC"},
    {FIELD(elapsed_ns), .doc = "from its start to its end"},
    {FIELD(rusage), .doc = "as os.wait4 has it: ru_utime, ru_stime, ru_maxrss, ..."},
    {FIELD(survivors), .doc = "--subreaper: pid and comm of each process that it left behind"},
    {OUTPUT(out, "stdout"), .doc = "--capture: what it wrote there"},
    {OUTPUT(err, "stderr")},
    {OUTPUT(out_truncated, "stdout_truncated"), .doc = "whether it wrote more than --capture-limit"},
    {OUTPUT(err_truncated, "stderr_truncated")},
};

const struct pyos_record pyos_spawn_report_record = {NULL, fields, sizeof fields / sizeof *fields};

static int put_argv(struct pyos_spawn_report *report, const char *const *argv, struct pyos_arena *arena)
{
    size_t count = 0;

    while (argv[count])
        count++;
    report->argv.items = pyos_arena_get(arena, count * sizeof *report->argv.items);
    if (!report->argv.items)
        return -1;
    for (; report->argv.count < count; report->argv.count++)
        report->argv.items[report->argv.count] = pyos_str(argv[report->argv.count]);
    return 0;
}

static struct pyos_maybe known(int64_t value)
{
    return (struct pyos_maybe){true, value};
}

static void put_end(struct pyos_spawn_report *report, const struct pyos_supervisor *supervisor)
{
    struct pyos_wait wait = pyos_wait_decode(supervisor->status);

    report->pid = known(supervisor->pid);
    report->status = known(supervisor->status);
    report->exitcode = known(wait.signaled ? -wait.termsig : wait.exitstatus);
    report->signal = wait.signaled ? pyos_signal_name(wait.termsig) : NULL;
    report->coredump = wait.signaled && wait.coredump;
    report->timed_out = supervisor->timed_out;
    report->elapsed_ns = known(supervisor->elapsed);
    report->rusage = (struct pyos_nested){&pyos_rusage_record, &supervisor->usage, 0};
}

/* Without a byte it is the empty text, not None. */
static struct pyos_str text_of(const struct pyos_buf *buf)
{
    return (struct pyos_str){buf->data ? buf->data : "", buf->size};
}

static void put_output(struct pyos_spawn_report *report, const struct pyos_stream *streams)
{
    report->out = text_of(&streams[PYOS_STDOUT].kept);
    report->err = text_of(&streams[PYOS_STDERR].kept);
    report->out_truncated = streams[PYOS_STDOUT].truncated;
    report->err_truncated = streams[PYOS_STDERR].truncated;
}

int pyos_spawn_report_make(struct pyos_spawn_report *report, const char *const *argv,
                           const struct pyos_supervisor *supervisor, const struct pyos_spawn_failure *failure,
                           struct pyos_arena *arena, struct pyos_error *error)
{
    const struct pyos_tree *tree = &supervisor->tree;

    *report = (struct pyos_spawn_report){0};
    if (put_argv(report, argv, arena) != 0)
        return pyos_error_memory(error);
    if (supervisor->started != 0)
        pyos_utc(report->started, supervisor->started);
    if (supervisor->ended)
        put_end(report, supervisor);
    report->survivors = (struct pyos_records){&pyos_survivor_record, tree->survivors, tree->count,
                                              sizeof *tree->survivors, tree->subreaper};
    put_output(report, supervisor->streams);
    return failure ? put_error(report, failure, arena, error) : 0;
}
