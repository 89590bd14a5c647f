# What a session speaks on, what it leaves to the calls, and what those inherit.
load ../helper
load session
load wrong

@test "what a session speaks on is open to no function" {
    for fd in 500 501; do
        numbered "$fd" >calls
        [ "$(wc -l <calls)" -gt 60 ]
        echo '{"jsonrpc":"2.0","id":"listdir","method":"listdir","params":["/proc/self/fd"]}' >>calls
        pyos session <calls | sed -E 's/.*"id":"([^"]*)","(error|result)":/\1 /' >answers
        [ "$(grep -c '"500","501"' answers)" -eq 1 ] # and it goes on
        run -0 grep -v -e '{"code":9,' -e '"500","501"' answers
        is 'device_encoding null}
isatty false}
splice 0}'
    done
}

@test "standard input is empty to the calls, and standard output is standard error" {
    run -0 --separate-stderr pyos session <<'E'
{"jsonrpc":"2.0","id":1,"method":"read","params":[0,100]}
{"jsonrpc":"2.0","id":2,"method":"write","params":[1,{"base64":"b3V0"}]}
E
    is '{"jsonrpc":"2.0","id":1,"result":{"base64":""}}
{"jsonrpc":"2.0","id":2,"result":3}'
    says out
}

@test "with --input-fd and --output-fd the standard descriptors are left to the calls" {
    printf '%s\n' '{"jsonrpc":"2.0","id":1,"method":"read","params":[0,100]}' \
        '{"jsonrpc":"2.0","id":2,"method":"write","params":[1,{"base64":"b3V0"}]}' \
        '{"jsonrpc":"2.0","id":3,"method":"get_blocking","params":[7]}' >calls
    run -0 pyos session --input-fd=7 --output-fd=8 7<calls 8>answers <<<in
    is out
    run -0 cat answers
    is '{"jsonrpc":"2.0","id":1,"result":{"base64":"aW4K"}}
{"jsonrpc":"2.0","id":2,"result":3}
{"jsonrpc":"2.0","id":3,"error":{"code":9,"message":"[Errno 9] Bad file descriptor","data":{"type":"OSError","errno":9,"name":"EBADF","strerror":"Bad file descriptor","filename":null,"filename2":null}}}'
}

@test "a descriptor to speak on that is not open is exit code 71" {
    run -71 --separate-stderr pyos session --input-fd=77
    says "pyos session: OSError: [Errno 9] Bad file descriptor: 77"
    run -71 --separate-stderr pyos session --output-fd=77 </dev/null
    says "pyos session: OSError: [Errno 9] Bad file descriptor: 77"
}

@test "one descriptor may be both, as a socket is" {
    mkfifo both
    exec 6<>both
    echo '{"jsonrpc":"2.0","method":"closerange","params":[6,8]}' >&6
    echo '{"jsonrpc":"2.0","method":"mkdir","params":["made"]}' >&6
    echo '{"jsonrpc":"2.0","method":"_exit","params":[9]}' >&6
    run -9 pyos session --input-fd=6 --output-fd=6
    [ -d made ]
}

@test "inherited descriptors are open to the calls under their numbers" {
    echo text >file
    mkdir dir
    requests_with() { run -0 pyos session 5<file 6<dir 9>>file; }
    requests_with <<'E'
{"jsonrpc":"2.0","id":1,"method":"read","params":[5,2]}
{"jsonrpc":"2.0","id":2,"method":"mkdir","params":{"path":"sub","dir_fd":6}}
{"jsonrpc":"2.0","id":3,"method":"write","params":[9,{"base64":"bW9yZQ=="}]}
{"jsonrpc":"2.0","id":4,"method":"pread","params":[5,9,2]}
E
    is '{"jsonrpc":"2.0","id":1,"result":{"base64":"dGU="}}
{"jsonrpc":"2.0","id":2,"result":null}
{"jsonrpc":"2.0","id":3,"result":4}
{"jsonrpc":"2.0","id":4,"result":{"base64":"eHQKbW9yZQ=="}}'
    [ -d dir/sub ]
}

@test "children do not see what a session speaks on" {
    requests system '["test -e /proc/self/fd/2 && test ! -e /proc/self/fd/500 && test ! -e /proc/self/fd/501"]' \
        spawnv '["P_WAIT","/bin/sh",["sh","-c","test ! -e /proc/self/fd/500 && test ! -e /proc/self/fd/501"]]'
    is '0
0'
}

@test "bytes go both ways, whatever they are" {
    printf '%b' "$(printf '\\x%02x' {0..255})" >all
    base64 -w0 all >encoded
    requests open '["copy","O_RDWR|O_CREAT",420]' write "[3,{\"base64\":\"$(cat encoded)\"}]" \
        pread '[3,1000,0]' rename '["copy",{"base64":"/2E="}]' listdir '["."]' stat '["\udcffb"]' unlink '["\udcffa"]'
    mapfile -t lines <<<"$output"
    [ "${lines[2]}" = "{\"base64\":\"$(cat encoded)\"}" ]
    [[ "${lines[4]}" == *'"\udcffa"'* ]]
    [ "${lines[5]}" = 'error 2' ]
    [ "${lines[6]}" = null ]
}

@test "a pipe that nobody reads is BrokenPipeError, and the session goes on" {
    ask '{"jsonrpc":"2.0","method":"closerange","params":[3,9]}' '{"jsonrpc":"2.0","id":1,"method":"pipe"}' \
        '{"jsonrpc":"2.0","id":2,"method":"close","params":[3]}' \
        '{"jsonrpc":"2.0","id":3,"method":"write","params":[4,{"base64":"eA=="}]}' \
        '{"jsonrpc":"2.0","id":4,"method":"sched_yield"}'
    [[ "${lines[2]}" == *'"[Errno 32] Broken pipe","data":{"type":"BrokenPipeError",'* ]]
    [ "${lines[3]}" = '{"jsonrpc":"2.0","id":4,"result":null}' ]
}

# reads_from PID FD: whether the process is inside of read(2) on that descriptor
reads_from() {
    local call fd
    read -r call fd _ <"/proc/$1/syscall" 2>/dev/null || return 1
    [ "$fd" = "$(printf '0x%x' "$2")" ]
}

@test "a read that blocks blocks the session until there is something" {
    mkfifo pipe
    exec 7<>pipe
    coproc pyos session
    # shellcheck disable=SC2153  # set by coproc
    cat "/proc/$COPROC_PID/syscall" >/dev/null 2>&1 || skip "needs /proc/PID/syscall"
    echo '{"jsonrpc":"2.0","id":1,"method":"read","params":[7,9]}' >&"${COPROC[1]}"
    echo '{"jsonrpc":"2.0","id":2,"method":"mkdir","params":["after"]}' >&"${COPROC[1]}"
    until reads_from "$COPROC_PID" 7; do :; done
    [ ! -e after ]
    printf ab >&7
    read -r line <&"${COPROC[0]}"
    [ "$line" = '{"jsonrpc":"2.0","id":1,"result":{"base64":"YWI="}}' ]
    read -r line <&"${COPROC[0]}"
    [ -d after ]
}

@test "_exit and a successful exec end a session unanswered" {
    run -3 pyos session <<<'{"jsonrpc":"2.0","id":1,"method":"_exit","params":[3]}'
    is ''
    run -4 pyos session <<<'{"jsonrpc":"2.0","id":1,"method":"execv","params":["/bin/sh",["sh","-c","exit 4"]]}'
    is ''
}
