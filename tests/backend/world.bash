# A root, and the world outside of it that must never show and never change.
#
#   outside/      a secret file, its link, its directories; in each of them a name that only a listing would tell
#   template/     what every root is a copy of: a few files, and links that try to leave
#
# Names, content, sizes, times and inodes of outside occur nowhere else, so that they are known wherever they show.

SECRET=the-content-of-the-secret
UNSEEN=a-name-that-nobody-asked-for
SIZE=481517
TIME=1234567890

# make_world: both, in the directory of the test file.
make_world() {
    WORLD=$(realpath "$BATS_FILE_TMPDIR")
    OUTSIDE=$WORLD/outside
    JAIL=
    pyos chroot "$WORLD" 2>/dev/null && JAIL=yes
    export WORLD OUTSIDE JAIL
    cd "$WORLD" && make_outside && make_template template && record_outside >before || return
    find outside -printf '%i\n' >inodes
    {
        printf '%s\n' "$SECRET" "$UNSEEN" "[^0-9]$SIZE([^0-9]|$)" "[^0-9]$TIME"
        sed 's/.*/_ino": *&([^0-9]|$)/' inodes
    } >leaks
}

make_outside() (
    mkdir outside && cd outside && mkdir -p dir/sub empty full &&
        echo "$SECRET" | tee secret canary only dir/secret dir/only dir/sub/file full/file >/dev/null &&
        touch "$UNSEEN" "dir/$UNSEEN" "dir/sub/$UNSEEN" && truncate -s "$SIZE" secret only dir/secret dir/only &&
        ln -s "$SECRET" link && find . -type f -exec touch -d "@$TIME" {} + || exit
    pyos setxattr only user.only "$SECRET" 2>/dev/null || true # not every file system has them
)

# record_outside: all of it that may not change: everything but times of access.
record_outside() {
    find outside -printf '%p %y %i %m %n %U %G %s %T@ %C@ %l\n' | LC_ALL=C sort &&
        find outside -type f -exec sha256sum {} + | LC_ALL=C sort
}

make_template() (
    mkdir "$1" && cd "$1" && mkdir -p dir/sub empty full outside/dir links chain '...' '.. ' $'new\nline' $'..\n' &&
        echo inside | tee file dir/file dir/sub/file full/file outside/secret outside/dir/secret .../file '.. /file' \
            $'new\nline/file' $'..\n/file' >/dev/null && cd links && make_links && cd ../chain && make_chains || exit
)

make_links() {
    local name target ups
    printf -v ups '../%.0s' {1..500}
    while IFS=' ' read -r name target; do
        ln -s "$target" "$name" || return
    done <<END
out $OUTSIDE/secret
out-dir $OUTSIDE/dir
out-slash $OUTSIDE/dir/
out-only $OUTSIDE/only
out-new $OUTSIDE/new
out-empty $OUTSIDE/empty
out-world $WORLD
up ../../outside/secret
up-dir ../../outside/dir
up-only ../../outside/only
up-dir-only ../../outside/dir/only
up-new ../../outside/new
up-empty ../../outside/empty
up-canary ../../outside/canary
far-up $ups${OUTSIDE#/}/only
far-up-dir $ups${OUTSIDE#/}/dir
far-in ${ups}dir
host /etc/passwd
in /dir/file
in-dir /dir
in-slash /dir/
in-new /dir/new
in-empty /empty
root /
roots //
above ..
aboves ../../..
dot .
middle /dir/sub
to-out out
to-out-dir out-dir
to-up-dir up-dir
to-in-dir in-dir
loop loop
loop-a loop-b
loop-b loop-a
loop-up ../links/loop-up/..
dangling nothing
proc-root /proc/self/root
proc-cwd /proc/self/cwd
proc-fd /proc/self/fd/0
END
    ln -s "$OUTSIDE/secret" $'out\nline'
}

# Chains of links, all of them absolute or relative in turn: out-N has N links before it leaves, in-N and dir-N N links
# before they lead to a place inside.
make_chains() {
    local i
    ln -s "$OUTSIDE/secret" out-1 && ln -s /dir/file in-1 && ln -s ../../../dir dir-1 || return
    for i in {2..50}; do ln -s "out-$((i - 1))" "out-$i" || return; done
    for i in {2..42}; do
        ln -s "/chain/in-$((i - 1))" "in-$i" && ln -s "../chain/dir-$((i - 1))" "dir-$i" || return
    done
}

# fresh ROOT...: copies of the template.
fresh() {
    local root
    rm -rf "$@"
    for root; do cp -a "$WORLD/template" "$root" || return; done
}

# kept FILE...: that nothing of outside is in these files, which are what somebody could see, and that outside is what
# it was.
kept() {
    if LC_ALL=C grep -aEHf "$WORLD/leaks" "$@"; then
        echo 'shows what is outside'
        return 1
    fi
    (cd "$WORLD" && record_outside) | diff "$WORLD/before" - || { echo 'outside has changed'; return 1; }
}

