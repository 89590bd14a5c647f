#!/usr/bin/env bash
# Prints what CPython 3.13 ($PYTHON, or python3.13) says of the tops in tests/walk/answers.txt, and of one
# more case for each argument (the tops as words of the shell):
#
#   tests/record/walk.bash 't/a t/b' >new && mv new tests/walk/answers.txt
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/walk/tree.bash"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
make_small_tree t

{
    sed -n 's/^## //p' "$here/walk/answers.txt" | grep -v -- '^--' || true
    [ $# -eq 0 ] || printf '%s\n' "$@"
} | while IFS= read -r tops; do
    for way in '' '--topdown=False ' '--followlinks=True ' '--topdown=False --followlinks=True '; do
        printf '## %s\n' "$way$tops"
        eval "${PYTHON:-python3.13} '$here/walk/oracle.py' --sort $way$tops"
    done
done
