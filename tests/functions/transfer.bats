# Bytes to and from descriptors (os.read, write, sendfile, ...), as transfer.txt has them.
# shellcheck disable=SC2154  # run sets stderr_lines
load ../helper
load transcript

@test "read gives at most what was asked for, and goes on where it was" { holds; }
@test "read fails on what is not open for it" { holds; }
@test "pread reads at an offset and moves nothing" { holds; }
@test "write gives how many bytes it wrote" { holds; }
@test "write fails on what is not open for it" { holds; }
@test "pwrite writes at an offset and moves nothing" { holds; }
@test "readv fills one buffer after the other" { holds; }
@test "preadv does it at an offset, and at -1 where the file is" { holds; }
@test "writev writes one buffer after the other" { holds; }
@test "pwritev does it at an offset" { holds; }
@test "lseek moves where a file is read and written" { holds; }
@test "sendfile copies from a file at an offset, or where it is" { holds; }
@test "copy_file_range copies from file to file" { holds; }
@test "splice moves to a pipe and from one" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

@test "a size may have a suffix" {
    head -c 100000 /dev/zero >zeros
    [ "$(pyos read 7 64K --raw 7<zeros | wc -c)" -eq 65536 ]
    [ "$(pyos pread 7 64K 65536 --raw 7<zeros | wc -c)" -eq 34464 ]
}

@test "a dash is what standard input holds, or with -literal a dash" {
    printf 'a\0b\n' >data
    run -0 pyos write 7 - <data 7>written
    is 4
    cmp data written
    run -0 pyos writev 7 - x <data 7>written
    is 5
    run -0 pyos write 7 --data-literal=- 7>written
    is 1
    [ "$(<written)" = - ]
}

@test "what is read comes out raw, or as base64" {
    printf 'a\0\377\n' >data
    pyos read 7 100 --raw 7<data | cmp data -
    run -0 pyos read 7 100 --json 7<data
    is '{"base64":"YQD/Cg=="}'
    run -0 pyos readv 7 1,3 --json 7<data
    is '[{"base64":"YQ=="},{"base64":"AP8K"}]'
}

@test "more than there is memory for is ENOMEM" {
    ASAN_OPTIONS=allocator_may_return_null=1 run -75 --separate-stderr pyos read 0 4611686018427387904
    [ "${stderr_lines[-1]}" = 'pyos read: OSError: [Errno 12] Cannot allocate memory' ] # a sanitizer warns before it
}

@test "a large buffer that is not filled costs nothing" {
    echo x >f
    run -0 pyos read 7 1G 7<f
    is "b'x\\n'"
}

@test "a full disk is exit code 74" {
    run -74 --separate-stderr pyos write 7 x 7>/dev/full
    says 'pyos write: OSError: [Errno 28] No space left on device'
}

@test "nobody who reads a pipe is BrokenPipeError where SIGPIPE is ignored" {
    mkfifo p
    exec 8<>p 9>p 8<&-
    trap '' PIPE
    run -71 --separate-stderr pyos write 9 x
    says 'pyos write: BrokenPipeError: [Errno 32] Broken pipe'
}

@test "readinto is read by its name in Python 3.14" {
    printf 'hello' >f
    run -0 pyos readinto 7 4 7<f
    is "b'hell'"
}

@test "more buffers than the kernel takes are EINVAL" {
    local -a ones
    printf -v ones '1,%.0s' {1..1025}
    run -71 --separate-stderr pyos readv 7 "${ones%,}" 7</dev/zero
    says 'pyos readv: OSError: [Errno 22] Invalid argument'
}
