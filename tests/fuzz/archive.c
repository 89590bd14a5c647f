/* os/xattr_archive: any file is read to its end, attribute by attribute, and every error has its line. */
#include "fuzz.h"

#include "pyos/os/xattr_archive.h"

#include <sys/mman.h>
#include <unistd.h>

/* Nothing in an attribute can be cut short by a NUL. */
static void check(const struct pyos_xattr_entry *entry)
{
    must(!entry->path.data || strlen(entry->path.data) == entry->path.size, "a path holds no NUL");
    must(strlen(entry->name.data) == entry->name.size, "nor does a name");
    must(entry->value.bytes.data != NULL, "and there is a value");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pyos_xattr_archive archive;
    struct pyos_xattr_entry entry;
    struct pyos_error error = {0};
    char name[32];
    int fd = memfd_create("archive", MFD_CLOEXEC);
    int got;

    must(fd >= 0 && write(fd, data, size) == (ssize_t)size, "there is a file");
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    must(pyos_xattr_archive_open(&archive, NULL, name, &error) == 0, "which can be opened");
    while ((got = pyos_xattr_archive_next(&archive, &entry, &error)) != 0)
        if (got > 0)
            check(&entry);
        else
            must(error.type == PYOS_VALUEERROR && strstr(error.message, "line "), "an error says where it is");
    pyos_xattr_archive_close(&archive);
    close(fd);
    return 0;
}
