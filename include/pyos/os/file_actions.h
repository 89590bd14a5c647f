/* File actions of spawn and posix_spawn (py/file_action.h), as words. */
#ifndef PYOS_OS_FILE_ACTIONS_H
#define PYOS_OS_FILE_ACTIONS_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/file_action.h"
#include "pyos/py/type.h"

/*
 * Reads actions from words whose tags are their kinds: FD:FLAGS[,MODE]:PATH (mode 0o666 where it is
 * left out), FD, FD:NEWFD, FD, FILE or DIR. A word of another shape is a usage error; its numbers
 * raise what pyos_constant_read_int and pyos_mode_read raise. The actions are in the arena, as many as
 * there are words; their paths are in the words.
 */
int pyos_os_file_actions_read(struct pyos_sequence words, struct pyos_arena *arena,
                              const struct pyos_file_action **actions, struct pyos_error *error);

#endif
