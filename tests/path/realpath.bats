# Paths from here: abspath, relpath and realpath, with all that links can do.
# shellcheck disable=SC2154  # lock sets locked
load ../helper
load path

here() {
    pwd -P
}

@test "abspath begins at the current directory" {
    answers "'$(here)/a'" abspath a
    answers "'$(here)'" abspath ''
    answers "'$(dirname "$(here)")'" abspath ..
    answers "'/a/c'" abspath /a/b/../c/
    answers "'//a'" abspath //a
    answers "'/'" abspath /..
}

@test "abspath does not look at links" {
    ln -s / root
    answers "'$(here)'" abspath root/..
}

@test "relpath is the way from one path to another" {
    answers "'a'" relpath a
    answers "'.'" relpath .
    answers "'..'" relpath ..
    answers "'../b'" relpath b a
    answers "'../../lib'" relpath /usr/lib /usr/share/doc
    answers "'usr'" relpath /usr /
    answers "'.'" relpath / /
    answers "'..'" relpath / /usr
    answers "'a'" relpath a ''
    answers "'$(basename "$(here)")'" relpath . ..
    answers "'bc'" relpath /a/bc /a
    answers "'../bc'" relpath /a/bc /a/b
    raises 65 'ValueError: no path specified' relpath ''
    raises 65 'ValueError: no path specified' relpath '' a
}

@test "relpath takes START as a keyword" {
    gives 0 "'../b'" pyos path relpath b --start=a
    gives 0 "'../b'" pyos path relpath --start a b
    fails 64 "pyos path relpath: TypeError: relpath() got multiple values for argument 'start'" \
        pyos path relpath --start=a b c
}

@test "realpath takes out links, dots and slashes" {
    mkdir -p dir/sub
    touch dir/file
    ln -s dir link
    ln -s ../dir/file dir/up
    ln -s "$(here)/dir/sub" absolute
    for path in link ./link dir/ dir//. link/../dir absolute/..; do
        answers "'$(here)/dir'" realpath "$path"
        answers "'$(here)/dir'" realpath --strict "$path"
    done
    answers "'$(here)/dir/file'" realpath link/up
    answers "'$(here)/dir/sub'" realpath absolute
    answers "'$(here)'" realpath ''
    answers "'$(here)'" realpath --strict ''
    answers "'/'" realpath /
    answers "'/'" realpath //
    answers "'/'" realpath /..
}

@test "realpath goes up from where a link leads" {
    mkdir -p a/b c
    ln -s ../a/b c/link
    answers "'$(here)/a'" realpath c/link/..
    answers "'$(here)/a/x'" realpath c/link/../x
}

@test "realpath keeps what does not exist, and --strict does not" {
    ln -s nowhere/else dangling
    answers "'$(here)/none/x'" realpath none/x
    answers "'$(here)/x'" realpath none/../x
    answers "'$(here)/nowhere/else'" realpath dangling
    answers "'$(here)/nowhere/else/x'" realpath dangling/x
    raises 66 "FileNotFoundError: [Errno 2] No such file or directory: '$(here)/none'" realpath --strict none/x
    raises 66 "FileNotFoundError: [Errno 2] No such file or directory: '$(here)/none'" realpath --strict none/..
    raises 66 "FileNotFoundError: [Errno 2] No such file or directory: '$(here)/nowhere'" realpath --strict dangling
}

@test "realpath takes a file for a directory only without --strict" {
    touch file
    answers "'$(here)/file/x'" realpath file/x
    answers "'$(here)/file'" realpath file/
    answers "'$(here)'" realpath file/..
    answers "'$(here)'" realpath --strict file/..
    raises 66 "NotADirectoryError: [Errno 20] Not a directory: '$(here)/file/x'" realpath --strict file/x
}

@test "a link that leads back to itself stays in the path, and --strict names it" {
    ln -s loop loop
    ln -s b a
    ln -s a b
    ln -s self/x self
    ln -s dir/../up up
    mkdir dir
    answers "'$(here)/loop'" realpath loop
    answers "'$(here)/loop/x'" realpath loop/x
    answers "'$(here)/a'" realpath a
    answers "'$(here)/b'" realpath b
    answers "'$(here)/self/x'" realpath self
    answers "'$(here)/self/x/y'" realpath self/y
    answers "'$(here)/up'" realpath up
    answers "'$(here)'" realpath loop/..
    answers "'$(here)/a'" realpath a/../b
    for link in loop a b self up; do
        raises 71 "OSError: [Errno 40] Too many levels of symbolic links: '$(here)/$link'" realpath --strict "$link"
    done
}

