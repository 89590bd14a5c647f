# Errors: Python's words on standard error, or JSON, and the exit code of the contract.
load ../helper
load cli

setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    printf 'twelve bytes' >file
}

# ---- the exit codes that can be reached without help; errno.bats has every errno

@test "0: all done" {
    prints 12 pyos stat -f st_size file
}

@test "0 and 1: a predicate was True, or False" {
    gives 0 True pyos WIFEXITED 0
    gives 1 False pyos WIFEXITED 9
}

@test "0: a function that is no predicate may be 0" {
    gives 0 0 pyos WEXITSTATUS 0
}

@test "65: ValueError" {
    fails 65 "pyos waitstatus: ValueError: invalid wait status: 65535" pyos waitstatus 65535
    fails 65 "pyos stat: ValueError: stat: cannot use fd and follow_symlinks together" pyos stat -P --fd=0
    fails 65 "pyos stat: ValueError: invalid literal for int() with base 0: '0x'" pyos stat --dir-fd=0x file
}

@test "65: OverflowError" {
    fails 65 "pyos WTERMSIG: OverflowError: Python int too large to convert to C int" pyos WTERMSIG 2147483648
    fails 65 "pyos stat: OverflowError: fd is greater than maximum" pyos stat --fd=2147483648
    fails 65 "pyos stat: OverflowError: fd is less than minimum" pyos stat --fd=-2147483649
}

@test "66: FileNotFoundError, NotADirectoryError, IsADirectoryError" {
    fails 66 "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: 'nope'" pyos stat nope
    fails 66 "pyos stat: NotADirectoryError: [Errno 20] Not a directory: 'file/x'" pyos stat file/x
    fails 66 "pyos stat: IsADirectoryError: [Errno 21] Is a directory: '/'" pyos stat --files0-from=/
    fails 66 "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: 'a\\nb\\udcff'" pyos stat $'a\nb\xff'
    python313 || return 0
    fails 66 "$("$ORACLE" -c 'import os
try: os.stat("a\nb\udcff")
except OSError as error: print(f"pyos stat: {type(error).__name__}: {error}")')" pyos stat $'a\nb\xff'
}

@test "71: any other OSError" {
    ln -s loop loop
    fails 71 "pyos stat: OSError: [Errno 40] Too many levels of symbolic links: 'loop'" pyos stat loop
    fails 71 "pyos stat: OSError: [Errno 9] Bad file descriptor: 99" pyos stat --fd=99
    fails 71 "pyos fstat: OSError: [Errno 9] Bad file descriptor" pyos fstat 99
}

@test "77: PermissionError" {
    mkdir locked
    chmod 0 locked
    # from here, where anyone may search; the build may lie where only its owner may
    chmod 711 "$BATS_TEST_TMPDIR"
    cp "$PYOS" pyos
    fails 77 "pyos stat: PermissionError: [Errno 13] Permission denied: 'locked/x'" \
        "$TOOLS/unprivileged" ./pyos stat locked/x
}

# ---- several operands

@test "an error does not stop the rest" {
    run --separate-stderr pyos stat -f st_size file nope file
    is $'12\n12'
    says "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: 'nope'"
}

@test "the first failure's code is the exit code" {
    ln -s loop loop
    run pyos stat nope loop
    [ "$status" -eq 66 ]
    run pyos stat loop nope
    [ "$status" -eq 71 ]
    run pyos stat -f st_size file loop nope file
    [ "$status" -eq 71 ]
}

# ---- JSON

@test "an OSError in JSON has the keys of the contract in their order" {
    fails 66 '{"error":{"type":"FileNotFoundError","errno":2,"name":"ENOENT","strerror":"No such file or directory","filename":"x","filename2":null,"applet":"stat","message":"[Errno 2] No such file or directory: '"'x'"'"}}' \
        pyos stat -J x
}

@test "an error in JSON is a line of its own" {
    run --separate-stderr pyos stat -J x y
    [ "${#stderr_lines[@]}" -eq 2 ]
    for line in "${stderr_lines[@]}"; do
        [[ "$line" == '{"error":{"type":"FileNotFoundError",'*'}}' ]]
    done
}

