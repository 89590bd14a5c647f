# Every function and value of os is there, as CPython 3.13 has it. reference.txt holds a line a function: name, section
# of the manual, signature, and which sets it is in.
load ../helper

recorded() {
    cut -f "$1" "$TESTS/functions/reference.txt"
}

# ours: name, section and signature of each function of os
ours() {
    pyos --list-functions --json | grep '"origin":"os"' | sed -E \
        's/^\{"name":"(.*)","section":"(.*)","doc":".*","origin":"os","signature":(null|"(.*)")\}$/\1\t\2\t\4/; s/\\"/"/g'
}

# values: the attributes of os that are no functions, and a type; the rest of what is listed must be the manual's
values() {
    printf '%s\n' altsep confstr_names curdir defpath devnull environ environb extsep linesep name pardir \
        pathconf_names pathsep sched_param sep supports_bytes_environ supports_dir_fd supports_effective_ids \
        supports_fd supports_follow_symlinks sysconf_names
}

@test "the functions are those of CPython 3.13, with their sections and signatures" {
    [ "$(recorded 1 | wc -l)" -eq 201 ]
    diff <(recorded 1-3) <(ours | grep -v $'\t$' | grep -v ^sched_param | LC_ALL=C sort)
}

@test "the values are those of CPython 3.13" {
    diff <(values) <(ours | cut -f1 | grep -vxFf <(recorded 1) | LC_ALL=C sort)
}

@test "the functions that take fd, dir_fd, effective_ids and follow_symlinks are those of CPython 3.13" {
    for what in fd dir_fd effective_ids follow_symlinks; do
        run -0 pyos "supports_$what" --json
        is "[\"$(grep -P "[\t,]$what(,|$)" "$TESTS/functions/reference.txt" | cut -f1 | paste -sd, | sed 's/,/","/g')\"]"
    done
}

@test "the recording is what CPython says where it is here" {
    if ! python313; then return 0; fi
    "$ORACLE" - "$TESTS/functions/reference.txt" <<'END'
import inspect, os, sys
for line in open(sys.argv[1]):
    name, section, signature, marks = line.rstrip("\n").split("\t")
    try:
        here = str(inspect.signature(getattr(os, name)))
    except ValueError:
        continue
    assert here == signature, (name, here, signature)
    for mark in ("fd", "dir_fd", "effective_ids", "follow_symlinks"):
        assert (getattr(os, name) in getattr(os, "supports_" + mark)) == (mark in marks.split(",")), (name, mark)
END
}

@test "the words of os are those of CPython 3.13" {
    say() {
        for name in name sep altsep curdir pardir extsep pathsep linesep defpath devnull supports_bytes_environ; do
            pyos "$name" --json
        done
    }
    run -0 say
    is $'"posix"\n"/"\nnull\n"."\n".."\n"."\n":"\n"\\n"\n"/bin:/usr/bin"\n"/dev/null"\ntrue'
}
