# Trees deeper than a path can say, and processes that may open next to nothing.
load ../helper

teardown() {
    chmod -R u+rwX .
}

# few N COMMAND ARG...: runs it where no descriptor but 0, 1 and 2 is open and N is the limit.
few() (
    for ((fd = 3; fd < $1; fd++)); do eval "exec $fd>&-"; done
    ulimit -n "$1"
    exec "${@:2}"
)

# chain_paths DEPTH: the directories of `deep chain DEPTH 1 d`, top first.
chain_paths() {
    awk -v depth="$1" 'BEGIN { for (path = "chain"; ; path = path "/d-" i++ "-0") { print path; if (i == depth) exit } }'
}

# same_with_few TOP: whatever is walked, few descriptors make no difference.
same_with_few() {
    local way
    for way in '' --bottom-up -L '-L --bottom-up' --paths '--stat -f path,type' --sizes; do
        # shellcheck disable=SC2086  # none, one or more options
        pyos walk $way "$1" >plenty
        # shellcheck disable=SC2086
        few 16 pyos walk $way "$1" | cmp plenty -
        # shellcheck disable=SC2086
        few 8 pyos walk $way "$1" | cmp plenty -
    done
}

@test "a chain of 3,000 directories is walked to its end" {
    "$TOOLS/deep" chain 3000 1 d
    chain_paths 3000 >down
    tac down >up
    [ "$(head -1 up | wc -c)" -gt 20000 ]
    pyos walk -f dirpath chain | cmp down -
    pyos walk -L -f dirpath chain | cmp down -
    pyos walk --bottom-up -f dirpath chain | cmp up -
    pyos walk -L --bottom-up -f dirpath chain | cmp up -
}

@test "each form of the output goes as deep" {
    "$TOOLS/deep" chain 3000 1 d
    chain_paths 3000 >directories
    pyos walk -r chain | grep -v '/file$' | cmp directories -
    pyos walk --entries -f path,is_dir chain | sed -n 's/\tTrue$//p' | cmp <(tail -n +2 directories) -
    pyos walk --stat -f path,type chain | sed -n 's/\tdirectory$//p' | cmp <(tail -n +2 directories) -
    pyos walk --sizes -f dirpath,files chain | cmp <(sed 's/$/\t1/' directories) -
    [ "$(pyos walk -J --bottom-up chain | grep -c '"filenames":\["file"\]}$')" = 3001 ]
    run -0 --separate-stderr pyos walk --summary --max-depth=0 -r chain
    says "{'directories': 1, 'files': 1, 'links': 0, 'errors': 0}"
}

@test "a chain of 3,000 directories needs few descriptors" {
    "$TOOLS/deep" chain 3000 1 d
    few 8 pyos walk -f dirpath chain | cmp <(chain_paths 3000) -
    few 8 pyos walk -L --bottom-up -f dirpath chain | cmp <(chain_paths 3000 | tac) -
}

@test "a deep tree with branches needs few descriptors" {
    "$TOOLS/deep" tree 320 3 d
    [ "$(pyos walk tree | wc -l)" = 961 ]
    same_with_few tree
}

@test "a deep tree with branches is walked in full with a limit of 5 descriptors" {
    "$TOOLS/deep" tree 320 3 d
    few 5 pyos walk tree | cmp <(pyos walk tree) -
}

# A flat store of directories, each with a link to the next: the way down is links, and ".." leads elsewhere.
@test "a deep way through links needs few descriptors" {
    local i
    mkdir store store/{0..300} store/{0..299}/{a,z}
    for ((i = 0; i < 300; i++)); do ln -s ../$((i + 1)) "store/$i/next"; done
    [ "$(pyos walk -L store/0 | wc -l)" = 901 ]
    same_with_few store/0
}

@test "few descriptors are enough for a kernel without statx" {
    "$TOOLS/deep" tree 60 3 d
    pyos walk -L tree >plenty
    few 8 "$TOOLS/block" statx=ENOSYS -- "$PYOS" walk -L tree | cmp plenty -
    few 8 "$TOOLS/block" statx=ENOSYS -- "$PYOS" walk tree | cmp plenty -
}

@test "few descriptors are enough where the last directory of each level cannot be read" {
    "$TOOLS/deep" tree 100 3 d
    find tree -depth -name '*-2' -exec chmod 0 {} +
    "$TOOLS/unprivileged" "$PYOS" walk --onerror=ignore --sort tree >plenty
    [ "$(wc -l <plenty)" = 201 ]
    few 8 "$TOOLS/unprivileged" "$PYOS" walk --onerror=ignore --sort tree | cmp plenty -
}

@test "no descriptor is lost over many directories and errors" {
    mkdir wide wide/{1..300}
    local i
    for i in {1..100}; do ln -s .. "wide/$i/up"; done
    chmod 0 wide/{101..200}
    run ! --separate-stderr few 8 "$TOOLS/unprivileged" "$PYOS" walk -L --summary wide
    [ "${stderr##*$'\n'}" = "{'directories': 201, 'files': 0, 'links': 100, 'errors': 200}" ]
}

@test "one descriptor is not enough, which is an error of each directory" {
    mkdir -p tree/{a,b}/c
    run -75 --separate-stderr few 4 pyos walk --sort tree
    is "('tree', ['a', 'b'], [])"
    says "pyos walk: OSError: [Errno 24] Too many open files: 'tree/a'
pyos walk: OSError: [Errno 24] Too many open files: 'tree/b'"
}
