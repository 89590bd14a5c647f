# A tree of everything that a file system can hold, for the tests of stat and walk, made with bash
# and coreutils only. Each part is a function of its own that fills a new directory:
#
#   types/    a file of each type; device nodes where the caller may make them
#   modes/    a file for each of the 4096 modes, called by it: modes/0644
#   names/    a file for each name of names.txt, and names of 255 bytes
#   times/    a file for each date of times.txt, before 1970 and after 2038, as the file system takes them
#   links/    three names of one file
#   sparse/   large files of few blocks
#   nested/   directories in directories, links to them, odd names among them
#   cycle/    a link that leads back up
#   many/     10,000 files

# make_tree DIR: all of it, and nothing in it changes by being looked at.
make_tree() {
    mkdir "$1" && tree_many "$1/many" && tree_types "$1/types" && tree_modes "$1/modes" &&
        tree_names "$1/names" && tree_times "$1/times" && tree_links "$1/links" && tree_sparse "$1/sparse" &&
        tree_nested "$1/nested" && tree_cycle "$1/cycle" && tree_settle "$1"
}

# tree_settle DIR: the first access after a change sets an atime, later ones do not (relatime). That
# access is made here, once the clock of the file system has gone on.
tree_settle() {
    : >"$1/built" && : >"$1/now" || return
    until [ "$1/now" -nt "$1/built" ]; do touch "$1/now"; done
    find -L "$1" >"$1/now" 2>&1 || true # it reports the links that lead nowhere
}

tree_many() (
    mkdir "$1" && cd "$1" && touch entry-{00001..10000}
)

tree_types() (
    mkdir "$1" && cd "$1" || exit
    printf 'some text\n' >file && : >empty && mkdir directory && mkfifo fifo && "$TOOLS/socket" socket &&
        ln -s file link && ln -s directory link-to-directory && ln -s link link-to-link && ln -s fifo link-to-fifo &&
        ln -s nowhere dangling && ln -s loop loop && ln -s "$(printf 'x%.0s' {1..255})" long-link || exit
    { mknod char c 1 3 && mknod char-large c 511 1048575 && mknod block b 7 200; } 2>/dev/null || true # not all may
)

# A chmod for each bit, not one for each mode.
tree_modes() (
    mkdir "$1" && cd "$1" && touch {0..7}{0..7}{0..7}{0..7} && chmod 0 ./* &&
        chmod u+s ./[4-7]??? && chmod g+s ./[2367]??? && chmod +t ./[1357]??? &&
        chmod u+r ./?[4-7]?? && chmod u+w ./?[2367]?? && chmod u+x ./?[1357]?? &&
        chmod g+r ./??[4-7]? && chmod g+w ./??[2367]? && chmod g+x ./??[1357]? &&
        chmod o+r ./???[4-7] && chmod o+w ./???[2367] && chmod o+x ./???[1357]
)

# read_names: the names of names.txt, in the array names.
read_names() {
    local escaped name
    names=()
    while IFS=$'\t' read -r escaped _; do
        printf -v name %b "$escaped"
        names+=("$name")
    done <"$TESTS/parity/names.txt"
}

tree_names() (
    mkdir "$1" && cd "$1" && read_names || exit
    printf -v long_ascii 'a%.0s' {1..255}
    printf -v long_wide '\xe2\x82\xac%.0s' {1..85}
    printf -v long_invalid '\xff%.0s' {1..255}
    touch -- "${names[@]}" "$long_ascii" "$long_wide" "$long_invalid"
)

# What a file system cannot keep it moves to the nearest date that it can.
tree_times() (
    mkdir "$1" && cd "$1" || exit
    while read -r name date _; do
        touch -d "$date" "$name" || exit
    done <"$TESTS/parity/times.txt"
)

tree_links() (
    mkdir "$1" && cd "$1" && printf 'three names\n' >one && ln one two && ln one three && ln -s one four
)

# As large as the file system takes them.
tree_sparse() (
    mkdir "$1" && cd "$1" || exit
    for size in 9223372036854775807 15T 8T 1T 100G 1G; do
        truncate -s "$size" huge 2>/dev/null && break
    done
    truncate -s 4294967297 more-than-uint32 && truncate -s 512K holes && printf x >>holes && truncate -s 1M holes
)

tree_nested() (
    mkdir "$1" && cd "$1" && mkdir -p a/b/c/d/e/f empty/directories/only many && touch many/{1..50} &&
        mkdir $'not\nplain' $'caf\xe9' $'a\'b' && touch a/1 a/b/2 a/b/c/3 a/b/c/d/e/f/6 $'caf\xe9/\xff' &&
        ln -s a link && ln -s ../a many/link && ln -s nowhere a/dangling && ln -s 2 a/b/link
)

tree_cycle() (
    mkdir -p "$1/a/b" && cd "$1" && touch a/1 a/b/2 && ln -s ../.. a/b/back
)
