#include "pyos/os/constants.h"

#include "pyos/py/errno.h"
#include "pyos/py/signals.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <sysexits.h>
#include <unistd.h>

/*
 * os. Numbers stand where a name is Python's own (P_WAIT, POSIX_SPAWN_OPEN), where a libc lacks it (MFD_HUGE_*, RWF_*:
 * include/uapi/linux/memfd.h, fs.h), or where musl says something else than glibc, and so than Python (O_ACCMODE,
 * O_LARGEFILE, TMP_MAX).
 */
static const struct pyos_constant os_rows[] = {
    {"CLD_CONTINUED", CLD_CONTINUED}, {"CLD_DUMPED", CLD_DUMPED}, {"CLD_EXITED", CLD_EXITED},
    {"CLD_KILLED", CLD_KILLED}, {"CLD_STOPPED", CLD_STOPPED}, {"CLD_TRAPPED", CLD_TRAPPED},
    {"CLONE_FILES", CLONE_FILES}, {"CLONE_FS", CLONE_FS}, {"CLONE_NEWCGROUP", CLONE_NEWCGROUP},
    {"CLONE_NEWIPC", CLONE_NEWIPC}, {"CLONE_NEWNET", CLONE_NEWNET}, {"CLONE_NEWNS", CLONE_NEWNS},
    {"CLONE_NEWPID", CLONE_NEWPID}, {"CLONE_NEWTIME", CLONE_NEWTIME}, {"CLONE_NEWUSER", CLONE_NEWUSER},
    {"CLONE_NEWUTS", CLONE_NEWUTS}, {"CLONE_SIGHAND", CLONE_SIGHAND}, {"CLONE_SYSVSEM", CLONE_SYSVSEM},
    {"CLONE_THREAD", CLONE_THREAD}, {"CLONE_VM", CLONE_VM}, {"EFD_CLOEXEC", EFD_CLOEXEC},
    {"EFD_NONBLOCK", EFD_NONBLOCK}, {"EFD_SEMAPHORE", EFD_SEMAPHORE}, {"EX_CANTCREAT", EX_CANTCREAT},
    {"EX_CONFIG", EX_CONFIG}, {"EX_DATAERR", EX_DATAERR}, {"EX_IOERR", EX_IOERR}, {"EX_NOHOST", EX_NOHOST},
    {"EX_NOINPUT", EX_NOINPUT}, {"EX_NOPERM", EX_NOPERM}, {"EX_NOUSER", EX_NOUSER}, {"EX_OK", EX_OK},
    {"EX_OSERR", EX_OSERR}, {"EX_OSFILE", EX_OSFILE}, {"EX_PROTOCOL", EX_PROTOCOL}, {"EX_SOFTWARE", EX_SOFTWARE},
    {"EX_TEMPFAIL", EX_TEMPFAIL}, {"EX_UNAVAILABLE", EX_UNAVAILABLE}, {"EX_USAGE", EX_USAGE}, {"F_LOCK", F_LOCK},
    {"F_OK", F_OK}, {"F_TEST", F_TEST}, {"F_TLOCK", F_TLOCK}, {"F_ULOCK", F_ULOCK}, {"GRND_NONBLOCK", GRND_NONBLOCK},
    {"GRND_RANDOM", GRND_RANDOM}, {"MFD_ALLOW_SEALING", MFD_ALLOW_SEALING}, {"MFD_CLOEXEC", MFD_CLOEXEC},
    {"MFD_HUGETLB", MFD_HUGETLB}, {"MFD_HUGE_16GB", 2281701376}, {"MFD_HUGE_16MB", 1610612736},
    {"MFD_HUGE_1GB", 2013265920}, {"MFD_HUGE_1MB", 1342177280}, {"MFD_HUGE_256MB", 1879048192},
    {"MFD_HUGE_2GB", 2080374784}, {"MFD_HUGE_2MB", 1409286144}, {"MFD_HUGE_32MB", 1677721600},
    {"MFD_HUGE_512KB", 1275068416}, {"MFD_HUGE_512MB", 1946157056}, {"MFD_HUGE_64KB", 1073741824},
    {"MFD_HUGE_8MB", 1543503872}, {"MFD_HUGE_MASK", 63}, {"MFD_HUGE_SHIFT", 26}, {"NGROUPS_MAX", 65536},
    {"O_ACCMODE", 3}, {"O_APPEND", O_APPEND}, {"O_ASYNC", O_ASYNC}, {"O_CLOEXEC", O_CLOEXEC}, {"O_CREAT", O_CREAT},
    {"O_DIRECT", O_DIRECT}, {"O_DIRECTORY", O_DIRECTORY}, {"O_DSYNC", O_DSYNC}, {"O_EXCL", O_EXCL}, {"O_FSYNC", O_SYNC},
    {"O_LARGEFILE", 0}, {"O_NDELAY", O_NDELAY}, {"O_NOATIME", O_NOATIME}, {"O_NOCTTY", O_NOCTTY},
    {"O_NOFOLLOW", O_NOFOLLOW}, {"O_NONBLOCK", O_NONBLOCK}, {"O_PATH", O_PATH}, {"O_RDONLY", O_RDONLY},
    {"O_RDWR", O_RDWR}, {"O_RSYNC", O_RSYNC}, {"O_SYNC", O_SYNC}, {"O_TMPFILE", O_TMPFILE}, {"O_TRUNC", O_TRUNC},
    {"O_WRONLY", O_WRONLY}, {"POSIX_FADV_DONTNEED", POSIX_FADV_DONTNEED}, {"POSIX_FADV_NOREUSE", POSIX_FADV_NOREUSE},
    {"POSIX_FADV_NORMAL", POSIX_FADV_NORMAL}, {"POSIX_FADV_RANDOM", POSIX_FADV_RANDOM},
    {"POSIX_FADV_SEQUENTIAL", POSIX_FADV_SEQUENTIAL}, {"POSIX_FADV_WILLNEED", POSIX_FADV_WILLNEED},
    {"POSIX_SPAWN_CLOSE", 1}, {"POSIX_SPAWN_CLOSEFROM", 3}, {"POSIX_SPAWN_DUP2", 2}, {"POSIX_SPAWN_OPEN", 0},
    {"PRIO_PGRP", PRIO_PGRP}, {"PRIO_PROCESS", PRIO_PROCESS}, {"PRIO_USER", PRIO_USER}, {"P_ALL", 0}, {"P_NOWAIT", 1},
    {"P_NOWAITO", 1}, {"P_PGID", 2}, {"P_PID", 1}, {"P_PIDFD", 3}, {"P_WAIT", 0}, {"RTLD_DEEPBIND", 8},
    {"RTLD_GLOBAL", RTLD_GLOBAL}, {"RTLD_LAZY", RTLD_LAZY}, {"RTLD_LOCAL", RTLD_LOCAL},
    {"RTLD_NODELETE", RTLD_NODELETE}, {"RTLD_NOLOAD", RTLD_NOLOAD}, {"RTLD_NOW", RTLD_NOW}, {"RWF_APPEND", 16},
    {"RWF_DSYNC", 2}, {"RWF_HIPRI", 1}, {"RWF_NOWAIT", 8}, {"RWF_SYNC", 4}, {"R_OK", R_OK},
    {"SCHED_BATCH", SCHED_BATCH}, {"SCHED_FIFO", SCHED_FIFO}, {"SCHED_IDLE", SCHED_IDLE}, {"SCHED_OTHER", SCHED_OTHER},
    {"SCHED_RESET_ON_FORK", SCHED_RESET_ON_FORK}, {"SCHED_RR", SCHED_RR}, {"SEEK_CUR", SEEK_CUR},
    {"SEEK_DATA", SEEK_DATA}, {"SEEK_END", SEEK_END}, {"SEEK_HOLE", SEEK_HOLE}, {"SEEK_SET", SEEK_SET},
    {"SPLICE_F_MORE", SPLICE_F_MORE}, {"SPLICE_F_MOVE", SPLICE_F_MOVE}, {"SPLICE_F_NONBLOCK", SPLICE_F_NONBLOCK},
    {"ST_APPEND", ST_APPEND}, {"ST_MANDLOCK", ST_MANDLOCK}, {"ST_NOATIME", ST_NOATIME}, {"ST_NODEV", ST_NODEV},
    {"ST_NODIRATIME", ST_NODIRATIME}, {"ST_NOEXEC", ST_NOEXEC}, {"ST_NOSUID", ST_NOSUID}, {"ST_RDONLY", ST_RDONLY},
    {"ST_RELATIME", ST_RELATIME}, {"ST_SYNCHRONOUS", ST_SYNCHRONOUS}, {"ST_WRITE", ST_WRITE},
    {"TFD_CLOEXEC", TFD_CLOEXEC}, {"TFD_NONBLOCK", TFD_NONBLOCK}, {"TFD_TIMER_ABSTIME", TFD_TIMER_ABSTIME},
    {"TFD_TIMER_CANCEL_ON_SET", TFD_TIMER_CANCEL_ON_SET}, {"TMP_MAX", 238328}, {"WCONTINUED", WCONTINUED},
    {"WEXITED", WEXITED}, {"WNOHANG", WNOHANG}, {"WNOWAIT", WNOWAIT}, {"WSTOPPED", WSTOPPED}, {"WUNTRACED", WUNTRACED},
    {"W_OK", W_OK}, {"XATTR_CREATE", XATTR_CREATE}, {"XATTR_REPLACE", XATTR_REPLACE}, {"XATTR_SIZE_MAX", 65536},
    {"X_OK", X_OK}, {"supports_bytes_environ", true},
};

