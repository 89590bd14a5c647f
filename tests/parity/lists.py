"""Long lists as CPython spells them, a line each: lists.py NAME prints one; lists.py --digests the sha256 of each,
which is recorded in digests.txt.

The same lists come from tests/unit/spelling.c, tests/unit/float.c, and (filemode) from files of every mode.
"""
import hashlib
import itertools
import json
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


LISTS = {
    "floats": floats,
    "repr": lambda: map(repr, codepoints()),
    "json": lambda: map(json.dumps, codepoints()),
    "bytes": lambda: (repr(bytes([b])) for b in range(256)),
    "filemode": lambda: (f"{m:04o}\t{m | stat.S_IFREG}\t{stat.filemode(m | stat.S_IFREG)}" for m in range(0o10000)),
}


def text(name):
    return "".join(line + "\n" for line in LISTS[name]()).encode()


if sys.argv[1] == "--digests":
    for name in LISTS:
        print(hashlib.sha256(text(name)).hexdigest(), name)
else:
    sys.stdout.buffer.write(text(sys.argv[1]))
