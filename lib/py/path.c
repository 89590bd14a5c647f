#include "pyos/py/path.h"

void pyos_path_join(struct pyos_buf *path, struct pyos_str name)
{
    if (path->size > 0 && path->data[path->size - 1] != '/')
        pyos_buf_char(path, '/');
    pyos_buf_str(path, name);
}
