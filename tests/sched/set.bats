# sched set: what is named changes, what is not stays as it is.
load ../helper
load sched

# state PID: all that sched get says but the pid.
state() {
    pyos sched get -f policy,priority,affinity,nice,reset_on_fork,runtime,deadline,period,uclamp_min,uclamp_max,slice \
        -p "$1"
}

# kernel_has VERSION: the kernel is that new.
kernel_has() {
    printf '%s\n%s\n' "$1" "$(uname -r)" | sort -CV
}

@test "each of policy, nice, affinity and reset_on_fork changes alone" {
    start_sleep
    cpu=$(first_cpu)
    all=$(allowed self)
    see() { run -0 pyos sched get -f policy,nice,affinity,reset_on_fork -p "$SLEEP"; is "$1"; }
    pyos sched set --policy=batch --nice=18 -p "$SLEEP"
    see "SCHED_BATCH"$'\t'"18"$'\t'"$all"$'\t'"False"
    pyos sched set --nice=19 -p "$SLEEP"
    see "SCHED_BATCH"$'\t'"19"$'\t'"$all"$'\t'"False"
    pyos sched set --affinity="$cpu" -p "$SLEEP"
    see "SCHED_BATCH"$'\t'"19"$'\t'"$cpu"$'\t'"False"
    pyos sched set --reset-on-fork -p "$SLEEP"
    see "SCHED_BATCH"$'\t'"19"$'\t'"$cpu"$'\t'"True"
    pyos sched set --policy=idle -p "$SLEEP"
    see "SCHED_IDLE"$'\t'"19"$'\t'"$cpu"$'\t'"True"
    [ "$(stat_field "$SLEEP" 41) $(stat_field "$SLEEP" 19) $(allowed "$SLEEP")" = "5 19 $cpu" ]
}

@test "what a process has is what it is set to, and nothing changes" {
    start_sleep
    pyos sched set --policy=batch --nice=18 --reset-on-fork -p "$SLEEP"
    before=$(state "$SLEEP")
    pyos sched set --policy=SCHED_BATCH -p "$SLEEP"
    [ "$(state "$SLEEP")" = "$before" ]
    pyos sched set --nice=18 -p "$SLEEP"
    [ "$(state "$SLEEP")" = "$before" ]
    pyos sched set --reset-on-fork=True -p "$SLEEP"
    [ "$(state "$SLEEP")" = "$before" ]
}

@test "nice stays while a policy has no use for it" {
    start_sleep
    pyos sched set --policy=idle --nice=17 -p "$SLEEP"
    [ "$(stat_field "$SLEEP" 19)" -eq 17 ]
    pyos sched set --nice=19 -p "$SLEEP"
    [ "$(stat_field "$SLEEP" 19) $(stat_field "$SLEEP" 41)" = '19 5' ]
}

@test "a policy has a long name and a short one" {
    start_sleep
    for words in 'batch SCHED_BATCH' 'SCHED_BATCH SCHED_BATCH' 'idle SCHED_IDLE' 'SCHED_IDLE SCHED_IDLE'; do
        read -r word name <<<"$words"
        pyos sched set --policy="$word" -p "$SLEEP"
        run -0 pyos sched get -f policy -p "$SLEEP"
        is "$name"
    done
}

@test "an affinity may be a list, a range or a mask" {
    start_sleep
    cpu=$(first_cpu)
    mask=0x$(printf '%x' $((1 << (cpu % 4))))$(printf '%0*d' $((cpu / 4)) 0 | head -c $((cpu / 4)))
    for option in --affinity="$cpu" --affinity="$cpu-$cpu" --affinity="$cpu,$cpu" --affinity-mask="$mask" \
        --affinity_mask="$mask"; do
        pyos sched set --affinity="$(allowed self)" -p "$SLEEP"
        [ "$(allowed "$SLEEP")" = "$(allowed self)" ]
        pyos sched set "$option" -p "$SLEEP"
        [ "$(allowed "$SLEEP")" = "$cpu" ]
    done
}

@test "an affinity of more than 64 and more than 1024 CPUs is taken" {
    start_sleep
    pyos sched set --affinity="$(first_cpu),70-100,5000,99999" -p "$SLEEP"
    pyos sched set --affinity="$(allowed self),5000" -p "$SLEEP"
    [ "$(allowed "$SLEEP")" = "$(allowed self)" ]
    own=$(sed -n 's/^Cpus_allowed:\t//p' /proc/self/status | tr -d ,)
    pyos sched set --affinity="$(first_cpu)" -p "$SLEEP"
    pyos sched set --affinity-mask="0x1$(printf '%01250d' 0 | tail -c +$((${#own} + 1)))$own" -p "$SLEEP"
    [ "$(allowed "$SLEEP")" = "$(allowed self)" ]
}

@test "taskset, chrt and nice see it" {
    needs taskset chrt
    start_sleep
    pyos sched set --policy=batch --affinity="$(first_cpu)" --nice=19 -p "$SLEEP"
    [[ "$(taskset -cp "$SLEEP")" == *": $(first_cpu)" ]]
    [[ "$(chrt -p "$SLEEP")" == *'policy: SCHED_BATCH'* ]]
    [ "$(ps -o ni= -p "$SLEEP" 2>/dev/null || echo 19)" -eq 19 ]
}

