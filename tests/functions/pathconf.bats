# Limits of files (os.pathconf and fpathconf): pathconf.txt, and what depends on the machine.
load ../helper
load transcript

@test "pathconf takes a name or its number" { holds; }
@test "some limits are those of every file, be it there or not" { holds; }
@test "others are looked for in the file system" { holds; }
@test "asynchronous I/O is for regular files" { holds; }
@test "a file system of the kernel's own has the least limits" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

@test "the names are a dict" {
    run -0 pyos pathconf_names
    [[ "$output" == "{'PC_ALLOC_SIZE_MIN': 18, 'PC_ASYNC_IO': 10, "*", 'PC_VDISABLE': 8}" ]]
    [ "$(pyos pathconf_names -r | sort -t= -k2n | head -n 1)" = PC_LINK_MAX=0 ]
    [ "$(pyos pathconf_names -r | wc -l)" -eq 20 ]
}

@test "no descriptor at all has no limits" {
    for name in PC_NAME_MAX PC_ASYNC_IO PC_PATH_MAX; do
        run -71 --separate-stderr pyos pathconf --fd=-1 $name
        says "pyos pathconf: OSError: [Errno 14] Bad address: -1"
    done
}

@test "what pathconf says here of each kind of file is what CPython says" {
    python313 || skip "needs CPython 3.13"
    touch file
    mkfifo fifo
    for number in {0..20}; do
        for path in . / file fifo /proc /sys /dev /dev/null /dev/shm /dev/pts; do
            [ ! -e $path ] || printf '%s %s %s\n' $path "$number" "$(pyos pathconf $path "$number")"
        done
        for fd in 0 7 8; do
            printf '%s %s %s\n' $fd "$number" "$(pyos fpathconf $fd "$number")"
        done
    done <file 7</dev/null 8<> <(:) >got
    "$ORACLE" -c 'import os
for number in range(21):
    for path in ". / file fifo /proc /sys /dev /dev/null /dev/shm /dev/pts".split():
        os.path.exists(path) and print(path, number, os.pathconf(path, number))
    for fd in 0, 7, 8:
        print(fd, number, os.fpathconf(fd, number))' <file 7</dev/null 8<> <(:) | diff - got
    [ "$(pyos pathconf_names)" = "$("$ORACLE" -c 'import os; print(os.pathconf_names)')" ]
}
