# spawn: what the child does with its descriptors, seen from inside.
load ../helper
load spawn

# has FDS: those of the last `run` beside what bats itself has open.
has() {
    local fd
    for fd in "$@"; do
        [[ ",$output," == *",$fd,"* ]] || { echo "no $fd in $output"; return 1; }
    done
}

lacks() {
    local fd
    for fd in "$@"; do
        [[ ",$output," != *",$fd,"* ]] || { echo "$fd in $output"; return 1; }
    done
}

@test "--open opens a file as a descriptor" {
    echo text >file
    run pyos spawn --open=7:O_RDONLY:file -- sh -c 'cat <&7'
    is text
}

@test "--open makes a file with its mode and the umask, 0o666 where none is said" {
    umask 022
    pyos spawn --open='1:O_WRONLY|O_CREAT,0o640:a' --open='2:O_WRONLY|O_CREAT:b' true
    [ "$(stat -c %a a b | paste -s)" = $'640\t644' ]
    pyos spawn --umask=0o077 --open='1:O_WRONLY|O_CREAT:c' true
    [ "$(stat -c %a c)" = 600 ]
}

@test "a path of --open may hold colons, and flags may be a number" {
    echo text >a:b,c
    run pyos spawn --open=0:0:a:b,c cat
    is text
}

@test "--open of a descriptor that is open closes it first" {
    echo text >file
    run pyos spawn --open=0:O_RDONLY:file cat <<<other
    is text
    # a limit that lets no further one be opened
    run bash -c "exec 3<file 4<file 5<file 6<file; pyos spawn --open=6:O_RDONLY:file -- sh -c 'cat <&6'"
    is text
}

@test "--stdin reads a file" {
    echo text >file
    run pyos spawn --stdin=file cat
    is text
    exits 125 pyos spawn --stdin=missing cat
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: 'missing': in step open"
}

@test "--close closes a descriptor, and one that is not open is no error" {
    run pyos spawn --close=0 --close=222 "$INSIDE" fds
    lacks 0 222
    has 1 2
}

@test "--dup2 copies a descriptor over another" {
    exits 0 pyos spawn --dup2=1:2 -- sh -c 'echo out; echo err >&2'
    is $'out\nerr'
    says ''
}

@test "--dup2 of a descriptor onto itself lets the command have it" {
    cat >keep.c <<<''
    exec 8<keep.c
    run pyos spawn --dup2=8:8 "$INSIDE" fds
    has 8
    exits 125 pyos spawn --dup2=222:222 true
    says "pyos spawn: OSError: [Errno 9] Bad file descriptor: 222: in step dup2"
}

@test "--closefrom closes all from a descriptor on" {
    exec 7<&0 8<&0 20<&0
    run pyos spawn --closefrom=8 "$INSIDE" fds
    has 0 1 2 7
    lacks 8 20
    run pyos spawn --closefrom=3 "$INSIDE" fds
    is 0,1,2
}

@test "--closefrom does without close_range" {
    exec 7<&0 8<&0 20<&0
    for way in by_clone by_fork; do
        declare -n prefix=$way
        run "${prefix[@]}" "$TOOLS/block" close_range=ENOSYS -- "$PYOS" spawn --closefrom=8 "$INSIDE" fds
        has 0 1 2 7
        lacks 8 20
    done
}

@test "the actions are done in the order given" {
    exits 0 pyos spawn --open='1:O_WRONLY|O_CREAT:first' --dup2=1:2 --open='1:O_WRONLY|O_CREAT:second' -- \
        sh -c 'echo out; echo err >&2'
    [ "$(cat first second)" = $'err\nout' ]
    run pyos spawn --dup2=1:9 --close=9 "$INSIDE" fds
    lacks 9
    run pyos spawn --close=9 --dup2=1:9 "$INSIDE" fds
    has 9
}

@test "--chdir is one of the actions: what comes later is relative to it" {
    mkdir -p one/two
    echo one >one/file
    echo here >file
    run pyos spawn --stdin=file --chdir=one --open=5:O_RDONLY:file --chdir=two -- sh -c 'cat; cat <&5; pwd'
    is $'here\none\n'"$PWD/one/two"
    script one/tool <<<$'#!/bin/sh\necho tool'
    run pyos spawn --chdir=one ./tool
    is tool
}

@test "a descriptor that cannot be is refused before anything is run" {
    for option in --close=-1 --dup2=1:-1 --dup2=-1:1 --closefrom=-1 --open=-1:O_RDONLY:/dev/null; do
        exits 125 pyos spawn "$option" touch made
        [[ "$stderr" == *"OSError: [Errno 9] Bad file descriptor"* ]]
    done
    run -125 bash -c 'ulimit -n 64; exec pyos spawn --close=64 touch made'
    run -0 bash -c 'ulimit -n 64; exec pyos spawn --close=63 true'
    [ ! -e made ]
}

@test "an action that fails keeps the command from running" {
    exits 125 pyos spawn --open=5:O_RDONLY:missing touch made
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: 'missing': in step open"
    exits 125 pyos spawn --dup2=222:1 touch made
    says "pyos spawn: OSError: [Errno 9] Bad file descriptor: 222: in step dup2"
    exits 125 pyos spawn --chdir=missing touch made
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: 'missing': in step chdir"
    [ ! -e made ]
}

@test "an action of a wrong shape is a usage error" {
    exits 125 pyos spawn --open=5 true
    says "pyos spawn: TypeError: argument 'open' must be FD:FLAGS[,MODE]:PATH, not '5'"
    exits 125 pyos spawn --dup2=5 true
    says "pyos spawn: TypeError: argument 'dup2' must be FD:NEWFD, not '5'"
    exits 125 pyos spawn --open=5:O_NOTHING:x true
    says "pyos spawn: AttributeError: module 'os' has no attribute 'O_NOTHING'"
    exits 125 pyos spawn --open=5:O_CREAT,644:x true
    says "pyos spawn: ValueError: mode 644 is ambiguous: write 0o644, or 0o1204 for decimal 644"
}

@test "pyos's own descriptors are none of the command's" {
    for way in by_clone by_fork no_pidfd; do
        declare -n prefix=$way
        "${prefix[@]}" "$PYOS" spawn --closefrom=9 --capture --report=report --timeout=9 "$INSIDE" fds
        "${prefix[@]}" "$PYOS" spawn --closefrom=9 "$INSIDE" fds >plain
        grep -qF "\"stdout\":\"$(cat plain)\\n\"" report
    done
}

@test "no action can take one of pyos's own descriptors" {
    # whatever number a pipe or a report has got, it is not open for the command
    for way in by_clone by_fork; do
        declare -n prefix=$way
        for fd in {3..12}; do
            exits 125 "${prefix[@]}" "$PYOS" spawn --capture --timeout=9 --report=report --dup2=$fd:1 true \
                3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&- 10<&- 11<&- 12<&-
            [[ "$stderr" == *"[Errno 9] Bad file descriptor: $fd: in step dup2"* ]]
        done
    done
}

@test "no action can break the report of a failure" {
    # the pipe that tells of it has one of these numbers when the child is forked
    for fd in {3..12}; do
        for action in --close=$fd --closefrom=$fd --dup2=1:$fd --open=$fd:O_RDONLY:/dev/null; do
            exits 127 "${by_fork[@]}" "$PYOS" spawn "$action" no-such-command \
                3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&- 10<&- 11<&- 12<&-
            says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: 'no-such-command'"
        done
    done
}
