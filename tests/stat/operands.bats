# Where stat takes its files from: operands, --dir-fd, descriptors, --files0-from.
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    mkdir directory
    printf 'hello, world\n' >file
    printf x >directory/inner
    ln -s inner directory/link
}

@test "an error does not stop the operands after it, and its code is the exit code" {
    run -66 --separate-stderr pyos stat -f path nowhere file file/x directory
    is $'file\ndirectory'
    says "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'
pyos stat: NotADirectoryError: [Errno 20] Not a directory: 'file/x'"
}

@test "the first failure's code is the exit code" {
    ln -s loop loop
    run -71 --separate-stderr pyos stat -f path loop nowhere file
    is file
    run -66 --separate-stderr pyos stat -f path file nowhere loop
    is file
}

@test "after -- a name may begin with a dash" {
    touch -- -P
    run -0 pyos stat -f path,type -- -P
    is $'-P\tfile'
}

@test "options may stand behind operands" {
    run -0 pyos stat directory/link -P -f type
    is symlink
}

@test "a word of a dash and digits is a file" {
    touch -- -1
    run -0 pyos stat -f path -1
    is -1
}

# --dir-fd

@test "paths are relative to --dir-fd" {
    run -0 pyos stat --dir-fd=8 -f path,st_size inner . 8<directory
    is $'inner\t1\n.\t'"$(stat -c %s directory)"
}

@test "--dir-fd goes with -P and with lstat" {
    run -0 pyos stat -P --dir_fd=8 -f type link 8<directory
    is symlink
    run -0 pyos lstat --dir-fd 8 -f type link 8<directory
    is symlink
}

@test "an absolute path does not care for --dir-fd" {
    run -0 pyos stat --dir-fd=8 -f st_size "$PWD/directory/inner" 8<file
    is 1
}

@test "--dir-fd of a file is NotADirectoryError, exit 66" {
    run -66 --separate-stderr pyos stat --dir-fd=8 inner 8<file
    says "pyos stat: NotADirectoryError: [Errno 20] Not a directory: 'inner'"
}

@test "--dir-fd that is not open is EBADF with the path, exit 71" {
    run -71 --separate-stderr pyos stat --dir-fd=99 inner
    says "pyos stat: OSError: [Errno 9] Bad file descriptor: 'inner'"
}

@test "--dir-fd that is no C int is OverflowError, exit 65" {
    run -65 --separate-stderr pyos stat --dir-fd=2147483648 inner
    says "pyos stat: OverflowError: fd is greater than maximum"
    run -65 --separate-stderr pyos stat --dir-fd=-2147483649 inner
    says "pyos stat: OverflowError: fd is less than minimum"
}

# Descriptors

@test "--fd takes what the shell handed over, of any type" {
    run -0 pyos stat --fd=8 -f fd,type 8<directory
    is $'8\tdirectory'
    run -0 bash -c 'true | pyos stat --fd=0 -f type'
    is fifo
}

@test "--fd that is not open is EBADF with the descriptor, exit 71" {
    run -71 --separate-stderr pyos stat --fd=99
    says "pyos stat: OSError: [Errno 9] Bad file descriptor: 99"
    run -71 --separate-stderr pyos stat -J --fd=99
    [[ $stderr == '{"error":{"type":"OSError","errno":9,'*'"filename":99,'* ]]
}

@test "no negative number is a descriptor, not even AT_FDCWD" {
    for fd in -1 -3 -100; do
        run -71 --separate-stderr pyos stat --fd=$fd
        says "pyos stat: OSError: [Errno 9] Bad file descriptor: $fd"
    done
}

@test "--fd that is no C int is OverflowError, exit 65" {
    for fd in 2147483648 99999999999999999999; do
        run -65 --separate-stderr pyos stat --fd=$fd
        says "pyos stat: OverflowError: fd is greater than maximum"
    done
    run -65 --separate-stderr pyos stat --fd=-99999999999999999999
    says "pyos stat: OverflowError: fd is less than minimum"
}

@test "--fd that is no number is ValueError, exit 65" {
    run -65 --separate-stderr pyos stat --fd=file
    says "pyos stat: ValueError: invalid literal for int() with base 0: 'file'"
}

