# syscall: any call of the kernel.
load ../helper

@test "a call is named, and gives what the kernel returns" {
    run -0 pyos syscall getppid
    [[ "$output" =~ ^'syscall_result(result='[0-9]+', buffers=[])'$ ]]
}

@test "a call may be a number" {
    [ "$(pyos syscall -f result umask 0o22)" -ge 0 ]
    number=$(pyos syscall --help >/dev/null; echo 0x27)
    [ "$(uname -m)" != x86_64 ] || pyos syscall "$number" | grep -q '^syscall_result(result='
}

@test "s: is a string, @N a buffer that the result shows" {
    mkdir here
    cd here
    run -0 pyos -r -f buffers syscall getcwd @4096 4096
    [[ "$output" == "[b'$(pwd -P)\\x00"* ]]
    run -0 pyos syscall access s:. R_OK
    is 'syscall_result(result=0, buffers=[])'
}

@test "several buffers come in the order of the arguments" {
    run -0 pyos -J syscall getresuid @4 @4 @4
    [[ "$output" =~ ^'{"result":0,"buffers":['('{"base64":"'[A-Za-z0-9+/]+'=="}',?){3}']}'$ ]]
}

@test "constants stand by name" {
    touch file
    run -0 pyos -f result syscall open s:file 'O_RDONLY|O_CLOEXEC'
    [ "$output" -ge 3 ]
}

@test "a call that fails raises its errno, with the exit code of the table" {
    run -66 --separate-stderr pyos syscall open s:nope O_RDONLY
    says 'pyos syscall: FileNotFoundError: [Errno 2] No such file or directory'
    run -71 --separate-stderr pyos -J syscall close 99
    [[ "$stderr" == *'"errno":9,"name":"EBADF"'* ]]
}

@test "a call that there is not is a ValueError, and one that the kernel lacks ENOSYS" {
    run -65 --separate-stderr pyos syscall nosuch
    says "pyos syscall: ValueError: unknown system call: 'nosuch'"
    run -69 --separate-stderr pyos syscall 100000
    says 'pyos syscall: OSError: [Errno 38] Function not implemented'
}

@test "more than six arguments and buffers out of range are refused" {
    run -65 --separate-stderr pyos syscall getpid 1 2 3 4 5 6 7
    says 'pyos syscall: TypeError: a system call takes at most 6 arguments (7 given)'
    run -65 --separate-stderr pyos syscall getpid @-1
    says 'pyos syscall: ValueError: a buffer has 0 to 1073741824 bytes, not -1'
    run -65 --separate-stderr pyos syscall getpid @1.5
    says "pyos syscall: ValueError: invalid literal for int() with base 0: '1.5'"
}

@test "numbers of 64 bits go through whole" {
    run -71 --separate-stderr pyos syscall close 0xffffffffffffffff
    says 'pyos syscall: OSError: [Errno 9] Bad file descriptor'
}

@test "in a session integers need no quotes" {
    run -0 pyos session < <(echo '{"jsonrpc":"2.0","id":1,"method":"syscall","params":["close",99]}')
    [[ "$output" == *'"name":"EBADF"'* ]]
}
