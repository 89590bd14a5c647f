# JSON-RPC 2.0: requests, notifications, batches, and each of its own faults.
load ../helper
load session

one='"method":"WEXITSTATUS","params":[256]'

@test "a request is answered with its id and the result" {
    ask "{\"jsonrpc\":\"2.0\",\"id\":7,$one}"
    is '{"jsonrpc":"2.0","id":7,"result":1}'
}

@test "an id comes back as it was: a number, a string, null" {
    ask "{\"jsonrpc\":\"2.0\",\"id\":1.50,$one}" "{\"jsonrpc\":\"2.0\",\"id\":\"a\\\"\\u00e9\\udc80\",$one}" \
        "{\"jsonrpc\":\"2.0\",\"id\":null,$one}" "{\"jsonrpc\":\"2.0\",\"id\":123456789012345678901234567890,$one}"
    is '{"jsonrpc":"2.0","id":1.50,"result":1}
{"jsonrpc":"2.0","id":"a\"\u00e9\udc80","result":1}
{"jsonrpc":"2.0","id":null,"result":1}
{"jsonrpc":"2.0","id":123456789012345678901234567890,"result":1}'
}

@test "a request without id is carried out and not answered" {
    touch file
    setfattr -n user.a -v b file 2>/dev/null || needs setfattr
    ask '{"jsonrpc":"2.0","method":"removexattr","params":["file","user.a"]}' \
        '{"jsonrpc":"2.0","method":"removexattr","params":["nowhere","user.a"]}' \
        '{"jsonrpc":"2.0","method":"nosuch"}' \
        '{"jsonrpc":"2.0","id":1,"method":"listxattr","params":["file"]}'
    is '{"jsonrpc":"2.0","id":1,"result":[]}'
}

@test "params may be left out" {
    ask '{"jsonrpc":"2.0","id":1,"method":"sched_yield"}'
    is '{"jsonrpc":"2.0","id":1,"result":null}'
}

@test "params are an array by position, or an object by name" {
    call WEXITSTATUS '{"status":256}'
    is '"result":1'
    call sched_get_priority_max '{"policy":"SCHED_FIFO"}'
    is '"result":99'
}

@test "a parameter before the slash of the signature has a name too" {
    call WCOREDUMP '{"status":128}'
    is '"result":true'
}

@test "a batch is answered by an array, in its order, without its notifications" {
    ask "[{\"jsonrpc\":\"2.0\",\"id\":2,$one},{\"jsonrpc\":\"2.0\",$one},3,{\"jsonrpc\":\"2.0\",\"id\":1,$one}]"
    is '[{"jsonrpc":"2.0","id":2,"result":1},{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"Invalid Request: not an object"}},{"jsonrpc":"2.0","id":1,"result":1}]'
}

@test "a batch of notifications is not answered at all" {
    ask "[{\"jsonrpc\":\"2.0\",$one},{\"jsonrpc\":\"2.0\",$one}]"
    is ''
}

@test "an empty batch is an invalid request" {
    ask '[]'
    is '{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"Invalid Request: an empty batch"}}'
}

@test "a line that is not JSON is answered, and the session goes on" {
    ask '{"jsonrpc":' "{\"jsonrpc\":\"2.0\",\"id\":1,$one}"
    is '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Expecting value: line 1 column 12 (char 11)"}}
{"jsonrpc":"2.0","id":1,"result":1}'
}

@test "NaN, lone surrogates, text that is not UTF-8 and NUL outside of strings are not JSON" {
    for line in '{"a":NaN}' '"\ud800"' $'"\xff"' $'"\xe2\x82"' '{"a":1}}' '"' '01' "'a'"; do
        ask "$line"
        [[ "$output" == '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,'* ]]
    done
}

@test "ten million brackets are one error and no stack" {
    run -0 pyos session < <(head -c 10485760 /dev/zero | tr '\0' '['; echo)
    is '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Nested too deeply: line 1 column 101 (char 100)"}}'
}

@test "what is no request is said so" {
    fault() {
        ask "$1"
        is "{\"jsonrpc\":\"2.0\",\"id\":$2,\"error\":{\"code\":-32600,\"message\":\"Invalid Request: $3\"}}"
    }
    fault 1 null 'not an object'
    fault '"a"' null 'not an object'
    fault "{\"id\":1,$one}" 1 'jsonrpc must be \"2.0\"'
    fault "{\"jsonrpc\":2.0,\"id\":1,$one}" 1 'jsonrpc must be \"2.0\"'
    fault '{"jsonrpc":"2.0","id":"x"}' '"x"' 'method must be a string'
    fault '{"jsonrpc":"2.0","id":1,"method":5}' 1 'method must be a string'
    fault '{"jsonrpc":"2.0","id":1,"method":"a","params":5}' 1 'params must be an array or an object'
    fault '{"jsonrpc":"2.0","id":[],"method":"a"}' null 'id must be a string, a number or null'
}

@test "a method that there is not is -32601" {
    ask '{"jsonrpc":"2.0","id":1,"method":"nosuch"}'
    is '{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found: module '"'os'"' has no attribute '"'nosuch'"'"}}'
    ask '{"jsonrpc":"2.0","id":1,"method":"WEXITSTATUS\u0000"}'
    [[ "$output" == *'"code":-32601,'* ]]
}