/* stat. What is no bit of a mode is of Python's own (ST_*: the places in a stat_result) or of other systems. */
static const struct pyos_constant stat_rows[] = {
    {"FILE_ATTRIBUTE_ARCHIVE", 32}, {"FILE_ATTRIBUTE_COMPRESSED", 2048}, {"FILE_ATTRIBUTE_DEVICE", 64},
    {"FILE_ATTRIBUTE_DIRECTORY", 16}, {"FILE_ATTRIBUTE_ENCRYPTED", 16384}, {"FILE_ATTRIBUTE_HIDDEN", 2},
    {"FILE_ATTRIBUTE_INTEGRITY_STREAM", 32768}, {"FILE_ATTRIBUTE_NORMAL", 128},
    {"FILE_ATTRIBUTE_NOT_CONTENT_INDEXED", 8192}, {"FILE_ATTRIBUTE_NO_SCRUB_DATA", 131072},
    {"FILE_ATTRIBUTE_OFFLINE", 4096}, {"FILE_ATTRIBUTE_READONLY", 1}, {"FILE_ATTRIBUTE_REPARSE_POINT", 1024},
    {"FILE_ATTRIBUTE_SPARSE_FILE", 512}, {"FILE_ATTRIBUTE_SYSTEM", 4}, {"FILE_ATTRIBUTE_TEMPORARY", 256},
    {"FILE_ATTRIBUTE_VIRTUAL", 65536}, {"SF_APPEND", 262144}, {"SF_ARCHIVED", 65536}, {"SF_DATALESS", 1073741824},
    {"SF_FIRMLINK", 8388608}, {"SF_IMMUTABLE", 131072}, {"SF_NOUNLINK", 1048576}, {"SF_RESTRICTED", 524288},
    {"SF_SETTABLE", 4294901760}, {"SF_SNAPSHOT", 2097152}, {"ST_ATIME", 7}, {"ST_CTIME", 9}, {"ST_DEV", 2},
    {"ST_GID", 5}, {"ST_INO", 1}, {"ST_MODE", 0}, {"ST_MTIME", 8}, {"ST_NLINK", 3}, {"ST_SIZE", 6}, {"ST_UID", 4},
    {"S_ENFMT", S_ISGID}, {"S_IEXEC", S_IXUSR}, {"S_IFBLK", S_IFBLK}, {"S_IFCHR", S_IFCHR}, {"S_IFDIR", S_IFDIR},
    {"S_IFDOOR", 0}, {"S_IFIFO", S_IFIFO}, {"S_IFLNK", S_IFLNK}, {"S_IFPORT", 0}, {"S_IFREG", S_IFREG},
    {"S_IFSOCK", S_IFSOCK}, {"S_IFWHT", 0}, {"S_IREAD", S_IRUSR}, {"S_IRGRP", S_IRGRP}, {"S_IROTH", S_IROTH},
    {"S_IRUSR", S_IRUSR}, {"S_IRWXG", S_IRWXG}, {"S_IRWXO", S_IRWXO}, {"S_IRWXU", S_IRWXU}, {"S_ISGID", S_ISGID},
    {"S_ISUID", S_ISUID}, {"S_ISVTX", S_ISVTX}, {"S_IWGRP", S_IWGRP}, {"S_IWOTH", S_IWOTH}, {"S_IWRITE", S_IWUSR},
    {"S_IWUSR", S_IWUSR}, {"S_IXGRP", S_IXGRP}, {"S_IXOTH", S_IXOTH}, {"S_IXUSR", S_IXUSR}, {"UF_APPEND", 4},
    {"UF_COMPRESSED", 32}, {"UF_DATAVAULT", 128}, {"UF_HIDDEN", 32768}, {"UF_IMMUTABLE", 2}, {"UF_NODUMP", 1},
    {"UF_NOUNLINK", 16}, {"UF_OPAQUE", 8}, {"UF_SETTABLE", 65535}, {"UF_TRACKED", 64},
};

