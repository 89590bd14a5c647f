#!/usr/bin/env python3
"""Writes tests/const/constants.txt: module, name and value of each integer of os, stat, signal and errno, sorted.

Run it with CPython 3.13.0 on x86_64:  python3.13 tests/record/constants.py > tests/const/constants.txt
"""
import errno
import os
import signal
import stat

rows = [(module.__name__, name, int(value)) for module in (os, stat, signal, errno)
        for name, value in vars(module).items() if isinstance(value, int) and not name.startswith("_")]
for row in sorted(rows):
    print(*row, sep="\t")