@test "a method of another system is said to be one" {
    ask '{"jsonrpc":"2.0","id":1,"method":"chflags"}'
    is '{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found: module '"'os'"' has no attribute '"'chflags'"', which exists on macOS and the BSDs"}}'
}

@test "applets are no methods" {
    ask '{"jsonrpc":"2.0","id":1,"method":"waitstatus"}'
    [[ "$output" == *'"code":-32601'* ]]
}

@test "an empty line asks for nothing, and a last line needs no end" {
    run -0 pyos session < <(printf '\n\n{"jsonrpc":"2.0","id":1,%s}' "$one")
    is '{"jsonrpc":"2.0","id":1,"result":1}'
}

@test "no input is no answer and exit code 0" {
    run -0 pyos session </dev/null
    is ''
}

@test "blanks around a message do not matter" {
    ask "   {\"jsonrpc\" : \"2.0\", \"id\":1, $one}  "$'\r'
    is '{"jsonrpc":"2.0","id":1,"result":1}'
}

@test "a line of more than 64 MiB is refused, and the session goes on" {
    run -0 pyos session < <(head -c $((64 * 1024 * 1024 + 1)) /dev/zero | tr '\0' x; printf '\n%s\n' \
        "{\"jsonrpc\":\"2.0\",\"id\":1,$one}")
    is '{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"Invalid Request: a line of more than 64 MiB"}}
{"jsonrpc":"2.0","id":1,"result":1}'
}

@test "a line of 64 MiB is carried out" {
    begin='{"jsonrpc":"2.0","id":1,"method":"WEXITSTATUS","params":[256],"x":"'
    run -0 pyos session < <(printf %s "$begin"
        head -c $((64 * 1024 * 1024 - ${#begin} - 2)) /dev/zero | tr '\0' x; echo '"}')
    is '{"jsonrpc":"2.0","id":1,"result":1}'
}

@test "an answer is written before the next request is read" {
    coproc pyos session
    for i in 1 2 3; do
        echo "{\"jsonrpc\":\"2.0\",\"id\":$i,$one}" >&"${COPROC[1]}"
        read -r line <&"${COPROC[0]}"
        [ "$line" = "{\"jsonrpc\":\"2.0\",\"id\":$i,\"result\":1}" ]
    done
}

@test "answers that nobody reads are exit code 74" {
    run -74 --separate-stderr bash -c 'echo "$1" | pyos session >/dev/full' - "{\"jsonrpc\":\"2.0\",\"id\":1,$one}"
    says 'pyos session: OSError: [Errno 28] No space left on device'
}

@test "operands are refused" {
    run -64 --separate-stderr pyos session now
    says "pyos session: TypeError: session() takes no arguments (1 given)"
}

@test "rpc.discover lists every function with its section, signature and parameters" {
    needs jq
    echo '{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}' | pyos session >answer
    run -0 jq -r '.result.methods[] | [.name, .section, .origin, .summary] | @tsv' answer
    is "$(pyos --list-functions -f name,section,origin,doc)"
    run -0 jq -c '.result.methods[] | select(.name == "getrandom") |
        [.signature, (.params[] | [.name, .kind, .type, .required, .default]), .result.type]' answer
    is '["getrandom(size, flags=0)",["size","positional_or_keyword","int",true,null],["flags","positional_or_keyword","int",false,"0"],"bytes"]'
}

@test "numbers beyond 64 bits are numbers, of which each function says what it does not take" {
    for number in 18446744073709551616 -9223372036854775809 1e400 1E+2; do
        ask "{\"jsonrpc\":\"2.0\",\"id\":$number,\"method\":\"WEXITSTATUS\",\"params\":[$number]}"
        [[ "$output" == "{\"jsonrpc\":\"2.0\",\"id\":$number,\"error\":"*Error* ]]
    done
}

@test "the members of a request may stand in any order, and others beside them" {
    ask '{"params":[256],"more":{"a":[1]},"method":"WEXITSTATUS","id":1,"jsonrpc":"2.0"}'
    is '{"jsonrpc":"2.0","id":1,"result":1}'
}

@test "a batch in a batch, and a fault in one, spoil nothing else" {
    ask "[[],{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nosuch\"},{\"jsonrpc\":\"2.0\",\"id\":2,$one}]"
    [[ "$output" == '[{"jsonrpc":"2.0","id":null,"error":{"code":-32600,'*'{"jsonrpc":"2.0","id":1,"error":{"code":-32601,'*',{"jsonrpc":"2.0","id":2,"result":1}]' ]]
    ask "[{\"jsonrpc\":\"2.0\",\"id\":2,$one}"
    [[ "$output" == '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,'* ]]
}

@test "text that ends in the middle of a character is no JSON, and the session goes on" {
    for bytes in $'\xc3' $'\xe2\x82' $'\xf0\x9f\x90' $'\xed\xa0\x80' $'\xc0\x80'; do
        ask "{\"jsonrpc\":\"2.0\",\"id\":1,$one,\"a\":\"$bytes\"}" "{\"jsonrpc\":\"2.0\",\"id\":2,$one}"
        [[ "${lines[0]}" == '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,'* ]]
        [ "${lines[1]}" = '{"jsonrpc":"2.0","id":2,"result":1}' ]
    done
}

@test "a session of 50,000 calls does not grow" {
    run -0 "$TESTS/session/grow" 50000
}
