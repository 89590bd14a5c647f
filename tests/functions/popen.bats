# What the commands of a shell write: popen, and its old kin popen2, popen3, popen4.
load ../helper
load ../session/session

@test "popen is what the command writes to standard output" {
    prints "'hello\\n'" pyos popen 'echo hello'
    prints "''" pyos popen 'exit 3'
    run --separate-stderr pyos popen 'echo out; echo err >&2'
    is "'out\\n'" && says err
}

@test "popen gives the command the standard input of pyos" {
    run -0 pyos popen cat <<<data
    is "'data\\n'"
}

@test "popen with mode w has the command read, and gives nothing" {
    run -0 pyos popen 'tr a-z A-Z' w <<<data
    is DATA
}

@test "popen reads as much as comes, whatever a pipe holds" {
    run -0 bash -c "pyos -r popen 'seq 100000' | cksum; { seq 100000; echo; } | cksum"
    [ "${lines[0]}" = "${lines[1]}" ]
}

@test "popen refuses modes and buffers as CPython does" {
    fails 65 "pyos popen: ValueError: invalid mode 'q'" pyos popen true q
    fails 65 'pyos popen: ValueError: popen() does not support unbuffered streams' pyos popen true r 0
    fails 64 "pyos popen: TypeError: popen() missing 1 required positional argument: 'cmd'" pyos popen
}

@test "popen2, popen3 and popen4 give the streams as a record, with the wait status" {
    command='echo out; echo err >&2; exit 3'
    run --separate-stderr pyos popen2 "$command"
    is "popen2_result(stdout='out\\n', status=768)" && says err
    prints "popen3_result(stdout='out\\n', stderr='err\\n', status=768)" pyos popen3 "$command"
    prints "popen4_result(stdout='out\\nerr\\n', status=768)" pyos popen4 "$command"
    prints '{"stdout":"out\n","stderr":"err\n","status":768}' pyos -J popen3 "$command"
    prints 9 pyos -f status popen3 'kill -KILL $$'
}

@test "popen3 reads both streams at once: neither fills its pipe and stops the other" {
    # shellcheck disable=SC2016
    run -0 pyos -J popen3 'seq 50000 >&2; seq 50000; seq 50000 >&2'
    [ "${#output}" -gt 600000 ]
}

@test "commands joined by a pipe, as a shell joins them" {
    prints "'3\\n'" pyos popen 'printf "a\nb\nc\n" | wc -l | tr -d " "'
}

@test "in a session too" {
    call popen '["echo hello"]'
    is '"result":"hello\n"'
    call popen3 '["echo out; exit 3"]'
    is '"result":{"stdout":"out\n","stderr":"","status":768}'
    call popen '{"cmd":"true","mode":"rw"}'
    raises ValueError "invalid mode 'rw'"
}

@test "what CPython reads, live" {
    python313 || skip 'needs CPython 3.13'
    for command in 'echo hello' 'exit 3' "printf 'a\\tb'" 'seq 3'; do
        [ "$(pyos popen "$command")" = "$("$ORACLE" -c 'import os, sys; print(repr(os.popen(sys.argv[1]).read()))' "$command")" ]
    done
}
