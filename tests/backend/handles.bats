# Descriptors of a session of the emulated backend: numbers of its own, from 3 on, whatever the process has open.
load ../helper
load ../session/session
load ../session/wrong

# confined: a session below the directory where it is, whose process has inherited a file and a directory, under the
# numbers that its own descriptors get.
confined() {
    mkdir -p inherited
    [ -e outside ] || echo outside >outside
    pyos --backend=emulated --root=. session 3<>outside 4<>outside 5<inherited 6<inherited 7<>outside 8<>outside \
        9<inherited
}

# requests METHOD PARAMS ...: what it answers, a line each: the result, or "error", the number and the file name.
requests() {
    while (($#)); do
        echo "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\",\"params\":$2}"
        shift 2
    done >calls
    confined <calls >answers
    run -0 sed -E 's/^\{"jsonrpc":"2.0","id":1,"(result|error)"://; s/\}$//
        s/^\{"code":([-0-9]*),.*"filename":(.*),"filename2":.*/error \1 \2/' answers
}

# bytes TEXT: as JSON has them
bytes() {
    printf '{"base64":"%s"}' "$(printf %s "$1" | base64)"
}

@test "open gives the lowest number that the session has free, from 3 on" {
    requests open '["a","O_CREAT"]' open '["b","O_CREAT"]' open '["c","O_CREAT"]' close '[4]' close '[3]' \
        open '["d","O_CREAT"]' open '["e","O_CREAT"]' open '["f","O_CREAT"]'
    is '3
4
5
null
null
3
4
6'
}

@test "what was closed is open no more" {
    requests open '["a","O_CREAT"]' close '[3]' close '[3]' read '[3,1]' fstat '[3]' dup '[3]' dup2 '[3,4]' stat '[3]'
    is '3
null
error 9 null
error 9 null
error 9 null
error 9 null
error 9 null
error 9 3'
}

@test "what the process has inherited, and what the session speaks on, is open to no function" {
    for fd in 0 1 2 3 5 9 500 501; do
        numbered "$fd" >calls
        [ "$(wc -l <calls)" -gt 60 ]
        confined <calls | sed -E 's/.*"id":"([^"]*)","(error|result)":/\1 /' >answers
        run -0 grep -v -e '{"code":9,' -e 'refused by the emulated backend' answers
        is 'device_encoding null}
isatty false}
splice 0}'
        [ "$(grep -c '{"code":9,' answers)" -gt 50 ]
        run -0 cat outside
        is outside
    done
}

@test "a directory that the process has inherited is no place for a path" {
    requests mkdir '{"path":"x","dir_fd":5}' open '{"path":".","flags":0,"dir_fd":6}' \
        stat '{"path":".","dir_fd":9}' rename '{"src":"a","dst":"b","src_dir_fd":5,"dst_dir_fd":5}' listdir '[5]' \
        fwalk '{"top":".","dir_fd":5}' unlink '{"path":"outside","dir_fd":-1}'
    run -0 sed 's/error 9 .*/error 9/' <<<"$output"
    is "$(yes 'error 9' | head -n 7)"
    [ -z "$(ls inherited)" ]
}

@test "the terminal's size is not asked of a descriptor that the session has not got" {
    requests get_terminal_size '[]' get_terminal_size '[1]'
    is 'error 9 null
error 9 null'
}

@test "files are read, written and changed by their numbers" {
    requests open '["a","O_RDWR|O_CREAT"]' write "[3,$(bytes 'a text')]" lseek '[3,2,"SEEK_SET"]' read '[3,9]' \
        pread '[3,1,0]' pwrite "[3,$(bytes T),2]" readv '[3,[9]]' preadv '[3,[2,9],2]' writev "[3,[$(bytes '!')]]" \
        pwritev "[3,[$(bytes A)],0]" ftruncate '[3,6]' lseek '[3,0,"SEEK_CUR"]' mmap '[3,0]' readinto '[3,1]'
    is "3
6
2
$(bytes text)
$(bytes a)
1
[$(bytes '')]
[$(bytes Te),$(bytes xt)]
1
1
null
7
$(bytes 'A Text')
$(bytes '')"
    run -0 cat a outside
    is 'A Textoutside'
}

@test "what is known of a file is asked and set by its number" {
    echo text >a
    requests open '["a","O_RDWR"]' fchmod '[3,420]' fchown '[3,-1,-1]' fsync '[3]' fdatasync '[3]' lockf '[3,"F_LOCK",1]' \
        posix_fadvise '[3,0,0,0]' posix_fallocate '[3,0,9]' truncate '[3,2]' utime '[3,[1,1]]' chmod '[3,416]' \
        fpathconf '[3,"PC_NAME_MAX"]' isatty '[3]' device_encoding '[3]'
    is '3
null
null
null
null
null
null
null
null
null
null
255
false
null'
    run -0 stat -c '%s %Y %a' a
    is '2 1 640'
    run -0 cat outside
    is outside
}

@test "stat, statvfs and pathconf are of the file that a number means" {
    echo text >a
    inode=$(stat -c %i a)
    requests open '["a",0]' fstat '[3]' stat '[3]' statx '{"path":3,"mask":2047}' fstatvfs '[3]' statvfs '[3]' pathconf '[3,"PC_NAME_MAX"]'
    mapfile -t lines <<<"$output"
    for i in 1 2 3; do [[ "${lines[i]}" == *":$inode,"* ]]; done
    [[ "${lines[4]}" == *'"f_namemax":255'* ]]
    [[ "${lines[5]}" == *'"f_namemax":255'* ]]
    [ "${lines[6]}" = 255 ]
}

@test "directories are listed, changed to and walked by their numbers" {
    mkdir -p a/b
    touch a/b/c
    requests open '["a",0]' listdir '[3]' open '{"path":"b","flags":0,"dir_fd":3}' listdir '[4]' \
        mkdir '{"path":"d","dir_fd":4}' stat '{"path":"nosuch","dir_fd":4}' rename \
        '{"src":"c","dst":"e","src_dir_fd":4,"dst_dir_fd":3}' fchdir '[4]' listdir '["."]' chdir '[3]'
    is '3
["b"]
4
["c"]
null
error 2 "nosuch"
null
null
["d"]
null'
    [ -f a/e ]
}

@test "what is copied from file to file is told by their numbers" {
    printf 'a text' >a
    requests open '["a",0]' open '["b","O_RDWR|O_CREAT"]' sendfile '[4,3,0,2]' copy_file_range '[3,4,4,2]' pipe '[]' \
        splice '[3,6,4,0]' read '[5,4]'
    is "3
4
2
4
[5,6]
4
$(bytes 'a te')"
    run -0 cat b outside
    is 'a textoutside'
}

@test "each end of a pipe has a number" {
    requests pipe '[]' write "[4,$(bytes text)]" read '[3,9]' close '[3]' pipe2 '["O_NONBLOCK"]' read '[3,1]' \
        get_blocking '[3]' get_blocking '[4]' set_blocking '[3,true]' get_blocking '[3]'
    is "[3,4]
4
$(bytes text)
null
[3,5]
error 11 null
false
true
null
true"
}

@test "whatever opens a descriptor gives a number of the session" {
    requests eventfd '[7]' eventfd_read '[3]' eventfd_write '[3,1]' memfd_create '["name"]' write "[4,$(bytes text)]" \
        timerfd_create '[1]' timerfd_gettime '[5]' dup '[4]' pread '[6,9,0]'
    is "3
7
null
4
4
5
[0.0,0.0]
6
$(bytes text)"
}

@test "dup2 to a free number is that number, and the next ones stay the lowest" {
    printf text >a
    requests open '["a",0]' dup2 '[3,20]' read '[20,2]' read '[3,9]' open '["a",0]' dup2 '[3,0]' pread '[0,9,0]' \
        get_inheritable '[20]' dup2 '[3,21,false]' get_inheritable '[21]' close '[20]' read '[20,1]'
    is "3
20
$(bytes te)
$(bytes xt)
4
0
$(bytes text)
true
21
false
null
error 9 null"
}

@test "dup2 to a number that is taken closes what it was" {
    printf one >a
    printf two >b
    requests open '["a",0]' open '["b",0]' dup2 '[3,4]' read '[4,9]' dup2 '[4,4]' dup2 '[4,4,false]' read '[3,9]' \
        pipe '[]' dup2 '[3,6]' read '[5,9]'
    is "3
4
4
$(bytes one)
4
error 22 null
$(bytes '')
[5,6]
6
$(bytes '')"
}

@test "dup2 and open know no more numbers than the process may have" {
    touch a
    ulimit -n 64
    count=$(ulimit -n)
    requests open '["a",0]' dup2 "[3,$count]" dup2 "[3,$((count - 1))]" dup2 '[3,2147483647]' dup2 '[3,-1]' \
        dup2 '[3,-100]' dup2 "[99,$count]"
    is "3
error 9 null
$((count - 1))
error 9 null
error 9 null
error 9 null
error 9 null"
    mapfile -t calls < <(for _ in {1..70}; do printf '%s\n' open '["a",0]'; done)
    requests "${calls[@]}"
    run -0 sort -u <<<"$(grep error <<<"$output")"
    is 'error 24 "a"'
}

@test "closerange closes numbers of the session and nothing else" {
    coproc confined
    # shellcheck disable=SC2153  # set by coproc
    say() {
        echo "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\",\"params\":$2}" >&"${COPROC[1]}"
        read -r line <&"${COPROC[0]}"
    }
    say getpid '[]'
    pid=${line//[^0-9:]}
    pid=${pid##*:}
    say pipe '[]'
    before=$(ls "/proc/$pid/fd")
    say pipe '[]'
    say dup2 '[3,100]'
    say closerange '[5,100000]'
    after=$(ls "/proc/$pid/fd")
    [ "$before" = "$after" ]
    say closerange '[-5,2147483647]'
    after=$(ls "/proc/$pid/fd")
    [ "$(wc -w <<<"$before")" -eq $(($(wc -w <<<"$after") + 2)) ]
    for fd in {0..9} 500 501; do [ -e "/proc/$pid/fd/$fd" ]; done
    say read '[3,1]'
    [[ "$line" == *'"code":9,'* ]]
}

@test "close_range closes them too, or keeps them from programs" {
    touch a
    requests open '["a",0]' dup2 '[3,4]' dup2 '[3,5]' close_range '[4,4294967295,4]' get_inheritable '[4]' fstat '[5]' \
        close_range '[4,4,0]' fsync '[4]' fsync '[5]' close_range '[5,4]' close_range '[0,9,1000]' \
        close_range '[0,4294967295]' fsync '[3]'
    if grep -q '"code":38,' answers; then skip 'needs close_range(2)'; fi
    output=$(sed -E 's/^\{.*/{}/' <<<"$output")
    is '3
4
5
null
false
{}
null
error 9 null
null
error 22 null
error 22 null
null
error 9 null'
}

@test "fcntl copies to the lowest number of the session from its argument on" {
    printf text >a
    requests open '["a",0]' fcntl '[3,"F_DUPFD",0]' fcntl '[3,"F_DUPFD_CLOEXEC",20]' fcntl '[3,"F_DUPFD",20]' \
        read '[21,9]' get_inheritable '[21]' get_inheritable '[20]' fcntl '[20,"F_GETFD"]' fcntl '[3,"F_DUPFD",-1]' \
        fcntl '[9,"F_DUPFD",3]' fcntl '[9,"F_GETFL"]' open '["a",0]'
    output=$(sed -E 's/^\{"result":([0-9]+),.*/\1/' <<<"$output")
    is "3
4
20
21
$(bytes text)
true
false
1
error 22 null
error 9 null
error 9 null
5"
}

@test "an error names the number that the session gave" {
    requests open '["a","O_CREAT"]' listdir '[3]' scandir '[3]' chdir '[3]' listdir '[77]' stat '[77]' statvfs '[77]' \
        chmod '[77,0]' getxattr '[3,"user.nosuch"]' setxattr "[77,\"user.a\",$(bytes '')]" utime '[77]' truncate '[77,0]'
    output=$(sed -E 's/error (61|95) 3/error 61 3/' <<<"$output") # of a file system without attributes
    is '3
error 20 3
error 20 3
error 20 3
error 9 null
error 9 77
error 9 77
error 9 77
error 61 3
error 9 77
error 9 77
error 9 null'
    grep -qF '"[Errno 20] Not a directory: 3"' answers
}

@test "-1 is no descriptor where a path may be one, as in CPython" {
    touch emulated answers outside
    mkdir inherited
    requests chdir '[-1]' stat '[-1]' listdir '[-1]' stat '[-100]' fstat '[-100]' read '[-1,1]'
    cp answers emulated
    pyos session <calls >answers
    run -0 diff answers emulated
}

@test "fwalk tells the numbers that the directories would have had" {
    mkdir -p a/b/c
    touch file
    requests open '["file",0]' open '["file",0]' open '["file",0]' close '[4]' fwalk '["a"]' \
        fwalk '{"top":"a","topdown":false}'
    is '3
4
5
null
[["a",["b"],[],4],["a/b",["c"],[],6],["a/b/c",[],[],7]]
[["a/b/c",[],[],7],["a/b",["c"],[],6],["a",["b"],[],4]]'
}

@test "10,000 files that are opened and closed have one number" {
    touch a
    awk 'BEGIN { for (i = 0; i < 10000; i++) {
        print "{\"jsonrpc\":\"2.0\",\"id\":\"open\",\"method\":\"open\",\"params\":[\"a\",0]}"
        print "{\"jsonrpc\":\"2.0\",\"id\":\"close\",\"method\":\"close\",\"params\":[3]}" } }' >calls
    confined <calls | sort >answers
    run -0 uniq -c answers
    [ "$(uniq answers)" = '{"jsonrpc":"2.0","id":"close","result":null}
{"jsonrpc":"2.0","id":"open","result":3}' ]
}
