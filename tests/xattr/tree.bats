# --recursive: all below a directory.
load ../helper
load place

# A tree with a file, a directory, links to each, and a link to nowhere.
plant() {
    mkdir -p tree/sub/deep
    touch tree/a tree/sub/b tree/sub/deep/c outside
    ln -s ../outside tree/file-link
    ln -s .. tree/dir-link
    ln -s nowhere tree/dangling
    "$TOOLS/attributes" set outside 1 3 20
}

@test "every file and directory is visited, links are passed over" {
    plant
    gives 0 '' pyos xattr set -R tree user.seen yes
    gives 0 $'tree\ntree/a\ntree/sub\ntree/sub/b\ntree/sub/deep\ntree/sub/deep/c' pyos xattr list -R -f path tree
    "$TOOLS/attributes" check outside 1 3 20
    gives 0 '[]' pyos xattr list .
}

@test "records say whose they are" {
    mkdir tree
    touch tree/a
    pyos xattr set tree/a user.key value
    gives 0 "{'path': 'tree', 'names': []}"$'\n'"{'path': 'tree/a', 'names': ['user.key']}" pyos xattr list -R tree
    gives 0 "{'path': 'tree/a', 'name': 'user.key', 'value': b'value'}" pyos xattr get -R tree/a user.key
    gives 0 $'tree/a\tuser.key\tvalue' pyos xattr dump -r -R tree
    gives 0 '{"path":"tree/a","name":"user.key","value":{"base64":"dmFsdWU="}}' pyos xattr dump -R tree
}

@test "files below that lack the attribute are passed over, the one that is named is not" {
    plant
    pyos xattr set tree/sub/b user.key value
    run -71 --separate-stderr pyos xattr get -R -f path,value tree user.key
    is $'tree/sub/b\tvalue'
    says "pyos xattr get: OSError: [Errno 61] No data available: 'tree'"
    pyos xattr set tree user.key value
    gives 0 '' pyos xattr remove -R tree user.key
    gives 0 '' pyos xattr dump -R tree
}

@test "-R of a file is the file" {
    touch file
    pyos xattr set file user.key value
    gives 0 "{'path': 'file', 'names': ['user.key']}" pyos xattr list -R file
}

@test "a link to a directory that is named is followed, or with -P not" {
    plant
    ln -s tree link
    pyos xattr set tree/a user.key value
    gives 0 link/a pyos xattr dump -R -f path link
    gives 0 '' pyos xattr dump -R -P -f path link
}

@test "with -P links below are visited themselves" {
    plant
    run --separate-stderr pyos xattr set -R -P tree user.key value
    [ "$status" -eq 77 ]
    # no link can have attributes of users; each says so, and nothing behind one is touched
    [ "$(grep -c "PermissionError: \[Errno 1\] Operation not permitted: 'tree/.*\(link\|dangling\)'" <<<"$stderr")" -eq 3 ]
    [ "$(wc -l <<<"$stderr")" -eq 3 ]
    "$TOOLS/attributes" check outside 1 3 20
}

@test "a directory that cannot be read is reported, and the rest goes on" {
    mkdir -p tree/closed tree/open
    touch tree/closed/a tree/open/b
    "$TOOLS/attributes" set tree/closed 1 1 5
    "$TOOLS/attributes" set tree/open/b 1 1 5
    chmod 311 tree/closed
    chmod 755 .
    run -77 --separate-stderr "$TOOLS/unprivileged" "$PYOS" xattr dump -R -f path tree
    is tree/open/b
    [[ "$stderr" == *"PermissionError: [Errno 13] Permission denied: 'tree/closed'"* ]]
    chmod 755 tree/closed
}

@test "a tree deeper than a path may be long is visited to its end" {
    name=$(printf 'd%.0s' {1..200})
    (
        for _ in {1..30}; do
            mkdir "$name"
            cd "$name" || exit 1
        done
        : >end
        "$TOOLS/attributes" set end 1 1 5
    )
    run -0 pyos xattr dump -R -f path "$name"
    [ "${#output}" -eq $((30 * 201 + 3)) ]
    [[ "$output" == *"$name/end" ]]
    # a path of 6,000 bytes cannot be removed by its name
    for _ in {1..30}; do
        mv "$name/$name" next 2>/dev/null || break
        rm -rf "$name"
        mv next "$name"
    done
}

@test "without /proc the paths do" {
    sanitized && skip "AddressSanitizer cannot do without /proc"
    plant
    try() { unshare --map-root-user --mount sh -c "mount -t tmpfs none /proc && $1"; }
    try true || skip "needs a mount namespace"
    run -0 try "'$PYOS' xattr set -R tree user.seen yes"
    gives 0 $'tree\ntree/a\ntree/sub\ntree/sub/b\ntree/sub/deep\ntree/sub/deep/c' pyos xattr list -R -f path tree
}

@test "more than one tree, and trees from a list" {
    mkdir -p one two
    touch one/a two/b
    printf 'one\0two\0' >list
    gives 0 '' pyos xattr set -R --files0-from=list user.key value
    gives 0 $'one\none/a\ntwo\ntwo/b' pyos xattr list -R -f path one two
}

@test "a kernel without the calls that begin in a directory gives the same answers" {
    plant
    old() { "$TOOLS/block" setxattrat=ENOSYS getxattrat=ENOSYS listxattrat=ENOSYS removexattrat=ENOSYS -- "$@"; }
    gives 0 '' old pyos xattr set -R tree user.seen yes
    gives 0 $'tree\ntree/a\ntree/sub\ntree/sub/b\ntree/sub/deep\ntree/sub/deep/c' old pyos xattr list -R -f path tree
    "$TOOLS/attributes" check outside 1 3 20
    run -0 pyos xattr dump -R tree
    prints "$output" old pyos xattr dump -R tree
    gives 0 '' old pyos xattr remove -R tree user.seen
    gives 0 '' pyos xattr dump -R tree
}
