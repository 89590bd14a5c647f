# The examples that manuals and tutorials of os have for the process itself: its owner, its environment, what is
# supported where it runs.
# shellcheck disable=SC2016  # what is in quotes is for another shell
load ../helper
load ../session/session

# owner: requests for the effective and the real owner of a process
owner() {
    printf '{"jsonrpc":"2.0","id":"%s","method":"%s"}\n' \
        'effective user' geteuid 'effective group' getegid 'actual user' getuid 'actual group' getgid
}

# owners: what a session answers to these, a line for each four of them
owners() {
    sed -n 's/.*"id":"[a-z ]*","result":\([0-9]*\)}/\1/p' | paste -d ' ' - - - -
}

@test "the owner of a process: effective and actual user and group" {
    run -0 owners < <(owner | pyos session)
    is "$(id -u) $(id -g) $(id -ru) $(id -rg)"
}

@test "who starts as root becomes another, the group first, and then may no more" {
    [ "$(id -u)" -eq 0 ] || skip 'needs root'
    {
        owner
        echo '{"jsonrpc":"2.0","method":"setegid","params":[65534]}'
        owner
        echo '{"jsonrpc":"2.0","method":"seteuid","params":[65533]}'
        owner
        echo '{"jsonrpc":"2.0","id":1,"method":"setegid","params":[65535]}'
        echo '{"jsonrpc":"2.0","id":1,"method":"seteuid","params":[65535]}'
    } | ASAN_OPTIONS=detect_leaks=0 pyos session >answers # the sanitizer may not look for leaks in who has changed ids
    run -0 owners <answers
    is $'0 0 0 0\n0 65534 0 0\n65533 65534 0 0'
    [ "$(grep -c '"\[Errno 1\] Operation not permitted"' answers)" -eq 2 ]
}

@test "who is not root becomes nobody else" {
    run -77 --separate-stderr "$TOOLS/unprivileged" pyos seteuid 1
    says 'pyos seteuid: PermissionError: [Errno 1] Operation not permitted'
    run -77 --separate-stderr "$TOOLS/unprivileged" pyos setegid 1
    says 'pyos setegid: PermissionError: [Errno 1] Operation not permitted'
}

@test "the process knows itself, its parent, its group, its session and its terminal" {
    pyos getppid >parent
    [ "$(<parent)" = "$BASHPID" ]
    read -r group session < <(cut -d ' ' -f 5,6 "/proc/$BASHPID/stat")
    [ "$(pyos getpgrp)" = "$group" ]
    [ "$(pyos getsid 0)" = "$session" ]
    sh -c 'echo $$; exec pyos getpid' >pids
    [ "$(sort -u pids | wc -l)" -eq 1 ]
    [ "$(pyos ctermid -r)" = /dev/tty ]
}

@test "a variable is read, set for a child, and gone again" {
    unset TESTVAR
    ask '{"jsonrpc":"2.0","id":1,"method":"getenv","params":["TESTVAR"]}' \
        '{"jsonrpc":"2.0","id":2,"method":"putenv","params":["TESTVAR","THIS VALUE WAS CHANGED"]}' \
        '{"jsonrpc":"2.0","id":3,"method":"system","params":["test \"$TESTVAR\" = \"THIS VALUE WAS CHANGED\""]}' \
        '{"jsonrpc":"2.0","id":4,"method":"unsetenv","params":["TESTVAR"]}' \
        '{"jsonrpc":"2.0","id":5,"method":"system","params":["test -z \"${TESTVAR+set}\""]}'
    is '{"jsonrpc":"2.0","id":1,"result":null}
{"jsonrpc":"2.0","id":2,"result":null}
{"jsonrpc":"2.0","id":3,"result":0}
{"jsonrpc":"2.0","id":4,"result":null}
{"jsonrpc":"2.0","id":5,"result":0}'
}

@test "the home of the user and where commands are" {
    [ "$(HOME=/home/ada pyos getenv HOME -r)" = /home/ada ]
    [ "$(PATH=/a:/b:$PATH pyos get_exec_path -r | head -n 2)" = $'/a\n/b' ]
    run -1 env -u NOPE pyos getenv NOPE
    run -0 env -u NOPE pyos getenv NOPE 'Not set' -r
    is 'Not set'
}

@test "whether a function takes a descriptor for its path, or a directory's, or does not follow links" {
    for set in supports_fd supports_dir_fd supports_follow_symlinks; do
        pyos "$set" -r | grep -qx stat
    done
    pyos supports_effective_ids -r | grep -qx access
    run -1 grep -x getcwd < <(pyos supports_fd -r)
}

@test "where the process is, and where its parent is" {
    mkdir -p a/b
    cd a/b
    ask '{"jsonrpc":"2.0","id":1,"method":"chdir","params":["'"$(pyos pardir -r)"'"]}' \
        '{"jsonrpc":"2.0","id":2,"method":"getcwd"}' '{"jsonrpc":"2.0","id":3,"method":"listdir","params":["'"$(pyos curdir -r)"'"]}'
    [ "${lines[1]}" = "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"$BATS_TEST_TMPDIR/a\"}" ]
    [ "${lines[2]}" = '{"jsonrpc":"2.0","id":3,"result":["b"]}' ]
}

@test "the namespace of another process is joined through its file" {
    ask '{"jsonrpc":"2.0","method":"closerange","params":[3,9]}' \
        '{"jsonrpc":"2.0","id":1,"method":"open","params":["/proc/self/ns/net","O_RDONLY"]}' \
        '{"jsonrpc":"2.0","id":2,"method":"setns","params":[3,"CLONE_NEWNET"]}' \
        '{"jsonrpc":"2.0","id":3,"method":"close","params":[3]}'
    # the kernel lets only a privileged process join, though it be its own
    [[ "${lines[1]}" == *'"result":null}' || "${lines[1]}" == *'"PermissionError"'* ]]
    [ "${lines[2]}" = '{"jsonrpc":"2.0","id":3,"result":null}' ]
}
