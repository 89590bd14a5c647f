# --install: links to pyos under the names of its applets.
load ../helper
load cli

setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    # a binary of our own, on this file system: a hard link cannot leave it
    cp "$PYOS" pyos
    mkdir bin
}

applets() { ./pyos --list | sort; }

@test "--install makes a hard link for each applet" {
    prints '' ./pyos --install bin
    [ "$(ls bin)" = "$(applets)" ]
    for name in bin/*; do
        [ "$name" -ef pyos ]
        [ ! -L "$name" ]
    done
}

@test "--install --symbolic makes symbolic links that lead to the binary itself" {
    ln -s pyos alias
    prints '' ./alias --install --symbolic bin
    [ "$(ls bin)" = "$(applets)" ]
    for name in bin/*; do
        [ -L "$name" ]
        [ "$(readlink "$name")" = "$(readlink -f pyos)" ]
    done
}

@test "--install --prefix puts it before each name" {
    prints '' ./pyos --install --prefix=pyos- bin
    [ "$(ls bin)" = "$(applets | sed 's/^/pyos-/')" ]
    printf abc >file
    prints 3 bin/pyos-stat -f st_size file
}

@test "the links work" {
    ./pyos --install bin
    printf abc >file
    prints 3 bin/stat -f st_size file
    ln -s file link
    prints symlink bin/lstat -f type link
    prints 1 bin/waitstatus 256
}

@test "--install again changes nothing" {
    ./pyos --install bin
    ls -i bin >before
    prints '' ./pyos --install bin
    ls -i bin | cmp before -
    prints '' ./pyos --install --symbolic bin
    ls -i bin | cmp before -
}

@test "a link of another kind that leads here already is left as it is" {
    ./pyos --install --symbolic bin
    ls -li bin >before
    prints '' ./pyos --install bin
    ls -li bin | cmp before -
}

@test "a foreign file is not overwritten, and the others are linked" {
    echo mine >bin/stat
    mkdir bin/walk
    run --separate-stderr ./pyos --install bin
    [ "$status" -eq 73 ]
    is ''
    says "pyos --install: FileExistsError: [Errno 17] File exists: 'bin/stat'
pyos --install: FileExistsError: [Errno 17] File exists: 'bin/walk'"
    [ "$(cat bin/stat)" = mine ]
    [ "$(ls bin)" = "$(applets)" ]
    [ bin/lstat -ef pyos ]
    [ bin/waitstatus -ef pyos ]
}

@test "a link to another file, or to nowhere, is foreign" {
    ln -s nowhere bin/stat
    cp pyos other
    ln other bin/walk
    run ./pyos --install bin
    [ "$status" -eq 73 ]
    is "pyos --install: FileExistsError: [Errno 17] File exists: 'bin/stat'
pyos --install: FileExistsError: [Errno 17] File exists: 'bin/walk'"
    [ "$(readlink bin/stat)" = nowhere ]
    [ bin/walk -ef other ]
}

@test "no DIR is an error" {
    fails 64 "pyos --install: TypeError: --install() missing required argument 'DIR' (pos 1)" ./pyos --install
}

@test "two DIRs are an error" {
    fails 64 "pyos --install: TypeError: --install() takes exactly 1 positional argument (2 given)" \
        ./pyos --install bin bin
    [ -z "$(ls bin)" ]
}

@test "a DIR that is not there is reported once" {
    first=$(./pyos --list | head -n 1)
    fails 66 "pyos --install: FileNotFoundError: [Errno 2] No such file or directory: 'nope/$first'" \
        ./pyos --install nope
    echo >file
    fails 66 "pyos --install: NotADirectoryError: [Errno 20] Not a directory: 'file/$first'" ./pyos --install file
}

@test "a binary that was removed makes no links to nowhere" {
    exec 8<pyos
    rm pyos
    fails 66 "pyos --install: FileNotFoundError: [Errno 2] No such file or directory: '/proc/self/exe'" \
        /proc/self/fd/8 --install --symbolic bin
    fails 66 "pyos --install: FileNotFoundError: [Errno 2] No such file or directory: '/proc/self/exe'" \
        /proc/self/fd/8 --install bin
    [ -z "$(ls bin)" ]
}

@test "an unknown option of --install is an error" {
    fails 64 "pyos --install: TypeError: --install() got an unexpected keyword argument 'force'" \
        ./pyos --install --force bin
    [ -z "$(ls bin)" ]
}

@test "a prefix that pyos would not know is refused" {
    mkdir here
    for prefix in py- ../ pyos; do
        fails 65 "pyos --install: ValueError: prefix must be 'pyos-', which pyos knows where it is called so" \
            pyos --install --prefix=$prefix here
    done
    [ -z "$(ls here)" ]
}
