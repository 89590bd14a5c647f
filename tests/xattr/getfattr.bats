# Beside getfattr and setfattr: what one writes the other reads.
load ../helper
load place

VALUES=65536
many=(500 65536)

setup() {
    needs getfattr setfattr
    go_where_values_fit $VALUES
}

@test "dump --format=getfattr is what getfattr writes" {
    touch file
    "$TOOLS/attributes" set file 3 "${many[@]}" text
    for encoding in text hex base64; do
        getfattr -d -m - --absolute-names -e $encoding file >expected
        pyos xattr dump --format=getfattr --encoding=$encoding file | cmp - expected
    done
    LC_ALL=C getfattr -d -m - --absolute-names file >expected
    pyos xattr dump --format=getfattr file | cmp - expected
}

@test "of a tree too" {
    mkdir -p tree/sub
    touch tree/a $'tree/sub/b\n\\' tree/sub/none
    for name in tree tree/a $'tree/sub/b\n\\'; do
        "$TOOLS/attributes" set "$name" 4 3 20 text
    done
    getfattr -R -P -d -m - --absolute-names -e hex tree | LC_ALL=C sort >expected
    pyos xattr dump -R --format=getfattr --encoding=hex tree | LC_ALL=C sort | diff expected -
}

@test "setfattr restores 500 attributes of a dump" {
    mkdir from to
    touch from/file
    "$TOOLS/attributes" set from/file 42 "${many[@]}"
    for encoding in '' --encoding=text --encoding=hex --encoding=base64; do
        rm -f to/file && touch to/file
        # shellcheck disable=SC2086  # none is no word
        (cd from && pyos xattr dump --format=getfattr $encoding file) | (cd to && setfattr --restore=-)
        "$TOOLS/attributes" check to/file 42 "${many[@]}" || { echo "$encoding"; return 1; }
    done
}

@test "restore reads 500 attributes of getfattr" {
    touch file copy
    "$TOOLS/attributes" set file 43 "${many[@]}"
    for encoding in hex base64; do
        getfattr -d -m - -e $encoding file | sed 's/^# file: file$/# file: copy/' >dump
        rm copy && touch copy
        pyos xattr restore dump
        "$TOOLS/attributes" check copy 43 "${many[@]}"
    done
}

@test "restore reads getfattr's text, which leaves out a last NUL" {
    touch file copy
    "$TOOLS/attributes" set file 44 "${many[@]}" text
    for encoding in '-e text' ''; do
        # shellcheck disable=SC2086
        getfattr -d -m - $encoding file | sed 's/^# file: file$/# file: copy/' >dump
        rm copy && touch copy
        pyos xattr restore dump
        "$TOOLS/attributes" check copy 44 "${many[@]}" text
    done
}

@test "what pyos sets getfattr shows, and what setfattr sets pyos shows" {
    touch file
    printf 'a"\\\n\0\xff' | pyos xattr set file user.key -
    [ "$(getfattr --only-values -n user.key file | od -An -tx1)" = ' 61 22 5c 0a 00 ff' ]
    setfattr -n user.key -v '0x00ff' file
    gives 0 "b'\\x00\\xff'" pyos xattr get file user.key
}