/* signal, beside the names of signals. */
static const struct pyos_constant signal_rows[] = {
    {"ITIMER_PROF", ITIMER_PROF}, {"ITIMER_REAL", ITIMER_REAL}, {"ITIMER_VIRTUAL", ITIMER_VIRTUAL}, {"NSIG", NSIG},
    {"SIGCLD", SIGCHLD}, {"SIGIOT", SIGABRT}, {"SIGPOLL", SIGIO}, {"SIG_BLOCK", SIG_BLOCK}, {"SIG_DFL", 0},
    {"SIG_IGN", 1}, {"SIG_SETMASK", SIG_SETMASK}, {"SIG_UNBLOCK", SIG_UNBLOCK},
};

/* errno: second names of numbers. */
static const struct pyos_constant errno_rows[] = {
    {"EDEADLK", EDEADLK}, {"EOPNOTSUPP", EOPNOTSUPP}, {"EWOULDBLOCK", EWOULDBLOCK},
};

/* What Python lacks and functions of Linux take: include/uapi/linux/fs.h, fcntl.h, stat.h, openat2.h. */
static const struct pyos_constant linux_rows[] = {
    {"AT_EMPTY_PATH", 0x1000}, {"AT_NO_AUTOMOUNT", 0x800}, {"AT_STATX_DONT_SYNC", 0x4000},
    {"AT_STATX_FORCE_SYNC", 0x2000}, {"AT_STATX_SYNC_AS_STAT", 0}, {"AT_SYMLINK_NOFOLLOW", 0x100},
    {"RENAME_EXCHANGE", 2}, {"RENAME_NOREPLACE", 1}, {"RENAME_WHITEOUT", 4}, {"RESOLVE_BENEATH", 8},
    {"RESOLVE_CACHED", 32}, {"RESOLVE_IN_ROOT", 16}, {"RESOLVE_NO_MAGICLINKS", 2}, {"RESOLVE_NO_SYMLINKS", 4},
    {"RESOLVE_NO_XDEV", 1}, {"STATX_ATIME", 0x20}, {"STATX_BASIC_STATS", 0x7FF}, {"STATX_BLOCKS", 0x400},
    {"STATX_BTIME", 0x800}, {"STATX_CTIME", 0x80}, {"STATX_DIOALIGN", 0x2000}, {"STATX_DIO_READ_ALIGN", 0x20000},
    {"STATX_GID", 0x10}, {"STATX_INO", 0x100}, {"STATX_MNT_ID", 0x1000}, {"STATX_MNT_ID_UNIQUE", 0x4000},
    {"STATX_MODE", 2}, {"STATX_MTIME", 0x40}, {"STATX_NLINK", 4}, {"STATX_SIZE", 0x200}, {"STATX_SUBVOL", 0x8000},
    {"STATX_TYPE", 1}, {"STATX_UID", 8}, {"STATX_WRITE_ATOMIC", 0x10000},
};

/* Python has names for the ends of the real-time signals only. */
static const char *signal_name(int number)
{
    const char *name = pyos_signal_name(number);

    return name && strpbrk(name, "+-") ? NULL : name;
}

#define ROWS(rows) rows, NULL, sizeof rows / sizeof *rows

static const struct pyos_constant_module modules[] = {
    {"os", ROWS(os_rows)},
    {"stat", ROWS(stat_rows)},
    {"signal", NULL, signal_name, PYOS_SIGNAL_MAX},
    {"signal", ROWS(signal_rows)},
    {"errno", NULL, pyos_errno_name, PYOS_ERRNO_MAX},
    {"errno", ROWS(errno_rows)},
    {"linux", ROWS(linux_rows)},
};

const struct pyos_constants pyos_os_constants = {modules, sizeof modules / sizeof *modules};
