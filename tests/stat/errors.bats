# What goes wrong around stat: the command line, the paths, the kernel, the output.
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    printf 'hello, world\n' >file
    ln -s file link
}

# The command line

@test "no operand is Python's TypeError, exit 64" {
    for name in stat lstat; do
        run -64 --separate-stderr pyos $name
        is ""
        says "pyos $name: TypeError: $name() missing required argument 'path' (pos 1)"
    done
    run -64 --separate-stderr pyos fstat
    says "pyos fstat: TypeError: fstat() missing required argument 'fd' (pos 1)"
}

@test "an unknown option is Python's TypeError, exit 64" {
    run -64 --separate-stderr pyos stat --size file
    is ""
    says "pyos stat: TypeError: stat() got an unexpected keyword argument 'size'"
    run -64 --separate-stderr pyos lstat -P file
    says "pyos lstat: TypeError: lstat() got an unexpected keyword argument 'P'"
    run -64 --separate-stderr pyos fstat --dir_fd=3 0
    says "pyos fstat: TypeError: fstat() got an unexpected keyword argument 'dir_fd'"
}

@test "an option without its value is a usage error" {
    run -64 --separate-stderr pyos stat file -f
    says "pyos stat: TypeError: stat() missing the value of argument 'field'"
}

@test "a flag is True or False" {
    run -64 --separate-stderr pyos stat --follow-symlinks=maybe file
    says "pyos stat: TypeError: argument 'follow_symlinks' must be True or False, not 'maybe'"
}

# Paths

@test "a missing file is FileNotFoundError, exit 66" {
    run -66 --separate-stderr pyos stat nowhere
    is ""
    says "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'"
}

@test "a missing file is one line of JSON with -J" {
    run -66 --separate-stderr pyos stat -J $'nowhere\xff'
    is ""
    says '{"error":{"type":"FileNotFoundError","errno":2,"name":"ENOENT","strerror":"No such file or directory",'\
'"filename":"nowhere\ufffd","filename_b64":"bm93aGVyZf8=","filename2":null,"applet":"stat",'\
'"message":"[Errno 2] No such file or directory: '"'nowhere\\\\udcff'"'"}}'
}

@test "an empty path is a missing file" {
    run -66 --separate-stderr pyos stat ''
    says "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: ''"
}

@test "a path of 5,000 bytes is ENAMETOOLONG, exit 71, and shown whole" {
    printf -v path 'x/%.0s' {1..2500}
    run -71 --separate-stderr pyos stat "$path"
    says "pyos stat: OSError: [Errno 36] File name too long: '$path'"
}

@test "a loop of links is ELOOP, exit 71" {
    ln -s loop loop
    run -71 --separate-stderr pyos stat loop
    says "pyos stat: OSError: [Errno 40] Too many levels of symbolic links: 'loop'"
    run -0 pyos lstat -f type loop
    is symlink
}

@test "a directory that may not be searched is PermissionError, exit 77" {
    mkdir closed
    touch closed/file
    chmod 600 closed
    run -77 --separate-stderr "$TOOLS/unprivileged" "$PYOS" stat closed/file
    chmod 700 closed
    says "pyos stat: PermissionError: [Errno 13] Permission denied: 'closed/file'"
}

# A kernel without statx

@test "without statx, stat gives the same os.stat_result" {
    for name in stat lstat; do
        want=$(pyos $name file link .)
        for errno in ENOSYS EPERM; do
            run -0 "$TOOLS/block" statx=$errno -- pyos $name file link .
            is "$want"
        done
    done
    want=$(pyos fstat 8 8<file)
    run -0 "$TOOLS/block" statx=ENOSYS -- pyos fstat 8 8<file
    is "$want"
}

@test "without statx, every attribute is the same, to the nanosecond" {
    attributes=st_atime,st_mtime,st_ctime,st_atime_ns,st_mtime_ns,st_ctime_ns,st_blksize,st_blocks,st_rdev,type,filemode
    touch -d @-1.999999999 old
    run -0 "$TOOLS/block" statx=ENOSYS -- pyos stat -f $attributes file old . /dev/null
    is "$(pyos stat -f $attributes file old . /dev/null)"
}

@test "without statx, what only statx knows is null" {
    fields=st_birthtime,st_birthtime_ns,st_birthtime_iso,mount_id,attributes
    run -0 "$TOOLS/block" statx=ENOSYS -- pyos stat -J -f $fields file
    is '{"st_birthtime":null,"st_birthtime_ns":null,"st_birthtime_iso":null,"mount_id":null,"attributes":null}'
    run -0 "$TOOLS/block" statx=ENOSYS -- pyos stat -f st_size,st_birthtime,mount_id,attributes,st_size file
    is $'13\t\t\t\t13'
}

@test "without statx, errors are the same" {
    for errno in ENOSYS EPERM; do
        run -66 --separate-stderr "$TOOLS/block" statx=$errno -- pyos stat nowhere
        says "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'"
        run -71 --separate-stderr "$TOOLS/block" statx=$errno -- pyos fstat 99
        says "pyos fstat: OSError: [Errno 9] Bad file descriptor"
    done
}

# The output

# to_closed_pipe COMMAND...: standard output is a pipe that nobody reads any more.
to_closed_pipe() {
    local both writer
    mkfifo pipe
    exec {both}<>pipe {writer}>pipe {both}>&-
    "$@" >&"$writer" {writer}>&-
}

@test "a full disk is reported once, exit 74" {
    run -74 --separate-stderr bash -c 'pyos stat file link file >/dev/full'
    says "pyos stat: OSError: [Errno 28] No space left on device"
    run -74 --separate-stderr bash -c 'pyos stat -J file >/dev/full'
    [[ $stderr == '{"error":{"type":"OSError","errno":28,"name":"ENOSPC",'* ]]
}

@test "a full disk ends a long list early" {
    yes file | head -n 100000 | tr '\n' '\0' >list
    exec {paths}<list
    run -74 --separate-stderr bash -c "pyos stat --files0-from=- <&$paths >/dev/full"
    says "pyos stat: OSError: [Errno 28] No space left on device"
    [ "$(wc -c <&"$paths")" -gt 0 ]
}

@test "a closed standard output is EBADF, exit 74" {
    run -74 --separate-stderr bash -c 'pyos stat --names -J -f user file >&-'
    [[ $stderr == '{"error":{"type":"OSError","errno":9,"name":"EBADF",'* ]]
}

@test "a closed standard output does not matter where nothing is written" {
    run -66 --separate-stderr bash -c 'pyos stat nowhere >&-'
    says "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'"
}

@test "a closed standard error changes no exit code" {
    run -66 bash -c 'pyos stat -f path nowhere file 2>&-'
    is file
}

@test "a closed pipe kills by SIGPIPE, quietly" {
    run -141 --separate-stderr to_closed_pipe env --default-signal=PIPE pyos stat file
    says ""
}

@test "a closed pipe is one report and exit 74 where SIGPIPE is ignored" {
    run -74 --separate-stderr to_closed_pipe env --ignore-signal=PIPE pyos stat file link
    says "pyos stat: BrokenPipeError: [Errno 32] Broken pipe"
}
