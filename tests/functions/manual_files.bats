# The examples that manuals and tutorials of os have for files, on the command line: working directory, permissions,
# directories, links, walks, an exclusive rename.
load ../helper
load ../session/session

@test "the working directory, and those that . and .. are" {
    mkdir -p a/b
    cd a/b
    [ "$(pyos getcwd -r)" = "$BATS_TEST_TMPDIR/a/b" ]
    (cd .. && [ "$(pyos getcwd -r)" = "$BATS_TEST_TMPDIR/a" ])
}

@test "what may be done with a file" {
    touch f
    chmod 600 f
    for mode in F_OK R_OK W_OK; do
        run -0 pyos access f $mode
        is True
    done
    run -1 pyos access f X_OK
    is False
    chmod 0 f
    run -1 "$TOOLS/unprivileged" pyos access f R_OK
    is False
}

@test "the execute permission of the owner is toggled" {
    touch f
    chmod 644 f
    toggle() {
        pyos chmod f "0o$(printf %o $((0$(pyos stat f -f perm) ^ $(pyos const S_IXUSR))))"
    }
    toggle
    [ -x f ]
    toggle
    [ "$(stat -c %a f)" = 644 ]
}

@test "stat info of a file: size, permissions, owner, when it was made" {
    echo hello >f
    chmod 640 f
    touch -d @1700000000 f
    IFS=$'\t' read -r size perm owner modified < <(pyos stat f -f st_size,perm,st_uid,st_mtime)
    [ "$size $perm $owner $modified" = "6 0640 $(id -u) 1700000000.0" ]
}

@test "a directory is made, a file is written there, both are removed" {
    pyos mkdir dir
    echo text >dir/example.txt
    run -0 pyos listdir dir
    is "['example.txt']"
    pyos unlink dir/example.txt
    pyos rmdir dir
    [ ! -e dir ]
}

@test "directories are made and removed with those above them" {
    pyos makedirs one/two/three
    run -71 --separate-stderr pyos rmdir one
    says "pyos rmdir: OSError: [Errno 39] Directory not empty: 'one'"
    pyos removedirs one/two/three
    [ ! -e one ]
}

@test "a symbolic link, and what it leads to" {
    pyos symlink "$BATS_TEST_FILENAME" link
    [ "$(pyos readlink link -r)" = "$BATS_TEST_FILENAME" ]
    [ "$(pyos lstat link -f type)" = symlink ]
    [ "$(pyos stat link -f type)" = file ]
    pyos unlink link
    [ -e "$BATS_TEST_FILENAME" ]
}

@test "a recursive listing" {
    mkdir -p top/sub
    touch top/f top/sub/g
    run -0 pyos walk --paths top --sort
    is $'top\ntop/f\ntop/sub\ntop/sub/g'
}

@test "the bytes of files in each directory, but for those of CVS" {
    mkdir -p email/CVS email/test/CVS
    printf 12345 >email/a
    printf 123 >email/b
    printf 1 >email/test/t
    printf 12345678 >email/CVS/Root
    pyos walk email --sort --prune=CVS -J | while read -r directory; do
        root=$(sed 's/.*"dirpath":"\([^"]*\)".*/\1/' <<<"$directory")
        files=$(sed 's/.*"filenames":\[\(.*\)\].*/\1/; s/[",]/ /g' <<<"$directory")
        bytes=0
        count=0
        for name in $files; do
            bytes=$((bytes + $(pyos stat "$root/$name" -f st_size)))
            count=$((count + 1))
        done
        echo "$root consumes $bytes bytes in $count non-directory files"
    done >said
    diff said - <<'END'
email consumes 8 bytes in 2 non-directory files
email/test consumes 1 bytes in 1 non-directory files
END
}

