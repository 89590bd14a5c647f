"""What CPython says to calls that are wrong: each argument replaced by each value of WRONG, counts that are wrong,
names that are unknown. What gets as far as the system is "accepted", whatever comes of it: the arguments are chosen
so that nothing does. Recorded in wrong.txt, which wrong.bash reads:

    chown "path":"missing/x" "uid":0 "gid":0     a function, and arguments that fit
     path 1.5    TypeError: ...                  one of them replaced, or added
     ["missing/x"]    TypeError: ...             all of them
"""
import base64
import inspect
import json
import os
import sys
import tempfile
import types

WRONG = [None, False, 1.5, "text", "a\0b", b"x", b"a\0b", [], {}, 2**31, -2**31 - 1, 2**63 - 1, -2**63 - 1, 10**30]
# Of what is a list, or a mapping.
ITEMS = [[None], [1], ["a\0b"], [b"a\0b"], [2**63], {"a": 1}, {"a": "b\0c"}, {"a=b": "c"}]

# What has no signature that can be inspected.
SPAWN = ("(path, argv, env, /, *, file_actions=None, setpgroup=None, resetids=False, setsid=False, setsigmask=(), "
         "setsigdef=(), scheduler=None)")
SIGNATURES = {
    "chmod": "(path, mode, *, dir_fd=None, follow_symlinks=True)",
    "get_terminal_size": "(fd=1, /)",
    "posix_spawn": SPAWN,
    "posix_spawnp": SPAWN,
    "register_at_fork": "(*, before=None, after_in_child=None, after_in_parent=None)",
    "utime": "(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)",
}
# What only a program can give, or takes with it who calls.
WITHOUT = {"fdopen", "readv", "preadv", "abort"}

NOBODY, CLOSED = 2**31 - 1, 499  # a process and a descriptor that are not there
FITTING = {
    "argv": ["a"], "args": ["a"], "env": {}, "attribute": "user.a", "value": b"", "buffer": b"", "data": b"",
    "buffers": [b""], "times": [1, 2], "ns": [1, 2], "mask": [0], "groups": [0], "command": ":", "cmd": ":",
    "key": "K", "username": "nobody", "user": "nobody", "mode": 0o600, "initial": 0,
    "interval": 0, "param": 0, "pid": NOBODY,
    "pgid": NOBODY, "who": NOBODY, "filename": "f", "default": "d", "file": "missing/f", "setpgroup": 0,
    "resetids": False, "setsid": False, "file_actions": [], "setsigmask": [], "setsigdef": [], "scheduler": None,
    "effective_ids": False, "follow_symlinks": True, "topdown": True, "onerror": None, "buffering": -1, "sid": NOBODY,
    "signal": 0, "flags": os.O_NONBLOCK,
}
PATHS = {"path", "src", "dst", "top", "old", "new"}
DESCRIPTORS = {"fd", "fd2", "fd_low", "fd_high", "src_dir_fd", "dst_dir_fd", "dir_fd", "in_fd", "out_fd"}
OTHERWISE = {
    ("copy_file_range", "src"): CLOSED, ("copy_file_range", "dst"): CLOSED, ("splice", "src"): CLOSED,
    ("splice", "dst"): CLOSED, ("makedirs", "name"): "missing/x", ("removedirs", "name"): "missing/x",
    ("memfd_create", "name"): "m", ("lockf", "command"): 0, ("popen", "mode"): "r", ("access", "mode"): 0,
    ("putenv", "name"): "K", ("putenv", "value"): "v", ("unsetenv", "name"): "K", ("eventfd_write", "value"): 1,
}
# False is 0, and that is /dev/null, which these do not change, or the process itself.
HARMLESS = {"isatty", "fstat", "get_inheritable", "stat", "listdir", "scandir", "statvfs", "listxattr", "getxattr",
            "pathconf", "chdir", "waitpid", "wait3", "umask", "nice", "getpgid", "getsid"}
SIZES = {"length", "size", "count", "n"}


def encode(value):
    """As a session takes it."""
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    if isinstance(value, dict) and list(value) == ["base64"]:
        return base64.b64decode(value["base64"])
    return value


def signature_of(name):
    if name in SIGNATURES:
        namespace = {}
        exec(f"def function{SIGNATURES[name]}: pass", namespace)
        return inspect.signature(namespace["function"])
    return inspect.signature(getattr(os, name))


def fitting(name, parameter):
    if (name, parameter) in OTHERWISE:
        return OTHERWISE[name, parameter]
    if parameter in DESCRIPTORS:
        return CLOSED
    return "missing/x" if parameter in PATHS else FITTING.get(parameter, 0)


