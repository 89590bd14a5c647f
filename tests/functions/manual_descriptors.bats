# What texts about os show of pipes, descriptors, terminals, locks and mapped files, as a shell says it.
# shellcheck disable=SC2154  # run sets stderr
load ../helper
load ../session/session

@test "the standard streams are the descriptors 0, 1 and 2" {
    [ "$(echo in | pyos read -r 0 100)" = in ]
    [ "$(pyos write 1 out)" = out3 ]
    [ "$(pyos write 2 err 2>&1 >/dev/null)" = err ]
}

@test "bytes go back and forth through pipes to a child" {
    mkfifo to from
    exec 7<>to 8<>from
    cat <to >from 7>&- 8>&- &
    run -0 pyos write 7 'through cat to stdout'
    is 21
    run -0 pyos read 8 100
    is "b'through cat to stdout'"
    exec 7>&-
    wait
}

@test "output and errors of a command are read apart" {
    mkfifo out err
    exec 7<>out 8<>err
    sh -c 'cat; echo ";to stderr" >&2' <<<'through cat' >&7 2>&8
    run -0 pyos read 7 100
    is "b'through cat\\n'"
    run -0 pyos read 8 100
    is "b';to stderr\\n'"
}

@test "a pipe ends when its writer has gone" {
    run -0 pyos read 0 100 < <(:)
    is "b''"
}

@test "a file is opened, duplicated and closed" {
    echo text >file
    requests open '["file","O_RDONLY"]' dup '[3]' close '[3]' read '[4,100]' close '[4]' close '[4]'
    is '3
4
null
{"base64":"dGV4dAo="}
null
error 9'
}

@test "standard output goes to a file through dup2" {
    requests open '["file","O_WRONLY|O_CREAT",420]' dup2 '[3,1]' get_inheritable '[1]' write '[1,{"base64":"aGkK"}]'
    is '3
1
true
3'
    [ "$(<file)" = hi ]
}

@test "an event counter as a semaphore is taken and given back" {
    requests eventfd '[1,"EFD_SEMAPHORE|EFD_CLOEXEC"]' eventfd_read '[3]' eventfd_write '[3,1]' eventfd_read '[3]'
    is '3
1
null
1'
}

@test "a timer expires, once and then again and again" {
    requests timerfd_create '{"clockid":0,"flags":"TFD_NONBLOCK"}' timerfd_create '{"clockid":1}' timerfd_settime \
        '{"fd":4,"initial":0.001,"interval":0.001}' read '[4,8]' timerfd_settime '{"fd":4}' read '[3,8]'
    [[ "$output" =~ ^3$'\n'4$'\n'\[0.0,0.0\]$'\n'\{\"base64\":\"[A-Za-z0-9+/]{11}=\"\} ]]
    [[ "$output" =~ 0.001\]$'\n'error\ 11$ ]]
}

@test "a file of /proc copies as if it was empty, as the manual warns, or is refused" {
    touch file
    exec 7</proc/self/status 8>file
    run pyos copy_file_range 7 8 100
    [ "$status" -eq 71 ] || is 0
    [ ! -s file ]
}

@test "two who write one file take turns by a lock" {
    printf 0 >counter
    add() {
        exec 7<>counter
        pyos fcntl 7 F_OFD_SETLKW --type=F_WRLCK >/dev/null
        local count
        count=$(pyos pread -r 7 100 0)
        pyos pwrite 7 $((count + 1)) 0 >/dev/null
    }
    (add) 3>&- & (add) 3>&- & (add) 3>&- &
    wait
    [ "$(<counter)" = 3 ]
}

@test "a file that is open for reading is mapped" {
    printf 'hello world' >file
    exec 7<file
    run -0 pyos mmap 7 0
    is "b'hello world'"
    run -0 pyos mmap 7 5
    is "b'hello'"
    run -0 pyos lseek 7 0 SEEK_CUR
    is 0
}

@test "what cannot be mapped is said as Python says it" {
    head -c 5000 /dev/zero | tr '\0' x >file
    : >empty
    exec 7<file 8<empty 9>>file
    cat >cases <<'CASES'
7 3 0
7 5001 0
7 3 4096
7 0 8192
7 5 8192
7 5 1
8 0 0
8 1 0
9 5 0
99 5 0
7 -1 0
7 1 -1
CASES
    cat >expected <<'EXPECTED'
b'xxx'
ValueError: mmap length is greater than file size
b'xxx'
ValueError: mmap offset is greater than file size
ValueError: mmap length is greater than file size
OSError: [Errno 22] Invalid argument
ValueError: cannot mmap an empty file
ValueError: mmap length is greater than file size
PermissionError: [Errno 13] Permission denied
OSError: [Errno 9] Bad file descriptor
OverflowError: memory mapped length must be positive
OverflowError: memory mapped offset must be positive
EXPECTED
    local fd length offset
    while read -r fd length offset; do
        pyos mmap "$fd" "$length" --offset="$offset" 2>&1 | sed 's/^pyos mmap: //'
    done <cases | diff expected -
    if python313; then
        "$ORACLE" "$SRC/tests/functions/mapped.py" <cases | diff expected -
    fi
}

@test "what is no file cannot be mapped" {
    run -71 --separate-stderr pyos mmap 0 5 < <(echo x)
    says 'pyos mmap: OSError: [Errno 19] No such device'
}
