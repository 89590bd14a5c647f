/*
 * The C types that rows may name, and the tag that each becomes. A record row or a parameter row
 * says a struct member once; PYOS_TYPE picks the tag from the member's own C type, and the tag
 * picks the converter, the spelling in each form, and the text of the help.
 */
#ifndef PYOS_PY_TYPE_H
#define PYOS_PY_TYPE_H

#include "pyos/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pyos_type {
    PYOS_TYPE_BOOL,   /* bool: True or False */
    PYOS_TYPE_FLAG,   /* struct pyos_flag: True, False, or not given */
    PYOS_TYPE_INT,    /* int */
    PYOS_TYPE_U32,    /* uint32_t */
    PYOS_TYPE_I64,    /* int64_t */
    PYOS_TYPE_U64,    /* uint64_t */
    PYOS_TYPE_MAYBE,  /* struct pyos_maybe: int or None */
    PYOS_TYPE_FLOAT,  /* double */
    PYOS_TYPE_MAYBE_FLOAT, /* struct pyos_maybe_float: float or None */
    PYOS_TYPE_TEXT,   /* const char *: pyos's own ASCII words; NULL is None */
    PYOS_TYPE_CHARS,  /* char[]: the same, inside of the struct; empty is None */
    PYOS_TYPE_STR,    /* struct pyos_str: str decoded as os.fsdecode does; no data is None */
    PYOS_TYPE_BYTES,  /* struct pyos_bytes */
    PYOS_TYPE_WORDS,  /* struct pyos_words: a list of pyos's own words; no array is None */
    PYOS_TYPE_TIME,   /* struct pyos_time: float seconds, as os.stat_result has them */
    PYOS_TYPE_FD,     /* struct pyos_fd: an open descriptor */
    PYOS_TYPE_DIR_FD, /* struct pyos_dir_fd: a directory's descriptor, or None */
    PYOS_TYPE_CHOICE, /* struct pyos_choice: one of a row's words */
    PYOS_TYPE_STRS,   /* struct pyos_strs: a list of str */
    PYOS_TYPE_SIZE,   /* struct pyos_size: an int that counts bytes */
    PYOS_TYPE_PATH,   /* struct pyos_path: a path, or an open descriptor in its place */
    PYOS_TYPE_PID,    /* struct pyos_pid: a process or thread */
    PYOS_TYPE_CPUS,   /* struct pyos_cpus: a set of CPU numbers */
    PYOS_TYPE_NONE,   /* nothing: the result of a function that only acts */
    PYOS_TYPE_MODE,   /* struct pyos_mode: the permissions of a file */
    PYOS_TYPE_SIGNAL, /* struct pyos_signal: a signal's number */
    PYOS_TYPE_SIGNALS,  /* struct pyos_signals: a set of signals */
    PYOS_TYPE_DURATION, /* struct pyos_duration: a length of time */
    PYOS_TYPE_SEQUENCE, /* struct pyos_sequence: what several options say, in the order given */
    PYOS_TYPE_NESTED,   /* struct pyos_nested: a record inside of a record, or None */
    PYOS_TYPE_RECORDS,  /* struct pyos_records: a list of records, or None */
    PYOS_TYPE_PATHNAME, /* struct pyos_pathname: a path that no descriptor can stand for */
    PYOS_TYPE_FILDES,   /* struct pyos_fildes: an open descriptor, where Python also takes a file object */
    PYOS_TYPE_UID,      /* struct pyos_uid: a user; -1 is none */
    PYOS_TYPE_GID,      /* struct pyos_gid: a group; -1 is none */
    PYOS_TYPE_INTS,     /* struct pyos_ints: a list of int */
    PYOS_TYPE_BUFFERS,  /* struct pyos_buffers: a list of bytes */
    PYOS_TYPE_TIMES,    /* struct pyos_times: two times of a file, in seconds; or None */
    PYOS_TYPE_ENVIRONMENT,   /* struct pyos_environment: a mapping of str to str */
    PYOS_TYPE_CONFIGURATION, /* struct pyos_configuration: a number of sysconf and its kin, or its name */
    PYOS_TYPE_CALLABLE,      /* struct pyos_callable: what only a program can give */
    PYOS_TYPE_SCHEDULER,     /* struct pyos_scheduler: a policy or None, and a priority; or None */
    PYOS_TYPE_FILE_ACTIONS,  /* struct pyos_file_actions: what a child does first; or None */
    PYOS_TYPE_NAMED,         /* struct pyos_named: a mapping of names to int */
    /* Other views of a member, which a row names itself: */
    PYOS_TYPE_TIME_S,  /* struct pyos_time: int seconds */
    PYOS_TYPE_TIME_NS, /* struct pyos_time: int nanoseconds */
    PYOS_TYPE_SIGNED,  /* int, where CPython words an overflow as it does for a pid */
    PYOS_TYPE_CPU_MASK, /* struct pyos_cpus: read from a mask */
    PYOS_TYPE_NANOSECONDS, /* struct pyos_maybe: read with a unit, such as 10ms */
    PYOS_TYPE_TIMES_NS,  /* struct pyos_times: in nanoseconds */
    PYOS_TYPE_DEVICE,    /* uint64_t: a device number, where -1 is none */
    PYOS_TYPE_DESCRIPTOR, /* int: an open descriptor */
    /* What only a function gives back: */
    PYOS_TYPE_RECORD, /* the function row's record, of members of union pyos_result */
};

