# For the tests of spawn.

INSIDE=$TOOLS/inside

# A leak check clones a thread, which a filter on clone forbids.
export ASAN_OPTIONS=detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}

# Which ways there are to start a child: each a prefix of a command.
by_clone=()
by_fork=("$TOOLS/block" clone:0x100=EPERM --)     # no CLONE_VM
no_pidfd=("$TOOLS/block" clone:0x1000=EINVAL --)  # no CLONE_PIDFD

# script NAME <TEXT: an executable file of that text.
script() {
    cat >"$1"
    chmod +x "$1"
}

# gone PID: waits until no such process is left.
gone() {
    local tries=500
    while kill -0 "$1" 2>/dev/null; do
        ((tries-- > 0)) || { echo "$1 still runs"; return 1; }
        sleep 0.02
    done
}

# exits CODE COMMAND ARG...: `run` of a command that must exit so, its standard error apart.
exits() {
    run "-$1" --separate-stderr "${@:2}"
}
