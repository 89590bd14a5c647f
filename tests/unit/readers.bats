# What is read from others and what is kept from them, one program a header: build/unit/NAME is tests/unit/NAME.c.
load ../helper

unit() { "$BUILD/build/unit/$1"; }

@test "base64: what decodes, and what does not" { unit base64_decode; }
@test "getfattr: lines of attributes, there and back" { unit getfattr; }
@test "hex: bytes as digits, there and back" { unit hex; }
@test "json_read: trees of texts, strictly" { unit json_read; }
@test "size: numbers of bytes with a suffix" { unit size; }
@test "uuid: the bits of RFC 9562" { unit uuid; }
@test "wipe: no secret is left in memory that is given back" { unit wipe; }

@test "JSON with mistakes has the answers of CPython" {
    diff "$TESTS/parity/json_answers.txt" \
        <(tr '\n' '\0' <"$TESTS/parity/json_texts.txt" | "$BUILD/build/unit/json_read" list)
    python313 || return 0
    oracle() { "$ORACLE" -X utf8 "$TESTS/parity/json_read.py" "$@"; }
    oracle mistakes >texts
    oracle <texts >expected
    [ "$(wc -l <expected)" -eq 20000 ]
    diff expected <("$BUILD/build/unit/json_read" list <texts)
}

@test "base64 with mistakes has the answers of CPython" {
    diff "$TESTS/parity/base64_answers.txt" \
        <("$BUILD/build/unit/base64_decode" list <"$TESTS/parity/base64_words.txt")
    python313 || return 0
    "$ORACLE" "$TESTS/parity/base64_words.py" words >words
    "$ORACLE" "$TESTS/parity/base64_words.py" <words >expected
    [ "$(wc -l <expected)" -eq 20000 ]
    diff expected <("$BUILD/build/unit/base64_decode" list <words)
}
