"""What json.loads makes of texts that each end with NUL, a line each: the oracle of tests/unit/json_read.c's list.

With the argument mistakes it writes 20,000 such texts instead: JSON with mistakes in it, always the same.
"""
import json
import random
import sys

WHOLES = ['{"a": [1, -2.5e3, true], "b": {"c": null}}', "[]", "{}", '"text \\n \\u00e9 \u00e9"', "-0.0e-1",
          " [ { } , [ ] ] ", '{"path":"x","name":"user.a","value":{"base64":"AA=="}}', "[1,\n2,\n3]",
          '["\\"", "\\\\", "\\/"]']
PIECES = list('{}[]:,"\\\\0123456789-+.eE \n\tabnrtfu/') + [
    "true", "false", "null", '"a"', "\u00e9", "\\u00e9", "\U0001f600"]


class Number:
    """A number, as it was written."""

    def __init__(self, text):
        self.text = text


class Members(list):
    """The members of an object, all of them."""


def dump(value):
    if isinstance(value, Number):
        return value.text
    if isinstance(value, Members):
        return "{" + ",".join(json.dumps(key) + ":" + dump(item) for key, item in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dump, value)) + "]"
    return json.dumps(value)


def answer(text):
    try:
        return dump(json.loads(text, parse_int=Number, parse_float=Number, object_pairs_hook=Members))
    except ValueError as error:
        return str(error)


def mistakes():
    chance = random.Random(20)
    for _ in range(20000):
        text = list(chance.choice(WHOLES))
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(text) + 1)
            if chance.random() < 0.4 and at < len(text):
                del text[at]
            else:
                text[at:at] = chance.choice(PIECES)
        yield "".join(text)


if sys.argv[1:] == ["mistakes"]:
    sys.stdout.write("".join(text + "\0" for text in mistakes()))
else:
    for text in sys.stdin.read().split("\0")[:-1]:
        print(answer(text))
