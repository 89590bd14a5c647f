# list, get, set and remove, of paths, lists of paths and open files.
load ../helper
load place

@test "list prints a list a file" {
    touch a b
    pyos xattr set a user.one 1
    gives 0 "['user.one']" pyos xattr list a
    gives 0 $'[\'user.one\']\n[]' pyos xattr list a b
}

@test "list is a name a line with -r, a record with -J" {
    touch file
    pyos xattr set file user.one 1
    gives 0 user.one pyos xattr list -r file
    gives 0 '{"path":"file","names":["user.one"]}' pyos xattr list -J file
    gives 0 '[{"path":"file","names":["user.one"]},{"path":"file","names":["user.one"]}]' \
        pyos xattr list --json=array file file
    gives 0 '{"fd":3,"names":["user.one"]}' pyos xattr list -J --fd=3 3<file
}

@test "names that are not UTF-8 have their bytes beside them" {
    touch $'f\xff'
    pyos xattr set $'f\xff' $'user.\xff' 1
    gives 0 '{"path":"f\ufffd","path_b64":"Zv8=","names":["user.\ufffd"],"names_b64":["dXNlci7/"]}' \
        pyos xattr list -J $'f\xff'
    gives 0 '{"path":"f\udcff","names":["user.\udcff"]}' pyos xattr list -J --surrogateescape $'f\xff'
    gives 0 '{"path":"f\ufffd","path_b64":"Zv8=","name":"user.\ufffd","name_b64":"dXNlci7/","value":{"base64":"MQ=="}}' \
        pyos xattr get -J $'f\xff' $'user.\xff'
}

@test "get prints the repr, the bytes, or a record" {
    touch file
    pyos xattr set file user.key $'it\'s'
    gives 0 "b\"it's\"" pyos xattr get file user.key
    [ "$(pyos xattr get -r file user.key | od -An -c)" = "   i   t   '   s" ]
    gives 0 '{"path":"file","name":"user.key","value":{"base64":"aXQncw=="}}' pyos xattr get -J file user.key
    gives 0 "it's" pyos xattr get -f value file user.key
    gives 0 $'file\tuser.key' pyos xattr get -f path,name file user.key
}

@test "--encoding prints a value as text, hexadecimal or base64" {
    touch file
    printf 'a\0\xff' | pyos xattr set file user.key -
    gives 0 6100ff pyos xattr get --encoding=hex file user.key
    gives 0 YQD/ pyos xattr get --encoding=base64 file user.key
    [ "$(pyos xattr get --encoding=text file user.key | od -An -tx1)" = ' 61 00 ff 0a' ]
    gives 0 '{"path":"file","name":"user.key","value":"6100ff","encoding":"hex"}' \
        pyos xattr get -J --encoding=hex file user.key
    gives 0 '{"path":"file","name":"user.key","value":"a\u0000\ufffd","value_b64":"YQD/","encoding":"text"}' \
        pyos xattr get -J --encoding=text file user.key
    fails 64 "pyos xattr get: TypeError: argument 'encoding' must be one of text|hex|base64, not 'rot13'" \
        pyos xattr get --encoding=rot13 file user.key
}

@test "a value is an operand, hexadecimal, base64 or standard input" {
    touch file
    gives 0 '' pyos xattr set file user.key 'an operand'
    gives 0 "b'an operand'" pyos xattr get file user.key
    gives 0 '' pyos xattr set file user.key --value-hex='00 ff'
    gives 0 "b'\\x00\\xff'" pyos xattr get file user.key
    gives 0 '' pyos xattr set --value-base64=AP8= file user.key
    gives 0 "b'\\x00\\xff'" pyos xattr get file user.key
    printf 'two\nlines\n' | pyos xattr set file user.key -
    gives 0 "b'two\\nlines\\n'" pyos xattr get file user.key
    gives 0 '' pyos xattr set file user.key ''
    gives 0 "b''" pyos xattr get file user.key
    gives 0 '' pyos xattr set file user.key --value-literal=- </dev/null
    gives 0 "b'-'" pyos xattr get file user.key
}

@test "a value that is not what it says is refused, and changes nothing" {
    touch file
    fails 65 'pyos xattr set: ValueError: non-hexadecimal number found in fromhex() arg at position 1' \
        pyos xattr set file user.key --value-hex=0x00
    fails 65 'pyos xattr set: ValueError: Incorrect padding' pyos xattr set file user.key --value-base64=AP8
    gives 0 '[]' pyos xattr list file
}

@test "--create and --replace are XATTR_CREATE and XATTR_REPLACE" {
    touch file
    fails 71 "pyos xattr set: OSError: [Errno 61] No data available: 'file'" \
        pyos xattr set --replace file user.key 1
    gives 0 '' pyos xattr set --create file user.key 2
    fails 73 "pyos xattr set: FileExistsError: [Errno 17] File exists: 'file'" \
        pyos xattr set --create file user.key 3
    gives 0 '' pyos xattr set --replace file user.key 4
    gives 0 "b'4'" pyos xattr get file user.key
}

@test "remove removes one" {
    touch file
    pyos xattr set file user.a 1
    pyos xattr set file user.b 2
    gives 0 '' pyos xattr remove file user.a
    gives 0 "['user.b']" pyos xattr list file
    fails 71 "pyos xattr remove: OSError: [Errno 61] No data available: 'file'" pyos xattr remove file user.a
}

