# Called as NAME.fact a name prints JSON: Ansible runs what is executable in facts.d.
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    ln -s "$PYOS" info.fact
}

@test "info.fact prints the record as JSON" {
    needs jq
    run -0 bash -c './info.fact | jq -r .cwd.path'
    is "$PWD"
    [ "$(./info.fact | wc -l)" -eq 1 ]
}

@test "options go with it" {
    run -0 ./info.fact -f cwd
    is "{\"cwd\":{\"path\":\"$PWD\"}}"
}

@test "every other name can be a fact" {
    ln -s "$PYOS" uname.fact
    ln -s "$PYOS" pyos-cpu_count.fact
    run -0 ./uname.fact
    is "$(pyos uname --json)"
    run -0 ./pyos-cpu_count.fact
    is "$(pyos cpu_count)"
}

@test "what is wrong with a fact is said in JSON" {
    run -64 --separate-stderr ./info.fact now
    [[ "$stderr" == '{"error":{"type":"TypeError",'* ]]
}

@test "what is no name before .fact is none with it" {
    for name in nothing.fact .fact; do
        ln -s "$PYOS" "$name"
        run -0 "./$name" getcwd
        is "'$PWD'"
    done
    run -64 pyos info.fact
}

@test "--install makes no link of that name" {
    mkdir bin
    pyos --install --symbolic bin
    [ -L bin/info ]
    [ ! -e bin/info.fact ]
}
