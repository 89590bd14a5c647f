# os.access on the emulated backend: effective ids and links themselves, in full.
load ../helper
load backend
load calls

# What calls ask, of an owner who may pass over no permission.
confined() {
    within=$TOOLS/unprivileged
    calls root "$@"
}

# May: as many answers as modes, r, w and x of a path with these keywords.
may() {
    local path=$1 keywords=$2
    run -0 confined access "{\"path\":\"$path\",\"mode\":4$keywords}" access "{\"path\":\"$path\",\"mode\":2$keywords}" \
        access "{\"path\":\"$path\",\"mode\":1$keywords}"
    echo "${output//$'\n'/ }"
}

@test "what the permissions allow is True, and nothing else, with each combination of keywords" {
    local ids follow bits want
    mkdir root
    for ids in false true; do
        for follow in false true; do
            for bits in 0 1 2 3 4 5 6 7; do
                rm -f root/f && touch root/f && chmod "${bits}00" root/f
                want="$( ((bits & 4)) && echo true || echo false) $( ((bits & 2)) && echo true || echo false)"
                want+=" $( ((bits & 1)) && echo true || echo false)"
                prints "$want" may f ",\"effective_ids\":$ids,\"follow_symlinks\":$follow"
            done
        done
    done
}

@test "a link itself may be read, written and executed by all, and followed it is what it leads to" {
    mkdir root
    touch root/f && chmod 400 root/f
    ln -s /f root/link
    ln -s /none root/dangling
    prints 'true false false' may link ''
    prints 'true true true' may link ',"follow_symlinks":false'
    prints 'true true true' may link ',"follow_symlinks":false,"effective_ids":true'
    prints 'false false false' may dangling ''
    prints 'true true true' may dangling ',"follow_symlinks":false'
}

@test "what is outside of the root is not there" {
    mkdir root
    touch secret
    ln -s "$PWD/secret" root/out
    ln -s ../secret root/up
    for path in ../secret "$PWD/secret" out up /../secret; do
        prints 'false false false' may "$path" ',"effective_ids":true'
        prints 'false false false' may "$path" ''
    done
}

@test "a kernel without the newer call gives the same answers" {
    mkdir root
    touch root/f && chmod 500 root/f
    ln -s f root/link
    resolver+=("$TOOLS/block" faccessat2=ENOSYS --)
    prints 'true false true' may f ''
    prints 'true false true' may link ',"effective_ids":true'
    prints 'true true true' may link ',"follow_symlinks":false'
}
