"""What os says of wait statuses: the oracle of tests/unit/wait.c's list."""
import os

INT_MAX = 0x7FFFFFFF
ODD = [-INT_MAX - 1, -0x10000, -0xFF81, -256, -129, -128, -2, -1, 0x10000, 0x1007F, 0x1FFFF, INT_MAX]
TELLERS = [os.WIFEXITED, os.WIFSIGNALED, os.WIFSTOPPED, os.WIFCONTINUED, os.WCOREDUMP, os.WEXITSTATUS, os.WTERMSIG,
           os.WSTOPSIG]

for status in [*range(0x10000), *ODD]:
    try:
        exitcode = os.waitstatus_to_exitcode(status)
    except ValueError as error:
        exitcode = error
    print(status, *(int(teller(status)) for teller in TELLERS), exitcode)
