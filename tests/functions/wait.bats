# Waiting for children: wait, wait3, wait4, waitid, waitpid. A shell's children are those of what it becomes.
load ../helper

# child SCRIPT COMMAND...: becomes COMMAND in a process that has one child, which runs SCRIPT and whose pid is in $child.
# The child ends only once the shell, which would have waited for it, is gone.
# shellcheck disable=SC2016
child() {
    run -0 bash -c '
        bash -c "until read -r comm </proc/$$/comm && [ \$comm = pyos ]; do :; done; $1" >/dev/null & child=$!
        shift
        eval "echo $child; exec $*"' _ "$@"
    child=${lines[0]}
    output=${output#"$child"}
    output=${output#$'\n'}
}

@test "wait is the pid and the wait status of a child" {
    child 'exit 3' pyos wait
    is "($child, 768)"
    child 'kill -KILL $$' pyos --raw wait
    is "$child"$'\t9'
}

@test "waitpid waits for one child, or with -1 for any" {
    child 'exit 3' 'pyos waitpid $child 0'
    is "($child, 768)"
    child 'exit 4' 'pyos waitpid -- -1 0'
    is "($child, 1024)"
}

@test "waitpid with WNOHANG does not wait" {
    # shellcheck disable=SC2016
    run -0 bash -c 'sleep 60 >/dev/null 2>&1 & echo $!; exec pyos waitpid $! WNOHANG'
    kill "${lines[0]}"
    is "${lines[0]}"$'\n(0, 0)'
}

@test "the status of waitpid is what waitstatus_to_exitcode takes" {
    child 'exit 7' pyos -r waitpid '$child' 0
    run -0 pyos waitstatus_to_exitcode "${output#*$'\t'}"
    is 7
}

@test "wait3 and wait4 add what the child has used" {
    usage="resource\.struct_rusage\(ru_utime=[0-9.e-]+, ru_stime=[0-9.e-]+, ru_maxrss=[1-9][0-9]*, .*ru_nivcsw=[0-9]+\)"
    child 'exit 3' 'pyos wait3 0'
    [[ "$output" =~ ^"($child, 768, "$usage\)$ ]]
    child 'exit 3' 'pyos wait4 $child 0'
    [[ "$output" =~ ^"($child, 768, "$usage\)$ ]]
}

@test "in JSON the tuple is an array, and the usage an object" {
    child 'exit 3' 'pyos -J wait4 $child 0'
    [[ "$output" == "[$child,768,{\"ru_utime\":"*'}]' ]]
}

@test "waitid is a record" {
    child 'exit 3' 'pyos waitid P_PID $child WEXITED'
    is "posix.waitid_result(si_pid=$child, si_uid=$(id -ru), si_signo=17, si_status=3, si_code=1)"
    child 'kill -KILL $$' 'pyos -f si_code,si_status waitid P_ALL 0 WEXITED'
    is $'2\t9'
}

@test "waitid without a child that has changed is None" {
    # shellcheck disable=SC2016
    run -0 bash -c 'sleep 60 >/dev/null 2>&1 & echo $!; exec pyos waitid P_ALL 0 "WEXITED|WNOHANG"'
    kill "${lines[0]}"
    is "${lines[0]}"
}

@test "waitid can leave the child for the next one to wait" {
    # shellcheck disable=SC2016
    child 'exit 3' 'pyos waitid P_PID $child "WEXITED|WNOWAIT" --exec pyos waitpid $child 0'
    is "($child, 768)"
}

@test "who has no children is told so" {
    for call in wait 'wait3 0' 'wait4 1 0' 'waitpid 1 0' 'waitid P_ALL 0 WEXITED'; do
        # shellcheck disable=SC2086
        fails 71 "pyos ${call%% *}: ChildProcessError: [Errno 10] No child processes" pyos $call
    done
}

@test "options and kinds that are none are refused" {
    fails 71 'pyos wait4: OSError: [Errno 22] Invalid argument' pyos wait4 1 99
    fails 71 'pyos waitid: OSError: [Errno 22] Invalid argument' pyos waitid 99 0 WEXITED
}

@test "too few and too many arguments are refused in Python's words" {
    fails 64 'pyos wait: TypeError: posix.wait() takes no arguments (1 given)' pyos wait 1
    fails 64 "pyos wait3: TypeError: wait3() missing required argument 'options' (pos 1)" pyos wait3
    fails 64 "pyos wait4: TypeError: wait4() missing required argument 'options' (pos 2)" pyos wait4 1
    fails 64 'pyos waitpid: TypeError: waitpid() takes exactly 2 arguments (1 given)' pyos waitpid 1
    fails 64 'pyos waitid: TypeError: waitid() takes exactly 3 arguments (2 given)' pyos waitid 0 0
}
