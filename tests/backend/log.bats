# --log=compat: what the emulated backend does in the place of the system, told on standard error.
# shellcheck disable=SC2154  # run sets stderr
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" && mkdir root || exit 1
}

# emulated ARG...: pyos on that backend, with the directory root for /.
emulated() {
    pyos --backend=emulated --root=root "$@"
}

# tells TEXT COMMAND...: exactly TEXT on standard error, and success.
tells() {
    local text=$1
    shift
    run --separate-stderr "$@"
    says "$text"
    [ "$status" -eq 0 ]
}

# log LEVEL FUNCTION MESSAGE: as JSON has it.
log() {
    printf '{"log":{"logger":"compat","level":"%s","function":"%s","message":"%s","path":null}}' "$@"
}

@test "an emulated call is told once" {
    tells 'pyos: compat: INFO: umask: emulated: the umask is its own' emulated --log=compat umask 0o77
    tells 'pyos: compat: INFO: access: emulated: paths stay below the root' emulated --log=compat access / F_OK
    tells 'pyos: compat: INFO: path isdir: emulated: paths stay below the root' emulated --log=compat path isdir / /
}

@test "what goes to standard output is the same" {
    diff <(emulated path isdir / /) <(emulated --log=compat path isdir / / 2>&-)
}

@test "nothing is told where nothing is emulated" {
    tells '' emulated --log=compat getpid
    tells '' pyos --log=compat stat .
    tells '' pyos --backend=native --log=compat:debug umask 0o77
    tells '' emulated umask 0o77
}

@test "a refusal is told before its error" {
    fails 69 'pyos: compat: ERROR: fork: refused: processes cannot be confined
pyos fork: NotImplementedError: fork: refused by the emulated backend: processes cannot be confined' \
        emulated --log=compat fork
    fails 69 'pyos: compat: ERROR: stat: refused: inherited descriptors cannot be confined
pyos stat: NotImplementedError: stat: refused by the emulated backend: inherited descriptors cannot be confined' \
        emulated --log=compat stat --fd=0
}

@test "each level tells what is as grave, or graver" {
    local warning='no openat2 here: paths are walked name by name'
    blocked() { "$TOOLS/block" openat2=ENOSYS -- "$PYOS" --backend=emulated --root=root "$@"; }
    tells '' blocked --log=compat:error umask 0o77
    tells "pyos: compat: WARNING: umask: $warning" blocked --log=compat:warning umask 0o77
    tells "pyos: compat: WARNING: umask: $warning
pyos: compat: INFO: umask: emulated: the umask is its own" blocked --log=compat:info umask 0o77
    fails 69 'pyos: compat: ERROR: fork: refused: processes cannot be confined
pyos fork: NotImplementedError: fork: refused by the emulated backend: processes cannot be confined' \
        blocked --log=compat:error fork
    run --separate-stderr blocked --log=compat:debug umask 0o77
    [[ "$stderr" == *"WARNING: umask: $warning"* && "$stderr" == *'INFO: umask: emulated'* ]]
}

@test "with --json it is a line of JSON" {
    tells "$(log info access 'emulated: paths stay below the root')" emulated --log=compat --json access / F_OK
    run --separate-stderr emulated --log=compat --json fork
    is ''
    [ "${stderr_lines[0]}" = "$(log error fork 'refused: processes cannot be confined')" ]
    [ "${#stderr_lines[@]}" -eq 2 ]
}

@test "a session tells of each request" {
    session() {
        printf '{"jsonrpc":"2.0","method":"%s","params":%s}\n' umask '[63]' fork '[]' sep '[]' access '["/",0]' |
            emulated session "$@"
    }
    tells 'pyos: compat: INFO: session: emulated: paths stay below the root
pyos: compat: INFO: umask: emulated: the umask is its own
pyos: compat: ERROR: fork: refused: processes cannot be confined
pyos: compat: INFO: access: emulated: paths stay below the root' session --log=compat
    is ''
    tells "$(log error fork 'refused: processes cannot be confined')" session --log=compat:error --json
}

@test "what cannot be told is no failure" {
    closed() { emulated --log=compat path isdir / 2>&-; }
    prints True closed
}
