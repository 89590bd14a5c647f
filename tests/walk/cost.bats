# What a walk costs: memory that does not grow with the tree, and few system calls.
load ../helper

# calls_of ARGUMENT...: the system calls of a walk from the first directory on, a line each, in the file calls.
calls_of() {
    needs strace
    # A leak check cannot run while it is traced.
    ASAN_OPTIONS=detect_leaks=0 strace -o log -e trace=openat,open,getdents64,close,statx,newfstatat,fstat,lstat,stat \
        "$PYOS" walk "$@" >/dev/null
    awk '/O_DIRECTORY/ { on = 1 } /^close\(1\)/ { on = 0 } on' log >calls
}

# called NAME TIMES
called() {
    local times
    times=$(grep -c "^$1(" calls) || true
    [ "$times" = "$2" ] || { echo "$1: $times, not $2" && return 1; }
}

@test "a directory costs one openat, two getdents64 and one close, and its entries nothing" {
    mkdir -p top/{1..10}/{1..10}
    touch top/{1..10}/{1..10}/file
    ln -s nowhere top/link
    calls_of -r top
    called openat 111
    called getdents64 222
    called close 111
    [ "$(wc -l <calls)" = 444 ]
}

@test "what is printed as os.walk prints it costs one look at each link more" {
    mkdir -p top/{1..10}
    touch top/{1..10}/file
    ln -s nowhere top/1/link
    ln -s ../1 top/2/link
    calls_of top
    called openat 11
    called close 11
    [ "$(grep -c '"link"' calls)" = 2 ]
    [ "$(wc -l <calls)" = 46 ]
}

@test "bottom-up costs the same" {
    mkdir -p top/{1..10}/{1..10}
    calls_of --bottom-up top
    called openat 111
    called getdents64 222
    called close 111
    [ "$(wc -l <calls)" = 444 ]
}

@test "a pruned directory is not opened" {
    mkdir -p top/{a,b,c}/d
    calls_of --prune=b top
    called openat 5
    run ! grep '"b"' calls
}

@test "a directory at --max-depth is not opened" {
    mkdir -p top/{a,b,c}/d
    calls_of --max-depth=1 top
    called openat 4
    calls_of -r --max-depth=1 top
    called openat 1
    calls_of -r --max-depth=0 top
    called openat 1
}

@test "--stat costs one statx an entry" {
    mkdir top
    touch top/{1..100}
    calls_of --stat top
    [ "$(grep -cE '^(statx|newfstatat|lstat|stat)' calls)" = 100 ]
}

@test "-L asks who each directory is, and no more" {
    mkdir -p top/{1..10}
    calls_of -L top
    called openat 11
    [ "$(grep -cE '^(statx|fstat|newfstatat)' calls)" = 11 ]
}

@test "a wide directory is read in large pieces" {
    mkdir top
    touch top/{1..5000}
    calls_of top
    [ "$(grep -c '^getdents64' calls)" -lt 12 ]
}

@test "output is written in large blocks" {
    needs strace
    mkdir top
    touch top/{1..6000}
    ASAN_OPTIONS=detect_leaks=0 strace -o log -e trace=write "$PYOS" walk --entries top >got
    [ "$(wc -c <got)" -gt 500000 ]
    [ "$(grep -c '^write(1' log)" -lt $(($(wc -c <got) / 50000)) ]
}

# peak ARGUMENT...: KiB that a walk has at most, in $peak. What ASan keeps back of freed memory is not its own.
peak() {
    ASAN_OPTIONS=quarantine_size_mb=0:thread_local_quarantine_size_kb=0 \
        "$TOOLS/peak" peak "$PYOS" walk "$@" >/dev/null
    peak=$(<peak)
}

# same_peak ARGUMENT...: 10,000 more directories take no more memory.
same_peak() {
    local small
    peak "$@" small
    small=$peak
    peak "$@" large
    echo "$*: $small KiB, then $peak KiB"
    [ $((peak - small)) -lt 512 ]
}

@test "memory does not grow with the tree" {
    mkdir -p small/{1..10}/{1..20}/d large/{1..100}/{1..100}/d
    same_peak
    same_peak --bottom-up
    same_peak -L
    same_peak -r
    same_peak --entries
    same_peak --sizes
}

@test "records of a wide directory are not kept until it ends" {
    local wide
    mkdir wide
    touch wide/{1..30000}
    peak -r wide
    wide=$peak
    peak --stat --json wide
    echo "$wide KiB, with --stat $peak KiB"
    [ "$(pyos walk --stat --json wide | wc -c)" -gt 16000000 ]
    [ $((peak - wide)) -lt 2048 ]
}
