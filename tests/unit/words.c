/* py/duration, py/mode, py/signals, os/limits, py/scheduler, os/file_actions: words of the command line. */
#include "test.h"

#include "pyos/os/constants.h"
#include "pyos/os/file_actions.h"
#include "pyos/os/limits.h"
#include "pyos/py/duration.h"
#include "pyos/py/exception.h"
#include "pyos/py/mode.h"
#include "pyos/py/scheduler.h"
#include "pyos/py/signals.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>

/* Says which word does not hold. */
static void expect_word(struct test *test, bool holds, const char *word)
{
    if (!holds)
        fprintf(stderr, "of '%s': ", word);
    expect(test, holds, "it is read as it should be");
}

static void expect_error(struct test *test, const struct pyos_error *error, const char *message)
{
    struct pyos_buf text = {0};

    pyos_exception_message(&text, error);
    expect_text(test, &text, message, "the error says what is wrong");
    pyos_buf_free(&text);
}

static void durations(struct test *test)
{
    static const struct { const char *word; int64_t ns; } good[] = {
        {"0", 0}, {"10", 10000000000}, {"1.5", 1500000000}, {".5", 500000000}, {"5.", 5000000000},
        {"10s", 10000000000}, {"2m", 120000000000}, {"500ms", 500000000}, {"1h", 3600000000000},
        {"7d", 604800000000000}, {"3us", 3000}, {"4ns", 4}, {"0.000000001", 1}, {"0.0000000019", 1},
        {"1.5ms", 1500000}, {"0.5m", 30000000000}, {"9223372036", 9223372036000000000},
        {"9223372036.854775807", INT64_MAX},
    };
    static const char *const bad[] = {"", ".", "s", "1 s", "-1", "+1", "1e3", "1x", "1.2.3", "0x10", "inf",
                                      "1ss", "1,5"};
    static const char *const large[] = {"9223372037", "9223372036.854775808", "106752d", "99999999999999999999"};
    struct pyos_error error;
    int64_t ns;

    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        expect_word(test, pyos_duration_read(pyos_str(good[i].word), &ns, &error) == 0 && ns == good[i].ns,
                    good[i].word);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        expect_word(test, pyos_duration_read(pyos_str(bad[i]), &ns, &error) != 0 && error.type == PYOS_VALUEERROR,
                    bad[i]);
    for (size_t i = 0; i < sizeof large / sizeof *large; i++)
        expect_word(test,
                    pyos_duration_read(pyos_str(large[i]), &ns, &error) != 0 && error.type == PYOS_OVERFLOWERROR,
                    large[i]);
}

static void modes(struct test *test)
{
    static const struct { const char *word; uint32_t bits; } good[] = {
        {"0o755", 0755}, {"0755", 0755}, {"0x1ed", 0755}, {"0b111", 7}, {"0", 0}, {"7", 7}, {"00", 0}, {"0o0", 0},
        {"07777", 07777},
    };
    static const struct { const char *word, *message; } bad[] = {
        {"755", "mode 755 is ambiguous: write 0o755, or 0o1363 for decimal 755"},
        {"493", "mode 493 is not octal: write 0o755 for decimal 493"},
        {"-1", "a mode must not be negative"},
        {"0798", "invalid literal for int() with base 0: '0798'"},
        {"077777777777777", "Python int too large to convert to C int"},
        {"u+x", "module 'os' has no attribute 'u+x'"},
    };
    struct pyos_error error;
    uint32_t bits;

    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        expect_word(test,
                    pyos_mode_read(&pyos_os_constants, pyos_str(good[i].word), &bits, &error) == 0 &&
                        bits == good[i].bits,
                    good[i].word);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        expect_word(test, pyos_mode_read(&pyos_os_constants, pyos_str(bad[i].word), &bits, &error) != 0, bad[i].word);
        expect_error(test, &error, bad[i].message);
    }
}

static void signals(struct test *test)
{
    static const struct { const char *word; int number; } good[] = {
        {"SIGTERM", SIGTERM}, {"TERM", SIGTERM}, {"15", 15}, {"SIGRTMIN", 34}, {"RTMIN+1", 35}, {"SIGRTMAX-1", 63},
        {"SIGCLD", SIGCHLD}, {"IOT", SIGABRT}, {"POLL", SIGIO}, {"64", 64}, {"0x9", 9}, {"32", 32},
    };
    static const char *const bad[] = {"SIG", "SIGFOO", "term", "sigterm", "65", "0", "-1", "", " ", "1x", "SIGSIGTERM"};
    struct pyos_error error;
    uint64_t bits;
    int number;

    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        expect_word(test, pyos_signal_read(pyos_str(good[i].word), &number, &error) == 0 && number == good[i].number,
                    good[i].word);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        expect_word(test, pyos_signal_read(pyos_str(bad[i]), &number, &error) != 0, bad[i]);
    for (int i = 1; i <= PYOS_SIGNAL_MAX; i++)
        if (pyos_signal_name(i))
            expect_word(test, pyos_signal_read(pyos_str(pyos_signal_name(i)), &number, &error) == 0 && number == i,
                        pyos_signal_name(i));
    expect(test, pyos_signals_read(pyos_str(""), &bits, &error) == 0 && bits == 0, "no word is the empty set");
    expect(test, pyos_signals_read(pyos_str("SIGHUP,INT,64"), &bits, &error) == 0 && bits == (3 | UINT64_C(1) << 63),
           "a list is a set");
    expect(test, pyos_signals_read(pyos_str("1,,2"), &bits, &error) != 0, "an empty word is none");
    pyos_signal_read(pyos_str("65"), &number, &error);
    expect_error(test, &error, "signal number 65 out of range [1; 64]");
}