@test "a loop deeper down is found once, and what stands behind it is kept" {
    mkdir -p d/e
    ln -s ../../d/e/back d/e/back
    ln -s d/e way
    answers "'$(here)/d/e/back/z'" realpath way/back/z
    answers "'$(here)/d/e/back'" realpath way/back/../back
}

@test "a link that is met again is not followed again" {
    mkdir d
    ln -s . d/here
    answers "'$(here)/d'" realpath d/here/here/here/here
    ln -s here/here d/twice
    answers "'$(here)/d'" realpath d/twice/twice/here
}

@test "links that double at each step are followed once each" {
    mkdir l0
    for i in $(seq 1 60); do
        ln -s "l$((i - 1))/../l$((i - 1))" "l$i"
    done
    answers "'$(here)/l0'" realpath l60
}

@test "no number of links is too many" {
    touch l0
    for i in $(seq 1 200); do
        ln -s "l$((i - 1))" "l$i"
    done
    answers "'$(here)/l0'" realpath l200
    answers "'$(here)/l0'" realpath --strict l200
    raises 71 "OSError: [Errno 40] Too many levels of symbolic links: 'l200'" getsize l200
}

@test "realpath keeps names that are not UTF-8" {
    mkdir $'\xff'
    ln -s $'\xff' link
    answers "'$(here)/\\udcff'" realpath link
    [ "$(pyos path realpath -r link)" = "$(here)"/$'\xff' ]
}

@test "a name that is too long is kept, and --strict reports it" {
    long=$(printf '%300s' '' | tr ' ' x)
    answers "'$(here)/$long/a'" realpath "$long/a"
    raises 71 "OSError: [Errno 36] File name too long: '$(here)/$long'" realpath --strict "$long/a"
}

@test "a directory that may not be searched is kept, and --strict reports it" {
    lock
    gives 0 "'$locked/dir/link/x'" denied realpath "$locked/dir/link/x"
    fails 77 "pyos path realpath: PermissionError: [Errno 13] Permission denied: '$locked/dir/link'" \
        denied realpath --strict "$locked/dir/link/x"
}

@test "--strict reports one path and goes on to the next" {
    touch file
    run --separate-stderr pyos path realpath --strict none file
    [ "$status" -eq 66 ]
    is "'$(here)/file'"
    says "pyos path realpath: FileNotFoundError: [Errno 2] No such file or directory: '$(here)/none'"
}

@test "magic links of /proc are read as links" {
    [ -e /proc/self/cwd ] || skip "needs /proc"
    gives 0 "'$(here)'" pyos path realpath /proc/self/cwd
    mkfifo fifo
    gives 0 "'$(here)/fifo'" pyos path realpath /proc/self/fd/3 3<>fifo
}

@test "a current directory that was removed has no path" {
    mkdir gone
    cd gone
    rmdir ../gone
    for function in abspath realpath relpath; do
        raises 66 'FileNotFoundError: [Errno 2] No such file or directory' "$function" a
    done
    answers "'/a'" abspath /a
    answers "'/a'" realpath /a
    answers "'a'" relpath /a /
    raises 66 'FileNotFoundError: [Errno 2] No such file or directory' relpath /a
    fails 66 'pyos path within: FileNotFoundError: [Errno 2] No such file or directory' pyos path within / a
}

# deep: goes down until the path of the current directory is longer than PATH_MAX.
deep() {
    local name i
    name=$(printf '%200s' '' | tr ' ' d)
    for ((i = 0; i < 25; i++)); do
        mkdir "$name" && cd "$name" 2>/dev/null || return 1
    done
}

@test "a current directory deeper than PATH_MAX has its path" {
    top=$(here)
    name=$(printf '%200s' '' | tr ' ' d)
    deep
    path=$top
    for ((i = 0; i < 25; i++)); do
        path+=/$name
    done
    gives 0 "'$path/a'" pyos path abspath a
    as_python "'$path/a'" abspath a
    gives 0 "'$path/a'" pyos path realpath a
    gives 0 "'a'" pyos path relpath a
}
