# The emulated backend where no /proc is mounted: what it finds out by itself, and what it cannot do.
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" && mkdir -p root/dir/sub && : >root/file && ln -s dir root/link || exit 1
}

# confined ARG...: pyos below root. It asks statfs(2) whether /proc is the kernel's.
confined() {
    "$TOOLS/block" statfs=ENOSYS -- "$PYOS" --backend=emulated --root="$BATS_TEST_TMPDIR/root" "$@"
}

@test "the current directory is found without /proc" {
    prints "'/'" confined getcwd
    cd root && prints "'/'" confined getcwd
    cd dir && prints "'/dir'" confined getcwd
    cd sub && prints "'/dir/sub'" confined getcwd
    prints "b'/dir/sub'" confined getcwdb
}

@test "relative paths are made absolute without /proc" {
    prints $'\'/file\'\n\'/dir/sub\'' confined path realpath file link/sub
    cd root/dir && prints "'/dir/x'" confined path abspath x
}

@test "what needs /proc is a NotImplementedError without, and does nothing" {
    echo text >root/file
    run --separate-stderr confined truncate file 0
    [ "$status" -eq 69 ]
    [[ "$stderr" == 'pyos truncate: NotImplementedError: truncate: refused by the emulated backend: '* ]]
    [ "$(cat root/file)" = text ]
}
