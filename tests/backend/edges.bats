# What the emulated backend says where a chroot says something else than one would think, on both resolvers.
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" && mkdir root && : >root/file || exit 1
}

# What a test has made immutable could not be removed.
teardown() {
    [ ! -e immutable ] || chattr -i root/file
}

# emulated ARG...: pyos on that backend, with the directory root for /.
emulated() {
    pyos --backend=emulated --root=root "$@"
}

# walked ARG...: the same, where the kernel has no openat2.
walked() {
    "$TOOLS/block" openat2=ENOSYS -- pyos --backend=emulated --root=root "$@"
}

@test "the groups of a user are those below the root" {
    mkdir root/etc && printf 'a:x:4242:ada\nb:x:4243:root,ada\n' >root/etc/group
    prints '[7, 4242, 4243]' emulated getgrouplist ada 7
    prints '[7, 4242, 4243]' walked getgrouplist ada 7
    rm root/etc/group
    prints '[7]' emulated getgrouplist root 7
}

@test "statx of no path at all is of the backend's current directory" {
    for resolver in emulated walked; do
        prints "$(stat -c %i root)" $resolver statx '' 0xfff --flags=0x1000 -f stx_ino
        prints "$(stat -c %i root)" $resolver statx . 0xfff -f stx_ino
    done
}

@test "a file that none may write is not writable, whoever asks" {
    [ "$(id -u)" -eq 0 ] || skip 'only root makes files immutable'
    chattr +i root/file 2>/dev/null || skip 'not on this file system'
    : >immutable
    for resolver in emulated walked; do
        gives 1 False $resolver access file W_OK
        gives 1 False $resolver access file W_OK --effective-ids
        prints True $resolver access file R_OK
    done
    gives 1 False pyos access root/file W_OK --effective-ids
    prints True "$TOOLS/block" faccessat2=EPERM -- pyos --backend=emulated --root=root access file R_OK
}

@test "a directory that may not be searched is no root" {
    mkdir closed && chmod a-x closed
    fails 77 "pyos stat: PermissionError: [Errno 13] Permission denied: 'closed'" \
        "$TOOLS/unprivileged" pyos --backend=emulated --root=closed stat /
}

# answers LINE...: what a session answers to these calls, each METHOD and PARAMS in turn, without what is around it.
answers() {
    while (($#)); do
        printf '{"jsonrpc":"2.0","id":1,"method":"%s","params":%s}\n' "$1" "$2"
        shift 2
    done | "${session[@]}" | sed -E 's/^\{"jsonrpc":"2.0","id":1,"(result|error)"://; s/\}$//; s/,"data".*//'
}

@test "an open link is read without a path" {
    ln -s text root/link
    for resolver in emulated walked; do
        session=($resolver session)
        run answers open '{"path":"link","flags":"O_PATH|O_NOFOLLOW"}' readlink '{"path":"","dir_fd":3}' \
            readlink '{"path":""}' readlink '{"path":"","dir_fd":4}'
        is "3
\"text\"
{\"code\":2,\"message\":\"[Errno 2] No such file or directory: ''\"
{\"code\":9,\"message\":\"[Errno 9] Bad file descriptor: ''\""
    done
}

@test "what the kernel cannot confine is refused, and /proc is not to blame" {
    fails 69 "pyos openat2: NotImplementedError: openat2: refused by the emulated backend: $(
        )this kernel has no call for it that can be confined" walked openat2 file O_RDONLY 0 4
}