@test "everything below a directory is removed, bottom-up" {
    mkdir -p top/a/b top/c
    touch top/f top/a/g top/a/b/h
    ln -s ../f top/c/link
    pyos walk top --bottom-up --paths -0 | while IFS= read -r -d '' path; do
        if [ -d "$path" ] && [ ! -L "$path" ]; then
            pyos rmdir "$path"
        else
            pyos remove "$path"
        fi
    done
    [ ! -e top ]
}

@test "a scan finds the files that do not begin with a dot" {
    mkdir -p d/sub
    touch d/f d/.hidden
    [ "$(pyos scandir d -f name,is_file | grep -v '^\.' | grep 'True$')" = $'f\tTrue' ]
}

@test "a file is written under another name and takes its own, once" {
    publish() {
        echo "$1" >"tmp.$1"
        pyos rename --noreplace "tmp.$1" dest.txt
    }
    publish 1
    run -73 --separate-stderr publish 2
    says "pyos rename: FileExistsError: [Errno 17] File exists: 'tmp.2' -> 'dest.txt'"
    [ "$(cat dest.txt)" = 1 ]
}

@test "a device number falls into two parts and comes together again" {
    device=$(pyos stat /dev/null -f st_rdev)
    [ "$(pyos major "$device") $(pyos minor "$device")" = '1 3' ]
    [ "$(pyos makedev 1 3)" = "$device" ]
}

