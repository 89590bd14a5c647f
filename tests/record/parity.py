#!/usr/bin/env python3
"""Prints one of the files of answers in tests/parity, by the CPython that runs it:

    for f in times.txt spelled.txt errors.txt calls.txt; do python3.13 tests/record/parity.py $f >tests/parity/$f; done
"""
import base64
import json
import os
import sys
import tempfile

PARITY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "parity")

SECOND = 10 ** 9
TIMES = {
    "oldest": -2 ** 63 * SECOND,
    "far-past": -377705116800 * SECOND - 1,
    "year-1": -62135596800 * SECOND + SECOND // 2,
    "year-1900": -2208988800 * SECOND,
    "int32-least": -2 ** 31 * SECOND,
    "int32-less": -2 ** 31 * SECOND - 1,
    "two-seconds-before": -2 * SECOND + 1,
    "second-before": -SECOND,
    "year-1969": -SECOND // 10,
    "nanosecond-before": -1,
    "epoch": 0,
    "nanosecond-after": 1,
    "second-after": SECOND,
    "year-2001": 1000000000123456789,
    "year-2023": 1700000000 * SECOND + SECOND // 2,
    "float-up": 1700000000 * SECOND + 999999999,
    "float-carry": 1700000000 * SECOND + 999999900,
    "int32-most": 2 ** 31 * SECOND - 1,
    "int32-more": 2 ** 31 * SECOND,
    "uint32-most": 2 ** 32 * SECOND - 1,
    "uint32-more": 2 ** 32 * SECOND + 1,
    "int64-nanoseconds": 2 ** 63 - 1,
    "int64-nanoseconds-more": 2 ** 63,
    "ext4-most": 15032385535 * SECOND + 999999999,
    "year-9999": 253402300800 * SECOND - 1,
    "year-10000": 253402300800 * SECOND,
    "double-most": (2 ** 53 + 1) * SECOND + 1,
    "newest": (2 ** 63 - 1) * SECOND,
}

# in tests/parity/tree.bash's types/
PATHS = ["nowhere", "nowhere/x", "file/x", "file/", "file/.", "empty/..", "link/", "fifo/x", "dangling", "dangling/",
         "loop", "loop/", "loop/x", "link-to-directory/x", "directory/../file/x", "", "x" * 255, "x" * 256, "long-link"]

# what pyos is called with, and the same call in Python; 8 is an open file, 9 a directory
CALLS = [
    ("stat", "os.stat()"),
    ("lstat", "os.lstat()"),
    ("fstat", "os.fstat()"),
    ("stat --size=1 x", "os.stat('x', size=1)"),
    ("lstat --follow_symlinks=False x", "os.lstat('x', follow_symlinks=False)"),
    ("stat --fd=99", "os.stat(99)"),
    ("stat --fd=-2", "os.stat(-2)"),
    ("stat --fd=-100", "os.stat(-100)"),
    ("stat --fd=2147483648", "os.stat(2147483648)"),
    ("stat --fd=-2147483649", "os.stat(-2147483649)"),
    ("stat --fd=99999999999999999999", "os.stat(99999999999999999999)"),
    ("stat --fd=-99999999999999999999", "os.stat(-99999999999999999999)"),
    ("stat --fd=8 --dir-fd=9", "os.stat(8, dir_fd=9)"),
    ("stat --fd=8 -P", "os.stat(8, follow_symlinks=False)"),
    ("stat --fd=8 --dir-fd=9 -P", "os.stat(8, dir_fd=9, follow_symlinks=False)"),
    ("stat --dir-fd=8 x", "os.stat('x', dir_fd=8)"),
    ("stat --dir-fd=9 x", "os.stat('x', dir_fd=9)"),
    ("stat --dir-fd=99 x", "os.stat('x', dir_fd=99)"),
    ("stat --dir-fd=-1 x", "os.stat('x', dir_fd=-1)"),
    ("stat --dir-fd=2147483648 x", "os.stat('x', dir_fd=2147483648)"),
    ("stat --dir-fd=-2147483649 x", "os.stat('x', dir_fd=-2147483649)"),
    ("lstat --dir-fd=8 x", "os.lstat('x', dir_fd=8)"),
    ("fstat 99", "os.fstat(99)"),
    ("fstat -1", "os.fstat(-1)"),
    ("fstat -100", "os.fstat(-100)"),
    ("fstat 2147483648", "os.fstat(2147483648)"),
    ("fstat -2147483649", "os.fstat(-2147483649)"),
    ("fstat x", "os.fstat(int('x', 0))"),
    ("fstat 010", "os.fstat(int('010', 0))"),
]


def touch_date(ns):
    """As touch -d takes it: a decimal number, the sign of which is of the whole."""
    return f"@{'-' if ns < 0 else ''}{abs(ns) // SECOND}.{abs(ns) % SECOND:09d}"


def times():
    """name, date, st_mtime, st_mtime_ns; wants a directory on a file system of 64-bit dates."""
    with tempfile.NamedTemporaryFile(dir="/dev/shm") as file:
        for name, ns in TIMES.items():
            os.utime(file.name, ns=(ns, ns))
            result = os.stat(file.name)
            assert result.st_mtime_ns == ns, name
            print(name, touch_date(ns), result.st_mtime, result.st_mtime_ns, sep="\t")


def spelled():
    """repr, and the JSON of a record with it as path, for each line of names.txt."""
    with open(os.path.join(PARITY, "names.txt"), encoding="ascii") as names:
        for line in names:
            name = line.split("\t")[0].encode().decode("unicode_escape").encode("latin-1")
            document = {"path": name.decode(errors="replace")}
            if document["path"].encode() != name:
                document["path_b64"] = base64.b64encode(name).decode()
            escaped = {"path": os.fsdecode(name)}
            print(repr(os.fsdecode(name)), json.dumps(document, separators=(",", ":")),
                  json.dumps(escaped, separators=(",", ":")), sep="\t")


def make_types(directory):
    """What the paths above meet."""
    os.chdir(directory)
    os.mkdir("directory")
    os.mkfifo("fifo")
    for name in "file", "empty":
        open(name, "w").close()
    links = {"link": "file", "link-to-directory": "directory", "dangling": "nowhere", "loop": "loop",
             "long-link": "x" * 255}
    for link, target in links.items():
        os.symlink(target, link)


def errors():
    """The path, what os.stat and what os.lstat raises; "-" where they find a file."""
    with tempfile.TemporaryDirectory() as directory:
        make_types(directory)
        for path in PATHS:
            answers = []
            for look in os.stat, os.lstat:
                try:
                    look(path)
                    answers.append("-")
                except OSError as e:
                    answers.append(f"{type(e).__name__}: {e}")
            print(path, *answers, sep="\t")


def calls():
    """What pyos is called with, and what the same call raises."""
    with tempfile.TemporaryDirectory() as directory:
        make_types(directory)
        os.dup2(os.open("file", os.O_RDONLY), 8)
        os.dup2(os.open("directory", os.O_RDONLY), 9)
        for words, call in CALLS:
            try:
                eval(call)
            except Exception as e:
                print(words, f"{type(e).__name__}: {e}", sep="\t")


sys.stdout.reconfigure(encoding="utf-8")
{"times.txt": times, "spelled.txt": spelled, "errors.txt": errors, "calls.txt": calls}[sys.argv[1]]()
