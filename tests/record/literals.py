#!/usr/bin/env python3
"""Writes tests/unit/literals.inc: what int(word, 0) makes of words, for tests/unit/int.c.

Run it with CPython 3.13:  python3.13 tests/record/literals.py > tests/unit/literals.inc
"""
WORDS = """
0 1 7 12 -12 +12 -0 +0 00 -00 0000 0_0 00_0 0_0_0 1_000 1_0_0 -1_000 1__0 _1 1_ 0_ _ __ - + -- ++ +-1 -+1 --1 1- 1+
01 007 0644 0755 -0644 0_7 00_7 09 1.0 1e3 1E3 .5 1. 0x 0X 0o 0b 0x_ 0x__1 0x1f 0X1F 0xAbCdEf 0x_1f 0x1_f 0x1f_
0x1__f 0xg 0x+1 -0x1f +0x1f 0x-1f x1f 0o644 0O644 0o_644 0o6_44 0o8 0o9 -0o17 0b0 0b1 0B101 0b_1 0b2 0b1_ -0b1 0o
00x1 0x00 0b00 0o00 1f f ff 0xx1 0b0x1 0_x1 0x0_ 1,000 1l 1L 0l 1j True None nan inf 12abc abc 0xfg 0d10 0t10 0r1
1/2 2147483647 2147483648 -2147483648 -2147483649 4294967295 4294967296 9223372036854775807 9223372036854775808
-9223372036854775808 -9223372036854775809 18446744073709551615 18446744073709551616 18446744073709551617
-18446744073709551616 36893488147419103232 99999999999999999999999999 -99999999999999999999999999 0x7fffffffffffffff
0x8000000000000000 -0x8000000000000000 -0x8000000000000001 0xffffffffffffffff 0x10000000000000000
0x1_0000_0000_0000_0000 0o777777777777777777777 0o1000000000000000000000 -0o1000000000000000000000
0o1777777777777777777777 0o2000000000000000000000 9_223_372_036_854_775_807
""".split()
SPACED = ["", " ", "  ", "\t", "\n", " 1", "1 ", " 1 ", "\t1\n", "\v1\f", "\r1", "\x1c1", "1\x1f", "\b1", "1 2",
          "- 1", " -1", "+ 1", "0 x1", "0x 1", "0x1 ", "1\0", "\0" "1", "1\0 ", "1\x002", "\0", "\x7f", "1\x7f",
          " 0644 ", " 1_0 ", "0x1f\n", "1 _0", "!1", "1!", "/", ":", "@", "[", "`", "{",
          "0x@", "0x`", "0xG", "0x/", "0x:"]
LONG = ["0" * 40, "0" * 40 + "1", "0x" + "0" * 40 + "1", "0b" + "1" * 63, "0b" + "1" * 64, "0b" + "1" * 65,
        "-0b1" + "0" * 63]

print("/* {word, its size, what it is, its value}, written by tests/record/literals.py */")
for word in dict.fromkeys(WORDS + SPACED + LONG):
    text = "".join(c if " " <= c <= "~" and c not in '"\\?' else f"\\{ord(c):03o}" for c in word)
    try:
        value = int(word, 0)
    except ValueError:
        result, value = "INVALID", 0
    else:
        result = "OK" if -1 << 63 <= value < 1 << 63 else "LARGE"
        value = min(max(value, -1 << 63), (1 << 63) - 1)
    literal = "INT64_MIN" if value == -1 << 63 else f"INT64_C({value})"
    separator = "\n     " if len(word) > 50 else " "
    print(f'    {{"{text}",{separator}{len(word)}, PYOS_INT_{result}, {literal}}},')
