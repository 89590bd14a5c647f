# sched get: the record of a process, beside what the kernel and util-linux say of it.
load ../helper
load sched

FIELDS=pid,policy,priority,affinity,nice,rr_interval,reset_on_fork,runtime,deadline,period,uclamp_min,uclamp_max,slice

@test "sched is sched get" {
    start_sleep
    [ "$(pyos sched -p "$SLEEP")" = "$(pyos sched get -p "$SLEEP")" ]
    [ "$(pyos sched -f "$FIELDS" --pid="$SLEEP")" = "$(pyos sched get -r -p "$SLEEP")" ]
}

@test "without -p it is of pyos itself, which has what its caller has" {
    [ "$(pyos sched -f policy,priority,affinity,nice)" = "$(pyos sched -f policy,priority,affinity,nice -p $$)" ]
    pyos sched -f pid >got &
    pid=$!
    wait "$pid"
    [ "$(<got)" = "$pid" ]
}

@test "the record is a dict, and JSON has the same keys" {
    needs jq
    run -0 pyos sched get -p $$
    [[ $output == "{'pid': $$, 'policy': 'SCHED_"*"', 'priority': "*", 'affinity': {"*"}, 'nice': "*'}' ]]
    keys=$(grep -oE "'[a-z_]+': " <<<"$output" | tr -d "':\n" | sed 's/ $//; s/ /,/g')
    [ "$keys" = "$FIELDS" ]
    [ "$(pyos sched get -J -p $$ | jq -r 'keys_unsorted | join(",")')" = "$FIELDS" ]
}

@test "policy and priority are those of /proc/PID/stat" {
    start_sleep
    run -0 pyos sched get -f priority -p "$SLEEP"
    is "$(stat_field "$SLEEP" 40)"
    pyos sched set --policy=batch -p "$SLEEP"
    [ "$(stat_field "$SLEEP" 41)" -eq 3 ]
    run -0 pyos sched get -f policy -p "$SLEEP"
    is SCHED_BATCH
    pyos sched set --policy=idle -p "$SLEEP"
    [ "$(stat_field "$SLEEP" 41)" -eq 5 ]
    run -0 pyos sched get -f policy -p "$SLEEP"
    is SCHED_IDLE
}

@test "policy and priority are those that chrt shows" {
    needs chrt
    start_sleep
    policy=$(chrt -p "$SLEEP" | sed -n 's/.*policy: //p')
    run -0 pyos sched get -f policy -p "$SLEEP"
    is "$policy"
    may_fifo || return 0
    chrt --rr -p 42 "$SLEEP"
    run -0 pyos sched get -f policy,priority -p "$SLEEP"
    is $'SCHED_RR\t42'
    chrt --fifo --reset-on-fork -p 3 "$SLEEP"
    run -0 pyos sched get -f policy,priority,reset_on_fork -p "$SLEEP"
    is $'SCHED_FIFO\t3\tTrue'
}

@test "affinity is the kernel's, a list that --affinity takes back" {
    start_sleep
    run -0 pyos sched get -f affinity -p "$SLEEP"
    is "$(allowed "$SLEEP")"
    run -0 pyos sched set --affinity="$output" -p "$SLEEP"
}

@test "affinity is what taskset shows" {
    needs taskset jq
    start_sleep
    taskset -cp "$(first_cpu)" "$SLEEP"
    run -0 pyos sched get -f affinity -p "$SLEEP"
    is "$(taskset -cp "$SLEEP" | sed 's/.*: //')"
    [ "$(pyos sched get -J -p "$SLEEP" | jq -c .affinity)" = "[$(first_cpu)]" ]
}

@test "nice is that of /proc/PID/stat" {
    start_sleep
    run -0 pyos sched get -f nice -p "$SLEEP"
    is "$(stat_field "$SLEEP" 19)"
    pyos sched set --nice=19 -p "$SLEEP"
    [ "$(stat_field "$SLEEP" 19)" -eq 19 ]
    run -0 pyos sched get -f nice -p "$SLEEP"
    is 19
}

