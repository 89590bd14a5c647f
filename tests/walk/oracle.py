"""What CPython prints: oracle.py [--topdown=False] [--followlinks=True] [--first] [--sort] TOP...

--first is the first tuple alone. --sort is by bytes, as that of pyos.
"""
import os
import sys

options = {word for word in sys.argv[1:] if word.startswith("--")}
topdown = "--topdown=False" not in options
followlinks = "--followlinks=True" in options


class sorted_scandir:
    """os.scandir in the order of names: bottom-up, a walk has chosen its way before it shows anything."""

    def __init__(self, path):
        with self.scandir(path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: os.fsencode(entry.name)))

    __enter__ = __iter__ = lambda self: self
    __exit__ = lambda self, *_: None
    __next__ = lambda self: next(self.entries)

    scandir = os.scandir


sys.stdout.reconfigure(encoding="utf-8")
if "--sort" in options:
    os.scandir = os.walk.__globals__["scandir"] = sorted_scandir
for top in [word for word in sys.argv[1:] if word not in options]:
    for found in os.walk(top, topdown=topdown, followlinks=followlinks):
        print(found)
        if "--first" in options:
            break