def is_harmless(name, parameter, value):
    """Whether a call may be made with that, should it be accepted."""
    if value is False:
        return name in HARMLESS or parameter in ("mode", "status", "policy", "flags", "exist_ok", "dir_fd")
    if parameter in SIZES and isinstance(value, int):
        return not 2**30 < value < 2**63 - 1
    return not (name == "mkfifo" and value in ("text", b"x"))


def calls_of_words(name, plain):
    """Of one that takes words, and maybe an environment behind them."""
    words = list(plain.values()) + (["a", {}] if name.endswith("e") else ["a"])
    for place in range(len(words)):
        for value in WRONG + (ITEMS if isinstance(words[place], dict) else []):
            yield "", words[:place] + [encode(value)] + words[place + 1:]


def places_of(name):
    """The names of what may be given by position, and those of them that must be given."""
    parameters = signature_of(name).parameters.values()
    places = [item for item in parameters if item.kind in (item.POSITIONAL_ONLY, item.POSITIONAL_OR_KEYWORD)]
    return [item.name for item in places], [item.name for item in places if item.default is item.empty]


def fitting_of(name):
    return {place: encode(fitting(name, place)) for place in places_of(name)[1]}


def calls_of(name):
    """Each call: the parameter that is replaced, or "", and all by position or by name."""
    parameters = signature_of(name).parameters.values()
    places, plain = places_of(name)[0], fitting_of(name)
    yield "", {"nosuch": 1}
    for count in range(len(plain)):
        yield "", list(plain.values())[:count]
        yield "", dict(list(plain.items())[count + 1:])
    if any(item.kind == item.VAR_POSITIONAL for item in parameters):
        yield from calls_of_words(name, plain)
        return
    for more in 1, 5:
        yield "", [encode(fitting(name, place)) for place in places] + [0] * more
    yield "nosuch", {**plain, "nosuch": 1}
    yield "", {**plain, "nosuch": 1, "other": 2}
    for item in [item.name for item in parameters]:
        for value in WRONG + (ITEMS if isinstance(fitting(name, item), (list, dict)) else []):
            if is_harmless(name, item, value):
                yield item, {**plain, item: encode(value)}


def as_python(name, parameter, value):
    """What a session takes for it, where JSON cannot say what Python wants."""
    if parameter in ("times", "ns", "scheduler") and isinstance(value, list):
        return tuple(value)
    if name.startswith("sched_set") and parameter == "param" and isinstance(value, int):
        return os.sched_param(value)
    return value


def call(name, params):
    params = decode(params) if isinstance(params, list) else {key: decode(value) for key, value in params.items()}
    if isinstance(params, list):
        result = getattr(os, name)(*params)
    else:
        positional = []
        for parameter in signature_of(name).parameters.values():
            if parameter.kind == parameter.POSITIONAL_ONLY and parameter.name in params:
                positional.append(as_python(name, parameter.name, params.pop(parameter.name)))
        result = getattr(os, name)(*positional, **{key: as_python(name, key, value) for key, value in params.items()})
    if isinstance(result, types.GeneratorType):
        list(result)


def outcome(name, params):
    try:
        call(name, params)
    except (OSError, MemoryError):
        return "accepted"
    except Exception as error:
        return f"{type(error).__name__}: {json.dumps(str(error))[1:-1]}"
    return "accepted"


def spell(value):
    return json.dumps(value, separators=(",", ":"))


def lines_of(name):
    yield " ".join([name] + [f"{spell(place)}:{spell(value)}" for place, value in fitting_of(name).items()])
    for replaced, params in calls_of(name):
        shown = f"{replaced} {spell(params[replaced])}" if replaced else spell(params)
        yield f" {shown}\t{outcome(name, params)}"


def answer(name):
    """All calls of a function, in a process of their own."""
    sys.stdout.flush()
    if os.fork() != 0:
        return os.wait()
    os.chdir(tempfile.mkdtemp(dir=os.environ.get("BATS_TEST_TMPDIR")))
    os.dup2(os.open("/dev/null", os.O_RDWR), 0)
    os.dup2(0, 2)
    sys.stdout.write("\n".join(lines_of(name)) + "\n")
    sys.stdout.flush()
    os._exit(0)


for name in sorted(os.__all__):
    if isinstance(getattr(os, name), (types.FunctionType, types.BuiltinFunctionType)) and name not in WITHOUT:
        answer(name)
