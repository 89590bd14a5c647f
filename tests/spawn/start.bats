# spawn: how a command is found and started, its exit code, and what is said when it cannot be.
load ../helper
load spawn

@test "the exit code is the command's" {
    for code in 0 1 3 124 125 126 127 255; do
        exits "$code" pyos spawn -- sh -c "exit $code"
        is ''
    done
}

@test "a command that signal N killed is 128+N" {
    for signal in 1 2 9 15 31; do
        exits $((128 + signal)) pyos spawn -- sh -c "kill -$signal \$\$"
    done
}

@test "the words of the command are handed over as they are" {
    run pyos spawn "$INSIDE" args -J --help '' 'a b' $'new\nline' $'\xff' --
    is "[$INSIDE][args][-J][--help][][a b]["$'new\nline'"]["$'\xff'"][--]"
}

@test "two dashes end the options of pyos, and are not the command's" {
    run pyos spawn --umask=0o077 -- "$INSIDE" args -- x
    is "[$INSIDE][args][--][x]"
}

@test "no command is a usage error of 125" {
    exits 125 pyos spawn --setsid
    says "pyos spawn: TypeError: spawn() missing required argument 'COMMAND' (pos 1)"
}

@test "an unknown option is a usage error of 125, and nothing is run" {
    exits 125 pyos spawn --unknown touch made
    says "pyos spawn: TypeError: spawn() got an unexpected keyword argument 'unknown'"
    [ ! -e made ]
}

@test "a command that is not found is 127, in PATH and as a path" {
    exits 127 pyos spawn no-such-command
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: 'no-such-command'"
    exits 127 pyos spawn ./no-such-command
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: './no-such-command'"
    touch file
    exits 127 pyos spawn file/command
    says "pyos spawn: NotADirectoryError: [Errno 20] Not a directory: 'file/command'"
    exits 127 pyos spawn ''
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: ''"
}

@test "a directory is 126" {
    mkdir directory
    exits 126 pyos spawn ./directory
    says "pyos spawn: PermissionError: [Errno 13] Permission denied: './directory'"
}

@test "a file without permission to execute it is 126" {
    touch file
    exits 126 pyos spawn ./file
    says "pyos spawn: PermissionError: [Errno 13] Permission denied: './file'"
}

@test "a text file without #! is 126, and no shell runs it" {
    script text <<<'touch made'
    exits 126 pyos spawn ./text
    says "pyos spawn: OSError: [Errno 8] Exec format error: './text'"
    PATH=$PWD:$PATH exits 126 pyos spawn text
    says "pyos spawn: OSError: [Errno 8] Exec format error: 'text'"
    [ ! -e made ]
}

@test "a script whose interpreter is missing is 126, and that is said" {
    script script <<<'#!/no/such/interpreter'
    exits 126 pyos spawn ./script
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: './script': its interpreter is missing"
}

@test "an argument list of 2 MiB is taken, or refused as 126, by the limits" {
    script count <<<$'#!/bin/sh\necho $#'
    # 64 words of 32 KiB, behind a stack that lets pyos itself have them
    run bash -c 'ulimit -s unlimited || ulimit -s 65532 || exit 99
        word=$(head -c 32767 /dev/zero | tr "\0" x)
        words=(); for i in {1..64}; do words+=("$word"); done
        pyos spawn ./count "${words[@]}"; echo "=> $?"
        pyos spawn --rlimit=STACK=1000000 ./count "${words[@]}" 2>&1; echo "=> $?"'
    [ "$status" -ne 99 ] || skip 'the stack cannot be larger'
    [ "$output" = $'64\n=> 0\npyos spawn: OSError: [Errno 7] Argument list too long: \'./count\'\n=> 126' ]
}

@test "PATH is searched as posix_spawnp does" {
    mkdir a b c
    script b/tool <<<$'#!/bin/sh\necho from b'
    touch a/tool # found first, and passed over: it may not be executed
    PATH=$PWD/a:$PWD/missing:$PWD/b:$PATH run pyos spawn tool
    is 'from b'
    PATH=$PWD/a:$PWD/c:$PATH exits 126 pyos spawn tool
    says "pyos spawn: PermissionError: [Errno 13] Permission denied: 'tool'"
}

@test "an empty part of PATH is the current directory" {
    script tool <<<$'#!/bin/sh\necho here'
    PATH=/nowhere: run "$PYOS" spawn tool
    is here
    PATH=:/nowhere run "$PYOS" spawn tool
    is here
}

@test "without PATH /bin and /usr/bin are searched" {
    exits 0 env -u PATH "$PYOS" spawn true
    script tool <<<'#!/bin/sh'
    exits 127 env -u PATH "$PYOS" spawn tool
}

@test "the PATH that counts is pyos's own, not the one that the command gets" {
    mkdir bin
    script bin/tool <<<$'#!/bin/sh\necho found'
    exits 127 pyos spawn --env PATH="$PWD/bin" tool
    PATH=$PWD/bin:$PATH run pyos spawn --env PATH=/nowhere tool
    is found
}

