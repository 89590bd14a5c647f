# within: whether a path, resolved, stays under a directory.
# shellcheck disable=SC2154  # lock sets locked
load ../helper
load path

setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    mkdir -p base/sub baseless outside
    touch base/file outside/secret
}

stays() {
    gives 0 True pyos path within "$@"
}

leaves() {
    gives 1 False pyos path within "$@"
}

@test "what is below stays within" {
    stays base base/file
    stays base base/sub/../file
    stays base ./base//sub/
    stays base "$PWD/base/file"
    stays "$PWD/base" base/file
}

@test "a directory is within itself" {
    stays base base
    stays base base/.
    stays base/ base/sub/..
}

@test "all is within the root" {
    stays / /
    stays / base/file
    stays // /none
}

@test "dots lead out" {
    leaves base base/..
    leaves base base/../outside/secret
    leaves base base/sub/../../outside
    leaves base /
    leaves base .
    leaves base base/../../../../../../../../../../../../etc/passwd
}

@test "a sibling whose name begins alike is outside" {
    leaves base baseless
    leaves base "$PWD/baseless/x"
    leaves base/sub base/subway
}

@test "links lead out" {
    ln -s ../outside base/link
    ln -s "$PWD/outside/secret" base/absolute
    ln -s .. base/up
    leaves base base/link
    leaves base base/link/secret
    leaves base base/absolute
    leaves base base/up/outside
}

@test "a link out and a link back in stay within" {
    ln -s ../outside base/out
    ln -s ../base outside/back
    stays base base/out/back/file
    stays base outside/back
    leaves base base/out/back/out
}

@test "dots behind a link go up from where it leads" {
    mkdir base/sub/deep
    ln -s sub/deep base/link
    stays base base/link/../x
    leaves base base/link/../../../x
    ln -s ../outside base/out
    leaves base base/out/../x
}

@test "a base that is a link is where it leads" {
    ln -s base door
    stays door base/file
    stays door door/file
    leaves door door/../outside
}

@test "a tail that does not exist is taken as it is spelled" {
    stays base base/none/x
    stays base base/none/../x
    leaves base base/none/../../x
    stays none none/x
    leaves none nonesuch
}

@test "a link to what does not exist is followed" {
    ln -s ../outside/new base/dangling
    ln -s new base/fresh
    leaves base base/dangling
    stays base base/fresh
}

@test "each path has its answer, and one False is exit code 1" {
    gives 1 $'True\nFalse\nTrue' pyos path within base base/file outside base/sub
    gives 0 $'True\nTrue' pyos path within base base/file base/sub
}

@test "JSON has true and false" {
    gives 1 $'true\nfalse' pyos path within --json base base/file outside
    gives 1 '[true,false]' pyos path within --json=array base base/file outside
}

@test "paths come from --files0-from" {
    printf 'base/file\0outside\0' >list
    gives 1 $'True\nFalse' pyos path within base --files0-from=list
    fails 64 'pyos path within: TypeError: within() takes 1 positional argument but 2 were given' \
        pyos path within base --files0-from=list file
    fails 64 "pyos path within: TypeError: within() missing 1 required positional argument: 'base'" \
        pyos path within --files0-from=list
}

@test "a loop of links is an error, for where it leads is not known" {
    ln -s loop base/loop
    run --separate-stderr pyos path within base base/loop/x base/file
    [ "$status" -eq 71 ]
    is True
    says "pyos path within: OSError: [Errno 40] Too many levels of symbolic links: '$PWD/base/loop'"
}

@test "a file in place of a directory is an error" {
    fails 66 "pyos path within: NotADirectoryError: [Errno 20] Not a directory: '$PWD/base/file/x'" \
        pyos path within base base/file/x
}

@test "a name that is too long is an error" {
    long=$(printf '%300s' '' | tr ' ' x)
    fails 71 "pyos path within: OSError: [Errno 36] File name too long: '$PWD/base/$long'" \
        pyos path within base "base/$long"
}

@test "what may not be searched is an error" {
    lock
    fails 77 "pyos path within: PermissionError: [Errno 13] Permission denied: '$locked/dir/file'" \
        denied within "$locked/dir" "$locked/dir/file"
}

@test "an error of the base is the only answer" {
    ln -s loop loop
    fails 71 "pyos path within: OSError: [Errno 40] Too many levels of symbolic links: '$PWD/loop'" \
        pyos path within loop base base/file
}

@test "no path at all is a ValueError" {
    fails 65 'pyos path within: ValueError: no path specified' pyos path within '' base
    fails 65 'pyos path within: ValueError: no path specified' pyos path within base ''
}

@test "too few operands are a TypeError" {
    fails 64 "pyos path within: TypeError: within() missing 2 required positional arguments: 'base' and 'path'" \
        pyos path within
    fails 64 "pyos path within: TypeError: within() missing 1 required positional argument: 'path'" \
        pyos path within base
}

@test "names that are not UTF-8 are compared byte by byte" {
    mkdir $'base/\xff' $'base/\xfe'
    stays $'base/\xff' $'base/\xff/x'
    leaves $'base/\xff' $'base/\xfe/x'
}
