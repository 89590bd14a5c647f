"""Every integer constant of os, and the signals, sorted: the oracle of tests/unit/constants.c's list."""
import os
import signal

numbers = {name: int(value) for name, value in vars(os).items()
           if name.isupper() and isinstance(value, int) and not isinstance(value, bool)}
numbers |= {s.name: int(s) for s in signal.Signals}
for name in sorted(numbers):
    print(name, numbers[name])
