# spawn: what the command writes, kept, passed on and told line by line.
load ../helper
load spawn

@test "--capture adds what the command writes, each stream by itself" {
    exits 0 pyos spawn --capture -f stdout,stderr,stdout_truncated,stderr_truncated -- \
        sh -c 'printf out; printf err >&2'
    is $'out\terr\tFalse\tFalse'
    says ''
}

@test "without --capture there is no such key" {
    exits 0 pyos spawn --json true
    [[ "$stderr" != *stdout* ]]
    run pyos spawn --capture true
    [[ "$output" == *'"stdout":"","stderr":"","stdout_truncated":false,"stderr_truncated":false}' ]]
}

@test "bytes that are no UTF-8 are told exactly in a twin" {
    run pyos spawn --capture -- printf 'a\377\0b\n'
    [[ "$output" == *'"stdout":"a\ufffd\u0000b\n","stdout_b64":"Yf8AYgo=","stderr":""'* ]]
    run pyos spawn --capture --surrogateescape -- printf 'a\377'
    [[ "$output" == *'"stdout":"a\udcff","stderr":""'* ]]
}

@test "--capture-limit cuts each stream, and says so" {
    exits 0 pyos spawn --capture --capture-limit=3 -f stdout,stderr,stdout_truncated,stderr_truncated -- \
        sh -c 'printf 1234; printf 123 >&2'
    is $'123\t123\tTrue\tFalse'
    exits 0 pyos spawn --capture --capture-limit=0 -f stdout,stdout_truncated -- printf x
    is $'\tTrue'
    exits 0 pyos spawn --capture --capture-limit=1K -f stdout -- "$TOOLS/flood" 1025
    [ "${#output}" -eq 0 ] || [ "$(pyos spawn --capture --capture-limit=1K -f stdout -- "$TOOLS/flood" 1025 | tr -d '\n' | wc -c)" -eq 1024 ]
    exits 125 pyos spawn --capture --capture-limit=-1 true
    says "pyos spawn: ValueError: capture_limit must not be negative"
}

@test "a gigabyte on each stream is drained, in little memory" {
    limit='ulimit -v 300000;'
    sanitized && limit=
    run bash -c "$limit"' pyos spawn --capture -f exitcode,stdout_truncated,stderr_truncated -- \
        '"$TOOLS/flood"' $((1 << 30))'
    is $'0\tTrue\tTrue'
    # what pyos itself needed at most
    pyos spawn -f rusage --report=usage -- "$PYOS" spawn --capture --report=/dev/null "$TOOLS/flood" $((1 << 26))
    [[ "$(cat usage)" =~ ru_maxrss=([0-9]+) ]]
    sanitized || [ "${BASH_REMATCH[1]}" -lt 16384 ]
}

@test "a child that fills one stream before the other does not stand still" {
    exits 0 pyos spawn --capture -f stdout_truncated,stderr_truncated -- \
        sh -c 'head -c 3000000 /dev/zero >&2; head -c 3000000 /dev/zero'
    is $'True\tTrue'
}

@test "the end of the command is the end of the capture, though others hold its streams" {
    mkfifo tell
    exits 0 pyos spawn --capture -f stdout --report=report -- sh -c 'sleep 1000 & echo $! >pid; echo out' 3>&-
    [ "$(cat report)" = $'out\n' ] || [ "$(cat report)" = out ]
    kill "$(cat pid)"
}

@test "what was written before the end is read, however much it is" {
    exits 0 pyos spawn --capture -f stdout --report=report -- head -c 60000 /dev/zero
    [ "$(tr -d '\n' <report | wc -c)" -eq 60000 ]
}

@test "--tee passes on what it captures" {
    exits 3 pyos spawn --tee -f stdout,stderr --report=report -- sh -c 'echo out; echo err >&2; exit 3'
    is out
    says err
    [ "$(cat report)" = $'out\n\terr' ]
    head -c 3000000 /dev/urandom >data
    pyos spawn --tee --report=/dev/null cat data >copy
    cmp data copy
    pyos spawn --tee --report=/dev/null -- sh -c 'cat data >&2' 2>copy
    cmp data copy
}

@test "with --tee the report goes to standard error, last" {
    exits 0 pyos spawn --tee -f exitcode -- sh -c 'echo out; echo err >&2'
    is out
    says $'err\n0'
}