@test "the file name of a descriptor is its number" {
    fails 71 '{"error":{"type":"OSError","errno":9,"name":"EBADF","strerror":"Bad file descriptor","filename":99,"filename2":null,"applet":"stat","message":"[Errno 9] Bad file descriptor: 99"}}' \
        pyos stat -J --fd=99
}

@test "an error that is no OSError has its message" {
    fails 65 "$(message ValueError '"waitstatus"' 'invalid wait status: 255')" pyos waitstatus --json 255
}

@test "a file name that is not UTF-8 has its bytes beside it" {
    fails 66 '{"error":{"type":"FileNotFoundError","errno":2,"name":"ENOENT","strerror":"No such file or directory","filename":"a\ufffd","filename_b64":"Yf8=","filename2":null,"applet":"stat","message":"[Errno 2] No such file or directory: '"'a\\\\udcff'"'"}}' \
        pyos stat -J $'a\xff'
}

@test "--surrogateescape writes it as Python does" {
    fails 66 '{"error":{"type":"FileNotFoundError","errno":2,"name":"ENOENT","strerror":"No such file or directory","filename":"a\udcff","filename2":null,"applet":"stat","message":"[Errno 2] No such file or directory: '"'a\\\\udcff'"'"}}' \
        pyos stat -J --surrogateescape $'a\xff'
}

@test "--json-ints=string quotes the integers of errors too" {
    fails 71 '{"error":{"type":"OSError","errno":"9","name":"EBADF","strerror":"Bad file descriptor","filename":"99","filename2":null,"applet":"stat","message":"[Errno 9] Bad file descriptor: 99"}}' \
        pyos stat -J --json-ints=string --fd=99
}

@test "an error on a line that could not be read is JSON, wherever it asks for that" {
    nope=$(message TypeError '"stat"' "stat() got an unexpected keyword argument 'nope'")
    fails 64 "$nope" pyos stat --nope file -J
    fails 64 "$nope" pyos stat -J file --nope
    fails 64 "$nope" pyos -J stat file --nope
    fails 64 "$nope" pyos stat --nope -PJ
    fails 64 "$nope" pyos stat --nope --json
    fails 64 "$nope" called stat --nope --json
}

@test "a -J behind -- is an operand, and asks for nothing" {
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'nope'" pyos stat --nope -- -J
}

@test "of several mistakes on a line the first is told" {
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'one'" pyos stat --one --two --dir-fd=x
}

@test "a line without a name, or with an unknown one, is told as JSON too" {
    fails 64 "$(message AttributeError null "module 'os' has no attribute 'nope'")" pyos -J nope
    fails 64 "$(message AttributeError null "module 'os' has no attribute 'nope'")" pyos nope --foo -J
    fails 64 "$(message TypeError null "missing required argument 'NAME' (pos 1); see pyos --help")" pyos -J
    fails 64 "$(message TypeError null "pyos() got an unexpected keyword argument 'nope'")" pyos --nope stat -J
    fails 64 "$(message TypeError '"stat"' "stat() missing required argument 'path' (pos 1)")" pyos stat -J
}

@test "a message in JSON keeps every character" {
    fails 64 "$(message TypeError '"stat"' "stat() got an unexpected keyword argument 'a\\nb\\\"\\u00e9'")" \
        pyos stat -J $'--a\nb"é'
}

@test "--json=array is valid JSON after a failure too" {
    run --separate-stderr pyos stat --json=array nope
    [ "$status" -eq 66 ]
    is '[]'
    run --separate-stderr pyos stat --json=array -f st_size nope file
    [ "$status" -eq 66 ]
    is '[{"st_size":12}]'
    run --separate-stderr pyos stat --json=array --nope
    [ "$status" -eq 64 ]
    is '[]'
}

@test "a long word in a message is cut" {
    long=$(printf 'x%.0s' {1..5000})
    run --separate-stderr pyos "$long"
    [ "$status" -eq 64 ]
    [[ "$stderr" == "pyos: AttributeError: module 'os' has no attribute 'xxx"* ]]
    [ "${#stderr}" -lt 1100 ]
    run --separate-stderr pyos stat "--$long"
    [ "$status" -eq 64 ]
    [ "${#stderr}" -lt 1100 ]
}

@test "a path of 5,000 bytes is told whole" {
    long=$(printf 'x%.0s' {1..5000})
    fails 71 "pyos stat: OSError: [Errno 36] File name too long: '$long'" pyos stat "$long"
}
