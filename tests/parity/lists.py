"""Long lists as CPython spells them, a line each: lists.py NAME prints one; lists.py --digests the sha256 of each,
which is recorded in digests.txt.

The same lists come from the unit tests of the same name, or from files of every mode.
"""
import errno
import hashlib
import itertools
import json
import os
import stat
import struct
import sys


def splitmix64(state):
    mask = (1 << 64) - 1
    while True:
        state = state + 0x9E3779B97F4A7C15 & mask
        z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & mask
        z = (z ^ z >> 27) * 0x94D049BB133111EB & mask
        yield z ^ z >> 31


def floats():
    for bits in itertools.islice(splitmix64(42), 100000):
        yield repr(struct.unpack("<d", struct.pack("<Q", bits))[0])


def codepoints():
    return (chr(cp) for cp in range(0x110000) if not 0xD800 <= cp < 0xE000)


def sequences():
    """Four bytes each: repr, repr of bytes, JSON by surrogates and by U+FFFD (! where that loses bytes)."""
    told_apart = b"A'\n\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xe0\xe1\xed\xef\xf0\xf4\xff"
    for chosen in itertools.product(told_apart, repeat=4):
        data = bytes(chosen)
        name, lossy = data.decode(errors="surrogateescape"), data.decode(errors="replace")
        yield f"{name!r}{data}{json.dumps(name)}{json.dumps(lossy)}" + ("" if lossy.encode() == data else "!")


def errnos():
    for number in range(-1, 201):
        name = errno.errorcode.get(number, "-")
        yield f"{number} {name} {type(OSError(number, '')).__name__} {os.strerror(number)}"


def statuses():
    """All that a kernel makes, and some that none does."""
    tellers = [os.WIFEXITED, os.WIFSIGNALED, os.WIFSTOPPED, os.WIFCONTINUED, os.WCOREDUMP, os.WEXITSTATUS, os.WTERMSIG,
               os.WSTOPSIG]
    odd = [-2**31, -0x10000, -0xFF81, -256, -129, -128, -2, -1, 0x10000, 0x1007F, 0x1FFFF, 2**31 - 1]
    for status in [*range(0x10000), *odd]:
        try:
            exitcode = os.waitstatus_to_exitcode(status)
        except ValueError as error:
            exitcode = error
        yield " ".join(map(str, [status, *(int(teller(status)) for teller in tellers), exitcode]))


LISTS = {
    "floats": floats,
    "repr": lambda: map(repr, codepoints()),
    "json": lambda: map(json.dumps, codepoints()),
    "bytes": lambda: (repr(bytes([b])) for b in range(256)),
    "sequences": sequences,
    "errnos": errnos,
    "statuses": statuses,
    "filemode": lambda: (f"{m:04o}\t{m | stat.S_IFREG}\t{stat.filemode(m | stat.S_IFREG)}" for m in range(0o10000)),
}


def text(name):
    return "".join(line + "\n" for line in LISTS[name]()).encode()


if sys.argv[1] == "--digests":
    for name in LISTS:
        print(hashlib.sha256(text(name)).hexdigest(), name)
else:
    sys.stdout.buffer.write(text(sys.argv[1]))
