# Becoming another program: execl, execle, execlp, execlpe, execv, execve, execvp, execvpe.
load ../helper
load ../cli/cli
load ../session/session

@test "the first operand is the file, the next the name that it is called by" {
    prints called pyos execv /bin/sh called -c 'echo $0'
    prints called pyos execl /bin/sh called -c 'echo $0'
    prints called pyos execvp sh called -c 'echo $0'
    prints called pyos execlp sh called -c 'echo $0'
}

@test "the process is the program, its exit code the program's" {
    # shellcheck disable=SC2016
    gives 3 same sh -c 'exec pyos execvp sh sh -c "[ \$\$ = $$ ] && echo same; exit 3"'
}

@test "options end at the first operand: all later words are the program's" {
    prints '-J --env --help --' pyos execv /bin/echo echo -J --env --help --
}

@test "--env makes the environment, which holds nothing else" {
    env=$(command -v env)
    prints 'A=1' pyos execve --env A=1 "$env" env
    prints 'A=1' pyos execle --env A=1 "$env" env
    prints $'A=2\nB=x=y' pyos execve --env A=1 --env B=x=y --env A=2 "$env" env
    prints '' pyos execve "$env" env
}

@test "without an environment of its own the program has that of the process" {
    export MARK=here
    # shellcheck disable=SC2016
    prints here pyos execv /bin/sh sh -c 'echo $MARK'
}

@test "execvpe and execlpe look in the PATH of the new environment" {
    mkdir bin
    printf '#!/bin/sh\necho found\n' >bin/mine
    chmod +x bin/mine
    prints found pyos execvpe --env PATH="$PWD/bin" mine mine
    prints found pyos execlpe --env PATH="$PWD/bin" mine mine
    fails 66 "pyos execvpe: FileNotFoundError: [Errno 2] No such file or directory: b'/bin/mine'" \
        pyos execvpe --env PATH=/bin mine mine
}

@test "execvp passes over a file that may not be executed, and tells of it where there is no other" {
    mkdir first second
    touch first/mine
    printf '#!/bin/sh\necho second\n' >second/mine
    chmod +x second/mine
    prints second env PATH="$PWD/first:$PWD/second" "$PYOS" execvp mine mine
    fails 77 'pyos execvp: PermissionError: [Errno 13] Permission denied' \
        env PATH="$PWD/first:$PWD" "$PYOS" execvp mine mine
}

@test "execve takes an open file" {
    prints 'A=1' pyos execve --env A=1 --fd=9 env 9<"$(command -v env)"
    fails 71 'pyos execve: OSError: [Errno 9] Bad file descriptor: 77' pyos execve --fd=77 x
}

@test "a file that is not there: execve names it, execv does not, as in CPython" {
    PATH=$BUILD:/usr/bin:/bin # a directory that may not be searched would be told of
    fails 66 'pyos execv: FileNotFoundError: [Errno 2] No such file or directory' pyos execv nope x
    fails 66 'pyos execvp: FileNotFoundError: [Errno 2] No such file or directory' pyos execvp nope x
    fails 66 'pyos execlp: FileNotFoundError: [Errno 2] No such file or directory' pyos execlp ./nope x
    fails 66 "pyos execve: FileNotFoundError: [Errno 2] No such file or directory: 'nope'" pyos execve nope x
}

@test "a file that cannot be executed" {
    touch plain
    fails 77 "pyos execve: PermissionError: [Errno 13] Permission denied: 'plain'" pyos execve plain x
    echo no program >plain
    chmod +x plain
    fails 71 'pyos execv: OSError: [Errno 8] Exec format error' pyos execv plain x
}

@test "a program needs a name for itself" {
    fails 65 'pyos execl: ValueError: execv() arg 2 must not be empty' pyos execl /bin/true
    fails 65 'pyos execv: ValueError: execv() arg 2 must not be empty' pyos execv /bin/true
    fails 65 'pyos execvp: ValueError: execv() arg 2 first element cannot be empty' pyos execvp true ''
    fails 65 'pyos execve: ValueError: execve: argv must not be empty' pyos execve /bin/true
    fails 65 'pyos execvpe: ValueError: execve: argv first element cannot be empty' pyos execvpe true ''
}

@test "in a session a list is an array, an environment an object, and success is not answered" {
    call execv '["/bin/echo",["echo","hello"]]'
    is hello
    call execle '["/bin/sh","sh","-c","echo $A",{"A":"1"}]'
    is 1
    call execve '{"path":"/bin/sh","argv":["sh","-c","echo $A"],"env":[["A","2"]]}'
    is 2
}

@test "in a session wrong types and names are refused in Python's words" {
    call execv '["nope","x"]'
    raises TypeError 'execv() arg 2 must be a tuple or list'
    call execvpe '["nope","x",{}]'
    raises TypeError 'execve: argv must be a tuple or list'
    call execv '["nope",[5]]'
    raises TypeError 'expected str, bytes or os.PathLike object, not int'
    call execve '["nope",["x"],5]'
    raises TypeError 'execve: environment must be a mapping object'
    call execve '["nope",["x"],{"a=b":"c"}]'
    raises ValueError 'illegal environment variable name'
    call execv '["nope",["a\u0000b"]]'
    raises ValueError 'embedded null byte'
}
