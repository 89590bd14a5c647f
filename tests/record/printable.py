#!/usr/bin/env python3
"""Writes lib/py/printable.inc: where str.isprintable changes its mind, by the Unicode of this Python.

Run it with CPython 3.13 (Unicode 15.1):  python3.13 tests/record/printable.py > lib/py/printable.inc
"""
import sys
import unicodedata

turns, now = [], False
for cp in range(0x110000):
    if chr(cp).isprintable() != now:
        now = not now
        turns.append(cp)
print(f"/* Unicode {unicodedata.unidata_version}, written by tests/record/printable.py; {len(turns)} turns */")
for i in range(0, len(turns), 10):
    print("    " + " ".join(f"{t:#x}," for t in turns[i:i + 10]))
assert sys.maxunicode == 0x10FFFF and not now
