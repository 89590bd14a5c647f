# No function and no applet leaves the root of the emulated backend, by no path, and each says what it says in a chroot.
load ../helper
load backend
load world
load escape

setup_file() {
    make_world
}

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    root=$WORLD/root-$BATS_TEST_NUMBER
    read_paths
}

teardown() {
    rm -rf "$root" "$root.jail"
}

# ---- what looks

@test "stat finds what a chroot finds" {
    fresh "$root"
    cmp <(places stat confined) <(printf '%s\n' "${stats[@]}")
    [ -z "$JAIL" ] || cmp <(places stat imprisoned) <(printf '%s\n' "${stats[@]}")
    reads stat '[@]'
    fail_as stats
}

@test "lstat finds what a chroot finds" {
    fresh "$root"
    cmp <(places lstat confined) <(printf '%s\n' "${lstats[@]}")
    [ -z "$JAIL" ] || cmp <(places lstat imprisoned) <(printf '%s\n' "${lstats[@]}")
    reads lstat '[@]'
    fail_as lstats
}

@test "stat that does not follow links does not leave the root" {
    reads stat '{"path":@,"follow_symlinks":false}'
    fail_as lstats
}

@test "statx does not leave the root" {
    reads statx '[@,"STATX_BASIC_STATS"]'
    fail_as stats
    reads statx '{"path":@,"mask":"STATX_BASIC_STATS","follow_symlinks":false}'
    fail_as lstats
}

@test "access does not leave the root" {
    reads access '[@,0]' access '[@,"R_OK|W_OK"]' access '{"path":@,"mode":"R_OK","effective_ids":true}' \
        access '{"path":@,"mode":0,"follow_symlinks":false}'
}

@test "open to read does not leave the root" {
    reads open '[@,"O_RDONLY"]' read '[3,100]' fstat '[3]' close '[3]'
}

@test "open of directories and of links does not leave the root" {
    reads open '[@,"O_RDONLY|O_DIRECTORY"]' listdir '[3]' close '[3]' \
        open '[@,"O_RDONLY|O_NOFOLLOW"]' fstat '[3]' close '[3]' \
        open '[@,"O_PATH"]' fstat '[3]' close '[3]' \
        open '[@,"O_PATH|O_NOFOLLOW"]' fstat '[3]' close '[3]'
}

@test "a descriptor of a directory leads nowhere else than a path does" {
    reads open '[@,"O_PATH|O_DIRECTORY"]' stat '{"path":".","dir_fd":3}' stat '{"path":"..","dir_fd":3}' \
        stat '{"path":"../../outside/only","dir_fd":3}' stat '{"path":"../../outside/secret","dir_fd":3}' \
        stat '{"path":"/dir/file","dir_fd":3}' stat '{"path":"links/out-dir","dir_fd":3}' close '[3]'
    reads open '["dir/sub","O_PATH|O_DIRECTORY"]' stat '{"path":@,"dir_fd":3}' access '{"path":@,"mode":0,"dir_fd":3}' \
        readlink '{"path":@,"dir_fd":3}' close '[3]'
}

@test "openat2 does not leave the root" {
    reads openat2 '[@,"O_RDONLY"]' read '[3,100]' close '[3]'
    [ ${#resolver[@]} -eq 0 ] || return 0 # without the call there are no rules of one's own
    reads openat2 '{"path":@,"flags":"O_RDONLY","resolve":"RESOLVE_NO_SYMLINKS"}' read '[3,100]' close '[3]' \
        openat2 '{"path":@,"flags":"O_PATH","resolve":"RESOLVE_NO_MAGICLINKS"}' fstat '[3]' close '[3]'
}

@test "listdir does not leave the root" {
    reads listdir '[@]'
    fail_as stats
}

@test "scandir does not leave the root" {
    reads scandir '[@]'
    fail_as stats
}

@test "walk does not leave the root" {
    reads walk '[@]'
    reads walk '{"top":@,"topdown":false}'
}

@test "walk that follows links does not leave the root" {
    # links/root and the like lead back up: that walk never ends, in a chroot as here
    local -a finite=()
    local i
    for i in "${!paths[@]}"; do
        case ${stats[i]} in . | links) ;; *) finite+=("${paths[i]}") ;; esac
    done
    paths=("${finite[@]}")
    reads walk '{"top":@,"followlinks":true}'
}

@test "fwalk does not leave the root" {
    reads fwalk '[@]'
}

@test "readlink does not leave the root" {
    reads readlink '[@]'
}

@test "statvfs does not leave the root" {
    reads statvfs '[@]'
    fail_as stats
}

@test "pathconf does not leave the root" {
    reads pathconf '[@,"PC_NAME_MAX"]'
    fail_as stats
}

@test "the attributes that are read are none of outside" {
    reads listxattr '[@]'
    fail_as stats
    reads listxattr '{"path":@,"follow_symlinks":false}' getxattr '[@,"user.only"]' \
        getxattr '{"path":@,"attribute":"user.only","follow_symlinks":false}'
}

@test "chdir does not leave the root, and getcwd tells no more" {
    reads chdir '[@]' getcwd '[]' stat '["."]' stat '[".."]' stat '["../../outside/only"]' stat '["../outside/secret"]' \
        listdir '[]' chdir '["/"]'
}

