# waitstatus: what a wait status, a shell's $? or an exit code means.
load ../helper
load ../cli/cli

ODD="-1 -2 -128 -129 -256 -32768 -65536 -65537 65536 65537 65545 65663 65664 65791 131071 196607 2147483647
    -2147483648 -2147483521"

# agrees WHAT SHA256 COMMAND...: both streams of the command have that digest, and are those of the oracle: see
# tests/parity/waits.py. NUMBERS has the statuses.
agrees() {
    local what=$1 digest=$2
    shift 2
    # shellcheck disable=SC2086  # many words
    "$@" $NUMBERS >out 2>errors || true
    if python313; then
        # shellcheck disable=SC2086
        "$ORACLE" "$SRC/tests/parity/waits.py" "$what" $NUMBERS >expected 2>expected-errors
        diff expected out
        [ "$what" != exitcodes ] || diff expected-errors errors
    fi
    [ "$(cat out errors | sha256sum)" = "$digest  -" ]
}

@test "every raw status, and odd ones, as os.waitstatus_to_exitcode has them" {
    NUMBERS="$(seq 0 65535) $ODD"
    agrees exitcodes d50f3e7bf037c3615f539679c81b77da54fc88cb2753db83dfc6b5b5fe6b97ba pyos waitstatus
}

@test "the record of every raw status is what the W functions say" {
    NUMBERS="$(seq 0 65535) $ODD"
    agrees records 40f7a775f0e02067fcb3687f28bc4fccc593d2f2696b2c66d460b2d118f05665 pyos waitstatus --json
}

@test "the record of every status of a shell" {
    NUMBERS=$(seq 0 255)
    agrees shell 1fe8067b8ff3bbabee8d88bf3c5a3c7cf9b434bdf87e21b4207faa205382ba45 pyos waitstatus --json --from=shell
}

# ---- the forms

@test "the default is the exit code, a line each" {
    prints $'0\n1\n255\n-9\n-11' pyos waitstatus 0 256 65280 9 139
}

@test "--json is the whole record" {
    prints '{"status":139,"exitcode":-11,"exited":false,"exitstatus":null,"signaled":true,"termsig":11,"signal":"SIGSEGV","coredump":true,"stopped":false,"stopsig":null,"continued":false,"shell":139,"description":"killed by SIGSEGV, core dumped","ambiguous":false}' \
        pyos waitstatus --json 139
    prints '{"status":4991,"exitcode":null,"exited":false,"exitstatus":null,"signaled":false,"termsig":null,"signal":"SIGSTOP","coredump":false,"stopped":true,"stopsig":19,"continued":false,"shell":147,"description":"stopped by SIGSTOP","ambiguous":false}' \
        pyos waitstatus -J 0x137f
    prints '{"status":65535,"exitcode":null,"exited":false,"exitstatus":null,"signaled":false,"termsig":null,"signal":null,"coredump":false,"stopped":false,"stopsig":null,"continued":true,"shell":null,"description":"continued","ambiguous":false}' \
        pyos waitstatus -J 0xffff
}

@test "--json=array, --json-ints=string and the keys of --field" {
    prints '[{"exitcode":1},{"exitcode":-9}]' pyos waitstatus --json=array -f exitcode 256 9
    prints '{"status":"9","exited":false,"exitstatus":null}' \
        pyos waitstatus -J --json-ints=string -f status,exited,exitstatus 9
}

@test "--field is raw, and None is empty" {
    prints $'9\tSIGKILL\t\tTrue' pyos waitstatus -f status,signal,exitstatus,signaled 9
}

@test "--null ends each exit code with NUL" {
    printf '1\0-9\0' >expected
    pyos waitstatus -0 256 9 | cmp - expected
}

@test "a status may be any literal of Python, or a constant" {
    prints $'1\n1\n1\n1\n-9' pyos waitstatus 0x100 0o400 0b1_0000_0000 ' +2_56 ' SIGKILL
}

# ---- signals

@test "signals are called as Python calls them" {
    prints $'SIGHUP\nSIGABRT\nSIGCHLD\nSIGIO\nSIGSYS\nSIGRTMIN\nSIGRTMAX' \
        pyos waitstatus -f signal 1 6 17 29 31 34 64
}

@test "real-time signals between the two that Python names have names too" {
    prints $'SIGRTMIN+1\nSIGRTMIN+15\nSIGRTMAX-14\nSIGRTMAX-1' pyos waitstatus -f signal 35 49 50 63
}

@test "a signal without a name is null, and described by its number" {
    prints $'\tkilled by signal 32\n\tkilled by signal 33\n\tkilled by signal 65' \
        pyos waitstatus -f signal,description 32 33 65
}

# ---- children

# raw COMMAND...: the raw statuses that wait gives of a real child, a line each
raw() { "$TOOLS/wait" "$@"; }

@test "the status of a child that exited" {
    for code in 0 1 42 126 255; do
        prints "$code" pyos waitstatus "$(raw sh -c "exit $code")"
    done
}

@test "the status of a child that a signal killed" {
    for signal in HUP KILL TERM USR1; do
        killed=$(raw sh -c "kill -$signal \$\$")
        prints "$((-$(kill -l "$signal")))" pyos waitstatus "$killed"
        prints "SIG$signal"$'\tTrue\tFalse' pyos waitstatus -f signal,signaled,exited "$killed"
    done
}

@test "the status of a child that was stopped" {
    # shellcheck disable=SC2016
    raw sh -c 'kill -STOP $$; exit 5' >statuses
    [ "$(wc -l <statuses)" -eq 2 ]
    stopped=$(head -n 1 statuses)
    prints "stopped by SIGSTOP" pyos waitstatus -f description "$stopped"
    fails 65 "pyos waitstatus: ValueError: process stopped by delivery of signal 19" pyos waitstatus "$stopped"
    prints 5 pyos waitstatus "$(tail -n 1 statuses)"
}

