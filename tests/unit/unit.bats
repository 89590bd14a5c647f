# What the rooms promise, one program a header: build/unit/NAME is tests/unit/NAME.c.
load ../helper

# A program that asks for more memory than there can be is answered, not aborted.
export ASAN_OPTIONS=allocator_may_return_null=1${ASAN_OPTIONS:+:$ASAN_OPTIONS}

unit() { "$BUILD/build/unit/$1"; }

# base
@test "arena: aligned pieces that stay where they are" { unit arena; }
@test "buf: a text that grows, and takes nothing more once it has failed" { unit buf; }
@test "error: constructors, and messages cut behind a whole character" { unit error; }
@test "in: items of any length, past signals and short reads" { unit in; }
@test "memory: sizes multiplied with a check" { unit memory; }
@test "out: whole records in large blocks, one failure at most" { unit out; }
@test "str: bytes with a length" { unit str; }

# py
@test "base64: the vectors of RFC 4648" { unit base64; }
@test "constant: names joined by |, in the place of an integer" { unit constant; }
@test "errno: names, classes and messages" { unit errno; }
@test "exception: an error in Python's words, and as JSON" { unit exception; }
@test "float: the shortest digits, in Python's layout" { unit float; }
@test "glob: names matched as Python's fnmatch does" { unit glob; }
@test "form: a field of every type, in every form" { unit form; }
@test "int: what int(word, 0) makes of words" { unit int; }
@test "json: ASCII strings, and whether they lost bytes" { unit json; }
@test "printer: lines and arrays, with failures between" { unit printer; }
@test "repr: quotes and escapes of str and bytes" { unit repr_str; }
@test "scan: the first byte that is not plain" { unit scan; }
@test "signals: Python's names, and what a signal does" { unit signals; }
@test "spelling: the lists of the parity suite are made" { unit spelling; }
@test "time: seconds as a double, nanoseconds beyond 64 bits" { unit time; }
@test "utf8: every code point, and Python's pieces of what is none" { unit utf8; }

# os
@test "accounts: the name of an id" { unit accounts; }
@test "constants: no name twice, and each is found" { unit constants; }
@test "descent: the way down and back with few descriptors" { unit descent; }
@test "listing: what a directory holds" { unit listing; }
@test "wait: what the bits of a status say" { unit wait; }

# all of them
@test "nomemory: every failed allocation is told, and leaks nothing" { unit nomemory; }

@test "every unit program is run by some test" {
    for source in "$SRC"/tests/unit/*.c; do
        name=$(basename "$source" .c)
        grep -rqE --include='*.bats' "(unit |build/unit/)$name(;|\"|\$| )" "$SRC/tests" || { echo "no test of $name"; return 1; }
    done
}

# Lists that are too long to stand here are recorded as their digests; where there is a CPython 3.13, its own answer
# is compared too.
#
# listed NAME SCRIPT SHA256
listed() {
    local program=$BUILD/build/unit/$1
    if python313; then diff <("$program" list) <("$ORACLE" -X utf8 "$SRC/tests/parity/$2"); fi
    [ "$("$program" list | sha256sum)" = "$3  -" ]
}

@test "repr and JSON of all sequences of chosen bytes are those of CPython" {
    listed repr_str sequences.py 2030fbbfac9c0471f27f8bd68c96b57fc2738ae4d667332b4b511dccbfd4caba
}

@test "names, classes and messages of errno are those of CPython" {
    listed errno errnos.py bea7200ed489e04e42caf4a482a1df2152553f2db57589be8f603802639022c7
}

@test "what a wait status says is what CPython says" {
    listed wait statuses.py c236dd82088f4a226bdc532e13e80deebf750f585a7c90a3d5a941d9b1c5719b
}
