# --backend, --root and --log: which of them go together, and what becomes of a line.
load ../helper
load ../cli/cli

# emulated ARG...: pyos on that backend, with the directory root for /.
emulated() {
    pyos --backend=emulated --root=root "$@"
}

setup() {
    cd "$BATS_TEST_TMPDIR" && mkdir root && : >root/file || exit 1
}

refused='refused by the emulated backend'
confined="$refused: processes cannot be confined"
inherited="$refused: inherited descriptors cannot be confined"

# declines TEXT COMMAND...: the function or applet that text begins with says NotImplementedError, with that text.
declines() {
    local text=$1
    shift
    fails 69 "pyos ${text%%:*}: NotImplementedError: $text" "$@"
}

@test "the options of the backend stand before the name, behind it, and behind the operands" {
    declines "nice: $confined" pyos --backend=emulated --root=root nice 1
    declines "nice: $confined" pyos nice --backend=emulated --root=root 1
    declines "nice: $confined" pyos nice 1 --backend emulated --root root
    declines "nice: $confined" pyos --root root nice 1 --backend=emulated
    declines "path sameopenfile: $inherited" pyos path --root=root sameopenfile --backend=emulated 0 1
}

@test "the last of two backends counts, and the last of two roots" {
    declines "nice: $confined" pyos --backend=native --root=none nice 1 --root=root --backend=emulated
    prints "'$PWD'" pyos --backend=emulated getcwd --backend=native
    fails 66 "pyos nice: FileNotFoundError: [Errno 2] No such file or directory: 'none'" \
        pyos --backend=emulated --root=root nice 1 --root=none
}

@test "the emulated backend needs a root, whatever is called" {
    for name in stat getpid fork backend; do
        fails 64 "pyos $name: TypeError: the emulated backend needs --root=DIR" pyos --backend=emulated $name
    done
}

@test "a root without the emulated backend would confine nothing, and is refused" {
    local text='--root needs --backend=emulated: no other stays below it'
    fails 64 "pyos stat: TypeError: $text" pyos --root=root stat .
    fails 64 "pyos getpid: TypeError: $text" pyos getpid --root=root --backend=native
}

@test "a root that is no directory is an error before anything is done" {
    fails 66 "pyos mkdir: NotADirectoryError: [Errno 20] Not a directory: 'root/file'" \
        pyos --backend=emulated --root=root/file mkdir new
    fails 66 "pyos mkdir: FileNotFoundError: [Errno 2] No such file or directory: ''" \
        pyos --backend=emulated --root= mkdir new
    [ ! -e new ] && [ ! -e root/new ]
}

@test "a word that no option of the backend knows is a mistake of the line" {
    fails 64 "pyos stat: TypeError: argument 'backend' must be one of native|emulated, not 'none'" \
        pyos stat --backend=none .
    for word in compa compat: compat:all debug ''; do
        fails 64 "pyos getpid: TypeError: argument 'log' must be one of compat[:error|warning|info|debug], not '$word'" \
            pyos getpid --log="$word"
    done
}

@test "the native backend can be named, and is what it is without a name" {
    prints "'$PWD'" pyos --backend=native getcwd
    prints "'$PWD'" pyos --backend=native --log=compat:debug getcwd
}

@test "--help needs no root, and a wrong one is no error" {
    diff <(pyos stat --help) <(pyos --backend=emulated stat --help)
    diff <(pyos getpid --help) <(pyos --backend=emulated --root=none getpid --help)
    diff <(pyos --help) <(called pyos-emulated --help)
}

@test "pyos-emulated is pyos on the emulated backend, whatever path leads to it" {
    declines "nice: $confined" called pyos-emulated nice 1 --root=root
    declines "nice: $confined" called /no/where/pyos-emulated --root=root nice 1
    declines "nice: $confined" called -pyos-emulated --root=root nice 1
    fails 64 'pyos getpid: TypeError: the emulated backend needs --root=DIR' called pyos-emulated getpid
    prints "'$PWD'" called pyos-emulated --backend=native getcwd
}

