#include "pyos/os/die.h"

#include "pyos/sys/signal.h"

void pyos_os_die_by(int signal)
{
    pyos_sys_die_by(signal);
}
