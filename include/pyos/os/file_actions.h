/* What a child does with its descriptors before its program runs (manual: os.posix_spawn, file_actions). */
#ifndef PYOS_OS_FILE_ACTIONS_H
#define PYOS_OS_FILE_ACTIONS_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/type.h"

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

/*
 * Reads actions from words whose tags are their kinds: FD:FLAGS[,MODE]:PATH (mode 0o666 where it is
 * left out), FD, FD:NEWFD, FD, FILE or DIR. A word of another shape is a usage error; its numbers
 * raise what pyos_constant_read_int and pyos_mode_read raise. The actions are in the arena, as many as
 * there are words; their paths are in the words.
 */
int pyos_os_file_actions_read(struct pyos_sequence words, struct pyos_arena *arena,
                              const struct pyos_file_action **actions, struct pyos_error *error);

#endif
