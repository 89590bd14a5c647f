# configure and make: what comes out, and what is left behind. The builds are made once, for all tests of this file.
load ../helper

# what a make that runs the tests tells the makes below it
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES CC CFLAGS LDFLAGS

# The sources alone, as they would be unpacked.
copy_source() {
    mkdir -p "$1"
    (cd "$SRC" && cp -r .gitignore LICENSE Makefile VERSION applets configure include lib "$1")
}

# configure_here OPTION...: as the build that is tested, but for sanitizers and the like, and quickly
configure_here() {
    "$S/configure" --libc="$(sed -n 's/^libc = //p' "$BUILD/config.mk")" CFLAGS=-O1 "$@"
}

setup_file() {
    export S=$BATS_FILE_TMPDIR/source
    export A=$BATS_FILE_TMPDIR/a B=$BATS_FILE_TMPDIR/some/where/b SMALL=$BATS_FILE_TMPDIR/small
    export INSIDE="$BATS_FILE_TMPDIR/in side"
    copy_source "$S"
    (cd "$S" && find . | sort) >"$BATS_FILE_TMPDIR/before"
    mkdir -p "$A" "$B" "$SMALL"
    (cd "$A" && configure_here --enable-werror --prefix=/opt/py && make -j4) >"$A.log" 2>&1
    (cd "$B" && configure_here && make -j2 && make compile_commands.json) >"$BATS_FILE_TMPDIR/b.log" 2>&1
    (cd "$SMALL" && configure_here --applets=stat && make -j2) >"$SMALL.log" 2>&1
    (cd "$S" && find . | sort) >"$BATS_FILE_TMPDIR/after"
    copy_source "$INSIDE"
    (S=. && cd "$INSIDE" && configure_here && make -j2 && make compile_commands.json) >"$INSIDE.log" 2>&1
}

# ---- the binary

@test "a build elsewhere leaves the source tree alone" {
    diff "$BATS_FILE_TMPDIR/before" "$BATS_FILE_TMPDIR/after"
}

@test "nothing warns, with --enable-werror and -j4" {
    [ -x "$A/pyos" ]
    grep -q -e '-Werror' "$A.log"
    run grep -iE 'warning|note:' "$A.log"
    is ''
}

@test "two builds in different directories are the same bytes" {
    cmp "$A/pyos" "$B/pyos"
}

@test "a build in the source tree is the same bytes, though its path has a space" {
    cmp "$A/pyos" "$INSIDE/pyos"
}

@test "the path of the build is not in the binary, with -g neither" {
    mkdir g && cd g
    configure_here CFLAGS='-O1 -g' >/dev/null
    make build/lib/base/arena.o >/dev/null
    run grep -cF "$BATS_FILE_TMPDIR" build/lib/base/arena.o
    is 0
    run grep -cF "$PWD" build/lib/base/arena.o
    is 0
    grep -q 'lib/base/arena.c' build/lib/base/arena.o
}

@test "the binary is static: no dynamic section, no interpreter, a fixed address" {
    needs readelf
    run readelf -d "$A/pyos"
    [[ "$output" == *"no dynamic section"* ]]
    run readelf -lW "$A/pyos"
    [[ "$output" == *"Elf file type is EXEC"* ]]
    [[ "$output" != *INTERP* ]]
}

@test "the version is that of the file VERSION" {
    run "$A/pyos" --version
    is "pyos $(cat "$SRC/VERSION")"
}

# ---- --applets

@test "--applets=stat has the names of that file alone" {
    run "$SMALL/pyos" --list
    is $'stat\nlstat\nfstat'
    run "$SMALL/pyos" stat -f type /
    is directory
    run "$SMALL/pyos" walk
    [ "$status" -eq 64 ]
    mkdir bin
    run "$SMALL/pyos" --install --symbolic bin
    [ "$status" -eq 0 ]
}