@test "a program of another name is on the native backend" {
    prints "'$PWD'" called emulated getcwd
    prints "'$PWD'" called pyos-getcwd
    prints "'$PWD'" called pyos-emulated-pyos getcwd
}

@test "what cannot be confined is refused before its arguments are looked at" {
    declines "fork: $confined" emulated fork
    declines "kill: $confined" emulated kill 1
    declines "execv: $refused: programs cannot be confined" emulated execv /bin/true true
    declines "chroot: $refused: a root of its own is what --root gives" emulated chroot .
    declines "setns: $refused: namespaces cannot be confined" emulated setns 3
    declines "ttyname: $refused: terminals cannot be confined" emulated ttyname 0
    declines "info: $refused: it tells of the system outside of the root" emulated info
    declines "fstat: $inherited" emulated fstat 0
    declines "path sameopenfile: $inherited" emulated path sameopenfile 0 1
}

@test "a refusal of what runs commands has the code of what fails before them" {
    fails 125 "pyos spawn: NotImplementedError: spawn: $refused: programs cannot be confined" \
        emulated spawn touch ran
    fails 125 "pyos sched run: NotImplementedError: sched run: $refused: programs cannot be confined" \
        emulated sched run touch ran
    [ ! -e ran ]
}

@test "with --json a refusal is JSON" {
    fails 69 "$(message NotImplementedError '"fork"' "fork: $confined")" \
        emulated fork --json
}

@test "a descriptor that a line names is refused" {
    declines "stat: $inherited" emulated stat --fd=0
    declines "stat: $inherited" emulated stat --dir-fd=0 file
    declines "rename: $inherited" emulated rename a b --dst-dir-fd=3
    declines "xattr list: $inherited" emulated xattr list --fd=0
    declines "path exists: $inherited" emulated path exists --fd=0
    declines "listdir: $inherited" emulated listdir --fd=0
    declines "access: $inherited" emulated access file F_OK --dir_fd=3
    declines "fsync: $inherited" emulated fsync 1
    declines "fchdir: $inherited" emulated fchdir --fd=0
}

@test "so is one that is an operand, or an option in its place" {
    declines "read: $inherited" emulated read 0 5
    declines "close: $inherited" emulated close 7
    declines "dup2: $inherited" emulated dup2 0 5
    declines "isatty: $inherited" emulated isatty 0
    declines "fstatvfs: $inherited" emulated fstatvfs 0
    declines "get_terminal_size: $inherited" emulated get_terminal_size 0
    declines "sendfile: $inherited" emulated sendfile --out-fd=1 --in-fd=0 0 5
}

@test "a refused line does not read standard input first" {
    refused_at_once() { emulated write 1 -; cat; }
    run --separate-stderr refused_at_once <<<left
    is left
    says "pyos write: NotImplementedError: write: $inherited"
}

@test "--exec is refused, and nothing is done before it" {
    declines "mkdir: $refused: the program of --exec cannot be confined" emulated mkdir new --exec touch ran
    [ ! -e root/new ] && [ ! -e new ] && [ ! -e root/ran ] && [ ! -e ran ]
}

@test "what looks at nothing but the process is as on the native backend" {
    prints "$(pyos sep)" emulated sep
    prints "$(pyos uname -f sysname)" emulated uname -f sysname
    prints 1 emulated waitstatus 256
    prints "$(pyos const ENOENT)" emulated const ENOENT
}

@test "a session refuses what cannot be confined, and goes on" {
    session() {
        printf '{"jsonrpc":"2.0","id":%s,"method":%s}\n' 1 '"fork"' 2 '"WEXITSTATUS","params":[256]' | emulated session
    }
    prints '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"fork: refused by the emulated backend: processes cannot be confined","data":{"type":"NotImplementedError","errno":null,"name":null,"strerror":null,"filename":null,"filename2":null}}}
{"jsonrpc":"2.0","id":2,"result":1}' session
}

@test "the descriptors that a session speaks on are not refused" {
    session() { emulated session --input-fd=7 --output-fd=8 7<<<'{"jsonrpc":"2.0","id":1,"method":"sep"}' 8>&1; }
    prints '{"jsonrpc":"2.0","id":1,"result":"/"}' session
}