@test "what a shell shows of a child is what the record says that it shows" {
    for command in 'exit 0' 'exit 77' 'kill -TERM $$' 'kill -KILL $$'; do
        shell=0
        bash -c "$command" || shell=$?
        prints "$shell" pyos waitstatus -f shell "$(raw bash -c "$command")"
    done
}

# ---- --from=shell

@test "--from=shell: up to 128 it is an exit status" {
    prints $'0\n1\n126\n127\n128' pyos waitstatus --from=shell 0 1 126 127 128
}

@test "--from=shell: 126 and 127 say what they are in a shell" {
    prints $'exited with 126: in a shell, found but not executable\nexited with 127: in a shell, command not found' \
        pyos waitstatus --from=shell -f description 126 127
}

@test "--from=shell: above 128 both readings are told" {
    prints $'-9\tSIGKILL\tTrue\tkilled by SIGKILL, or exited with 137
-15\tSIGTERM\tTrue\tkilled by SIGTERM, or exited with 143
-64\tSIGRTMAX\tTrue\tkilled by SIGRTMAX, or exited with 192' \
        pyos waitstatus --from=shell -f exitcode,signal,ambiguous,description 137 143 192
}

@test "--from=shell: a signal that kills nothing, or is none, leaves the exit status" {
    prints $'145\tFalse\texited with 145
147\tFalse\texited with 147
148\tFalse\texited with 148
160\tFalse\texited with 160
193\tFalse\texited with 193
255\tFalse\texited with 255' pyos waitstatus --from=shell -f exitcode,ambiguous,description 145 147 148 160 193 255
}

@test "--from=shell: the shell's number is kept" {
    # shellcheck disable=SC2046
    prints "$(seq 0 255)" pyos waitstatus --from=shell -f shell $(seq 0 255)
}

@test "--from=shell: a number that \$? cannot be is a ValueError" {
    fails 65 "pyos waitstatus: ValueError: invalid shell status: 256" pyos waitstatus --from=shell 256
    fails 65 "pyos waitstatus: ValueError: invalid shell status: -1" pyos waitstatus --from=shell -1
    fails 65 "pyos waitstatus: ValueError: invalid literal for int() with base 0: 'x'" pyos waitstatus --from=shell x
    fails 65 "pyos waitstatus: ValueError: invalid literal for int() with base 0: ''" pyos waitstatus --from=shell ''
}

# ---- --from=exitcode

@test "--from=exitcode: Python's number comes back as it was" {
    prints $'0\n9\n255\n-1\n-9\n-64' pyos waitstatus --from=exitcode 0 9 255 -1 -9 -64
}

@test "--from=exitcode: N and -N as raw statuses" {
    prints $'2304\texited with 9\n9\tkilled by SIGKILL' pyos waitstatus --from=exitcode -f status,description 9 -9
}

@test "--from=exitcode: CODE:SIGNAL of a batch system" {
    prints $'256\texited with 1\n9\tkilled by SIGKILL\n9\tkilled by SIGKILL\n0\texited with 0: success' \
        pyos waitstatus --from=exitcode -f status,description 1:0 0:9 1:9 0:0
}

@test "--from=exitcode: what is none is a ValueError" {
    for word in 256 -127 -128 -9:0 256:0 0:127 0:-1 -2147483648; do
        fails 65 "pyos waitstatus: ValueError: invalid exit code: $word" pyos waitstatus --from=exitcode "$word"
    done
    for word in 0: :9 : ''; do
        fails 65 "pyos waitstatus: ValueError: invalid literal for int() with base 0: ''" \
            pyos waitstatus --from=exitcode "$word"
    done
    fails 65 "pyos waitstatus: ValueError: invalid literal for int() with base 0: 'x'" \
        pyos waitstatus --from=exitcode 1:x
    fails 65 "pyos waitstatus: OverflowError: Python int too large to convert to C int" \
        pyos waitstatus --from=exitcode 0:4294967296
}

# ---- bad input

@test "a status that is neither is Python's ValueError" {
    fails 65 "pyos waitstatus: ValueError: process stopped by delivery of signal 19" pyos waitstatus 4991
    fails 65 "pyos waitstatus: ValueError: invalid wait status: 65535" pyos waitstatus 65535
    fails 65 "pyos waitstatus: ValueError: invalid wait status: -1" pyos waitstatus -1
    fails 65 "$(message ValueError '"waitstatus"' 'invalid wait status: 131071')" pyos waitstatus -J 131071
}

@test "a status that is no integer is Python's ValueError" {
    for word in '' 1.5 0x 010 1__0 '1 2'; do
        fails 65 "pyos waitstatus: ValueError: invalid literal for int() with base 0: '$word'" pyos waitstatus "$word"
    done
}

@test "a status that is no int of C is Python's OverflowError" {
    for word in 2147483648 -2147483649 99999999999999999999999999; do
        fails 65 "pyos waitstatus: OverflowError: Python int too large to convert to C int" pyos waitstatus "$word"
    done
}

@test "no status is Python's TypeError" {
    fails 64 "pyos waitstatus: TypeError: waitstatus() missing required argument 'status' (pos 1)" pyos waitstatus
}

@test "an error does not stop the rest" {
    run --separate-stderr pyos waitstatus 0 65535 256
    [ "$status" -eq 65 ]
    is $'0\n1'
    says "pyos waitstatus: ValueError: invalid wait status: 65535"
}
