# os.listxattr, getxattr, setxattr and removexattr by their own names: what they give and what they raise.
load ../helper
load place

VALUES=65536

@test "an attribute is set, listed, read and removed" {
    touch file
    gives 0 '' pyos setxattr file user.key value
    gives 0 "['user.key']" pyos listxattr file
    gives 0 "b'value'" pyos getxattr file user.key
    gives 0 '' pyos removexattr file user.key
    gives 0 '[]' pyos listxattr file
}

@test "None is nothing, and null in JSON" {
    touch file
    gives 0 '' pyos setxattr file user.key value -r
    gives 0 null pyos setxattr file user.key value -J
    gives 0 null pyos removexattr file user.key --json
}

@test "a value is its repr, raw bytes, or base64 in JSON" {
    touch file
    printf 'a\0\n"\xff' | pyos setxattr file user.key -
    gives 0 "b'a\x00\n\"\xff'" pyos getxattr file user.key
    gives 0 '{"base64":"YQAKIv8="}' pyos getxattr file user.key -J
    [ "$(pyos getxattr file user.key -r | od -An -tx1)" = ' 61 00 0a 22 ff' ]
    [ "$(pyos getxattr file user.key -0 | od -An -tx1)" = ' 61 00 0a 22 ff 00' ]
}

@test "names are a list, one a line, or one of JSON" {
    touch file
    pyos setxattr file user.a 1
    pyos setxattr file $'user.b\xff\n' 2
    run -0 pyos listxattr file
    [[ "$output" == *"'user.a'"* && "$output" == *"'user.b\\udcff\\n'"* ]]
    run -0 pyos listxattr file -J
    [[ "$output" == *'"user.a"'* && "$output" == *'{"base64":"dXNlci5i/wo="}'* ]]
    run -0 pyos listxattr file -J --surrogateescape
    [[ "$output" == *'"user.b\udcff\n"'* ]]
    [ "$(pyos listxattr file -0 | tr '\0\n' '; ' | tr ';' '\n' | LC_ALL=C sort | od -An -c | tr -d ' ')" = \
        "$(printf 'user.a\nuser.b\xff \n' | od -An -c | tr -d ' ')" ]
}

@test "an attribute without a value is b''" {
    touch file
    gives 0 '' pyos setxattr file user.empty ''
    gives 0 "b''" pyos getxattr file user.empty
    gives 0 '' pyos getxattr file user.empty -r
}

@test "without a path the names are those of the current directory" {
    pyos setxattr . user.here 1
    gives 0 "['user.here']" pyos listxattr
    gives 0 "['user.here']" pyos listxattr .
}

@test "arguments go by place or by name" {
    touch file
    gives 0 '' pyos setxattr --path=file --attribute=user.key --value=value
    gives 0 "b'value'" pyos getxattr file --attribute user.key
    gives 0 "['user.key']" pyos listxattr --path=file
    gives 0 '' pyos setxattr file user.key new XATTR_REPLACE
    gives 0 '' pyos setxattr file user.key new --flags=XATTR_REPLACE
    gives 0 '' pyos setxattr file user.key new 2
}

@test "- is standard input, and --value-literal the word itself" {
    touch file
    printf 'from a pipe' | pyos setxattr file user.key -
    gives 0 "b'from a pipe'" pyos getxattr file user.key
    printf 'by name' | pyos setxattr file user.key --value=-
    gives 0 "b'by name'" pyos getxattr file user.key
    pyos setxattr file user.key --value-literal=- </dev/null
    gives 0 "b'-'" pyos getxattr file user.key
    pyos setxattr file user.key XATTR_CREATE </dev/null
    gives 0 "b'XATTR_CREATE'" pyos getxattr file user.key
}

