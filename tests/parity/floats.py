"""The repr of 100,000 random doubles (splitmix64, seed 42), a line each: the oracle of tests/unit/float.c's list."""
import struct
import sys

MASK = (1 << 64) - 1


def splitmix64(state):
    while True:
        state = state + 0x9E3779B97F4A7C15 & MASK
        z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        yield z ^ z >> 31


randoms = splitmix64(42)
for _ in range(100000):
    sys.stdout.write(repr(struct.unpack("<d", struct.pack("<Q", next(randoms)))[0]) + "\n")
