# Directories and what they hold (os.chdir, listdir, fwalk, statvfs, ...): directories.txt, and what depends on the
# place.
load ../helper
load transcript

@test "a path is str or bytes, of any bytes" { holds; }
@test "chdir takes a directory, by path or descriptor" { holds; }
@test "chroot says what is not there" { holds; }
@test "listdir lists names, without . and .." { holds; }
@test "listdir without a path, or with no descriptor at all, is of the current directory" { holds; }
@test "listdir of a descriptor can be repeated" { holds; }
@test "scandir fails as listdir does" { holds; }
@test "fwalk raises what is wrong with its top, and passes over what is wrong below" { holds; }
@test "statvfs and fstatvfs fail as stat and fstat do" { holds; }
@test "sync says nothing" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

# python EXPRESSION: what CPython prints of it
python() { "$ORACLE" -c "import os; print($1)"; }

build_tree() {
    mkdir -p tree/a/b tree/c
    touch tree/f tree/a/g tree/a/b/h
    ln -s ../a tree/c/link
    ln -s nothing tree/dangling
}

@test "the current directory is str, and bytes" {
    mkdir $'d\xff\n'
    cd $'d\xff\n'
    run -0 pyos getcwd
    is "'$BATS_TEST_TMPDIR/d\\udcff\\n'"
    run -0 pyos getcwdb
    is "b'$BATS_TEST_TMPDIR/d\\xff\\n'"
}

@test "a current directory that was removed has no path" {
    mkdir d
    cd d
    rmdir ../d
    for name in getcwd getcwdb; do
        run -66 --separate-stderr pyos $name
        says "pyos $name: FileNotFoundError: [Errno 2] No such file or directory"
    done
}

@test "the path of the current directory may be longer than PATH_MAX" {
    for _ in {1..30}; do
        mkdir "$(printf 'x%.0s' {1..200})"
        cd "$(printf 'x%.0s' {1..200})"
    done
    [ "$(pyos getcwd -r | wc -c)" -gt 6000 ]
    [ "$(pyos getcwdb -r)" = "$(pyos getcwd -r)" ]
}

@test "scandir says of each entry what it is, a link being a link" {
    build_tree
    run -0 pyos scandir tree -f name,path,is_dir,is_file,is_symlink
    diff <(sort <<<"$output") - <<'END'
a	tree/a	True	False	False
c	tree/c	True	False	False
dangling	tree/dangling	False	False	True
f	tree/f	False	True	False
END
    [ "$(pyos scandir tree/c -f inode)" = "$(stat -c %i tree/c/link)" ]
}

@test "scandir begins paths with the directory, with . where none is given, and with nothing for a descriptor" {
    mkdir -p d/e
    [ "$(pyos scandir d/ -f path)" = d/e ]
    [ "$(pyos scandir -f path)" = ./d ]
    [ "$(pyos scandir --fd=7 -f path 7<d)" = e ]
}

@test "fwalk lists each directory, before or after what is below it" {
    mkdir -p d/e
    touch d/e/f
    [[ "$(pyos fwalk d)" =~ ^"[('d', ['e'], [], "[0-9]+"), ('d/e', [], ['f'], "[0-9]+")]"$ ]]
    [[ "$(pyos fwalk d --bottom-up)" =~ ^"[('d/e', [], ['f'], "[0-9]+"), ('d', ['e'], [], "[0-9]+")]"$ ]]
    [[ "$(pyos fwalk d False)" =~ ^"[('d/e', [], ['f'], "[0-9]+"), ('d', ['e'], [], "[0-9]+")]"$ ]]
    [[ "$(pyos fwalk e --dir-fd=7 7<d)" =~ ^"[('e', [], ['f'], "[0-9]+")]"$ ]]
    cd d
    [[ "$(pyos fwalk)" =~ ^"[('.', ['e'], [], "[0-9]+"), ('./e', [], ['f'], "[0-9]+")]"$ ]]
}

@test "fwalk gives JSON a directory a line" {
    mkdir -p d/e
    run -0 pyos fwalk d -J
    [[ "$output" =~ ^'["d",["e"],[],'[0-9]+']'$'\n''["d/e",[],[],'[0-9]+']'$ ]]
}

@test "fwalk passes over a directory that may not be read" {
    mkdir -p d/closed d/open
    chmod 0 d/closed
    run -0 "$TOOLS/unprivileged" pyos fwalk d
    [[ "$output" == *"'d/open'"* && "$output" != *"'d/closed'"* ]]
    run -77 --separate-stderr "$TOOLS/unprivileged" pyos fwalk d/closed
    says "pyos fwalk: PermissionError: [Errno 13] Permission denied: 'd/closed'"
    chmod 700 d/closed
}

@test "fwalk goes into linked directories where it is told to" {
    build_tree
    [[ "$(pyos fwalk tree --follow-symlinks)" == *"('tree/c/link', ['b'], ['g'], "* ]]
    [[ "$(pyos fwalk tree/c)" == "[('tree/c', ['link'], [], "*")]" ]]
}

@test "what fwalk and listdir say of a tree is what CPython says" {
    python313 || skip "needs CPython 3.13"
    build_tree
    for arguments in "'tree'" "'tree', False" "'tree', follow_symlinks=True" "'tree', False, follow_symlinks=True"; do
        case $arguments in *False*) words=(tree --bottom-up) ;; *) words=(tree) ;; esac
        case $arguments in *True*) words+=(--follow-symlinks) ;; esac
        diff <(pyos fwalk "${words[@]}" -J | sed 's/,[0-9]*]$//') \
            <("$ORACLE" -c "import json, os
for *names, _ in os.fwalk($arguments): print(json.dumps(names, separators=',:')[:-1])")
    done
    [ "$(pyos listdir tree)" = "$(python "os.listdir('tree')")" ]
    [ "$(pyos scandir tree -f path,inode -r)" = \
        "$("$ORACLE" -c 'import os
for e in os.scandir("tree"): print(e.path, e.inode(), sep="\t")')" ]
}

@test "statvfs says what df says" {
    read -r size blocks inodes < <(stat -f -c '%S %b %c' .)
    [ "$(pyos statvfs . -f f_frsize,f_blocks,f_files)" = "$size"$'\t'"$blocks"$'\t'"$inodes" ]
    [ "$(pyos statvfs --fd=7 -f f_fsid 7<.)" = "$(pyos statvfs . -f f_fsid)" ]
    [ "$(pyos fstatvfs 7 -f f_namemax 7<.)" = "$(stat -f -c %l .)" ]
}

@test "statvfs is a record" {
    run -0 pyos statvfs /proc
    [[ "$output" == "os.statvfs_result(f_bsize=4096, f_frsize=4096, f_blocks=0, f_bfree=0, f_bavail=0, f_files=0, "* ]]
    run -0 pyos statvfs /proc -J
    [[ "$output" == '{"f_bsize":4096,'*'"f_namemax":255,"f_fsid":'*'}' ]]
}

@test "what statvfs says of file systems is what CPython says" {
    python313 || skip "needs CPython 3.13"
    for path in /proc /sys /dev/shm; do
        [ "$(pyos statvfs $path)" = "$(python "os.statvfs('$path')")" ]
        [ "$(pyos statvfs $path -f f_fsid)" = "$(python "os.statvfs('$path').f_fsid")" ]
    done
}
