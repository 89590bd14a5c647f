# What signals do, and limits: signal, getsignal, prlimit, sched_getattr, sched_setattr.
load ../helper

@test "a signal that is ignored stays so in the program behind --exec" {
    gives 0 alive pyos signal SIGTERM SIG_IGN --exec sh -c "kill -TERM \$\$; echo alive"
    run -143 pyos signal SIGTERM SIG_DFL --exec sh -c "kill -TERM \$\$; echo alive"
    gives 0 "'SIG_IGN'" pyos signal SIGUSR1 SIG_IGN --exec pyos getsignal SIGUSR1
}

@test "signal says what was before" {
    gives 0 "'SIG_DFL'" pyos signal SIGUSR1 SIG_IGN
    gives 0 "'SIG_IGN'" pyos signal SIGUSR1 SIG_IGN --exec pyos signal SIGUSR1 SIG_DFL
    gives 0 "'SIG_DFL'" pyos getsignal 15
}

@test "signal refuses what is none, and handlers that only a program has" {
    fails 65 'pyos signal: ValueError: signal number out of range' pyos signal 0 SIG_IGN
    fails 65 'pyos signal: ValueError: signal number out of range' pyos signal 65 SIG_IGN
    fails 65 'pyos getsignal: ValueError: signal number out of range' pyos getsignal 65
    fails 71 'pyos signal: OSError: [Errno 22] Invalid argument' pyos signal SIGKILL SIG_IGN
    fails 65 'pyos signal: TypeError: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object' \
        pyos signal SIGTERM handler
}

@test "prlimit says what the shell says of its limits" {
    ulimit -Sn 123
    hard=$(ulimit -Hn)
    gives 0 "(123, ${hard/unlimited/-1})" pyos prlimit 0 RLIMIT_NOFILE
    gives 0 "(123, ${hard/unlimited/-1})" pyos prlimit 0 NOFILE
    gives 0 "(123, ${hard/unlimited/-1})" pyos prlimit 0 7
    gives 0 "(123, ${hard/unlimited/-1})" pyos prlimit $$ NOFILE
}

@test "prlimit sets a pair for the program behind --exec" {
    gives 0 $'64\n99' pyos prlimit 0 NOFILE 64,99 --exec bash -c 'ulimit -Sn; ulimit -Hn'
}

@test "prlimit sets the limits of another process" {
    sleep 60 3>&- &
    run -0 pyos prlimit $! CORE 0,0
    gives 0 '(0, 0)' pyos prlimit $! CORE
    kill $!
}

@test "prlimit refuses in the words of Python" {
    fails 65 'pyos prlimit: ValueError: invalid resource specified' pyos prlimit 0 99
    fails 65 'pyos prlimit: ValueError: invalid resource specified' pyos prlimit 0 NOPE
    fails 65 'pyos prlimit: ValueError: current limit exceeds maximum limit' pyos prlimit 0 NOFILE 5,3
    fails 65 'pyos prlimit: ValueError: expected a tuple of 2 integers' pyos prlimit 0 NOFILE 5
    fails 71 'pyos prlimit: ProcessLookupError: [Errno 3] No such process' pyos prlimit 99999999 NOFILE
}

@test "prlimit wants a privilege to raise a hard limit" {
    run -77 --separate-stderr "$TOOLS/unprivileged" bash -c 'ulimit -c 0; exec pyos prlimit 0 CORE 1,1'
    says 'pyos prlimit: PermissionError: [Errno 1] Operation not permitted'
}

@test "sched_getattr has what pyos sched has, by the kernel's names" {
    run -0 pyos sched_getattr -f sched_policy,sched_nice,sched_priority
    is $'0\t'"$(pyos getpriority PRIO_PROCESS 0)"$'\t0'
    fails 71 'pyos sched_getattr: ProcessLookupError: [Errno 3] No such process' pyos sched_getattr 99999999
}

@test "sched_setattr sets it for the program behind --exec" {
    gives 0 $'3\t7' pyos sched_setattr 0 SCHED_BATCH --nice=7 --exec pyos sched_getattr -f sched_policy,sched_nice
    fails 71 'pyos sched_setattr: OSError: [Errno 22] Invalid argument' pyos sched_setattr 0 99
}
