# Descriptors themselves (os.open, close, dup, pipe, set_inheritable, ...), as descriptors.txt has them.
load ../helper
load ../session/session
load transcript

@test "open fails with the path" { holds; }
@test "close closes what is open" { holds; }
@test "closerange ignores what is not open, and ranges without any" { holds; }
@test "dup and dup2 copy what is open" { holds; }
@test "pipe2 takes the flags that the kernel takes" { holds; }
@test "whether a call waits can be asked and set" { holds; }
@test "whether programs get a descriptor can be asked and set" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

@test "the lowest number that is free is taken" {
    exec 7</dev/null 8<&- 9<&-
    run -0 pyos open /dev/null O_RDONLY
    [ "$output" -lt 7 ] || is 8
    run -0 pyos dup 7
    [ "$output" -lt 7 ] || is 8
    run -0 pyos pipe
    [[ "$output" =~ ^\([0-9]+,\ [0-9]+\)$ ]]
}

@test "open makes a file with the mode that the umask leaves" {
    umask 022
    pyos open f 'O_WRONLY|O_CREAT' >/dev/null
    pyos open g 'O_WRONLY|O_CREAT' 0o666 >/dev/null
    mkdir d
    exec 7<d
    pyos open h 'O_WRONLY|O_CREAT' 0o600 --dir-fd=7 >/dev/null
    [ "$(stat -c %a f g d/h | xargs)" = "755 644 600" ]
}

@test "a descriptor that is not open is exit code 71, no file 66, one that exists 73" {
    touch f
    run -71 pyos close 99
    run -66 pyos open nothing O_RDONLY
    run -73 pyos open f 'O_CREAT|O_EXCL'
}

@test "False is exit code 1" {
    mkfifo p
    exec 7<>p
    run -0 pyos get_blocking 7
    pyos set_blocking 7 False
    run -1 pyos get_blocking 7
    is False
}

@test "whatever is closed, a call on the command line ends well" {
    run -0 pyos close 1
    run -0 pyos closerange 0 1000
    is ''
}

@test "a session opens, reads, moves and closes" {
    printf 'hello' >f
    requests open "[\"f\",\"O_RDWR\"]" read '[3,2]' dup '[3]' lseek '[4,0,0]' pwrite '[4,{"base64":"Sg=="},0]' \
        read '[3,100]' close '[4]' close '[4]' close '[3]' read '[3,1]'
    is '3
{"base64":"aGU="}
4
0
1
{"base64":"SmVsbG8="}
null
error 9
null
error 9'
}

@test "a session's pipe carries what is written to it" {
    requests pipe '[]' write '[4,{"base64":"aGk="}]' read '[3,10]' close '[4]' read '[3,10]'
    is '[3,4]
2
{"base64":"aGk="}
null
{"base64":""}'
}

@test "descriptors are not inherited but where dup2 or set_inheritable says it" {
    requests pipe '[]' get_inheritable '[3]' dup2 '[3,10]' get_inheritable '[10]' dup2 '[3,10,false]' \
        get_inheritable '[10]' set_inheritable '[3,true]' get_inheritable '[3]' dup '[3]' get_inheritable '[5]' \
        pipe2 '[0]' get_inheritable '[6]' pipe2 '["O_CLOEXEC|O_NONBLOCK"]' get_inheritable '[8]' get_blocking '[8]'
    is '[3,4]
false
10
true
10
false
null
true
5
false
[6,7]
true
[8,9]
false
false'
}

@test "dup2 onto itself keeps the descriptor, and is refused where it would not be inherited" {
    requests pipe '[]' dup2 '[3,3]' dup2 '[3,3,false]' get_inheritable '[3]'
    is '[3,4]
3
error 22
false'
}

@test "what a session speaks on is not open to the calls" {
    requests close '[500]' dup2 '[0,500]' dup '[501]' read '[500,1]' closerange '[0,2147483647]' sched_yield '[]'
    is 'error 9
error 9
error 9
error 9
null
null'
}

@test "closerange and close_range close all the rest" {
    requests pipe '[]' closerange '[3,4]' get_blocking '[3]' get_blocking '[4]' close_range '[4,4294967295]' \
        get_blocking '[4]' dup2 '[0,5]' close_range '[5,5,4]' get_inheritable '[5]' close_range '[9,5]'
    is '[3,4]
null
error 9
true
null
error 9
5
null
false
error 22'
}

@test "closerange needs no close_range" {
    run -0 "$TOOLS/block" close_range=ENOSYS -- pyos closerange 0 1000
    is ''
}

@test "a dup2 onto a descriptor of the session itself leaves it alone" {
    ask '{"jsonrpc":"2.0","id":1,"method":"dup2","params":[0,501]}' '{"jsonrpc":"2.0","id":2,"method":"sched_yield"}'
    [ "${lines[1]}" = '{"jsonrpc":"2.0","id":2,"result":null}' ]
}

@test "fdopen says what to use instead" {
    run -69 --separate-stderr pyos fdopen 3
    says 'pyos fdopen: NotImplementedError: fdopen makes a file object, which only a program has: use open, read, write and close'
}
