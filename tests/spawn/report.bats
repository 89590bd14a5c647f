# spawn: the report, its keys, where it goes, and what becomes of it when something fails.
load ../helper
load spawn

keys=argv,pid,status,exitcode,signal,coredump,timed_out,spawn_error,started,elapsed_ns,rusage,survivors

@test "the report is one line of JSON, the last of standard error" {
    exits 3 pyos spawn --json -- sh -c 'echo first >&2; echo out; exit 3'
    is out
    [ "$(wc -l <<<"$stderr")" -eq 2 ]
    [[ "$stderr" == $'first\n{"argv":["sh","-c","echo first >&2; echo out; exit 3"],"pid":'*',"status":768,"exitcode":3,'* ]]
}

@test "it has these keys in this order" {
    needs jq
    run -0 bash -c "pyos spawn -J true 2>&1 | jq -r 'keys_unsorted | join(\",\")'"
    is "$keys"
    run -0 bash -c "pyos spawn -J --capture true | jq -r 'keys_unsorted | join(\",\")'"
    is "$keys,stdout,stderr,stdout_truncated,stderr_truncated"
}

@test "rusage has every field of os.wait4's, by its Python name" {
    needs jq
    run -0 bash -c "pyos spawn -J true 2>&1 | jq -r '.rusage | keys_unsorted | join(\",\")'"
    is "ru_utime,ru_stime,ru_maxrss,ru_ixrss,ru_idrss,ru_isrss,ru_minflt,ru_majflt,ru_nswap,ru_inblock,ru_oublock,ru_msgsnd,ru_msgrcv,ru_nsignals,ru_nvcsw,ru_nivcsw"
    run -0 bash -c "pyos spawn -J -- sh -c 'i=0; while [ \$i -lt 20000 ]; do i=\$((i+1)); done' 2>&1 | jq '.rusage.ru_utime + .rusage.ru_stime > 0 and .rusage.ru_maxrss > 0'"
    is true
}

@test "a command that a signal killed" {
    exits 137 pyos spawn -f status,exitcode,signal,coredump,timed_out -- sh -c 'kill -KILL $$'
    says $'9\t-9\tSIGKILL\tFalse\tFalse'
}

