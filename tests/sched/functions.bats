# The functions of os behind sched, by their own names: recorded answers of CPython 3.13, and CPython itself.
load ../helper
load sched

ANSWERS=$BATS_TEST_DIRNAME/../parity/sched.txt

# answer LINE: what pyos says to a call as sched.txt has it, as sched.txt has answers.
answer() {
    local words output
    eval "words=($1)"
    output=$(pyos "${words[@]}" 2>&1)
    echo "${output#pyos "${words[0]}": }"
}

@test "each function answers as CPython does, values and errors" {
    while IFS= read -r line; do
        printf '%s\t%s\n' "$line" "$(answer "$line")"
    done < <(cut -f 1 "$ANSWERS") >got
    [ -s got ]
    diff "$ANSWERS" got
}

@test "the recorded answers are those of CPython" {
    python313 || skip "needs CPython 3.13"
    cut -f 1 "$ANSWERS" | "$ORACLE" "$SRC/tests/parity/sched.py" | diff "$ANSWERS" -
}

@test "what depends on the machine is the same in CPython" {
    python313 || skip "needs CPython 3.13"
    for call in 'sched_getaffinity 0' 'sched_getparam 0' 'sched_getscheduler 0' cpu_count process_cpu_count \
        "sched_getaffinity $$" "sched_getscheduler $$"; do
        printf '%s\t%s\n' "$call" "$(answer "$call")" >got
        echo "$call" | "$ORACLE" "$SRC/tests/parity/sched.py" | diff - got
    done
}

@test "all functions of the manual's section are there, and the two counts" {
    pyos --list-functions -f origin,section,name | sed -n 's/^os\tInterface to the scheduler\t//p' >names
    diff - names <<'END'
sched_get_priority_max
sched_get_priority_min
sched_getaffinity
sched_getparam
sched_getscheduler
sched_param
sched_rr_get_interval
sched_setaffinity
sched_setparam
sched_setscheduler
sched_yield
END
    pyos --list-functions -f section,name | grep -qx $'Miscellaneous System Information\tcpu_count'
    pyos --list-functions -f section,name | grep -qx $'Miscellaneous System Information\tprocess_cpu_count'
}

@test "errors have the exit codes of their classes" {
    run -64 pyos sched_getaffinity
    run -64 pyos sched_getscheduler SCHED_NOTHING
    run -65 pyos sched_getaffinity 1099511627776
    run -65 pyos sched_setaffinity 0 x
    run -65 pyos sched_setaffinity 0 7-4
    run -71 pyos sched_getparam "$NO_PID"
    run -71 pyos sched_get_priority_min 4
}

@test "a policy may be named, as in Python" {
    run -0 pyos sched_get_priority_max --policy=SCHED_RR
    is 99
    run -64 --separate-stderr pyos sched_get_priority_max 1 --policy=2
    says "pyos sched_get_priority_max: TypeError: sched_get_priority_max() takes at most 1 argument (2 given)"
}

@test "what is positional only may not be named, as in Python" {
    run -64 --separate-stderr pyos sched_getaffinity --pid=0
    is ''
}

@test "an affinity is a set, a list of JSON, or a CPU a line" {
    cpu=$(first_cpu)
    one() { pyos sched run --affinity="$cpu" -- pyos sched_getaffinity "$@" 0; }
    run -0 one
    is "{$cpu}"
    run -0 one -J
    is "[$cpu]"
    run -0 one -J --json-ints=string
    is "[\"$cpu\"]"
    run -0 one -r
    is "$cpu"
    [ "$(pyos sched_getaffinity -r 0 | wc -l)" -eq "$(pyos process_cpu_count)" ]
    [ "$(pyos sched_getaffinity -0 0 | tr '\0' '\n')" = "$(pyos sched_getaffinity -r 0)" ]
}

@test "a priority is a record" {
    run -0 pyos sched_param 4
    is 'posix.sched_param(sched_priority=4)'
    run -0 pyos sched_param -J 4
    is '{"sched_priority":4}'
    run -0 pyos sched_param -r 4
    is 4
    run -0 pyos sched_param -f sched_priority 4
    is 4
    run -64 --separate-stderr pyos sched_param -f priority 4
    says "pyos sched_param: AttributeError: 'posix.sched_param' object has no attribute 'priority'"
}

@test "None is printed by JSON alone" {
    run -0 pyos sched_yield
    is ''
    [ "$(pyos sched_yield | wc -c)" -eq 0 ]
    [ "$(pyos sched_yield -r | wc -c)" -eq 0 ]
    run -0 pyos sched_yield -J
    is null
}

@test "sched_setaffinity changes a process, as the kernel shows" {
    start_sleep
    cpu=$(first_cpu)
    run -0 pyos sched_setaffinity "$SLEEP" "$cpu"
    [ "$(allowed "$SLEEP")" = "$cpu" ]
    run -0 pyos sched_setaffinity "$SLEEP" "$(pyos sched -f affinity),5000,2147483646"
    [ "$(allowed "$SLEEP")" = "$(allowed self)" ]
}

@test "sched_setscheduler and sched_setparam change a process, as the kernel shows" {
    start_sleep
    run -0 pyos sched_setscheduler "$SLEEP" 'SCHED_BATCH|SCHED_RESET_ON_FORK' 0
    [ "$(stat_field "$SLEEP" 41)" -eq 3 ]
    run -0 pyos sched_getscheduler "$SLEEP"
    is 1073741827
    run -0 pyos sched_setparam "$SLEEP" 0
    run -71 pyos sched_setparam "$SLEEP" 1
}

@test "sched_setscheduler sets a real-time priority where that is allowed" {
    needs chrt
    start_sleep
    run pyos sched_setscheduler "$SLEEP" SCHED_FIFO 7
    if may_fifo; then
        [ "$status" -eq 0 ]
        [ "$(stat_field "$SLEEP" 40) $(stat_field "$SLEEP" 41)" = '7 1' ]
        run -0 pyos sched_getparam "$SLEEP"
        is 'posix.sched_param(sched_priority=7)'
    else
        [ "$status" -eq 77 ]
        is 'pyos sched_setscheduler: PermissionError: [Errno 1] Operation not permitted'
    fi
}

@test "sched_rr_get_interval is a float, and of SCHED_RR the system's time slice" {
    run -0 pyos sched_rr_get_interval 0
    [[ $output =~ ^[0-9]+\.[0-9]+$ ]]
    needs chrt
    may_fifo || return 0
    slice=/proc/sys/kernel/sched_rr_timeslice_ms
    [ -r "$slice" ] || return 0
    run -0 pyos sched run --policy=rr --priority=1 -- pyos sched_rr_get_interval 0
    awk -v got="$output" -v ms="$(<"$slice")" 'BEGIN { exit !(got * 1000 > ms - 10 && got * 1000 < ms + 10) }'
}
