"""What binascii makes of the base64 of each line, strictly: the oracle of tests/unit/base64_decode.c's list.

With the argument words it writes 20,000 such lines instead, always the same.
"""
import binascii
import random
import sys

if sys.argv[1:] == ["words"]:
    chance = random.Random(3)
    for _ in range(20000):
        print("".join(chance.choice("ABYZ09+/=== -") for _ in range(chance.randrange(11))))
else:
    for line in sys.stdin:
        try:
            print(binascii.a2b_base64(line.rstrip("\n"), strict_mode=True).hex())
        except ValueError as error:
            print(error)
