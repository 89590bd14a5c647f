# walk prints what os.walk yields: recorded answers, and CPython itself where it is found.
load ../helper
load tree
load ../parity/tree

WAYS=('' '--topdown=False' '--followlinks=True' '--topdown=False --followlinks=True')

# recorded WORDS: what CPython printed for them, in the small tree.
recorded() {
    awk -v header="## $1" '/^## / { found = $0 == header; seen += found; next } found { print } END { exit !seen }' \
        "$TESTS/walk/answers.txt"
}

# parity TOP...: in the small tree, all ways of walking it.
parity() {
    local way words=${*:-"''"}
    for way in "${WAYS[@]}"; do
        # shellcheck disable=SC2086  # none, one or two options
        pyos walk --sort --onerror=ignore $way "$@" | cmp <(recorded "${way:+$way }$words") -
    done
    live "$@"
}

# live TOP...: the same of CPython itself, in the order of the directories.
live() {
    local way
    python313 || return 0
    for way in "${WAYS[@]}"; do
        # shellcheck disable=SC2086
        cmp <("$ORACLE" "$TESTS/walk/oracle.py" $way "$@") <(pyos walk --onerror=ignore $way "$@")
    done
}

@test "a tree is walked as os.walk walks it" {
    make_small_tree t
    parity t
}

@test "a path is joined to its top as os.path.join joins it" {
    make_small_tree t
    parity t/a/
    parity t/a//
    parity ./t/a
    parity t/a/.
    parity t/a/../a
}

@test "a link as top is followed" {
    make_small_tree t
    parity t/link
    parity t/link/
    parity t/link-to-link
}

@test "several tops are walked one after the other" {
    make_small_tree t
    parity t/a t/empty t/a
}

@test "a top that is no directory has nothing to print" {
    make_small_tree t
    parity t/file
    parity t/link-to-file
    parity t/dangling
    parity t/loop
    parity t/fifo
    parity nowhere
    parity ''
}

@test "no top is the current directory" {
    make_small_tree t
    cd t
    [ "$(pyos walk --sort)" = "$(pyos walk --sort .)" ]
    live .
    cd a/b
    run -0 pyos walk --sort
    is "('.', ['c'], ['2', 'up'])
('./c', [], ['3'])"
}

@test "the root directory's entries have one slash" {
    pyos walk -r --max-depth=1 / >got
    [ "$(head -1 got)" = / ]
    grep -qx /usr got
    run ! grep -v '^/[^/]*$' got
    ! python313 || cmp <("$ORACLE" "$TESTS/walk/oracle.py" --first /) <(pyos walk --max-depth=0 /)
}

@test "every type of file and every kind of name is walked as os.walk walks it" {
    mkdir t
    tree_types t/types
    tree_names t/names
    tree_nested t/nested
    live t
    live t/nested/link
    [ "$(pyos walk -f dirpath t | wc -l)" = "$(find t -type d | wc -l)" ]
}

@test "10,000 entries are listed in the order of the directory" {
    tree_many many
    [ "$(pyos walk -r many | sort | md5sum)" = "$(find many | sort | md5sum)" ]
    live many
}

@test "the directories of the system are walked as os.walk walks them" {
    [ "$(pyos walk -r /usr/include /etc 2>/dev/null | sort | md5sum)" = \
        "$(find /usr/include /etc 2>/dev/null | sort | md5sum)" ]
    live /usr/include
    live /etc
}
