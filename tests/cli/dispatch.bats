# Which name a line calls: by argv[0], or by the first word that is no option.
load ../helper
load cli

setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    printf 'twelve bytes' >file
}

@test "the first argument is the name" {
    prints 12 pyos stat -f st_size file
}

@test "argv[0] is the name where it is one" {
    prints 12 called stat -f st_size file
}

@test "argv[0] may be a path" {
    prints 12 called /nowhere/at/all/stat -f st_size file
}

@test "argv[0] may have the prefix pyos-" {
    prints 12 called pyos-stat -f st_size file
}

@test "argv[0] may have the dash of a login shell" {
    prints 12 called -stat -f st_size file
    prints 12 called -pyos-stat -f st_size file
}

@test "argv[0] may be the name of a function" {
    prints True called WIFEXITED 0
    prints True called pyos-WIFEXITED 0
}

@test "an argv[0] that is no name leaves it to the first argument" {
    for name in pyos busybox pyos-nope stat- stats sta /usr/bin/ '' - pyos-; do
        prints 12 called "$name" stat -f st_size file
    done
}

@test "where argv[0] is the name, a name behind it is an operand" {
    printf x >stat
    prints 1 called stat -f st_size stat
}

@test "a link to pyos is called by the name of the link" {
    ln -s "$PYOS" pyos-stat
    prints 12 ./pyos-stat -f st_size file
}

@test "an applet and a function of one name: it is the applet's" {
    run pyos stat --help
    [[ "${lines[0]}" == "usage: pyos stat [options] PATH..." ]]
}

@test "common options stand before the name as well as behind it" {
    prints '{"st_size":12}' pyos -J stat -f st_size file
    prints '{"st_size":12}' pyos -f st_size stat file -J
    prints '{"st_size":12}' pyos -Jf st_size stat file
    prints '{"st_size":"12"}' pyos --json --json-ints=string --field st_size -- stat file
}

@test "common options stand before --install too" {
    mkdir bin
    prints '' pyos -J --install --symbolic bin
    fails 64 "$(message TypeError '"--install"' "--install() missing required argument 'DIR' (pos 1)")" \
        pyos -J --install
}

@test "--help before a name is the help of the name" {
    run pyos --help stat
    [ "$status" -eq 0 ]
    is "$(pyos stat --help)"
}

@test "an option of the name cannot stand before it" {
    fails 64 "pyos: TypeError: pyos() got an unexpected keyword argument 'follow-symlinks'" \
        pyos --follow-symlinks stat file
}

@test "no name is a usage error that names the help" {
    fails 64 "pyos: TypeError: missing required argument 'NAME' (pos 1); see pyos --help" pyos
    fails 64 "pyos: TypeError: missing required argument 'NAME' (pos 1); see pyos --help" pyos --
    fails 64 "pyos: TypeError: missing required argument 'NAME' (pos 1); see pyos --help" pyos -r
}

@test "an unknown name is Python's AttributeError" {
    fails 64 "pyos: AttributeError: module 'os' has no attribute 'nope'" pyos nope
    fails 64 "pyos: AttributeError: module 'os' has no attribute 'nope'" pyos -r nope --whatever
    fails 64 "pyos: AttributeError: module 'os' has no attribute ''" pyos ''
    fails 64 "pyos: AttributeError: module 'os' has no attribute '-1'" pyos -1
    fails 64 "pyos: AttributeError: module 'os' has no attribute 'STAT'" pyos STAT file
    python313 || return 0
    fails 64 "$("$ORACLE" -c 'import os
try: os.nope
except AttributeError as error: print(f"pyos: AttributeError: {error}")')" pyos nope
}

@test "--version is one line" {
    prints "pyos $(cat "$SRC/VERSION")" pyos --version
}

@test "--version has no form" {
    prints "pyos $(cat "$SRC/VERSION")" pyos --json=array --version
    prints "pyos $(cat "$SRC/VERSION")" pyos --version -0
}

@test "an option in the place of a name takes no operands" {
    fails 64 "pyos: TypeError: --list, --list-functions and --version take no arguments" pyos --version stat file
    fails 64 "pyos: TypeError: --list, --list-functions and --version take no arguments" pyos --list file
}

@test "names that the manual has for other systems say where they exist, exit 69" {
    run -69 --separate-stderr pyos startfile file
    says "pyos: AttributeError: module 'os' has no attribute 'startfile', which exists on Windows"
    run -69 --separate-stderr pyos const O_EXLOCK
    says "pyos const: AttributeError: module 'os' has no attribute 'O_EXLOCK', which exists on macOS and the BSDs"
}
