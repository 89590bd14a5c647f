# names: every name that has a --help, a line each; the commands of applets as "NAME WORD".
names() {
    local name
    echo --install
    pyos --list-functions
    pyos --list | while read -r name; do
        echo "$name"
        pyos "$name" --help | sed -n '/^Commands:$/,/^$/s/^    \([^ ][^ ]* [^ ][^ ]*\).*/\1/p'
    done
}
