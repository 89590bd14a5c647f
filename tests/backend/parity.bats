# What is below a root is what it is natively, seen from there: stat and walk of a tree of everything, path in a farm of
# links. Each native answer is CPython's: see tests/parity, tests/walk and tests/path.
load ../helper
load ../parity/tree
load backend

setup_file() {
    make_tree "$BATS_FILE_TMPDIR/tree"
    (cd "$BATS_FILE_TMPDIR/tree" && find . -print0) >"$BATS_FILE_TMPDIR/relative"
    (cd "$BATS_FILE_TMPDIR/tree" && find . -printf '/%P\0') >"$BATS_FILE_TMPDIR/absolute"
}

setup() {
    cd "$BATS_FILE_TMPDIR/tree" || return
    tree=$BATS_FILE_TMPDIR/tree
    got=$BATS_TEST_TMPDIR/got want=$BATS_TEST_TMPDIR/want
}

# alike COMMAND...: natively in the tree, and below it as the root: the same output, errors and exit code.
alike() {
    local native=0 below=0
    pyos "$@" >"$want" 2>"$want.errors" || native=$?
    emulated "$tree" "$@" >"$got" 2>"$got.errors" || below=$?
    cmp "$want" "$got" && cmp "$want.errors" "$got.errors" && [ "$native" -eq "$below" ]
}

# moved COMMAND...: the same with absolute paths, of which the native one has the tree's before them. {} is where they
# begin.
moved() {
    local native=0 below=0
    pyos "${@//'{}'/$tree}" 2>"$want.errors" >"$want" || native=$?
    sed -i "s|$tree/|/|g; s|$tree|/|g" "$want" "$want.errors"
    emulated "$tree" "${@//'{}'/}" >"$got" 2>"$got.errors" || below=$?
    cmp "$want" "$got" && cmp "$want.errors" "$got.errors" && [ "$native" -eq "$below" ]
}

@test "stat and lstat of every file, in every form" {
    for name in stat lstat; do
        for form in '' -r -J --json=array '-f st_ino,st_mtime_ns,mount_id'; do
            # shellcheck disable=SC2086  # words
            pyos $name $form --files0-from=- <"$BATS_FILE_TMPDIR/relative" >"$want" 2>"$want.errors" || [ $? -eq 66 ]
            # shellcheck disable=SC2086
            emulated "$tree" $name $form --files0-from=- <"$BATS_FILE_TMPDIR/relative" >"$got" 2>"$got.errors" ||
                [ $? -eq 66 ]
            cmp "$want" "$got"
            cmp "$want.errors" "$got.errors"
        done
    done
    [ "$(wc -l <"$want")" -gt 14000 ]
}

@test "stat of every file by its path from the root" {
    emulated "$tree" stat -f st_ino,st_mode --files0-from=- <"$BATS_FILE_TMPDIR/absolute" >"$got" 2>"$got.errors" ||
        [ $? -eq 66 ]
    pyos stat -f st_ino,st_mode --files0-from=- <"$BATS_FILE_TMPDIR/relative" >"$want" 2>"$want.errors" ||
        [ $? -eq 66 ]
    cmp "$want" "$got"
    [ "$(wc -l <"$want.errors")" -eq "$(wc -l <"$got.errors")" ]
}

@test "walk in every way" {
    for way in '' --bottom-up --followlinks '--followlinks --bottom-up' '--stat -J' -J '--count' '--sizes -J'; do
        # shellcheck disable=SC2086
        alike walk --sort $way nested cycle types names
        # shellcheck disable=SC2086  # with the bytes in base64, there would be a native path in it
        moved walk --sort --surrogateescape $way '{}/nested' '{}/cycle' '{}/types' '{}/links'
    done
}

@test "walk of all" {
    alike walk .
    [ "$(wc -l <"$want")" -gt 20 ]
}

@test "path asks the same of every kind of file" {
    local files=(types/* nested/a/link links/* none types/file/x nested/link/b/../b/2)
    for question in exists lexists isfile isdir islink ismount getsize getmtime; do
        alike path "$question" "${files[@]}"
        moved path "$question" "${files[@]/#/'{}/'}"
    done
}

@test "path follows the same links" {
    for function in realpath 'realpath --strict' abspath normpath; do
        # shellcheck disable=SC2086
        moved path $function '{}/nested/link/b/link' '{}/nested/many/link/1' '{}/cycle/a/b/back/a/b/back/a/1' \
            '{}/types/loop' '{}/types/dangling' '{}/types/link-to-link' '{}/types/link-to-directory/.' '{}/none/../types'
    done
    alike path samefile nested/link/1 nested/many/link/1
    alike path samefile nested/a/1 nested/a/b/2
    alike path relpath nested/a types
    alike path within nested nested/link/1
    alike path within nested/a nested/many/link/b
}
