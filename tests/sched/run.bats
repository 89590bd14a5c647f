# sched run: pyos sets itself and becomes the command.
load ../helper
load sched

@test "the command is the process that pyos was" {
    pyos sched run --nice=19 -- sh -c 'echo $$' >got &
    pid=$!
    wait "$pid"
    [ "$(<got)" = "$pid" ]
}

@test "the command and its children have what was set" {
    cpu=$(first_cpu)
    run -0 pyos sched run --policy=batch --nice=19 --affinity="$cpu" -- \
        sh -c 'cat /proc/self/stat; sed -n "s/^Cpus_allowed_list:.//p" /proc/self/status'
    read -ra fields <<<"${lines[0]##*) }"
    [ "${fields[16]} ${fields[38]} ${lines[1]}" = "19 3 $cpu" ]
}

@test "nice sees it" {
    run -0 pyos sched run --nice=19 nice
    is 19
}

@test "pyos sees it from inside" {
    run -0 pyos sched run --policy=idle --nice=18 -- pyos sched -f policy,nice
    is $'SCHED_IDLE\t18'
}

@test "reset_on_fork is the command's, not its children's" {
    run -0 pyos sched run --reset-on-fork -- \
        sh -c 'pyos sched -f reset_on_fork -p $$; pyos sched -f reset_on_fork; true'
    is $'True\nFalse'
}

@test "with reset_on_fork real time ends with the command" {
    needs chrt
    may_fifo || return 0
    run -0 pyos sched run --policy=fifo --priority=2 --reset-on-fork -- \
        sh -c 'pyos sched -f policy -p $$; pyos sched -f policy; true'
    is $'SCHED_FIFO\nSCHED_OTHER'
}

@test "a real-time priority is seen from inside, or refused" {
    needs chrt
    run --separate-stderr pyos sched run --policy=rr --priority=5 -- cat /proc/self/stat
    if may_fifo; then
        [ "$status" -eq 0 ]
        read -ra fields <<<"${output##*) }"
        [ "${fields[37]} ${fields[38]}" = '5 2' ]
    else
        [ "$status" -eq 125 ]
        is ''
        [[ $stderr == 'pyos sched run: PermissionError: [Errno 1] Operation not permitted: '* ]]
    fi
}

@test "a deadline is seen from inside, or refused" {
    needs chrt
    run unless_busy pyos sched run --policy=deadline --runtime=1ms --deadline=5ms --period=10ms -- cat /proc/self/stat
    if may_deadline; then
        [ "$status" -eq 0 ]
        read -ra fields <<<"${output##*) }"
        [ "${fields[38]}" -eq 6 ]
    else
        [ "$status" -eq 125 ]
    fi
}

@test "options end at the command: its own are not read" {
    run -0 pyos sched run --nice=19 printf '%s\n' --nice=3 -J -- --help
    is $'--nice=3\n-J\n--\n--help'
    run -0 pyos sched run -- printf '%s\n' --nice
    is --nice
}

@test "nothing needs to be set" {
    run -0 pyos sched run echo hello
    is hello
}

@test "the command gets input, output, environment and arguments untouched" {
    printf 'a\0b' >in
    NAME=$'v\xff' pyos sched run -- sh -c 'cat; printf %s "$NAME$1"' sh $'x\n\xfe' <in >out
    printf 'a\0bv\xffx\n\xfe' | cmp - out
}

@test "its exit code is the command's" {
    run -3 pyos sched run sh -c 'exit 3'
    run -143 pyos sched run sh -c 'kill -TERM $$'
}

@test "no shell splits or expands a word" {
    run -0 pyos sched run printf '%s\n' '$HOME' '*' 'a b' ';'
    is $'$HOME\n*\na b\n;'
    run -127 --separate-stderr pyos sched run 'echo hello'
    says "pyos sched run: FileNotFoundError: [Errno 2] No such file or directory: 'echo hello'"
}

# Which file is the command

@test "a command that is not found is exit 127" {
    for command in no-such-command-at-all ./none /none/x ''; do
        run -127 --separate-stderr pyos sched run --nice=19 -- "$command" arg
        is ''
        says "pyos sched run: FileNotFoundError: [Errno 2] No such file or directory: '$command'"
    done
    touch file
    run -127 --separate-stderr pyos sched run file/x
    says "pyos sched run: NotADirectoryError: [Errno 20] Not a directory: 'file/x'"
}

