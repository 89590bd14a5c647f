# The functions of os.path that ask nothing of the system.
# shellcheck disable=SC2154  # run sets stderr
load ../helper
load path

@test "join puts parts together, and begins anew where one is absolute" {
    answers "'a/b'" join a b
    answers "'a'" join a
    answers "'a/'" join a ''
    answers "'a/b'" join a/ b
    answers "'/b/c'" join a /b c
    answers "'a'" join '' a
    answers "''" join '' ''
    answers "'a//b/c'" join a//b c
}

@test "basename and dirname are the two sides of the last slash" {
    answers "'c'" basename /a/b/c
    answers "'/a/b'" dirname /a/b/c
    answers "''" basename a/
    answers "'a'" dirname a//
    answers "'//'" dirname //a
    answers "''" dirname a
    answers "''" basename ''
}

@test "split gives a tuple of both" {
    answers "('/a', 'b')" split /a/b
    answers "('///', 'a')" split ///a
    answers "('a', '')" split a/
    answers "('', '')" split ''
}

@test "splitext cuts before the last dot, but not before the first" {
    answers "('a.tar', '.gz')" splitext a.tar.gz
    answers "('.profile', '')" splitext .profile
    answers "('a.b/c', '')" splitext a.b/c
    answers "('...', '')" splitext ...
    answers "('a', '.')" splitext a.
}

@test "splitroot tells one slash from two, and three are one" {
    answers "('', '', 'a/b')" splitroot a/b
    answers "('', '/', 'a')" splitroot /a
    answers "('', '//', 'a')" splitroot //a
    answers "('', '/', '//a')" splitroot ///a
}

@test "splitdrive and normcase leave a path as it is" {
    answers "('', 'C:/a')" splitdrive C:/a
    answers "'Ab/C'" normcase Ab/C
}

@test "normpath takes out what says nothing" {
    answers "'a/c'" normpath a//b/./../c/
    answers "'.'" normpath ''
    answers "'..'" normpath a/../..
    answers "'/'" normpath /../..
    answers "'//a'" normpath //a/b/..
    answers "'/a'" normpath ///a
    answers "'../../a'" normpath ../../b/../a
}

@test "isabs is True from the root, and else exit code 1" {
    answers True isabs /a
    answers True isabs //
    answers False isabs a/
    answers False isabs ''
}

@test "commonpath is the path that leads to all" {
    answers "'/usr'" commonpath /usr/lib /usr/libexec
    answers "'/usr/lib'" commonpath /usr//lib/ /usr/./lib/x
    answers "'/'" commonpath /a /b
    answers "''" commonpath a b
    answers "'a/b'" commonpath a/./b/
    answers "'a/..'" commonpath a/../b a/../c
    raises 65 "ValueError: Can't mix absolute and relative paths" commonpath a /a
    raises 65 'ValueError: commonpath() arg is an empty sequence' commonpath
}

@test "commonprefix is of characters, and may end in the middle of a name" {
    answers "'/usr/lib'" commonprefix /usr/lib /usr/libexec
    answers "''" commonprefix a b
    answers "'a'" commonprefix ab a ac
    answers "''" commonprefix
    answers "'x'" commonprefix x$'\xc3\xa9' x$'\xc3\xa8'
    answers "'\\udcc3'" commonprefix $'\xc3'a $'\xc3'b
    answers "''" commonprefix $'\xc3' $'\xc3\xa9'
}

@test "isjunction and isdevdrive are False" {
    answers False isjunction /
    answers False isdevdrive /
}

@test "bytes that are not UTF-8 come through in each form" {
    answers "'\\udcff\\udcfe'" basename $'a/\xff\xfe'
    answers "('\\udcff', '.\\udcfe')" splitext $'\xff.\xfe'
    [ "$(pyos path basename -r $'a/\xff\xfe')" = $'\xff\xfe' ]
    gives 0 '{"base64":"//4="}' pyos path basename -J $'a/\xff\xfe'
    gives 0 '["a",{"base64":"/w=="}]' pyos path split -J $'a/\xff'
    gives 0 '"\udcff"' pyos path basename -J --surrogateescape $'a/\xff'
}

@test "raw has no quotes, tabs between the parts of a tuple, and --null for the line end" {
    gives 0 $'/a\tb' pyos path split -r /a/b
    gives 0 $'\t/\ta' pyos path splitroot --raw /a
    gives 0 $'a\nb' pyos path basename -r a x/b
    [ "$(pyos path basename --null a $'x/b\n' | tr '\0\n' '|_')" = 'a|b_|' ]
}

@test "JSON has strings, arrays for tuples, and true or false" {
    gives 0 '"b"' pyos path basename --json a/b
    gives 0 '["a","b"]' pyos path split --json a/b
    gives 0 true pyos path isabs --json /
    gives 1 false pyos path isabs --json a
    gives 0 '"\u00e9\n"' pyos path basename --json $'\xc3\xa9\n'
}

@test "--json=array is one document" {
    gives 0 '[["a","b"],["","c"]]' pyos path split --json=array a/b c
    gives 1 '[true,false]' pyos path isabs --json=array / a
}

@test "functions of one path answer for each operand" {
    gives 0 "'b'
'd'" pyos path basename a/b c/d
    gives 1 $'True\nFalse\nTrue' pyos path isabs / a /b
}

