/*
 * base/in: items are what stands between the end bytes, however the input arrives. The first byte of the input is the
 * end byte, the second seeds the sizes of the reads (and the signals between them); read(2) is this program's own: see
 * wrap in the Makefile.
 */
#include "fuzz.h"

#include "pyos/base/in.h"

#include <errno.h>
#include <unistd.h>

/* The names are the linker's. */
ssize_t __real_read(int fd, void *data, size_t size);
ssize_t __wrap_read(int fd, void *data, size_t size);

enum { FUZZ_FD = 1 << 20 }; /* no process has so many */

static struct {
    struct pyos_str left;
    uint32_t random;
} input;

static uint32_t next_random(void)
{
    return input.random = input.random * 1664525 + 1013904223;
}

ssize_t __wrap_read(int fd, void *data, size_t size)
{
    size_t some = next_random() >> 24;

    if (fd != FUZZ_FD)
        return __real_read(fd, data, size);
    if (some % 8 == 7) {
        errno = some & 64 ? EINTR : EAGAIN;
        return -1;
    }
    some = some % 64 + 1;
    some = some < input.left.size ? some : input.left.size;
    some = some < size ? some : size;
    if (some > 0)
        memcpy(data, input.left.data, some);
    input.left = (struct pyos_str){input.left.data + some, input.left.size - some};
    return (ssize_t)some; /* small */
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pyos_in in = {.fd = FUZZ_FD, .name = pyos_str("input")};
    struct pyos_str text;
    struct pyos_str item;
    struct pyos_error error;
    size_t at = 0;

    if (size < 2)
        return 0;
    text = fuzz_text(data + 2, size - 2);
    input.left = text;
    input.random = data[1];
    while (pyos_in_next(&in, (char)data[0], &item, &error) > 0) { /* the byte */
        const char *end = memchr(text.data + at, (char)data[0], text.size - at);
        size_t length = end ? (size_t)(end - text.data) - at : text.size - at; /* end stands behind at */

        must(at < text.size, "there is no item behind the last");
        must(item.size == length && memcmp(item.data, text.data + at, length) == 0, "an item is what was written");
        must(item.data[item.size] == '\0', "a NUL stands behind it");
        at += length + 1;
    }
    must(at >= text.size && input.left.size == 0, "no item is left out");
    in.fd = 0; /* nothing to close */
    pyos_in_close(&in);
    return 0;
}