@test "chdir to a descriptor and fchdir do not leave the root" {
    reads open '[@,"O_PATH|O_DIRECTORY"]' fchdir '[3]' getcwd '[]' stat '["../outside/only"]' chdir '["/"]' \
        chdir '[3]' getcwdb '[]' stat '["../../outside/secret"]' close '[3]' chdir '["/"]'
}

# ---- what changes

@test "open that creates does not leave the root" {
    changes open '[@,"O_WRONLY|O_CREAT|O_TRUNC"]' write '[3,{"base64":"bm90IGFzIGl0IHdhcw=="}]' close '[3]'
}

@test "open that creates, and nothing else, does not leave the root" {
    changes open '[@,"O_RDWR|O_CREAT|O_EXCL",438]' fstat '[3]' close '[3]'
}

@test "a file without a name is made inside the root alone" {
    changes open '[@,"O_RDWR|O_TMPFILE",384]' write '[3,{"base64":"bm90IGFzIGl0IHdhcw=="}]' close '[3]'
}

@test "openat2 that creates does not leave the root" {
    changes openat2 '[@,"O_WRONLY|O_CREAT",384]' write '[3,{"base64":"bm90IGFzIGl0IHdhcw=="}]' close '[3]'
}

@test "mkdir does not leave the root" {
    changes mkdir '[@]' mkdir '[@,448]'
}

@test "makedirs does not leave the root" {
    changes makedirs '[@]' makedirs '[@,511,true]'
}

@test "rmdir does not leave the root" {
    changes rmdir '[@]'
}

@test "removedirs does not leave the root" {
    changes removedirs '[@]'
}

@test "mknod and mkfifo do not leave the root" {
    changes mknod '[@,"S_IFREG|0o600"]' mkfifo '[@]'
}

@test "link from anywhere does not leave the root" {
    changes link '[@,"empty/linked"]' link '{"src":@,"dst":"empty/followed","follow_symlinks":true}' \
        link '{"src":@,"dst":"empty/kept","follow_symlinks":false}'
}

@test "link to anywhere does not leave the root" {
    changes link '["file",@]'
}

@test "symlink does not leave the root" {
    changes symlink '["whatever",@]'
}

@test "unlink and remove do not leave the root" {
    changes unlink '[@]' remove '[@]'
}

@test "rename of anything does not leave the root" {
    changes rename '[@,"empty/renamed"]'
}

@test "rename to anything does not leave the root" {
    changes rename '["file",@]' rename '["empty",@]'
}

@test "renames and replace do not leave the root" {
    changes renames '[@,"empty/a/b"]' replace '["full/file",@]'
    changes replace '[@,"empty/b"]' renames '["full/file",@]'
}

@test "renameat2 does not leave the root" {
    changes renameat2 '["empty",@,"RENAME_EXCHANGE"]' renameat2 '[@,"full/new","RENAME_NOREPLACE"]' \
        renameat2 '["file",@,"RENAME_NOREPLACE"]'
}

@test "chmod does not leave the root" {
    changes chmod '[@,384]' chmod '{"path":@,"mode":448,"follow_symlinks":false}'
}

@test "chown does not leave the root" {
    changes chown "[@,$EUID,-1]" chown "{\"path\":@,\"uid\":-1,\"gid\":-1,\"follow_symlinks\":false}" lchown "[@,$EUID,-1]"
}

@test "utime does not leave the root" {
    changes utime '[@,[1,2]]' stat '[@]' utime '{"path":@,"times":[3,4],"follow_symlinks":false}' utime '[@]'
}

@test "truncate does not leave the root" {
    changes truncate '[@,3]'
}

@test "the attributes that are written are none of outside" {
    changes setxattr '[@,"user.only",{"base64":"c2V0"}]' listxattr '[@]' removexattr '[@,"user.only"]' \
        setxattr '{"path":@,"attribute":"user.only","value":{"base64":"c2V0"},"follow_symlinks":false}'
}

@test "after chdir, what changes does not leave the root" {
    changes chdir '[@]' mkdir '["new"]' mkdir '["../new"]' mkdir '["../../outside/new"]' unlink '["../outside/canary"]' \
        rmdir '["../empty"]' getcwd '[]'
}

@test "below a descriptor, what changes does not leave the root" {
    changes open '[@,"O_PATH|O_DIRECTORY"]' mkdir '{"path":"new","dir_fd":3}' \
        mkdir '{"path":"../../outside/new","dir_fd":3}' unlink '{"path":"../outside/canary","dir_fd":3}' \
        rename '{"src":"file","dst":"../moved","src_dir_fd":3,"dst_dir_fd":3}' \
        symlink '{"src":"whatever","dst":"../../linked","dir_fd":3}' rmdir '{"path":"../empty","dir_fd":3}'
}

@test "shm_open and shm_unlink do not leave the root" {
    # which directory they take is libc's own affair, but it lies below the root
    all shm_open '[@,"O_RDWR|O_CREAT"]' shm_unlink '[@]' >requests
    fresh "$root"
    confined "$root" <requests >got 2>errors
    answered requests got
    kept got errors
    run -0 ls /dev/shm
    [[ $output != *only* && $output != *canary* ]]
}
