# Why the kernel refuses: Python's class and errno first, then the limit or the range.
load ../helper
load sched

# as_nobody COMMAND ARG...: without privileges, and with limits that grant nothing.
as_nobody() {
    (ulimit -e 0 -r 0 && exec "$TOOLS/unprivileged" "$@")
}

refused() {
    says "pyos sched run: PermissionError: [Errno 1] Operation not permitted: $1"
}

@test "a lower nice names RLIMIT_NICE" {
    run -125 --separate-stderr as_nobody pyos sched run --nice=-5 true
    refused 'nice -5 needs RLIMIT_NICE to be 25 or more (it is 0), or CAP_SYS_NICE'
    run -125 --separate-stderr as_nobody pyos sched run --nice=19 -- pyos sched run --nice=18 true
    refused 'nice 18 needs RLIMIT_NICE to be 2 or more (it is 0), or CAP_SYS_NICE'
}

@test "a lower nice names RLIMIT_NICE where the policy keeps it aside, too" {
    run -125 --separate-stderr as_nobody pyos sched run --policy=idle --nice=-5 true
    says 'pyos sched run: PermissionError: [Errno 13] Permission denied: nice -5 needs RLIMIT_NICE to be 25 or more (it '\
'is 0), or CAP_SYS_NICE'
}

@test "a real-time priority names RLIMIT_RTPRIO" {
    run -125 --separate-stderr as_nobody pyos sched run --policy=fifo --priority=10 true
    refused 'SCHED_FIFO with priority 10 needs RLIMIT_RTPRIO to be 10 or more (it is 0), or CAP_SYS_NICE'
    run -125 --separate-stderr as_nobody pyos sched run --policy=rr --priority=1 true
    refused 'SCHED_RR with priority 1 needs RLIMIT_RTPRIO to be 1 or more (it is 0), or CAP_SYS_NICE'
}

# possible LETTER WANTED: the limit that is asked for, or what is possible where it cannot be raised so far.
possible() {
    if (ulimit "-$1" "$2") 2>/dev/null; then echo "$2"; else ulimit "-H$1"; fi
}

@test "RLIMIT_RTPRIO grants what it says and no more" {
    needs chrt
    limit=$(possible r 5)
    within() { (ulimit -e 0 -r "$limit" && exec "$TOOLS/unprivileged" "$@"); }
    run -125 --separate-stderr within pyos sched run --policy=fifo --priority=$((limit + 1)) true
    refused "SCHED_FIFO with priority $((limit + 1)) needs RLIMIT_RTPRIO to be $((limit + 1)) or more (it is $limit), or \
CAP_SYS_NICE"
    if [ "$limit" -gt 0 ] && may_fifo; then
        run -0 within pyos sched run --policy=fifo --priority="$limit" -- pyos sched -f policy,priority
        is $'SCHED_FIFO\t'"$limit"
    fi
}

@test "RLIMIT_NICE grants what it says and no more" {
    limit=$(possible e 22)
    within() { (ulimit -e "$limit" -r 0 && exec "$TOOLS/unprivileged" pyos sched run --nice=19 -- "$@"); }
    low=$((limit > 0 ? 19 - limit : 18)) # 19 is what it has
    run -125 --separate-stderr within pyos sched run --nice=$low true
    refused "nice $low needs RLIMIT_NICE to be $((20 - low)) or more (it is $limit), or CAP_SYS_NICE"
    if [ "$limit" -gt 0 ]; then
        run -0 within pyos sched run --nice=$((20 - limit)) nice
        is $((20 - limit))
    fi
}

@test "a deadline names CAP_SYS_NICE" {
    run -125 --separate-stderr as_nobody pyos sched run --policy=deadline --runtime=1ms --deadline=10ms true
    refused 'SCHED_DEADLINE needs CAP_SYS_NICE'
}

@test "leaving SCHED_IDLE names the nice that it would come back to" {
    run -125 --separate-stderr as_nobody pyos sched run --policy=idle --nice=19 -- pyos sched run --policy=other true
    refused 'nice 19 needs RLIMIT_NICE to be 1 or more (it is 0), or CAP_SYS_NICE'
}

@test "taking reset_on_fork back names CAP_SYS_NICE" {
    run -125 --separate-stderr as_nobody pyos sched run --reset-on-fork -- pyos sched run --no-reset-on-fork true
    refused 'clearing reset_on_fork needs CAP_SYS_NICE'
}

# another: a process of another user, in $OTHER: one of nobody's, or for who is not root the first, which is root's.
another() {
    OTHER=1
    [ "$(id -u)" -eq 0 ] || return 0
    needs setpriv
    mkfifo said
    setpriv --reuid 65534 --regid 65534 --clear-groups sh -c 'echo ready && exec sleep 1000' >said 3>&- &
    OTHER=$! SLEEP=$!
    read -r _ <said
}

@test "another user's process is said to be one" {
    another
    for option in --nice=19 --policy=batch --affinity="$(first_cpu)"; do
        run -77 --separate-stderr as_nobody pyos sched set "$option" -p "$OTHER"
        says "pyos sched set: PermissionError: [Errno 1] Operation not permitted: process $OTHER is another user's, which needs CAP_SYS_NICE"
    done
}

