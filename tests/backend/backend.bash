# What the tests of the emulated backend share. Each of their files runs as it is, and again by a link to it whose name
# says what becomes of openat2(2) then: X_walked.bats has a kernel that lacks it, X_forbidden.bats a filter that forbids
# it, as that of an old container does.

case ${BATS_TEST_FILENAME##*/} in
    *_walked.bats) resolver=("$TOOLS/block" openat2=ENOSYS --) ;;
    *_forbidden.bats) resolver=("$TOOLS/block" openat2=EPERM --) ;;
    *) resolver=() ;;
esac

# emulated ROOT ARG...: pyos, confined to ROOT.
emulated() {
    "${resolver[@]}" "$PYOS" --backend=emulated --root="$1" "${@:2}"
}

# jailed ROOT ARG...: the oracle, pyos itself with the root that chroot(2) gives it. 77 where that is not permitted, 126
# where pyos cannot run there, as it is not linked statically.
jailed() {
    "${resolver[@]}" "$TOOLS/jail" "$1" "$PYOS" "${@:2}"
}

# json TEXT: as a string of JSON, in $json. Bytes that are no UTF-8 are not for it.
json() {
    json=${1//\\/\\\\}
    json=${json//\"/\\\"}
    json=\"${json//$'\n'/\\n}\"
}
