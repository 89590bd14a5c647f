# Where the output goes, and what happens when it cannot.
load ../helper
load cli

@test "a full disk is reported once, and is 74" {
    full() { pyos waitstatus 0 256 >/dev/full; }
    fails 74 "pyos waitstatus: OSError: [Errno 28] No space left on device" full
}

@test "a full disk is reported once also where much is written" {
    full() { pyos waitstatus -J $(seq 0 256 65279) $(seq 0 256 65279) >/dev/full; }
    fails 74 '{"error":{"type":"OSError","errno":28,"name":"ENOSPC","strerror":"No space left on device","filename":null,"filename2":null,"applet":"waitstatus","message":"[Errno 28] No space left on device"}}' \
        full
}

@test "a full disk is noticed by --help, --list and --version too" {
    for option in --help --list --list-functions --version; do
        full() { pyos "$option" >/dev/full; }
        fails 74 "pyos: OSError: [Errno 28] No space left on device" full
    done
}

@test "a full disk counts more than an operand that failed" {
    full() { pyos waitstatus 65535 0 >/dev/full; }
    fails 74 "pyos waitstatus: ValueError: invalid wait status: 65535
pyos waitstatus: OSError: [Errno 28] No space left on device" full
}

@test "a call that prints nothing does not need an output" {
    mkdir bin
    quiet() { pyos --install --symbolic bin >/dev/full; }
    prints '' quiet
    quiet() { pyos --install --symbolic bin >&-; }
    prints '' quiet
}

@test "a closed standard output is an error" {
    closed() { pyos waitstatus 0 >&-; }
    fails 74 "pyos waitstatus: OSError: [Errno 9] Bad file descriptor" closed
}

@test "a standard output that is only for reading is an error" {
    : >file
    reading() { pyos waitstatus 0 1<file; }
    fails 74 "pyos waitstatus: OSError: [Errno 9] Bad file descriptor" reading
}

@test "with standard error closed the exit code still tells" {
    silent() { pyos waitstatus 65535 2>&-; }
    gives 65 '' silent
}

# into_closed_pipe COMMAND...: its standard output is a pipe that no one reads any more
into_closed_pipe() {
    mkfifo pipe
    exec 8<>pipe 9>pipe 8<&-
    "$@" >&9 9>&-
}

@test "a closed pipe with SIGPIPE ignored is one report, and 74" {
    ignored() { (trap '' PIPE && into_closed_pipe pyos waitstatus 0); }
    fails 74 "pyos waitstatus: BrokenPipeError: [Errno 32] Broken pipe" ignored
}

@test "a closed pipe kills quietly where SIGPIPE is not ignored" {
    killed() { (into_closed_pipe env --default-signal=PIPE "$PYOS" waitstatus 0); }
    fails $((128 + 13)) '' killed
}

@test "output to a pipe is whole, whatever its size" {
    many=$(seq 0 256 65279)
    # shellcheck disable=SC2086
    pyos waitstatus -J $many $many $many | grep -c '^{"status":[0-9]*,.*}$' >count
    [ "$(cat count)" = $((255 * 3)) ]
}

@test "a pipe that is not ready is waited for" {
    mkfifo pipe
    many=$(seq 0 256 65279)
    exec 8<>pipe 9>pipe
    "$TOOLS/nonblock" 9
    # shellcheck disable=SC2086
    timeout 60 pyos waitstatus -J $many $many $many >&9 &
    head -n $((255 * 3)) pipe | tail -n 1 >last
    wait $!
    [[ "$(cat last)" == '{"status":65024,'* ]]
}

# little_memory COMMAND...: what may be allocated is small. ASan cannot live so, but has a limit of its own.
little_memory() {
    if sanitized; then
        ASAN_OPTIONS=allocator_may_return_null=1:max_allocation_size_mb=8 "$@"
    else
        (ulimit -v 30000 && "$@")
    fi
}

@test "no memory is an error and not a crash" {
    long_name() { head -c 50000000 /dev/zero | tr '\0' x | little_memory pyos stat --files0-from=-; }
    run --separate-stderr long_name
    is ''
    [[ "$stderr" == *"pyos stat: OSError: [Errno 12] Cannot allocate memory"* ]]
    [ "$status" -eq 75 ]
}

@test "no memory is told in JSON too" {
    long_name() { head -c 50000000 /dev/zero | tr '\0' x | little_memory pyos stat -J --files0-from=-; }
    run --separate-stderr long_name
    is ''
    [[ "$stderr" == *'{"error":{"type":"OSError","errno":12,"name":"ENOMEM",'* ]]
    [ "$status" -eq 75 ]
}