static void limits(struct test *test)
{
    static const struct { const char *word; struct pyos_limit limit; } good[] = {
        {"NOFILE=64", {RLIMIT_NOFILE, 64, 0, true}},
        {"RLIMIT_CORE=0:unlimited", {RLIMIT_CORE, 0, UINT64_MAX, false}},
        {"CPU=-1:-1", {RLIMIT_CPU, UINT64_MAX, UINT64_MAX, false}},
        {"AS=0x1000:1_000_000", {RLIMIT_AS, 4096, 1000000, false}},
    };
    static const char *const bad[] = {"NOFILE", "NOFILE=", "=1", "NOFILE=:1", "NOFILE=1:", "FOO=1", "RLIMIT_=1",
                                      "NOFILE=-2", "NOFILE=2:1", "NOFILE=unlimited:1", "nofile=1", "NOFILE=1:2:3",
                                      "ANAMETHATISLONGERTHANANY=1"};
    struct pyos_arena arena = {0};
    const struct pyos_limit *read;
    struct pyos_error error;

    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        const struct pyos_limit *limit = &good[i].limit;
        const char *words[] = {good[i].word};
        bool same = pyos_os_limits_read((struct pyos_words){words, 1}, &arena, &read, &error) == 0 &&
                    read->resource == limit->resource && read->soft == limit->soft && read->hard == limit->hard &&
                    read->keep_hard == limit->keep_hard;

        expect_word(test, same, good[i].word);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *words[] = {bad[i]};

        expect_word(test, pyos_os_limits_read((struct pyos_words){words, 1}, &arena, &read, &error) != 0, bad[i]);
    }
    pyos_arena_free(&arena);
}

static int read_scheduler(const char *word, struct pyos_scheduler *scheduler, struct pyos_error *error)
{
    return pyos_scheduler_read(&pyos_os_constants, word, scheduler, error);
}

static void schedulers(struct test *test)
{
    struct pyos_scheduler scheduler;
    struct pyos_error error;

    expect(test, read_scheduler("7", &scheduler, &error) == 0 && !scheduler.has_policy && scheduler.priority == 7,
           "a priority alone leaves the policy");
    expect(test, read_scheduler("SCHED_RR:1", &scheduler, &error) == 0 && scheduler.policy == SCHED_RR &&
                     scheduler.has_policy && scheduler.priority == 1, "a policy stands before its priority");
    expect(test, read_scheduler("SCHED_RR", &scheduler, &error) == 0 && !scheduler.has_policy,
           "constants are numbers wherever they stand");
    expect(test, read_scheduler("SCHED_RR:", &scheduler, &error) != 0, "a priority there must be");
}

static void actions(struct test *test)
{
    struct pyos_said good[] = {
        {PYOS_FILE_ACTION_OPEN, "3:O_WRONLY|O_CREAT,0o600:a:b"}, {PYOS_FILE_ACTION_OPEN, "0:0:"},
        {PYOS_FILE_ACTION_DUP2, "1:2"}, {PYOS_FILE_ACTION_CLOSE, "-1"}, {PYOS_FILE_ACTION_STDIN, "1:2"},
    };
    struct pyos_said bad[] = {
        {PYOS_FILE_ACTION_OPEN, "3"}, {PYOS_FILE_ACTION_OPEN, "3:0"}, {PYOS_FILE_ACTION_OPEN, "3:O_FOO:x"},
        {PYOS_FILE_ACTION_OPEN, "3:0,644:x"}, {PYOS_FILE_ACTION_OPEN, "x:0:x"}, {PYOS_FILE_ACTION_DUP2, "1"},
        {PYOS_FILE_ACTION_DUP2, "1:"}, {PYOS_FILE_ACTION_CLOSE, ""}, {PYOS_FILE_ACTION_CLOSEFROM, "99999999999"},
    };
    struct pyos_arena arena = {0};
    const struct pyos_file_action *read;
    struct pyos_error error;

    expect(test, pyos_os_file_actions_read((struct pyos_sequence){good, 5}, &arena, &read, &error) == 0,
           "actions of all shapes are read");
    expect(test, read[0].fd == 3 && read[0].flags == (O_WRONLY | O_CREAT) && read[0].mode == 0600 &&
                     strcmp(read[0].path, "a:b") == 0, "a path may have colons");
    expect(test, read[1].mode == 0666 && strcmp(read[1].path, "") == 0, "a mode may be left out");
    expect(test, read[2].fd == 1 && read[2].new_fd == 2, "a copy has two numbers");
    expect(test, read[3].fd == -1, "a wrong number is the kernel's to refuse");
    expect(test, read[4].fd == 0 && strcmp(read[4].path, "1:2") == 0, "the file of standard input is a path alone");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        expect_word(test, pyos_os_file_actions_read((struct pyos_sequence){&bad[i], 1}, &arena, &read, &error) != 0,
                    bad[i].word);
    pyos_arena_free(&arena);
}

int main(void)
{
    struct test test = {0};

    durations(&test);
    modes(&test);
    signals(&test);
    limits(&test);
    schedulers(&test);
    actions(&test);
    return test.failures > 0;
}
