/* All that one wants to have seen of a process and its machine afterwards: the record of `pyos info`. */
#ifndef PYOS_OS_INFO_H
#define PYOS_OS_INFO_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/record.h"
#include "pyos/py/type.h"

#include <stdbool.h>

struct pyos_info {
    const char *version;      /* of pyos: its caller's to say */
    const char *architecture; /* that it was built for */
    struct pyos_str libc;     /* which is linked, with its version */
    struct pyos_nested uname, time, times;
    struct pyos_nested ids, names, cwd, umask, limits, environment;
    struct pyos_nested cpus, load, memory, memory_limit, mounts;
    struct pyos_nested cgroup, namespaces, capabilities, terminal, sysconf;
};

extern const struct pyos_record pyos_info_record;

/*
 * Fills in all but the version. What cannot be read becomes {"error": {...}}, as a report in JSON is, in the name of
 * applet. variables: the environment with all values. Fails with no memory alone.
 */
int pyos_info_get(struct pyos_info *info, const char *applet, bool variables, struct pyos_arena *arena,
                  struct pyos_error *error);

#endif
