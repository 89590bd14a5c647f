# at_each_call.bash SCRIPT COMMAND ARG...: runs COMMAND again and again, each time in a new tree that SCRIPT
# changes before the first, the second, ... of its system calls. Prints all that it printed; fails where an exit
# code is none of a walk that lost something. A program of its own, because bats slows down every command.
set -u
script=$1
shift

# What is walked; and beside it, under the same names, what must never be listed.
make_tree() {
    mkdir -p "$1"/{top/{a/{b/{1,2},c},e},outside/{b/{1,2},c}/secret,elsewhere/{b,c,e}/secret}
}

for n in {1..99}; do
    make_tree "$n" && cd "$n" || exit
    "$TOOLS/trace" at "$n" "$script && : >changed" -- "$@" 2>errors
    code=$?
    cat errors
    cd .. || exit
    [ -e "$n/changed" ] || break
    case $code in
        0) [ ! -s "$n/errors" ] ;;
        66 | 71) [ -s "$n/errors" ] ;;
        *) false ;;
    esac || { echo "exit code $code with a change at call $n" && exit 1; }
done
rm -r ./*
echo "changes: $((n - 1))"
[ "$n" -gt 20 ] && [ "$n" -lt 99 ]
