# Devices lead out of every root: the emulated backend makes none.
load ../helper
load backend

setup() {
    cd "$BATS_TEST_TMPDIR" && mkdir root
}

@test "no device is made, whoever asks" {
    for mode in 'S_IFCHR|S_IRUSR' 'S_IFBLK|S_IRUSR' 0o20600 0o60600; do
        fails 69 'pyos mknod: NotImplementedError: mknod: refused by the emulated backend: devices cannot be confined' \
            emulated root mknod node "$mode" 0x103
    done
    prints '' ls root
}

@test "pipes and files are made" {
    emulated root mknod pipe 'S_IFIFO|S_IRUSR'
    emulated root mknod file 0o600
    prints 'fifo
regular empty file' stat -c %F root/pipe root/file
}
