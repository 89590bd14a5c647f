# The environment of the process: environ, getenv, putenv, get_exec_path and their kin.
load ../helper
load transcript

# bare COMMAND...: with an environment of these variables alone
bare() {
    env -i A=1 EMPTY= QUOTE="it's" NEWLINE=$'a\nb' BYTES=$'\xff=\xfe' PATH="$PATH" "$@"
}

@test "what is not set is None, or what was given for it" { holds; }
@test "a name is what stands before the first =" { holds; }
@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

@test "environ is the environment in its order, as Python prints it" {
    gives 0 "environ({'A': '1', 'EMPTY': '', 'QUOTE': \"it's\", 'NEWLINE': 'a\\nb', 'BYTES': '\\udcff=\\udcfe', \
'PATH': '$PATH'})" bare "$PYOS" environ
    gives 0 "environ({b'A': b'1', b'EMPTY': b'', b'QUOTE': b\"it's\", b'NEWLINE': b'a\\nb', b'BYTES': b'\\xff=\\xfe', \
b'PATH': b'$PATH'})" bare "$PYOS" environb
}

@test "environ is what CPython says of it where it is here" {
    if ! python313; then return 0; fi
    for name in environ environb; do
        run -0 env -i A=1 QUOTE="it's" BYTES=$'\xff' LC_ALL=C.UTF-8 "$ORACLE" -c "import os; print(os.$name)"
        gives 0 "$output" env -i A=1 QUOTE="it's" BYTES=$'\xff' LC_ALL=C.UTF-8 "$PYOS" $name
    done
}

@test "environ is an object in JSON, and a list where every byte counts" {
    gives 0 '{"A":"1","B":"\ufffd"}' env -i A=1 B=$'\xff' "$PYOS" environ --json
    gives 0 '[{"name":"A","value":"1"},{"name":"B","value":"\ufffd","value_b64":"/w=="}]' env -i A=1 B=$'\xff' "$PYOS" environ --json=array
    gives 0 $'A=1\nB=2' env -i A=1 B=2 "$PYOS" environ -r
}

@test "getenv prints the value, and None is exit code 1" {
    gives 0 "'1'" bare "$PYOS" getenv A
    gives 0 "''" bare "$PYOS" getenv EMPTY
    gives 0 "'\\udcff=\\udcfe'" bare "$PYOS" getenv BYTES
    gives 0 "b'\\xff=\\xfe'" bare "$PYOS" getenvb BYTES
    gives 0 "b'1'" bare "$PYOS" getenvb A
    gives 1 '' bare "$PYOS" getenv NOPE
    gives 1 '' bare "$PYOS" getenvb NOPE
    gives 1 '' bare "$PYOS" getenv A=1
    gives 1 '' bare "$PYOS" getenv ''
    gives 1 null bare "$PYOS" getenv NOPE --json
    gives 0 $'a\nb' bare "$PYOS" getenv -r NEWLINE
}

@test "get_exec_path is where commands are looked for" {
    gives 0 "['/a', '', '/b']" env PATH=/a::/b "$PYOS" get_exec_path
    gives 0 "['/bin', '/usr/bin']" env -u PATH "$PYOS" get_exec_path
    gives 0 "['/c']" env PATH=/a "$PYOS" get_exec_path --env PATH=/c
    gives 0 "['/bin', '/usr/bin']" env PATH=/a "$PYOS" get_exec_path --env A=1
    gives 0 "['']" env PATH= "$PYOS" get_exec_path
}

@test "putenv and environ_set are for the program behind --exec" {
    gives 0 'it is' pyos putenv PYOS_TEST 'it is' --exec sh -c "echo \"\$PYOS_TEST\""
    gives 0 'it is' pyos environ_set PYOS_TEST 'it is' --exec sh -c "echo \"\$PYOS_TEST\""
}

@test "unsetenv and environ_unset are for the program behind --exec" {
    export PYOS_TEST=1
    gives 0 'gone' pyos unsetenv PYOS_TEST --exec sh -c "echo \"\${PYOS_TEST-gone}\""
    gives 0 'gone' pyos environ_unset PYOS_TEST --exec sh -c "echo \"\${PYOS_TEST-gone}\""
}

@test "what is not in the environment cannot be deleted from it" {
    gives 0 '' pyos unsetenv PYOS_NOT_SET
    fails 65 "pyos environ_unset: KeyError: 'PYOS_NOT_SET'" pyos environ_unset PYOS_NOT_SET
    fails 65 "pyos environ_unset: KeyError: \"it's\"" pyos environ_unset "it's"
}

@test "environ_set refuses what putenv refuses" {
    fails 65 'pyos environ_set: ValueError: illegal environment variable name' pyos environ_set a=b c
    fails 71 'pyos environ_set: OSError: [Errno 22] Invalid argument' pyos environ_set '' c
}
