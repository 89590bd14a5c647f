# Transcripts of calls, NAME.txt beside NAME.bats: a test is a piece of it, and CPython gives the same answers to all.
#
#     # the name of the test
#     $ mkdir d                 a call, as pyos takes it; below it what it prints, or its error
#     $ ! touch file            a command of the shell
#     @ 7 d                     opens d for reading as descriptor 7, and with rw behind it for writing too
#
# Each piece begins in an empty directory, with the umask 022. Load it after helper.

TRANSCRIPT=${BATS_TEST_FILENAME%.bats}.txt

# follow: reads a piece, calls, and prints the piece with what comes of it.
follow() {
    local line words output
    umask 022
    while IFS= read -r line; do
        case $line in
            '@ '*)
                echo "$line"
                read -ra words <<<"${line#@ }"
                eval "exec ${words[0]}<${words[2]:+>}'${words[1]}'" ;;
            '$ ! '*)
                echo "$line"
                eval "${line#\$ ! }" 2>&1 || true ;;
            '$ '*)
                echo "$line"
                eval "words=(${line#\$ })"
                output=$(pyos "${words[@]}" 2>&1) || true
                output=${output#pyos "${words[0]}": }
                [ -z "$output" ] || echo "$output" ;;
        esac
    done
}

# Blank lines are for readers.
without_blank_lines() { grep .; }

# piece NAME: the piece of that name
piece() { awk -v name="# $1" '/^# / { inside = $0 == name } inside && !/^(# |$)/' "$TRANSCRIPT"; }

# holds: the piece that has the name of the test comes out as it stands there.
holds() {
    local expected
    expected=$(piece "$BATS_TEST_DESCRIPTION")
    [ -n "$expected" ]
    follow <<<"$expected" | without_blank_lines | diff <(echo "$expected") -
}

# each_is_a_test: no piece is forgotten.
each_is_a_test() {
    sed -n 's/^# //p' "$TRANSCRIPT" >pieces
    [ -s pieces ]
    sed -n 's/^@test "\(.*\)" { holds; }$/\1/p' "$BATS_TEST_FILENAME" | diff pieces -
}

# holds_in_cpython: all pieces
holds_in_cpython() {
    python313 || skip "needs CPython 3.13"
    "$ORACLE" "$SRC/tests/functions/transcript.py" <"$TRANSCRIPT" | without_blank_lines |
        diff <(without_blank_lines <"$TRANSCRIPT") -
}