@test "runtime, deadline and period are null of any policy but SCHED_DEADLINE" {
    needs jq chrt
    start_sleep
    [ "$(pyos sched get -J -p "$SLEEP" | jq -c '[.runtime, .deadline, .period]')" = '[null,null,null]' ]
    may_deadline || return 0
    unless_busy chrt --deadline --sched-runtime 1000000 --sched-deadline 10000000 --sched-period 20000000 -p 0 "$SLEEP"
    [ "$(pyos sched get -J -p "$SLEEP" | jq -c '[.policy, .runtime, .deadline, .period, .slice]')" = \
        '["SCHED_DEADLINE",1000000,10000000,20000000,null]' ]
}

@test "the clamps are known where the kernel has them" {
    needs jq
    run -0 jq -c '[.uclamp_min, .uclamp_max] | map(type) | unique' < <(pyos sched get -J)
    if [ -e /proc/sys/kernel/sched_util_clamp_max ]; then
        is '["number"]'
    else
        is '["null"]'
    fi
}

@test "null is empty in a field" {
    start_sleep
    run -0 pyos sched get -f runtime,pid,period -p "$SLEEP"
    is $'\t'"$SLEEP"$'\t'
}

@test "a process that does not exist is ProcessLookupError, exit 71" {
    run -71 --separate-stderr pyos sched get -p "$NO_PID"
    is ''
    says 'pyos sched get: ProcessLookupError: [Errno 3] No such process'
    run -71 --separate-stderr pyos sched get --all-threads -p "$NO_PID"
    is ''
    says 'pyos sched get: ProcessLookupError: [Errno 3] No such process'
}

@test "a failure is JSON with -J" {
    needs jq
    run -71 --separate-stderr pyos sched get -J -p "$NO_PID"
    is ''
    [ "$(jq -c '[.error.type, .error.errno, .error.applet]' <<<"$stderr")" = '["ProcessLookupError",3,"sched get"]' ]
}

@test "--all-threads has a record for each thread, with its tid" {
    start_threads 3
    pyos sched get --all-threads -f tid -p "$THREADS" | sort -n >got
    [ "$(wc -l <got)" -eq 4 ]
    find "/proc/$THREADS/task" -mindepth 1 -maxdepth 1 -printf '%f\n' | sort -n | diff - got
    pyos sched get -a -f pid -p "$THREADS" | sort -u | diff <(echo "$THREADS") -
    run -0 pyos sched get -a -p "$THREADS"
    [ "${#lines[@]}" -eq 4 ]
    [[ "${lines[0]}" == "{'pid': $THREADS, 'tid': $THREADS, 'policy': "* ]]
}

@test "--all-threads is an array with --json=array, and tid is a key then alone" {
    needs jq
    start_threads 2
    [ "$(pyos sched get -a --json=array -p "$THREADS" | jq 'length')" -eq 3 ]
    [ "$(pyos sched get -a --json=array -p "$THREADS" | jq -c 'map(has("tid")) | unique')" = '[true]' ]
    [ "$(pyos sched get -J -p "$THREADS" | jq 'has("tid")')" = false ]
    [ "$(pyos sched get -f tid -p "$THREADS")" = "$THREADS" ]
}

@test "a thread may be asked for by its own id" {
    start_threads 1
    tid=$(find "/proc/$THREADS/task" -mindepth 1 -maxdepth 1 ! -name "$THREADS" -printf '%f')
    pyos sched set --nice=19 -p "$tid"
    [ "$(pyos sched get -f nice -p "$tid")" -eq 19 ]
    [ "$(pyos sched get -f nice -p "$THREADS")" -eq "$(stat_field "$THREADS" 19)" ]
}

@test "the command line is checked" {
    run -64 --separate-stderr pyos sched get 1
    says 'pyos sched get: TypeError: sched get() takes no arguments (1 given)'
    run -64 --separate-stderr pyos sched get -f nothing
    says "pyos sched get: AttributeError: 'dict' object has no attribute 'nothing'"
    run -64 --separate-stderr pyos sched fetch
    says "pyos sched: AttributeError: 'sched' has no command 'fetch'"
    run -64 --separate-stderr pyos sched get --nice=3
    says "pyos sched get: TypeError: sched get() got an unexpected keyword argument 'nice'"
    run -65 --separate-stderr pyos sched get -p 1x
    says "pyos sched get: ValueError: invalid literal for int() with base 0: '1x'"
    run -65 --separate-stderr pyos sched get -p 4294967296
    says 'pyos sched get: OverflowError: signed integer is greater than maximum'
}
