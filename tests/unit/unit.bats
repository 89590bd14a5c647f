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
@test "float: the shortest digits, in Python's layout" { unit float; }
@test "int: what int(word, 0) makes of words" { unit int; }
@test "json: ASCII strings, and whether they lost bytes" { unit json; }
@test "repr: quotes and escapes of str and bytes" { unit repr_str; }
@test "scan: the first byte that is not plain" { unit scan; }
@test "utf8: every code point, and Python's pieces of what is none" { unit utf8; }

@test "every unit program has its test here" {
    for source in "$SRC"/tests/unit/*.c; do
        name=$(basename "$source" .c)
        grep -q "^@test .* { unit $name; }\$" "$BATS_TEST_FILENAME" || { echo "no test of $name"; return 1; }
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
