# What a session keeps of its process between calls: its environment, and what Python keeps of that.
load ../helper
load session

@test "what is assigned to environ is seen by getenv and by children" {
    requests environ_set '["NEW","value"]' getenv '["NEW"]' getenvb '[{"base64":"TkVX"}]' \
        popen '["echo $NEW"]' environ_unset '["NEW"]' getenv '["NEW"]' popen '["echo ${NEW-none}"]'
    is 'null
"value"
{"base64":"dmFsdWU="}
"value\n"
null
null
"none\n"'
}

@test "what is put is seen by children, and not by getenv" {
    requests putenv '["NEW","value"]' getenv '["NEW"]' popen '["echo $NEW"]' unsetenv '["NEW"]' popen '["echo ${NEW-none}"]'
    is 'null
null
"value\n"
null
"none\n"'
    export OLD=1
    requests unsetenv '["OLD"]' getenv '["OLD"]' popen '["echo ${OLD-none}"]' environ_unset '["OLD"]' getenv '["OLD"]'
    is 'null
"1"
"none\n"
null
null'
}

@test "an assignment wins over what was put, and what was put over what was assigned, for children" {
    requests environ_set '["A","1"]' putenv '["A","2"]' getenv '["A"]' popen '["echo $A"]' environ_set '["A","3"]' \
        getenv '["A"]' popen '["echo $A"]'
    is 'null
null
"1"
"2\n"
null
"3"
"3\n"'
}

@test "environ keeps the order of a dict" {
    output=$(env -i A=1 B=2 C=3 "$PYOS" session < <(
        printf '{"jsonrpc":"2.0","id":1,"method":"%s","params":%s}\n' environ_set '["B","two"]' environ_set '["D",""]' \
            environ_unset '["A"]' environ_set '["A","1"]' environ '[]' putenv '["E","5"]' environ '[]') | grep -o '{"B.*}')
    is '{"B":"two","C":"3","D":"","A":"1"}}
{"B":"two","C":"3","D":"","A":"1"}}'
}

@test "programs are looked for by the PATH of environ" {
    requests putenv '["PATH","/put"]' environ_set '["PATH","/set:/x"]' get_exec_path '[]' environ_unset '["PATH"]' \
        get_exec_path '[]'
    is 'null
null
["/set","/x"]
null
["/bin","/usr/bin"]'
}

@test "names that are not UTF-8 come and go" {
    requests environ_set '["\udcff","\udce9"]' getenv '["\udcff"]' getenvb '[{"base64":"/w=="}]' \
        putenv '["NEW",{"base64":"6A=="}]' popen '["printf %s $NEW | od -An -tx1"]'
    is 'null
"\udce9"
{"base64":"6Q=="}
null
" e8\n"'
}

@test "removing what is not there is a KeyError" {
    call environ_unset '["NOT_SET"]'
    raises KeyError "'NOT_SET'"
}

@test "many variables are kept" {
    names=()
    for i in {1..100}; do names+=(environ_set "[\"V$i\",\"$i\"]"); done
    for i in {1..99}; do names+=(environ_unset "[\"V$i\"]"); done
    requests "${names[@]}" getenv '["V99"]' getenv '["V100"]'
    [ "$(tail -n 2 <<<"$output")" = $'null\n"100"' ]
}

@test "CPython has the same environment apart from its own" {
    python313 || skip "needs CPython 3.13"
    # shellcheck disable=SC2016  # the child's variable
    run -0 env -u A "$ORACLE" -c 'import os
os.environ["A"] = "1"; os.putenv("A", "2"); print(os.getenv("A"), os.popen("echo $A").read(), end="")
os.environ["A"] = "3"; print(os.getenv("A"), os.popen("echo $A").read(), end="")
os.unsetenv("A"); print(os.getenv("A"), os.popen("echo ${A-none}").read(), end="")'
    expected=$output
    # shellcheck disable=SC2016
    requests environ_set '["A","1"]' putenv '["A","2"]' getenv '["A"]' popen '["echo $A"]' environ_set '["A","3"]' \
        getenv '["A"]' popen '["echo $A"]' unsetenv '["A"]' getenv '["A"]' popen '["echo ${A-none}"]'
    [ "$(grep -v null <<<"$output" | tr -d '"' | sed 's/\\n//' | paste -d ' ' - -)" = "$expected" ]
}