@test "--no-search takes the command for a path" {
    exits 127 pyos spawn --no-search true
    script here <<<$'#!/bin/sh\necho here'
    run pyos spawn --no-search here
    is here
}

@test "a loop of links and a name that is too long are 126, as they are no missing files" {
    ln -s loop loop
    exits 126 pyos spawn ./loop
    exits 126 pyos spawn "./$(printf '%0300d' 0)"
}

@test "P_NOWAIT prints the pid and leaves" {
    mkfifo go
    pid=$(pyos spawn --mode=P_NOWAIT --open=1:O_WRONLY:/dev/null -- sh -c 'read x <go; echo "$$" >pid')
    kill -0 "$pid"
    echo >go
    gone "$pid"
    [ "$(cat pid)" = "$pid" ]
}

@test "P_NOWAIT tells a failure as P_WAIT does" {
    exits 127 pyos spawn --mode=P_NOWAIT no-such-command
    is ''
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: 'no-such-command'"
}

@test "P_NOWAIT with what needs the end of the command is a usage error" {
    for option in --timeout=1 --capture --tee --lines --report=r --report-fd=2 --json --field=pid --subreaper \
        --propagate-signal --pdeathsig=9; do
        exits 125 pyos spawn --mode=P_NOWAIT "$option" touch made
        [[ "$stderr" == *"TypeError"*" needs mode P_WAIT"* ]]
    done
    [ ! -e made ] && [ ! -e r ]
}

@test "the three standard descriptors may be closed" {
    pyos spawn "$INSIDE" fds <&- >fds
    [[ "$(cat fds)" == 1,2* ]]
    pyos spawn --open='1:O_WRONLY|O_CREAT:opened' "$INSIDE" fds <&- >&- 2>&-
    [[ "$(cat opened)" =~ ^1(,[3-9]|$) ]]
    code=0
    pyos spawn -- sh -c 'exit 3' <&- >&- 2>&- || code=$?
    [ "$code" -eq 3 ]
    for way in by_clone by_fork no_pidfd; do
        declare -n prefix=$way
        "${prefix[@]}" "$PYOS" spawn -f stdout --capture --report=report -- sh -c 'echo out; echo err >&2' <&- >&- 2>&-
        [ "$(cat report)" = out ]
    done
}

@test "each way to start a child runs it, and tells its failures" {
    script text <<<text
    for way in by_clone by_fork no_pidfd; do
        declare -n prefix=$way
        exits 5 "${prefix[@]}" "$PYOS" spawn -- sh -c 'exit 5'
        exits 125 "${prefix[@]}" "$PYOS" spawn --chdir=/no/such/directory true
        says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: '/no/such/directory': in step chdir"
        exits 126 "${prefix[@]}" "$PYOS" spawn ./text
        says "pyos spawn: OSError: [Errno 8] Exec format error: './text'"
    done
}

@test "clone is made with CLONE_VM, CLONE_VFORK and CLONE_PIDFD, and fork where they are refused" {
    needs strace
    strace -f -e trace=clone,clone3,fork,vfork -o trace "$PYOS" spawn true
    grep -q 'clone(.*CLONE_VM|CLONE_PIDFD|CLONE_VFORK|SIGCHLD' trace
    "${by_fork[@]}" strace -e trace=clone,clone3,fork,vfork,pipe2 -o trace "$PYOS" spawn true
    grep -q 'clone(.*CLONE_VM.* = -1 EPERM' trace
    grep -qE '^(fork\(|clone\(child_stack=NULL.*SIGCHLD)' trace
    grep -qE 'pipe2\(\[.*\], O_CLOEXEC\) += 0' trace
}

@test "a thousand children of one process leave no descriptor, no zombie and no signal blocked" {
    "$BUILD/build/unit/supervise"
    "${by_fork[@]}" "$BUILD/build/unit/supervise"
    "${no_pidfd[@]}" "$BUILD/build/unit/supervise"
}

@test "there are few system calls around one command" {
    needs strace
    strace -o trace "$PYOS" spawn true
    sed -n '/SIGCHLD/,$p' trace >around
    [ "$(wc -l <around)" -le 14 ]
}

@test "what ends a command needs something that ends it" {
    for option in --signal=INT --kill-after=1; do
        run -125 --separate-stderr pyos spawn "$option" true
        [[ "$stderr" == *"TypeError: spawn() argument '"*"' needs timeout or subreaper" ]]
        exits 0 pyos spawn "$option" --timeout=60 true
        exits 0 pyos spawn "$option" --subreaper true
    done
}

@test "a pid that cannot be written is told in the error" {
    [ -e /dev/full ] || skip 'needs /dev/full'
    run -125 --separate-stderr bash -c 'pyos spawn --mode=P_NOWAIT -- true >/dev/full'
    [[ "$stderr" =~ ^pyos\ spawn:\ OSError:\ \[Errno\ 28\]\ No\ space\ left\ on\ device:\ 1:\ process\ [0-9]+\ runs\ on$ ]]
}
