#include "pyos/cli/progress.h"

#include "pyos/base/out.h"

#include <unistd.h>

void pyos_progress_open(struct pyos_progress *progress, bool wanted)
{
    *progress = (struct pyos_progress){.wanted = wanted && pyos_out_is_terminal(STDERR_FILENO)};
}

void pyos_progress_show(struct pyos_progress *progress, struct pyos_buf *line)
{
    pyos_progress_hide(progress);
    if (progress->wanted && !line->failed) {
        pyos_out_write(STDERR_FILENO, line->data, line->size); /* where this fails nothing is lost */
        progress->hanging = true;
    }
    pyos_buf_free(line);
}

void pyos_progress_hide(struct pyos_progress *progress)
{
    static const char erase[] = "\r\033[K";

    if (progress->hanging)
        pyos_out_write(STDERR_FILENO, erase, sizeof erase - 1);
    progress->hanging = false;
}
