# What the tests of the command line share; load it after helper.

# gives CODE TEXT COMMAND...: exactly TEXT on standard output, nothing on standard error, and that exit code.
gives() {
    local code=$1 text=$2
    shift 2
    run --separate-stderr "$@"
    [ "$status" -eq "$code" ] || echo "exit code $status, not $code"
    is "$text" && says '' && [ "$status" -eq "$code" ]
}

# prints TEXT COMMAND...: the same for a success.
prints() {
    gives 0 "$@"
}

# fails CODE TEXT COMMAND...: nothing on standard output, exactly TEXT on standard error, and that exit code.
fails() {
    local code=$1 text=$2
    shift 2
    run --separate-stderr "$@"
    [ "$status" -eq "$code" ] || echo "exit code $status, not $code"
    is '' && says "$text" && [ "$status" -eq "$code" ]
}

# called NAME ARG...: runs pyos with NAME as its argv[0].
called() {
    local name=$1
    shift
    (exec -a "$name" pyos "$@")
}

# message TYPE APPLET TEXT: the JSON of an error that is no OSError. APPLET is quoted, or null.
message() {
    printf '{"error":{"type":"%s","errno":null,"name":null,"strerror":null,"filename":null,"filename2":null,' "$1"
    printf '"applet":%s,"message":"%s"}}' "$2" "$3"
}
