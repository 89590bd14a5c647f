# What the tests of the command line share; load it after helper.

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