@test "--fd stands in the path's place" {
    touch file
    gives 0 '' pyos setxattr --fd=3 user.key value 3<file
    gives 0 "b'value'" pyos getxattr user.key --fd 3 3<file
    gives 0 "['user.key']" pyos listxattr --fd=0 <file
    gives 0 '' pyos removexattr --fd=3 user.key 3<file
    fails 71 "pyos getxattr: OSError: [Errno 9] Bad file descriptor: 99" pyos getxattr --fd=99 user.key
    fails 64 "pyos getxattr: TypeError: argument for getxattr() given by name ('path') and position (1)" \
        pyos getxattr --fd=3 --path=file user.key
    fails 64 "pyos getxattr: TypeError: getxattr() takes exactly 2 positional arguments (3 given)" \
        pyos getxattr --fd=3 file user.key
}

@test "-P is of a link itself" {
    touch file
    ln -s file link
    pyos setxattr link user.key value
    gives 0 "['user.key']" pyos listxattr link
    gives 0 '[]' pyos listxattr -P link
    gives 0 '[]' pyos listxattr --no-follow-symlinks link
    gives 0 '[]' pyos listxattr --follow_symlinks=False link
    fails 71 "pyos getxattr: OSError: [Errno 61] No data available: 'link'" pyos getxattr -P link user.key
    fails 77 "pyos setxattr: PermissionError: [Errno 1] Operation not permitted: 'link'" \
        pyos setxattr -P link user.key value
}

@test "values are of any size up to XATTR_SIZE_MAX" {
    touch file
    for size in 1 127 128 129 4095 65535 65536; do
        head -c $size /dev/urandom >value
        gives 0 '' pyos setxattr file user.key - <value
        pyos getxattr -r file user.key | cmp value -
    done
    head -c 65537 /dev/zero >value
    fails 71 "pyos setxattr: OSError: [Errno 7] Argument list too long: 'file'" pyos setxattr file user.key - <value
}

@test "endless standard input ends with the memory" {
    sanitized && skip "AddressSanitizer takes more memory than there would be"
    touch file
    # shellcheck disable=SC2016  # for the inner shell
    run -75 --separate-stderr bash -c 'ulimit -v 100000; pyos setxattr file user.key - </dev/zero'
    says "pyos setxattr: OSError: [Errno 12] Cannot allocate memory"
}

# ---- errors: each line of errors.txt is a call, the same of CPython, the exit code and what both say

@test "errors are those of CPython" {
    printf x >file
    ln -s loop loop
    ln -s file link
    pyos setxattr file user.key value
    long=$(printf 'x%.0s' {1..260})
    while IFS=$'\t' read -r words call code text; do
        [[ "$words" == '#'* ]] && continue
        # shellcheck disable=SC2086  # words
        run -"$code" --separate-stderr pyos ${words//LONG/$long}
        says "pyos ${words%% *}: ${text//LONG/$long}"
        is ''
    done <"$TESTS/xattr/errors.txt"
    python313 || return 0
    while IFS=$'\t' read -r words call code text; do
        [[ "$words" == '#'* ]] && continue
        printf '%s\n' "${text//LONG/$long}"
    done <"$TESTS/xattr/errors.txt" >expected
    grep -v '^#' "$TESTS/xattr/errors.txt" | cut -f2 | sed "s/LONG/$long/" |
        "$ORACLE" -c 'import os, sys
from os import getxattr, listxattr, removexattr, setxattr
for line in sys.stdin:
    try: eval(line); print("no error")
    except Exception as error: print(f"{type(error).__name__}: {error}")' >actual
    diff expected actual
}

@test "values and names are those of CPython" {
    python313 || skip "needs CPython 3.13"
    touch file
    "$TOOLS/attributes" set file 7 200 65536
    "$ORACLE" -c 'import os; print(os.listxattr("file"))' >expected
    pyos listxattr file | diff expected -
    "$ORACLE" -c 'import os
for name in os.listxattr("file"): print(os.getxattr("file", name))' >expected
    pyos listxattr -0 file | xargs -0 -n1 pyos getxattr file | diff expected -
}

@test "--help of each says what it takes" {
    run -0 pyos setxattr --help
    [[ "${lines[0]}" == 'usage: pyos setxattr [options] PATH ATTRIBUTE VALUE [FLAGS]' ]]
    [[ "$output" == *--fd=N* && "$output" == *--value-literal=WORD* && "$output" == *'-P, --no-follow-symlinks'* ]]
}