@test "--applets=stat is smaller, and has nothing of what only others need" {
    needs nm
    nm "$A/pyos" | grep -qw pyos_walk_tuple
    run grep -w pyos_walk_tuple <(nm "$SMALL/pyos")
    is ''
    [ "$(stat -c %s "$SMALL/pyos")" -lt "$(stat -c %s "$A/pyos")" ]
}

# ---- install, clean

@test "install and uninstall obey --prefix and DESTDIR, which may have a space" {
    cp -a "$A" built
    cd built
    make install DESTDIR="$BATS_TEST_TMPDIR/de st" >/dev/null
    [ "$(cd "$BATS_TEST_TMPDIR/de st" && find . -type f)" = ./opt/py/bin/pyos ]
    [ "$(stat -c %a "$BATS_TEST_TMPDIR/de st/opt/py/bin/pyos")" = 755 ]
    cmp pyos "$BATS_TEST_TMPDIR/de st/opt/py/bin/pyos"
    make uninstall DESTDIR="$BATS_TEST_TMPDIR/de st" >/dev/null
    [ -z "$(find "$BATS_TEST_TMPDIR/de st" -type f)" ]
}

# quick_build: a configured directory, with one object file in it
quick_build() {
    mkdir -p build
    configure_here >/dev/null
    make build/lib/base/buf.o build/applets.inc compile_commands.json >/dev/null
    touch pyos
}

@test "clean leaves what configure wrote, distclean nothing" {
    mkdir made && cd made
    quick_build
    make clean >/dev/null
    [ "$(ls -A)" = $'Makefile\nconfig.mk' ]
    quick_build
    make distclean >/dev/null
    [ -z "$(ls -A)" ]
}

@test "git sees nothing of a build in the source tree, and distclean leaves nothing" {
    needs git
    cp -a "$INSIDE" built
    cd built
    git init -q .
    git add .
    git -c user.name=x -c user.email=x@example.org commit -qm x
    [ -x pyos ]
    run git status --porcelain
    is ''
    make distclean >/dev/null
    run git status --porcelain --ignored
    is ''
}

@test "a second make has nothing to do" {
    cp -a "$A" built
    cd built
    run make
    [ "$status" -eq 0 ]
    [[ "$output" != *"$(sed -n 's/^CC = //p' config.mk) "* ]]
}

@test "make without configure says so, and help works without" {
    copy_source "$PWD/fresh"
    cd fresh
    run make
    [ "$status" -ne 0 ]
    [[ "$output" == *"run ./configure first"* ]]
    run make help
    [ "$status" -eq 0 ]
    [[ "$output" == *"make check"* ]]
}

@test "an applet that comes or goes needs no configure" {
    cp -a "$INSIDE" built
    cd built
    sed -e 's/pyos_applets_install/pyos_applets_hello/; s/"--install"/"hello"/' applets/install.c >applets/hello.c
    make >/dev/null
    ./pyos --list | grep -qx hello
    rm applets/hello.c
    make >/dev/null
    ./pyos --list >names
    run grep -x hello names
    is ''
}

# ---- compile_commands.json

@test "compile_commands.json is JSON, an entry for each source" {
    needs jq
    for directory in "$B" "$INSIDE"; do
        cd "$directory"
        [ "$(jq -r '.[0].directory' compile_commands.json)" = "$PWD" ]
        [ "$(jq length compile_commands.json)" -eq "$(find "$S/lib" "$S/applets" -name '*.c' | wc -l)" ]
        jq -r '.[].file' compile_commands.json | while read -r file; do
            [ -e "$file" ]
        done
        jq -r '.[] | select(.file | endswith("/main.c")).command' compile_commands.json | xargs -n 1 >words
        grep -qxF -e "-DPYOS_VERSION=\"$(cat "$SRC/VERSION")\"" words
    done
}

@test "a command of compile_commands.json works, also where the flags have quotes and backslashes" {
    needs jq
    configure_here CFLAGS='-O0 -DQUOTED="\"a\\b\""' >/dev/null
    make compile_commands.json >/dev/null
    command=$(jq -r '.[0].command' compile_commands.json)
    [[ "$command" == *' -DQUOTED="\"a\\b\"" '* ]]
    sh -c "$command -o arena.o"
    [ -s arena.o ]
}

