# What every test file loads. BUILD is where make ran, SRC where the sources are.
bats_require_minimum_version 1.5.0

TESTS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${SRC:=$(dirname "$TESTS")}"
: "${BUILD:=$SRC}"
TOOLS=$BUILD/build/tools
PYOS=$BUILD/pyos
PATH=$BUILD:$PATH
export LC_ALL=C.UTF-8 TZ=UTC0
export GCOV_ERROR_FILE=/dev/null # a test that runs as nobody cannot write the counters of --enable-gcov
unset POSIXLY_CORRECT PYTHONUNBUFFERED PYTHONUTF8 PYTHONPATH PYTHONSTARTUP

# X_emulated.bats is a link to X.bats: the same tests, where pyos is on the emulated backend and has the whole system for
# its root. X_emulated_walked.bats: and the kernel lacks openat2(2).
case ${BATS_TEST_FILENAME##*/} in
    *_emulated_walked.bats) pyos() { "$TOOLS/block" openat2=ENOSYS -- "$PYOS" --backend=emulated --root=/ "$@"; } ;;
    *_emulated.bats) pyos() { "$PYOS" --backend=emulated --root=/ "$@"; } ;;
esac

# Each test runs in an empty directory of its own.
setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
}

# needs COMMAND...: a test that cannot do without them. In CI nothing is skipped.
needs() {
    local command
    for command; do
        command -v "$command" >/dev/null && continue
        [ -n "${CI:-}" ] && { echo "CI lacks $command"; return 1; }
        skip "needs $command"
    done
}

# sanitized: whether AddressSanitizer is in the build, which has the memory and the descriptors of its own.
sanitized() {
    grep -q 'fsanitize=address' "$BUILD/config.mk"
}

# python313: CPython 3.13, the oracle, in $ORACLE; 1 where there is none. PYTHON= names one.
python313() {
    local candidate
    for candidate in "${PYTHON:-}" "$(pyenv prefix 3.13.0 2>/dev/null)/bin/python3" python3.13 python3; do
        [ -n "$candidate" ] && command -v "$candidate" >/dev/null || continue
        "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null || continue
        ORACLE=$candidate
        return 0
    done
    return 1
}

# is EXPECTED: the output of the last `run` is exactly that.
is() {
    [ "$output" = "$1" ] && return
    diff <(printf '%s\n' "$1") <(printf '%s\n' "$output")
}

# says TEXT: standard error of the last `run --separate-stderr` is exactly that.
says() {
    # shellcheck disable=SC2154  # set by run
    [ "$stderr" = "$1" ] && return
    diff <(printf '%s\n' "$1") <(printf '%s\n' "$stderr")
}

# gives CODE TEXT COMMAND...: exactly TEXT on standard output, nothing on standard error, and that exit code.
gives() {
    local code=$1 text=$2
    shift 2
    run --separate-stderr "$@"
    [ "$status" -eq "$code" ] || echo "exit code $status, not $code"
    is "$text" && says '' && [ "$status" -eq "$code" ]
}

# prints TEXT COMMAND...: the same for a success.
prints() {
    gives 0 "$@"
}

# fails CODE TEXT COMMAND...: nothing on standard output, exactly TEXT on standard error, and that exit code.
fails() {
    local code=$1 text=$2
    shift 2
    run --separate-stderr "$@"
    [ "$status" -eq "$code" ] || echo "exit code $status, not $code"
    is '' && says "$text" && [ "$status" -eq "$code" ]
}
