# The bytes of urandom: how many, in which form, from where.
load ../helper

# sizes: both sides of where a size is read or written in one more part
sizes='0 1 2 3 31 4095 4096 4097 65535 65536 65537 196607 196608 196609 393216 1000000'

@test "without a size there are 32 bytes" {
    [ "$(pyos urandom -r | wc -c)" -eq 32 ]
    [ "$(pyos urandom --hex | wc -c)" -eq 65 ]
}

@test "raw bytes are exactly so many, and nothing else" {
    for size in $sizes; do
        [ "$(pyos urandom -r "$size" | wc -c)" -eq "$size" ] || { echo "$size"; return 1; }
    done
}

@test "sizes have suffixes, of which each is 1024 times the last" {
    [ "$(pyos urandom -r 4K | wc -c)" -eq 4096 ]
    [ "$(pyos urandom -r 4k | wc -c)" -eq 4096 ]
    [ "$(pyos urandom -r 3KiB | wc -c)" -eq 3072 ]
    [ "$(pyos urandom -r 1M | wc -c)" -eq 1048576 ]
    [ "$(pyos urandom -r 0x10 | wc -c)" -eq 16 ]
}

@test "a size of two readings is refused" {
    run -65 --separate-stderr pyos urandom 4KB
    is ''
    says "pyos urandom: ValueError: invalid size: '4KB' (such as 16, 4K, 1M, 2GiB; K is 1024)"
}

@test "a negative size is CPython's ValueError" {
    run -65 --separate-stderr pyos urandom -1
    says 'pyos urandom: ValueError: negative argument not allowed'
}

@test "the repr is that of CPython, of any size" {
    python313 || skip "needs CPython 3.13"
    for size in 0 1 2 3 8 40 4096 196608 196609 500000; do
        pyos urandom "$size" | "$ORACLE" -c 'import ast, sys
line = sys.stdin.readline()
value = ast.literal_eval(line)
assert len(value) == int(sys.argv[1]) and repr(value) + "\n" == line' "$size"
    done
}

