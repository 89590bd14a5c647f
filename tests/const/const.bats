# const: the constants of os, stat, signal and errno.
# shellcheck disable=SC2154  # run sets stderr
load ../helper

# theirs: module, name and value of each constant of CPython.
theirs() {
    cat "$TESTS/const/constants.txt"
}

# added: how many there are of the module linux, which is not Python's
added() {
    pyos const --module=linux | wc -l
}

ours() {
    pyos const -f module,name,value | grep -v ^linux | LC_ALL=C sort
}

@test "the names are those of CPython 3.13" {
    diff <(theirs | cut -f1,2) <(ours | cut -f1,2)
}

@test "the values are those of CPython 3.13" {
    [ "$(uname -m)" = x86_64 ] || skip "the recording is of x86_64"
    diff <(theirs) <(ours)
}

@test "the recording is what CPython 3.13.0 says where it is here" {
    if [ "$(uname -m)" = x86_64 ] && python313 && [[ "$("$ORACLE" -V)" == 'Python 3.13.0' ]]; then
        "$ORACLE" "$TESTS/record/constants.py" >here
        diff here "$TESTS/const/constants.txt"
    fi
    [ "$(wc -l <"$TESTS/const/constants.txt")" -eq 416 ]
}

@test "a name prints its value, several one a line" {
    run --separate-stderr pyos const EX_USAGE SEEK_END SIGKILL ENOENT S_IFDIR SIGRTMIN
    [ "$status" -eq 0 ]
    is $'64\n2\n9\n2\n16384\n34'
    says ''
}

@test "raw is the value too, and --null ends it with NUL" {
    [ "$(pyos const -r EX_USAGE)" = 64 ]
    [ "$(pyos const --null EX_USAGE EX_OK | tr '\0' '|')" = '64|0|' ]
}

@test "second names have the number of the first" {
    run pyos const EWOULDBLOCK EAGAIN EDEADLK EDEADLOCK EOPNOTSUPP ENOTSUP SIGCLD SIGCHLD SIGIOT SIGABRT SIGPOLL SIGIO
    [ "${#lines[@]}" -eq 12 ]
    for ((i = 0; i < 12; i += 2)); do
        [ "${lines[i]}" = "${lines[i + 1]}" ]
    done
}

@test "a constant of more than 31 bits is positive" {
    run pyos const MFD_HUGE_16GB SF_SETTABLE
    is $'2281701376\n4294901760'
}

@test "an unknown name is an AttributeError, and the others are printed" {
    run --separate-stderr pyos const EX_OK NOPE EX_USAGE
    [ "$status" -eq 64 ]
    is $'0\n64'
    says "pyos const: AttributeError: module 'os' has no attribute 'NOPE'"
}

@test "a name is not cut, not folded and not a number" {
    for name in EX_ EX_USAGE2 ex_usage '' 64 'O_RDWR|O_CREAT' SIGRTMIN+1; do
        run --separate-stderr pyos const "$name"
        [ "$status" -eq 64 ]
        is ''
        says "pyos const: AttributeError: module 'os' has no attribute '$name'"
    done
}

@test "an error is JSON with --json" {
    run --separate-stderr pyos const --json NOPE
    [ "$status" -eq 64 ]
    is ''
    [[ "$stderr" == '{"error":{"type":"AttributeError",'*'"applet":"const","message":"module '"'os'"' has no attribute '"'NOPE'"'"}}' ]]
}

@test "--json prints a record each" {
    run --separate-stderr pyos const --json EX_USAGE S_IFREG SIGTERM ENOENT
    is '{"module":"os","name":"EX_USAGE","value":64}
{"module":"stat","name":"S_IFREG","value":32768}
{"module":"signal","name":"SIGTERM","value":15}
{"module":"errno","name":"ENOENT","value":2}'
}

@test "--json-ints=string quotes the values" {
    run pyos const --json --json-ints=string EX_USAGE
    is '{"module":"os","name":"EX_USAGE","value":"64"}'
}

@test "--field chooses, and refuses what is no field" {
    run pyos const -f value,name EX_USAGE
    is $'64\tEX_USAGE'
    run --separate-stderr pyos const -f nope EX_USAGE
    [ "$status" -eq 64 ]
    says "pyos const: AttributeError: 'dict' object has no attribute 'nope'"
}

@test "without a name all are listed, as a shell can eval them" {
    run --separate-stderr pyos const
    [ "$status" -eq 0 ]
    says ''
    [ "${#lines[@]}" -eq $(($(theirs | wc -l) + $(added))) ]
    for line in "${lines[@]}"; do
        [[ "$line" =~ ^[A-Za-z_][A-Za-z0-9_]*=-?[0-9]+$ ]]
    done
    eval "$output"
    # shellcheck disable=SC2154  # set by eval
    [ "$EX_USAGE" -eq 64 ] && [ $((0100644 & S_IFREG)) -ne 0 ]
}

@test "the list has no name twice" {
    run uniq -d <(pyos const -f name | sort)
    is ''
}

@test "the whole list is one JSON array with --json=array" {
    needs jq
    pyos const --json=array >all.json
    [ "$(wc -l <all.json)" -eq 1 ]
    [ "$(jq length all.json)" -eq $(($(theirs | wc -l) + $(added))) ]
    [ "$(jq -r '.[] | select(.name == "ENOENT") | .module' all.json)" = errno ]
}

@test "--module lists one module of Python alone" {
    for module in os stat signal errno; do
        diff <(theirs | grep "^$module"$'\t' | cut -f2) <(pyos const --module="$module" -f name | LC_ALL=C sort)
    done
}

@test "--module takes names of that module alone" {
    run --separate-stderr pyos const --module=errno ENOENT SIGKILL
    [ "$status" -eq 64 ]
    is 2
    says "pyos const: AttributeError: module 'errno' has no attribute 'SIGKILL'"
    run --separate-stderr pyos const --module=posix
    [ "$status" -eq 64 ]
    says "pyos const: TypeError: argument 'module' must be one of os|stat|signal|errno|linux, not 'posix'"
}

@test "constants of every module stand where an integer is expected" {
    [ "$(pyos WTERMSIG SIGKILL)" = 9 ]
    [ "$(pyos WTERMSIG 'S_IXOTH|S_IWOTH')" = 3 ]
    [ "$(pyos WTERMSIG ENOENT)" = 2 ]
    [ "$(pyos WTERMSIG EX_OK)" = 0 ]
}

@test "a list that cannot be written is one error and exit code 74" {
    [ -e /dev/full ] || skip "needs /dev/full"
    # shellcheck disable=SC2016
    run --separate-stderr sh -c 'pyos const >/dev/full'
    [ "$status" -eq 74 ]
    says 'pyos const: OSError: [Errno 28] No space left on device'
}
