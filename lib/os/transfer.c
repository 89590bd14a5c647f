#include "pyos/os/transfer.h"

#include "pyos/sys/pipe.h"
#include "pyos/sys/transfer.h"

#include <errno.h>

struct arguments {
    int fd;
    int flags;
    int whence;
    struct pyos_size length;
    int64_t offset;
    struct pyos_bytes data;
    struct pyos_ints sizes;      /* of several buffers that are read to */
    struct pyos_buffers buffers; /* what is written of several */
};

struct copy {
    int src;
    int dst;
    struct pyos_size count;
    struct pyos_maybe offset_src;
    struct pyos_maybe offset_dst;
    uint32_t flags;
};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define DESCRIPTOR(member) PYOS_PARAM_AS(struct arguments, member, #member, PYOS_TYPE_DESCRIPTOR)
#define AS(member, called, as) PYOS_PARAM_AS(struct arguments, member, called, as)
#define COPY(member) PYOS_PARAM(struct copy, member)
#define COPY_AS(member, called, as) PYOS_PARAM_AS(struct copy, member, called, as)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define ONLY .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY
#define SIZES {AS(sizes, "buffers", PYOS_TYPE_INTS), ONLY}
#define FROM_TO                                              \
    {COPY_AS(src, "src", PYOS_TYPE_DESCRIPTOR), POSITIONAL}, \
    {COPY_AS(dst, "dst", PYOS_TYPE_DESCRIPTOR), POSITIONAL}
#define OFFSETS                                           \
    {COPY(offset_src), POSITIONAL, .left_out = "None"},   \
    {COPY(offset_dst), POSITIONAL, .left_out = "None"}

static const struct pyos_param lseek_params[] = {
    {DESCRIPTOR(fd), ONLY},
    {AS(offset, "position", PYOS_TYPE_I64), ONLY},
    {PARAM(whence), ONLY},
};
static const struct pyos_param read_params[] = {{DESCRIPTOR(fd), ONLY}, {PARAM(length), ONLY}};
static const struct pyos_param readinto_params[] = {
    {DESCRIPTOR(fd), ONLY},
    {AS(length, "buffer", PYOS_TYPE_SIZE), ONLY},
};
static const struct pyos_param pread_params[] = {{DESCRIPTOR(fd), ONLY}, {PARAM(length), ONLY}, {PARAM(offset), ONLY}};
static const struct pyos_param write_params[] = {{DESCRIPTOR(fd), ONLY}, {PARAM(data), ONLY}};
static const struct pyos_param pwrite_params[] = {
    {DESCRIPTOR(fd), ONLY},
    {AS(data, "buffer", PYOS_TYPE_BYTES), ONLY},
    {PARAM(offset), ONLY},
};
static const struct pyos_param readv_params[] = {{DESCRIPTOR(fd), ONLY}, SIZES};
static const struct pyos_param preadv_params[] = {
    {DESCRIPTOR(fd), ONLY},
    SIZES,
    {PARAM(offset), ONLY},
    {PARAM(flags), ONLY, .left_out = "0"},
};
static const struct pyos_param writev_params[] = {
    {DESCRIPTOR(fd), ONLY},
    {PARAM(buffers), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY | PYOS_PARAM_LIST},
};
static const struct pyos_param pwritev_params[] = {
    {DESCRIPTOR(fd), ONLY},
    {PARAM(buffers), ONLY},
    {PARAM(offset), ONLY},
    {PARAM(flags), ONLY, .left_out = "0"},
};
static const struct pyos_param sendfile_params[] = {
    {COPY_AS(dst, "out_fd", PYOS_TYPE_DESCRIPTOR), POSITIONAL},
    {COPY_AS(src, "in_fd", PYOS_TYPE_DESCRIPTOR), POSITIONAL},
    {COPY_AS(offset_src, "offset", PYOS_TYPE_MAYBE), POSITIONAL},
    {COPY(count), POSITIONAL},
};
static const struct pyos_param copy_file_range_params[] = {
    FROM_TO, {COPY(count), POSITIONAL}, OFFSETS,
};
static const struct pyos_param splice_params[] = {
    FROM_TO, {COPY(count), POSITIONAL}, OFFSETS,
    {COPY(flags), POSITIONAL, .left_out = "0"},
};

static int fd_of(const struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return given->fd;
}

/* ---- one buffer */

/* Room for the bytes of a read; as in Python, a negative length is EINVAL. */
static char *make_room(struct pyos_call *call, int64_t length)
{
    if (length >= 0)
        return pyos_call_room(call, length);
    pyos_error_os(call->error, EINVAL);
    return NULL;
}

/* What was read to the room, or the errno of it. */
static int give_bytes(struct pyos_call *call, const char *room, int64_t result)
{
    if (result < 0)
        return pyos_call_wide(call, result);
    call->result.bytes.bytes = (struct pyos_str){room, (size_t)result}; /* >= 0 */
    return 0;
}

static int run_lseek(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_wide(call, pyos_sys_lseek(fd_of(call), given->offset, given->whence));
}

static int run_read(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int64_t length = given->length.bytes;
    char *room = make_room(call, length);

    if (!room)
        return -1;
    return give_bytes(call, room, pyos_sys_read(fd_of(call), room, (size_t)length)); /* >= 0 */
}

static int run_pread(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int64_t length = given->length.bytes;
    char *room = make_room(call, length);

    if (!room)
        return -1;
    return give_bytes(call, room, pyos_sys_pread(fd_of(call), room, (size_t)length, given->offset)); /* >= 0 */
}

static int run_write(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_str data = given->data.bytes;

    return pyos_call_wide(call, pyos_sys_write(fd_of(call), data.data, data.size));
}

static int run_pwrite(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_str data = given->data.bytes;

    return pyos_call_wide(call, pyos_sys_pwrite(fd_of(call), data.data, data.size, given->offset));
}

/* ---- several buffers */

static struct iovec *new_vector(struct pyos_call *call, size_t count)
{
    struct iovec *vector = pyos_arena_get(call->arena, count * sizeof *vector); /* count words are in memory already */

    if (!vector)
        pyos_error_memory(call->error);
    return vector;
}

/* The kernel refuses more than 1024 buffers, and so what an int cannot count. */
static int count_of(size_t count)
{
    return count < INT16_MAX ? (int)count : INT16_MAX; /* in range */
}

static struct iovec *vector_to_read(struct pyos_call *call, struct pyos_ints sizes)
{
    struct iovec *vector = new_vector(call, sizes.count);

    for (size_t i = 0; vector && i < sizes.count; i++) {
        char *room = make_room(call, sizes.items[i]);

        if (!room)
            return NULL;
        vector[i] = (struct iovec){room, (size_t)sizes.items[i]}; /* >= 0 */
    }
    return vector;
}

static struct iovec *vector_to_write(struct pyos_call *call, struct pyos_buffers buffers)
{
    struct iovec *vector = new_vector(call, buffers.count);

    for (size_t i = 0; vector && i < buffers.count; i++) {
        struct pyos_str bytes = buffers.items[i].bytes;

        vector[i] = (struct iovec){(void *)bytes.data, bytes.size}; /* writing changes nothing of it */
    }
    return vector;
}

/* The buffers as far as they were filled: a list as long as that of the sizes. */
static int give_buffers(struct pyos_call *call, const struct iovec *vector, size_t count, int64_t result)
{
    struct pyos_bytes *items = pyos_arena_get(call->arena, count * sizeof *items); /* as many as the vector has */
    size_t left = (size_t)result; /* >= 0, where it is used */

    if (result < 0)
        return pyos_call_wide(call, result);
    if (!items)
        return pyos_error_memory(call->error);
    for (size_t i = 0; i < count; i++) {
        size_t filled = left < vector[i].iov_len ? left : vector[i].iov_len;

        items[i].bytes = (struct pyos_str){vector[i].iov_base, filled};
        left -= filled;
    }
    call->result.buffers = (struct pyos_buffers){items, count};
    return 0;
}

static int run_readv(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    size_t count = given->sizes.count;
    struct iovec *vector = vector_to_read(call, given->sizes);

    if (!vector)
        return -1;
    return give_buffers(call, vector, count, pyos_sys_readv(fd_of(call), vector, count_of(count)));
}

static int run_preadv(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    size_t count = given->sizes.count;
    struct iovec *vector = vector_to_read(call, given->sizes);
    int64_t result;

    if (!vector)
        return -1;
    result = pyos_sys_preadv(fd_of(call), vector, count_of(count), given->offset, given->flags);
    return give_buffers(call, vector, count, result);
}

static int run_writev(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct iovec *vector = vector_to_write(call, given->buffers);

    if (!vector)
        return -1;
    return pyos_call_wide(call, pyos_sys_writev(fd_of(call), vector, count_of(given->buffers.count)));
}

static int run_pwritev(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct iovec *vector = vector_to_write(call, given->buffers);

    if (!vector)
        return -1;
    return pyos_call_wide(call, pyos_sys_pwritev(fd_of(call), vector, count_of(given->buffers.count), given->offset,
                                                 given->flags));
}

/* ---- from one file to another */

static int check_count(const struct copy *given, struct pyos_error *error)
{
    if (given->count.bytes >= 0)
        return 0;
    return pyos_error_say(error, PYOS_VALUEERROR, "negative value for 'count' not allowed");
}

/* An offset for the kernel, which moves it on. */
static int64_t *offset_of(struct pyos_maybe given, int64_t *offset)
{
    *offset = given.value;
    return given.known ? offset : NULL;
}

static int run_copy_file_range(struct pyos_call *call)
{
    const struct copy *given = call->arguments;
    int64_t src;
    int64_t dst;

    if (check_count(given, call->error) != 0)
        return -1;
    return pyos_call_wide(call, pyos_sys_copy_file_range(
        given->src, offset_of(given->offset_src, &src), given->dst, offset_of(given->offset_dst, &dst),
        (size_t)given->count.bytes)); /* >= 0 */
}

static int run_sendfile(struct pyos_call *call)
{
    const struct copy *given = call->arguments;
    int64_t offset;

    return pyos_call_wide(call, pyos_sys_sendfile(
        given->dst, given->src, offset_of(given->offset_src, &offset),
        (size_t)given->count.bytes)); /* the kernel refuses what was negative */
}

static int run_splice(struct pyos_call *call)
{
    const struct copy *given = call->arguments;
    int64_t src;
    int64_t dst;

    if (check_count(given, call->error) != 0)
        return -1;
    return pyos_call_wide(call, pyos_sys_splice(
        given->src, offset_of(given->offset_src, &src), given->dst, offset_of(given->offset_dst, &dst),
        (size_t)given->count.bytes, given->flags)); /* >= 0 */
}

#define ROWS(params_, type) \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof(struct type)
#define BYTES .result = PYOS_TYPE_BYTES
#define COUNT .result = PYOS_TYPE_I64

static const struct pyos_function functions[] = {
    {.name = "copy_file_range", .doc = "Copies COUNT bytes from file to file inside of the kernel: how many it copied.",
     ROWS(copy_file_range_params, copy), COUNT, .emulation = PYOS_EMULATED, .run = run_copy_file_range},
    {.name = "lseek", .doc = "Moves where a file is read and written, from SEEK_SET, SEEK_CUR or SEEK_END: to where.",
     ROWS(lseek_params, arguments), COUNT, .emulation = PYOS_EMULATED, .run = run_lseek},
    {.name = "pread", .doc = "At most LENGTH bytes of a file at OFFSET, which stays where it is.",
     ROWS(pread_params, arguments), BYTES, .emulation = PYOS_EMULATED, .run = run_pread},
    {.name = "preadv", .doc = "The same as readv at OFFSET; FLAGS: RWF_HIPRI, RWF_NOWAIT.",
     ROWS(preadv_params, arguments), .result = PYOS_TYPE_BUFFERS, .emulation = PYOS_EMULATED, .run = run_preadv},
    {.name = "pwrite", .doc = "Writes to a file at OFFSET, which stays where it is: how many bytes.",
     ROWS(pwrite_params, arguments), COUNT, .emulation = PYOS_EMULATED, .run = run_pwrite},
    {.name = "pwritev", .doc = "The same as writev at OFFSET, on the command line of one buffer; FLAGS: RWF_DSYNC, "
                               "RWF_SYNC, RWF_APPEND.",
     ROWS(pwritev_params, arguments), COUNT, .emulation = PYOS_EMULATED, .run = run_pwritev},
    {.name = "read", .doc = "At most LENGTH bytes, such as 100 or 64K; none at the end.",
     ROWS(read_params, arguments), BYTES, .emulation = PYOS_EMULATED, .run = run_read},
    {.name = "readv", .doc = "Reads to several buffers, whose sizes are given (4,8): a list of what each got.",
     ROWS(readv_params, arguments), .result = PYOS_TYPE_BUFFERS, .emulation = PYOS_EMULATED, .run = run_readv},
    {.name = "sendfile", .doc = "Copies COUNT bytes of IN_FD at OFFSET to OUT_FD: how many it copied.",
     ROWS(sendfile_params, copy), COUNT, .emulation = PYOS_EMULATED, .run = run_sendfile},
    {.name = "splice", .doc = "Moves COUNT bytes to or from a pipe inside of the kernel: how many it moved.",
     ROWS(splice_params, copy), COUNT, .emulation = PYOS_EMULATED, .run = run_splice},
    {.name = "write", .doc = "Writes DATA (-: standard input): how many bytes.", ROWS(write_params, arguments), COUNT,
     .emulation = PYOS_EMULATED, .run = run_write},
    {.name = "writev", .doc = "Writes several buffers, each an operand: how many bytes.",
     ROWS(writev_params, arguments), COUNT, .emulation = PYOS_EMULATED, .run = run_writev},
};

static const struct pyos_function readinto_functions[] = {
    {.name = "readinto", .doc = "The same as read, by its name in Python 3.14: BUFFER is a size.",
     ROWS(readinto_params, arguments), BYTES, .emulation = PYOS_EMULATED, .run = run_read},
};

const struct pyos_section pyos_os_transfer_section = {
    "File Descriptor Operations", NULL, functions, sizeof functions / sizeof *functions, NULL,
};

const struct pyos_section pyos_os_readinto_section = {
    "Descriptors", "linux", readinto_functions, sizeof readinto_functions / sizeof *readinto_functions, NULL,
};
