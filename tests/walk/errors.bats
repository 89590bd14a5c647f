# What cannot be walked is reported, and the rest is walked.
load ../helper

teardown() {
    chmod -R u+rwX .
}

@test "a link to its own directory is a cycle" {
    mkdir top
    ln -s . top/self
    run -71 --separate-stderr pyos walk -L top
    is "('top', ['self'], [])"
    says "pyos walk: OSError: [Errno 40] Too many levels of symbolic links: 'top/self'"
}

@test "a link to a parent is a cycle where it closes" {
    mkdir -p outer/top
    ln -s .. outer/top/up
    run -71 --separate-stderr pyos walk -L outer
    is "('outer', ['top'], [])
('outer/top', ['up'], [])"
    says "pyos walk: OSError: [Errno 40] Too many levels of symbolic links: 'outer/top/up'"
    run -71 --separate-stderr pyos walk -L outer/top # here the parent itself is new
    is "('outer/top', ['up'], [])
('outer/top/up', ['top'], [])"
    says "pyos walk: OSError: [Errno 40] Too many levels of symbolic links: 'outer/top/up/top'"
}

@test "two links to each other's directories are a cycle each" {
    mkdir top top/a top/b
    ln -s ../b top/a/to-b
    ln -s ../a top/b/to-a
    run -71 --separate-stderr pyos walk -L --sort top
    is "('top', ['a', 'b'], [])
('top/a', ['to-b'], [])
('top/a/to-b', ['to-a'], [])
('top/b', ['to-a'], [])
('top/b/to-a', ['to-b'], [])"
    says "pyos walk: OSError: [Errno 40] Too many levels of symbolic links: 'top/a/to-b/to-a'
pyos walk: OSError: [Errno 40] Too many levels of symbolic links: 'top/b/to-a/to-b'"
}

@test "a cycle through another directory is found" {
    mkdir -p top/a/b elsewhere
    ln -s ../../../elsewhere top/a/b/out
    ln -s ../top/a elsewhere/back
    run -71 --separate-stderr pyos walk -L --bottom-up top
    is "('top/a/b/out', ['back'], [])
('top/a/b', ['out'], [])
('top/a', ['b'], [])
('top', ['a'], [])"
    says "pyos walk: OSError: [Errno 40] Too many levels of symbolic links: 'top/a/b/out/back'"
}

# os.walk goes 40 links down: 2^40 directories.
@test "two cycles in one directory do not multiply" {
    mkdir -p top/a/b
    ln -s ../.. top/a/b/one
    ln -s ../../../top top/a/b/two
    run -71 --separate-stderr pyos walk -L --summary -f dirpath top
    is 'top
top/a
top/a/b'
    [ "${stderr##*$'\n'}" = "{'directories': 3, 'files': 0, 'links': 2, 'errors': 2}" ]
}

@test "a directory that two links lead to is walked twice, and is no cycle" {
    mkdir top top/a
    touch top/a/file
    ln -s a top/one
    ln -s a top/two
    run -0 pyos walk -L --sort top
    is "('top', ['a', 'one', 'two'], [])
('top/a', [], ['file'])
('top/one', [], ['file'])
('top/two', [], ['file'])"
}

@test "without -L a cycle is only a name" {
    mkdir top
    ln -s . top/self
    run -0 pyos walk top
    is "('top', ['self'], [])"
}

@test "a link that leads to itself is a file" {
    mkdir top
    ln -s loop top/loop
    run -0 pyos walk -L top
    is "('top', [], ['loop'])"
}

@test "a directory that cannot be read is reported and the rest is walked" {
    mkdir -p top/{a,b,c}/below
    chmod 0 top/b
    run -77 --separate-stderr "$TOOLS/unprivileged" "$PYOS" walk --sort -f dirpath top
    is 'top
top/a
top/a/below
top/c
top/c/below'
    says "pyos walk: PermissionError: [Errno 13] Permission denied: 'top/b'"
}

@test "a directory that can be read and not searched has names, and nothing below" {
    mkdir -p top/a/below
    touch top/a/file
    chmod 644 top/a
    run -77 --separate-stderr "$TOOLS/unprivileged" "$PYOS" walk --sort top
    is "('top', ['a'], [])
('top/a', ['below'], ['file'])"
    says "pyos walk: PermissionError: [Errno 13] Permission denied: 'top/a/below'"
}

@test "--stat and --sizes report the entries that they cannot see" {
    mkdir -p top/a
    touch top/a/{1,2}
    chmod 644 top/a
    run -77 --separate-stderr "$TOOLS/unprivileged" "$PYOS" walk --stat --sort -f path top
    is top/a
    says "pyos walk: PermissionError: [Errno 13] Permission denied: 'top/a/1'
pyos walk: PermissionError: [Errno 13] Permission denied: 'top/a/2'"
    run -77 --separate-stderr "$TOOLS/unprivileged" "$PYOS" walk --sizes --sort top
    is "{'dirpath': 'top', 'bytes': 0, 'files': 0}
{'dirpath': 'top/a', 'bytes': 0, 'files': 0}"
}

@test "a top that is missing or no directory is reported and the others are walked" {
    mkdir top
    touch file
    run -66 --separate-stderr pyos walk missing top file ''
    is "('top', [], [])"
    says "pyos walk: FileNotFoundError: [Errno 2] No such file or directory: 'missing'
pyos walk: NotADirectoryError: [Errno 20] Not a directory: 'file'
pyos walk: FileNotFoundError: [Errno 2] No such file or directory: ''"
}

