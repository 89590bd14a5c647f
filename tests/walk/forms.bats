# The forms of walk's output.
load ../helper

# A directory and a file of names that are no UTF-8, beside others that are.
make_odd_tree() {
    mkdir -p tree/$'caf\xe9' tree/plain
    touch tree/$'caf\xe9/\xff' tree/$'caf\xe9/\xc3\xa9' tree/$'a\tb' tree/'"\'
}

@test "JSON is one document a directory" {
    make_odd_tree
    run -0 pyos walk -J --sort tree/plain
    is '{"dirpath":"tree/plain","dirnames":[],"filenames":[]}'
    cmp <(pyos walk -J tree) <(pyos walk --json tree)
    cmp <(pyos walk -J tree) <(pyos walk --json=lines tree)
}

@test "in JSON, names that are no UTF-8 have their bytes beside them" {
    make_odd_tree
    run -0 pyos walk -J --sort tree
    is '{"dirpath":"tree","dirnames":["caf\ufffd","plain"],"dirnames_b64":["Y2Fm6Q==",null],"filenames":["\"\\","a\tb"]}
{"dirpath":"tree/caf\ufffd","dirpath_b64":"dHJlZS9jYWbp","dirnames":[],"filenames":["\u00e9","\ufffd"],"filenames_b64":[null,"/w=="]}
{"dirpath":"tree/plain","dirnames":[],"filenames":[]}'
}

@test "in JSON, --surrogateescape writes Python's surrogates" {
    make_odd_tree
    run -0 pyos walk -J --sort --surrogateescape tree
    is '{"dirpath":"tree","dirnames":["caf\udce9","plain"],"filenames":["\"\\","a\tb"]}
{"dirpath":"tree/caf\udce9","dirnames":[],"filenames":["\u00e9","\udcff"]}
{"dirpath":"tree/plain","dirnames":[],"filenames":[]}'
    python313 || return 0
    "$ORACLE" -c '
import json, os
for t in os.walk("tree"):
    print(json.dumps(dict(zip(("dirpath", "dirnames", "filenames"), t)), separators=(",", ":")))
' | cmp <(pyos walk -J --surrogateescape tree) -
}

@test "in JSON, paths and entries have their bytes beside them too" {
    make_odd_tree
    run -0 pyos walk --paths -J --sort tree/$'caf\xe9'
    is '{"path":"tree/caf\ufffd","path_b64":"dHJlZS9jYWbp"}
{"path":"tree/caf\ufffd/\u00e9","path_b64":"dHJlZS9jYWbpL8Op"}
{"path":"tree/caf\ufffd/\ufffd","path_b64":"dHJlZS9jYWbpL/8="}'
    run -0 pyos walk --entries -J --sort -f name,is_file tree/$'caf\xe9'
    is '{"name":"\u00e9","is_file":true}
{"name":"\ufffd","name_b64":"/w==","is_file":true}'
    run -0 pyos walk --sizes -J tree/$'caf\xe9'
    is '{"dirpath":"tree/caf\ufffd","dirpath_b64":"dHJlZS9jYWbp","bytes":0,"files":2}'
}

@test "--json=array is one document" {
    needs jq
    make_odd_tree
    run -0 pyos walk --json=array --sort tree
    is '[{"dirpath":"tree","dirnames":["caf\ufffd","plain"],"dirnames_b64":["Y2Fm6Q==",null],"filenames":["\"\\","a\tb"]},{"dirpath":"tree/caf\ufffd","dirpath_b64":"dHJlZS9jYWbp","dirnames":[],"filenames":["\u00e9","\ufffd"],"filenames_b64":[null,"/w=="]},{"dirpath":"tree/plain","dirnames":[],"filenames":[]}]'
    cmp <(pyos walk --json=array --stat tree | jq -c '.[]') <(pyos walk -J --stat tree | jq -c .)
    cmp <(pyos walk --json=array -r tree | jq -c '.[]') <(pyos walk -J -r tree | jq -c .)
    cmp <(pyos walk --json=array --bottom-up tree | jq -c '.[].dirpath') <(pyos walk -J --bottom-up tree | jq -c .dirpath)
}

