# The process itself (os.getpid, setuid, umask, uname, ...), as process.txt has it.
# shellcheck disable=SC2154  # run sets stderr
load ../helper
load transcript

@test "a terminal has a name, whether there is one or not" { holds; }
@test "a process that is not there has no group and no session" { holds; }
@test "a group is no negative number, and a priority is of three things" { holds; }
@test "a namespace is joined by its descriptor" { holds; }
@test "an errno has a meaning, and a number that is none says so" { holds; }
@test "an id is a number of 32 bits" { holds; }
@test "who is nobody at all cannot be in effect" { holds; }
@test "ids that are to be kept are kept" { holds; }
@test "who is in no group is in the one that is given" { holds; }
@test "the mask of new files says what it was" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

# root_only: for what means nothing without root's powers
root_only() {
    [ "$(id -u)" -eq 0 ] || skip 'only root may do this'
    export ASAN_OPTIONS=detect_leaks=0 # the sanitizer may not look for leaks in who has changed ids
}

@test "the ids are those that id says" {
    for pair in 'getuid -ru' 'geteuid -u' 'getgid -rg' 'getegid -g'; do
        gives 0 "$(id ${pair#* })" pyos "${pair% *}"
    done
    gives 0 "($(id -ru), $(id -u), $(id -u))" pyos getresuid
    gives 0 "($(id -rg), $(id -g), $(id -g))" pyos getresgid
}

@test "the groups are those of the kernel" {
    gives 0 "[$(awk '/^Groups:/ { $1 = ""; sub(/^ /, ""); gsub(/ /, ", "); print }' /proc/self/status)]" pyos getgroups
}

@test "the names of the system are those that uname says" {
    gives 0 "posix.uname_result(sysname='$(uname -s)', nodename='$(uname -n)', release='$(uname -r)', \
version='$(uname -v)', machine='$(uname -m)')" pyos uname
    gives 0 "$(uname -r)" pyos uname -f release
}

@test "the process knows its parent, its group and its session" {
    run -0 bash -c 'pyos getppid; :; echo $$'
    is "${lines[1]}"$'\n'"${lines[1]}"
    run -0 bash -c 'pyos getpgid 0; pyos getpgrp; pyos getpgid $$; ps -o pgid= -p $$ | tr -d " "'
    is "${lines[0]}"$'\n'"${lines[0]}"$'\n'"${lines[0]}"$'\n'"${lines[0]}"
    run -0 bash -c 'pyos getsid 0; pyos getsid $$; ps -o sid= -p $$ | tr -d " "'
    is "${lines[0]}"$'\n'"${lines[0]}"$'\n'"${lines[0]}"
}

@test "getpid is of pyos, and under --exec of the program that it becomes" {
    run -0 bash -c 'exec pyos getpid --exec sh -c "echo \$\$ \$PYOS_RESULT"'
    [ "${output% *}" = "${output#* }" ]
}

@test "setsid and setpgrp make a leader of the program behind --exec" {
    run -0 bash -c 'pyos setsid --exec sh -c "echo \$\$; ps -o sid=,pgid= -p \$\$" & wait $!'
    read -r pid <<<"${lines[0]}"
    read -r sid pgid <<<"${lines[1]}"
    is "$pid"$'\n'"${lines[1]}"
    [ "$pid $pid" = "$sid $pgid" ]
    run -0 bash -c 'pyos setpgrp --exec sh -c "echo \$\$; ps -o pgid= -p \$\$"'
    [ "${lines[0]}" -eq "${lines[1]}" ]
}

@test "setsid of a leader is not permitted" {
    run -77 --separate-stderr pyos setpgrp --exec pyos setsid
    says 'pyos setsid: PermissionError: [Errno 1] Operation not permitted'
}

@test "setpriority is for the program behind --exec, and for any other process" {
    run -0 pyos setpriority PRIO_PROCESS 0 7 --exec pyos getpriority PRIO_PROCESS 0
    is 7
    sleep 60 3>&- &
    pyos setpriority PRIO_PROCESS $! 9
    gives 0 9 pyos getpriority PRIO_PROCESS $!
    kill $!
}

