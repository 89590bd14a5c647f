# posix_spawn and posix_spawnp.
load ../helper
load ../session/session

# ends WORD...: starts a program by these words, and waits: its pid must be the result, and its wait status is $output.
ends() {
    run -0 --separate-stderr pyos "$1" --exec -- "${@:2}" -- \
        sh -c 'exec pyos -r waitpid "$PYOS_RESULT" 0 --exec sh -c "echo \${PYOS_RESULT#*,} | tr -d ]"'
}

@test "the result is the pid of a child" {
    ends posix_spawn /bin/sh sh -c 'exit 3'
    is 768
    ends posix_spawnp sh sh -c 'kill -KILL $$'
    is 9
}

@test "file actions are done in the order given" {
    pyos posix_spawnp --open='1:O_WRONLY|O_CREAT,0o600:log' --dup2=1:2 --close=0 sh sh -c \
        'echo out; echo err >&2; mkfifo done; echo >done' >pid
    until [ -p done ]; do :; done
    read -r _ <done
    [ "$(cat log)" = $'out\nerr' ]
    [ "$(stat -c %a log)" = 600 ]
}

@test "--closefrom closes a descriptor and all above it" {
    # shellcheck disable=SC2016
    for first in 7 9; do
        run -0 bash -c 'pyos posix_spawnp --closefrom=$1 sh sh -c "[ -e /proc/self/fd/8 ]; echo ended: \$?" 8</dev/null |
            cat' _ $first
        [[ "$output" == *"ended: $((first == 7))"* ]]
    done
}

@test "--env makes the environment; without it, it is that of pyos" {
    export MARK=here
    run -0 bash -c 'pyos posix_spawnp sh sh -c "echo \$MARK" | cat'
    [[ "$output" == *here* ]]
    # shellcheck disable=SC2016
    run -0 bash -c 'pyos posix_spawn --env A=1 /bin/sh sh -c "echo \$A-\$MARK" | cat'
    [[ "$output" == *1-* ]] && [[ "$output" != *here* ]]
}

@test "--setpgroup and --setsid: the group and the session" {
    run -0 bash -c 'pyos posix_spawnp --setpgroup=0 sh sh -c "cut -d\  -f1,5 /proc/\$\$/stat" | cat'
    grep -E '^([0-9]+) \1$' <<<"$output"
    run -0 bash -c 'pyos posix_spawnp --setsid sh sh -c "cut -d\  -f1,6 /proc/\$\$/stat" | cat'
    grep -E '^([0-9]+) \1$' <<<"$output"
}

@test "--setsigmask and --setsigdef: blocked signals, and those that are not ignored any more" {
    run -0 bash -c 'pyos posix_spawnp --setsigmask=SIGUSR1 grep grep SigBlk /proc/self/status | cat'
    [[ "$output" == *$'SigBlk:\t0000000000000200'* ]]
    run -0 bash -c 'trap "" USR1; pyos posix_spawnp --setsigdef=SIGUSR1 grep grep SigIgn /proc/self/status | cat'
    [[ "$output" == *$'SigIgn:\t'*[014589cd]?? ]] || [[ "$output" == *$'SigIgn:\t'*[014589cd]??$'\n'* ]]
}

@test "--scheduler: a policy and a priority" {
    run -0 bash -c 'pyos posix_spawnp --scheduler=SCHED_BATCH:0 pyos pyos sched_getscheduler 0 | cat'
    grep -x 3 <<<"$output"
}

@test "what the child stumbles over is told with the name of the program, as in CPython" {
    PATH=$BUILD:/usr/bin:/bin # a directory that may not be searched would be told of
    fails 66 "pyos posix_spawn: FileNotFoundError: [Errno 2] No such file or directory: 'nope'" pyos posix_spawn nope x
    fails 66 "pyos posix_spawnp: FileNotFoundError: [Errno 2] No such file or directory: 'nope'" pyos posix_spawnp nope x
    fails 66 "pyos posix_spawnp: FileNotFoundError: [Errno 2] No such file or directory: 'true'" \
        pyos posix_spawnp --open=1:O_RDONLY:/nope/x true x
    fails 71 "pyos posix_spawnp: OSError: [Errno 9] Bad file descriptor: 'true'" pyos posix_spawnp --dup2=99:1 true x
    fails 71 'pyos posix_spawnp: OSError: [Errno 9] Bad file descriptor' pyos posix_spawnp --close=-1 true x
}

@test "a program needs a name for itself" {
    fails 65 'pyos posix_spawn: ValueError: posix_spawn: argv must not be empty' pyos posix_spawn /bin/true
    fails 65 'pyos posix_spawnp: ValueError: posix_spawnp: argv first element cannot be empty' pyos posix_spawnp true ''
}

@test "in a session file actions are a list of lists" {
    pyos session >answers <<'END'
{"jsonrpc":"2.0","id":1,"method":"posix_spawn","params":{"path":"/bin/sh","argv":["sh","-c","echo $A; echo err >&2"],"env":{"A":"1"},"file_actions":[["POSIX_SPAWN_OPEN",1,"log","O_WRONLY|O_CREAT",384],["POSIX_SPAWN_DUP2",1,2]]}}
{"jsonrpc":"2.0","id":2,"method":"waitpid","params":[-1,0]}
END
    [[ "$(tail -n 1 answers)" == *',0]}' ]]
    [ "$(cat log)" = $'1\nerr' ]
}

@test "in a session wrong file actions are refused in Python's words" {
    actions() { call posix_spawn "{\"path\":\"/bin/true\",\"argv\":[\"x\"],\"env\":null,\"file_actions\":$1}"; }
    actions 5
    raises TypeError 'file_actions must be a sequence or None'
    for one in 5 '[]'; do
        actions "[$one]"
        raises TypeError 'Each file_actions element must be a non-empty tuple'
    done
    actions '[[99]]'
    raises TypeError 'Unknown file_actions identifier'
    actions '[[0,1]]'
    raises TypeError 'A open file_action tuple must have 5 elements'
    actions '[[2,1]]'
    raises TypeError 'A dup2 file_action tuple must have 3 elements'
    actions '[[1,"a"]]'
    raises TypeError "'str' object cannot be interpreted as an integer"
}

@test "in a session wrong schedulers and environments are refused" {
    call posix_spawn '{"path":"/bin/true","argv":["x"],"env":null,"scheduler":[1]}'
    raises TypeError 'A scheduler tuple must have two elements'
    call posix_spawn '["/bin/true",["x"],5]'
    raises TypeError 'posix_spawn: environment must be a mapping object or None'
    call posix_spawn '["/bin/true","x",{}]'
    raises TypeError 'posix_spawn: argv must be a tuple or list'
}

@test "file actions as one value are refused on a command line, and the options named" {
    fails 64 "pyos posix_spawn: TypeError: argument 'file_actions' is --open, --close, --dup2 and --closefrom, in the \
order of the actions" pyos posix_spawn --file-actions=x true
}
