# pyos info where something cannot be read: an error stands in its place, and the rest is there.
load ../helper

# without_files COMMAND...: nothing can be opened
without_files() {
    "$TOOLS/block" open=EACCES openat=EACCES -- "$@"
}

@test "what cannot be read is an error object, and the exit code is 0" {
    sanitized && skip "AddressSanitizer opens files"
    run -0 --separate-stderr without_files pyos info -J -f umask
    says ""
    is '{"umask":{"error":{"type":"PermissionError","errno":13,"name":"EACCES","strerror":"Permission denied",'\
'"filename":"/proc/self/status","filename2":null,"applet":"info",'\
'"message":"[Errno 13] Permission denied: '"'/proc/self/status'"'"}}}'
}

@test "each field that needs the file has it, no other" {
    needs jq
    sanitized && skip "AddressSanitizer opens files"
    without_files pyos info -J >record
    run -0 jq -r 'to_entries[] | select(.value | type == "object" and has("error")) | .key' record
    is $'names\numask\ncpus\nmemory\nmemory_limit\ncgroup\ncapabilities'
    run -0 jq -r '.mounts.cwd.error.filename, .mounts.tmp.error.name, .cwd.path, .ids.uid' record
    is $'/proc/self/mountinfo\nEACCES\n'"$PWD"$'\n'"$(id -ru)"
}

@test "in Python's form it is a dict too" {
    sanitized && skip "AddressSanitizer opens files"
    run -0 without_files pyos info
    [ "${#lines[@]}" -eq 22 ]
    [[ "$output" == *"'umask': {'error': {'type': 'PermissionError', 'errno': 13, 'name': 'EACCES', "* ]]
}

@test "a system call that fails is no more than an error" {
    run -0 "$TOOLS/block" uname=EPERM -- pyos info -J -f uname,umask
    [[ "$output" == '{"uname":{"error":{"type":"PermissionError","errno":1,'*'"filename":null,'*'},"umask":{"value":'* ]]
}

@test "a current directory that is gone is one" {
    mkdir gone
    cd gone
    rmdir ../gone
    run -0 pyos info -J -f cwd
    [[ "$output" == '{"cwd":{"error":{"type":"FileNotFoundError","errno":2,'* ]]
}

@test "without /proc the rest is there" {
    needs jq
    sanitized && skip "AddressSanitizer cannot do without /proc"
    try() { unshare --map-root-user --mount sh -c "mount -t tmpfs none /proc && $1"; }
    try true || skip "needs a mount namespace"
    try "'$PYOS' info -J" >record
    run -0 jq -r '.umask.error.name, .namespaces.error.filename, .capabilities.error.type, .mounts.tmp.error.errno' record
    is $'ENOENT\n/proc/self/ns\nFileNotFoundError\n2'
    jq -e '.limits.RLIMIT_NOFILE.soft > 0 and .cpus.cpu_count > 0 and .memory_limit == null' record
}

@test "output that cannot be written is reported, once" {
    run -74 --separate-stderr bash -c 'pyos info >/dev/full'
    says "pyos info: OSError: [Errno 28] No space left on device"
}
