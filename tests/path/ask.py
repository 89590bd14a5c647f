"""ask.py FUNCTION OPERAND...: what os.path's function says to them, as repr or as "Class: message"."""
import os
import sys

keywords = {"--strict": {"strict": True}}
function = getattr(os.path, sys.argv[1])
words = [word for word in sys.argv[2:] if word not in keywords]
options = {}
for word in sys.argv[2:]:
    options.update(keywords.get(word, {}))
if sys.argv[1] in ("commonpath", "commonprefix"):
    words = [words]
if sys.argv[1] == "sameopenfile":
    words = [int(word) for word in words]
try:
    print(repr(function(*words, **options)))
except (OSError, ValueError, TypeError) as error:
    print(f"{type(error).__name__}: {error}")
