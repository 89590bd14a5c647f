# What the tests of sched share.
unset PYTHON_CPU_COUNT

NO_PID=4194304 # Linux gives no process a number above 4194303

# may_fifo: whether real time is allowed here; not pyos says so but chrt.
may_fifo() {
    chrt --fifo 1 true 2>/dev/null
}

# unless_busy COMMAND...: asks again while the kernel answers EBUSY, which it does for a moment to anybody who asks for
# SCHED_DEADLINE while it counts anew what is taken, as when a control group of cpuset comes or goes.
unless_busy() {
    local try code
    for try in {1..500}; do
        code=0
        "$@" 2>busy || code=$?
        grep -q 'resource busy' busy || break
    done
    cat busy >&2
    return "$code"
}

# may_deadline: whether SCHED_DEADLINE is allowed here.
may_deadline() {
    unless_busy chrt --deadline --sched-runtime 1000000 --sched-deadline 10000000 --sched-period 10000000 0 true \
        2>/dev/null
}

# stat_field PID N: field N of /proc/PID/stat (proc_pid_stat(5)); the name of the command may hold anything.
stat_field() {
    local rest fields
    rest=$(<"/proc/$1/stat")
    read -ra fields <<<"${rest##*) }"
    echo "${fields[$(($2 - 3))]}"
}

# allowed PID: the CPUs that it may run on, as the kernel lists them.
allowed() {
    sed -n 's/^Cpus_allowed_list:\t//p' "/proc/$1/status"
}

# first_cpu: one CPU that this shell may run on.
first_cpu() {
    allowed self | grep -oE '^[0-9]+'
}

# start_sleep: a process to look at and to change, in $SLEEP. It ends with the test.
start_sleep() {
    sleep 1000 3>&- &
    SLEEP=$!
}

# start_threads N: a process of N more threads, in $THREADS. It ends with the test.
start_threads() {
    local line
    mkfifo said held
    "$TOOLS/threads" "$1" <held >said 3>&- &
    THREADS=$!
    exec 8>held
    read -r line <said
    [ "$line" = ready ]
}

teardown() {
    [ -z "${SLEEP:-}" ] || kill "$SLEEP" || :
    [ -z "${THREADS:-}" ] || kill "$THREADS" 2>/dev/null || :
}
