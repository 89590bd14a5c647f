# How every way out is tried: the paths of escapes.txt, asked by a session on the emulated backend and, where chroot(2)
# is permitted, by one on the native backend that has the same tree as its root. Both have to say the same.

# read_paths: the paths, in the array paths; beside them, what stat and lstat say of them; $few are tried by what changes
# files.
read_paths() {
    local path stat lstat ups
    printf -v ups '../%.0s' {1..500}
    paths=() stats=() lstats=()
    while IFS='|' read -r path stat lstat; do
        [[ $path != '# Those above'* ]] || few=${#paths[@]}
        [[ -n $path && $path != '#'* ]] || continue
        path=${path//'{OUTSIDE}'/$OUTSIDE}
        path=${path//'{500}'/$ups}
        path=${path//'\n'/$'\n'}
        paths+=("$path") stats+=("$stat") lstats+=("$lstat")
    done <"$TESTS/backend/escapes.txt"
    [ "${#paths[@]}" -gt 190 ]
}

# requests PATH METHOD PARAMS...: these, a line each, with the path where PARAMS have an @.
requests() {
    json "$1"
    shift
    while (($#)); do
        printf '{"jsonrpc":"2.0","id":%s,"method":"%s","params":%s}\n' "$json" "$1" "${2//@/"$json"}"
        shift 2
    done
}

# all METHOD PARAMS...: the same for every path.
all() {
    local path
    for path in "${paths[@]}"; do requests "$path" "$@"; done
}

# confined ROOT, imprisoned ROOT: sessions with these roots.
confined() {
    emulated "$1" session
}

imprisoned() {
    { prison "$1" && cat; } | native
}

native() {
    "$PYOS" session
}

# prison ROOT: the requests, which are not answered, that a native session begins with to have that root, and no
# descriptor that it has not opened.
prison() {
    json "$1"
    printf '{"jsonrpc":"2.0","method":"%s","params":[%s]}\n' chroot "$json" chdir '"/"' umask 18 closerange 3,500
}

# plain FILE...: without what differs from one look to the next: times of access, free blocks.
plain() {
    sed -i -E 's/"(st_atime|st_atime_ns|stx_atime|stx_atime_ns|f_bfree|f_bavail|f_ffree|f_favail)":[-.0-9e]+,?//g' "$@"
}

# copied FILE...: and, where there are two trees, which inodes they are made of, and when.
copied() {
    sed -i -E 's/"(st|stx)_(ino|([amcb]|birth)time(_ns)?)":[-.0-9e]+,?//g' "$@"
}

# same ANSWERS ORACLE: what was said, and what should have been said, request by request.
same() {
    cmp -s "$1" "$2" || { diff "$2" "$1" | head -n 20; return 1; }
}

# answered REQUESTS ANSWERS: every request has an answer, and was none that cannot be right.
answered() {
    if grep -m 1 '"type":"TypeError"\|"code":-326' "$2"; then return 1; fi
    [ "$(wc -l <"$1")" -eq "$(wc -l <"$2")" ] && return
    echo "$(wc -l <"$2") answers to $(wc -l <"$1") requests"
    return 1
}

# reads METHOD PARAMS...: for every path, in one session, requests that change nothing.
reads() {
    fresh "$root"
    all "$@" >requests
    confined "$root" <requests >got 2>errors
    answered requests got
    kept got errors
    [ -n "$JAIL" ] || return 0
    imprisoned "$root" <requests >want
    plain got want
    same got want
}

# changes METHOD PARAMS...: for the first paths, each in a session of its own, and in a tree that is as new. All of them
# are for `make escapes`: a test of the suite takes each sixteenth, the next one others.
changes() {
    local path new i step=${ESCAPES:-16}
    : >got >all >want >errors
    renew
    contents "$root" new
    now=$new
    for ((i = BATS_TEST_NUMBER % step; i < few; i += step)); do
        path=${paths[i]}
        change "$path" "$@" || { printf 'at %q\n' "$path"; return 1; }
    done
    compare_trees
    answered all got
    kept got errors
    [ -n "$JAIL" ] || return 0
    copied got want
    same got want
}

renew() {
    fresh "$root" ${JAIL:+"$root.jail"}
}

# change PATH METHOD PARAMS...: at that one; answers are kept until all can be compared. Few processes, as there are
# thousands of such cases; a tree where everything has failed is looked at with the next ones.
change() {
    local lines
    requests "$@" >requests
    confined "$root" <requests >answers 2>>errors || return
    mapfile -t lines <requests
    printf '%s\n' "${lines[@]}" >>all
    mapfile -t lines <answers
    printf '%s\n' "${lines[@]}" >>got
    if [ -n "$JAIL" ]; then
        { prison "$root.jail" && requests "$@"; } >requests
        native <requests >>want || return
    fi
    [[ ${lines[*]} != *'"result":'* ]] || compare_trees || return
    [ "$now" = "$new" ] || { renew && now=$new; }
}

# compare_trees: what has become of them, in $now.
compare_trees() {
    local then
    contents "$root" now
    [ -n "$JAIL" ] || return 0
    contents "$root.jail" then
    [ "$now" = "$then" ] || { diff <(echo "$then") <(echo "$now"); return 1; }
}

# contents ROOT NAME: what a tree holds, but for times and sizes of directories, into that variable.
contents() {
    find "$1" -mindepth 1 \( -type d -printf '%P %y %m %n %U %G\n' -o -printf '%P %y %m %n %U %G %s %l\n' \) >tree
    IFS= read -r -d '' "$2" <tree || [ -n "${!2}" ]
}

# fail_as STATS: where stat (or lstat) fails, the last `reads` of one request a path has failed in the same way.
fail_as() {
    local -n answers=$1
    local i line name
    mapfile -t lines <got
    for i in "${!paths[@]}"; do
        name=${answers[i]}
        [[ $name = E* ]] || continue
        line=${lines[i]}
        [[ $line = *"\"name\":\"$name\""* ]] || { printf '%q: %s, not %s\n' "${paths[i]}" "$line" "$name"; return 1; }
    done
}

# places METHOD SESSION: for every path a line, which file inside METHOD says it is, or the errno.
places() {
    local line inode name
    local -A names
    while IFS=' ' read -r -d '' inode name; do names[$inode]=${name//$'\n'/'\n'}; done < <(find "$root" -printf '%i %P\0')
    names[$(stat -c %i "$root")]=.
    all "$1" '[@]' | "$2" "$root" | while IFS= read -r line; do
        if [[ $line =~ '"st_ino":'([0-9]+) ]]; then
            printf '%s\n' "${names[${BASH_REMATCH[1]}]:-outside the root}"
        elif [[ $line =~ '"name":"'([A-Z0-9]+)'"' ]]; then
            printf '%s\n' "${BASH_REMATCH[1]}"
        else
            printf '%s\n' "$line"
        fi
    done
}
