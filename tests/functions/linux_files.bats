# What Linux has for files and Python 3.13 has not: renameat2, rename --noreplace and --exchange, openat2, statx.
load ../helper

# two_files: a says 1, b says 2
two_files() {
    echo 1 >a
    echo 2 >b
}

@test "rename --noreplace takes a free name" {
    two_files
    run -0 --separate-stderr pyos rename --noreplace a c
    is ''
    says ''
    [ "$(cat c)" = 1 ]
    [ ! -e a ]
}

@test "rename --noreplace replaces nothing" {
    two_files
    fails 73 "pyos rename: FileExistsError: [Errno 17] File exists: 'a' -> 'b'" pyos rename --noreplace a b
    [ "$(cat a b)" = $'1\n2' ]
}

@test "rename --exchange exchanges two files, of any type" {
    two_files
    mkdir d
    pyos rename --exchange a b
    [ "$(cat a b)" = $'2\n1' ]
    pyos rename --exchange a d
    [ "$(cat d)" = 2 ]
    [ -d a ]
}

@test "rename --exchange wants both files" {
    two_files
    fails 66 "pyos rename: FileNotFoundError: [Errno 2] No such file or directory: 'a' -> 'c'" \
        pyos rename --exchange a c
}

@test "rename takes one of the two options" {
    two_files
    fails 71 "pyos rename: OSError: [Errno 22] Invalid argument: 'a' -> 'b'" pyos rename --noreplace --exchange a b
}

@test "rename is os.rename else" {
    two_files
    pyos rename a b
    [ "$(cat b)" = 1 ]
    [ "$(pyos rename b c -J)" = null ]
    fails 64 "pyos rename: TypeError: rename() missing required argument 'dst' (pos 2)" pyos rename c
    fails 64 "pyos rename: TypeError: rename() takes exactly 2 positional arguments (3 given)" pyos rename c d e
    fails 64 "pyos rename: AttributeError: 'NoneType' object has no attribute 'x'" pyos rename c d -f x
}

@test "rename --noreplace takes directories too" {
    mkdir d e
    touch d/f
    pyos rename --noreplace f g --src-dir-fd=7 --dst-dir-fd=8 7<d 8<e
    [ -e e/g ]
}

@test "of many that want one name, rename --noreplace lets one have it" {
    for i in {1..20}; do
        echo "$i" >"part.$i"
    done
    for i in {1..20}; do
        pyos rename --noreplace "part.$i" result 2>/dev/null && echo "$i" >"won.$i" &
    done
    wait
    [ "$(cat won.*)" = "$(cat result)" ]
    [ "$(ls part.* | wc -l)" -eq 19 ]
}

@test "renameat2 takes the flags by name" {
    two_files
    pyos renameat2 a b RENAME_EXCHANGE
    [ "$(cat a b)" = $'2\n1' ]
    fails 73 "pyos renameat2: FileExistsError: [Errno 17] File exists: 'a' -> 'b'" pyos renameat2 a b --flags=1
    fails 71 "pyos renameat2: OSError: [Errno 22] Invalid argument: 'a' -> 'b'" pyos renameat2 a b 0x8000
    pyos renameat2 a b
    [ "$(cat b)" = 2 ]
    pyos renameat2 b c RENAME_NOREPLACE --src-dir-fd=7 7<.
    [ "$(cat c)" = 2 ]
}

@test "renameat2 says what the kernel has not" {
    two_files
    fails 69 "pyos renameat2: OSError: [Errno 38] Function not implemented: 'a' -> 'b'" \
        "$TOOLS/block" renameat2=ENOSYS -- pyos renameat2 a b RENAME_EXCHANGE
    "$TOOLS/block" renameat2=ENOSYS -- pyos renameat2 a c
    [ "$(cat c)" = 1 ]
}

@test "openat2 opens, and gives a number" {
    two_files
    [[ "$(pyos openat2 a O_RDONLY)" =~ ^[0-9]+$ ]]
    [[ "$(pyos openat2 new 'O_WRONLY|O_CREAT' 0o600)" =~ ^[0-9]+$ ]]
    [ "$(stat -c %a new)" = 600 ]
    (umask 022 && pyos openat2 other 'O_WRONLY|O_CREAT' >/dev/null)
    [ "$(stat -c %a other)" = 755 ]
}

