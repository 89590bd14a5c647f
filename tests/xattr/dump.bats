# dump and restore: what is written, what is read, and that nothing is lost between.
load ../helper
load place

VALUES=65536

# as many attributes as one file can list, of all sizes and all bytes
many=(500 65536)

plant() {
    "$TOOLS/attributes" set "$1" 42 "${many[@]}"
}

@test "dump is a line of JSON an attribute, in the order of their names" {
    touch a b
    pyos xattr set a user.2 two
    pyos xattr set a user.1 one
    pyos xattr set b user.3 ''
    gives 0 '{"path":"a","name":"user.1","value":{"base64":"b25l"}}
{"path":"a","name":"user.2","value":{"base64":"dHdv"}}
{"path":"b","name":"user.3","value":{"base64":""}}' pyos xattr dump a b
}

@test "--encoding says how values are spelled, and in which encoding" {
    touch file
    pyos xattr set file user.a 'x"'
    pyos xattr set file user.b --value-hex=00ff
    gives 0 '{"path":"file","name":"user.a","value":"x\"","encoding":"text"}
{"path":"file","name":"user.b","value":"\u0000\ufffd","value_b64":"AP8=","encoding":"text"}' \
        pyos xattr dump --encoding=text file
    gives 0 '{"path":"file","name":"user.a","value":"7822","encoding":"hex"}
{"path":"file","name":"user.b","value":"00ff","encoding":"hex"}' pyos xattr dump --encoding=hex file
    gives 0 '{"path":"file","name":"user.a","value":"eCI=","encoding":"base64"}
{"path":"file","name":"user.b","value":"AP8=","encoding":"base64"}' pyos xattr dump --encoding=base64 file
}

@test "fields and other forms can be asked for" {
    touch file
    pyos xattr set file user.a x
    gives 0 $'file\tuser.a\tx' pyos xattr dump -r file
    gives 0 user.a pyos xattr dump -f name file
    gives 0 '[{"name":"user.a"}]' pyos xattr dump --json=array -f name file
    fails 64 'pyos xattr dump: TypeError: xattr dump() takes format=getfattr without json, raw and field' \
        pyos xattr dump --format=getfattr -r file
}

@test "JSON of a dump is valid" {
    needs jq
    touch file
    plant file
    [ "$(pyos xattr dump file | jq -r '.name' | wc -l)" -ge 500 ]
    [ "$(pyos xattr dump --json=array --encoding=text file | jq length)" -eq 500 ]
}

@test "500 attributes of any bytes and sizes come back from each spelling" {
    touch file
    plant file
    for options in '' --encoding=text --encoding=hex --encoding=base64 --json=array --surrogateescape \
        '--encoding=text --json=array' '--encoding=text --surrogateescape' \
        --format=getfattr '--format=getfattr --encoding=text' '--format=getfattr --encoding=hex' \
        '--format=getfattr --encoding=base64'; do
        rm -f copy && touch copy
        # shellcheck disable=SC2086  # options are words
        pyos xattr dump $options file >dump
        pyos xattr restore --fd=7 dump 7<copy
        "$TOOLS/attributes" check copy 42 "${many[@]}" || { echo "$options"; return 1; }
    done
}

