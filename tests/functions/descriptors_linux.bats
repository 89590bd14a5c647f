# What Linux has for descriptors and Python's os has not: fcntl, close_range, pidfd_getfd, pidfd_send_signal, shm_open.
# close_range is among descriptors.bats, readinto among transfer.bats.
# shellcheck disable=SC2154  # run sets stderr
load ../helper
load ../session/session

@test "fcntl asks for flags and sets them" {
    touch f
    exec 7<>f
    run -0 pyos fcntl 7 F_GETFD
    is 'fcntl_result(result=0, lock=None)'
    run -0 pyos fcntl 7 F_SETFL 'O_APPEND|O_NONBLOCK' --field=result
    is 0
    [ $(($(pyos fcntl 7 F_GETFL -f result) & $(pyos const O_APPEND))) -ne 0 ]
    run -1 pyos get_blocking 7
}

@test "fcntl copies a descriptor, and sets its flag, in a session" {
    requests open '["/dev/null",0]' fcntl '[3,"F_DUPFD",9]' get_inheritable '[9]' fcntl '[9,"F_SETFD",1]' \
        get_inheritable '[9]' fcntl '[3,"F_DUPFD_CLOEXEC"]'
    is '3
{"result":9,"lock":null}
true
{"result":0,"lock":null}
false
{"result":4,"lock":null}'
}

@test "fcntl seals a file in memory, and sizes a pipe" {
    requests memfd_create '["x","MFD_CLOEXEC|MFD_ALLOW_SEALING"]' fcntl '[3,"F_ADD_SEALS",8]' fcntl '[3,"F_GET_SEALS"]' \
        write '[3,{"base64":"eA=="}]' pipe '[]' fcntl '[4,"F_SETPIPE_SZ",8192]' fcntl '[5,"F_GETPIPE_SZ"]'
    is '3
{"result":0,"lock":null}
{"result":8,"lock":null}
error 1
[4,5]
{"result":8192,"lock":null}
{"result":8192,"lock":null}'
}

@test "a lock of an open file stays after the command, until the shell closes it" {
    printf 'hello' >f
    exec 7<>f 8<>f
    run -0 pyos fcntl 7 F_OFD_SETLK --type=F_WRLCK --start=1 --len=2
    run -75 --separate-stderr pyos fcntl 8 F_OFD_SETLK --type=F_RDLCK
    says 'pyos fcntl: BlockingIOError: [Errno 11] Resource temporarily unavailable'
    run -0 pyos fcntl 8 F_OFD_SETLK --type=F_RDLCK --len=1
    exec 7>&-
    run -0 pyos fcntl 8 F_OFD_SETLK --type=F_WRLCK
}

@test "the lock in the way is told" {
    printf 'hello' >f
    exec 7<>f 8<>f
    run -0 pyos fcntl 8 F_OFD_GETLK --type=F_WRLCK
    is 'fcntl_result(result=0, lock=None)'
    pyos fcntl 7 F_OFD_SETLKW --type=F_RDLCK --whence=SEEK_END --start=-2 --len=1
    run -0 pyos fcntl 8 F_OFD_GETLK --type=F_RDLCK
    is 'fcntl_result(result=0, lock=None)'
    run -0 pyos fcntl 8 F_OFD_GETLK --type=F_WRLCK
    is "fcntl_result(result=0, lock=flock(type='F_RDLCK', whence=0, start=3, len=1, pid=-1))"
    run -0 pyos fcntl 8 F_OFD_GETLK --type=F_WRLCK --json
    is '{"result":0,"lock":{"type":"F_RDLCK","whence":0,"start":3,"len":1,"pid":-1}}'
    pyos fcntl 7 F_OFD_SETLK --type=F_UNLCK
    run -0 pyos fcntl 8 F_OFD_SETLK --type=F_WRLCK
}

@test "a lock that is waited for is had once it is free" {
    printf 'hello' >f
    mkfifo locked
    exec 7<>f 8<>f
    pyos fcntl 7 F_OFD_SETLK --type=F_WRLCK
    { pyos fcntl 8 F_OFD_SETLKW --type=F_WRLCK >got; echo done >locked; } 7>&- &
    while ! grep -q -- '->' /proc/locks; do :; done # whose it is, not every file system tells
    [ ! -s got ]
    exec 7>&-
    read -r <locked
    [ "$(<got)" = 'fcntl_result(result=0, lock=None)' ]
    wait
}

@test "fcntl refuses what is no command, a lock without a type, and a file that is not open for it" {
    touch f
    exec 7<f
    run -64 --separate-stderr pyos fcntl 7 F_FOO
    [[ "$stderr" = "pyos fcntl: TypeError: argument 'command' must be one of F_DUPFD, "*", not 'F_FOO'" ]]
    run -64 --separate-stderr pyos fcntl 7 F_OFD_SETLK
    says "pyos fcntl: TypeError: fcntl() missing required keyword-only argument: 'type'"
    run -71 --separate-stderr pyos fcntl 7 F_OFD_SETLK --type=F_WRLCK
    says 'pyos fcntl: OSError: [Errno 9] Bad file descriptor'
    run -71 --separate-stderr pyos fcntl 7 F_OFD_SETLK --type=F_RDLCK --whence=9
    says 'pyos fcntl: OSError: [Errno 22] Invalid argument'
    run -71 --separate-stderr pyos fcntl 99 F_GETFL
    says 'pyos fcntl: OSError: [Errno 9] Bad file descriptor'
}

