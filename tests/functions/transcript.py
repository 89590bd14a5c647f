"""A transcript (transcript.bash) on standard input; on standard output the same calls with CPython's answers."""
import inspect
import os
import shlex
import stat
import subprocess
import sys
import tempfile

# What has no signature that can be inspected.
POSITIONAL = {"chmod": ["path", "mode"], "utime": ["path", "times"], "get_terminal_size": ["fd"]}
INTS = set("mode fd dir_fd src_dir_fd dst_dir_fd uid gid length device major minor fd2 fd_low fd_high flags position "
           "whence offset count offset_src offset_dst out_fd in_fd command advice pgid "
           "clockid initval value oflag which who priority code mask pid pgrp group ruid euid suid rgid egid sgid "
           "nstype".split())
BOOLS = set("follow_symlinks effective_ids exist_ok target_is_directory topdown inheritable blocking".split())


def split(line):
    if "$'" not in line:
        return shlex.split(line)
    words = subprocess.run(["bash", "-c", f"printf '%s\\0' {line}"], stdout=subprocess.PIPE).stdout
    return os.fsdecode(words).split("\0")[:-1]


def number(word):
    if word[:1].isalpha():
        value = 0
        for name in word.split("|"):
            value |= getattr(os, name, None) if hasattr(os, name) else getattr(stat, name)
        return value
    return int(word, 8) if word[:1] == "0" and word.isdigit() else int(word, 0)


def convert(function, name, word):
    if function in ("putenv", "unsetenv", "getenv"):
        return word
    if name in INTS or name in ("src", "dst") and word.isdigit():
        return number(word)
    if name in BOOLS:
        return {"True": True, "False": False}[word]
    if name in ("initial", "interval"):
        return float(word) if set(word) & set(".en") else int(word)
    if name in ("data", "buffer"):
        return os.fsencode(word)
    if name == "times":
        return tuple(float(time) if set(time) & set(".en") else int(time) for time in word.split(","))
    if name == "ns":
        return tuple(int(time) for time in word.split(","))
    if name == "name" and word[:1].isdigit() or word[:2] == "-1":
        return int(word)
    return word


def call_vector(function, words):
    """readv and its kin: sizes become buffers, whose contents are the answer; data is one buffer, or several."""
    fd, data, *numbers = words
    if function in ("writev", "pwritev"):
        data, numbers = ([os.fsencode(data)], numbers) if function == "pwritev" else (words[1:], [])
        return getattr(os, function)(number(fd), [os.fsencode(item) for item in data], *map(number, numbers))
    buffers = [bytearray(int(size)) for size in data.split(",") if data]
    left = getattr(os, function)(number(fd), buffers, *map(number, numbers))
    answer = []
    for buffer in buffers:
        answer.append(bytes(buffer[:left]))
        left -= len(answer[-1])
    return answer


def call(function, words):
    if function in ("readv", "preadv", "writev", "pwritev"):
        return call_vector(function, words)
    if function == "putenv": # whose value is a text
        return os.putenv(*words)
    places = POSITIONAL.get(function) or list(inspect.signature(getattr(os, function)).parameters)
    arguments, keywords, ended = [], {}, False
    for word in words:
        if word == "--" and not ended:
            ended = True
        elif word == "-P" and not ended:
            keywords["follow_symlinks"] = False
        elif word.startswith("--fd=") and not ended:
            arguments.append(int(word[5:]))
        elif word.startswith("--") and not ended:
            name, _, value = word[2:].replace("-", "_", word.partition("=")[0].count("-") - 2).partition("=")
            if name.startswith("no_"):
                name, value = name[3:], "False"
            keywords[name] = convert(function, name, value or "True")
        elif len(arguments) < len(places):
            arguments.append(convert(function, places[len(arguments)], word))
        else:
            arguments.append(word)
    return getattr(os, function)(*arguments, **keywords)


def listed(result):
    if isinstance(result, os.stat_result | os.statvfs_result):
        return repr(result)
    return repr(list(result)) if inspect.isgenerator(result) else repr(result)


os.environ["LC_ALL"] = "C.UTF-8"
os.umask(0o022)
for line in sys.stdin:
    line = line.rstrip("\n")
    if line[:2] not in ("# ", "@ ", "$ "):
        continue
    print(line, flush=True)
    if line.startswith("# "):
        os.chdir(tempfile.mkdtemp(dir=os.environ["BATS_TEST_TMPDIR"]))
    elif line.startswith("@ "):
        target, path, *write = line[2:].split()
        fd = os.open(path, os.O_RDWR if write else os.O_RDONLY)
        os.dup2(fd, int(target))
        os.close(fd)
    elif line.startswith("$ ! "):
        subprocess.run(["bash", "-c", line[4:]], stderr=subprocess.STDOUT, close_fds=False)
    else:
        function, *words = split(line[2:])
        try:
            result = call(function, words)
            if result is not None:
                print(listed(result))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