@test "--fd is an open file, and the path is left out" {
    touch file
    exec 7<file
    gives 0 '' pyos xattr set --fd=7 user.key value
    gives 0 "b'value'" pyos xattr get --fd=7 user.key
    gives 0 "['user.key']" pyos xattr list --fd=7
    gives 0 '{"fd":7,"name":"user.key","value":{"base64":"dmFsdWU="}}' pyos xattr dump --fd=7
    gives 0 '' pyos xattr remove --fd=7 user.key
    exec 7<&-
    fails 71 'pyos xattr list: OSError: [Errno 9] Bad file descriptor: 7' pyos xattr list --fd=7
}

@test "--files0-from is a list of paths, and the path is left out" {
    touch a $'b\nc'
    printf '%s\0' a $'b\nc' nowhere >list
    run -66 --separate-stderr pyos xattr set --files0-from=list user.key value
    says "pyos xattr set: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'"
    printf '%s\0' a $'b\nc' | {
        gives 0 $'b\'value\'\nb\'value\'' pyos xattr get --files0-from=- user.key
    }
    gives 0 $'a\tuser.key\nb\nc\tuser.key' pyos xattr dump -f path,name a $'b\nc'
    fails 64 'pyos xattr list: TypeError: xattr list() takes no arguments (1 given)' \
        pyos xattr list --files0-from=list a
    fails 64 'pyos xattr set: TypeError: xattr set() takes files0_from or VALUE from standard input, not both' \
        pyos xattr set --files0-from=- user.key -
}

@test "-P is of a link itself" {
    touch file
    ln -s file link
    gives 0 '' pyos xattr set link user.key value
    gives 0 "['user.key']" pyos xattr list link
    gives 0 '[]' pyos xattr list -P link
    gives 0 '{"path":"link","names":[],"follow_symlinks":false}' pyos xattr list -J -P link
    fails 77 "pyos xattr set: PermissionError: [Errno 1] Operation not permitted: 'link'" \
        pyos xattr set -P link user.key value
    ln -sf nowhere link
    fails 66 "pyos xattr list: FileNotFoundError: [Errno 2] No such file or directory: 'link'" pyos xattr list link
    gives 0 '[]' pyos xattr list -P link
}

@test "-P with an open file is CPython's ValueError" {
    touch file
    fails 65 'pyos xattr list: ValueError: listxattr: cannot use fd and follow_symlinks together' \
        pyos xattr list -P --fd=3 3<file
}

@test "one file that fails does not stop the rest, and says the exit code" {
    touch a b
    run -66 --separate-stderr pyos xattr list a nowhere b
    is $'[]\n[]'
    says "pyos xattr list: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'"
}

@test "an error is JSON with -J" {
    run -66 --separate-stderr pyos xattr get -J nowhere user.key
    is ''
    says '{"error":{"type":"FileNotFoundError","errno":2,"name":"ENOENT","strerror":"No such file or directory",'\
'"filename":"nowhere","filename2":null,"applet":"xattr get","message":"[Errno 2] No such file or directory: '"'nowhere'"'"}}'
}

@test "a command line that is wrong is a TypeError, exit 64" {
    touch file
    refuses() {
        local text=$1
        shift
        fails 64 "pyos $1 $2: TypeError: $text" pyos "$@"
    }
    refuses "xattr list() missing required argument 'PATH' (pos 1)" xattr list
    refuses "xattr get() missing required argument 'NAME' (pos 2)" xattr get file
    refuses "xattr get() missing required argument 'NAME' (pos 1)" xattr get --fd=3
    refuses "xattr set() missing required argument 'VALUE' (pos 3)" xattr set file user.key
    refuses 'xattr get() takes at most 2 arguments (3 given)' xattr get file user.key x
    refuses 'xattr set() takes at most 2 arguments (3 given)' xattr set file user.key x --value-hex=00
    refuses 'xattr set() takes one of value_hex, value_base64 and value_literal' \
        xattr set file user.key --value-hex=00 --value-base64=
    refuses 'xattr list() takes fd without recursive and files0_from' xattr list --fd=3 -R
    refuses "xattr restore() missing required argument 'FILE' (pos 1)" xattr restore
    fails 64 "pyos xattr: AttributeError: 'xattr' has no command 'copy'" pyos xattr copy
    fails 64 "pyos xattr get: AttributeError: 'dict' object has no attribute 'size'" pyos xattr get -f size file user.key
}

@test "a full disk is reported once, exit 74" {
    touch file
    pyos xattr set file user.key value
    for words in 'list file' 'get file user.key' 'get -r file user.key' 'dump file' 'dump --format=getfattr file'; do
        full() { pyos xattr "$@" >/dev/full; }
        # shellcheck disable=SC2086
        run -74 --separate-stderr full $words
        says "pyos xattr ${words%% *}: OSError: [Errno 28] No space left on device"
    done
}

@test "no permission is PermissionError, exit 77" {
    touch file
    pyos xattr set file user.key value
    chmod 000 file
    chmod 755 .
    fails 77 "pyos xattr get: PermissionError: [Errno 13] Permission denied: 'file'" \
        "$TOOLS/unprivileged" "$PYOS" xattr get file user.key
    fails 77 "pyos xattr set: PermissionError: [Errno 13] Permission denied: 'file'" \
        "$TOOLS/unprivileged" "$PYOS" xattr set file user.key new
}