@test "what only the owner may do is a PermissionError" {
    mkdir closed
    touch closed/f
    chmod 0 closed
    for call in "listdir closed" "stat closed/f" "chmod closed/f 0o600" "remove closed/f" "mkdir closed/d" \
        "readlink closed/f" "truncate closed/f 0" "utime closed/f" "rmdir closed/f" "scandir closed" "chdir closed"; do
        # shellcheck disable=SC2086  # words
        run -77 --separate-stderr "$TOOLS/unprivileged" pyos $call
        path=${call#* }
        says "pyos ${call%% *}: PermissionError: [Errno 13] Permission denied: '${path%% *}'"
    done
    chmod 700 closed
    run -77 --separate-stderr "$TOOLS/unprivileged" pyos chroot .
    says "pyos chroot: PermissionError: [Errno 1] Operation not permitted: '.'"
}

@test "root gives files away, and makes devices" {
    [ "$(id -u)" -eq 0 ] || skip "needs root"
    touch f
    ln -s f l
    pyos chown f 1 2
    pyos lchown l 3 4
    [ "$(stat -c %u:%g f l | tr '\n' ' ')" = '1:2 3:4 ' ]
    pyos chown l 5 -1
    [ "$(stat -c %u:%g f l | tr '\n' ' ')" = '5:2 3:4 ' ]
    pyos chown l -1 6 -P
    [ "$(stat -c %u:%g f l | tr '\n' ' ')" = '5:2 3:6 ' ]
    pyos mknod null 0o20666 "$(pyos makedev 1 3)" || skip "may make no devices here"
    [ "$(pyos stat null -f type,st_rdev)" = $'char_device\t259' ]
}

@test "chmod of a link itself does without the newest call" {
    touch f
    ln -s f l
    for error in ENOSYS EPERM; do
        run -69 --separate-stderr "$TOOLS/block" fchmodat2=$error -- pyos chmod l 0o600 -P
        says "pyos chmod: NotImplementedError: chmod: follow_symlinks unavailable on this platform"
        "$TOOLS/block" fchmodat2=$error -- pyos chmod f 0o604 -P
        [ "$(stat -c %a f)" = 604 ]
        pyos chmod f 0o600
    done
}

@test "access by the effective ids, or of a link itself, does without the newest call" {
    touch f
    ln -s nothing l
    for permissions in 0 100 400 700; do
        chmod $permissions f
        for words in "f 1 --effective-ids" "f 2 --effective-ids" "f 4 -P" "f 7 -P" "f 8 -P"; do
            # shellcheck disable=SC2086  # words
            [ "$("$TOOLS/block" faccessat2=ENOSYS -- pyos access $words)" = "$(pyos access $words)" ]
        done
    done
    for error in ENOSYS EPERM; do
        [ "$("$TOOLS/block" faccessat2=$error -- pyos access l F_OK -P)" = True ]
        run -1 "$TOOLS/block" faccessat2=$error -- pyos access l F_OK --effective-ids
        is False
    done
}

@test "a file that may not be read is default data: it is opened, not asked about" {
    echo secret >myfile
    chmod 0 myfile
    read_or_default() {
        "$TOOLS/unprivileged" pyos open myfile O_RDONLY --exec cat 2>error || echo 'some default data'
    }
    run -0 read_or_default
    is 'some default data'
    grep -q "PermissionError: \[Errno 13\] Permission denied: 'myfile'" error
}

@test "a FIFO joins two processes, until it is removed" {
    pyos mkfifo pipe
    [ "$(pyos stat pipe -f type)" = fifo ]
    echo 'through it' >pipe &
    [ "$(<pipe)" = 'through it' ]
    wait
    pyos unlink pipe
    [ ! -e pipe ]
}

@test "a file is opened for writing, with a mode" {
    (umask 022 && requests open '["abc.txt","O_WRONLY|O_CREAT",493]' write '[3,{"base64":"YWJj"}]')
    [ "$(<abc.txt) $(stat -c %a abc.txt)" = 'abc 755' ]
}

@test "rename replaces a file, and an empty directory, and no other" {
    echo 1 >file
    echo 2 >other
    pyos rename file other
    [ "$(<other)" = 1 ]
    mkdir dir empty full full/sub
    pyos rename dir empty
    run -71 --separate-stderr pyos rename empty full
    says "pyos rename: OSError: [Errno 39] Directory not empty: 'empty' -> 'full'"
    pyos rename --exchange empty full
    [ -d empty/sub ]
}

@test "the bytes of files in each directory, by its descriptor, but for those of CVS" {
    mkdir -p email/CVS email/test/CVS
    printf 12345 >email/a
    printf 123 >email/b
    printf 1 >email/test/t
    printf 12345678 >email/CVS/Root
    for root in $(pyos walk email --sort --prune=CVS -f dirpath); do
        exec 7<"$root"
        bytes=0
        for name in $(pyos listdir --fd=7 -r); do
            [ "$(pyos stat "$name" --dir-fd=7 -P -f type)" = directory ] ||
                bytes=$((bytes + $(pyos stat "$name" --dir-fd=7 -P -f st_size)))
        done
        echo "$root consumes $bytes"
    done >said
    diff said - <<'END'
email consumes 8
email/test consumes 1
END
}

@test "everything below a directory is removed bottom-up, each by its directory's descriptor" {
    mkdir -p top/a/b top/c
    touch top/f top/a/g top/a/b/h
    ln -s ../f top/c/link
    pyos walk top --bottom-up -f dirpath | while read -r root; do
        exec 7<"$root"
        for name in $(pyos listdir --fd=7 -r); do
            pyos unlink "$name" --dir-fd=7 2>/dev/null || pyos rmdir "$name" --dir-fd=7
        done
    done
    run -0 pyos listdir top
    is '[]'
}

@test "a path from a stranger is served only if it stays under a directory" {
    mkdir safe
    touch safe/file secret
    ln -s ../secret safe/link
    serve() { pyos path within safe "safe/$1" >/dev/null && cat "safe/$1"; }
    run -0 serve file
    run -1 serve ../secret
    run -1 serve link
}

@test "the session's directory is its own: to the parent of where it is" {
    mkdir -p a/b
    cd a/b
    ask '{"jsonrpc":"2.0","id":1,"method":"chdir","params":[".."]}' '{"jsonrpc":"2.0","id":2,"method":"getcwd"}'
    [ "${lines[1]}" = "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"$BATS_TEST_TMPDIR/a\"}" ]
    [ "$PWD" = "$BATS_TEST_TMPDIR/a/b" ]
}