@test "the first error decides the exit code" {
    mkdir top top/secret
    ln -s . top/self
    chmod 0 top/secret
    run -66 --separate-stderr "$TOOLS/unprivileged" "$PYOS" walk -L --sort missing top
    run -77 --separate-stderr "$TOOLS/unprivileged" "$PYOS" walk -L --sort top missing
    [ "$(grep -c Error <<<"$stderr")" = 3 ]
}

@test "--onerror=ignore is silent and succeeds, as os.walk" {
    mkdir top top/secret
    ln -s . top/self
    chmod 0 top/secret
    run -0 --separate-stderr "$TOOLS/unprivileged" "$PYOS" walk -L --onerror=ignore --sort missing top
    is "('top', ['secret', 'self'], [])"
    says ''
}

@test "--onerror=raise stops at the first error" {
    mkdir -p top/{a,b,c}
    chmod 0 top/b
    run -77 --separate-stderr "$TOOLS/unprivileged" "$PYOS" walk --onerror=raise --sort -f dirpath top top
    is 'top
top/a'
    says "pyos walk: PermissionError: [Errno 13] Permission denied: 'top/b'"
}

@test "--onerror takes no other word" {
    run -64 --separate-stderr pyos walk --onerror=explode
    says "pyos walk: TypeError: argument 'onerror' must be one of report|ignore|raise, not 'explode'"
}

@test "--onerror=report is the default" {
    run -66 --separate-stderr pyos walk --onerror=report missing
    says "$(pyos walk missing 2>&1)"
}

@test "with --json errors are JSON too, and the output is valid" {
    needs jq
    mkdir -p top/{a,b}
    chmod 0 top/a
    run -77 --separate-stderr "$TOOLS/unprivileged" "$PYOS" walk -J --sort top missing
    is '{"dirpath":"top","dirnames":["a","b"],"filenames":[]}
{"dirpath":"top/b","dirnames":[],"filenames":[]}'
    [ "$(jq -r '.error | [.type, .errno, .name, .strerror, .filename, .filename2, .applet] | map(tostring) | join("|")' \
        <<<"$stderr")" = 'PermissionError|13|EACCES|Permission denied|top/a|null|walk
FileNotFoundError|2|ENOENT|No such file or directory|missing|null|walk' ]
}

@test "the path of an error keeps bytes that are no text" {
    run -66 --separate-stderr pyos walk $'caf\xe9'
    says "pyos walk: FileNotFoundError: [Errno 2] No such file or directory: 'caf\\udce9'"
}

@test "a path of 5,000 bytes is an error of its own" {
    local long
    printf -v long 'x/%.0s' {1..2500}
    run -71 --separate-stderr pyos walk "$long"
    says "pyos walk: OSError: [Errno 36] File name too long: '$long'"
}

@test "types that the directory does not tell are looked up" {
    mkdir -p top/{a,b}/c
    touch top/file top/a/1
    mkfifo top/a/fifo
    ln -s a top/link
    ln -s nowhere top/dangling
    untyped --sort top | cmp <(pyos walk --sort top) -
    untyped --sort -L --bottom-up top | cmp <(pyos walk --sort -L --bottom-up top) -
    untyped --sort --entries top | cmp <(pyos walk --sort --entries top) -
    untyped --sort -r top | cmp <(pyos walk --sort -r top) -
    untyped --sort --sizes --prune=b top | cmp <(pyos walk --sort --sizes --prune=b top) -
    untyped --summary --max-depth=0 -r top 2>&1 | grep -F "{'directories': 1, 'files': 1, 'links': 2, 'errors': 0}"
}

# untyped ARGUMENT...: walk where directories tell no types. A leak check cannot run while it is traced.
untyped() {
    ASAN_OPTIONS=detect_leaks=0 "$TOOLS/trace" untyped -- "$PYOS" walk "$@"
}

@test "a full disk is reported once" {
    mkdir -p top/{1..100}
    run -74 --separate-stderr bash -c 'pyos walk top >/dev/full'
    says "pyos walk: OSError: [Errno 28] No space left on device"
    run -74 --separate-stderr bash -c 'pyos walk -J /usr/share /usr/lib >/dev/full'
    [ "$(grep -c ENOSPC <<<"$stderr")" = 1 ]
}

@test "a closed pipe ends the walk quietly" {
    run -0 bash -c 'pyos walk -r /usr /usr /usr 2>errors | head -1; echo "${PIPESTATUS[0]}"; cat errors'
    is '/usr
141'
}

@test "where SIGPIPE is ignored a closed pipe is reported once" {
    run -0 bash -c 'trap "" PIPE; pyos walk -r /usr /usr /usr 2>errors | head -1; echo "${PIPESTATUS[0]}"; cat errors'
    is '/usr
74
pyos walk: BrokenPipeError: [Errno 32] Broken pipe'
}

@test "an output that cannot be written ends the walk at once" {
    mkdir top
    touch top/{1..20000}
    run -74 --separate-stderr bash -c 'pyos walk --stat -r top missing >/dev/full'
    says "pyos walk: OSError: [Errno 28] No space left on device"
}