@test "--fd with --dir-fd is Python's ValueError, exit 65" {
    run -65 --separate-stderr pyos stat --fd=8 --dir-fd=9 8<file 9<directory
    says "pyos stat: ValueError: stat: can't specify dir_fd without matching path"
}

@test "--fd with -P is Python's ValueError, exit 65" {
    run -65 --separate-stderr pyos stat --fd=8 -P 8<file
    says "pyos stat: ValueError: stat: cannot use fd and follow_symlinks together"
}

@test "--fd with a path is a usage error" {
    run -64 --separate-stderr pyos stat --fd=8 file 8<file
    says "pyos stat: TypeError: stat() takes a path or fd, not both"
    run -64 --separate-stderr pyos stat --fd=8 --files0-from=file 8<file
    says "pyos stat: TypeError: stat() takes a path or fd, not both"
}

@test "fstat goes on after an error, which has no file name in Python" {
    run -71 --separate-stderr pyos fstat -f fd 99 8 x 8<file
    is 8
    says "pyos fstat: OSError: [Errno 9] Bad file descriptor
pyos fstat: ValueError: invalid literal for int() with base 0: 'x'"
}

@test "fstat of what is no C int is OverflowError, exit 65" {
    run -65 --separate-stderr pyos fstat 2147483648
    says "pyos fstat: OverflowError: Python int too large to convert to C int"
}

@test "fstat takes descriptors as Python writes integers" {
    run -0 pyos fstat -f fd 0x8 0o10 0b1000 1_0 8<file 10<file
    is $'8\n8\n8\n10'
}

# --files0-from

@test "--files0-from takes paths that end with NUL, whatever else is in them" {
    touch $'new\nline' $'a\tb'
    printf 'file\0new\nline\0a\tb\0directory\0' >list
    pyos stat --null -f path --files0-from=list | cmp - list
}

@test "--files0-from=- is standard input" {
    run -0 bash -c "printf 'file\0directory\0' | pyos stat -f path --files0-from=-"
    is $'file\ndirectory'
}

@test "the last path of a list may lack its NUL" {
    run -0 bash -c "printf 'file\0directory' | pyos stat -f path --files0-from=-"
    is $'file\ndirectory'
}

@test "an empty list is nothing, without an error" {
    run -0 --separate-stderr pyos stat --files0-from=/dev/null
    is ""
    says ""
}

@test "an empty name in a list is a missing file" {
    run -66 --separate-stderr bash -c "printf 'file\0\0directory\0' | pyos stat -f path --files0-from=-"
    is $'file\ndirectory'
    says "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: ''"
}

@test "a failure in a list does not stop it" {
    run -66 --separate-stderr bash -c "printf 'file\0nowhere\0directory\0' | pyos stat -f path --files0-from=-"
    is $'file\ndirectory'
    says "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'"
}

@test "a list that is missing is its own error" {
    run -66 --separate-stderr pyos stat --files0-from=nowhere
    says "pyos stat: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'"
}

@test "a list that is a directory is IsADirectoryError" {
    run -66 --separate-stderr pyos stat --files0-from=directory
    says "pyos stat: IsADirectoryError: [Errno 21] Is a directory: 'directory'"
}

@test "a list beside operands is a usage error" {
    run -64 --separate-stderr pyos stat --files0-from=- file
    is ""
    says "pyos stat: TypeError: stat() takes operands or files0_from, not both"
}

@test "a path in a list may be longer than any block that is read" {
    printf -v long 'x%.0s' {1..200000}
    printf 'file\0%s\0directory\0' "$long" >list
    run -71 --separate-stderr pyos stat -f path --files0-from=list
    is $'file\ndirectory'
    says "pyos stat: OSError: [Errno 36] File name too long: '$long'"
}

@test "100,000 paths are one process, in bounded time" {
    yes "$PWD/directory/inner" | head -n 100000 | tr '\n' '\0' >list
    run -0 timeout 30 pyos stat --files0-from=list -f st_size
    [ "$(tr -d 1 <<<"$output" | tr -d '\n')" = "" ]
    [ "${#lines[@]}" -eq 100000 ]
}