@test "a priority out of range names the range of the policy" {
    start_sleep
    see() {
        local message=$1
        shift
        run -71 --separate-stderr pyos sched set "$@" -p "$SLEEP"
        says "pyos sched set: OSError: [Errno 22] Invalid argument: $message"
    }
    see 'the priority of SCHED_FIFO is 1 to 99, not 0' --policy=fifo
    see 'the priority of SCHED_FIFO is 1 to 99, not 100' --policy=fifo --priority=100
    see 'the priority of SCHED_RR is 1 to 99, not -1' --policy=rr --priority=-1
    see 'the priority of SCHED_OTHER is 0, not 3' --priority=3
    see 'the priority of SCHED_BATCH is 0, not 99' --policy=batch --priority=99
    see 'the priority of SCHED_IDLE is 0, not 1' --policy=idle --priority=1
}

@test "a priority that is no C int is Python's OverflowError" {
    run -65 --separate-stderr pyos sched set --policy=fifo --priority=2147483648 -p $$
    says 'pyos sched set: OverflowError: sched_priority out of range'
}

@test "a nice that the kernel would cut is refused, with its range" {
    for nice in 20 -21 99; do
        run -65 --separate-stderr pyos sched set --nice=$nice -p $$
        says "pyos sched set: ValueError: nice is -20 to 19, not $nice"
    done
}

@test "a clamp that is none is refused, with its range" {
    for clamp in 1025 -2; do
        run -65 --separate-stderr pyos sched set --uclamp-max=$clamp -p $$
        says "pyos sched set: ValueError: uclamp_max is 0 to 1024, or -1 for the system's default, not $clamp"
    done
}

@test "a deadline that is none names the order of its parts" {
    run -71 --separate-stderr pyos sched set --policy=deadline --runtime=5ms --deadline=1ms -p $$
    says 'pyos sched set: OSError: [Errno 22] Invalid argument: SCHED_DEADLINE wants 1024 <= runtime <= deadline <= '\
'period, in nanoseconds, here 5000000, 1000000, 0; and a period that /proc/sys/kernel/sched_deadline_period_*_us allow'
}

@test "CPUs that are not there are named beside those that are" {
    start_sleep
    run -71 --separate-stderr pyos sched set --affinity=9000-9003,9999 -p "$SLEEP"
    says "pyos sched set: OSError: [Errno 22] Invalid argument: no CPU of '9000-9003,9999' is online ('$(</sys/devices/system/cpu/online)') and in the cpuset of the process"
}

@test "an unknown policy is a usage error, with those that there are" {
    run -64 --separate-stderr pyos sched set --policy=FIFO -p $$
    says "pyos sched set: TypeError: argument 'policy' must be one of other|fifo|rr|batch|idle|deadline|ext, not 'FIFO'"
}

@test "CPUs that are none are Python's errors" {
    run -65 --separate-stderr pyos sched set --affinity=0,-1 -p $$
    says 'pyos sched set: ValueError: negative CPU number'
    run -65 --separate-stderr pyos sched set --affinity-mask=10 -p $$
    says "pyos sched set: ValueError: a CPU mask is 0x and hexadecimal digits, not '10'"
}

@test "a process that does not exist is ProcessLookupError, exit 71" {
    for option in --nice=3 --policy=batch --affinity=0 --all-threads; do
        run -71 --separate-stderr pyos sched set $option --nice=3 -p "$NO_PID"
        says 'pyos sched set: ProcessLookupError: [Errno 3] No such process'
    done
}

@test "the explanation is in the message of the JSON, and nowhere else" {
    needs jq
    run -77 --separate-stderr as_nobody pyos sched set -J --policy=deadline --runtime=1ms --deadline=2ms -p 0
    [ "$(jq -c '[.error.type, .error.errno, .error.strerror, .error.message]' <<<"$stderr")" = \
'["PermissionError",1,"Operation not permitted","[Errno 1] Operation not permitted: SCHED_DEADLINE needs CAP_SYS_NICE"]' ]
}

@test "what a policy has no use for is refused" {
    run -125 --separate-stderr pyos sched run --deadline=5ms true
    says 'pyos sched run: OSError: [Errno 22] Invalid argument: deadline and period are of SCHED_DEADLINE, not of SCHED_OTHER'
    run -125 --separate-stderr pyos sched run --policy=batch --period=5ms true
    says 'pyos sched run: OSError: [Errno 22] Invalid argument: deadline and period are of SCHED_DEADLINE, not of SCHED_BATCH'
    run -125 --separate-stderr pyos sched run --policy=idle --runtime=5ms true
    says 'pyos sched run: OSError: [Errno 22] Invalid argument: runtime is of SCHED_DEADLINE, SCHED_OTHER and SCHED_BATCH, '\
'not of SCHED_IDLE'
}

@test "a CPU that no machine has is told as one" {
    run -125 --separate-stderr pyos sched run --affinity=1000000 true
    says 'pyos sched run: OSError: [Errno 22] Invalid argument: no machine has such a CPU: the last one is 16383'
}
