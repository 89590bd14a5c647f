# Programs in children: spawnl and its kin, system; and what cannot be: fork, forkpty, register_at_fork.
load ../helper
load ../cli/cli
load ../session/session

@test "with P_WAIT the result is the exit code, or the signal below zero" {
    prints 3 pyos spawnv P_WAIT /bin/sh sh -c 'exit 3'
    prints 0 pyos spawnl P_WAIT /bin/sh sh -c 'exit 0'
    prints -9 pyos spawnlp P_WAIT sh sh -c 'kill -KILL $$'
    prints 5 pyos spawnvp 0 sh sh -c 'exit 5'
}

@test "any other mode than P_NOWAIT waits, as in CPython" {
    prints 3 pyos spawnv 7 /bin/sh sh -c 'exit 3'
}

@test "the program has standard output, before the result" {
    prints $'called\n0' pyos spawnv P_WAIT /bin/sh called -c 'echo $0'
}

@test "with P_NOWAIT the result is the pid of a child" {
    # shellcheck disable=SC2016
    run -0 pyos spawnv P_NOWAIT /bin/sh sh -c 'exec >/dev/null 2>&1; sleep 60'
    kill "$output"
}

@test "under --exec the program that follows waits for the child" {
    # shellcheck disable=SC2016
    prints 768 pyos spawnv --exec -- P_NOWAIT /bin/sh sh -c 'exit 3' -- \
        sh -c 'exec pyos waitpid $PYOS_RESULT 0 --exec sh -c "echo \${PYOS_RESULT#*,} | tr -d ]"'
}

@test "a program that is not there is exit code 127" {
    prints 127 pyos spawnv P_WAIT nope x
    prints 127 pyos spawnvp P_WAIT nope x
    touch plain
    prints 127 pyos spawnve P_WAIT plain x
}

@test "--env makes the environment, in whose PATH the program is looked for" {
    mkdir bin
    # shellcheck disable=SC2016
    printf '#!/bin/sh\nexit $CODE\n' >bin/mine
    chmod +x bin/mine
    prints 3 pyos spawnvpe --env CODE=3 --env PATH="$PWD/bin" P_WAIT mine mine
    prints 4 pyos spawnlpe --env CODE=4 --env PATH="$PWD/bin" P_WAIT mine mine
    prints 5 pyos spawnle --env CODE=5 P_WAIT bin/mine mine
    prints 6 pyos spawnve --env CODE=6 P_WAIT bin/mine mine
    prints 127 pyos spawnvpe --env PATH=/nowhere P_WAIT mine mine
}

@test "a program needs a name for itself" {
    for call in spawnl spawnv spawnlp spawnvp spawnle spawnve spawnlpe spawnvpe; do
        fails 65 "pyos $call: ValueError: argv first element cannot be empty" pyos $call 0 /bin/true
        fails 65 "pyos $call: ValueError: argv first element cannot be empty" pyos $call 0 /bin/true ''
    done
}

@test "in a session children stay until they are waited for" {
    ask '{"jsonrpc":"2.0","id":1,"method":"spawnv","params":[1,"/bin/sh",["sh","-c","exit 3"]]}' \
        '{"jsonrpc":"2.0","id":2,"method":"wait"}' \
        '{"jsonrpc":"2.0","id":3,"method":"spawnle","params":[0,"/bin/sh","sh","-c","exit $A",{"A":"4"}]}' \
        '{"jsonrpc":"2.0","id":4,"method":"spawnv","params":["P_NOWAIT","nope",["x"]]}' \
        '{"jsonrpc":"2.0","id":5,"method":"waitpid","params":[-1,0]}'
    [[ "${lines[0]}" =~ '"result":'([0-9]+) ]]
    [ "${lines[1]}" = "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":[${BASH_REMATCH[1]},768]}" ]
    [ "${lines[2]}" = '{"jsonrpc":"2.0","id":3,"result":4}' ]
    [[ "${lines[3]}" =~ '"result":'([0-9]+) ]]
    [ "${lines[4]}" = "{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":[${BASH_REMATCH[1]},32512]}" ]
}

@test "in a session arguments that are no list are refused in Python's words" {
    call spawnv '[0,"nope","x"]'
    raises TypeError 'argv must be a tuple or a list'
}

@test "system runs a shell and gives its wait status" {
    prints $'hello\n0' pyos system 'echo hello'
    prints 768 pyos system 'exit 3'
    prints 9 pyos system 'kill -KILL $$'
    prints 32512 pyos system 'exec 2>/dev/null; no-such-command'
}

@test "the shell of system has the signals that pyos was given" {
    prints 2 pyos system 'kill -INT $$; exit 1'
    # shellcheck disable=SC2016
    prints 256 bash -c 'trap "" INT; exec pyos system "kill -INT \$\$; exit 1"'
}

@test "system does not die of the SIGINT that its command dies of" {
    # shellcheck disable=SC2016
    prints 2 pyos system 'kill -INT $PPID $$'
}

@test "system wants one command" {
    fails 64 "pyos system: TypeError: system() missing required argument 'command' (pos 1)" pyos system
}

@test "fork and forkpty are not implemented, in a session either" {
    for call in fork forkpty; do
        fails 69 "pyos $call: NotImplementedError: $call() needs a program that goes on in both processes; spawnv and \
posix_spawn start another one" pyos $call
        call $call '[]'
        [[ "$output" == *'"type":"NotImplementedError"'* ]]
    done
}

@test "register_at_fork wants callables, which only a program has" {
    fails 65 'pyos register_at_fork: TypeError: At least one argument is required.' pyos register_at_fork
    fails 69 "pyos register_at_fork: NotImplementedError: argument 'before' takes a callable, which only a program has" \
        pyos register_at_fork --before=x
    call register_at_fork '{"before":"x"}'
    raises TypeError "'before' must be callable, not str"
}
