# sysconf, confstr, their names, getloadavg and times. sysconf.txt has what does not depend on the machine.
load ../helper

@test "sysconf gives what glibc gives" {
    while read -r name value; do
        run --separate-stderr pyos sysconf "$name"
        [ "$output" = "$value" ] || { echo "$name is $output, not $value"; return 1; }
    done <"$TESTS/functions/sysconf.txt"
}

@test "what depends on the machine comes from the kernel" {
    needs getconf
    for name in PAGESIZE CLK_TCK NPROCESSORS_ONLN OPEN_MAX CHILD_MAX ARG_MAX; do
        word=$name
        [[ $name != NPROC* ]] || word=_$name
        run -0 getconf "$word"
        gives 0 "${output/undefined/-1}" pyos sysconf "SC_$name"
    done
    gives 0 "$(($(awk '/^MemTotal/ { print $2 }' /proc/meminfo) * 1024 / $(pyos sysconf SC_PAGESIZE)))" \
        pyos sysconf SC_PHYS_PAGES
}

@test "the limits of the process are sysconf's" {
    gives 0 99 pyos prlimit 0 NOFILE 99,99 --exec pyos sysconf SC_OPEN_MAX
    gives 0 131072 pyos prlimit 0 STACK 262144,262144 --exec pyos sysconf SC_ARG_MAX
    gives 0 262144 pyos prlimit 0 STACK 1048576,1048576 --exec pyos sysconf SC_ARG_MAX
}

@test "each name of sysconf has an answer, or EINVAL for the one that glibc does not know" {
    pyos sysconf_names -r | cut -d= -f1 >names
    [ "$(wc -l <names)" -eq "$(pyos sysconf_names --json | grep -o : | wc -l)" ]
    while read -r name; do
        pyos sysconf "$name" >/dev/null 2>>errors || echo "$name" >>refused
    done <names
    [ "$(<refused)" = SC_EQUIV_CLASS_MAX ]
    [ "$(<errors)" = 'pyos sysconf: OSError: [Errno 22] Invalid argument' ]
}

@test "sysconf and confstr refuse what they do not know" {
    for function in sysconf confstr; do
        fails 65 "pyos $function: ValueError: unrecognized configuration name" pyos $function NOPE
        fails 71 "pyos $function: OSError: [Errno 22] Invalid argument" pyos $function 98765
        fails 64 "pyos $function: TypeError: posix.$function() takes exactly one argument (0 given)" pyos $function
    done
}

@test "a number is as good as a name" {
    gives 0 "$(pyos sysconf SC_PAGESIZE)" pyos sysconf 30
    gives 0 "'/bin:/usr/bin'" pyos confstr 0
    gives 0 "'/bin:/usr/bin'" pyos confstr CS_PATH
    gives 0 "''" pyos confstr CS_LFS_CFLAGS
    gives 0 "'-m64'" pyos confstr CS_XBS5_LP64_OFF64_CFLAGS
}

@test "confstr tells which library is linked" {
    run -0 pyos confstr -r CS_GNU_LIBC_VERSION
    if grep -q '^libc = musl' "$BUILD/config.mk"; then
        [[ $output =~ ^musl( [0-9.]+)?$ ]]
    else
        [[ $output =~ ^glibc\ [0-9.]+$ ]]
    fi
}

@test "all answers are CPython's where it is here" {
    if ! python313; then return 0; fi
    "$ORACLE" - "$PYOS" <<'END'
import os, subprocess, sys
ask = lambda *words: subprocess.run([sys.argv[1], *words], capture_output=True, text=True).stdout.strip()
for name in os.sysconf_names:
    try:
        expected = str(os.sysconf(name))
    except OSError:
        expected = ""
    if name not in ("SC_AVPHYS_PAGES", "SC_THREAD_STACK_MIN"): # which other programs change; and of another glibc
        assert ask("sysconf", name) == expected, (name, expected)
for name in os.confstr_names:
    if not name.startswith("CS_GNU_LIB"):
        assert ask("confstr", name) == repr(os.confstr(name)), name
for names in ("sysconf_names", "confstr_names"):
    assert ask(names) == repr(dict(sorted(getattr(os, names).items()))), names
END
}

@test "the load is three numbers, as in /proc/loadavg" {
    run -0 pyos getloadavg
    [[ $output =~ ^\([0-9.e-]+,\ [0-9.e-]+,\ [0-9.e-]+\)$ ]]
    run -0 bash -c "pyos getloadavg --json=array; cut -d' ' -f1-3 /proc/loadavg"
    awk -F'[][, ]+' 'NR == 1 { third = $4 } NR == 2 { exit third - $3 > 0.5 || $3 - third > 0.5 }' <<<"$output"
}

@test "times are five seconds, of which one is since the machine was started" {
    run -0 pyos times
    [[ $output =~ ^posix\.times_result\(user=[0-9.]+,\ system=[0-9.]+,\ children_user=0\.0,\ children_system=0\.0,\ elapsed=[0-9.]+\)$ ]]
    run -0 pyos times -f elapsed,children_user
    [[ $output =~ ^[0-9.]+$'\t'0\.0$ ]]
}
