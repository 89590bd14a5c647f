# Every errno that the kernel may answer: its name, Python's class, glibc's words, and the exit code of the contract.
# errnos.txt has them as CPython 3.13 does, and the exit code.
load ../helper

# shown ERRNO: the line that the file has, of what pyos says when the kernel answers so
shown() {
    local code json
    # without the search for leaks, which itself must read a directory
    ASAN_OPTIONS=detect_leaks=0 run --separate-stderr "$TOOLS/block" "getdents64=$1" -- "$PYOS" walk -J .
    code=$status
    json='^\{"error":\{"type":"([A-Za-z]+)","errno":([0-9]+),"name":(null|"[A-Z0-9]+"),"strerror":"([^"]+)",'
    json+='"filename":".","filename2":null,"applet":"walk","message":"\[Errno \2\] \4: '"'\.'"'"\}\}$'
    [[ "$stderr" =~ $json ]] || { echo "$stderr"; return 1; }
    echo "${BASH_REMATCH[2]} ${BASH_REMATCH[3]//\"/} ${BASH_REMATCH[1]} $code ${BASH_REMATCH[4]}"
}

@test "every errno has its name, class, exit code and words" {
    for errnum in {1..134}; do
        shown "$errnum"
    done >shown
    diff "$SRC/tests/cli/errnos.txt" shown
    python313 || return 0
    "$ORACLE" -c 'import errno, os
for e in range(1, 135):
    print(e, errno.errorcode.get(e, "null"), type(OSError(e, "")).__name__, os.strerror(e))' >expected
    diff expected <(sed -E 's/^([^ ]+ [^ ]+ [^ ]+) [0-9]+/\1/' shown)
}