@test "a command that may not be executed is exit 126" {
    touch file
    mkdir dir
    for command in ./file ./dir; do
        run -126 --separate-stderr pyos sched run "$command"
        says "pyos sched run: PermissionError: [Errno 13] Permission denied: '$command'"
    done
}

@test "a directory that may not be searched is exit 126 where it is named" {
    mkdir closed
    chmod 0 closed
    run -126 --separate-stderr "$TOOLS/unprivileged" "$PYOS" sched run "$PWD/closed/command"
    says "pyos sched run: PermissionError: [Errno 13] Permission denied: '$PWD/closed/command'"
}

@test "a text without #! is exit 126, and no shell runs it" {
    echo 'echo run by a shell' >script
    chmod +x script
    run -126 --separate-stderr pyos sched run ./script
    is ''
    says "pyos sched run: OSError: [Errno 8] Exec format error: './script'"
    PATH=$PWD:$PATH run -126 --separate-stderr pyos sched run script
    is ''
}

@test "a missing interpreter is exit 126, and said so" {
    echo '#!/no/such/interpreter' >script
    chmod +x script
    run -126 --separate-stderr pyos sched run ./script
    says "pyos sched run: FileNotFoundError: [Errno 2] No such file or directory: './script': it is there, but not \
the interpreter that it names"
}

@test "PATH is searched in its order, past what may not be executed" {
    mkdir a b c
    printf '#!/bin/sh\necho b\n' >b/command
    printf '#!/bin/sh\necho c\n' >c/command
    touch a/command
    chmod +x b/command c/command
    run -0 env PATH="$PWD/none:/dev/null:$PWD/a:$PWD/b:$PWD/c" "$PYOS" sched run command
    is b
    run -126 --separate-stderr env PATH="$PWD/a:$PWD/none" "$PYOS" sched run command
    says "pyos sched run: PermissionError: [Errno 13] Permission denied: 'command'"
}

@test "a part of PATH that may not be searched is passed over, and told of where no other part has the command" {
    mkdir closed open
    chmod 0 closed
    printf '#!/bin/sh\necho open\n' >open/command
    chmod +x open/command
    see() { "$TOOLS/unprivileged" env PATH="$PWD/closed:$1" "$PYOS" "${@:2}" command; }
    run -0 see "$PWD/open" sched run
    is open
    for applet in 'sched run' spawn; do
        run -126 --separate-stderr see /none $applet
        says "pyos $applet: PermissionError: [Errno 13] Permission denied: 'command'"
    done
}

@test "an empty part of PATH is the current directory, and a slash is no search" {
    printf '#!/bin/sh\necho here\n' >command
    chmod +x command
    for path in '' : /none: :/none /none::/none; do
        run -0 env PATH="$path" "$PYOS" sched run command
        is here
    done
    run -127 env PATH=/none "$PYOS" sched run command
    run -0 env PATH=/none "$PYOS" sched run ./command
    is here
}

@test "without PATH it is /bin and /usr/bin" {
    run -0 env -u PATH "$PYOS" sched run echo hello
    is hello
}

@test "a part of PATH that is too long is passed over" {
    run -0 env PATH="/$(printf '%05000d' 0):/bin:/usr/bin" "$PYOS" sched run echo hello
    is hello
    run -126 --separate-stderr pyos sched run "$(printf '%0300d' 0)"
    [[ $stderr == 'pyos sched run: OSError: [Errno 36] File name too long: '* ]]
}

# What is pyos's own fault

@test "a failure of pyos's own is exit 125, and the command does not run" {
    for words in '--bogus' '--policy=none' '--nice=20' '--nice=x' '--affinity=x' '--affinity-mask=10' '--priority=3' \
        '--affinity=99999' '--reset-on-fork=maybe' '--runtime=1h'; do
        run -125 --separate-stderr pyos sched run "$words" -- touch done
        is ''
        [[ $stderr == 'pyos sched run: '* ]]
        [ ! -e done ]
    done
    run -125 --separate-stderr pyos sched run
    says "pyos sched run: TypeError: sched run() missing required argument 'COMMAND' (pos 1)"
    run -125 --separate-stderr pyos sched run --nice
    says "pyos sched run: TypeError: sched run() missing the value of argument 'nice'"
}

@test "a failure is JSON with -J" {
    needs jq
    run -127 --separate-stderr pyos sched run -J -- no-such-command-at-all
    is ''
    [ "$(jq -c '[.error.type, .error.filename]' <<<"$stderr")" = '["FileNotFoundError","no-such-command-at-all"]' ]
}
