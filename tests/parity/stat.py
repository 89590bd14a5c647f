"""What CPython says of the files that standard input names, each ended by NUL: stat.py FORM [--lstat]

  repr    repr(os.stat(path)), and each exception as pyos words it
  fields  every attribute, tab-separated
  errors  the exceptions alone, on standard output
  json    standard input is what `pyos stat -J` printed: what differs from the attributes, then how many files it was
"""
import base64
import json
import os
import stat
import sys

ATTRIBUTES = ("st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime"
              " st_atime_ns st_mtime_ns st_ctime_ns st_blksize st_blocks st_rdev").split()
TYPES = {stat.S_IFREG: "file", stat.S_IFDIR: "directory", stat.S_IFLNK: "symlink", stat.S_IFIFO: "fifo",
         stat.S_IFSOCK: "socket", stat.S_IFCHR: "char_device", stat.S_IFBLK: "block_device"}
ADDED = ["st_birthtime", "st_birthtime_ns", "mount_id", "attributes"]

form = sys.argv[1]
name = "lstat" if "--lstat" in sys.argv else "stat"
look = getattr(os, name)


def each(show):
    for path in sys.stdin.buffer.read().split(b"\0")[:-1]:
        try:
            result = look(os.fsdecode(path))
        except OSError as e:
            print(f"pyos {name}: {type(e).__name__}: {e}", file=sys.stdout if form == "errors" else sys.stderr)
        else:
            show(result)


def expected(document):
    path = base64.b64decode(document["path_b64"]) if "path_b64" in document else os.fsencode(document["path"])
    result = look(path)
    said = [("path", path.decode(errors="replace"))]
    if path != path.decode(errors="replace").encode():
        said.append(("path_b64", base64.b64encode(path).decode()))
    said += [(a, getattr(result, a)) for a in ATTRIBUTES]
    said += [("type", TYPES[stat.S_IFMT(result.st_mode)]), ("filemode", stat.filemode(result.st_mode))]
    return said


def compare_json():
    count = 0
    for line in sys.stdin.buffer:
        document = json.loads(line)
        want = expected(document)
        if list(document.items())[:len(want)] != want or list(document)[len(want):] != ADDED:
            print("want", want, "got", document)
        if not line.isascii():
            print("not ASCII:", line)
        count += 1
    print(count)


if form == "json":
    compare_json()
elif form == "fields":
    each(lambda result: print(*(getattr(result, a) for a in ATTRIBUTES), sep="\t"))
elif form == "repr":
    each(print)
else:
    each(lambda result: None)
