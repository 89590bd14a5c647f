# Calls of a session on the emulated backend, for files that load backend.bash, too.

# ask METHOD PARAMS: a request, a line of JSON.
ask() {
    printf '{"jsonrpc":"2.0","id":1,"method":"%s","params":%s}\n' "$1" "$2"
}

# calls ROOT METHOD PARAMS...: what each of them gives, a line each: the result, or "error", its code and the file name.
# $within runs the session, where something is to.
calls() {
    local root=$1
    shift
    while (($#)); do
        ask "$1" "$2"
        shift 2
    done | ${within:-} "${resolver[@]}" "$PYOS" session --backend=emulated --root="$root" |
        sed -E 's/^\{"jsonrpc":"2.0","id":1,"(result|error)"://; s/\}$//
            s/^\{"code":([-0-9]*),.*"filename":(.*),"filename2":.*/error \1 \2/'
}