@test "the repr of a byte is one of 256" {
    for _ in {1..50}; do
        run -0 pyos urandom 1
        [[ "$output" =~ ^b\'([ -~]|\\[tnr\\]|\\x[0-9a-f]{2})\'$|^b\"\'\"$ ]] || { echo "$output"; return 1; }
    done
}

@test "--hex is two small digits a byte, and a newline" {
    for size in $sizes; do
        pyos urandom --hex "$size" >text
        [ "$(wc -c <text)" -eq $((2 * size + 1)) ]
        [ -z "$(tr -d '0-9a-f\n' <text)" ]
    done
}

@test "--base64 is base64, and a newline" {
    for size in $sizes; do
        pyos urandom --base64 "$size" >text
        [ "$(wc -l <text)" -eq 1 ]
        [ "$(base64 -d <text | wc -c)" -eq "$size" ]
    done
}

@test "--urlsafe has - and _ and no padding, as secrets.token_urlsafe" {
    for size in $sizes; do
        pyos urandom --urlsafe "$size" >text
        [ -z "$(tr -d 'A-Za-z0-9_\n-' <text)" ]
        [ "$(wc -c <text)" -eq $(((size * 4 + 2) / 3 + 1)) ]
    done
    pyos urandom --urlsafe 1M | grep -q -e -
    pyos urandom --urlsafe 1M | grep -q _
}

@test "-J is an object with the bytes in base64" {
    for size in $sizes; do
        pyos urandom -J "$size" | sed 's/^{"base64":"\(.*\)"}$/\1/' >text
        [ "$(base64 -d <text | wc -c)" -eq "$size" ]
    done
}

@test "-J with an encoding is a string" {
    run -0 pyos urandom -J --hex 4
    [[ "$output" =~ ^\"[0-9a-f]{8}\"$ ]]
    run -0 pyos urandom -J --base64 4
    [[ "$output" =~ ^\"[A-Za-z0-9+/]{6}==\"$ ]]
    run -0 pyos urandom -J --urlsafe 4
    [[ "$output" =~ ^\"[A-Za-z0-9_-]{6}\"$ ]]
}

@test "JSON of large sizes is valid" {
    needs jq
    [ "$(pyos urandom -J 1000000 | jq -r .base64 | base64 -d | wc -c)" -eq 1000000 ]
    [ "$(pyos urandom --json=array --count=3 300000 | jq -r '.[].base64' | base64 -d | wc -c)" -eq 900000 ]
}

@test "--count is so many of them" {
    [ "$(pyos urandom -r --count=3 1000 | wc -c)" -eq 3000 ]
    [ "$(pyos urandom --hex --count=5 4 | grep -cE '^[0-9a-f]{8}$')" -eq 5 ]
    [ "$(pyos urandom --count=4 1 | wc -l)" -eq 4 ]
    [ "$(pyos urandom -0 --count=4 3 | wc -c)" -eq 16 ]
    [ "$(pyos urandom --hex --count=100 16 | sort -u | wc -l)" -eq 100 ]
}

@test "--count=0 is nothing, and an empty array" {
    run -0 pyos urandom --count=0
    is ''
    run -0 pyos urandom --count=0 --json=array
    is '[]'
}

@test "a negative count is a ValueError" {
    run -65 --separate-stderr pyos urandom --count=-1
    says 'pyos urandom: ValueError: count must not be negative'
}

@test "each byte is as likely as any other" {
    # 255 degrees of freedom: above 414.6 once in 10^9 runs
    pyos urandom -r 1M | od -An -v -tu1 -w1 | awk '{count[$1 + 0]++}
        END {
            for (byte = 0; byte < 256; byte++) sum += (count[byte] - 4096) ^ 2 / 4096
            print sum
            exit !(sum < 414.6)
        }'
}

@test "any size takes the same memory" {
    sanitized && skip "AddressSanitizer takes more memory than there would be"
    for form in -r --hex --base64 -J ''; do
        # shellcheck disable=SC2086  # none is no word
        bytes=$(ulimit -v 30000 && pyos urandom $form 64M | wc -c)
        [ "$bytes" -ge 67108864 ] || { echo "$form: $bytes"; return 1; }
    done
}

@test "short reads never shorten the output" {
    needs strace
    for form in -r '-r --getrandom'; do
        # shellcheck disable=SC2086  # options are words
        ASAN_OPTIONS=detect_leaks=0 strace -qq -o trace -e trace=getrandom \
            -e inject=getrandom:retval=7:when=1..20 pyos urandom $form 4096 >out
        [ "$(wc -c <out)" -eq 4096 ]
        [ "$(grep -c INJECTED trace)" -eq 20 ]
    done
}

@test "signals never shorten the output" {
    needs strace
    ASAN_OPTIONS=detect_leaks=0 strace -qq -o trace -e trace=getrandom,write -e inject=getrandom:error=EINTR:when=1..5 \
        -e inject=write:error=EINTR:when=1..5 pyos urandom -r 4096 >out
    [ "$(wc -c <out)" -eq 4096 ]
    [ "$(grep -c INJECTED trace)" -eq 10 ]
}

@test "stops and goes never shorten the output" {
    pyos urandom -r 64M | wc -c >count &
    pid=$(jobs -p %%)
    while kill -STOP -- "$pid" 2>/dev/null && kill -CONT -- "$pid" 2>/dev/null; do :; done
    wait
    [ "$(cat count)" -eq 67108864 ]
}

@test "without getrandom the bytes are those of the device" {
    for error in ENOSYS EPERM; do
        [ "$("$TOOLS/block" getrandom=$error -- "$PYOS" urandom -r 1M | wc -c)" -eq 1048576 ]
    done
    "$TOOLS/block" getrandom=ENOSYS -- "$PYOS" urandom --uuid=4
}

@test "--getrandom is an error where there is none" {
    run -69 --separate-stderr "$TOOLS/block" getrandom=ENOSYS -- "$PYOS" urandom --getrandom
    is ''
    says 'pyos urandom: OSError: [Errno 38] Function not implemented'
}

@test "a file that is not the device is never read" {
    printf 'not random at all, and known to everybody' >file
    try() {
        unshare --map-root-user --mount sh -c "mount --bind file /dev/urandom && $1"
    }
    try true || skip "needs a mount namespace"
    run -69 --separate-stderr try "'$TOOLS/block' getrandom=ENOSYS -- '$PYOS' urandom -r 8"
    is ''
    says 'pyos urandom: NotImplementedError: /dev/urandom (or equivalent) not found'
    [ "$(try "'$PYOS' urandom -r 8 | wc -c")" -eq 8 ]
}

@test "without any generator it is NotImplementedError" {
    try() { unshare --map-root-user --mount sh -c "mount -t tmpfs none /dev && $1"; }
    try true || skip "needs a mount namespace"
    run -69 --separate-stderr try "'$TOOLS/block' getrandom=ENOSYS -- '$PYOS' urandom"
    says 'pyos urandom: NotImplementedError: /dev/urandom (or equivalent) not found'
}

@test "--flags are those of getrandom, and so are its errors" {
    [ "$(pyos urandom -r --flags='GRND_NONBLOCK|GRND_RANDOM' 100 | wc -c)" -eq 100 ]
    run -71 --separate-stderr pyos urandom --flags=99
    says 'pyos urandom: OSError: [Errno 22] Invalid argument'
    run -75 --separate-stderr "$TOOLS/block" getrandom=EAGAIN -- "$PYOS" urandom --flags=GRND_NONBLOCK
    says 'pyos urandom: BlockingIOError: [Errno 11] Resource temporarily unavailable'
    run -64 --separate-stderr pyos urandom --flags=GRND_NOPE
    says "pyos urandom: AttributeError: module 'os' has no attribute 'GRND_NOPE'"
}

@test "a full disk is reported once, exit 74" {
    for form in '' -r --hex --base64 -J '--int=0:6 --count=100000' '--uuid=4'; do
        full() { pyos urandom "$@" >/dev/full; }
        # shellcheck disable=SC2086  # options are words
        run -74 --separate-stderr full $form
        [[ "$stderr" == *"No space left on device"* && "$stderr" != *$'\n'* ]] || { echo "$form: $stderr"; return 1; }
    done
    full() { pyos urandom -r 10M >/dev/full; }
    run -74 --separate-stderr full
    says 'pyos urandom: OSError: [Errno 28] No space left on device'
}

@test "a closed pipe ends it quietly, or where that is ignored with an error" {
    run bash -c 'pyos urandom -r 100M | head -c 1 | wc -c; echo "${PIPESTATUS[0]}"'
    is $'1\n141'
    run --separate-stderr bash -c 'trap "" PIPE; pyos urandom -r 100M | head -c 1 | wc -c; echo "${PIPESTATUS[0]}"'
    is $'1\n74'
    says 'pyos urandom: BrokenPipeError: [Errno 32] Broken pipe'
}

@test "--progress is for terminals" {
    run -0 --separate-stderr pyos urandom --hex --progress 6M
    says ''
    needs script
    script -qec 'pyos urandom -r 7M --progress >/dev/null' /dev/null >typed
    grep -q '3 of 7 MiB' typed
    # the counter is gone in the end
    [[ "$(tail -c 4 typed | od -An -tx1)" == ' 0d 1b 5b 4b' ]]
}

@test "options that do not go together are usage errors" {
    refuses() {
        local text=$1
        shift
        run -64 --separate-stderr pyos urandom "$@"
        is ''
        says "pyos urandom: TypeError: $text"
    }
    one='urandom() takes one of hex, base64, urlsafe, int, choice and uuid'
    refuses "$one" --hex --base64
    refuses "$one" --int=0:6 --hex
    refuses "$one" --choice --uuid=4 a
    refuses 'urandom() takes at most 1 argument (2 given)' 16 16
    refuses 'urandom() takes no arguments (1 given)' --int=0:6 16
    refuses 'urandom() takes no arguments (1 given)' --uuid=4 16
    refuses "argument 'uuid' must be one of 4|7, not '5'" --uuid=5
}
