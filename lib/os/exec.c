#include "pyos/os/exec.h"

#include "pyos/sys/exec.h"

#include <errno.h>

int pyos_os_execvp(struct pyos_words words, bool *found, struct pyos_error *error)
{
    bool there;
    int result = pyos_sys_exec(words.items, &there);

    *found = there || (result != -ENOENT && result != -ENOTDIR);
    pyos_error_path(error, -result, pyos_str(words.items[0]));
    if (result == -ENOENT && there)
        pyos_error_explain(error, "it is there, but not the interpreter that it names");
    return -1;
}
