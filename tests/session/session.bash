# What the tests of session share.

# ask LINE...: what a session answers to these lines, in $output.
ask() {
    run -0 pyos session < <(printf '%s\n' "$@")
}

# call METHOD PARAMS: the same for one request, without what each answer begins with.
call() {
    ask "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\",\"params\":$2}"
    output=${output#'{"jsonrpc":"2.0","id":1,'}
    output=${output%'}'}
}

# requests METHOD PARAMS ...: what a session answers, a line each, without what each answer begins with. It has nothing
# open above 2 when the first one comes.
requests() {
    local -a lines=('{"jsonrpc":"2.0","method":"closerange","params":[3,500]}')
    while (($#)); do
        lines+=("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\",\"params\":$2}")
        shift 2
    done
    ask "${lines[@]}"
    # shellcheck disable=SC2001  # of several lines
    output=$(sed -E 's/^\{"jsonrpc":"2.0","id":1,"(result|error)"://; s/\}$//; s/^\{"code":([-0-9]*),.*/error \1/' \
        <<<"$output")
}

# raises TYPE MESSAGE: the answer to the last call is that exception, with the code of its type.
raises() {
    local code=-32000
    [ "$1" = TypeError ] && code=-32602
    is "\"error\":{\"code\":$code,\"message\":\"$2\",\"data\":{\"type\":\"$1\",\"errno\":null,\"name\":null,$(
       )\"strerror\":null,\"filename\":null,\"filename2\":null}}"
}

# peak FILE COMMAND...: the most memory that it has had, in KiB, into FILE. AddressSanitizer would keep what was freed.
peak() {
    ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}quarantine_size_mb=0:thread_local_quarantine_size_kb=0" "$TOOLS/peak" "$@"
}
