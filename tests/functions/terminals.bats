# Terminals and pseudo-terminals (os.isatty, openpty, ttyname, ...), as terminals.txt has them.
load ../helper
load ../session/session
load transcript

@test "a file is no terminal" { holds; }
@test "a file is no master of a pseudo-terminal" { holds; }
@test "a master of a pseudo-terminal is a terminal too" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

# on_terminal COMMAND ARG...: runs it on a terminal of its own; $output is what that shows, without its carriage returns.
on_terminal() {
    run "$TOOLS/terminal" -- "$@"
    output=${output//$'\r'/}
}

@test "a terminal is one, and has a name and an encoding" {
    on_terminal pyos isatty 0
    is True
    on_terminal pyos ttyname 0
    [[ "$output" =~ ^"'/dev/pts/"[0-9]+"'"$ ]]
    on_terminal pyos device_encoding 0
    is "'UTF-8'"
}

@test "whether it is a terminal is the exit code" {
    on_terminal pyos isatty 0
    [ "$status" -eq 0 ]
    run -1 pyos isatty 0 </dev/null
    is False
}

@test "the name of a terminal is what tty says" {
    on_terminal sh -c 'test "$(pyos ttyname -r 0)" = "$(tty)" && echo same'
    is same
}

@test "the size of a terminal is what it was set to, of standard output where nothing is said" {
    on_terminal sh -c 'stty cols 132 rows 43 && pyos get_terminal_size && pyos get_terminal_size 0 -f lines'
    is $'os.terminal_size(columns=132, lines=43)\n43'
    run -71 --separate-stderr pyos get_terminal_size
    says 'pyos get_terminal_size: OSError: [Errno 25] Inappropriate ioctl for device'
}

@test "who is in the foreground of a terminal can be asked" {
    on_terminal sh -c 'test "$(pyos tcgetpgrp 0)" = "$$" && echo same'
    is same
}

@test "a session opens a pseudo-terminal, and both its ends work" {
    requests openpty '[]' isatty '[4]' get_inheritable '[3]' get_inheritable '[4]' write '[3,{"base64":"aGkK"}]' \
        read '[4,10]' close '[3]' read '[4,10]'
    is '[3,4]
true
false
false
3
{"base64":"aGkK"}
null
{"base64":""}'
}

@test "the slave of a pseudo-terminal is reached by its name" {
    requests openpty '[]' ptsname '[3]' ttyname '[4]'
    [[ "$output" =~ ^\[3,4\]$'\n'(\"/dev/pts/[0-9]+\")$'\n'(.*)$ ]]
    [ "${BASH_REMATCH[1]}" = "${BASH_REMATCH[2]}" ]
    requests posix_openpt '["O_RDWR|O_NOCTTY"]' grantpt '[3]' unlockpt '[3]' get_inheritable '[3]'
    is '3
null
null
false'
}

@test "a slave that was not unlocked cannot be opened" {
    exec 7<>/dev/ptmx
    run -74 pyos open "$(pyos ptsname -r 7)" 'O_RDWR|O_NOCTTY'
    pyos unlockpt 7
    run -0 pyos open "$(pyos ptsname -r 7)" 'O_RDWR|O_NOCTTY'
}

@test "login_tty makes a terminal that of the session, and its standard descriptors" {
    requests openpty '[]' login_tty '[4]' isatty '[0]' isatty '[2]' isatty '[4]' write '[1,{"base64":"aGk="}]' \
        read '[3,9]'
    is '[3,4]
null
true
true
false
2
{"base64":"aGk="}'
}
