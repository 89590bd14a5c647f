# A kernel from before sched_setattr and sched_getattr, or a filter that has not heard of them.
load ../helper
load sched

old() { "$TOOLS/block" sched_setattr=ENOSYS sched_getattr=ENOSYS -- "$@"; }

@test "get says what the old calls know, and null of the rest" {
    needs jq
    start_sleep
    pyos sched set --policy=batch --nice=19 --reset-on-fork --affinity="$(first_cpu)" -p "$SLEEP"
    [ "$(old pyos sched -J -p "$SLEEP" | jq -c '[.policy, .priority, .affinity, .nice, .reset_on_fork]')" = \
        "[\"SCHED_BATCH\",0,[$(first_cpu)],19,true]" ]
    [ "$(old pyos sched -J -p "$SLEEP" |
        jq -c '[.runtime, .deadline, .period, .uclamp_min, .uclamp_max, .slice]')" = '[null,null,null,null,null,null]' ]
}

@test "a filter that answers EPERM is no refusal to tell" {
    start_sleep
    run -0 "$TOOLS/block" sched_getattr=EPERM -- pyos sched -f policy -p "$SLEEP"
    is "$(pyos sched -f policy -p "$SLEEP")"
}

@test "set changes what the old calls can, and leaves the rest" {
    start_sleep
    old pyos sched set --policy=batch -p "$SLEEP"
    old pyos sched set --nice=19 -p "$SLEEP"
    old pyos sched set --reset-on-fork -p "$SLEEP"
    old pyos sched set --affinity="$(first_cpu)" -p "$SLEEP"
    run -0 pyos sched -f policy,nice,reset_on_fork,affinity -p "$SLEEP"
    is $'SCHED_BATCH\t19\tTrue\t'"$(first_cpu)"
}

@test "a real-time priority is set by the old calls, too" {
    needs chrt
    may_fifo || return 0
    run -0 old pyos sched run --policy=fifo --priority=4 --nice=7 -- pyos sched -f policy,priority,nice
    is $'SCHED_FIFO\t4\t7'
}

@test "what only sched_setattr can set is said so" {
    for words in '--runtime=3ms' '--uclamp-min=3' '--policy=deadline --runtime=1ms --deadline=2ms'; do
        # shellcheck disable=SC2086  # several options
        run -69 --separate-stderr old pyos sched set $words -p $$
        says 'pyos sched set: OSError: [Errno 38] Function not implemented: only sched_setattr sets that, and this '\
'kernel has none'
    done
}

@test "refusals of the old calls are explained as well" {
    run -71 --separate-stderr old pyos sched set --policy=fifo --priority=100 -p $$
    says 'pyos sched set: OSError: [Errno 22] Invalid argument: the priority of SCHED_FIFO is 1 to 99, not 100'
    limited() { (ulimit -e 0 -r 0 && "$TOOLS/unprivileged" "$TOOLS/block" sched_setattr=ENOSYS sched_getattr=ENOSYS -- "$@"); }
    run -125 --separate-stderr limited pyos sched run --nice=-3 true
    says 'pyos sched run: PermissionError: [Errno 13] Permission denied: nice -3 needs RLIMIT_NICE to be 23 or more (it '\
'is 0), or CAP_SYS_NICE'
}

@test "the functions of os do not need the new calls" {
    run -0 old pyos sched_getscheduler 0
    is "$(pyos sched_getscheduler 0)"
    run -0 old pyos sched_getparam 0
    is "$(pyos sched_getparam 0)"
}
