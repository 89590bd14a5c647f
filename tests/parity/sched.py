"""Calls on standard input, one a line as pyos takes them; each on standard output, with a tab and CPython's answer."""
import os
import shlex
import sys


def number(word):
    return getattr(os, word) if word[:1].isalpha() else int(word, 0)


def cpus(word):
    numbers = []
    for part in word.split(",") if word else []:
        first, dash, last = part[1:].partition("-")
        if dash:
            numbers += [int(part[0] + first), int(last)]  # the ends of a range say enough
        else:
            numbers.append(number(part))
    return numbers


def arguments(name, words):
    if name == "sched_setaffinity" and len(words) > 1:
        return [number(words[0]), cpus(words[1]), *map(number, words[2:])]
    values = [number(word) for word in words]
    if (name, len(values)) in [("sched_setparam", 2), ("sched_setscheduler", 3)]:
        values[-1] = os.sched_param(values[-1])
    return values


for line in sys.stdin:
    name, *words = shlex.split(line)
    try:
        result = getattr(os, name)(*arguments(name, words))
        answer = "" if result is None else repr(result)
    except Exception as error:
        answer = f"{type(error).__name__}: {error}"
    print(line.rstrip("\n"), answer, sep="\t")
