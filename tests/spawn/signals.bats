# spawn: signals that are meant for the command reach it, once, and the terminal works as without pyos.
load ../helper
load spawn

# heard: starts a command in the background, and waits until its `catch` is ready: its pids are $pyos and $child.
heard() {
    rm -f said
    mkfifo said
    exec 8<>said
    "$@" >&8 2>&1 &
    pyos=$!
    read -r _ child <&8
}

# What catch says of each signal.
catch=("$TOOLS/catch" 1,2,3,10,12,13,14,15,28,30,37)

@test "signals that are sent to pyos are passed on, once" {
    for signal in 1 2 3 10 12 13 14 15 28 30 37; do
        heard pyos spawn "${catch[@]}"
        kill -"$signal" "$pyos"
        code=0
        wait "$pyos" || code=$?
        [ "$code" -eq 1 ]
        read -r got <&8
        [ "$got" = "got $signal" ]
    done
}

@test "they are passed on to the group that the command leads" {
    heard pyos spawn --timeout=100 -- bash -c '"$0" "$1" & wait; exit 8' "${catch[@]}"
    kill -TERM "$pyos"
    wait "$pyos" || true
    gone "$child"
    read -r got <&8
    [ "$got" = "got 15" ]
}

@test "without pidfd they are passed on too" {
    heard "${no_pidfd[@]}" "$PYOS" spawn "${catch[@]}"
    kill -USR1 "$pyos"
    code=0
    wait "$pyos" || code=$?
    [ "$code" -eq 1 ]
}

@test "signals that pyos ignores or blocks are passed on too" {
    heard "$TOOLS/begin" ignore=1 block=15 -- "$PYOS" spawn "${catch[@]}"
    kill -HUP "$pyos"
    code=0
    wait "$pyos" || code=$?
    [ "$code" -eq 1 ]
    heard "$TOOLS/begin" ignore=1 block=15 -- "$PYOS" spawn "${catch[@]}"
    kill -TERM "$pyos"
    code=0
    wait "$pyos" || code=$?
    [ "$code" -eq 1 ]
}

@test "--propagate-signal dies by the same signal, and leaves no core dump of its own" {
    ulimit -c unlimited 2>/dev/null || true
    for signal in TERM KILL USR1 SEGV RTMIN; do
        # the parent of the one that dies can tell it from an exit code
        run "$PYOS" spawn -f signal,coredump --report=report -- \
            "$PYOS" spawn --propagate-signal -- bash -c "ulimit -c 0; kill -$signal \$\$"
        [ "$status" -eq $((128 + $(kill -l "$signal"))) ]
        [ "$(cat report)" = "SIG$signal"$'\tFalse' ]
    done
}

@test "--propagate-signal dies of a signal that pyos ignores or blocks" {
    run "$TOOLS/begin" ignore=12 block=10 -- "$PYOS" spawn -f signal --report=report -- \
        "$PYOS" spawn --propagate-signal --setsigmask= --setsigdef=USR1,USR2 -- bash -c 'kill -USR1 $$'
    [ "$(cat report)" = SIGUSR1 ]
    run "$TOOLS/begin" ignore=12 block=10 -- "$PYOS" spawn -f signal --report=report -- \
        "$PYOS" spawn --propagate-signal --setsigmask= --setsigdef=USR1,USR2 -- bash -c 'kill -USR2 $$'
    [ "$(cat report)" = SIGUSR2 ]
}

@test "--propagate-signal has written its report before" {
    exits 143 pyos spawn --propagate-signal --capture -f stdout,signal -- sh -c 'echo out; kill -TERM $$'
    is $'out\n\tSIGTERM'
    exits 5 pyos spawn --propagate-signal -- sh -c 'exit 5'
}

@test "a timeout is 124, though --propagate-signal was asked for" {
    exits 124 pyos spawn --propagate-signal --timeout=50ms sleep 1000
}

@test "SIGCHLD that is ignored loses no status" {
    exits 7 "$TOOLS/begin" ignore=17 -- "$PYOS" spawn -- sh -c 'exit 7'
    exits 7 "${no_pidfd[@]}" "$TOOLS/begin" ignore=17 block=17 -- "$PYOS" spawn -- sh -c 'exit 7'
}

@test "Ctrl-C on a terminal reaches the command once" {
    for option in --timeout=0 --timeout=100 --foreground; do
        exits 1 "$TOOLS/terminal" ready ^C -- "$TOOLS/begin" ignore= -- "$PYOS" spawn "$option" "${catch[@]}"
        [[ "$output" == *'got 2'* ]]
    done
}

@test "Ctrl-C on a terminal ends the command, and pyos as it does" {
    for option in --timeout=0 --timeout=100 --foreground --propagate-signal; do
        exits 130 "$TOOLS/terminal" ready ^C -- "$TOOLS/begin" ignore= -- "$PYOS" spawn "$option" -- \
            sh -c 'echo ready; exec sleep 1000'
    done
}

@test "Ctrl-Z on a terminal stops the command and pyos, and both go on" {
    for option in --timeout=0 --timeout=100; do
        run "$TOOLS/terminal" ready ^Z '[stopped]' fg -- \
            "$TOOLS/begin" ignore= -- "$PYOS" spawn "$option" "$TOOLS/catch" 18
        # where the group is pyos's too, the shell and pyos both say it
        [[ "$status" -eq 1 || "$status" -eq 2 ]]
        [[ "$output" == *'[stopped]'*'got 18'* ]]
    done
}

@test "a command reads from a terminal, with a timeout too when it is in the foreground" {
    for option in --timeout=0 --foreground; do
        exits 0 "$TOOLS/terminal" ready x^M -- "$PYOS" spawn --timeout=100 "$option" -- \
            sh -c 'echo ready; read -r x; echo "x=$x"'
        [[ "$output" == *x=x* ]]
    done
}

@test "a command that may not read from the terminal is ended by its timeout" {
    exits 124 "$TOOLS/terminal" -- "$PYOS" spawn --timeout=200ms -- sh -c 'read -r x'
}

@test "Ctrl-C ends a command whose input is waited for" {
    mkfifo never
    exits 130 "$TOOLS/terminal" ready ^C -- \
        "$TOOLS/begin" ignore= -- sh -c "echo ready; exec '$PYOS' spawn --stdin=never cat"
}
