# What the rooms promise, one program a header: build/unit/NAME is tests/unit/NAME.c.
load ../helper

# A program that asks for more memory than there can be is answered, not aborted.
export ASAN_OPTIONS=allocator_may_return_null=1${ASAN_OPTIONS:+:$ASAN_OPTIONS}

unit() { "$BUILD/build/unit/$1"; }

# base
@test "arena: aligned pieces that stay where they are" { unit arena; }
@test "buf: a text that grows, and takes nothing more once it has failed" { unit buf; }
@test "error: constructors, and messages cut behind a whole character" { unit error; }
@test "in: items of any length, past signals and short reads" { unit in; }
@test "memory: sizes multiplied with a check" { unit memory; }
@test "out: whole records in large blocks, one failure at most" { unit out; }
@test "str: bytes with a length" { unit str; }

# sys
@test "lookup: paths below a root, name by name" { unit lookup; }
@test "lookup: what the kernel says of the same paths" {
    unit lookup_kernel
    mkdir unprivileged && cd unprivileged && "$TOOLS/unprivileged" "$BUILD/build/unit/lookup_kernel"
}
@test "lookup: a directory that becomes a link and back meanwhile" { unit lookup_race; }

@test "root: a directory that is taken for /" {
    unit root
    mkdir unprivileged && cd unprivileged && "$TOOLS/unprivileged" "$BUILD/build/unit/root"
    for error in EPERM ENOSYS; do
        mkdir $error && cd $error && "$TOOLS/block" fchmodat2=$error -- "$BUILD/build/unit/root"
    done
}

# py
@test "base64: the vectors of RFC 4648" { unit base64; }
@test "constant: names joined by |, in the place of an integer" { unit constant; }
@test "cpus: lists and masks of CPUs, of any width" { unit cpus; }
@test "errno: names, classes and messages" { unit errno; }
@test "exception: an error in Python's words, and as JSON" { unit exception; }
@test "float: the shortest digits, in Python's layout" { unit float; }
@test "glob: names matched as Python's fnmatch does" { unit glob; }
@test "form: a field of every type, in every form" { unit form; }
@test "handles: the lowest free number for each descriptor" { unit handles; }
@test "int: what int(word, 0) makes of words" { unit int; }
@test "json: ASCII strings, and whether they lost bytes" { unit json; }
@test "nanoseconds: lengths of time with a unit" { unit nanoseconds; }
@test "printer: lines and arrays, with failures between" { unit printer; }
@test "repr: quotes and escapes of str and bytes" { unit repr; }
@test "scan: the first byte that is not plain" { unit scan; }
@test "signals: Python's names, and what a signal does" { unit signals; }
@test "spelling: what is shown to eyes" { unit spelling; }
@test "time: seconds as a double, nanoseconds beyond 64 bits" { unit time; }
@test "utf8: every code point, and Python's pieces of what is none" { unit utf8; }

# os
@test "accounts: the name of an id" { unit accounts; }
@test "cgroup: which quota of the control groups counts" { unit cgroup; }
@test "constants: no name twice, and each is found" { unit constants; }
@test "descent: the way down and back with few descriptors" { unit descent; }
@test "listing: what a directory holds" { unit listing; }
@test "wait: what the bits of a status say" { unit wait; }

# cli
@test "common: the form that the options ask for, and --field" { unit common; }
@test "convert: words become the values of their rows" { unit convert; }
@test "log: what is told is a line on standard error" { unit log; }
@test "options: GNU's conventions" { unit options; }
@test "report: what each error is worth" { unit report; }

# all of them
@test "children: a thousand of them leave nothing behind" { unit children; }
@test "lines: a stream cut into lines" { unit lines; }
@test "supervise: one poll loop for a child" { unit supervise; }
@test "words: what the options of spawn say" { unit words; }

@test "variables: a mapping that keeps its order" { unit variables; }

@test "nomemory: every failed allocation is told, and leaks nothing" { unit nomemory; }

@test "every unit program is run by some test" {
    for source in "$SRC"/tests/unit/*.c; do
        name=$(basename "$source" .c)
        grep -rqE --include='*.bats' "(unit |build/unit/)$name(;|\"|\$| )" "$SRC/tests" || { echo "no test of $name"; return 1; }
    done
}
