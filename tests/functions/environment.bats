# The environment (os.environ, getenv, putenv and their kin; assignment to os.environ).
load ../helper
load ../session/session
load transcript

@test "a variable that is not set is None, or the default" { holds; }
@test "a name of a variable is not empty and has no equals sign" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

# with COMMAND...: runs it in an environment of which some is not UTF-8, and one variable stands in it twice
with() { env -i A=b 'QUOTE=it'\''s' $'LATIN=\xe9' EMPTY= PATH=/bin::/x "$@"; }

@test "the environment is printed as Python prints it" {
    run -0 with "$PYOS" environ
    is "environ({'A': 'b', 'QUOTE': \"it's\", 'LATIN': '\\udce9', 'EMPTY': '', 'PATH': '/bin::/x'})"
    run -0 with "$PYOS" environb
    is "environ({b'A': b'b', b'QUOTE': b\"it's\", b'LATIN': b'\\xe9', b'EMPTY': b'', b'PATH': b'/bin::/x'})"
    run -0 env -i "$PYOS" environ
    is 'environ({})'
}

@test "CPython prints the same environment" {
    python313 || skip "needs CPython 3.13"
    for name in environ environb; do
        diff <(with LC_ALL=C.UTF-8 "$PYOS" $name) <(with LC_ALL=C.UTF-8 "$ORACLE" -c "import os; print(os.$name)")
    done
}

@test "the environment is a JSON object, or exactly a list" {
    run -0 with "$PYOS" environ --json
    is '{"A":"b","QUOTE":"it'\''s","LATIN":"\ufffd","EMPTY":"","PATH":"/bin::/x"}'
    run -0 env -i $'LATIN=\xe9' "$PYOS" environ --json=array
    is '[{"name":"LATIN","value":"\ufffd","value_b64":"6Q=="}]'
    run -0 env -i A=b "$PYOS" environb --json
    is '{"A":{"base64":"Yg=="}}'
}

@test "the environment is raw as env prints it" {
    diff <(with "$PYOS" environ --raw) <(with env)
    diff <(with "$PYOS" environ --null) <(with env --null)
}

@test "a variable is str, or bytes" {
    run -0 with "$PYOS" getenv LATIN
    is "'\\udce9'"
    run -0 with "$PYOS" getenvb LATIN
    is "b'\\xe9'"
    run -0 with "$PYOS" getenv QUOTE -r
    is "it's"
    run -0 with "$PYOS" getenv EMPTY
    is "''"
}

@test "a variable that is not set is exit code 1" {
    run -1 pyos getenv NOT_SET
    is ''
    run -1 pyos getenvb NOT_SET
    is ''
    run -1 pyos getenv NOT_SET --json
    is null
    run -0 pyos getenvb NOT_SET x
    is "b'x'"
}

@test "the directories of programs are those of PATH" {
    run -0 with "$PYOS" get_exec_path
    is "['/bin', '', '/x']"
    run -0 env -i "$PYOS" get_exec_path
    is "['/bin', '/usr/bin']"
    run -0 pyos get_exec_path --env A=b --env PATH=/a:/b
    is "['/a', '/b']"
    run -0 pyos get_exec_path --env A=b
    is "['/bin', '/usr/bin']"
    run -0 pyos get_exec_path --env PATH=
    is "['']"
    call get_exec_path '[{"PATH":"/a:/b"}]'
    is '"result":["/a","/b"]'
}

@test "a variable that is put is there for the command" {
    run -0 pyos putenv NEW 'a value' --exec printenv NEW
    is 'a value'
    run -0 env OLD=1 "$PYOS" unsetenv OLD --exec sh -c 'echo "${OLD-none}"'
    is none
    run -0 env OLD=1 "$PYOS" environ_set OLD 2 --exec printenv OLD
    is 2
    run -0 env OLD=1 "$PYOS" environ_unset OLD --exec sh -c 'echo "${OLD-none}"'
    is none
}

@test "what is removed from the environment was there" {
    run -65 --separate-stderr env -u NOT_SET "$PYOS" environ_unset NOT_SET
    says "pyos environ_unset: KeyError: 'NOT_SET'"
    run -71 --separate-stderr pyos environ_unset A=B
    says 'pyos environ_unset: OSError: [Errno 22] Invalid argument'
    run -71 --separate-stderr pyos environ_set '' x
    says 'pyos environ_set: OSError: [Errno 22] Invalid argument'
    run -65 --separate-stderr pyos environ_set A=B x
    says 'pyos environ_set: ValueError: illegal environment variable name'
}

@test "names and values are str, or bytes, or either" {
    call getenv '[1]'
    raises TypeError 'str expected, not int'
    call getenv '[{"base64":"QQ=="}]'
    raises TypeError 'str expected, not bytes'
    call getenvb '["A"]'
    raises TypeError 'bytes expected, not str'
    call putenv '[1,"b"]'
    raises TypeError 'expected str, bytes or os.PathLike object, not int'
    call unsetenv '[null]'
    raises TypeError 'expected str, bytes or os.PathLike object, not NoneType'
    call environ_set '["A",5]'
    raises TypeError 'str expected, not int'
    call environ_unset '[5]'
    raises TypeError 'str expected, not int'
}

@test "no variable has a NUL" {
    call getenv '["a\u0000b"]'
    is '"result":null'
    call getenv '["a\u0000b","x"]'
    is '"result":"x"'
    call putenv '["a","b\u0000"]'
    raises ValueError 'embedded null byte'
    call unsetenv '["a\u0000b"]'
    raises ValueError 'embedded null byte'
    call environ_set '["a","b\u0000"]'
    raises ValueError 'embedded null byte'
    call environ_unset '["a\u0000"]'
    raises ValueError 'embedded null byte'
}
