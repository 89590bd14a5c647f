"""What posixpath makes of 100,000 random paths (splitmix64, seed 7): the oracle of tests/unit/posixpath.c's list."""
import os
import posixpath
import sys
import types

MASK = (1 << 64) - 1
PIECES = [
    b"/", b"/", b"/", b"//", b"///", b".", b".", b"..", b"..", b"a", b"b", b"cc", b".a", b"a.b", b" ", b"\n", b"'",
    b"-",
    b"~", b"~ada", b"~x", b"$A", b"$B", b"${A}", b"${a_1}", b"$a_1", b"${", b"}", b"$", b"$\xc3\xa9", b"\xc3\xa9",
    b"\xc3\xa8", b"\xc3", b"\xff", b"\xe2\x82", b"\xe2\x82\xac", b"\xed\xa0\x80", b"\xf0\x9f\x90\x8d", b"_", b"9",
]


def splitmix64(state):
    while True:
        state = state + 0x9E3779B97F4A7C15 & MASK
        z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        yield z ^ z >> 31


def make_piece(random):
    which = random // 4
    return bytes([which % 255 + 1]) if random % 4 == 0 else PIECES[which % len(PIECES)]


def make_path():
    return os.fsdecode(b"".join([make_piece(next(randoms)) for _ in range(next(randoms) % 10)]))


def account(home):
    return types.SimpleNamespace(pw_dir=home)


def expandvars(path):
    """Bytes that only together are a character, once nothing stands between them, are one to pyos."""
    return os.fsdecode(os.fsencode(posixpath.expandvars(path)))


def commonpath(paths):
    try:
        return posixpath.commonpath(paths)
    except ValueError as error:
        return str(error)


# expanduser and abspath ask for these
sys.modules["pwd"] = types.SimpleNamespace(
    getpwuid=lambda uid: account("//"), getpwnam=lambda name: account({"ada": "/home/ada//"}[name]))
os.getcwd = lambda: "/cwd/here"
# of names that stand twice in an environment, os.environ has the first; "=e" gives the name "" a value
os.environ = {"A": "x/$B", "B": "", "a_1": os.fsdecode(b"\xc3\xa9\xff"), "": "e"}
randoms = splitmix64(7)
out = open(sys.stdout.fileno(), "w", encoding="utf-8", buffering=1 << 20)
for _ in range(100000):
    path, other = make_path(), make_path()
    answers = [f(path) for f in (posixpath.isabs, posixpath.normcase, posixpath.basename, posixpath.dirname,
                                 posixpath.split, posixpath.splitext, posixpath.splitdrive, posixpath.splitroot,
                                 posixpath.normpath, posixpath.expanduser, expandvars, posixpath.abspath)]
    answers += [posixpath.join(path, other, path), posixpath.relpath(path or ".", other),
                posixpath.commonprefix([path, other]), commonpath([path, other])]
    out.write("".join(["\t" + repr(answer) for answer in answers]) + "\n")
