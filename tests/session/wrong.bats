# What argv cannot carry, and more: wrong types, NUL, numbers beyond 64 bits, counts and names, of every function.
load ../helper
load session
load wrong

@test "wrong calls are refused as CPython refuses them, but for what is listed" {
    expand <"$TESTS/session/wrong.txt" | standing >cpython
    [ "$(wc -l <cpython)" -gt 4000 ]
    answer <cpython >ours
    grep -v -e '^#' -e '^$' "$TESTS/session/differences.txt" | standing | sort >listed
    diff <(comm -13 <(sort cpython) <(sort ours)) listed
}

@test "wrong calls are recorded as CPython answers them" {
    python313 || skip "needs CPython 3.13"
    "$ORACLE" "$TESTS/session/wrong.py" | diff "$TESTS/session/wrong.txt" -
}
