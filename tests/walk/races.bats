# Directories that change while they are walked: no crash, nothing from outside of the tree, and what
# was lost is reported. Each change is made before the first, the second, ... system call of the walk.
load ../helper

# in_all_ways SCRIPT: top-down, and bottom-up with no descriptor to spare; all that was said is in the file all.
in_all_ways() {
    export TOOLS ASAN_OPTIONS=detect_leaks=0 # it cannot look for them while it is traced
    at_each_call "$1" "$PYOS" walk --sort -f dirpath top
    at_each_call "$1" sh -c 'exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; ulimit -n 5; exec "$@"' \
        few "$PYOS" walk --sort --bottom-up -f dirpath top
}

at_each_call() {
    run -0 bash "$TESTS/walk/at_each_call.bash" "$@"
    cat <<<"$output" >>all
    run ! grep -E 'secret|elsewhere|outside' all
    always top
    always top/e
}

# always PATH: whatever has changed, it was walked.
always() {
    local changes
    changes=$(awk '/^changes: / { sum += $2 + 1 } END { print sum }' all) # and the run without
    [ "$(grep -cx "$1" all)" = "$changes" ]
}

@test "a directory that turns into a link is not followed" {
    in_all_ways 'mv top/a gone && ln -s ../outside top/a'
    grep -q 'NotADirectoryError: .* .top/a' all
}

@test "a directory that is removed is reported" {
    in_all_ways 'rm -r top/a'
    grep -q 'FileNotFoundError: .* .top/a' all
}

@test "a directory that turns into a file is reported" {
    in_all_ways 'rm -r top/a/b && : >top/a/b'
    grep -q 'NotADirectoryError: .* .top/a/b' all
}

@test "a directory that moves away is left, and its siblings are found" {
    in_all_ways 'mv top/a/b elsewhere/moved'
    always top/a/c
}

@test "a directory that is replaced by another one is not taken for it" {
    in_all_ways 'mv top/a/b elsewhere/moved && mv top/a gone && mkdir -p top/a/c/other'
    grep -q "OSError: .Errno 116. Stale file handle: 'top/a'" all
}

@test "walks end while directories change all the time" {
    mkdir -p top/{0..7}/{a,b/{c/d,e},f} outside/{a,b,c,d,e,f}/secret
    touch top/{0..7}/{a,b/c/d,f}/file
    for way in -r '-r --bottom-up' '--stat -f path'; do
        # shellcheck disable=SC2086
        "$TOOLS/churn" 40 top ../outside -- "$PYOS" walk $way top >>got 2>>errors
        # shellcheck disable=SC2086
        (ulimit -n 8 && "$TOOLS/churn" 40 top ../outside -- "$PYOS" walk $way top >>got 2>>errors)
    done
    run ! grep -E 'secret|outside' got
    [ "$(grep -cx top got)" -gt 0 ]
}
