# What argv cannot carry, and more: wrong types, NUL, numbers beyond 64 bits, counts and names, of every function.
load ../helper
load session
load wrong

@test "wrong calls are refused as CPython refuses them, but for what is listed" {
    expand <"$TESTS/session/wrong.txt" | standing >cpython
    [ "$(wc -l <cpython)" -gt 4000 ]
    answer <cpython >ours
    grep -v -e '^#' -e '^$' "$TESTS/session/differences.txt" | standing | sort >listed
    diff <(comm -13 <(sort cpython) <(sort ours)) listed
}

@test "wrong calls are recorded as CPython answers them" {
    python313 || skip "needs CPython 3.13"
    "$ORACLE" "$TESTS/session/wrong.py" | diff "$TESTS/session/wrong.txt" -
}

@test "a command line is told the same, and what is given by name and by position" {
    told() {
        local text=$1
        shift
        run --separate-stderr pyos "$@"
        says "pyos $1: $text"
    }
    told "TypeError: argument for mkdir() given by name ('path') and position (1)" mkdir a --path=b
    told "TypeError: makedirs() got multiple values for argument 'name'" makedirs a --name=b
    told "TypeError: execv expected 2 arguments, got 0" execv
    told "TypeError: get_terminal_size expected at most 1 argument, got 2" get_terminal_size 1 2
    told "OverflowError: byte string is too large" read 0 9223372036854775807
    told "OverflowError: int too big to convert" eventfd_write 0 99999999999999999999
    told "OverflowError: Python int too large to convert to C unsigned long" eventfd 99999999999999999999
    told "OverflowError: signed integer is greater than maximum" waitpid 1 2147483648
    [ ! -e a ]
}