@test "a real-time policy and its priority are set, and left again" {
    needs chrt
    start_sleep
    if ! may_fifo; then
        run -77 --separate-stderr pyos sched set --policy=fifo --priority=10 -p "$SLEEP"
        [[ $stderr == 'pyos sched set: PermissionError: [Errno 1] Operation not permitted: '* ]]
        return
    fi
    pyos sched set --nice=3 -p "$SLEEP"
    pyos sched set --policy=fifo --priority=10 -p "$SLEEP"
    [ "$(stat_field "$SLEEP" 40) $(stat_field "$SLEEP" 41)" = '10 1' ]
    pyos sched set --priority=11 -p "$SLEEP"
    [ "$(stat_field "$SLEEP" 40) $(stat_field "$SLEEP" 41)" = '11 1' ]
    pyos sched set --policy=rr -p "$SLEEP"
    [ "$(stat_field "$SLEEP" 40) $(stat_field "$SLEEP" 41)" = '11 2' ]
    pyos sched set --nice=4 -p "$SLEEP"
    [ "$(stat_field "$SLEEP" 40) $(stat_field "$SLEEP" 41)" = '11 2' ]
    pyos sched set --policy=other -p "$SLEEP"
    run -0 pyos sched get -f policy,priority,nice -p "$SLEEP"
    is $'SCHED_OTHER\t0\t4'
}

@test "a deadline is set, changed in part, and left again" {
    needs chrt
    start_sleep
    if ! may_deadline; then
        run pyos sched set --policy=deadline --runtime=1ms --deadline=10ms -p "$SLEEP"
        [ "$status" -eq 77 ] || [ "$status" -eq 75 ] # not allowed; or the kernel has given all that there is
        return
    fi
    see() { run -0 pyos sched get -f policy,runtime,deadline,period -p "$SLEEP"; is "$1"; }
    unless_busy pyos sched set --policy=deadline --runtime=1ms --deadline=10ms -p "$SLEEP"
    see $'SCHED_DEADLINE\t1000000\t10000000\t10000000'
    unless_busy pyos sched set --period=20000us -p "$SLEEP"
    see $'SCHED_DEADLINE\t1000000\t10000000\t20000000'
    unless_busy pyos sched set --runtime=2000000 -p "$SLEEP"
    see $'SCHED_DEADLINE\t2000000\t10000000\t20000000'
    chrt -p "$SLEEP" | grep -q '2000000/10000000/20000000'
    pyos sched set --policy=other --affinity="$(first_cpu)" -p "$SLEEP"
    see $'SCHED_OTHER\t\t\t'
    [ "$(allowed "$SLEEP")" = "$(first_cpu)" ]
}

@test "the slice of a fair policy is set by --runtime, and stays" {
    start_sleep
    if ! kernel_has 6.12; then
        run -0 pyos sched get -f slice -p "$SLEEP"
        is ''
        return
    fi
    pyos sched set --runtime=5ms -p "$SLEEP"
    pyos sched set --nice=19 -p "$SLEEP"
    pyos sched set --policy=batch -p "$SLEEP"
    run -0 pyos sched get -f slice,policy -p "$SLEEP"
    is $'5000000\tSCHED_BATCH'
}

@test "the clamps are set one by one, or refused by a kernel without any" {
    start_sleep
    if [ ! -e /proc/sys/kernel/sched_util_clamp_max ]; then
        run -69 --separate-stderr pyos sched set --uclamp-min=100 -p "$SLEEP"
        says 'pyos sched set: OSError: [Errno 95] Operation not supported: this kernel has no utilization clamps'
        return
    fi
    pyos sched set --uclamp-min=100 --uclamp-max=900 -p "$SLEEP"
    pyos sched set --uclamp-max=800 -p "$SLEEP"
    run -0 pyos sched get -f uclamp_min,uclamp_max -p "$SLEEP"
    is $'100\t800'
    run -71 --separate-stderr pyos sched set --uclamp-min=801 -p "$SLEEP"
    says 'pyos sched set: OSError: [Errno 22] Invalid argument: uclamp_min, 801, is above uclamp_max, 800'
}

@test "--all-threads sets each thread" {
    start_threads 4
    pyos sched set --all-threads --policy=batch --nice=19 --affinity="$(first_cpu)" -p "$THREADS"
    for task in "/proc/$THREADS/task"/*; do
        tid=${task##*/}
        [ "$(stat_field "$tid" 41) $(stat_field "$tid" 19) $(allowed "$tid")" = "3 19 $(first_cpu)" ]
    done
}

@test "without --all-threads the first thread changes alone" {
    start_threads 2
    pyos sched set --policy=batch -p "$THREADS"
    run -0 pyos sched get -a -f policy -p "$THREADS"
    [ "${lines[0]}" = SCHED_BATCH ]
    [ "${lines[1]}" != SCHED_BATCH ]
    [ "${lines[2]}" != SCHED_BATCH ]
}

@test "set needs a process and something to set" {
    run -64 --separate-stderr pyos sched set --nice=3
    says "pyos sched set: TypeError: sched set() missing required argument 'pid'"
    run -64 --separate-stderr pyos sched set -p $$
    says 'pyos sched set: TypeError: sched set() missing what to set, such as --nice=N'
    run -64 --separate-stderr pyos sched set --nice=3 -p $$ 5
    says 'pyos sched set: TypeError: sched set() takes no arguments (1 given)'
}

@test "set prints nothing" {
    start_sleep
    run -0 pyos sched set --nice=19 -J -p "$SLEEP"
    is ''
}
