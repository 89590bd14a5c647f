# The file that is open as a descriptor (os.fsync, ftruncate, lockf, ...), as storage.txt has them.
load ../helper
load ../session/session
load transcript

@test "fchmod sets permissions" { holds; }
@test "fchown leaves what is -1" { holds; }
@test "fsync and fdatasync write a file out" { holds; }
@test "ftruncate shortens and lengthens" { holds; }
@test "posix_fallocate lengthens, and never shortens" { holds; }
@test "posix_fadvise takes the advice that the kernel knows" { holds; }
@test "lockf locks what is open for writing" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

@test "a session's lock keeps others out until it is given back" {
    printf 'hello' >f
    mkfifo requests answers
    pyos session <requests >answers &
    exec 7>requests 8<answers
    echo '[{"jsonrpc":"2.0","id":1,"method":"closerange","params":[3,500]},
        {"jsonrpc":"2.0","id":1,"method":"open","params":["f","O_RDWR"]},
        {"jsonrpc":"2.0","id":1,"method":"lockf","params":[3,"F_LOCK",3]}]' | tr -d '\n' >&7
    echo >&7
    read -r <&8
    exec 9<>f
    run -75 --separate-stderr pyos lockf 9 F_TLOCK 0
    says 'pyos lockf: BlockingIOError: [Errno 11] Resource temporarily unavailable'
    run -77 --separate-stderr pyos lockf 9 F_TEST 0
    says 'pyos lockf: PermissionError: [Errno 13] Permission denied'
    run -0 pyos lseek 9 3 SEEK_SET
    run -0 pyos lockf 9 F_TLOCK 0
    echo '{"jsonrpc":"2.0","id":1,"method":"lockf","params":[3,"F_ULOCK",0]}' >&7
    read -r <&8
    run -0 pyos lseek 9 0 SEEK_SET
    run -0 pyos lockf 9 F_TLOCK 0
    exec 7>&-
    wait
}
