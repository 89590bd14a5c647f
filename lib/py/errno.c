#include "pyos/py/errno.h"

#include <errno.h>
#include <stddef.h>

struct row {
    const char *name; /* NULL: CPython 3.13 has none */
    const char *message;
    const char *class;
};

static const struct row rows[] = {
    [EPERM] = {"EPERM", "Operation not permitted", "PermissionError"},
    [ENOENT] = {"ENOENT", "No such file or directory", "FileNotFoundError"},
    [ESRCH] = {"ESRCH", "No such process", "ProcessLookupError"},
    [EINTR] = {"EINTR", "Interrupted system call", "InterruptedError"},
    [EIO] = {"EIO", "Input/output error", "OSError"},
    [ENXIO] = {"ENXIO", "No such device or address", "OSError"},
    [E2BIG] = {"E2BIG", "Argument list too long", "OSError"},
    [ENOEXEC] = {"ENOEXEC", "Exec format error", "OSError"},
    [EBADF] = {"EBADF", "Bad file descriptor", "OSError"},
    [ECHILD] = {"ECHILD", "No child processes", "ChildProcessError"},
    [EAGAIN] = {"EAGAIN", "Resource temporarily unavailable", "BlockingIOError"},
    [ENOMEM] = {"ENOMEM", "Cannot allocate memory", "OSError"},
    [EACCES] = {"EACCES", "Permission denied", "PermissionError"},
    [EFAULT] = {"EFAULT", "Bad address", "OSError"},
    [ENOTBLK] = {"ENOTBLK", "Block device required", "OSError"},
    [EBUSY] = {"EBUSY", "Device or resource busy", "OSError"},
    [EEXIST] = {"EEXIST", "File exists", "FileExistsError"},
    [EXDEV] = {"EXDEV", "Invalid cross-device link", "OSError"},
    [ENODEV] = {"ENODEV", "No such device", "OSError"},
    [ENOTDIR] = {"ENOTDIR", "Not a directory", "NotADirectoryError"},
    [EISDIR] = {"EISDIR", "Is a directory", "IsADirectoryError"},
    [EINVAL] = {"EINVAL", "Invalid argument", "OSError"},
    [ENFILE] = {"ENFILE", "Too many open files in system", "OSError"},
    [EMFILE] = {"EMFILE", "Too many open files", "OSError"},
    [ENOTTY] = {"ENOTTY", "Inappropriate ioctl for device", "OSError"},
    [ETXTBSY] = {"ETXTBSY", "Text file busy", "OSError"},
    [EFBIG] = {"EFBIG", "File too large", "OSError"},
    [ENOSPC] = {"ENOSPC", "No space left on device", "OSError"},
    [ESPIPE] = {"ESPIPE", "Illegal seek", "OSError"},
    [EROFS] = {"EROFS", "Read-only file system", "OSError"},
    [EMLINK] = {"EMLINK", "Too many links", "OSError"},
    [EPIPE] = {"EPIPE", "Broken pipe", "BrokenPipeError"},
    [EDOM] = {"EDOM", "Numerical argument out of domain", "OSError"},
    [ERANGE] = {"ERANGE", "Numerical result out of range", "OSError"},
    [EDEADLK] = {"EDEADLOCK", "Resource deadlock avoided", "OSError"},
    [ENAMETOOLONG] = {"ENAMETOOLONG", "File name too long", "OSError"},
    [ENOLCK] = {"ENOLCK", "No locks available", "OSError"},
    [ENOSYS] = {"ENOSYS", "Function not implemented", "OSError"},
    [ENOTEMPTY] = {"ENOTEMPTY", "Directory not empty", "OSError"},
    [ELOOP] = {"ELOOP", "Too many levels of symbolic links", "OSError"},
    [ENOMSG] = {"ENOMSG", "No message of desired type", "OSError"},
    [EIDRM] = {"EIDRM", "Identifier removed", "OSError"},
    [ECHRNG] = {"ECHRNG", "Channel number out of range", "OSError"},
    [EL2NSYNC] = {"EL2NSYNC", "Level 2 not synchronized", "OSError"},
    [EL3HLT] = {"EL3HLT", "Level 3 halted", "OSError"},
    [EL3RST] = {"EL3RST", "Level 3 reset", "OSError"},
    [ELNRNG] = {"ELNRNG", "Link number out of range", "OSError"},
    [EUNATCH] = {"EUNATCH", "Protocol driver not attached", "OSError"},
    [ENOCSI] = {"ENOCSI", "No CSI structure available", "OSError"},
    [EL2HLT] = {"EL2HLT", "Level 2 halted", "OSError"},
    [EBADE] = {"EBADE", "Invalid exchange", "OSError"},
    [EBADR] = {"EBADR", "Invalid request descriptor", "OSError"},
    [EXFULL] = {"EXFULL", "Exchange full", "OSError"},
    [ENOANO] = {"ENOANO", "No anode", "OSError"},
    [EBADRQC] = {"EBADRQC", "Invalid request code", "OSError"},
    [EBADSLT] = {"EBADSLT", "Invalid slot", "OSError"},
    [EBFONT] = {"EBFONT", "Bad font file format", "OSError"},
    [ENOSTR] = {"ENOSTR", "Device not a stream", "OSError"},
    [ENODATA] = {"ENODATA", "No data available", "OSError"},
    [ETIME] = {"ETIME", "Timer expired", "OSError"},
    [ENOSR] = {"ENOSR", "Out of streams resources", "OSError"},
    [ENONET] = {"ENONET", "Machine is not on the network", "OSError"},
    [ENOPKG] = {"ENOPKG", "Package not installed", "OSError"},
    [EREMOTE] = {"EREMOTE", "Object is remote", "OSError"},
    [ENOLINK] = {"ENOLINK", "Link has been severed", "OSError"},
    [EADV] = {"EADV", "Advertise error", "OSError"},
    [ESRMNT] = {"ESRMNT", "Srmount error", "OSError"},
    [ECOMM] = {"ECOMM", "Communication error on send", "OSError"},
    [EPROTO] = {"EPROTO", "Protocol error", "OSError"},
    [EMULTIHOP] = {"EMULTIHOP", "Multihop attempted", "OSError"},
    [EDOTDOT] = {"EDOTDOT", "RFS specific error", "OSError"},
    [EBADMSG] = {"EBADMSG", "Bad message", "OSError"},
    [EOVERFLOW] = {"EOVERFLOW", "Value too large for defined data type", "OSError"},
    [ENOTUNIQ] = {"ENOTUNIQ", "Name not unique on network", "OSError"},
    [EBADFD] = {"EBADFD", "File descriptor in bad state", "OSError"},
    [EREMCHG] = {"EREMCHG", "Remote address changed", "OSError"},
    [ELIBACC] = {"ELIBACC", "Can not access a needed shared library", "OSError"},
    [ELIBBAD] = {"ELIBBAD", "Accessing a corrupted shared library", "OSError"},
    [ELIBSCN] = {"ELIBSCN", ".lib section in a.out corrupted", "OSError"},
    [ELIBMAX] = {"ELIBMAX", "Attempting to link in too many shared libraries", "OSError"},
    [ELIBEXEC] = {"ELIBEXEC", "Cannot exec a shared library directly", "OSError"},
    [EILSEQ] = {"EILSEQ", "Invalid or incomplete multibyte or wide character", "OSError"},
    [ERESTART] = {"ERESTART", "Interrupted system call should be restarted", "OSError"},
    [ESTRPIPE] = {"ESTRPIPE", "Streams pipe error", "OSError"},
    [EUSERS] = {"EUSERS", "Too many users", "OSError"},
    [ENOTSOCK] = {"ENOTSOCK", "Socket operation on non-socket", "OSError"},
    [EDESTADDRREQ] = {"EDESTADDRREQ", "Destination address required", "OSError"},
    [EMSGSIZE] = {"EMSGSIZE", "Message too long", "OSError"},
    [EPROTOTYPE] = {"EPROTOTYPE", "Protocol wrong type for socket", "OSError"},
    [ENOPROTOOPT] = {"ENOPROTOOPT", "Protocol not available", "OSError"},
    [EPROTONOSUPPORT] = {"EPROTONOSUPPORT", "Protocol not supported", "OSError"},
    [ESOCKTNOSUPPORT] = {"ESOCKTNOSUPPORT", "Socket type not supported", "OSError"},
    [EOPNOTSUPP] = {"ENOTSUP", "Operation not supported", "OSError"},
    [EPFNOSUPPORT] = {"EPFNOSUPPORT", "Protocol family not supported", "OSError"},
    [EAFNOSUPPORT] = {"EAFNOSUPPORT", "Address family not supported by protocol", "OSError"},
    [EADDRINUSE] = {"EADDRINUSE", "Address already in use", "OSError"},
    [EADDRNOTAVAIL] = {"EADDRNOTAVAIL", "Cannot assign requested address", "OSError"},
    [ENETDOWN] = {"ENETDOWN", "Network is down", "OSError"},
    [ENETUNREACH] = {"ENETUNREACH", "Network is unreachable", "OSError"},
    [ENETRESET] = {"ENETRESET", "Network dropped connection on reset", "OSError"},
    [ECONNABORTED] = {"ECONNABORTED", "Software caused connection abort", "ConnectionAbortedError"},
    [ECONNRESET] = {"ECONNRESET", "Connection reset by peer", "ConnectionResetError"},
    [ENOBUFS] = {"ENOBUFS", "No buffer space available", "OSError"},
    [EISCONN] = {"EISCONN", "Transport endpoint is already connected", "OSError"},
    [ENOTCONN] = {"ENOTCONN", "Transport endpoint is not connected", "OSError"},
    [ESHUTDOWN] = {"ESHUTDOWN", "Cannot send after transport endpoint shutdown", "BrokenPipeError"},
    [ETOOMANYREFS] = {"ETOOMANYREFS", "Too many references: cannot splice", "OSError"},
    [ETIMEDOUT] = {"ETIMEDOUT", "Connection timed out", "TimeoutError"},
    [ECONNREFUSED] = {"ECONNREFUSED", "Connection refused", "ConnectionRefusedError"},
    [EHOSTDOWN] = {"EHOSTDOWN", "Host is down", "OSError"},
    [EHOSTUNREACH] = {"EHOSTUNREACH", "No route to host", "OSError"},
    [EALREADY] = {"EALREADY", "Operation already in progress", "BlockingIOError"},
    [EINPROGRESS] = {"EINPROGRESS", "Operation now in progress", "BlockingIOError"},
    [ESTALE] = {"ESTALE", "Stale file handle", "OSError"},
    [EUCLEAN] = {"EUCLEAN", "Structure needs cleaning", "OSError"},
    [ENOTNAM] = {"ENOTNAM", "Not a XENIX named type file", "OSError"},
    [ENAVAIL] = {"ENAVAIL", "No XENIX semaphores available", "OSError"},
    [EISNAM] = {"EISNAM", "Is a named type file", "OSError"},
    [EREMOTEIO] = {"EREMOTEIO", "Remote I/O error", "OSError"},
    [EDQUOT] = {"EDQUOT", "Disk quota exceeded", "OSError"},
    [ENOMEDIUM] = {"ENOMEDIUM", "No medium found", "OSError"},
    [EMEDIUMTYPE] = {"EMEDIUMTYPE", "Wrong medium type", "OSError"},
    [ECANCELED] = {"ECANCELED", "Operation canceled", "OSError"},
    [ENOKEY] = {"ENOKEY", "Required key not available", "OSError"},
    [EKEYEXPIRED] = {"EKEYEXPIRED", "Key has expired", "OSError"},
    [EKEYREVOKED] = {"EKEYREVOKED", "Key has been revoked", "OSError"},
    [EKEYREJECTED] = {"EKEYREJECTED", "Key was rejected by service", "OSError"},
    [EOWNERDEAD] = {"EOWNERDEAD", "Owner died", "OSError"},
    [ENOTRECOVERABLE] = {"ENOTRECOVERABLE", "State not recoverable", "OSError"},
    [ERFKILL] = {"ERFKILL", "Operation not possible due to RF-kill", "OSError"},
    [EHWPOISON] = {NULL, "Memory page has hardware error", "OSError"},
};

static const struct row *row_of(int errnum)
{
    const int count = sizeof rows / sizeof *rows;

    return errnum > 0 && errnum < count && rows[errnum].message ? &rows[errnum] : NULL;
}

const char *pyos_errno_name(int errnum)
{
    const struct row *row = row_of(errnum);

    return row ? row->name : NULL;
}

const char *pyos_errno_class(int errnum)
{
    const struct row *row = row_of(errnum);

    return row ? row->class : "OSError";
}

void pyos_errno_message(struct pyos_buf *buf, int errnum)
{
    const struct row *row = row_of(errnum);

    if (row) {
        pyos_buf_text(buf, row->message);
    } else {
        pyos_buf_text(buf, errnum == 0 ? "Success" : "Unknown error ");
        if (errnum != 0)
            pyos_buf_i64(buf, errnum);
    }
}
