# The rules of the house. Each is a function of tests/lint/lint; each is shown to hold, and to be able to fail.
load ../helper

lint() { "$SRC/tests/lint/lint" "$@"; }

# ---- the house keeps them

holds() {
    run lint "$1" "$SRC"
    is ''
    [ "$status" -eq 0 ]
}

@test "no include runs against the arrows between the rooms" { holds arrows; }
@test "the kernel's headers stay in the room sys" { holds kernel; }
@test "#if stands in the room sys alone" { holds conditionals; }
@test "each header has its guard" { holds guards; }
@test "nothing prints but the output stream" { holds printing; }
@test "only main ends the process" { holds exits; }
@test "only base/memory calls the heap" { holds heap; }
@test "only the room sys, base/in and base/out call the system" { holds syscalls; }
@test "no function is longer than 60 lines" { holds functions; }
@test "no file is longer than 400 lines" { holds files; }
@test "no line is longer than 120 columns" { holds columns; }
@test "no blanks where they do not belong" { holds blanks; }
@test "public names begin with pyos_" { holds names; }
@test "nothing outlives a call" { holds state; }
@test "each source has its header and includes it first" { holds pairs; }
@test "each file of applets has its rows" { holds tables; }
@test "nothing is left to do" { holds leftovers; }

@test "every rule is tested here, both ways" {
    for rule in $(lint); do
        grep -q "{ holds $rule; }\$" "$BATS_TEST_FILENAME" || { echo "no test of $rule"; return 1; }
        grep -q "^    offends $rule " "$BATS_TEST_FILENAME" || { echo "$rule is not shown to fail"; return 1; }
    done
}

@test "every applet of applets is in the table of the binary" {
    grep -hoE '\{\.name = "[^"]+", \.summary' "$SRC"/applets/*.c | cut -d'"' -f2 | grep -v -e '^--' -e ' ' | sort >rows
    [ -s rows ]
    pyos --list | sort | diff rows -
}

@test "each header can be included alone" {
    cc=$(sed -n 's/^CC = //p' "$BUILD/config.mk")
    find "$SRC/include" -name '*.h' >headers
    while read -r header; do
        echo "#include \"$header\""
        echo "#include \"$header\" /* and twice */"
    done <headers >all.c
    split -l 2 -a 4 all.c one. --additional-suffix=.c
    for source in one.*.c; do
        # shellcheck disable=SC2086  # CC may have arguments
        $cc -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Werror -fsyntax-only "-I$SRC/include" "$source"
    done
}

# ---- and they can be broken: a small house that keeps all rules, then one of them broken

build_house() {
    mkdir -p lib/{base,sys,py,os,cli} include/pyos/{base,sys,py,os,cli} applets tests
    local room name
    for room in base sys py os cli; do
        name=pyos_${room}_go
        printf '%s\n' "/* What $room does: printf(\"TO DO\"), if (open(2)) exit. */" "#ifndef PYOS_${room^^}_GO_H" \
            "#define PYOS_${room^^}_GO_H" '' 'struct pyos_go;' '' "int $name(const char *text);" '' '#endif' \
            >include/pyos/$room/go.h
        printf '%s\n' "#include \"pyos/$room/go.h\"" '' "int $name(const char *text)" '{' \
            '    return text == "free(x); #if exit(1)";' '}' >lib/$room/go.c
    done
    printf '%s\n' '#include "pyos/cli/go.h"' '#include "pyos/os/go.h"' '' \
        'static const int rows[] = {1};' 'const struct pyos_applet_list pyos_applets_go = {rows};' >applets/go.c
    printf '%s\n' 'int main(int argc, char **argv)' '{' '    return 0;' '}' >applets/main.c
}

# plant FILE TEXT...: one more line each, at the end
plant() {
    local file=$1
    shift
    printf '%s\n' "$@" >>"$file"
}

# offends RULE LINE...: the rule is broken, there and nowhere else
offends() {
    local rule=$1
    shift
    run lint "$rule" .
    [ "$status" -eq 1 ]
    is "$(printf '%s\n' "$@")"
}

