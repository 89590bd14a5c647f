# stat of open files, and what CPython says of calls that name them.
load ../helper
load tree

# recorded NAME: the answers in tests/parity that were recorded, and are CPython's still.
recorded() {
    if python313; then "$ORACLE" "$TESTS/record/parity.py" "$1" | cmp - "$TESTS/parity/$1" || return; fi
    cat "$TESTS/parity/$1"
}

@test "a bad call is the error that Python raises" {
    local words message
    tree_types types
    cd types
    while IFS=$'\t' read -r words message; do
        # shellcheck disable=SC2086  # words
        run --separate-stderr pyos $words 8<file 9<directory
        says "pyos ${words%% *}: $message"
    done < <(recorded calls.txt)
}

@test "fstat, and stat of a descriptor, are those of os" {
    local path fd
    tree_types types
    for path in types/file types/directory /dev/null; do
        exec {fd}<"$path"
        bash "$TESTS/parity/repr.bash" -L < <(printf '/proc/self/fd/%s\0' "$fd") >want
        ! python313 || "$ORACLE" -c 'import os, sys; print(os.fstat(int(sys.argv[1])))' "$fd" | cmp - want
        pyos fstat "$fd" | cmp - want
        pyos stat --fd="$fd" | cmp - want
        exec {fd}<&-
    done
}