struct pyos_maybe {
    bool known;
    int64_t value;
};

struct pyos_maybe_float {
    bool known;
    double value;
};

struct pyos_flag {
    bool value;
    bool given;
};

struct pyos_bytes {
    struct pyos_str bytes;
};

struct pyos_words {
    const char **items;
    size_t count;
};

struct pyos_strs {
    struct pyos_str *items;
    size_t count;
};

/* Py_ssize_t: a word may say it with a suffix (py/size.h). */
struct pyos_size {
    int64_t bytes;
};

/* What Python takes as "path or open file descriptor". */
struct pyos_path {
    struct pyos_str name; /* ends with NUL; no data: None, unless it is a descriptor */
    int fd;
    int number; /* of a call in a session: the one that was given for fd */
    bool is_fd;
    bool bytes; /* the name was given as bytes: what is made of it is bytes too */
};

/* What Python takes as a path and nothing else. */
struct pyos_pathname {
    struct pyos_str text; /* ends with NUL; no data: None */
    bool bytes;           /* as above */
};

struct pyos_fildes {
    int value;
};

struct pyos_uid {
    uint32_t value;
};

struct pyos_gid {
    uint32_t value;
};

struct pyos_ints {
    int64_t *items;
    size_t count;
};

struct pyos_buffers {
    struct pyos_bytes *items;
    size_t count;
};

struct pyos_environment {
    struct pyos_variable {
        struct pyos_str name; /* both end with NUL */
        struct pyos_str value;
    } *items;
    size_t count;
    bool given; /* else None */
};

struct pyos_configuration {
    struct pyos_str name; /* no data: number says it */
    int number;
};

struct pyos_callable {
    char none; /* there is nothing to say */
};

struct pyos_scheduler {
    bool given;
    bool has_policy; /* else the policy stays what it is */
    int policy;      /* SCHED_* */
    int priority;
};

struct pyos_file_action;

struct pyos_file_actions {
    const struct pyos_file_action *items; /* py/file_action.h */
    size_t count;
};

struct pyos_constant;

struct pyos_named {
    const struct pyos_constant *items;
    size_t count;
};

/* Seconds since the epoch, rounded down, and 0 to 999,999,999 nanoseconds after them. */
struct pyos_time {
    int64_t seconds;
    uint32_t nanoseconds;
    bool absent; /* None: the file system does not keep it */
};

/* Of access and of modification. */
struct pyos_times {
    struct pyos_time access;
    struct pyos_time modification;
    bool given;
};

struct pyos_fd {
    int value;
    bool given;
};

struct pyos_dir_fd {
    int value; /* PYOS_DIR_FD_NONE: None, the current directory */
};

enum { PYOS_DIR_FD_NONE = -100 }; /* AT_FDCWD */

struct pyos_choice {
    int value; /* 0: not given; n: the row's choices[n - 1] */
};

struct pyos_pid {
    int value; /* 0: the process that asks */
    bool given;
};

/* Twice as many CPUs as any Linux can be built for: a larger number exists nowhere. */
enum { PYOS_CPUS_MAX = 16384, PYOS_CPUS_BITS = 8 * sizeof(long), PYOS_CPUS_WORDS = PYOS_CPUS_MAX / PYOS_CPUS_BITS };

