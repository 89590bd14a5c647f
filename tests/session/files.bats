# Functions of files that share their name with an applet, and what only a process that goes on can see of others.
load ../helper
load session

@test "stat, lstat and fstat give all attributes of a record" {
    printf 12345 >f
    touch -d @1700000000.5 f
    ln -s f l
    call stat '["l"]'
    [[ "$output" == '"result":{"st_mode":33'*',"st_size":5,"st_atime":1700000000.5,'*'"type":"file",'*'}' ]]
    call stat '{"path":"l","follow_symlinks":false}'
    [[ "$output" == *'"type":"symlink"'* ]]
    call lstat '["l"]'
    [[ "$output" == *'"type":"symlink"'* ]]
    ask '{"jsonrpc":"2.0","id":1,"method":"fstat","params":[7]}' 7<f
    [[ "$output" == *'"st_size":5,'*'"type":"file"'* ]]
    ask '{"jsonrpc":"2.0","id":1,"method":"stat","params":[7]}' 7<f
    [[ "$output" == *'"st_size":5,'* ]]
    mkdir d
    ask '{"jsonrpc":"2.0","id":1,"method":"lstat","params":{"path":"../l","dir_fd":7}}' 7<d
    [[ "$output" == *'"type":"symlink"'* ]]
}

@test "stat, lstat and fstat fail with what they were given" {
    error() { echo "\"error\":{\"code\":$1,\"message\":\"$2\",\"data\":{\"type\":\"$3\",\"errno\":$1,$4,$5}}"; }
    missing='"name":"ENOENT","strerror":"No such file or directory"'
    for method in stat lstat; do
        call $method '["x"]'
        is "$(error 2 "[Errno 2] No such file or directory: 'x'" FileNotFoundError "$missing" \
            '"filename":"x","filename2":null')"
        call $method '[{"base64":"/w=="}]'
        is "$(error 2 "[Errno 2] No such file or directory: b'\\\\xff'" FileNotFoundError "$missing" \
            '"filename":{"base64":"/w=="},"filename2":null')"
    done
    bad='"name":"EBADF","strerror":"Bad file descriptor"'
    call fstat '[99]'
    is "$(error 9 '[Errno 9] Bad file descriptor' OSError "$bad" '"filename":null,"filename2":null')"
    call stat '[99]'
    is "$(error 9 '[Errno 9] Bad file descriptor: 99' OSError "$bad" '"filename":99,"filename2":null')"
    call stat '[-1]'
    is "$(error 14 '[Errno 14] Bad address: -1' OSError '"name":"EFAULT","strerror":"Bad address"' \
        '"filename":-1,"filename2":null')"
}

@test "stat takes no descriptor beside dir_fd or follow_symlinks" {
    call stat '{"path":2,"dir_fd":1}'
    raises ValueError "stat: can't specify dir_fd without matching path"
    call stat '{"path":2,"follow_symlinks":false}'
    raises ValueError "stat: cannot use fd and follow_symlinks together"
}

@test "walk gives a list of tuples, before or after what is below them" {
    mkdir -p d/e
    touch d/e/f
    call walk '["d"]'
    is '"result":[["d",["e"],[]],["d/e",[],["f"]]]'
    call walk '["d",false]'
    is '"result":[["d/e",[],["f"]],["d",["e"],[]]]'
    call walk '{"top":"d","topdown":false,"onerror":null,"followlinks":false}'
    is '"result":[["d/e",[],["f"]],["d",["e"],[]]]'
    call walk '[{"base64":"ZA=="}]'
    is '"result":[[{"base64":"ZA=="},[{"base64":"ZQ=="}],[]],[{"base64":"ZC9l"},[],[{"base64":"Zg=="}]]]'
}

@test "walk passes over what it cannot read, its top too" {
    touch f
    for top in nothing f; do
        call walk "[\"$top\"]"
        is '"result":[]'
    done
    mkdir -p d/closed d/open
    chmod 0 d/closed
    run -0 "$TOOLS/unprivileged" pyos session <<<'{"jsonrpc":"2.0","id":1,"method":"walk","params":["d"]}'
    [[ "$output" == *'"d/open"'* && "$output" != *'"d/closed"'* ]]
    chmod 700 d/closed
}