@test "a core dump is told" {
    ulimit -c unlimited || skip 'core dumps are not allowed'
    pattern=$(cat /proc/sys/kernel/core_pattern)
    [[ "$pattern" != */* && "$pattern" != '|'* ]] || skip 'core dumps go elsewhere'
    exits 134 pyos spawn -f status,coredump -- sh -c 'kill -ABRT $$'
    says $'134\tTrue' || says $'6\tFalse' # a core file system may refuse it
    run ! false
}

@test "started is UTC, and elapsed_ns is between start and end" {
    before=$(date -u +%Y-%m-%dT%H:%M:%S)
    exits 0 pyos spawn -f started,elapsed_ns sleep 0.1
    after=$(date -u +%Y-%m-%dT%H:%M:%S)
    [[ "$stderr" =~ ^([^.]*)\.([0-9]{9})\+00:00$'\t'([0-9]+)$ ]]
    [[ ! "${BASH_REMATCH[1]}" < "$before" && ! "${BASH_REMATCH[1]}" > "$after" ]]
    [ "${BASH_REMATCH[3]}" -ge 100000000 ]
    TZ=Asia/Tokyo exits 0 pyos spawn -f started true
    [[ "$stderr" == *+00:00 ]]
}

@test "the pid is the command's" {
    exits 0 pyos spawn -f pid --report=report -- sh -c 'echo $$'
    [ "$(cat report)" = "$output" ]
}

@test "--report writes a file, --report-fd to a descriptor" {
    exits 5 pyos spawn --report=report -- sh -c 'exit 5'
    is ''
    says ''
    [[ "$(cat report)" == '{"argv":'*'"exitcode":5,'*'}' ]]
    exits 5 pyos spawn --report-fd=7 -- sh -c 'exit 5' 7>fd
    [[ "$(cat fd)" == '{"argv":'*'"exitcode":5,'*'}' ]]
    exits 0 pyos spawn --report-fd=1 -f exitcode -- echo out
    is $'out\n0'
    exits 125 pyos spawn --report=a --report-fd=1 true
    says "pyos spawn: TypeError: spawn() takes report or report_fd, not both"
}

@test "the command does not get the descriptor of the report" {
    pyos spawn --report-fd=7 "$INSIDE" fds 7>report >fds
    [[ ",$(cat fds)," != *,7,* ]]
}

@test "a report that is there is replaced" {
    printf '%01000d' 0 >report
    pyos spawn --report=report -f exitcode true
    [ "$(cat report)" = 0 ]
}

@test "with --capture it goes to standard output" {
    exits 0 pyos spawn --capture -f stdout -- printf out
    is out
    says ''
}

@test "--json=array and --json-ints=string hold for it" {
    exits 0 pyos spawn --json=array --field=exitcode,signal true
    says '[{"exitcode":0,"signal":null}]'
    exits 0 pyos spawn --json --json-ints=string --field=exitcode,status true
    says '{"exitcode":"0","status":"0"}'
    exits 0 pyos spawn --capture --json=array --field=exitcode true
    is '[{"exitcode":0}]'
}

@test "--field chooses its fields, and an unknown one runs nothing" {
    exits 125 pyos spawn --field=nothing touch made
    says "pyos spawn: AttributeError: 'dict' object has no attribute 'nothing'"
    [ ! -e made ]
}

@test "names that are no UTF-8 are told exactly in a twin" {
    run -127 pyos spawn -J $'\xff' $'a\xfe' b
    [[ "$output" == *'"argv":["\ufffd","a\ufffd","b"],"argv_b64":["/w==","Yf4=",null],'* ]]
    [[ "$output" == *'"filename":"\ufffd","filename_b64":"/w==","step":"exec"}'* ]]
}

@test "a command that could not be started is reported too, with its step" {
    exits 127 pyos spawn --json no-such-command
    [ "$(head -n 1 <<<"$stderr")" = '{"error":{"type":"FileNotFoundError","errno":2,"name":"ENOENT","strerror":"No such file or directory","filename":"no-such-command","filename2":null,"applet":"spawn","message":"[Errno 2] No such file or directory: '"'no-such-command'"'"}}' ]
    [[ "$(tail -n 1 <<<"$stderr")" == '{"argv":["no-such-command"],"pid":null,"status":null,"exitcode":null,"signal":null,"coredump":false,"timed_out":false,"spawn_error":{"type":"FileNotFoundError","errno":2,"name":"ENOENT","strerror":"No such file or directory","filename":"no-such-command","step":"exec"},"started":"'*'","elapsed_ns":null,"rusage":null,"survivors":null}' ]]
    exits 125 pyos spawn --report=report --dup2=222:1 true
    [[ "$(cat report)" == *'"spawn_error":{"type":"OSError","errno":9,"name":"EBADF","strerror":"Bad file descriptor","filename":222,"step":"dup2"}'* ]]
    exits 125 pyos spawn --report=report --scheduler=99:1 true
    [[ "$(cat report)" == *'"errno":22,"name":"EINVAL","strerror":"Invalid argument","filename":null,"step":"scheduler"}'* ]]
}

@test "each step that can fail says its name" {
    needs jq
    mkdir directory
    step() {
        pyos spawn --report=report "$@" true 2>/dev/null && return 1
        jq -r .spawn_error.step report
    }
    [ "$(step --open=1:O_WRONLY:directory)" = open ]
    [ "$(step --stdin=missing)" = open ]
    [ "$(step --chdir=missing)" = chdir ]
    [ "$(step --dup2=222:1)" = dup2 ]
    [ "$(step --close=-1)" = close ]
    [ "$(step --closefrom=-1)" = closefrom ]
    [ "$(step --setpgroup=-5)" = setpgroup ]
    [ "$(step --scheduler=SCHED_FIFO:500)" = scheduler ]
    [ "$(step --cgroup=missing)" = cgroup ]
    [ "$(step --rlimit=NOFILE=0x7fffffffffffffff:0x7fffffffffffffff)" = rlimit ]
    [ "$(step directory/../directory)" = exec ]
}

@test "no child, no pipe: that is a step too" {
    run "$TOOLS/block" clone=EAGAIN -- "$PYOS" spawn --report=report true
    [ "$status" -eq 125 ]
    grep -q '"type":"BlockingIOError","errno":11,.*"filename":null,"step":"clone"}' report
    run "$TOOLS/block" signalfd4=ENOSYS -- "$PYOS" spawn --report=report touch made
    [ "$status" -eq 125 ]
    grep -q '"errno":38,.*"step":"supervise"}' report
    [ ! -e made ]
}

@test "a report that cannot be opened runs nothing" {
    exits 125 pyos spawn --report=missing/report touch made
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: 'missing/report'"
    exits 125 pyos spawn --report-fd=222 touch made
    says "pyos spawn: OSError: [Errno 9] Bad file descriptor: 222"
    [ ! -e made ]
}

@test "a report that cannot be written is 125, whatever the command did" {
    [ -e /dev/full ] || skip 'needs /dev/full'
    exits 125 pyos spawn --report=/dev/full true
    says "pyos spawn: OSError: [Errno 28] No space left on device: '/dev/full'"
    exits 125 pyos spawn --report-fd=7 -- sh -c 'exit 3' 7>/dev/full
    says "pyos spawn: OSError: [Errno 28] No space left on device: 7"
    code=0
    pyos spawn --capture true >/dev/full 2>errors || code=$?
    [ "$code" -eq 125 ]
    [ "$(cat errors)" = "pyos spawn: OSError: [Errno 28] No space left on device: 1" ]
}

@test "usage errors are JSON with --json" {
    exits 125 pyos spawn --json --timeout=x true
    [[ "$stderr" == '{"error":{"type":"ValueError","errno":null,'*"invalid duration: 'x'"*'"}}' ]]
}

@test "--json=array is an array where the report stands, and nothing elsewhere" {
    exits 0 pyos spawn --json=array echo out
    is out
    [[ "$stderr" == '[{"argv":'*'}]' ]]
    exits 0 pyos spawn --json=array --capture echo out
    [[ "$output" == '[{"argv":'*'"stdout":"out\n",'*'}]' ]]
    says ''
}

@test "behind a line that --tee has passed on without its end, the report begins one of its own" {
    pyos spawn --tee -f status -- sh -c 'printf err >&2' 2>errors
    [ "$(cat errors)" = $'err\n0' ]
    pyos spawn --tee -f status -- sh -c 'echo err >&2' 2>errors
    [ "$(cat errors)" = $'err\n0' ]
}
