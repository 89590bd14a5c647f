# No applet leaves the root of the emulated backend, by no path of a command line or a list, and each says what it says
# in a chroot.
# shellcheck disable=SC2154  # run sets status
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
    fresh "$root"
}

# Whatever a test has seen, nothing of outside was in it.
teardown() {
    rm -rf "$root"
    [ ! -e seen ] || kept seen
}

# says_as_jailed ARG...: the same as in a chroot. Input is that of the test.
says_as_jailed() {
    local code=0
    cat >input
    emulated "$root" "$@" <input >got 2>errors || code=$?
    cat got errors >>seen
    [ -n "$JAIL" ] || return 0
    jailed "$root" "$@" <input >want 2>want.errors || [ $? -eq "$code" ] || ! jail || return
    jail || return 0
    plain got want
    same got want && same errors want.errors
}

# jail: whether the last one could run in there.
jail() {
    ! grep -q '^jail: ' want.errors
}

# each_says ARG...: with every path as operand.
each_says() {
    says_as_jailed "$@" -- "${paths[@]}" </dev/null
}

@test "stat and lstat say what they say in a chroot" {
    each_says stat -J
    each_says lstat -f type,st_ino,st_size
}

@test "stat takes a list of paths from inside, and one of outside is not there" {
    printf '%s\0' "${paths[@]}" >"$root/list"
    ln -s ../../list "$root/links/up-list"
    ln -s "$OUTSIDE/secret" "$root/links/out-list"
    says_as_jailed stat -J --files0-from=/list </dev/null
    [ -s got ]
    says_as_jailed stat -J --files0-from=links/up-list </dev/null
    [ -s got ]
    for list in links/out-list links/out ../outside/only links/up-only "$OUTSIDE/secret" /proc/self/fd/0; do
        says_as_jailed stat -J --files0-from="$list" <"$OUTSIDE/secret"
        [ ! -s got ]
        grep -q FileNotFoundError errors
    done
    says_as_jailed stat -J --files0-from=- <"$root/list"
    [ -s got ]
}

@test "walk says what it says in a chroot" {
    each_says walk --onerror=report
    each_says walk -r --bottom-up
    each_says walk -J --max-depth=2
}

@test "walk that follows links stays inside" {
    says_as_jailed walk -r --followlinks --max-depth=3 --onerror=report / </dev/null
    grep -q /links/far-in/sub got
    says_as_jailed walk -r --followlinks --max-depth=1 --onerror=report -- "${paths[@]}" </dev/null
}

@test "what path tells of files is what it tells in a chroot" {
    local function
    for function in exists lexists isfile isdir islink ismount getsize getmtime getctime; do
        says_as_jailed path "$function" -- "${paths[@]}" </dev/null || { echo "path $function"; return 1; }
        [ -s got ]
    done
}

@test "path finds the ways that it finds in a chroot" {
    local function path
    for function in realpath 'realpath --strict' abspath; do
        # shellcheck disable=SC2086  # two words
        each_says path $function || { echo "path $function"; return 1; }
        [ -s got ]
    done
    for path in "${paths[@]:0:few}"; do
        says_as_jailed path relpath "$path" links/in-dir </dev/null || { printf 'at %q\n' "$path"; return 1; }
        [ -s got ]
    done
}

@test "path compares no file with one of outside" {
    local path
    for path in "${paths[@]:0:few}"; do
        says_as_jailed path samefile "$path" dir/file </dev/null || { printf 'at %q\n' "$path"; return 1; }
        says_as_jailed path within /dir "$path" </dev/null || { printf 'at %q\n' "$path"; return 1; }
    done
}

@test "the home that expanduser finds is one of inside" {
    says_as_jailed path expanduser '~root/x' '~daemon' '~' </dev/null
}

@test "xattr lists, gets and dumps what it does in a chroot" {
    pyos setxattr "$root/dir/file" user.inside yes || skip 'needs a file system with attributes'
    each_says xattr list
    for path in "${paths[@]:0:few}"; do
        says_as_jailed xattr get "$path" user.only </dev/null || { printf 'at %q\n' "$path"; return 1; }
        says_as_jailed xattr get "$path" user.inside </dev/null || { printf 'at %q\n' "$path"; return 1; }
    done
    each_says xattr dump
    says_as_jailed xattr dump -R / </dev/null
    grep -q user.inside got
}

