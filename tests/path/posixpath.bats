# What paths are as text: 100,000 random ones, and what the rooms promise.
load ../helper
load path

# Of what tests/parity/posixpath.py prints under CPython 3.13.0.
RECORDED=be088cec2d4564a987f9a8165a0cfc1008508e206950d3cd75d1ec574d7c0ee4

@test "what py/posixpath and py/expand promise holds" {
    "$BUILD/build/unit/posixpath"
}

@test "100,000 random paths give what CPython gives, as recorded and as it says here" {
    "$BUILD/build/unit/posixpath" list >ours
    if [ -n "$ORACLE" ]; then
        "$ORACLE" "$TESTS/parity/posixpath.py" >theirs
        [ "$(wc -l <theirs)" -eq 100000 ]
        cmp ours theirs || { diff ours theirs | head -n 4; return 1; }
    fi
    [ "$(sha256sum <ours)" = "$RECORDED  -" ]
}
