# The examples that manuals and tutorials of os have for processes: commands, signals, children, what a program inherits.
# shellcheck disable=SC2016  # what is in quotes is for another shell
load ../helper
load ../cli/cli
load ../session/session

@test "a command is run, with what shells know: variables, patterns, redirections" {
    touch a.txt b.txt
    run -0 --separate-stderr env NAME=value pyos system 'echo $NAME *.txt; echo to stderr 1>&2'
    is $'value a.txt b.txt\n0'
    says 'to stderr'
    run -0 pyos system 'pwd -L; exit 3'
    is "$BATS_TEST_TMPDIR"$'\n768'
}

@test "a command in the background is not waited for" {
    mkfifo gate
    run -0 pyos system '(read line <gate; echo later >done) >/dev/null 2>&1 &' 3>&-
    is 0
    [ ! -e done ]
    echo >gate
    until [ -s done ]; do :; done
}

@test "a name from a stranger is no command where no shell reads it" {
    name='x; touch broken'
    touch "$name"
    run -0 pyos spawnlp P_WAIT rm rm -- "$name"
    is 0
    [ ! -e "$name" ] && [ ! -e broken ]
}

@test "a child has a handler for a signal, and its parent sends it" {
    mkfifo ready never
    cat >child <<'END'
trap 'echo "received USR1"; exit 0' USR1
echo >ready
while :; do read -r line <never; done
END
    coproc pyos session 3>&-
    exec 8<&"${COPROC[0]}" 9>&"${COPROC[1]}"
    echo '{"jsonrpc":"2.0","id":1,"method":"spawnlp","params":["P_NOWAIT","sh","sh","child"]}' >&9
    read -r started <&8
    pid=${started##*:}
    pid=${pid%'}'}
    read -r _ <ready
    echo "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"kill\",\"params\":[$pid,\"SIGUSR1\"]}" >&9
    echo "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"waitpid\",\"params\":[$pid,0]}" >&9
    read -r _ <&8
    read -r waited <&8
    [ "$waited" = "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":[$pid,0]}" ]
}

@test "several children are started, and each is waited for by its pid" {
    start() { printf '{"jsonrpc":"2.0","id":1,"method":"spawnlp","params":["P_NOWAIT","sh","sh","-c","exit %d"]}\n' "$1"; }
    coproc pyos session 3>&-
    exec 8<&"${COPROC[0]}" 9>&"${COPROC[1]}"
    for code in 1 2 3; do
        start "$code" >&9
        read -r started <&8
        pids[code]=$(sed 's/.*"result":\([0-9]*\)}/\1/' <<<"$started")
    done
    for code in 3 1 2; do
        echo "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"waitpid\",\"params\":[${pids[code]},0]}" >&9
        read -r waited <&8
        [[ "$waited" == *"\"result\":[${pids[code]},$((code * 256))]}" ]]
    done
}

@test "spawnlp and spawnvpe with the own environment do the same" {
    echo text >index.html
    prints 0 pyos spawnlp P_WAIT cp cp index.html one
    prints 0 pyos spawnvpe --env "PATH=$PATH" P_WAIT cp cp index.html two
    cmp one two
    prints 0 pyos spawnlp P_WAIT cp cp index.html /dev/null
}

@test "what a pipe's command gave back becomes an exit code" {
    status=$(pyos popen2 'echo text; exit 3' -f status)
    [ "$status" = 768 ]
    prints 3 pyos waitstatus_to_exitcode "$status"
    prints -15 pyos waitstatus_to_exitcode "$(pyos popen2 'kill -TERM $$' -f status)"
}

@test "fork is there for programs alone, and what to use instead is said" {
    run -69 --separate-stderr pyos fork
    [[ "$stderr" == 'pyos fork: NotImplementedError: '* ]]
}