# ---- what configure refuses

# refuses TEXT OPTION...: says that on standard error, exits with 64 and writes nothing
refuses() {
    local text=$1
    shift
    mkdir -p "$BATS_TEST_TMPDIR/empty"
    cd "$BATS_TEST_TMPDIR/empty"
    run --separate-stderr "$S/configure" "$@"
    [ "$status" -eq 64 ]
    is ''
    [[ "$stderr" == "configure: $text"* ]] || { echo "$stderr"; return 1; }
    [ -z "$(ls -A)" ]
}

@test "configure refuses what it does not know" {
    refuses "unknown argument '--nope'; see ./configure --help" --nope
    refuses "unknown argument 'stat'" stat
    refuses "--libc is musl or glibc, not 'dietlibc'" --libc=dietlibc
    refuses "--prefix is an absolute path, not 'here'" --prefix=here
    refuses "--prefix is an absolute path, not ''" --prefix=
}

@test "configure refuses a compiler for glibc where musl is asked for" {
    echo __GLIBC__ | cc -include features.h -E -P -x c - 2>/dev/null | grep -q '^[0-9]' || skip 'cc is of musl'
    if command -v musl-gcc >/dev/null; then
        refuses 'cc is no compiler for musl: leave CC out, or say CC=musl-gcc' --libc=musl CC=cc
    else
        refuses 'no musl-gcc: install musl-tools, or say --libc=glibc' --libc=musl CC=cc
    fi
}

@test "configure refuses an applet that is not there, and says which there are" {
    refuses "no applet 'nope'; there are: " --applets='stat nope'
    [[ " $stderr " == *' install '*' stat '*' walk '* ]]
    refuses "no applet '*'; there are:" --applets='*'
    refuses "no applet 'main'; there are:" --applets=main
    refuses "no applet 'st.t'; there are:" --applets=st.t
}

@test "configure refuses a compiler that is not there" {
    refuses "no compiler 'no-such-cc': install gcc and make, or say CC=..." CC=no-such-cc
    refuses "no compiler 'no-such-cc -m64': install gcc and make, or say CC=..." CC='no-such-cc -m64'
}

@test "configure refuses to build elsewhere what make cannot find there" {
    S=$INSIDE refuses "make cannot read the path '$INSIDE': build in the source tree itself, or move it"
}

@test "configure does not overwrite a Makefile that is not its own" {
    echo 'all:' >Makefile
    run --separate-stderr "$S/configure"
    [ "$status" -eq 64 ]
    says "configure: there is a Makefile here that is not of configure"
    [ "$(cat Makefile)" = all: ]
}

@test "configure knows the source tree by another name" {
    copy_source "$PWD/fresh"
    ln -s fresh link
    cd link
    cp Makefile ../Makefile.before
    S=$PWD configure_here >/dev/null
    cmp Makefile ../Makefile.before
    grep -qx 'srcdir = \.' config.mk
}

@test "configure --help names every option" {
    run --separate-stderr "$S/configure" --help
    [ "$status" -eq 0 ]
    says ''
    for option in --prefix --libc --applets --enable-asan --enable-ubsan --enable-fuzz --enable-gcov --enable-werror \
        --help CC= CFLAGS= LDFLAGS=; do
        [[ "$output" == *"$option"* ]]
    done
}

@test "values reach make as they are" {
    # shellcheck disable=SC2016
    configure_here --prefix='/opt/$x#y' CFLAGS='-O0 -DX=$y' >/dev/null
    cat >show.mk <<'END'
include config.mk
all:
	@printf '%s\n' '$(prefix)' '$(CFLAGS)'
END
    run make -s -f show.mk
    # shellcheck disable=SC2016
    is '/opt/$x#y
-O0 -DX=$y'
}
