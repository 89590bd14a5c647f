/*
 * pyos: Python's os module for shell scripts. The house, from the ground:
 *
 *   base     memory, text, streams, the error object            knows libc only
 *   sys      system calls                                       the only room with #if
 *   py       Python's spelling: repr, JSON, records, rows       makes no system calls
 *   os       the functions of os, by the manual's sections
 *   cli      the command line: options, dispatch, help          is handed the table below
 *   applets  one file a name; this one
 */
#include "applets.inc"
#include "pyos/cli/dispatch.h"
#include "pyos/cli/house.h"
#include "pyos/os/account_functions.h"
#include "pyos/os/backend.h"
#include "pyos/os/confstr.h"
#include "pyos/os/constants.h"
#include "pyos/os/cwd.h"
#include "pyos/os/descriptor.h"
#include "pyos/os/device.h"
#include "pyos/os/directories.h"
#include "pyos/os/entry.h"
#include "pyos/os/environ.h"
#include "pyos/os/event.h"
#include "pyos/os/exec.h"
#include "pyos/os/exec_functions.h"
#include "pyos/os/fcntl.h"
#include "pyos/os/fork.h"
#include "pyos/os/fspath.h"
#include "pyos/os/identity.h"
#include "pyos/os/inode.h"
#include "pyos/os/kill.h"
#include "pyos/os/linux_files.h"
#include "pyos/os/mmap.h"
#include "pyos/os/pathconf.h"
#include "pyos/os/pidfd.h"
#include "pyos/os/popen.h"
#include "pyos/os/posix_spawn.h"
#include "pyos/os/prlimit.h"
#include "pyos/os/process.h"
#include "pyos/os/random.h"
#include "pyos/os/reap.h"
#include "pyos/os/scandir.h"
#include "pyos/os/sched.h"
#include "pyos/os/sched_attr.h"
#include "pyos/os/shell.h"
#include "pyos/os/shm.h"
#include "pyos/os/signals.h"
#include "pyos/os/spawn_functions.h"
#include "pyos/os/stat.h"
#include "pyos/os/statvfs.h"
#include "pyos/os/statx.h"
#include "pyos/os/storage.h"
#include "pyos/os/syscall.h"
#include "pyos/os/sysconf.h"
#include "pyos/os/system.h"
#include "pyos/os/terminal.h"
#include "pyos/os/transfer.h"
#include "pyos/os/values.h"
#include "pyos/os/wait.h"
#include "pyos/os/walk_list.h"
#include "pyos/os/xattr.h"

#define DECLARE(name) extern const struct pyos_applet_list pyos_applets_##name;
#define LIST(name) &pyos_applets_##name,

APPLETS(DECLARE)

static const struct pyos_applet_list *const lists[] = {APPLETS(LIST) NULL};

/* In the order of the manual. */
static const struct pyos_section *const sections[] = {
    &pyos_os_close_section,
    &pyos_os_fdopen_section,
    &pyos_os_descriptor_section,
    &pyos_os_transfer_section,
    &pyos_os_storage_section,
    &pyos_os_terminal_section,
    &pyos_os_terminal_size_section,
    &pyos_os_inheritance_section,
    &pyos_os_cwd_section,
    &pyos_os_name_section,
    &pyos_os_fspath_section,
    &pyos_os_environ_section,
    &pyos_os_environ_seed_section,
    &pyos_os_identity_section,
    &pyos_os_process_section,
    &pyos_os_accounts_section,
    &pyos_os_fstat_section,
    &pyos_os_fstatvfs_section,
    &pyos_os_fpathconf_section,
    &pyos_os_entry_section,
    &pyos_os_directories_section,
    &pyos_os_inode_section,
    &pyos_os_device_section,
    &pyos_os_stat_section,
    &pyos_os_statvfs_section,
    &pyos_os_root_section,
    &pyos_os_scandir_section,
    &pyos_os_walk_section,
    &pyos_os_pathconf_section,
    &pyos_os_supports_section,
    &pyos_os_event_section,
    &pyos_os_timer_section,
    &pyos_os_xattr_section,
    &pyos_os_exec_section,
    &pyos_os_fork_section,
    &pyos_os_kill_section,
    &pyos_os_signals_section,
    &pyos_os_posix_spawn_section,
    &pyos_os_spawn_section,
    &pyos_os_shell_section,
    &pyos_os_popen_section,
    &pyos_os_popen_seed_section,
    &pyos_os_reap_section,
    &pyos_os_wait_section,
    &pyos_os_sched_section,
    &pyos_os_times_section,
    &pyos_os_system_section,
    &pyos_os_sysconf_section,
    &pyos_os_confstr_section,
    &pyos_os_values_section,
    &pyos_os_random_section,
    &pyos_os_prlimit_section,
    &pyos_os_sched_attr_section,
    &pyos_os_close_range_section,
    &pyos_os_readinto_section,
    &pyos_os_fcntl_section,
    &pyos_os_pidfd_section,
    &pyos_os_shm_section,
    &pyos_os_mmap_section,
    &pyos_os_syscall_section,
    &pyos_os_linux_files_section,
    &pyos_os_statx_section,
    NULL,
};

static const struct pyos_house house = {
    .version = PYOS_VERSION,
    .lists = lists,
    .sections = sections,
    .constants = &pyos_os_constants,
    .become = pyos_os_become,
    .confine = pyos_os_confine,
    .open = pyos_os_open_stream,
};

int main(int argc, char **argv)
{
    return pyos_dispatch(&house, argc, argv);
}