@test "paths come from --files0-from, each ended by NUL" {
    printf 'a/b\0c\nd\0\0last' >list
    gives 0 $'\'b\'\n\'c\\nd\'\n\'\'\n\'last\'' pyos path basename --files0-from=list
    gives 0 "'a'" sh -c 'printf "a/b\0a/c\0a" | pyos path commonpath --files0-from=-'
    gives 0 "'a/'" sh -c 'printf "a/b\0a/c\0" | pyos path commonprefix --files0-from=-'
    fails 66 "pyos path basename: FileNotFoundError: [Errno 2] No such file or directory: 'none'" \
        pyos path basename --files0-from=none
    fails 66 "pyos path commonprefix: FileNotFoundError: [Errno 2] No such file or directory: 'none'" \
        pyos path commonprefix --files0-from=none
    fails 66 "pyos path commonpath: IsADirectoryError: [Errno 21] Is a directory: '.'" \
        pyos path commonpath --files0-from=.
}

@test "--files0-from stands in the place of the operands" {
    fails 64 "pyos path basename: TypeError: path basename() takes operands or files0_from, not both" \
        pyos path basename --files0-from=- a
}

@test "a list of 100,000 paths is answered as a whole" {
    seq -f 'dir/%.0f' 1 100000 | tr '\n' '\0' >list
    pyos path basename -r --files0-from=list >names
    cmp names <(seq 1 100000)
    gives 0 "'dir'" pyos path commonpath --files0-from=list
}

@test "an operand behind -- may begin with a dash" {
    gives 0 "'-a'" pyos path basename -- x/-a
    gives 0 "'-a/-b'" pyos path join -- -a -b
}

@test "too few operands are a TypeError in Python's words" {
    local one
    for one in split:p splitext:p splitdrive:p basename:p dirname:p isabs:s normcase:s isdir:s abspath:path \
        expanduser:path expandvars:path exists:path lexists:path isfile:path islink:path ismount:path \
        isjunction:path isdevdrive:path realpath:filename getsize:filename getatime:filename getmtime:filename \
        getctime:filename join:a relpath:path; do
        raises 64 "TypeError: ${one%:*}() missing 1 required positional argument: '${one#*:}'" "${one%:*}"
    done
    raises 64 "TypeError: samefile() missing 2 required positional arguments: 'f1' and 'f2'" samefile
    raises 64 "TypeError: samefile() missing 1 required positional argument: 'f2'" samefile a
    raises 64 "TypeError: sameopenfile() missing 1 required positional argument: 'fp2'" sameopenfile 1
}

@test "functions that are C inside of CPython say it as the others do" {
    fails 64 "pyos path normpath: TypeError: normpath() missing 1 required positional argument: 'path'" \
        pyos path normpath
    fails 64 "pyos path splitroot: TypeError: splitroot() missing 1 required positional argument: 'path'" \
        pyos path splitroot
}

@test "too many operands are a TypeError in Python's words" {
    raises 64 'TypeError: relpath() takes from 1 to 2 positional arguments but 3 were given' relpath a b c
    raises 64 'TypeError: samefile() takes 2 positional arguments but 3 were given' samefile a b c
    raises 64 'TypeError: sameopenfile() takes 2 positional arguments but 4 were given' sameopenfile 1 2 3 4
}

@test "an error is JSON with --json" {
    run --separate-stderr pyos path split --json
    [ "$status" -eq 64 ]
    is ''
    [[ "$stderr" == '{"error":{"type":"TypeError","errno":null,'*'"applet":"path split","message":"split() missing '* ]]
    run --separate-stderr pyos path getsize --json none
    [ "$status" -eq 66 ]
    [[ "$stderr" == '{"error":{"type":"FileNotFoundError","errno":2,"name":"ENOENT",'*'"filename":"none",'* ]]
}

@test "an answer has no attributes for --field" {
    fails 64 "pyos path basename: AttributeError: 'str' object has no attribute 'x'" pyos path basename -f x a
    fails 64 "pyos path split: AttributeError: 'tuple' object has no attribute 'head'" pyos path split -f head a
    fails 64 "pyos path isabs: AttributeError: 'bool' object has no attribute 'x'" pyos path isabs -f x a
    fails 64 "pyos path getsize: AttributeError: 'int' object has no attribute 'x'" pyos path getsize -f x a
    fails 64 "pyos path getmtime: AttributeError: 'float' object has no attribute 'x'" pyos path getmtime -f x a
}

@test "what is no command is refused" {
    fails 64 "pyos path: AttributeError: 'path' has no command 'nope'" pyos path nope
    fails 64 "pyos path: TypeError: path() missing required argument 'COMMAND' (pos 1)" pyos path
}

@test "every function of os.path is a command, but for samestat, which takes what a shell does not have" {
    pyos path --help | sed -n 's/^    path \([a-z]*\).*/\1/p' >ours
    printf '%s\n' abspath basename commonpath commonprefix dirname exists expanduser expandvars getatime getctime getmtime \
        getsize isabs isdevdrive isdir isfile isjunction islink ismount join lexists normcase normpath realpath relpath \
        samefile sameopenfile split splitdrive splitext splitroot >theirs
    diff <(sort theirs) <(grep -vx within ours | sort)
    [ -n "$ORACLE" ] || return 0
    "$ORACLE" -c 'import os.path
print(*(name for name in os.path.__all__ if callable(getattr(os.path, name)) and name != "samestat"), sep="\n")' >here
    diff <(sort here) <(sort theirs)
}

@test "an answer that cannot be written is one error and exit code 74" {
    [ -e /dev/full ] || skip "needs /dev/full"
    fails 74 'pyos path basename: OSError: [Errno 28] No space left on device' sh -c 'pyos path basename a b >/dev/full'
}
