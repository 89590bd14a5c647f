# What the emulated backend does where the kernel lacks a call, or /proc is not there.
load ../helper
load backend
load calls

setup() {
    cd "$BATS_TEST_TMPDIR" || return
    mkdir -p root/d
    echo content >root/d/f
    ln -s /d/f root/link
}

# lacking CALL=ERRNO... -- COMMAND...: to which the kernel lacks these
lacking() {
    "$TOOLS/block" "$@"
}

# Where /proc is cannot be found out without statfs(2): to pyos it is then not there.
without_proc() {
    "$TOOLS/block" statfs=ENOSYS -- "$@"
}

kernel() {
    [ "$(printf '%s\n' "$1" "$(uname -r)" | sort -V | head -n 1)" = "$1" ]
}

@test "a kernel without openat2 is told of once, and paths are walked name by name" {
    run -0 --separate-stderr lacking openat2=ENOSYS -- pyos --backend=emulated --root=root --log=compat:debug \
        -f st_size stat link d/f
    is '8
8'
    says "pyos: compat: WARNING: stat: no openat2 here: paths are walked name by name
pyos: compat: INFO: stat: emulated: paths stay below the root
pyos: compat: DEBUG: stat: looked up name by name: 'link'
pyos: compat: DEBUG: stat: looked up name by name: 'd/f'"
}

@test "so is a filter that forbids it, which is no reason to refuse a file" {
    run -0 --separate-stderr lacking openat2=EPERM -- pyos --backend=emulated --root=root --log=compat:warning \
        -f st_size stat link
    is 8
    says 'pyos: compat: WARNING: stat: no openat2 here: paths are walked name by name'
}

@test "where openat2 has no time for a path, that is walked name by name" {
    run -0 --separate-stderr lacking openat2=EAGAIN -- pyos --backend=emulated --root=root --log=compat:debug \
        -f st_size stat link
    is 8
    says "pyos: compat: INFO: stat: emulated: paths stay below the root
pyos: compat: DEBUG: stat: looked up name by name: 'link'"
}

@test "a file that may not be opened is not taken for a call that is missing" {
    run -0 --separate-stderr pyos --backend=emulated --root=root --log=compat:debug -f st_size stat link
    says "pyos: compat: INFO: stat: emulated: paths stay below the root
pyos: compat: DEBUG: stat: looked up by openat2: 'link'"
}

@test "permissions are changed by /proc where the kernel has no call for it" {
    lacking fchmodat2=ENOSYS -- pyos --backend=emulated --root=root chmod link 0o600
    prints 600 stat -c %a root/d/f
    lacking fchmodat2=EPERM -- pyos --backend=emulated --root=root chmod d/f 0o640
    prints 640 stat -c %a root/d/f
}

@test "with neither, to change permissions is not implemented" {
    chmod 600 root/d/f
    fails 69 "pyos chmod: NotImplementedError: chmod: refused by the emulated backend: this kernel has no call for it \
that can be confined" \
        lacking fchmodat2=ENOSYS statfs=ENOSYS -- pyos --backend=emulated --root=root chmod link 0o644
    prints 600 stat -c %a root/d/f
}

@test "the permissions of a link itself are refused in Python's words, whatever the kernel has" {
    for lack in fchmodat2=ENOSYS statfs=ENOSYS; do
        fails 69 'pyos chmod: NotImplementedError: chmod: follow_symlinks unavailable on this platform' \
            lacking "$lack" -- pyos --backend=emulated --root=root chmod -P link 0o644
    done
}

@test "without /proc no file is cut by its path" {
    fails 69 "pyos truncate: NotImplementedError: truncate: refused by the emulated backend: this kernel has no call \
for it that can be confined" without_proc pyos --backend=emulated --root=root truncate link 0
    prints content cat root/d/f
}

@test "a session says it with its own code, and goes on" {
    within=without_proc
    run -0 calls root truncate '["link",0]' open '["link","O_RDWR"]' ftruncate '[3,3]' stat '["none"]'
    is 'error -32000 null
3
null
error 2 "none"'
    prints con cat root/d/f
}

@test "without /proc a file is linked by its name, but not what a link leads to" {
    without_proc pyos --backend=emulated --root=root link d/f hard
    prints content cat root/hard
    without_proc pyos --backend=emulated --root=root link link soft
    [ -L root/soft ]
    within=without_proc
    run -0 calls root open '["/","O_RDONLY"]' link '{"src":"link","dst":"followed","src_dir_fd":3}'
    is '3
error -32000 null'
}

@test "without /proc the current directory is found by the names above it" {
    mkdir -p root/a/b
    cd root/a/b
    prints "'/a/b'" without_proc pyos --backend=emulated --root=../.. getcwd
    prints $'\'/d/f\'\n\'/a/b/x\'' without_proc pyos --backend=emulated --root=../.. path realpath /link x
    cd ../..
    prints "'/'" without_proc pyos --backend=emulated --root=. getcwd
    cd ..
    within=without_proc
    run -0 calls root chdir '["a/b"]' rename '["/a","/c"]' getcwd '[]' rmdir '["/c/b"]' getcwd '[]'
    is 'null
null
"/c/b"
null
error 2 null'
}

@test "without /proc attributes are found by the name of their file, where the kernel can" {
    pyos setxattr root/d/f user.key value || skip 'needs attributes on the file system'
    pyos setxattr root/d user.key directory
    kernel 6.13 || skip 'needs Linux 6.13'
    prints "b'value'" without_proc pyos --backend=emulated --root=root getxattr d/f user.key
    prints "b'directory'" without_proc pyos --backend=emulated --root=root getxattr d user.key
    prints "b'directory'" without_proc pyos --backend=emulated --root=root getxattr d/ user.key
    prints "b'directory'" without_proc pyos --backend=emulated --root=root getxattr d/../d/. user.key
    prints "['user.key']" without_proc pyos --backend=emulated --root=root listxattr d/f
    without_proc pyos --backend=emulated --root=root setxattr d/f user.key other
    prints "b'other'" pyos getxattr root/d/f user.key
    without_proc pyos --backend=emulated --root=root removexattr d/f user.key
    prints '[]' pyos listxattr root/d/f
    run -69 --separate-stderr without_proc pyos --backend=emulated --root=root getxattr link user.key
    [[ $stderr == 'pyos getxattr: NotImplementedError: getxattr: refused by the emulated backend: '* ]]
}

@test "with neither, attributes are not implemented" {
    pyos setxattr root/d/f user.key value || skip 'needs attributes on the file system'
    for call in 'getxattr d/f user.key' 'listxattr d/f' 'setxattr d/f user.key x' 'removexattr d/f user.key'; do
        # shellcheck disable=SC2086  # words
        run -69 --separate-stderr lacking statfs=ENOSYS setxattrat=ENOSYS getxattrat=ENOSYS listxattrat=ENOSYS \
            removexattrat=ENOSYS -- pyos --backend=emulated --root=root $call
        [[ $stderr == *"NotImplementedError: ${call%% *}: refused by the emulated backend: "* ]]
    done
    prints "b'value'" pyos getxattr root/d/f user.key
}

@test "a kernel without statx finds files as well" {
    prints 8 lacking statx=ENOSYS -- pyos --backend=emulated --root=root -f st_size stat link
    mkdir -p root/a/b
    cd root/a/b
    prints "'/a/b'" lacking statx=ENOSYS -- pyos --backend=emulated --root=../.. getcwd
    prints 8 lacking statx=ENOSYS openat2=ENOSYS -- pyos --backend=emulated --root=../.. -f st_size stat ../../../d/f
}
