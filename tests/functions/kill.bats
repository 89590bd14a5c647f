# Signals to processes, and the end of this one: _exit, abort, kill, killpg, nice, pidfd_open.
load ../helper

@test "_exit ends the process with its status, of which a parent sees eight bits" {
    gives 0 '' pyos _exit 0
    gives 5 '' pyos _exit 5
    gives 1 '' pyos _exit 257
    gives 0 '' pyos _exit EX_OK
    gives 69 '' pyos _exit EX_UNAVAILABLE
}

@test "_exit wants an int, and exactly one" {
    fails 64 "pyos _exit: TypeError: _exit() missing required argument 'status' (pos 1)" pyos _exit
    fails 64 "pyos _exit: AttributeError: module 'os' has no attribute 'a'" pyos _exit a
    fails 65 'pyos _exit: OverflowError: Python int too large to convert to C int' pyos _exit 2147483648
}

@test "_exit runs no program" {
    gives 3 '' pyos _exit 3 --exec echo ran
}

@test "abort dies of SIGABRT" {
    ulimit -c 0
    run -134 --separate-stderr pyos abort
    is ''
}

@test "abort dies though SIGABRT is ignored" {
    ulimit -c 0
    run -134 --separate-stderr bash -c 'trap "" ABRT; pyos abort'
}

@test "abort takes nothing" {
    fails 64 'pyos abort: TypeError: posix.abort() takes no arguments (1 given)' pyos abort 1
}

@test "kill sends a signal, by number or name" {
    mkfifo "$BATS_TEST_TMPDIR/ready"
    for signal in 15 SIGTERM 0xf; do
        bash -c 'echo >"$1"; exec sleep 60' - "$BATS_TEST_TMPDIR/ready" 3>&- &
        read -r <"$BATS_TEST_TMPDIR/ready" # the child is bash by now, no copy of this shell and its traps
        gives 0 '' pyos kill $! "$signal"
        ended=0
        wait $! || ended=$?
        [ "$ended" -eq 143 ]
    done
}

@test "kill with 0 asks whether the process is there" {
    gives 0 '' pyos kill $$ 0
    fails 71 'pyos kill: ProcessLookupError: [Errno 3] No such process' pyos kill 99999999 0
}

@test "kill refuses what is no signal and what is no pid" {
    fails 71 'pyos kill: OSError: [Errno 22] Invalid argument' pyos kill $$ 99
    fails 65 'pyos kill: OverflowError: signed integer is greater than maximum' pyos kill 1099511627776 0
    fails 64 'pyos kill: TypeError: kill() takes exactly 2 arguments (1 given)' pyos kill 1
}

@test "kill that is not permitted is a PermissionError" {
    run -77 --separate-stderr "$TOOLS/block" kill=EPERM -- pyos kill $$ 0
    says 'pyos kill: PermissionError: [Errno 1] Operation not permitted'
}

@test "killpg sends a signal to a group" {
    pid=$(pyos spawn --mode=P_NOWAIT --setpgroup --open=1:O_WRONLY:/dev/null sleep 60)
    gives 0 '' pyos killpg "$pid" 0
    gives 0 '' pyos killpg "$pid" SIGKILL
    fails 71 'pyos killpg: ProcessLookupError: [Errno 3] No such process' pyos killpg 99999999 0
}

@test "nice adds to the nice value, which a program under --exec has" {
    before=$(pyos nice 0)
    prints "$((before + 2))" pyos nice 2
    [ "$(pyos nice 2 --exec pyos nice 0)" = $((before + 2)) ]
    fails 64 'pyos nice: TypeError: posix.nice() takes exactly one argument (0 given)' pyos nice
}

@test "nice below its limit needs a privilege" {
    run -77 --separate-stderr "$TOOLS/unprivileged" pyos nice -- -20
    says 'pyos nice: PermissionError: [Errno 1] Operation not permitted'
}

@test "pidfd_open gives a descriptor that a program under --exec inherits" {
    # shellcheck disable=SC2016
    run -0 pyos pidfd_open $$ --exec sh -c 'cat /proc/self/fdinfo/$PYOS_RESULT'
    [[ "$output" == *"Pid:"*$$* ]]
}

@test "pidfd_open without --exec prints the descriptor" {
    run -0 pyos pidfd_open $$
    [[ "$output" =~ ^[0-9]+$ ]]
}

@test "pidfd_open refuses who is not there, and flags that are none" {
    fails 71 'pyos pidfd_open: ProcessLookupError: [Errno 3] No such process' pyos pidfd_open 99999999
    fails 71 'pyos pidfd_open: OSError: [Errno 22] Invalid argument' pyos pidfd_open $$ 1
    fails 64 "pyos pidfd_open: TypeError: pidfd_open() missing required argument 'pid' (pos 1)" pyos pidfd_open
}
