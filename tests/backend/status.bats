# pyos backend: what the emulated backend makes of each function.
# shellcheck disable=SC2154  # run sets stderr
load ../helper

# described: a line for each function of a session, its name and a description of it, which has the types of its
# parameters and of its result.
described() {
    pyos session <<<'{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}' |
        sed -E 's/\{"name":"([^"]*)","summary":("([^"\\]|\\.)*"|null),"section":/\n\1 /g' | sed 1d
}

# left_alone PATTERN: the functions whose description has it, and which the emulated backend supports as they are.
left_alone() {
    comm -12 <(described | grep -E -e "$1" | cut -d ' ' -f 1 | sort) \
        <(pyos backend -f status,name | sed -n 's/^supported\t//p' | sort)
}

@test "it lists the functions of --list-functions, in their order" {
    diff <(pyos backend --json -f name,section) <(pyos --list-functions --json -f name,section)
    [ "$(pyos backend | wc -l)" -gt 200 ]
}

@test "each function is supported, emulated or refused" {
    run pyos backend -f status
    [ "$(sort -u <<<"$output")" = $'emulated\nrefused\nsupported' ]
}

@test "what is refused has a reason, and what is emulated says what of it" {
    pyos backend -f status,reason,name >listed
    run grep -E $'^(refused|emulated)\t\t' listed
    is ''
    run grep -E $'^supported\t[^\t]' listed
    is ''
}

@test "no reason is a sentence of its own, and none is too long to be told whole" {
    run sh -c "pyos backend -f reason | grep -E '^[A-Z]|[.:]\$|.{80}'"
    is ''
}

@test "a function that takes a path is emulated or refused, but for those that look at its text alone" {
    [ "$(described | wc -l)" -eq "$(pyos backend | wc -l)" ]
    [ "$(described | grep -c '"type":"path')" -gt 40 ]
    run left_alone '"type":"path( or fd)?"'
    is $'fsdecode\nfsencode\nfspath'
}

@test "a function that takes a descriptor or gives one is emulated or refused" {
    [ "$(described | grep -c '"type":"fd"')" -gt 20 ]
    run left_alone '"type":"fd"'
    is ''
}

@test "what only a process of its own could do is refused" {
    for name in execv fork kill killpg nice pidfd_open posix_spawn spawnv system popen waitpid abort setuid setgroups \
        setsid setns unshare chroot openpty login_tty tcsetpgrp sched_setaffinity prlimit syscall; do
        prints refused pyos backend -f status $name
    done
}

@test "it prints records, as other names do" {
    prints "{'name': 'fork', 'section': 'Process Management', 'status': 'refused', 'reason': 'processes cannot be confined'}
{'name': 'sep', 'section': 'Miscellaneous System Information', 'status': 'supported', 'reason': None}" \
        pyos backend fork sep
    prints '{"name":"stat","section":"Files and Directories","status":"emulated","reason":"paths stay below the root"}' \
        pyos backend --json stat
    prints '[{"name":"umask","status":"emulated"},{"name":"getpid","status":"supported"}]' \
        pyos backend --json=array -f name,status umask getpid
    prints $'read\tFile Descriptor Operations\temulated\tdescriptors are those of the session' pyos backend -r read
}

@test "on the native backend every function is supported" {
    prints supported sh -c 'pyos backend --backend=native -f status,reason | sort -u | tr -d "\t"'
}

@test "it tells the same of the emulated backend where that is chosen" {
    diff <(pyos backend) <(pyos backend --backend=emulated --root=.)
}

@test "a name that there is none of is an AttributeError, and the others are told" {
    run --separate-stderr pyos backend -f status nope fork
    is refused
    says "pyos backend: AttributeError: module 'os' has no attribute 'nope'"
    [ "$status" -eq 64 ]
}

@test "a field that there is none of is an AttributeError" {
    fails 64 "pyos backend: AttributeError: 'dict' object has no attribute 'nope'" pyos backend -f nope
}

@test "a full disk is reported once" {
    full() { pyos backend >/dev/full; }
    fails 74 'pyos backend: OSError: [Errno 28] No space left on device' full
}

@test "each applet that the emulated backend refuses says why" {
    mkdir root
    for name in '--install .' 'info' 'fstat 0' 'spawn true' 'sched get' 'sched set' 'sched run true' \
        'path sameopenfile 0 1'; do
        # shellcheck disable=SC2086  # the words of a line
        run --separate-stderr pyos --backend=emulated --root=root $name
        is ''
        [[ "$stderr" =~ NotImplementedError:\ .*:\ refused\ by\ the\ emulated\ backend:\ [a-z].+$ ]] || {
            echo "$name: $stderr"
            return 1
        }
    done
}
