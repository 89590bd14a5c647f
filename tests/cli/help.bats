# --help of every name, and the lists of names.
load ../helper
load cli
load names

# options NAME: every long option that its --help shows, as it shows it.
options() {
    # shellcheck disable=SC2086  # "xattr list" is two words
    pyos $1 --help | grep -oE '^  (-.,|   ) --[^ ]*(, --[^ ]*)?' | grep -oE -- '--[^ ,]+'
}

@test "--help of every name begins with how to use it" {
    names >names
    [ "$(wc -l <names)" -gt 10 ]
    while read -r name; do
        # shellcheck disable=SC2086
        run --separate-stderr pyos $name --help
        [ "$status" -eq 0 ]
        says ''
        [[ "${lines[0]}" == "usage: pyos $name "* ]] || { echo "$name: ${lines[0]}"; return 1; }
        [[ "${lines[0]}" != *COMMAND*COMMAND* ]] || { echo "$name: ${lines[0]}"; return 1; }
    done <names
}

@test "-h is --help, wherever it stands" {
    is_help() { diff <("$@") <(pyos stat --help); }
    is_help pyos stat -h
    is_help pyos stat file -P -h
    is_help pyos -h stat
    is_help called stat --help
}

# value_of METAVAR: a word that an option of such a metavar takes; of choices it is the first one.
value_of() {
    case $1 in
        N | NS | PID | FD | CPUS | SIZE | PGID | DURATION | SECONDS) echo 1 ;;
        MASK) echo 0x1 ;;
        MODE) echo 0o22 ;;
        LO:HI) echo 0:6 ;;
        PAIR) echo 1,2 ;;
        SIG | SIGS) echo SIGTERM ;;
        '[POLICY:]PRIORITY') echo 1 ;;
        'compat[:'*) echo compat ;;
        *) echo "${1%%|*}" ;;
    esac
}

@test "every option that a --help shows is there" {
    names | while read -r name; do
        options "$name" | while read -r option; do
            metavar=${option#*=}
            case $option in
                *'[='*) words="${option%%\[*} ${option%%\[*}=$(value_of "${metavar%]}")" ;;
                *=*) words="${option%%=*}=$(value_of "$metavar")" ;;
                *) words=$option ;;
            esac
            for word in $words; do
                # shellcheck disable=SC2086
                run pyos $name "$word" --help
                # ValueError: there is such an option, but 1 is not one of its values
                [ "$status" -eq 0 ] || [[ "$output" == *ValueError* ]] || { echo "$name $word: $output"; return 1; }
            done
        done
    done
}

@test "every name shows the common options" {
    names | while read -r name; do
        # shellcheck disable=SC2086
        pyos $name --help >help
        for option in --raw '-0, --null' '-f, --field=A,B' '-J, --json[=lines|array]' '--json-ints=number|string' \
            --surrogateescape '--backend=native|emulated' --root=DIR '--log=compat[:error|warning|info|debug]' '-h, --help'; do
            grep -qF -e " $option" help || { echo "$name: no $option"; return 1; }
        done
    done
}

@test "an applet shows all of its own options" {
    shown() {
        local name=$1 option
        shift
        for option; do
            pyos "$name" --help | grep -qE -e "^  .*$option([ =,[]|\$)" || { echo "$name: no $option"; return 1; }
        done
    }
    shown stat -P --no-follow-symlinks --dir-fd --fd --files0-from --names --iso
    shown lstat --dir-fd --files0-from --names --iso
    shown fstat --names --iso
    shown walk --no-topdown --bottom-up -L --followlinks --onerror --prune --max-depth --one-file-system --paths -r \
        --entries --stat --sizes --sort --summary --progress --files0-from
    shown waitstatus --from
    shown --install --symbolic --prefix
}

@test "an option is shown once" {
    names | while read -r name; do
        repeated=$(options "$name" | sort | uniq -d)
        [ -z "$repeated" ] || { echo "$name: $repeated"; return 1; }
    done
}

@test "a help fits a terminal of 80 columns, but for its examples" {
    { pyos --help; names | while read -r name; do
        # shellcheck disable=SC2086
        pyos $name --help | sed '/^Examples:$/,$d'
    done; } >texts
    run grep -nE '.{81}' texts
    is ''
}

@test "no help has two empty lines together, or one at its end" {
    { echo --help; names; } | while read -r name; do
        # shellcheck disable=SC2086
        pyos $name --help | awk '/^$/ && empty { exit 1 } { empty = /^$/ } END { exit empty }' ||
            { echo "$name"; return 1; }
    done
}

