# spawn: what the child is made to be, seen from inside.
load ../helper
load spawn

@test "by itself a command inherits everything" {
    env "$INSIDE" blocked ignored umask nice cwd scheduler ids limit 7 env >before
    run env "$PYOS" spawn "$INSIDE" blocked ignored umask nice cwd scheduler ids limit 7 env
    diff <(grep -v ^_= before) <(printf '%s\n' "$output" | grep -v ^_=)
}

@test "--setsid makes a new session, and so a new group" {
    run pyos spawn "$INSIDE" session group
    is $'parent\nparent'
    run pyos spawn --setsid "$INSIDE" session group
    is $'own\nown'
}

@test "--setpgroup makes a new group, or joins one" {
    run pyos spawn --setpgroup "$INSIDE" session group
    is $'parent\nown'
    run pyos spawn --setpgroup=0 "$INSIDE" group
    is own
    pyos spawn --setpgroup=$$ "$INSIDE" group >group 2>error || true # where $$ leads no group it is refused
    [ "$(cat group)" = parent ] || [ "$(cat group)" = "$$" ] || grep -q 'in step setpgroup' error
    exits 125 pyos spawn --setpgroup=-5 true
    says "pyos spawn: OSError: [Errno 22] Invalid argument: in step setpgroup"
    exits 125 pyos spawn --setsid --setpgroup true
    says "pyos spawn: PermissionError: [Errno 1] Operation not permitted: in step setpgroup"
}

@test "--resetids makes the effective ids the real ones" {
    [ "$(id -u)" -eq 0 ] || skip 'only root can have two ids'
    run "$TOOLS/begin" uid=65534:0 -- "$PYOS" spawn "$INSIDE" ids
    is '65534 0 0'
    run "$TOOLS/begin" uid=65534:0 -- "$PYOS" spawn --resetids "$INSIDE" ids
    is '65534 65534 65534'
}

@test "--resetids changes nothing where the ids are the same" {
    run pyos spawn --resetids "$INSIDE" ids
    is "$(id -u) $(id -u) $(id -u)"
}

@test "signals are blocked and ignored as pyos found them" {
    run "$TOOLS/begin" ignore=1,2,13,17,34,64 block=10,15,17,34,63 -- "$PYOS" spawn "$INSIDE" ignored blocked
    is $'1,2,13,17,34,64\n10,15,17,34,63'
    run "${by_fork[@]}" "$TOOLS/begin" ignore=1,17,34 block=10,34 -- "$PYOS" spawn "$INSIDE" ignored blocked
    is $'1,17,34\n10,34'
    run "$TOOLS/begin" ignore=17 block=15 -- "$PYOS" spawn --timeout=60 --capture -f stdout "$INSIDE" ignored blocked
    is $'17\n15'
}

@test "--setsigmask blocks exactly these" {
    run "$TOOLS/begin" block=10,15 -- "$PYOS" spawn --setsigmask=SIGHUP,2,RTMIN "$INSIDE" blocked
    is 1,2,34
    run "$TOOLS/begin" block=10,15 -- "$PYOS" spawn --setsigmask= "$INSIDE" blocked
    is none
    run pyos spawn --setsigmask=KILL,STOP,TERM "$INSIDE" blocked
    is 15
}

@test "--setsigdef gives signals back their default actions" {
    run "$TOOLS/begin" ignore=1,2,13,17,34 -- "$PYOS" spawn --setsigdef=INT,SIGCHLD,34 "$INSIDE" ignored
    is 1,13
    run pyos spawn --setsigdef=KILL,STOP true
    [ "$status" -eq 0 ]
}

@test "a signal that is none is refused" {
    exits 125 pyos spawn --setsigmask=SIGNONE true
    says "pyos spawn: AttributeError: module 'signal' has no attribute 'SIGNONE'"
    exits 125 pyos spawn --setsigdef=0 true
    says "pyos spawn: ValueError: signal number 0 out of range [1; 64]"
}

@test "--scheduler sets policy and priority" {
    run pyos spawn --scheduler=SCHED_BATCH:0 "$INSIDE" scheduler
    is 3:0
    run pyos spawn --scheduler=SCHED_IDLE:0 -- pyos spawn --scheduler=0 "$INSIDE" scheduler
    is 5:0
    exits 125 pyos spawn --scheduler=5 true
    says "pyos spawn: OSError: [Errno 22] Invalid argument: in step scheduler"
    exits 125 pyos spawn --scheduler=SCHED_FIFO:500 true
    says "pyos spawn: OSError: [Errno 22] Invalid argument: in step scheduler"
}

