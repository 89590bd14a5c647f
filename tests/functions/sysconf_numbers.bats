# sysconf and confstr by number, those too that Python has no name for.
load ../helper

# numbers FROM TO: what sysconf says of each
numbers() {
    for ((number = $1; number <= $2; number++)); do
        printf '%s ' "$(pyos sysconf $number 2>/dev/null || echo E)"
    done
}

@test "options of newer standards are glibc's" {
    run -0 numbers 132 184
    is "200809 200809 -1 -1 -1 200809 200809 200809 -1 -1 -1 -1 -1 -1 -1 -1 -1 200809 -1 -1 -1 200809 200809 1 -1 1 -1 \
200809 -1 -1 -1 -1 200809 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 1 -1 64 -1 -1 -1 -1 "
    run -0 numbers 235 252
    is "200809 200809 -1 -1 1 -1 E -1 -1 -1 -1 -1 E E $(pyos sysconf 249) $(pyos sysconf 250) E E "
}

@test "the usual stack of a signal is four of the least" {
    [ "$(pyos sysconf 250)" -eq $(($(pyos sysconf SC_MINSIGSTKSZ) * 4)) ] || [ "$(pyos sysconf 250)" -eq 8192 ]
}

@test "caches are those of the kernel" {
    cache=/sys/devices/system/cpu/cpu0/cache
    for index in "$cache"/index*; do
        [ -e "$index/size" ] && [ -e "$index/ways_of_associativity" ] || continue
        case $(<"$index/level")$(<"$index/type") in
            1Instruction) number=185 ;;
            1Data) number=188 ;;
            2Unified) number=191 ;;
            3Unified) number=194 ;;
            *) continue ;;
        esac
        [ "$(pyos sysconf $number)" -eq "$(numfmt --from=iec <"$index/size")" ]
        [ "$(pyos sysconf $((number + 1)))" -eq "$(<"$index/ways_of_associativity")" ]
        [ "$(pyos sysconf $((number + 2)))" -eq "$(<"$index/coherency_line_size")" ]
    done
    [ "$(pyos sysconf 197)" -ge -1 ]
}

@test "the number of groups is the kernel's" {
    run -0 pyos sysconf SC_NGROUPS_MAX
    is "$(cat /proc/sys/kernel/ngroups_max)"
}

@test "the widths of programs and their flags are glibc's" {
    run -0 bash -c 'for number in 1 4 5 1003 1007 1116 1148 1149; do pyos confstr $number; done'
    is "'POSIX_V6_LP64_OFF64'
'XBS5_LP64_OFF64'
'POSIX_V7_LP64_OFF64'
''
'-D_LARGEFILE64_SOURCE'
''
'POSIXLY_CORRECT=1'
'POSIXLY_CORRECT=1'"
    for number in 1124 1125 1140 1141; do
        [ "$(pyos confstr $number)" = "$(pyos confstr CS_XBS5_LP64_OFF64_CFLAGS)" ]
    done
}

@test "the linked library says its own version" {
    libc=$(sed -n 's/^libc = //p' "$BUILD/config.mk")
    run -0 pyos confstr -r 2
    [[ "$output" =~ ^"$libc "[0-9]+\.[0-9.]+$ ]]
    run -0 pyos confstr -r 3
    [[ "$output" =~ ^(musl|NPTL)\ [0-9]+\.[0-9.]+$ ]]
}

@test "a number that glibc does not know is EINVAL" {
    for number in -1 6 999 1008 1099 1150 2147483647; do
        run -71 --separate-stderr pyos confstr "$number"
        says "pyos confstr: OSError: [Errno 22] Invalid argument"
    done
    for number in -1 41 200 251 2147483647; do
        run -71 --separate-stderr pyos sysconf "$number"
        says "pyos sysconf: OSError: [Errno 22] Invalid argument"
    done
}

@test "in a session a number may be a number" {
    run -0 pyos session <<<'{"jsonrpc":"2.0","id":1,"method":"sysconf","params":[155]}'
    is '{"jsonrpc":"2.0","id":1,"result":1}'
    run -0 pyos session <<<'{"jsonrpc":"2.0","id":1,"method":"confstr","params":[1.5]}'
    [[ "$output" == *'"code":-32602,"message":"configuration names must be strings or integers"'* ]]
}

@test "CPython gives the same answers to every number, but for caches, free pages and the library" {
    python313 || skip "needs CPython 3.13"
    "$ORACLE" - >calls <<'END'
import json
for number in [*range(-1, 86), *range(87, 185), *range(200, 300)]:
    print(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "sysconf", "params": [number]}))
for number in [-1, 0, 1, *range(4, 20), *range(990, 1200)]:
    print(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "confstr", "params": [number]}))
END
    pyos session <calls >answers
    "$ORACLE" - <<'END'
import json, os
for call, answer in zip(open("calls"), open("answers"), strict=True):
    call, answer = json.loads(call), json.loads(answer)
    try:
        expected = getattr(os, call["method"])(*call["params"])
    except OSError as error:
        expected = str(error)
    got = answer["result"] if "result" in answer else answer["error"]["message"]
    assert got == expected, (call["method"], call["params"], expected, got)
END
}