/* Laid out as the kernel's masks are: CPU n is bit n % PYOS_CPUS_BITS of word n / PYOS_CPUS_BITS. */
struct pyos_cpus {
    unsigned long words[PYOS_CPUS_WORDS];
    bool given;
};

struct pyos_mode {
    uint32_t bits;
    bool given;
};

struct pyos_signal {
    int number; /* 1 to 64; 0: not given */
};

/* Signal n is bit n - 1, as in the kernel's own sets. */
struct pyos_signals {
    uint64_t bits;
    bool given;
};

struct pyos_duration {
    int64_t ns; /* >= 0 */
    bool given;
};

/* One list for the options of several rows whose order counts. */
struct pyos_sequence {
    struct pyos_said {
        uint8_t tag; /* of the option's row */
        const char *word;
    } *items;
    size_t count;
};

struct pyos_record;

struct pyos_nested {
    const struct pyos_record *record;
    const void *data; /* NULL: None */
    uint8_t groups;   /* which of its optional fields are on */
};

struct pyos_records {
    const struct pyos_record *record;
    const void *data;
    size_t count;
    size_t size; /* of one */
    bool known;  /* else None */
};

#define PYOS_TYPE(T, member)                       \
    _Generic(((T *)0)->member,                     \
        bool: PYOS_TYPE_BOOL,                      \
        struct pyos_flag: PYOS_TYPE_FLAG,          \
        int: PYOS_TYPE_INT,                        \
        uint32_t: PYOS_TYPE_U32,                   \
        int64_t: PYOS_TYPE_I64,                    \
        uint64_t: PYOS_TYPE_U64,                   \
        struct pyos_maybe: PYOS_TYPE_MAYBE,        \
        double: PYOS_TYPE_FLOAT,                   \
        struct pyos_maybe_float: PYOS_TYPE_MAYBE_FLOAT, \
        const char *: PYOS_TYPE_TEXT,              \
        char *: PYOS_TYPE_CHARS,                   \
        struct pyos_str: PYOS_TYPE_STR,            \
        struct pyos_bytes: PYOS_TYPE_BYTES,        \
        struct pyos_words: PYOS_TYPE_WORDS,        \
        struct pyos_time: PYOS_TYPE_TIME,          \
        struct pyos_fd: PYOS_TYPE_FD,              \
        struct pyos_dir_fd: PYOS_TYPE_DIR_FD,      \
        struct pyos_choice: PYOS_TYPE_CHOICE,      \
        struct pyos_strs: PYOS_TYPE_STRS,          \
        struct pyos_size: PYOS_TYPE_SIZE,          \
        struct pyos_path: PYOS_TYPE_PATH,          \
        struct pyos_pid: PYOS_TYPE_PID,            \
        struct pyos_cpus: PYOS_TYPE_CPUS,          \
        struct pyos_mode: PYOS_TYPE_MODE,          \
        struct pyos_signal: PYOS_TYPE_SIGNAL,      \
        struct pyos_signals: PYOS_TYPE_SIGNALS,    \
        struct pyos_duration: PYOS_TYPE_DURATION,  \
        struct pyos_sequence: PYOS_TYPE_SEQUENCE,  \
        struct pyos_nested: PYOS_TYPE_NESTED,      \
        struct pyos_records: PYOS_TYPE_RECORDS,    \
        struct pyos_pathname: PYOS_TYPE_PATHNAME,  \
        struct pyos_fildes: PYOS_TYPE_FILDES,      \
        struct pyos_uid: PYOS_TYPE_UID,            \
        struct pyos_gid: PYOS_TYPE_GID,            \
        struct pyos_ints: PYOS_TYPE_INTS,          \
        struct pyos_buffers: PYOS_TYPE_BUFFERS,    \
        struct pyos_times: PYOS_TYPE_TIMES,        \
        struct pyos_environment: PYOS_TYPE_ENVIRONMENT, \
        struct pyos_configuration: PYOS_TYPE_CONFIGURATION, \
        struct pyos_callable: PYOS_TYPE_CALLABLE,  \
        struct pyos_scheduler: PYOS_TYPE_SCHEDULER, \
        struct pyos_file_actions: PYOS_TYPE_FILE_ACTIONS, \
        struct pyos_named: PYOS_TYPE_NAMED)

#endif
