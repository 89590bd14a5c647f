"""errno, its name, its class and its message: the oracle of tests/unit/errno.c's list (on glibc)."""
import errno
import os

for number in range(-1, 201):
    print(number, errno.errorcode.get(number, "-"), type(OSError(number, "")).__name__, os.strerror(number))
