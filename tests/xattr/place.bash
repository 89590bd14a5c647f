# Where attributes can be: load it after helper.

# go_where_values_fit BYTES: into an empty directory whose file system takes attributes of users with values so
# large: that of the tests, or that of /dev/shm (Linux 6.6 and later).
go_where_values_fit() {
    local parent
    for parent in "$BATS_TEST_TMPDIR" /dev/shm; do
        PLACE=$(mktemp -d "$parent/pyos-xattr-XXXXXX") || continue
        cd "$PLACE" || return 1
        : >probe
        if "$TOOLS/attributes" set probe 0 1 "$1" 2>/dev/null; then
            rm probe
            return
        fi
        cd /
        rm -r "$PLACE"
    done
    [ -z "${CI:-}" ] || { echo "no file system for attributes of $1 bytes"; return 1; }
    skip "needs a file system for attributes of $1 bytes"
}

setup() {
    go_where_values_fit "${VALUES:-100}"
}

teardown() {
    cd /
    [ -z "${PLACE:-}" ] || rm -rf "$PLACE"
}
