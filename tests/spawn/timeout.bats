# spawn: a timeout ends the command and all that it has started.
load ../helper
load spawn

# A command that has started something says so through a FIFO; nothing here waits for a time to pass, but for the timeout.

@test "a command that ends in time is left alone" {
    exits 3 pyos spawn --timeout=60 -- sh -c 'exit 3'
    exits 0 pyos spawn --timeout=0 true
}

@test "a command that does not is ended, and the code is 124" {
    exits 124 pyos spawn --timeout=50ms -- sleep 1000
    exits 124 pyos spawn --timeout=0.05 -f signal,timed_out --report=report -- sleep 1000
    [ "$(cat report)" = $'SIGTERM\tTrue' ]
}

@test "124 it is too when the command then exits by itself" {
    mkfifo ready
    exits 124 pyos spawn --timeout=200ms -f exitcode,signal --report=report -- \
        bash -c 'trap "exit 7" TERM; while :; do read -r -t 1000 <>ready; done'
    [ "$(cat report)" = $'7\t' ]
}

@test "--signal is what ends it" {
    exits 124 pyos spawn --timeout=50ms --signal=KILL -f signal --report=report -- sleep 1000
    [ "$(cat report)" = SIGKILL ]
    exits 124 pyos spawn --timeout=50ms --signal=10 -f signal --report=report -- sleep 1000
    [ "$(cat report)" = SIGUSR1 ]
}

@test "a command that ignores SIGTERM gets SIGKILL after --kill-after" {
    exits 124 pyos spawn --timeout=50ms --kill-after=50ms -f signal --report=report -- \
        "$TOOLS/begin" ignore=15 -- sleep 1000
    [ "$(cat report)" = SIGKILL ]
}

@test "without --kill-after it gets it after a while too" {
    run pyos spawn --help
    [[ "$output" == *"--kill-after=DURATION"*"[10s]"* ]]
}

@test "--kill-after=0 never kills" {
    mkfifo tell
    pyos spawn --timeout=50ms --kill-after=0 -- "$TOOLS/begin" ignore=15 -- sh -c 'echo $$ >tell; read x <tell; exit 5' &
    read -r child <tell
    # it has the signal by the time that its pending or ignored one could be seen; then it goes on when it wants
    run ! gone_soon "$child"
    echo >tell
    code=0
    wait $! || code=$?
    [ "$code" -eq 124 ]
}

# Whether a process ends within a tenth of a second; for what must not.
gone_soon() {
    for _ in 1 2 3 4 5; do
        kill -0 "$1" 2>/dev/null || return 0
        sleep 0.02
    done
    return 1
}

@test "a stopped command is ended too" {
    exits 124 pyos spawn --timeout=200ms -f signal --report=report -- sh -c 'kill -STOP $$'
    [ "$(cat report)" = SIGTERM ]
}

@test "a whole process group is ended" {
    mkfifo tell
    pyos spawn --timeout=200ms -- sh -c 'sleep 1000 & echo $! >tell; sleep 1001' &
    read -r grandchild <tell
    wait $! || true
    gone "$grandchild"
}

@test "what is left of the group gets SIGKILL, though the command has ended" {
    mkfifo tell
    pyos spawn --timeout=200ms --kill-after=100ms -- \
        sh -c "$TOOLS/begin ignore=15 -- sleep 1000 & echo \$! >tell; exec sleep 1001" &
    read -r grandchild <tell
    code=0
    wait $! || code=$?
    [ "$code" -eq 124 ]
    run ! kill -0 "$grandchild"
}

@test "pyos itself and its own group are not ended" {
    run bash -c 'pyos spawn --timeout=50ms sleep 1000; echo "$?"'
    is 124
}

@test "the command leads a process group with a timeout, and with --foreground does not" {
    run pyos spawn "$INSIDE" group
    is parent
    run pyos spawn --timeout=60 "$INSIDE" group
    is own
    run pyos spawn --timeout=60 --foreground "$INSIDE" group
    is parent
}

@test "--foreground ends the command alone" {
    mkfifo tell
    pyos spawn --timeout=200ms --foreground -- sh -c 'sleep 1000 & echo $! >tell; exec sleep 1001' &
    read -r grandchild <tell
    code=0
    wait $! || code=$?
    [ "$code" -eq 124 ]
    kill "$grandchild"
}

