# os.getrandom and os.urandom by their own names: what they give and what they raise.
load ../helper

# raises CODE TEXT ARG...: nothing on standard output, that error, that exit code
raises() {
    local code=$1 text=$2
    shift 2
    run -"$code" --separate-stderr pyos "$@"
    is ''
    says "pyos $text"
}

# python EXPRESSION: what CPython prints of it, or the class and the text of its error
python() {
    "$ORACLE" -c 'import os, sys
try: print(repr(eval(sys.argv[1])))
except Exception as error: print(f"{type(error).__name__}: {error}")' "$1"
}

@test "both give as many bytes as they are asked for" {
    for size in 1 16 255 256 257 4096 100000; do
        for name in getrandom urandom; do
            [ "$(pyos $name -r $size | wc -c)" -eq "$size" ] || { echo "$name $size"; return 1; }
        done
    done
}

@test "no bytes are b''" {
    run -0 pyos urandom 0
    is "b''"
    run -0 pyos getrandom 0
    is "b''"
}

@test "the repr is that of CPython" {
    python313 || skip "needs CPython 3.13"
    for _ in {1..200}; do
        pyos getrandom 40
    done | "$ORACLE" -c 'import ast, sys
for line in sys.stdin:
    value = ast.literal_eval(line)
    assert len(value) == 40 and repr(value) + "\n" == line, line'
}

@test "two calls give different bytes" {
    [ "$(pyos getrandom 32)" != "$(pyos getrandom 32)" ]
    [ "$(pyos urandom 32 -J)" != "$(pyos urandom 32 -J)" ]
}

@test "bytes are base64 in JSON" {
    run -0 pyos getrandom 9 -J
    [[ "$output" =~ ^'{"base64":"'[A-Za-z0-9+/]{12}'"}'$ ]]
}

@test "raw bytes end with nothing, and with -0 with NUL" {
    [ "$(pyos getrandom -r 5 | wc -c)" -eq 5 ]
    [ "$(pyos getrandom -0 5 | wc -c)" -eq 6 ]
    [ "$(pyos getrandom -0 5 | tail -c1 | od -An -tx1)" = ' 00' ]
}

@test "getrandom takes flags by place, by name and by number" {
    [ "$(pyos getrandom -r 8 GRND_NONBLOCK | wc -c)" -eq 8 ]
    [ "$(pyos getrandom -r 8 'GRND_NONBLOCK|GRND_RANDOM' | wc -c)" -eq 8 ]
    [ "$(pyos getrandom -r 8 --flags=GRND_NONBLOCK | wc -c)" -eq 8 ]
    [ "$(pyos getrandom -r 8 --flags=1 | wc -c)" -eq 8 ]
    [ "$(pyos getrandom -r --size=8 --flags=0x1 | wc -c)" -eq 8 ]
}

@test "a size may have a suffix" {
    [ "$(pyos getrandom -r 4K | wc -c)" -eq 4096 ]
}

@test "what they raise is what CPython raises" {
    raises 71 'getrandom: OSError: [Errno 22] Invalid argument' getrandom -1
    raises 71 'getrandom: OSError: [Errno 22] Invalid argument' getrandom 8 99
    raises 71 'getrandom: OSError: [Errno 22] Invalid argument' getrandom 8 -1
    raises 65 'urandom: ValueError: negative argument not allowed' urandom -1
    raises 65 'getrandom: OverflowError: Python int too large to convert to C ssize_t' getrandom 9223372036854775808
    raises 65 'getrandom: OverflowError: Python int too large to convert to C ssize_t' getrandom -9223372036854775809
    raises 65 'getrandom: OverflowError: Python int too large to convert to C int' getrandom 8 2147483648
    raises 64 "getrandom: TypeError: getrandom() missing required argument 'size' (pos 1)" getrandom
    raises 64 'getrandom: TypeError: getrandom() takes at most 2 arguments (3 given)' getrandom 1 2 3
    raises 64 "getrandom: TypeError: argument for getrandom() given by name ('size') and position (1)" \
        getrandom 4 --size=4
    python313 || return 0
    for call in 'getrandom(-1)' 'getrandom(8, 99)' 'getrandom(8, -1)' 'getrandom(2**63)' \
        'getrandom(-2**63-1)' 'getrandom(8, 2**31)' 'getrandom()' 'getrandom(1, 2, 3)' 'getrandom(4, size=4)'; do
        words=$("$ORACLE" -c 'import sys
def call(*a, **k): print(*a, *(f"--{n}={v}" for n, v in k.items()))
eval(sys.argv[1].replace("getrandom", "call"))' "$call")
        # shellcheck disable=SC2086  # an argument is a word
        run --separate-stderr pyos getrandom $words
        says "pyos getrandom: $(python "os.$call")"
    done
}

@test "a signal does not end getrandom" {
    needs strace
    ASAN_OPTIONS=detect_leaks=0 run -0 --separate-stderr strace -qq -o /dev/null \
        -e inject=getrandom:error=EINTR:when=1..3 pyos getrandom 8 -J
    [[ "$output" =~ ^'{"base64":"'[A-Za-z0-9+/]{11}'="}'$ ]]
}

@test "where the kernel lacks getrandom it is OSError, exit 69, and urandom reads the device" {
    run -69 --separate-stderr "$TOOLS/block" getrandom=ENOSYS -- "$PYOS" getrandom 8
    says 'pyos getrandom: OSError: [Errno 38] Function not implemented'
    [ "$("$TOOLS/block" getrandom=ENOSYS -- "$PYOS" urandom -r 100000 | wc -c)" -eq 100000 ]
}

@test "where a filter forbids getrandom it is PermissionError, and urandom reads the device" {
    run -77 --separate-stderr "$TOOLS/block" getrandom=EPERM -- "$PYOS" getrandom 8
    says 'pyos getrandom: PermissionError: [Errno 1] Operation not permitted'
    [ "$("$TOOLS/block" getrandom=EPERM -- "$PYOS" urandom -r 100000 | wc -c)" -eq 100000 ]
}

@test "a generator that is not ready is BlockingIOError, exit 75" {
    run -75 --separate-stderr "$TOOLS/block" getrandom=EAGAIN -- "$PYOS" getrandom 8 GRND_NONBLOCK
    says 'pyos getrandom: BlockingIOError: [Errno 11] Resource temporarily unavailable'
}

@test "there are no attributes of bytes" {
    raises 64 "getrandom: AttributeError: 'bytes' object has no attribute 'size'" getrandom 8 -f size
}

@test "--help of both says what they take" {
    run -0 pyos getrandom --help
    [[ "${lines[0]}" == 'usage: pyos getrandom [options] SIZE [FLAGS]' ]]
}