@test "openat2 checks where a path leads" {
    mkdir d
    ln -s ../a d/out
    touch a d/in
    for resolve in RESOLVE_BENEATH RESOLVE_NO_SYMLINKS RESOLVE_IN_ROOT; do
        pyos openat2 in O_RDONLY --resolve=$resolve --dir-fd=7 7<d >/dev/null
    done
    fails 71 "pyos openat2: OSError: [Errno 18] Invalid cross-device link: 'out'" \
        pyos openat2 out O_RDONLY 0 RESOLVE_BENEATH --dir-fd=7 7<d
    fails 71 "pyos openat2: OSError: [Errno 40] Too many levels of symbolic links: 'out'" \
        pyos openat2 out O_RDONLY 0 RESOLVE_NO_SYMLINKS --dir-fd=7 7<d
    fails 66 "pyos openat2: FileNotFoundError: [Errno 2] No such file or directory: 'out'" \
        pyos openat2 out O_RDONLY 0 RESOLVE_IN_ROOT --dir-fd=7 7<d
}

@test "openat2 refuses a mode where nothing is made, and flags that there are not" {
    touch a
    fails 71 "pyos openat2: OSError: [Errno 22] Invalid argument: 'a'" pyos openat2 a O_RDONLY 0o600
    fails 71 "pyos openat2: OSError: [Errno 22] Invalid argument: 'a'" pyos openat2 a 0x40000000
    fails 69 "pyos openat2: OSError: [Errno 38] Function not implemented: 'a'" \
        "$TOOLS/block" openat2=ENOSYS -- pyos openat2 a O_RDONLY
}

@test "statx says what stat says" {
    touch -d @1700000000.5 a
    ln a b
    [ "$(pyos statx a STATX_BASIC_STATS -f stx_size,stx_nlink,stx_mode,stx_ino,stx_mtime_ns,stx_dev)" = \
        "$(pyos stat a -f st_size,st_nlink,st_mode,st_ino,st_mtime_ns,st_dev)" ]
    [ "$(pyos statx a STATX_BASIC_STATS -f stx_mtime)" = 1700000000.5 ]
    run -0 pyos statx a STATX_BASIC_STATS
    [[ "$output" == 'os.statx_result(stx_mask='*', stx_atime='*')' ]]
}

@test "statx gives no time that was not asked for" {
    touch a
    run -0 pyos statx a STATX_MTIME -J
    [[ "$output" == *'"stx_btime":null,"stx_btime_ns":null,'* ]]
}

@test "statx takes a link itself, a descriptor, and a path below one" {
    mkdir d
    echo 1 >d/f
    ln -s f d/l
    [ "$(pyos statx l STATX_SIZE --dir-fd=7 -f stx_size 7<d)" = 2 ]
    [ "$(pyos statx l STATX_SIZE --dir-fd=7 -P -f stx_size 7<d)" = 1 ]
    [ "$(pyos statx --fd=7 STATX_SIZE -f stx_size 7<d/f)" = 2 ]
    [ "$(pyos statx d/f STATX_SIZE --flags=AT_STATX_FORCE_SYNC -f stx_size)" = 2 ]
}

@test "statx fails as stat does" {
    touch a
    fails 66 "pyos statx: FileNotFoundError: [Errno 2] No such file or directory: 'x'" pyos statx x 0
    fails 71 "pyos statx: OSError: [Errno 9] Bad file descriptor: 99" pyos statx --fd=99 0
    fails 65 "pyos statx: ValueError: statx: can't specify dir_fd without matching path" \
        pyos statx --fd=7 0 --dir-fd=7 7<a
    fails 65 "pyos statx: ValueError: statx: cannot use fd and follow_symlinks together" pyos statx --fd=7 0 -P 7<a
    fails 64 "pyos statx: TypeError: statx() missing required argument 'mask' (pos 2)" pyos statx a
    fails 69 "pyos statx: OSError: [Errno 38] Function not implemented: 'a'" \
        "$TOOLS/block" statx=ENOSYS -- pyos statx a STATX_SIZE
}

@test "the constants that these take are of the module linux" {
    [ "$(pyos const RENAME_EXCHANGE STATX_BASIC_STATS RESOLVE_BENEATH)" = $'2\n2047\n8' ]
    pyos const --module=linux | grep -qx RENAME_NOREPLACE=1
    run -64 pyos const --module=os RENAME_NOREPLACE
}