# ask_itself LINE...: the answers of a session to lines in which PID is its own.
ask_itself() {
    printf '%s\n' "$@" >lines
    # shellcheck disable=SC2016  # for the shell that becomes the session
    run -0 bash -c 'sed "s/PID/$$/" lines >requests; exec pyos session <requests'
}

@test "a process descriptor reaches descriptors, and sends signals" {
    ask_itself '{"jsonrpc":"2.0","method":"closerange","params":[3,500]}' \
        '{"jsonrpc":"2.0","id":1,"method":"syscall","params":["pidfd_open",PID,0]}' \
        '{"jsonrpc":"2.0","id":2,"method":"open","params":["/dev/null",0]}' \
        '{"jsonrpc":"2.0","id":3,"method":"pidfd_getfd","params":[3,4]}' \
        '{"jsonrpc":"2.0","id":4,"method":"get_inheritable","params":[5]}' \
        '{"jsonrpc":"2.0","id":5,"method":"readlink","params":["/proc/self/fd/5"]}' \
        '{"jsonrpc":"2.0","id":6,"method":"pidfd_send_signal","params":[3,0]}'
    is '{"jsonrpc":"2.0","id":1,"result":{"result":3,"buffers":[]}}
{"jsonrpc":"2.0","id":2,"result":4}
{"jsonrpc":"2.0","id":3,"result":5}
{"jsonrpc":"2.0","id":4,"result":false}
{"jsonrpc":"2.0","id":5,"result":"/dev/null"}
{"jsonrpc":"2.0","id":6,"result":null}'
}

@test "a signal through a process descriptor kills" {
    printf '%s\n' '{"jsonrpc":"2.0","method":"closerange","params":[3,500]}' \
        '{"jsonrpc":"2.0","method":"syscall","params":["pidfd_open",PID,0]}' \
        '{"jsonrpc":"2.0","method":"pidfd_send_signal","params":[3,"SIGTERM"]}' >lines
    # shellcheck disable=SC2016  # for the shell that becomes the session
    run -143 bash -c 'sed "s/PID/$$/" lines >requests; exec pyos session <requests'
}

@test "what is no process descriptor is refused" {
    touch f
    exec 7<f
    run -71 --separate-stderr pyos pidfd_getfd 7 0
    says 'pyos pidfd_getfd: OSError: [Errno 9] Bad file descriptor'
    run -71 --separate-stderr pyos pidfd_send_signal 7 0
    says 'pyos pidfd_send_signal: OSError: [Errno 9] Bad file descriptor'
    run -71 --separate-stderr pyos pidfd_getfd 99 0
    says 'pyos pidfd_getfd: OSError: [Errno 9] Bad file descriptor'
}

# shared: a name of shared memory that nobody else has.
shared() { echo "/pyos-test-$BASHPID-$RANDOM$RANDOM"; }

@test "shared memory is found by its name until that is removed" {
    [ -w /dev/shm ] || skip 'needs /dev/shm'
    local name
    name=$(shared)
    requests shm_open "[\"$name\",\"O_RDWR|O_CREAT|O_EXCL\",384]" get_inheritable '[3]' write '[3,{"base64":"aGk="}]' \
        shm_open "[\"${name#/}\",0]" read '[4,9]' shm_unlink "[\"$name\"]" shm_open "[\"$name\",0]"
    is '3
false
2
4
{"base64":"aGk="}
null
error 2'
}

@test "shared memory has the mode that the umask leaves" {
    [ -w /dev/shm ] || skip 'needs /dev/shm'
    local name
    name=$(shared)
    umask 022
    pyos shm_open "$name" 'O_RDWR|O_CREAT' 0o666
    [ "$(stat -c %a "/dev/shm$name")" = 644 ]
    run -73 --separate-stderr pyos shm_open "$name" 'O_RDWR|O_CREAT|O_EXCL'
    says "pyos shm_open: FileExistsError: [Errno 17] File exists: '$name'"
    pyos shm_unlink "$name"
}

@test "a name of shared memory has no slash but the first" {
    local name
    for name in '' / a/b //a . .. /..; do
        run -71 --separate-stderr pyos shm_open "$name" O_RDONLY
        says "pyos shm_open: OSError: [Errno 22] Invalid argument: '$name'"
        run -71 pyos shm_unlink "$name"
    done
}

@test "shared memory that is not there is FileNotFoundError" {
    run -66 --separate-stderr pyos shm_unlink /pyos-test-nothing
    says "pyos shm_unlink: FileNotFoundError: [Errno 2] No such file or directory: '/pyos-test-nothing'"
}
