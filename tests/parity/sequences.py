"""Every sequence of four bytes of a choice, as repr and JSON spell it: the oracle of tests/unit/repr_str.c's list."""
import itertools
import json
import os
import sys

for chosen in itertools.product(b"A'\n\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xe0\xe1\xed\xef\xf0\xf4\xff", repeat=4):
    data = bytes(chosen)
    name = os.fsdecode(data)
    lossy = data.decode(errors="replace")
    exact = lossy.encode() == data
    sys.stdout.write(repr(name) + repr(data) + json.dumps(name) + json.dumps(lossy) + ("\n" if exact else "!\n"))
