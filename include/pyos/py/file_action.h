/* What a child does with its descriptors before its program runs (manual: os.posix_spawn, file_actions). */
#ifndef PYOS_PY_FILE_ACTION_H
#define PYOS_PY_FILE_ACTION_H

#include <stdint.h>

enum pyos_file_action_kind {
    PYOS_FILE_ACTION_OPEN,      /* POSIX_SPAWN_OPEN; these four are numbered as there */
    PYOS_FILE_ACTION_CLOSE,     /* POSIX_SPAWN_CLOSE */
    PYOS_FILE_ACTION_DUP2,      /* POSIX_SPAWN_DUP2 */
    PYOS_FILE_ACTION_CLOSEFROM, /* POSIX_SPAWN_CLOSEFROM */
    PYOS_FILE_ACTION_STDIN,     /* opens a file for reading as descriptor 0 */
    PYOS_FILE_ACTION_CHDIR,
};

struct pyos_file_action {
    enum pyos_file_action_kind kind;
    int fd;
    int new_fd;    /* of DUP2 */
    int flags;     /* of OPEN and STDIN, O_* */
    uint32_t mode; /* of OPEN */
    const char *path; /* of OPEN, STDIN and CHDIR */
};

#endif
