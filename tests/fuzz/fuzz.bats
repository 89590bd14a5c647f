# Each fuzzer for a moment; `make fuzz` runs them for long. It needs clang and its runtime, and its own build, unless
# this one is such.
load ../helper

# Where a machine has no libFuzzer, FUZZ is empty; bats 1.8 cannot skip from here.
setup_file() {
    unset MAKEFLAGS MAKELEVEL
    export FUZZ=$BUILD
    grep -q '^fuzz = yes' "$BUILD/config.mk" && return
    FUZZ=
    cd "$BATS_FILE_TMPDIR"
    echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' >probe.c
    clang -fsanitize=fuzzer,address probe.c -o probe || return 0
    FUZZ=$BATS_FILE_TMPDIR
    "$SRC/configure" --enable-fuzz
    make -s -C "$FUZZ" -j2 fuzzers
}

fuzz() {
    [ -n "$FUZZ" ] || needs 'clang with libFuzzer'
    make -s -C "$FUZZ" "fuzz-$1" FUZZ_SECONDS=2
}

@test "names of accounts are found in any text" { fuzz accounts; }
@test "any file of attributes is read to its end" { fuzz archive; }
@test "any control groups have a quota or none" { fuzz cgroup; }
@test "any word is CPUs or a length of time, or refused" { fuzz cpus; }
@test "any text is decoded or refused" { fuzz decode; }
@test "lists of fields are chosen or refused" { fuzz fields; }
@test "any double reads back, and no shorter text does" { fuzz float; }
@test "any line of attributes is read or refused" { fuzz getfattr; }
@test "any word is a literal, names, or refused" { fuzz int; }
@test "items come out of any chunks" { fuzz items; }
@test "any JSON is read or refused" { fuzz json_read; }
@test "any line of words is read or refused" { fuzz options; }
@test "any bytes are spelled and read back" { fuzz text; }

@test "every fuzzer has its test here, and seeds" {
    for source in "$SRC"/tests/fuzz/*.c; do
        name=$(basename "$source" .c)
        grep -q "^@test .* { fuzz $name; }\$" "$BATS_TEST_FILENAME" || { echo "no test of $name"; return 1; }
        [ -n "$(ls "$SRC/tests/fuzz/corpus/$name")" ] || { echo "no seeds for $name"; return 1; }
    done
}
