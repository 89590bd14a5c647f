#include "pyos/os/info_terminal.h"

#include "pyos/sys/terminal.h"

#include <unistd.h>

struct terminal {
    int fd;
    int columns, lines;
};

#define PART(member) {PYOS_INFO_FIELD(struct terminal, member)}

static const struct pyos_field fields[] = {PART(fd), PART(columns), PART(lines)};
static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

int pyos_info_terminal(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct terminal *terminal = pyos_info_new(arena, &record, sizeof *terminal, made, error);

    if (!terminal)
        return -1;
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (pyos_sys_terminal_size(fd, &terminal->columns, &terminal->lines) >= 0) {
            terminal->fd = fd;
            return 0;
        }
    made->data = NULL;
    return 0;
}