@test "--umask sets the umask" {
    run pyos spawn --umask=0o027 "$INSIDE" umask
    is 027
    run pyos spawn --umask=0777 "$INSIDE" umask
    is 777
    exits 125 pyos spawn --umask=27 true
    says "pyos spawn: ValueError: mode 27 is ambiguous: write 0o27, or 0o33 for decimal 27"
}

@test "--nice adds to the nice value" {
    run pyos spawn --nice=2 -- "$PYOS" spawn --nice=3 "$INSIDE" nice
    is $(($("$INSIDE" nice) + 5))
    run pyos spawn --nice=100 "$INSIDE" nice
    is 19
    run "$TOOLS/unprivileged" "$PYOS" spawn --nice=-1 true
    [ "$status" -eq 125 ]
    is "pyos spawn: PermissionError: [Errno 1] Operation not permitted: in step nice"
    exits 125 pyos spawn --nice=99999999999 true
    says "pyos spawn: OverflowError: Python int too large to convert to C int"
}

@test "--rlimit sets limits, the soft one alone or both" {
    hard=$("$INSIDE" limit 4 | cut -d' ' -f2)
    run pyos spawn --rlimit=CORE=0 --rlimit=RLIMIT_NOFILE=32:64 --rlimit=CPU=1000:unlimited "$INSIDE" limit 4 limit 7 limit 0
    is $'0 '"$hard"$'\n32 64\n1000 -1'
    exits 125 pyos spawn --rlimit=NOFILE=64:32 true
    says "pyos spawn: ValueError: current limit exceeds maximum limit"
    exits 125 pyos spawn --rlimit=NOTHING=1 true
    says "pyos spawn: AttributeError: module 'resource' has no attribute 'RLIMIT_NOTHING'"
}

@test "a limit that may not be raised is said so" {
    run "$TOOLS/unprivileged" bash -c "ulimit -Hc 0; exec '$PYOS' spawn --rlimit=CORE=0:1 true"
    [ "$status" -eq 125 ]
    is "pyos spawn: PermissionError: [Errno 1] Operation not permitted: in step rlimit: not allowed to raise maximum limit"
}

@test "a limit of descriptors does not hinder the actions before it" {
    run pyos spawn --dup2=1:9 --rlimit=NOFILE=8 --capture -f stdout "$INSIDE" limit 7
    [[ "$output" == '8 '* ]]
}

@test "--cgroup joins a control group before the command runs" {
    mkdir group
    touch group/cgroup.procs
    run pyos spawn --cgroup=group cat group/cgroup.procs
    is 0
    exits 125 pyos spawn --cgroup=missing touch made
    says "pyos spawn: FileNotFoundError: [Errno 2] No such file or directory: 'missing/cgroup.procs': in step cgroup"
    [ ! -e made ]
}

@test "--pdeathsig is the signal that the command gets when pyos dies" {
    run pyos spawn --pdeathsig=USR1 "$INSIDE" pdeathsig
    is 10
    mkfifo started
    pyos spawn --pdeathsig=KILL -- sh -c 'echo $$ >started; exec sleep 1000' &
    read -r child <started
    kill -KILL $!
    gone "$child"
}

@test "the environment is inherited, with variables set and removed in their order" {
    run env -i A=1 B=2 C=3 "$PYOS" spawn "$INSIDE" env
    is $'A=1\nB=2\nC=3'
    run env -i A=1 B=2 C=3 "$PYOS" spawn --env B=new --env D=4 --unset A "$INSIDE" env
    is $'B=new\nC=3\nD=4'
    run env -i A=1 "$PYOS" spawn --unset A --env A=2 --env B=1 --unset B "$INSIDE" env
    is A=2
    run env -i A=1 "$PYOS" spawn --unset NOTHING --env A=x=y --env E= "$INSIDE" env
    is $'A=x=y\nE='
}

@test "--clear-env begins with nothing, wherever it stands" {
    run env -i A=1 "$PYOS" spawn --env B=2 --clear-env "$INSIDE" env
    is B=2
    run env -i A=1 "$PYOS" spawn --clear-env "$INSIDE" env
    is ''
}

@test "a variable without a name or without a value is refused" {
    exits 125 pyos spawn --env =x true
    says "pyos spawn: ValueError: illegal environment variable name"
    exits 125 pyos spawn --unset A=B true
    says "pyos spawn: ValueError: illegal environment variable name"
    exits 125 pyos spawn --env A true
    says "pyos spawn: TypeError: argument 'env' must be NAME=VALUE, not 'A'"
}

@test "a limit of bytes may have a unit" {
    exits 0 pyos spawn --rlimit=CORE=64K:1M -- bash -c 'ulimit -Sc; ulimit -Hc'
    is $'64\n1024'
}

@test "a policy has its short name here too" {
    exits 0 pyos spawn --scheduler=batch:0 -- pyos sched -f policy
    is SCHED_BATCH
}