@test "a command with a session of its own is ended as a group too" {
    mkfifo tell
    pyos spawn --timeout=200ms --setsid -- sh -c 'sleep 1000 & echo $! >tell; sleep 1001' &
    read -r grandchild <tell
    wait $! || true
    gone "$grandchild"
}

@test "a command that has left its group is ended all the same" {
    exits 124 pyos spawn --timeout=200ms -f signal --report=report -- "$TOOLS/begin" group=parent -- sleep 1000
    [ "$(cat report)" = SIGTERM ]
}

@test "a process that has left the group survives a timeout without --subreaper" {
    mkfifo tell
    pyos spawn --timeout=200ms -- sh -c "$TOOLS/orphan sh -c 'echo \$\$ >tell; exec sleep 1000'; exec sleep 1001" &
    read -r orphan <tell
    code=0
    wait $! || code=$?
    [ "$code" -eq 124 ]
    kill "$orphan"
}

@test "--subreaper ends it, and the report lists it" {
    mkfifo tell
    pyos spawn --timeout=200ms --subreaper -f survivors --report=report -- \
        sh -c "$TOOLS/orphan sh -c 'echo \$\$ >tell; exec sleep 1000'; exec sleep 1001" &
    read -r orphan <tell
    code=0
    wait $! || code=$?
    [ "$code" -eq 124 ]
    run ! kill -0 "$orphan"
    [ "$(cat report)" = "[{'pid': $orphan, 'comm': 'sleep'}]" ]
}

@test "--subreaper ends what the command leaves behind when it ends by itself" {
    mkfifo tell
    exits 4 pyos spawn --subreaper -f exitcode,survivors --report=report -- \
        sh -c "$TOOLS/orphan sleep 1000; exit 4"
    [[ "$(cat report)" == $'4\t[{\'pid\': '*", 'comm': "*"}]" ]]
    exits 0 pyos spawn --subreaper -f survivors --report=report true
    [ "$(cat report)" = '[]' ]
    exits 0 pyos spawn -f survivors --report=report true
    [ "$(cat report)" = '' ]
}

@test "--subreaper kills what ignores the signal, generation after generation" {
    # each is the parent of the next, in a session of its own, and none listens
    exits 0 pyos spawn --subreaper --kill-after=50ms -f survivors --report=report -- \
        "$TOOLS/begin" ignore=15 -- "$TOOLS/orphan" sh -c "$TOOLS/orphan sleep 1000; sleep 1001"
    [ "$(grep -o "'pid'" report | wc -l)" -ge 2 ]
    for pid in $(grep -o "'pid': [0-9]*" report | cut -d' ' -f2); do
        run ! kill -0 "$pid"
    done
}

@test "--subreaper leaves children alone that pyos had before" {
    run bash -c 'sleep 1000 >/dev/null 2>&1 3>&- & echo $! >before; exec pyos spawn --subreaper -f survivors --report=report true'
    [ "$(cat report)" = '[]' ]
    kill "$(cat before)"
}

@test "a file that is waited for is waited for no longer than the timeout" {
    mkfifo never
    for way in by_clone by_fork; do
        declare -n prefix=$way
        exits 124 "${prefix[@]}" "$PYOS" spawn --timeout=100ms --stdin=never -f timed_out --report=report cat
        [ "$(cat report)" = True ]
    done
}

@test "a reader that has stopped delays no timeout" {
    mkfifo full
    exec 8<>full # never read
    for option in --tee --lines; do
        mkfifo tell
        pyos spawn --timeout=200ms "$option" -- sh -c 'echo $$ >tell; exec yes' >&8 2>&8 &
        pyos=$!
        read -r child <tell
        gone "$child"
        kill "$pyos" # it waits for its reader, and dies of what it gets meanwhile
        code=0
        wait "$pyos" || code=$?
        [ "$code" -eq 143 ]
        rm tell
    done
}

@test "a duration that is none is refused" {
    exits 125 pyos spawn --timeout=1x true
    says "pyos spawn: ValueError: invalid duration: '1x' (such as 10, 1.5, 500ms, 10s, 2m)"
    exits 125 pyos spawn --timeout=-1 true
    exits 125 pyos spawn --timeout= true
}