# The attributes of all files below a directory.
dumped() {
    pyos xattr dump -R "$1" | sed "s|$1||" | LC_ALL=C sort
}

@test "xattr restores, sets and removes nothing outside" {
    pyos setxattr "$root/dir/file" user.inside yes || skip 'needs a file system with attributes'
    local path
    for path in "${paths[@]}"; do
        json "$path"
        printf '{"path":%s,"follow_symlinks":true,"attributes":[{"name":"user.only","value":"set"}]}\n' "$json"
    done >dump
    emulated "$root" xattr restore <dump >got 2>errors || true
    emulated "$root" xattr restore - <dump >>got 2>>errors || true
    emulated "$root" xattr restore links/out-only >>got 2>>errors && return 1
    emulated "$root" xattr restore ../outside/only >>got 2>>errors && return 1
    for path in "${paths[@]:0:few}"; do
        emulated "$root" xattr set "$path" user.only yes >>got 2>>errors || true
        emulated "$root" xattr remove "$path" user.only >>got 2>>errors || true
    done
    kept got errors
    dumped "$OUTSIDE" >attributes
    [ "$(grep -c user.only attributes)" -eq 1 ] && grep -q '/only' attributes
}

@test "rename moves nothing out of the root or into it" {
    local path
    for path in "${paths[@]:0:few}"; do
        fresh "$root"
        emulated "$root" rename -- "$path" full/new >>seen 2>&1 || true
        emulated "$root" rename --exchange -- outside/secret "$path" >>seen 2>&1 || true
    done
    [ -s seen ]
}

@test "the options and the root itself tell nothing of outside" {
    for path in "$OUTSIDE" "$WORLD" /proc/self/root; do
        emulated "$root" stat "$path" >>got 2>>errors && return 1
    done
    run -0 emulated "$root" getcwd
    is "'/'"
    kept got errors
}

@test "the current directory is the process's where that is inside, and .. ends at the root" {
    cd "$root/dir/sub"
    run -0 emulated "$root" getcwd
    is "'/dir/sub'"
    run -0 emulated "$root" stat -f st_ino ../../../../outside/secret
    is "$(stat -c %i "$root/outside/secret")"
    run -66 emulated "$root" stat -f st_ino ../../../../outside/only
}

# ---- links of /proc

@test "the links of /proc that lead out of every root are not followed" {
    local link
    [ -r /proc/self/mountinfo ] || skip 'needs /proc'
    exec 7<"$OUTSIDE/secret" 8<"$OUTSIDE"
    for link in root cwd exe fd/7 fd/8 fd/8/secret root/etc ns/mnt cwd/..; do
        run -71 --separate-stderr emulated / stat "/proc/self/$link"
        is ''
        says "pyos stat: OSError: [Errno 40] Too many levels of symbolic links: '/proc/self/$link'"
        run -71 --separate-stderr emulated / open "/proc/self/$link" O_RDONLY
        is ''
        run -71 --separate-stderr emulated / listdir "/proc/thread-self/$link"
        is ''
        run -71 --separate-stderr emulated / chmod "/proc/self/$link" 0o777
        is ''
    done
    run -0 emulated / lstat -f type /proc/self/root /proc/self/fd/7
    is $'symlink\nsymlink'
    run -0 emulated / stat -f type /proc/self /proc/self/status /proc/mounts
    is $'directory\nfile\nfile'
    : >none
    kept none
}

@test "the links of /proc are not followed by a session either" {
    [ -r /proc/self/mountinfo ] || skip 'needs /proc'
    exec 7<"$OUTSIDE/secret"
    paths=(/proc/self/root /proc/self/cwd /proc/self/exe /proc/self/fd/7 /proc/self/fd/0 /proc/thread-self/root/etc)
    all stat '[@]' open '[@,"O_RDONLY"]' open '[@,"O_WRONLY|O_CREAT"]' listdir '[@]' chmod '[@,511]' chdir '[@]' \
        utime '[@]' truncate '[@,0]' setxattr '[@,"user.only",{"base64":"c2V0"}]' getxattr '[@,"user.only"]' mkdir '[@]' >requests
    confined / <requests >got 2>errors
    answered requests got
    kept got errors
    grep -v "\"name\":\"E\(LOOP\|EXIST\)\"" got && return 1
    [ "$(grep -c '"name":"EEXIST"' got)" -eq 5 ]
}
