# --exec: a function, and then a program in its place.
load ../helper
load cli

# A program that prints the result it was handed.
# shellcheck disable=SC2016  # the shell that runs it expands it
show='printf %s "${PYOS_RESULT-none}"'

@test "the program finds the result as JSON in its environment, and nothing is printed" {
    prints 9 pyos WTERMSIG 9 --exec sh -c "$show"
    prints true pyos WIFEXITED 0 --exec sh -c "$show"
    prints '{"sched_priority":0}' pyos sched_getparam 0 --exec sh -c "$show"
}

@test "bytes are handed over as JSON has them" {
    run -0 pyos getrandom 3 --exec sh -c "$show"
    [[ "$output" =~ ^'{"base64":"'[A-Za-z0-9+/]{4}'"}'$ ]]
}

@test "the forms of JSON hold, whatever the form of the output" {
    prints '"9"' pyos --json-ints=string WTERMSIG 9 --exec sh -c "$show"
    prints 9 pyos --raw WTERMSIG 9 --exec sh -c "$show"
}

@test "where the result is None the variable is absent, though the shell had one" {
    export PYOS_RESULT=old
    prints none pyos sched_yield --exec sh -c "$show"
}

@test "a result takes the place of an older one" {
    export PYOS_RESULT=old
    prints 9 pyos WTERMSIG 9 --exec sh -c "$show; env | grep -c ^PYOS_RESULT= | tr -d '1\\n'"
}

@test "the program has what the call has changed in the process" {
    cpu=$(pyos -r sched_getaffinity 0 | head -n 1)
    prints "{$cpu}" pyos sched_setaffinity 0 "$cpu" --exec pyos sched_getaffinity 0
}

@test "the process is the program: its pid and its exit code are the call's" {
    # shellcheck disable=SC2016
    gives 3 same sh -c 'exec pyos WTERMSIG 9 --exec sh -c "[ \$\$ = $$ ] && echo same; exit 3"'
}

@test "words behind --exec belong to the program, options and a second --exec too" {
    prints '-J --exec --help' pyos WTERMSIG 9 --exec echo -J --exec --help
}

@test "a call that fails runs no program" {
    fails 65 'pyos waitstatus_to_exitcode: ValueError: invalid wait status: 65535' \
        pyos waitstatus_to_exitcode 65535 --exec echo ran
    fails 64 "pyos WTERMSIG: TypeError: WTERMSIG() missing required argument 'status' (pos 1)" \
        pyos WTERMSIG --exec echo ran
}

@test "a predicate that is False is no success: exit code 1, no program, nothing printed" {
    gives 1 '' pyos WIFEXITED 9 --exec echo ran
}

@test "a program that is not there is 127, one that cannot be executed 126" {
    run -127 --separate-stderr pyos WTERMSIG 9 --exec no-such-program
    is '' && says "pyos WTERMSIG: FileNotFoundError: [Errno 2] No such file or directory: 'no-such-program'"
    touch plain
    fails 126 "pyos WTERMSIG: PermissionError: [Errno 13] Permission denied: './plain'" \
        pyos WTERMSIG 9 --exec ./plain
}

@test "with --json, why there is no program is told in JSON" {
    run -127 --separate-stderr pyos -J WTERMSIG 9 --exec no-such-program
    is ''
    [[ "$stderr" == '{"error":{"type":"FileNotFoundError","errno":2,'*'"applet":"WTERMSIG"'*'}}' ]]
}

needs_command="TypeError: --exec needs a command: FUNCTION ARG... --exec COMMAND..., or \
FUNCTION --exec -- ARG... -- COMMAND..."

@test "--exec without a program is a mistake, and nothing is called" {
    fails 64 "pyos WTERMSIG: $needs_command" pyos WTERMSIG 9 --exec
    fails 64 "pyos WTERMSIG: $needs_command" pyos WTERMSIG --exec -- 9
    fails 64 "pyos WTERMSIG: $needs_command" pyos WTERMSIG --exec -- 9 --
}

@test "operands from strangers stand between dashes: they are neither options nor an --exec" {
    mkdir -p -- --exec -J
    fails 71 "pyos getxattr: OSError: [Errno 61] No data available: '--exec'" \
        pyos getxattr --exec -- --exec user.none -- echo ran
    fails 71 "pyos getxattr: OSError: [Errno 61] No data available: '-J'" \
        pyos getxattr --exec -- -J user.none -- echo ran
    prints 9 pyos WTERMSIG --exec -- 9 -- sh -c "$show"
}

@test "what stands before such operands may be options" {
    prints '"9"' pyos WTERMSIG --json-ints=string --exec -- 9 -- sh -c "$show"
}

@test "a stranger's -- runs nothing of his" {
    fails 64 "pyos WTERMSIG: $needs_command" pyos WTERMSIG --exec -- -- -- echo ran
}

@test "an applet has no --exec" {
    fails 64 "pyos path join: TypeError: path join() got an unexpected keyword argument 'exec'" \
        pyos path join a --exec echo
}

@test "the help of each function tells of it" {
    run -0 pyos WTERMSIG --help
    [[ "$output" == *'With --exec COMMAND [ARG...]'* ]]
}
