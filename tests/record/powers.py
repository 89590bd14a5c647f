#!/usr/bin/env python3
"""Writes lib/py/powers.inc: the upper 128 bits of 10**k, rounded up, for k from -292 to 324."""
from fractions import Fraction

print("/* 10^k for k from -292 to 324, written by tests/record/powers.py */")
for k in range(-292, 325):
    power = Fraction(10) ** k
    shift = 127 - (k * 1741647 >> 19)  # the integer part of log2(10^k), exact in this range
    scaled = power * Fraction(2) ** shift
    g = -(-scaled.numerator // scaled.denominator)
    assert 1 << 127 <= g < 1 << 128
    print(f"    {{{g >> 64:#018x}, {g & (1 << 64) - 1:#018x}}},")
