# Spelling that is the same everywhere, against digests of what CPython says and, where it is found, CPython.
load ../helper
load tree

# spelled NAME COMMAND...: COMMAND prints the list NAME of lists.py, as recorded and as CPython says it now.
spelled() {
    "${@:2}" >spelled
    if python313; then cmp <("$ORACLE" "$TESTS/parity/lists.py" "$1") spelled || return; fi
    grep -x "$(sha256sum <spelled | cut -c1-64) $1" "$TESTS/parity/digests.txt"
}

@test "100,000 random doubles are spelled as Python spells them" {
    spelled floats "$BUILD/build/unit/float" list
}

@test "every code point has Python's repr" {
    spelled repr "$BUILD/build/unit/spelling" repr
}

@test "every code point is the JSON of json.dumps" {
    spelled json "$BUILD/build/unit/spelling" json
}

@test "every byte has Python's repr" {
    spelled bytes "$BUILD/build/unit/spelling" bytes
}

@test "what is not UTF-8 is repr and JSON as in Python" {
    spelled sequences "$BUILD/build/unit/spelling" sequences
}

@test "errno has Python's names and classes, and glibc's messages" {
    spelled errnos "$BUILD/build/unit/errno" list
}

@test "every wait status says what Python says of it" {
    spelled statuses "$BUILD/build/unit/wait" list
}

@test "all 4096 modes are spelled as by stat.filemode" {
    tree_modes modes
    spelled filemode pyos stat -f perm,st_mode,filemode modes/*
}