@test "--lines tells each line as it comes" {
    needs jq
    pyos spawn --lines -- sh -c 'printf "one\n\ntwo"; printf "\377\n" >&2' >lines
    [ "$(jq -c 'select(.stream == "stdout") | [.line, .partial]' lines)" = $'["one",false]\n["",false]\n["two",true]' ]
    [ "$(jq -r 'select(.stream == "stderr") | .line_b64' lines)" = /w== ]
    [ "$(jq -r .time lines | grep -cE '^20[0-9-]{8}T[0-9:]{8}\.[0-9]{9}\+00:00$')" -eq 4 ]
}

@test "a line comes before the next one is written" {
    mkfifo out in
    pyos spawn --lines --stdin=in -- sh -c 'echo one; read x; echo two' >out &
    exec 9<out 8>in
    read -r line <&9
    [[ "$line" == *'"line":"one"'* ]]
    echo >&8
    read -r line <&9
    [[ "$line" == *'"line":"two"'* ]]
    wait $!
}

@test "a line that is longer than the limit comes in parts" {
    pyos spawn --lines --capture-limit=4 -- printf '123456\n1234\n' >lines
    [ "$(grep -o '"line":.*' lines)" = \
        $'"line":"1234","partial":true}\n"line":"56","partial":false}\n"line":"1234","partial":false}' ]
}

@test "--lines and --capture go together, --lines and --tee do not" {
    exits 0 pyos spawn --lines --capture -- echo one
    [ "$(grep -c '"line":"one"' <<<"$output")" -eq 1 ]
    [ "$(tail -n 1 <<<"$output" | grep -c '"stdout":"one\\n"')" -eq 1 ]
    exits 125 pyos spawn --lines --tee true
    says "pyos spawn: TypeError: spawn() takes tee or lines, not both"
}

@test "output that cannot be passed on is told once, and the command goes on" {
    [ -e /dev/full ] || skip 'needs /dev/full'
    for option in --tee --lines; do
        code=0
        pyos spawn "$option" -f exitcode --report=report -- sh -c 'echo one; echo two; echo 3 >done' >/dev/full 2>errors || code=$?
        [ "$code" -eq 125 ]
        [ "$(cat errors)" = "pyos spawn: OSError: [Errno 28] No space left on device: 1" ]
        [ "$(cat report done)" = $'0\n3' ]
        rm done
    done
}

@test "a reader that leaves ends pyos as it would end the command" {
    run bash -c 'pyos spawn --lines yes | head -n 1 | grep -c line; echo "${PIPESTATUS[@]}"'
    is $'1\n141 0 0'
    run bash -c 'trap "" PIPE; pyos spawn --lines --report=report -- sh -c "trap \"\" PIPE; yes | head -n 100000" | head -n 1 | grep -c line; echo "${PIPESTATUS[@]}"'
    [ "$(sort <<<"$output")" = $'1\n125 0 0\npyos spawn: BrokenPipeError: [Errno 32] Broken pipe: 1' ]
}

# left CODE WORD...: pyos spawn with these words, whose reader leaves after a line; then "gate" can be read.
left() {
    mkfifo gate
    run bash -c 'pyos spawn "$@" | (head -n 1 >/dev/null; exec <&-; echo >gate); exit "${PIPESTATUS[0]}"' - "$@"
    rm gate
}

@test "a reader that leaves ends neither the timeout nor the report" {
    for option in --lines --tee; do
        left "$option" --timeout=300ms --report=report -f timed_out,signal -- \
            sh -c 'trap "" PIPE; echo one; read x <gate; echo two; exec sleep 1000'
        [ "$status" -eq 141 ]
        [ "$(cat report)" = $'True\tSIGTERM' ]
    done
}

@test "a reader that leaves does not save what the command has left behind" {
    left --lines --subreaper --report=report -f signal,survivors -- \
        sh -c 'echo one; (trap "" PIPE; exec sleep 1000) & read x <gate; exec yes'
    [ "$status" -eq 141 ]
    grep -q "^SIGPIPE	\[{'pid': [0-9]*, 'comm': '.*'}\]$" report
}

@test "actions may send a captured stream elsewhere" {
    exits 0 pyos spawn --capture --dup2=1:2 -f stdout,stderr -- sh -c 'echo out; echo err >&2'
    is $'out\nerr\n\t'
    exits 0 pyos spawn --capture --open='2:O_WRONLY|O_CREAT:errors' -f stdout,stderr -- sh -c 'echo out; echo err >&2'
    is $'out\n\t'
    [ "$(cat errors)" = err ]
}
