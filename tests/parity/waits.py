"""What CPython's os says of wait statuses, as pyos says it: waits.py exitcodes|records|shell|functions [STATUS...]"""
import json
import os
import signal
import sys

FUNCTIONS = ("WCOREDUMP", "WEXITSTATUS", "WIFCONTINUED", "WIFEXITED", "WIFSIGNALED", "WIFSTOPPED", "WSTOPSIG",
             "WTERMSIG", "waitstatus_to_exitcode")
IGNORED_OR_STOPS = ("SIGCHLD", "SIGCONT", "SIGURG", "SIGWINCH", "SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU")
IN_A_SHELL = {0: ": success", 126: ": in a shell, found but not executable", 127: ": in a shell, command not found"}


def signal_name(number):
    if 34 < number < 50:
        return f"SIGRTMIN+{number - 34}"
    if 50 <= number < 64:
        return f"SIGRTMAX-{64 - number}"
    try:
        return signal.Signals(number).name
    except ValueError:
        return None


def record(status, ambiguous=False):
    exited, signaled = os.WIFEXITED(status), os.WIFSIGNALED(status)
    stopped, continued = os.WIFSTOPPED(status), os.WIFCONTINUED(status)
    if not (exited or signaled or stopped or continued):
        raise ValueError(f"invalid wait status: {status}")
    number = os.WTERMSIG(status) if signaled else os.WSTOPSIG(status) if stopped else None
    name = signal_name(number) if number is not None else None
    if exited:
        code = os.WEXITSTATUS(status)
        description = f"exited with {code}{IN_A_SHELL.get(code, '')}"
    elif continued:
        description = "continued"
    else:
        description = f"{'killed' if signaled else 'stopped'} by {name or f'signal {number}'}"
        description += ", core dumped" if signaled and os.WCOREDUMP(status) else ""
        description += f", or exited with {128 + number}" if ambiguous else ""
    return {
        "status": status,
        "exitcode": os.waitstatus_to_exitcode(status) if exited or signaled else None,
        "exited": exited,
        "exitstatus": os.WEXITSTATUS(status) if exited else None,
        "signaled": signaled,
        "termsig": os.WTERMSIG(status) if signaled else None,
        "signal": name,
        "coredump": signaled and os.WCOREDUMP(status),
        "stopped": stopped,
        "stopsig": os.WSTOPSIG(status) if stopped else None,
        "continued": continued,
        "shell": os.WEXITSTATUS(status) if exited else None if continued else 128 + number,
        "description": description,
        "ambiguous": ambiguous,
    }


def from_shell(number):
    name = signal_name(number - 128)
    killed = name is not None and name not in IGNORED_OR_STOPS
    return record(number - 128 if killed else number << 8, killed)


def show(make, number):
    try:
        print(make(number))
    except ValueError as error:
        print(f"pyos waitstatus: ValueError: {error}", file=sys.stderr)


def line(value):
    return json.dumps(value, separators=(",", ":"))


def functions(status):
    for name in FUNCTIONS:
        try:
            print(name, status, getattr(os, name)(status))
        except ValueError as error:
            print(name, status, f"ValueError: {error}")


what, numbers = sys.argv[1], [int(word) for word in sys.argv[2:]]
for number in numbers:
    if what == "exitcodes":
        show(os.waitstatus_to_exitcode, number)
    elif what == "records":
        show(lambda status: line(record(status)), number)
    elif what == "shell":
        show(lambda status: line(from_shell(status)), number)
    else:
        functions(number)
