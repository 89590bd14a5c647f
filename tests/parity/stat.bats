# stat and lstat of a tree of everything, against coreutils and recorded answers of CPython, and against
# CPython itself where it is found.
load ../helper
load tree

setup_file() {
    make_tree "$BATS_FILE_TMPDIR/tree"
    find "$BATS_FILE_TMPDIR/tree" -print0 >"$BATS_FILE_TMPDIR/paths"
}

teardown() {
    [ -z "${far:-}" ] || rm -rf "$far"
}

# look NAME...: stat or lstat with options, of every file of the tree; links that lead nowhere fail.
look() {
    pyos "$@" --files0-from="$BATS_FILE_TMPDIR/paths" >got 2>errors || [ $? -eq 66 ]
}

# oracle FORM [--lstat]: what CPython says of the same files.
oracle() {
    "$ORACLE" "$TESTS/parity/stat.py" "$@" <"$BATS_FILE_TMPDIR/paths"
}

# coreutils FORMAT [-L]: what stat(1) says of them.
coreutils() {
    xargs -0 stat --printf="$1" "${@:2}" -- <"$BATS_FILE_TMPDIR/paths" 2>/dev/null || [ $? -eq 123 ]
}

# coreutils_repr [-L]: the same as Python's repr.
coreutils_repr() {
    bash "$TESTS/parity/repr.bash" "$@" <"$BATS_FILE_TMPDIR/paths"
}

# The fields of st_atime_ns and so on, of which coreutils has decimals.
coreutils_ns() {
    coreutils '%.9X\t%.9Y\t%.9Z\t%o\t%b\n' "$@" | sed -E 's/\.//g; s/(^|\t)(-?)0+([0-9])/\1\2\3/g'
}

# recorded NAME: the answers in tests/parity that were recorded, and are CPython's still.
recorded() {
    if python313; then "$ORACLE" "$TESTS/record/parity.py" "$1" | cmp - "$TESTS/parity/$1" || return; fi
    cat "$TESTS/parity/$1"
}

@test "stat prints Python's repr of every file" {
    look stat
    cmp <(coreutils_repr -L) got
    ! python313 || oracle repr 2>oracle-errors | cmp - got
}

@test "lstat prints Python's repr of every file and link" {
    look lstat
    [ ! -s errors ]
    cmp <(coreutils_repr) got
    ! python313 || oracle repr --lstat | cmp - got
}

@test "the errors of stat are those of os.stat" {
    look stat
    grep -q "FileNotFoundError: .*/types/dangling'" errors
    ! python313 || oracle errors | cmp - errors
}

@test "stat has the nanoseconds and blocks of every file" {
    look stat -f st_atime_ns,st_mtime_ns,st_ctime_ns,st_blksize,st_blocks
    cmp <(coreutils_ns -L) got
}

@test "lstat has the nanoseconds and blocks of every file and link" {
    look lstat -f st_atime_ns,st_mtime_ns,st_ctime_ns,st_blksize,st_blocks
    cmp <(coreutils_ns) got
}

@test "every attribute of every file is what Python prints" {
    local attributes=st_mode,st_ino,st_dev,st_nlink,st_uid,st_gid,st_size,st_atime,st_mtime,st_ctime
    attributes+=,st_atime_ns,st_mtime_ns,st_ctime_ns,st_blksize,st_blocks,st_rdev
    look stat -f $attributes
    cmp <(coreutils '%i\t%d\t%h\t%u\t%g\t%s\n' -L) <(cut -f 2-7 got)
    ! python313 || oracle fields | cmp - got
    look lstat -f $attributes
    cmp <(coreutils '%i\t%d\t%h\t%u\t%g\t%s\n') <(cut -f 2-7 got)
    ! python313 || oracle fields --lstat | cmp - got
}

@test "the JSON of every file holds what Python's attributes are" {
    needs jq
    look stat -J --json-ints=string
    cmp <(coreutils '%i\t%d\t%h\t%u\t%g\t%s\t%o\t%b\t%A\n' -L) \
        <(jq -r '[.st_ino,.st_dev,.st_nlink,.st_uid,.st_gid,.st_size,.st_blksize,.st_blocks,.filemode] | @tsv' got)
    look stat -J
    ! python313 || is_json
    look lstat -J
    ! python313 || is_json --lstat
}

# is_json [--lstat]: the lines of got are JSON that says all that Python's attributes are, in order.
is_json() {
    [ "$("$ORACLE" "$TESTS/parity/stat.py" json "$@" <got)" = "$(wc -l <got)" ]
}

@test "the type of every file has its name" {
    look lstat -f type
    cmp <(coreutils '%F\n' | sed 's/^regular.*/file/; s/^symbolic link$/symlink/; s/ special file$/_device/;
        s/^character/char/') got
}

@test "the birth of every file is what the file system says" {
    look lstat -f st_birthtime_ns
    cmp <(coreutils '%.9W\n' | sed -E 's/\.//; s/^0+$//; s/^(-?)0+(.)/\1\2/') got
}

@test "every name has Python's repr in messages" {
    read_names
    printf '%s\0' "${names[@]}" >names
    run -66 --separate-stderr pyos stat --files0-from=names
    recorded spelled.txt | cut -f 1 >want
    cmp want <(sed 's/^pyos stat: FileNotFoundError: \[Errno 2\] No such file or directory: //' <<<"$stderr")
}

@test "every name is JSON, with the exact bytes beside one that is no UTF-8" {
    tree_names names
    cd names
    read_names
    printf '%s\0' "${names[@]}" >../list
    pyos stat -J -f path --files0-from=../list | cmp <(recorded spelled.txt | cut -f 2) -
}

@test "every name is JSON with Python's surrogates on request" {
    tree_names names
    cd names
    read_names
    printf '%s\0' "${names[@]}" >../list
    pyos stat -J --surrogateescape -f path --files0-from=../list | cmp <(recorded spelled.txt | cut -f 3) -
}

@test "names of 255 bytes keep them all" {
    tree_names names
    cd names
    printf -v invalid '\xff%.0s' {1..255}
    printf -v wide '\xe2\x82\xac%.0s' {1..85}
    run -0 pyos stat -J --surrogateescape -f path "$invalid" "$wide"
    is "{\"path\":\"$(printf '\\udcff%.0s' {1..255})\"}
{\"path\":\"$(printf '\\u20ac%.0s' {1..85})\"}"
}

@test "a date is the float that Python makes of it" {
    local name date float ns taken=0
    if [ -w /dev/shm ]; then far=$(mktemp -d -p /dev/shm) && cd "$far"; fi # it takes every date
    tree_times times
    cd times
    while read -r name date float ns; do
        [ "@$(stat -c %.9Y "$name")" = "$date" ] || continue
        taken=$((taken + 1))
        run -0 pyos stat -f st_mtime,st_mtime_ns "$name"
        is "$float"$'\t'"$ns"
    done < <(recorded times.txt)
    [ "$taken" -ge 10 ]
}

@test "a bad path is the error that os.stat and os.lstat raise" {
    local line path rest
    tree_types types
    cd types
    while IFS= read -r line; do
        path=${line%%$'\t'*}
        rest=${line#*$'\t'}
        fails stat "$path" "${rest%$'\t'*}"
        fails lstat "$path" "${rest#*$'\t'}"
    done < <(recorded errors.txt)
}

# fails NAME PATH MESSAGE: that is what NAME says of it; "-" is nothing.
fails() {
    run --separate-stderr pyos "$1" -- "$2"
    if [ "$3" = - ]; then says "" && return; fi
    says "pyos $1: $3"
}
