# What the emulated backend has of its own: a current directory and a umask.
load ../helper
load backend
load calls

@test "the current directory is the process's where that lies below the root" {
    mkdir -p root/a/b
    cd root/a/b
    prints "'/a/b'" emulated ../.. getcwd
    prints "b'/a/b'" emulated ../.. getcwdb
    prints "'/b'" emulated .. getcwd
    prints "'/a/b/c'" emulated ../.. path abspath c
}

@test "it is the root where the process's is that, or lies elsewhere" {
    mkdir -p root/a elsewhere rooted
    for here in root elsewhere rooted .; do
        (cd "$here" && prints "'/'" emulated "$BATS_TEST_TMPDIR/root" getcwd)
    done
}

@test "where the root is a link, what it leads to is the root" {
    mkdir -p root/a
    ln -s root link
    cd root/a
    prints "'/a'" emulated ../../link getcwd
}

@test "relative paths begin in it" {
    mkdir -p root/a/b
    echo up >root/up
    echo inside >root/a/b/inside
    cd root/a/b
    prints 7 emulated ../.. -f st_size stat inside
    prints 3 emulated ../.. -f st_size stat ../../up
    prints 3 emulated ../.. -f st_size stat ../../../../up
}

@test "chdir changes it, and not the process's" {
    mkdir -p root/a elsewhere
    cd elsewhere
    coproc exec "${resolver[@]}" "$PYOS" session --backend=emulated --root=../root
    # shellcheck disable=SC2154  # set by coproc
    ask 'chdir' '["a"]' >&"${COPROC[1]}"
    read -r answer <&"${COPROC[0]}"
    [ "$(readlink "/proc/$COPROC_PID/cwd")" = "$PWD" ]
    ask 'getcwd' '[]' >&"${COPROC[1]}"
    read -r answer <&"${COPROC[0]}"
    [ "$answer" = '{"jsonrpc":"2.0","id":1,"result":"/a"}' ]
}

@test "no way up leads out of the root" {
    mkdir -p root/a/b
    run -0 calls root chdir '["a/b"]' getcwd '[]' chdir '["../../../.."]' getcwd '[]' chdir '[".."]' getcwd '[]'
    is 'null
"/a/b"
null
"/"
null
"/"'
}

@test "an open directory can be made the current one" {
    mkdir -p root/a/b
    run -0 calls root open '["a/b","O_RDONLY"]' fchdir '[3]' getcwd '[]' chdir '[".."]' getcwd '[]' chdir '[3]' getcwd '[]'
    is '3
null
"/a/b"
null
"/a"
null
"/a/b"'
}

@test "what is no directory cannot be made the current one" {
    mkdir root
    touch root/file
    run -0 calls root chdir '["file"]' chdir '["none"]' open '["file","O_RDONLY"]' fchdir '[3]' fchdir '[9]' getcwd '[]'
    is 'error 20 "file"
error 2 "none"
3
error 20 null
error 9 null
"/"'
}

@test "nor can a directory that may not be searched" {
    mkdir -p root/closed/in
    chmod 600 root/closed
    within=$TOOLS/unprivileged
    run -0 calls root chdir '["closed"]' chdir '["closed/in"]' chdir '["closed/.."]' getcwd '[]'
    is 'error 13 "closed"
error 13 "closed/in"
error 13 "closed/.."
"/"'
}

@test "a current directory that has another name by now is told by that" {
    mkdir -p root/a/b
    run -0 calls root chdir '["a/b"]' rename '["/a","/moved"]' getcwd '[]' mkdir '["c"]' listdir '["/moved/b"]' \
        chdir '[".."]' getcwd '[]'
    is 'null
null
"/moved/b"
null
["c"]
null
"/moved"'
}

@test "one that was removed has no path, and nothing is below it" {
    mkdir -p root/a/b
    run -0 calls root chdir '["a/b"]' rmdir '["/a/b"]' getcwd '[]' mkdir '["c"]' stat '["c"]' getcwdb '[]'
    is 'null
null
error 2 null
error 2 "c"
error 2 "c"
error 2 null'
}

@test "one that was moved out of the root has no path there, and its .. leads nowhere" {
    mkdir -p root/a/b
    coproc exec "${resolver[@]}" "$PYOS" session --backend=emulated --root=root
    ask 'chdir' '["a/b"]' >&"${COPROC[1]}"
    read -r answer <&"${COPROC[0]}"
    mv root/a/b away
    echo secret >secret
    for call in 'getcwd []' 'stat ["../secret"]' 'listdir [".."]' 'chdir [".."]'; do
        ask "${call%% *}" "${call#* }" >&"${COPROC[1]}"
        read -r answer <&"${COPROC[0]}"
        [[ $answer == *'"code":2,'* ]] || { echo "$call: $answer"; return 1; }
    done
}

@test "the umask starts at 0o022, whatever the process has" {
    mkdir root
    for mask in 000 077 027; do
        (umask "$mask" && prints 18 emulated root umask 0)
        (umask "$mask" && emulated root mkdir "$mask")
        prints 755 stat -c %a "root/$mask"
    done
}

@test "a session keeps its umask" {
    mkdir root
    run -0 calls root umask '[63]' mkdir '["a"]' open '["b","O_CREAT",511]' umask '[18]' mkfifo '["c"]'
    is '18
null
3
63
null'
    prints '700 root/a
700 root/b
644 root/c' stat -c '%a %n' root/a root/b root/c
}