@test "a house that keeps all rules offends none" {
    build_house
    for rule in $(lint); do
        run lint "$rule" .
        is '' || { echo "$rule"; return 1; }
    done
}

@test "an arrow that runs the other way is found" {
    build_house
    plant lib/base/go.c '#include "pyos/sys/go.h"'
    plant lib/py/go.c '#include "pyos/sys/go.h"'
    plant include/pyos/os/go.h '#include "pyos/cli/go.h"'
    plant lib/cli/go.c '#  include  "pyos/os/go.h"'
    plant applets/go.c '#include "pyos/sys/go.h"' '#include "main.c"'
    offends arrows 'applets/go.c:6: the room applets may not include pyos/sys/go.h' \
        'applets/go.c:7: what is this: main.c' \
        'include/pyos/os/go.h:10: the room os may not include pyos/cli/go.h' \
        'lib/base/go.c:7: the room base may not include pyos/sys/go.h' \
        'lib/cli/go.c:7: the room cli may not include pyos/os/go.h' \
        'lib/py/go.c:7: the room py may not include pyos/sys/go.h'
}

@test "a header of the kernel outside of sys is found" {
    build_house
    plant lib/sys/go.c '#include <linux/stat.h>'
    plant lib/os/go.c '#include <linux/stat.h>' '#include <sys/syscall.h>'
    offends kernel 'lib/os/go.c:7: only the room sys knows the kernel' \
        'lib/os/go.c:8: only the room sys knows the kernel'
}

@test "a condition of the preprocessor outside of sys is found" {
    build_house
    plant lib/sys/go.c '#ifdef __GLIBC__' '#endif'
    plant lib/os/go.c '# if 1' '#else' '#endif'
    plant include/pyos/py/go.h '#ifndef PYOS_OTHER_H' '#endif'
    offends conditionals 'include/pyos/py/go.h:10: #if stands in the room sys' \
        'lib/os/go.c:7: #if stands in the room sys' 'lib/os/go.c:8: #if stands in the room sys'
}

@test "a guard of another header is found" {
    build_house
    sed -i 's/PYOS_PY_GO_H/PYOS_GO_H/' include/pyos/py/go.h
    offends guards 'include/pyos/py/go.h:1: the guard is not PYOS_PY_GO_H'
}

@test "printing is found" {
    build_house
    plant applets/go.c '    printf("x");' '    snprintf(x, 1, "x");' '    fprintf (x)' '    write(fileno(stdout))'
    offends printing 'applets/go.c:6: prints; base/out does that' 'applets/go.c:9: prints; base/out does that'
}

@test "an exit outside of main is found" {
    build_house
    plant applets/go.c '    exit(1);'
    plant lib/sys/go.c '    _exit(1);' '    abort();'
    plant lib/os/go.c '    _exit(1);' '    pyos_exit(1);'
    offends exits 'applets/go.c:6: only main ends the process' 'lib/sys/go.c:8: only main ends the process' \
        'lib/os/go.c:7: only main ends the process'
}

@test "an allocation past base/memory is found" {
    build_house
    plant lib/base/memory.c '    free(x);'
    plant lib/py/go.c '    char *x = strdup(y);' '    x->free(x);' '    pyos_free(x); /* free(x) */' '    free(x);'
    offends heap 'lib/py/go.c:7: only base/memory knows the heap' 'lib/py/go.c:10: only base/memory knows the heap'
}

@test "a call of the system outside of sys is found" {
    build_house
    plant lib/sys/go.c '    open(x);'
    plant lib/base/in.c '    read(x);'
    plant lib/base/go.c '    read(x);'
    plant lib/os/go.c '    x = !isatty(1);' '    /* open(2),' '     * open(3) */ close(1);' "    c = '\"'; fork();"
    offends syscalls 'lib/base/go.c:7: only the room sys calls the system' \
        'lib/os/go.c:7: only the room sys calls the system' 'lib/os/go.c:9: only the room sys calls the system' \
        'lib/os/go.c:10: only the room sys calls the system'
}