@test "--json=array is valid where there is nothing to show or something fails" {
    make_odd_tree
    run -66 --separate-stderr pyos walk --json=array missing
    is '[]'
    run -0 pyos walk --json=array --entries tree/plain
    is '[]'
    run -66 --separate-stderr pyos walk --json=array missing tree/plain missing
    is '[{"dirpath":"tree/plain","dirnames":[],"filenames":[]}]'
    [ "$(grep -c '"FileNotFoundError"' <<<"$stderr")" = 2 ]
    run -66 --separate-stderr pyos walk --json=array --onerror=raise tree/plain missing tree/plain
    is '[{"dirpath":"tree/plain","dirnames":[],"filenames":[]}]'
}

@test "-f prints the chosen fields, tab-separated" {
    make_odd_tree
    run -0 pyos walk -f dirpath --sort tree
    is $'tree\ntree/caf\xe9\ntree/plain'
    run -0 pyos walk -f filenames,dirpath --sort tree
    is "['\"\\\\', 'a\\tb']"$'\ttree\n'"['é', '\\udcff']"$'\ttree/caf\xe9\n[]\ttree/plain'
    cmp <(pyos walk -f dirpath -0 --sort tree) <(printf 'tree\0tree/caf\xe9\0tree/plain\0')
}

@test "-f with --json writes the chosen keys" {
    make_odd_tree
    run -0 pyos walk -J -f dirnames --sort tree
    is '{"dirnames":["caf\ufffd","plain"],"dirnames_b64":["Y2Fm6Q==",null]}
{"dirnames":[]}
{"dirnames":[]}'
    run -0 pyos walk -J -f dirpath --sort tree/plain
    is '{"dirpath":"tree/plain"}'
}

@test "--json-ints=string quotes every integer" {
    mkdir tree
    printf 123 >tree/file
    run -0 --separate-stderr pyos walk -J --json-ints=string --sizes --summary tree
    is '{"dirpath":"tree","bytes":"3","files":"1"}'
    says '{"directories":"1","files":"1","links":"0","errors":"0","bytes":"3"}'
    run -0 pyos walk -J --json-ints=string --entries -f inode tree
    is "{\"inode\":\"$(stat -c %i tree/file)\"}"
}

@test "raw paths are the bytes of the names" {
    make_odd_tree
    run -0 pyos walk -r --sort tree/$'caf\xe9'
    is $'tree/caf\xe9\ntree/caf\xe9/\xc3\xa9\ntree/caf\xe9/\xff'
}

@test "on a terminal, raw paths cannot steer it" {
    needs script
    mkdir tree
    touch tree/$'\e[31m' tree/$'a\nb'
    run -0 script -qec 'pyos walk --paths --sort tree' /dev/null
    is $'tree\r\ntree/\\x1b[31m\r\ntree/a\\x0ab\r' || is $'tree\r\ntree/\\x1b[31m\r\ntree/a\\nb\r'
    run -0 script -qec 'pyos walk -f dirpath --sort tree/..' /dev/null
    [[ $output != *$'\e'* ]]
}

@test "every form shows an empty directory" {
    mkdir empty
    run -0 pyos walk empty
    is "('empty', [], [])"
    run -0 pyos walk -r empty
    is empty
    run -0 pyos walk --sizes empty
    is "{'dirpath': 'empty', 'bytes': 0, 'files': 0}"
    run -0 pyos walk --entries empty
    is ''
    run -0 pyos walk -J --stat empty
    is ''
}

@test "--help names the fields of each form" {
    run -0 pyos walk --help
    local word
    for word in dirpath dirnames filenames path inode is_symlink bytes files --prune=GLOB --max-depth=N; do
        [[ $output = *"$word"* ]]
    done
}
