# WIFEXITED, WTERMSIG and their kin, and os.waitstatus_to_exitcode: names of their own.
load ../helper
load ../cli/cli

# answers STATUS...: a line each of what every function says of it
answers() {
    local name status
    for status; do
        for name in WCOREDUMP WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WSTOPSIG WTERMSIG \
            waitstatus_to_exitcode; do
            echo "$name $status $(pyos "$name" "$status" 2>&1 | sed "s/^pyos $name: //")"
        done
    done
}

@test "each function on statuses of every kind" {
    statuses="0 1 9 15 32 64 126 127 128 129 137 139 255 256 512 767 4991 5247 32512 32639 65280 65407 65535 65536
        65537 65663 65664 131071 2147483647 -1 -2 -127 -128 -129 -255 -256 -2147483648"
    # shellcheck disable=SC2086
    answers $statuses >answers
    if python313; then
        # shellcheck disable=SC2086
        diff <("$ORACLE" "$SRC/tests/parity/waits.py" functions $statuses) answers
    fi
    [ "$(sha256sum <answers)" = "250bdb407e7cb21b30625d0a724d64642a4ee1e06b94fae4bbf2d6317be56341  -" ]
}

@test "a predicate is its exit code, and prints it" {
    gives 0 True pyos WIFEXITED 0
    gives 1 False pyos WIFEXITED 9
    gives 0 True pyos WIFSIGNALED 9
    gives 1 False pyos WIFSIGNALED 0
    gives 0 True pyos WIFSTOPPED 4991
    gives 1 False pyos WIFSTOPPED 0
    gives 0 True pyos WIFCONTINUED 65535
    gives 1 False pyos WIFCONTINUED 0
    gives 0 True pyos WCOREDUMP 139
    gives 1 False pyos WCOREDUMP 11
}

@test "a number is printed, and is success whatever it is" {
    gives 0 0 pyos WEXITSTATUS 0
    gives 0 7 pyos WEXITSTATUS 1792
    gives 0 9 pyos WTERMSIG 9
    gives 0 19 pyos WSTOPSIG 4991
    gives 0 -9 pyos waitstatus_to_exitcode 9
}

@test "a predicate in a script" {
    sh -c 'if pyos WIFSIGNALED 9 >signaled; then pyos WTERMSIG 9 >>signaled; fi'
    [ "$(cat signaled)" = $'True\n9' ]
}

@test "the forms: JSON, an array, integers as strings, NUL" {
    gives 0 true pyos WIFEXITED -J 0
    gives 1 false pyos WIFEXITED -J 9
    gives 0 '[9]' pyos WTERMSIG --json=array 9
    gives 0 '"9"' pyos WTERMSIG -J --json-ints=string 9
    gives 0 9 pyos WTERMSIG -r 9
    pyos WTERMSIG -0 9 | cmp - <(printf '9\0')
}

@test "the ValueErrors of waitstatus_to_exitcode" {
    fails 65 "pyos waitstatus_to_exitcode: ValueError: process stopped by delivery of signal 19" \
        pyos waitstatus_to_exitcode 4991
    fails 65 "pyos waitstatus_to_exitcode: ValueError: invalid wait status: 65535" pyos waitstatus_to_exitcode 65535
    fails 65 "$(message ValueError '"waitstatus_to_exitcode"' 'invalid wait status: -1')" \
        pyos waitstatus_to_exitcode -J -1
}

@test "a status that is no int of C is an OverflowError, or is none at all" {
    fails 65 "pyos WIFEXITED: OverflowError: Python int too large to convert to C int" pyos WIFEXITED 2147483648
    fails 65 "pyos WIFEXITED: OverflowError: Python int too large to convert to C int" pyos WIFEXITED -2147483649
    fails 65 "pyos WIFEXITED: ValueError: invalid literal for int() with base 0: '1.0'" pyos WIFEXITED 1.0
    fails 65 "pyos WIFEXITED: ValueError: invalid literal for int() with base 0: ''" pyos WIFEXITED ''
}

@test "a failed predicate is neither True nor False" {
    run --separate-stderr pyos WIFEXITED nope
    [ "$status" -ne 0 ]
    [ "$status" -ne 1 ]
    is ''
}

@test "too few and too many operands are worded as the oracle words them" {
    for name in WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WSTOPSIG WTERMSIG waitstatus_to_exitcode; do
        fails 64 "pyos $name: TypeError: $name() missing required argument 'status' (pos 1)" pyos "$name"
        fails 64 "pyos $name: TypeError: $name() takes at most 1 argument (2 given)" pyos "$name" 1 2
    done
    fails 64 "pyos WCOREDUMP: TypeError: posix.WCOREDUMP() takes exactly one argument (0 given)" pyos WCOREDUMP
    fails 64 "pyos WCOREDUMP: TypeError: posix.WCOREDUMP() takes exactly one argument (2 given)" pyos WCOREDUMP 1 2
    python313 || return 0
    for name in WCOREDUMP WEXITSTATUS waitstatus_to_exitcode; do
        for operands in '' '1 2'; do
            words=$("$ORACLE" -c "import os
try: os.$name(${operands/ /,})
except TypeError as error: print(error)")
            # shellcheck disable=SC2086
            fails 64 "pyos $name: TypeError: $words" pyos "$name" $operands
        done
    done
}
