# sched cpus, sched list, sched yield; cpu_count and process_cpu_count.
load ../helper
load sched

# count LIST: how many CPUs a list of the kernel has.
count() {
    local part total=0
    for part in ${1//,/ }; do
        total=$((total + ${part#*-} - ${part%-*} + 1))
    done
    echo "$total"
}

@test "cpu_count is the CPUs that are online, whatever the process may use" {
    online=$(count "$(</sys/devices/system/cpu/online)")
    run -0 pyos cpu_count
    is "$online"
    run -0 pyos sched run --affinity="$(first_cpu)" pyos cpu_count
    is "$online"
    run -0 pyos sched cpus -f cpu_count
    is "$online"
}

@test "process_cpu_count is the CPUs that the process may use" {
    run -0 pyos process_cpu_count
    is "$(count "$(allowed self)")"
    run -0 pyos sched run --affinity="$(first_cpu)" pyos process_cpu_count
    is 1
    run -0 pyos sched run --affinity="$(first_cpu)" pyos sched cpus -f process_cpu_count,usable
    is $'1\t1'
}

@test "PYTHON_CPU_COUNT overrides both, as in CPython 3.13" {
    for value in 5 ' 5' +5 005; do
        run -0 env PYTHON_CPU_COUNT="$value" pyos cpu_count
        is 5
        run -0 env PYTHON_CPU_COUNT="$value" pyos process_cpu_count
        is 5
        run -0 env PYTHON_CPU_COUNT="$value" pyos sched cpus -f cpu_count,process_cpu_count
        is $'5\t5'
    done
    for value in default ''; do
        run -0 env PYTHON_CPU_COUNT="$value" pyos cpu_count
        is "$(pyos cpu_count)"
    done
}

@test "CPython reads PYTHON_CPU_COUNT so" {
    python313 || skip "needs CPython 3.13"
    for value in 5 ' 5' +5 005 default ''; do
        run -0 env PYTHON_CPU_COUNT="$value" "$ORACLE" -c 'import os; print(os.cpu_count(), os.process_cpu_count())'
        is "$(PYTHON_CPU_COUNT=$value pyos cpu_count) $(PYTHON_CPU_COUNT=$value pyos process_cpu_count)"
    done
    for value in 0 -1 x 0x5 5x 99999999999 99999999999999999999; do
        run ! env PYTHON_CPU_COUNT="$value" "$ORACLE" -c ''
    done
}

@test "a PYTHON_CPU_COUNT that is no count is a ValueError" {
    for value in 0 -1 x 0x5 5x 99999999999 99999999999999999999; do
        for name in cpu_count process_cpu_count 'sched cpus'; do
            # shellcheck disable=SC2086  # two words
            run -65 --separate-stderr env PYTHON_CPU_COUNT="$value" pyos $name
            says "pyos $name: ValueError: PYTHON_CPU_COUNT=$value: not default or a number above 0"
        done
    done
}

@test "cpus is one record, in every form" {
    needs jq
    keys=cpu_count,process_cpu_count,quota,quota_us,period_us,cgroup_version,cgroup,usable
    [ "$(pyos sched cpus -J | jq -r 'keys_unsorted | join(",")')" = "$keys" ]
    [ "$(pyos sched cpus | grep -oE "'[a-z_]+': " | tr -d "':\n" | sed 's/ $//; s/ /,/g')" = "$keys" ]
    [ "$(pyos sched cpus | wc -l)" -eq 1 ]
    [ "$(pyos sched cpus -f "$keys")" = "$(pyos sched cpus -r)" ]
}

@test "usable is not more than process_cpu_count, and the parts of a quota go together" {
    needs jq
    pyos sched cpus -J | jq -e '.usable >= 1 and .usable <= .process_cpu_count'
    pyos sched cpus -J | jq -e '[.quota, .quota_us, .period_us, .cgroup_version, .cgroup] |
        all(. == null) or (all(. != null) and .[0] == .[1] / .[2])'
}

# inside GROUP ARG...: what sched cpus says in a new control group, which is at GROUP and gone again after it.
inside() {
    local group=$1
    shift
    sh -c 'echo $$ >"$0/cgroup.procs" && exec pyos sched cpus "$@"' "$group" "$@" >got
    rmdir "$group"
}

@test "the quota of a control group is seen from inside of it, or the container's from where one is" {
    fields=quota,quota_us,period_us,cgroup_version,cgroup
    name=pyos-$$
    for top in /sys/fs/cgroup/cpu /sys/fs/cgroup/cpu,cpuacct; do
        mkdir "$top/$name" 2>/dev/null || continue
        echo 150000 >"$top/$name/cpu.cfs_quota_us"
        inside "$top/$name" -f "$fields"
        diff - got <<<$'1.5\t150000\t100000\t1\t'"$top/$name"
        return
    done
    top=/sys/fs/cgroup
    if grep -qw cpu "$top/cgroup.subtree_control" 2>/dev/null && mkdir "$top/$name" 2>/dev/null; then
        echo '150000 100000' >"$top/$name/cpu.max"
        inside "$top/$name" -f "$fields"
        diff - got <<<$'1.5\t150000\t100000\t2\t'"$top/$name"
    elif [ -r "$top/cpu.max" ] && [ "$(</proc/self/cgroup)" = 0::/ ]; then
        read -r quota period <"$top/cpu.max"
        run -0 pyos sched cpus -f quota_us,period_us
        if [ "$quota" = max ]; then is $'\t'; else is "$quota"$'\t'"$period"; fi
    else
        run -0 pyos sched cpus -f quota
        [[ $output =~ ^([0-9]+\.[0-9]+(e-[0-9]+)?)?$ ]]
    fi
}

@test "list is the policies of the kernel, with their priorities" {
    run -0 pyos sched list -f policy,value,priority_min,priority_max
    [ "${lines[0]}" = $'SCHED_OTHER\t0\t0\t0' ]
    [ "${lines[1]}" = $'SCHED_FIFO\t1\t1\t99' ]
    [ "${lines[2]}" = $'SCHED_RR\t2\t1\t99' ]
    [ "${lines[3]}" = $'SCHED_BATCH\t3\t0\t0' ]
    [ "${lines[4]}" = $'SCHED_IDLE\t5\t0\t0' ]
    run -0 pyos sched list
    [ "${lines[1]}" = "{'policy': 'SCHED_FIFO', 'value': 1, 'priority_min': 1, 'priority_max': 99}" ]
    run -0 pyos sched list -J
    [ "${lines[1]}" = '{"policy":"SCHED_FIFO","value":1,"priority_min":1,"priority_max":99}' ]
}

@test "list agrees with chrt" {
    needs chrt
    pyos sched list -f policy,priority_min,priority_max | tr '\t' ' ' | sort >got
    chrt --max | sed -n 's,^\(SCHED_[A-Z]*\) min/max priority.*: \([0-9]*\)/\([0-9]*\),\1 \2 \3,p' | sort >expected
    [ -s expected ]
    run comm -13 got expected
    is ''
}

@test "yield prints nothing" {
    run -0 --separate-stderr pyos sched yield
    is ''
    says ''
}

@test "list, yield and cpus take no operands" {
    for command in list yield cpus; do
        run -64 --separate-stderr pyos sched $command x
        says "pyos sched $command: TypeError: sched $command() takes no arguments (1 given)"
    done
}