@test "paths of any bytes come back" {
    mkdir from to
    for name in plain 'two words' $'new\nline' $'\xff\xfe' $'back\\slash "q"' $'\u00e9 \U1F600' '# file: x' 'a=b' -dash; do
        touch "from/$name" "to/$name"
        (cd from && "$TOOLS/attributes" set "./$name" 5 3 20)
    done
    for options in '' '--format=getfattr' --surrogateescape; do
        # shellcheck disable=SC2086
        (cd from && pyos xattr dump $options -- *) >dump
        (cd to && pyos xattr restore ../dump)
        for name in to/*; do
            "$TOOLS/attributes" check "$name" 5 3 20
        done
    done
}

@test "a tree comes back" {
    mkdir -p from/tree/sub to/tree/sub
    for name in tree tree/a tree/sub tree/sub/b; do
        [ -d "from/$name" ] || touch "from/$name" "to/$name"
        "$TOOLS/attributes" set "from/$name" ${#name} 5 50
    done
    (cd from && pyos xattr dump -R tree) | (cd to && pyos xattr restore -)
    for name in tree tree/a tree/sub tree/sub/b; do
        "$TOOLS/attributes" check "to/$name" ${#name} 5 50
    done
}

@test "restore sets what is there already, unless --create" {
    touch file
    pyos xattr set file user.a old
    echo '{"path":"file","name":"user.a","value":"new"}' >dump
    fails 73 "pyos xattr restore: FileExistsError: [Errno 17] File exists: 'file' -> 'user.a'" \
        pyos xattr restore --create dump
    gives 0 "b'old'" pyos xattr get file user.a
    gives 0 '' pyos xattr restore --replace dump
    gives 0 "b'new'" pyos xattr get file user.a
    echo '{"path":"file","name":"user.b","value":"new"}' >dump
    fails 71 "pyos xattr restore: OSError: [Errno 61] No data available: 'file' -> 'user.b'" \
        pyos xattr restore --replace dump
}

@test "an attribute that cannot be set does not stop the rest" {
    touch a b
    cat >dump <<'END'
{"path":"a","name":"user.1","value":"1"}
{"path":"nowhere","name":"user.2","value":"2"}
{"path":"a","name":"nonsense","value":"3"}
not JSON
{"path":"b","name":"user.4"}
[]
{"path":"b","name":"user.5","value":"5"}
END
    run -66 --separate-stderr pyos xattr restore dump
    is ''
    says "pyos xattr restore: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere' -> 'user.2'
pyos xattr restore: OSError: [Errno 95] Operation not supported: 'a' -> 'nonsense'
pyos xattr restore: ValueError: Expecting value: line 4 column 1 (char 0)
pyos xattr restore: ValueError: line 5: no value"
    gives 0 "b'1'" pyos xattr get a user.1
    gives 0 "b'5'" pyos xattr get b user.5
}

@test "an attribute that cannot be read does not stop the rest" {
    needs strace
    touch file
    "$TOOLS/attributes" set file 1 3 5
    ASAN_OPTIONS=detect_leaks=0 run -71 --separate-stderr strace -qq -o /dev/null \
        -e inject=getxattr:error=EBADMSG:when=2 pyos xattr dump -f path file
    is $'file\nfile'
    [[ "$stderr" == "pyos xattr dump: OSError: [Errno 74] Bad message: 'file' -> 'user.1"* ]]
    [ "$(wc -l <<<"$stderr")" -eq 1 ]
}

@test "lines that are no attributes are told by their number" {
    touch f
    while IFS=$'\t' read -r line text; do
        printf '\n%s\n{"path":"f","name":"user.last","value":"x"}\n' "$line" >dump
        fails 65 "pyos xattr restore: ValueError: line 2: $text" pyos xattr restore dump
        gives 0 "['user.last']" pyos xattr list f
    done <<'END'
{"name":"user.a","value":"x"}	no string path
{"path":7,"name":"user.a","value":"x"}	no string path
{"path":"f","value":"x"}	no string name
{"path":"f","name":"user.a"}	no value
{"path":"f","name":"user.a","value":7}	no value
{"path":"f","name":"user.a","value":{"hex":"00"}}	no value
{"path":"f","name":"user.a","value":{"base64":"A"}}	Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
{"path":"f","name":"user.a","value":"0","encoding":"hex"}	non-hexadecimal number found in fromhex() arg at position 1
{"path":"f","name":"user.a","value":"0","encoding":"rot13"}	no such encoding: rot13
{"path":"f\u0000g","name":"user.a","value":"x"}	embedded null byte
{"path":"f","name":"user.a\u0000b","value":"x"}	embedded null byte
{"path":"f","path_b64":"?","name":"user.a","value":"x"}	Only base64 data is allowed
{"fd":3,"name":"user.a","value":"x"}	of an open file; say which one it is for with --fd
[7]	no JSON object
END
}

@test "lines of getfattr that are none are told by their number" {
    touch f
    printf 'user.a="1"\n# file: f\nuser.b=0x0\nuser.c=0sA\nuser.d="\\400"\nuser.e="5"\n\nuser.f="6"\n' >dump
    run -65 --separate-stderr pyos xattr restore dump
    says "pyos xattr restore: ValueError: line 1: no '# file: ' line before an attribute
pyos xattr restore: ValueError: line 3: non-hexadecimal number found in fromhex() arg at position 1
pyos xattr restore: ValueError: line 4: Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
pyos xattr restore: ValueError: line 5: octal escape is no byte: \\400
pyos xattr restore: ValueError: line 8: no '# file: ' line before an attribute"
    gives 0 "['user.e']" pyos xattr list f
}

@test "--dry-run says what would be done, and does nothing" {
    touch file
    pyos xattr set file user.same 1
    pyos xattr set file user.other 1
    pyos xattr dump file >before
    cat >dump <<'END'
{"path":"file","name":"user.same","value":"1"}
{"path":"file","name":"user.other","value":"2"}
{"path":"file","name":"user.new","value":"3"}
{"path":"nowhere","name":"user.new","value":"3"}
END
    run -66 --separate-stderr pyos xattr restore --dry-run dump
    is "{'action': 'keep', 'path': 'file', 'name': 'user.same', 'value': b'1'}
{'action': 'replace', 'path': 'file', 'name': 'user.other', 'value': b'2'}
{'action': 'create', 'path': 'file', 'name': 'user.new', 'value': b'3'}"
    says "pyos xattr restore: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere' -> 'user.new'"
    pyos xattr dump file | diff before -
    run -73 --separate-stderr pyos xattr restore --dry-run --create -f action,name dump
    is $'create\tuser.new'
    run -71 --separate-stderr pyos xattr restore --dry-run --replace -J dump
    is '{"action":"keep","path":"file","name":"user.same","value":{"base64":"MQ=="}}
{"action":"replace","path":"file","name":"user.other","value":{"base64":"Mg=="}}'
}

@test "a dump of an open file goes to an open file" {
    touch a b
    "$TOOLS/attributes" set a 9 10 100
    pyos xattr dump --fd=7 7<a >dump
    grep -q '^{"fd":7,"name":' dump
    pyos xattr restore --fd=7 dump 7<b
    "$TOOLS/attributes" check b 9 10 100
}

@test "follow_symlinks of a record is that of the call" {
    touch file
    ln -s file link
    echo '{"path":"link","name":"user.a","value":"1","follow_symlinks":false}' >dump
    fails 77 "pyos xattr restore: PermissionError: [Errno 1] Operation not permitted: 'link' -> 'user.a'" \
        pyos xattr restore dump
    echo '{"path":"link","name":"user.a","value":"1"}' >dump
    fails 77 "pyos xattr restore: PermissionError: [Errno 1] Operation not permitted: 'link' -> 'user.a'" \
        pyos xattr restore -P dump
    gives 0 '' pyos xattr restore dump
    gives 0 "b'1'" pyos xattr get file user.a
}

@test "a dump that is missing or a directory is an error, once" {
    fails 66 "pyos xattr restore: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'" \
        pyos xattr restore nowhere
    fails 66 "pyos xattr restore: IsADirectoryError: [Errno 21] Is a directory: '.'" pyos xattr restore .
    gives 0 '' pyos xattr restore /dev/null
}

@test "blank lines and spaces before a dump do not matter" {
    touch f
    printf '\n  \n { "path" : "f" , "name" : "user.a" , "value" : "1" } \r\n\n' >dump
    gives 0 '' pyos xattr restore dump
    gives 0 "b'1'" pyos xattr get f user.a
}