@test "walk goes into linked directories where it is told to" {
    mkdir -p d/e t
    touch t/f
    ln -s ../../t d/e/l
    call walk '["d/e"]'
    is '"result":[["d/e",["l"],[]]]'
    call walk '{"top":"d/e","followlinks":true}'
    is '"result":[["d/e",["l"],[]],["d/e/l",[],["f"]]]'
}

@test "rename is os.rename, and its methods take bytes" {
    touch a
    call rename '["a","b"]'
    is '"result":null'
    call rename '[{"base64":"/w=="},"c"]'
    [[ "$output" == *"[Errno 2] No such file or directory: b'\\\\xff' -> 'c'"*'"filename":{"base64":"/w=="},"filename2":"c"'* ]]
}

@test "the current directory stays changed" {
    mkdir -p d/e
    ask '{"jsonrpc":"2.0","id":1,"method":"chdir","params":["d"]}' \
        '{"jsonrpc":"2.0","id":2,"method":"getcwd"}' \
        '{"jsonrpc":"2.0","id":3,"method":"listdir"}' \
        '{"jsonrpc":"2.0","id":4,"method":"fchdir","params":[7]}' \
        '{"jsonrpc":"2.0","id":5,"method":"getcwdb"}' 7</
    is '{"jsonrpc":"2.0","id":1,"result":null}
{"jsonrpc":"2.0","id":2,"result":"'"$BATS_TEST_TMPDIR"'/d"}
{"jsonrpc":"2.0","id":3,"result":["e"]}
{"jsonrpc":"2.0","id":4,"result":null}
{"jsonrpc":"2.0","id":5,"result":{"base64":"Lw=="}}'
}

@test "a path given as bytes gives bytes back" {
    mkdir d
    touch $'d/a\xff'
    ln -s $'a\xff' l
    call listdir '["d"]'
    is '"result":["a\udcff"]'
    call listdir '[{"base64":"ZA=="}]'
    is '"result":[{"base64":"Yf8="}]'
    call readlink '[{"base64":"bA=="}]'
    is '"result":{"base64":"Yf8="}'
    call fspath '[{"base64":"Yf8="}]'
    is '"result":{"base64":"Yf8="}'
    call fsdecode '[{"base64":"Yf8="}]'
    is '"result":"a\udcff"'
    call scandir '[{"base64":"ZA=="}]'
    [[ "$output" == '"result":[{"name":{"base64":"Yf8="},"path":{"base64":"ZC9h/w=="},"inode":'* ]]
}

@test "a descriptor that openat2 gives is there for the next call" {
    echo 1 >f
    ask '{"jsonrpc":"2.0","id":1,"method":"openat2","params":["f","O_RDWR"]}'
    fd=${output#*'"result":'}
    fd=${fd%'}'}
    ask '{"jsonrpc":"2.0","id":1,"method":"openat2","params":["f","O_RDWR"]}' \
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"truncate\",\"params\":[$fd,0]}"
    [ "${lines[1]}" = '{"jsonrpc":"2.0","id":2,"result":null}' ]
    [ ! -s f ]
}

@test "utime takes two numbers, and nothing else for them" {
    touch f
    call utime '["f",[1,2.5]]'
    is '"result":null'
    [ "$(stat -c '%.1X %.1Y' f)" = '1.0 2.5' ]
    call utime '{"path":"f","ns":[1,1500000000],"times":null}'
    [ "$(stat -c '%.9X %.1Y' f)" = '0.000000001 1.5' ]
    call utime '["f",[1]]'
    raises TypeError "utime: 'times' must be either a tuple of two ints or None"
    call utime '{"path":"f","times":[1,2],"ns":[1,2]}'
    raises ValueError "utime: you may specify either 'times' or 'ns' but not both"
}

@test "a session of many calls that list does not grow" {
    mkdir -p d/{a,b,c}/{1,2,3}
    for ((i = 0; i < 3000; i++)); do
        echo '{"jsonrpc":"2.0","id":1,"method":"walk","params":["d"]}'
        echo '{"jsonrpc":"2.0","id":1,"method":"scandir","params":["d"]}'
        echo '{"jsonrpc":"2.0","id":1,"method":"stat","params":["d"]}'
    done >calls
    head -n 300 calls | peak few pyos session >/dev/null
    peak many pyos session <calls >/dev/null
    [ "$(cat many)" -le $(($(cat few) + 200)) ]
}