@test "a long function is found, and one that just fits is not" {
    build_house
    mapfile -t body < <(yes '    x();' | head -n 58)
    plant lib/os/go.c 'void fits(void)' '{' "${body[@]}" '}'
    plant lib/py/go.c 'void is_long(void)' '{' "${body[@]}" '    x();' '}'
    offends functions 'lib/py/go.c:8: a function of 61 lines'
}

@test "a long file is found, and one that just fits is not" {
    build_house
    yes '/* */' | head -n 394 >>lib/os/go.c
    yes '/* */' | head -n 395 >>lib/py/go.c
    offends files 'lib/py/go.c:401: a file of 401 lines'
}

@test "a long line is found, and one that just fits is not" {
    build_house
    plant lib/os/go.c "$(printf '/%.0s' {1..120})" "$(printf '/%.0s' {1..121})"
    plant tests/go.c "$(printf '/%.0s' {1..121})"
    offends columns 'lib/os/go.c:8: a line of more than 120 columns' 'tests/go.c:1: a line of more than 120 columns'
}

@test "blanks that do not belong are found" {
    build_house
    plant lib/os/go.c $'\tx();' 'x(); ' '' '' 'x();' ''
    printf 'x();' >>lib/py/go.c
    offends blanks 'lib/os/go.c:7: a tab' 'lib/os/go.c:8: a blank at the end' 'lib/os/go.c:10: a second empty line' \
        'lib/os/go.c:12: an empty line at the end' 'lib/py/go.c:6: no line end'
}

@test "a public name that is not pyos_... is found" {
    build_house
    plant lib/os/go.c 'int go(void)' 'const struct pyos_x *table = {0};' 'static int hidden(void)' \
        'unsigned long pyos_fine(int x)' '    int local(void);' 'struct local {'
    plant include/pyos/os/go.h 'int go(void);' 'extern const int pyos_fine[];' 'extern const int fine;' '#define GO 1' \
        'struct go {' 'typedef int pyos_int;' 'static inline int twice(int x)'
    offends names 'lib/os/go.c:7: a public name that does not begin with pyos_' \
        'lib/os/go.c:8: a public name that does not begin with pyos_' \
        'include/pyos/os/go.h:10: a public name that does not begin with pyos_' \
        'include/pyos/os/go.h:12: a public name that does not begin with pyos_' \
        'include/pyos/os/go.h:16: a public name that does not begin with pyos_' \
        'include/pyos/os/go.h:13: a macro that does not begin with PYOS_' \
        'include/pyos/os/go.h:14: a type that does not begin with pyos_'
}

@test "state at the top of a file is found" {
    build_house
    plant lib/os/go.c 'static int counter;' 'static const char *const names[] = {' 'int pyos_global = 1;' \
        'static char buffer[10];' 'static int function(int x);' '    static int inside;'
    offends state 'lib/os/go.c:7: state that outlives a call' 'lib/os/go.c:9: state that outlives a call' \
        'lib/os/go.c:10: state that outlives a call' 'lib/os/go.c:12: state that outlives a call'
}

@test "a source without its header, and a header without its source, are found" {
    build_house
    rm include/pyos/py/go.h lib/os/go.c
    printf '#include <stdio.h>\n' >lib/base/go.c
    printf 'static inline int pyos_inline(int x)\n{\n    call(x);\n}\n' >include/pyos/cli/inline.h
    offends pairs 'lib/base/go.c:1: does not include its header first' 'lib/py/go.c:1: no include/pyos/py/go.h' \
        'include/pyos/os/go.h:1: promises what no source keeps'
}

@test "a file of applets without its rows is found" {
    build_house
    sed -i 's/pyos_applets_go/pyos_applets_gone/' applets/go.c
    offends tables 'applets/go.c:1: no pyos_applets_go'
}

@test "what is left to do is found" {
    build_house
    plant lib/os/go.c "/* TO""DO: more */"
    plant applets/go.c 'AUTODOXY'
    offends leftovers 'lib/os/go.c:7: something is left to do'
}
