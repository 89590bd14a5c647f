# What the tests of path share; load it after helper.
# shellcheck disable=SC2154  # run sets status and stderr

# The oracle is CPython 3.13.0 itself: realpath and expandvars do other things in its later corrections.
setup_file() {
    if ! python313 || [ "$("$ORACLE" -c 'import platform; print(platform.python_version())')" != 3.13.0 ]; then
        ORACLE=
    fi
    export ORACLE
}

# as_python TEXT FUNCTION OPERAND...: CPython, where there is one, answers the same.
as_python() {
    local text=$1
    shift
    [ -n "$ORACLE" ] || return 0
    run "$ORACLE" "$TESTS/path/ask.py" "$@"
    is "$text"
}

# answers TEXT FUNCTION OPERAND...: the repr that pyos path FUNCTION prints, with the exit code for it.
answers() {
    local text=$1 code=0
    shift
    [ "$text" != False ] || code=1
    gives "$code" "$text" pyos path "$@" && as_python "$text" "$@"
}

# raises CODE TEXT FUNCTION OPERAND...: the error that it reports.
raises() {
    local code=$1 text=$2
    shift 2
    fails "$code" "pyos path $1: $text" pyos path "$@" && as_python "$text" "$@"
}

# lock: $locked/dir is a directory with a file and a link in it that `denied FUNCTION OPERAND...` may not search: it runs
# as nobody where the tests run as root.
lock() {
    locked=$(realpath "$(mktemp -d)")
    mkdir "$locked/dir"
    echo 1 >"$locked/dir/file"
    ln -s / "$locked/dir/link"
    cp "$PYOS" "$locked/pyos"
    chmod 711 "$locked"
    chmod 000 "$locked/dir"
}

denied() {
    "$TOOLS/unprivileged" "$locked/pyos" path "$@"
}

teardown() {
    [ -z "${locked:-}" ] || { chmod 700 "$locked/dir" && rm -r "$locked"; }
}

# tree: one of each kind, for what asks files.
tree() {
    mkdir dir
    printf 'hello' >file
    touch -d @1700000000.5 file
    ln -s file link
    ln -s dir dirlink
    ln -s nowhere dangling
    ln -s loop loop
    mkfifo fifo
}
