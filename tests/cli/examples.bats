# The examples of every --help: each command runs in a directory of its own, and prints what stands there.
load ../helper
load names

# What the examples speak of.
prepare() {
    mkdir -p "$1/tree/src" && cd "$1" || return 1
    printf 'Read me, do.\n' >README.md
    touch -d @1700000000.5 README.md
    ln -s README.md link
    head -c 4096 /dev/zero >large
    printf 'a.txt\n' >tree/a.txt
    printf 'b.c\n' >tree/src/b.c
    printf 'src/c\n' >tree/src/c.c
    chmod 644 README.md large tree/a.txt tree/src/?.c
    chmod 755 tree tree/src
}

# holds NAME COMMAND OUTPUT: whether it is so; an example without output only has to succeed.
holds() {
    local actual directory status=0
    [[ "$2" == *jq* ]] && ! command -v jq >/dev/null && [ -z "${CI:-}" ] && return 0
    directory=$(mktemp -d "$BATS_TEST_TMPDIR/XXXXXX")
    actual=$(prepare "$directory" && bash -c "$2" 2>"$directory.errors") || status=$?
    if [ "$status" -gt 1 ] || { [ "$status" -eq 1 ] && [ -z "$3" ]; }; then # 1: a predicate was False, and it says so
        echo "$1: exit code $status: $2"
        cat "$directory.errors"
        return 1
    fi
    [ -z "$3" ] || [ "$actual" = "$3" ] || {
        echo "$1: $2"
        diff <(printf '%s\n' "$3") <(printf '%s\n' "$actual")
    }
}

# check_examples NAME TEXT: runs what stands behind "Examples:".
check_examples() {
    local line command='' output='' failed=0
    while IFS= read -r line; do
        if [[ "$line" == '    $ '* ]]; then
            [ -z "$command" ] || holds "$1" "$command" "$output" || failed=1
            command=${line#'    $ '} output=''
        else
            output+=${output:+$'\n'}${line#'    '}
        fi
    done < <(sed '1,/^Examples:$/d')
    [ -z "$command" ] || holds "$1" "$command" "$output" || failed=1
    return $failed
}

@test "the examples of every name are true" {
    failed=0
    while read -r name; do
        # shellcheck disable=SC2086  # "xattr list" is two words
        check_examples "$name" < <(pyos $name --help) || failed=1
    done < <(names)
    [ "$failed" -eq 0 ]
}

# document_examples FILE: as --help has them. A document shows what a terminal would, errors too.
document_examples() {
    printf '%s\n' "${1##*/}" Examples:
    awk '/^    \$ / { on = 1 } !/^    / { on = 0 } on' "$1" | sed 's/^    \$ /&exec 2>\&1; /'
}

@test "the examples of README and docs are true" {
    failed=0
    for document in "$SRC"/README.md "$SRC"/docs/*.md; do
        check_examples "${document##*/}" < <(document_examples "$document") || failed=1
    done
    [ "$(document_examples "$SRC/README.md" | grep -c 'exec 2>&1; pyos')" -gt 3 ]
    [ "$failed" -eq 0 ]
}

@test "every applet has an example, and so has each of its commands" {
    names >names
    while read -r name; do
        pyos --list-functions | grep -qx -e "$name" && ! pyos --list | grep -qx -e "$name" && continue
        # shellcheck disable=SC2086
        pyos $name --help >help
        grep -q '^Examples:$' help || { echo "$name: no example"; return 1; }
    done <names
}

@test "an example that is not true is found" {
    run check_examples test <<'END'
usage: pyos test

Examples:
    $ pyos stat -f st_size README.md
    13
    $ pyos stat -f st_size tree/a.txt
    7
    $ pyos stat -f st_size missing
END
    [ "$status" -eq 1 ]
    [[ "$output" != *README.md* ]]
    [[ "$output" == *"test: pyos stat -f st_size tree/a.txt"*"< 7"*"> 6"* ]]
    [[ "$output" == *"test: exit code 66: pyos stat -f st_size missing"* ]]
}
