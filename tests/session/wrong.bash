# What the tests of wrong calls share: load it after session.

# expand <wrong.txt: METHOD PARAMS, a tab, and the answer; a line for each call
expand() {
    awk -F '\t' '
        /^[^ ]/ { count = split($1, member, " "); next }
        { sub(/^ /, "", $1); params = $1 }
        params ~ /^[a-z]/ {
            name = "\"" substr($1, 1, index($1, " ") - 1) "\":"
            value = substr($1, index($1, " ") + 1)
            params = ""
            for (i = 2; i <= count; i++)
                params = params "," (index(member[i], name) == 1 ? name value : member[i])
            if (index(params, "," name) == 0)
                params = params "," name value
            params = "{" substr(params, 2) "}"
        }
        { print member[1] " " params "\t" $2 }'
}

# standing: of such lines, those whose function there is
standing() {
    awk 'NR == FNR { there[$1]; next } $1 in there' <(pyos --list-functions) -
}

# numbered N: the lines of own.txt, and each function that wrong.txt knows to take a descriptor, as requests about N,
# whose ids are their names
numbered() {
    {
        cat "$TESTS/session/own.txt"
        awk '/^[^ ].*499/ { name = $1; $1 = ""; gsub(/ "/, ",\""); print name " {" substr($0, 2) "}" }' \
            "$TESTS/session/wrong.txt" | standing | grep -v '^closerange'
    } | sed -E "s/499/$1/g"';s/([^ ]*) (.*)/{"jsonrpc":"2.0","id":"\1","method":"\1","params":\2}/'
}

# answer: the same lines with what a session says to them
answer() {
    tee asked | cut -f 1 | sed -E 's/([^ ]*) (.*)/{"jsonrpc":"2.0","id":1,"method":"\1","params":\2}/' |
        ASAN_OPTIONS=allocator_may_return_null=1 pyos session 2>/dev/null | sed -E '
            s/^\{"jsonrpc":"2.0","id":1,"result":.*/accepted/
            s/^.*"error":\{"code":(-32602|-32000),"message":"(.*)","data":\{"type":"([A-Za-z]*)",.*$/\3: \2/
            s/^.*"error":\{"code":[0-9]+,.*$/accepted/' >answers
    cut -f 1 asked | paste - answers
}