# shown_signature NAME: what its --help has between the usage and the doc, in one line
shown_signature() {
    pyos "$1" --help | awk '/^$/ { part++; next } part == 1 { sub(/^    /, ""); printf "%s%s", sep, $0; sep = " " }'
}

@test "the help of a function shows its signature" {
    pyos --list >applets # whose help is their own
    pyos --list-functions -f name,signature | while IFS=$'\t' read -r name signature; do
        [ -z "$signature" ] || grep -qx "$name" applets || [ "$(shown_signature "$name")" = "$name$signature" ] ||
            { echo "$name"; return 1; }
    done
}

@test "the fields of a record are shown" {
    for field in st_mtime_ns st_birthtime mount_id user perm; do
        pyos stat --help | grep -qE "^    $field( |\$)"
    done
    pyos waitstatus --help | grep -qE '^    exitcode +os.waitstatus_to_exitcode$'
}

@test "a predicate says its exit codes" {
    run pyos WIFEXITED --help
    [[ "$output" == *"Exit code 0 is True, 1 False."* ]]
    run pyos WTERMSIG --help
    [[ "$output" != *"Exit code"* ]]
}

@test "--help of the house shows every applet and every option in the place of a name" {
    run --separate-stderr pyos --help
    [ "$status" -eq 0 ]
    says ''
    while read -r name; do
        [[ "$output" == *$'\n'"    $name "* ]]
    done < <(pyos --list)
    for option in --list --list-functions --install --symbolic --prefix --help --version; do
        [[ "$output" == *"$option"* ]]
    done
}

@test "--help of the house shows the exit codes of the contract" {
    run pyos --help
    for code in 0 1 64 65 66 69 70 71 73 74 75 77; do
        [[ "${output#*Exit codes:}" == *" $code "* ]]
    done
}

@test "--list is one name a line" {
    run --separate-stderr pyos --list
    [ "$status" -eq 0 ]
    printf '%s\n' "${lines[@]}" >names
    for name in stat lstat fstat walk waitstatus; do
        grep -qx "$name" names
    done
    run grep -vxE '[a-z][a-z0-9_]*' names
    is ''
}

@test "--list has no name twice" {
    run uniq -d <(sort <(pyos --list) <(pyos --list-functions | grep -vxF -f <(pyos --list)))
    is ''
}

@test "--list --json is one record a line" {
    pyos --list --json >records
    [ "$(wc -l <records)" -eq "$(pyos --list | wc -l)" ]
    run grep -vE '^\{"name":"[a-z0-9_]+","summary":"[^"]+"\}$' records
    is ''
    grep -qx '{"name":"stat","summary":"what os.stat says of files"}' records
}

@test "--list --json=array is one document" {
    run pyos --list --json=array
    [ "${#lines[@]}" -eq 1 ]
    [[ "$output" == '[{"name":'*'}]' ]]
}

@test "--list takes --field and --null" {
    prints "$(pyos --list)" pyos --list -f name
    [ "$(pyos --list -0 | tr '\0' '\n')" = "$(pyos --list)" ]
    run pyos --list -f name,summary
    [[ "$output" == *$'stat\twhat os.stat says of files'* ]]
    fails 64 "pyos: AttributeError: 'dict' object has no attribute 'nope'" pyos --list -f nope
}

@test "--list-functions is one name a line, by the sections of the manual" {
    run --separate-stderr pyos --list-functions
    [ "$status" -eq 0 ]
    printf '%s\n' "${lines[@]}" >names
    for name in WIFEXITED WTERMSIG waitstatus_to_exitcode; do
        grep -qx "$name" names
    done
}

@test "what --list-functions says is of os is there in CPython" {
    python313 || return 0
    pyos --list-functions -f name,origin,signature | grep $'\tos\t' >rows
    [ -s rows ]
    "$ORACLE" -c 'import os, sys
for row in sys.stdin:
    name, origin, signature = row.rstrip("\n").split("\t")
    assert callable(getattr(os, name)) == bool(signature), row' <rows
}

@test "--list-functions --json has the section, the doc, the origin and the signature of each" {
    pyos --list-functions --json >records
    run grep -vE '^\{"name":"[A-Za-z0-9_]+","section":"[^"]+","doc":"[^"]+","origin":"(os|seed|linux)","signature":("\((\\"|[^"])*\)"|null)\}$' records
    is ''
    grep -qF '{"name":"WIFEXITED","section":"Process Management","doc":"Whether a child ended by exit.","origin":"os","signature":"(status)"}' records
}
