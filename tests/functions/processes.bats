# What tutorials of os show of processes, as a shell has it: start one, wait for it, read it, join two by a pipe.
load ../helper
load ../session/session

@test "fork, exec, wait: a session starts children and waits for whichever ends first" {
    mkfifo gate
    pyos session >answers <<'END'
{"jsonrpc":"2.0","id":1,"method":"spawnlp","params":["P_NOWAIT","sh","sh","-c","read line <gate; exit 1"]}
{"jsonrpc":"2.0","id":2,"method":"spawnlp","params":["P_NOWAIT","sh","sh","-c","exit 2"]}
{"jsonrpc":"2.0","id":3,"method":"wait"}
{"jsonrpc":"2.0","id":4,"method":"system","params":["echo >gate"]}
{"jsonrpc":"2.0","id":5,"method":"wait"}
{"jsonrpc":"2.0","id":6,"method":"wait"}
END
    mapfile -t answers <answers
    pid() { local text=${1##*'"result":'}; echo "${text%'}'}"; }
    [ "${answers[2]}" = "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":[$(pid "${answers[1]}"),512]}" ]
    [ "${answers[4]}" = "{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":[$(pid "${answers[0]}"),256]}" ]
    [[ "${answers[5]}" == *'"type":"ChildProcessError"'* ]]
}

@test "waitpid: the parent that a program has become waits for its child" {
    # shellcheck disable=SC2016
    run -0 sh -c 'exec pyos spawnlp --exec -- P_NOWAIT sh sh -c "exit 1" -- \
        sh -c "exec pyos -r waitpid \$PYOS_RESULT 0"'
    [[ "$output" == *$'\t256' ]]
}

@test "kill: a child is told to end, and its parent sees the signal" {
    # shellcheck disable=SC2016
    run -0 sh -c 'exec pyos spawnlp --exec -- P_NOWAIT sleep sleep 60 -- \
        sh -c "exec pyos kill \$PYOS_RESULT SIGTERM --exec pyos -r waitpid -- -1 0"'
    [[ "$output" == *$'\t15' ]]
}

@test "exec replaces the process, and passes over the name in argv[0]" {
    prints bar pyos execv /bin/echo foo bar
}

@test "popen reads a command, popen with w feeds one, popen3 keeps errors apart" {
    prints "'to stdout\\n'" pyos popen 'echo "to stdout"'
    run -0 pyos popen 'cat -' w <<<'to stdin'
    is 'to stdin'
    run -0 pyos popen3 'cat -; echo "to stderr" >&2' <<<'through stdin'
    is "popen3_result(stdout='through stdin\\n', stderr='to stderr\\n', status=0)"
    run -0 pyos popen4 'cat -; echo "to stderr" >&2' <<<'through stdin'
    is "popen4_result(stdout='through stdin\\nto stderr\\n', status=0)"
}