@test "a lower nice value needs a privilege" {
    run -77 --separate-stderr "$TOOLS/unprivileged" bash -c 'ulimit -e 0; exec pyos setpriority PRIO_PROCESS 0 -20'
    says 'pyos setpriority: PermissionError: [Errno 13] Permission denied'
}

@test "umask is for the program behind --exec" {
    run -0 pyos umask 0o027 --exec sh -c umask
    is 0027
    fails 65 'pyos umask: ValueError: mode 27 is ambiguous: write 0o27, or 0o33 for decimal 27' pyos umask 27
}

@test "other ids need a privilege" {
    for call in 'setuid 12345' 'setgid 12345' 'seteuid 12345' 'setegid 12345' 'setreuid 12345 12345' \
        'setregid 12345 12345' 'setresuid 12345 12345 12345' 'setresgid 12345 12345 12345' 'setgroups 12345' \
        'initgroups root 0'; do
        # shellcheck disable=SC2086  # words
        run -77 --separate-stderr "$TOOLS/unprivileged" pyos $call
        says "pyos ${call%% *}: PermissionError: [Errno 1] Operation not permitted"
    done
}

@test "a program behind --exec has the ids and groups that were set" {
    root_only
    run -0 pyos setuid 12345 --exec id -u
    is 12345
    run -0 pyos setgid 12345 --exec id -g
    is 12345
    run -0 pyos setgroups 12,34-36 --exec pyos getgroups
    is '[12, 34, 35, 36]'
    run -0 pyos setgroups '' --exec pyos getgroups
    is '[]'
    ids() { sed -n "s/^$1:\t\([0-9]*\)\t\([0-9]*\)\t\([0-9]*\)\t.*/\1 \2 \3/p"; }
    while read -r what wanted call; do # exec saves the effective one
        # shellcheck disable=SC2086  # words
        run -0 pyos $call --exec cat /proc/self/status
        [ "$(ids "$what" <<<"$output")" = "${wanted//,/ }" ]
    done <<'END'
Uid 1,2,2 setresuid 1 2 3
Gid 1,2,2 setresgid 1 2 3
Uid 0,7,7 seteuid 7
Gid 0,7,7 setegid 7
Uid 7,8,8 setreuid 7 8
Gid 7,8,8 setregid 7 8
END
}

@test "initgroups sets the groups of a user, and one more" {
    root_only
    run -0 pyos initgroups root 4321 --exec pyos getgroups
    is "$(pyos getgrouplist root 4321)"
}

@test "getgrouplist lists the groups that have a user as a member" {
    run -0 pyos getgrouplist root 4321
    is "[4321$(awk -F: '$4 ~ /(^|,)root(,|$)/ && $3 != 4321 { printf ", %s", $3 }' /etc/group)]"
}

@test "a namespace of its own needs a privilege" {
    run -77 --separate-stderr "$TOOLS/unprivileged" pyos unshare CLONE_NEWNET
    says 'pyos unshare: PermissionError: [Errno 1] Operation not permitted'
}

@test "unshare and setns give a program another namespace" {
    root_only
    run -0 pyos unshare CLONE_NEWUTS --exec readlink /proc/self/ns/uts
    [ "$output" != "$(readlink /proc/self/ns/uts)" ]
    here=$(readlink /proc/self/ns/uts)
    run -0 pyos unshare CLONE_NEWUTS --exec pyos setns 7 CLONE_NEWUTS --exec readlink /proc/self/ns/uts 7</proc/self/ns/uts
    is "$here"
}

@test "the kernel's login id names who has logged in" {
    id=$(cat /proc/self/loginuid 2>/dev/null) || id=4294967295
    if [ "$id" -eq 4294967295 ]; then
        fails 71 'pyos getlogin: OSError: [Errno 6] No such device or address' pyos getlogin </dev/null
    else
        gives 0 "'$(id -un "$id")'" pyos getlogin
    fi
}

@test "no function of these takes more than it has" {
    fails 64 'pyos getpid: TypeError: posix.getpid() takes no arguments (1 given)' pyos getpid 1
    fails 64 'pyos setresuid: TypeError: setresuid expected 3 arguments, got 2' pyos setresuid 1 2
    fails 64 'pyos getgrouplist: TypeError: getgrouplist expected 2 arguments, got 1' pyos getgrouplist root
}
