# A root of the emulated backend is what chroot(2) makes of the same tree, whatever links are in it.
load ../helper
load backend

@test "random farms of links give the answers that they give in a chroot" {
    mkdir farms
    export ASAN_OPTIONS=detect_leaks=0 # a sanitizer looks for leaks by /proc, which is in no chroot
    run "$TOOLS/farm" farms "${FARMS:-150}" "${SEED:-1}" "$PYOS" "${resolver[@]}"
    [ "$status" -ne 77 ] || skip 'needs leave to chroot'
    [ "$status" -eq 0 ]
    is "${FARMS:-150} farms are the same"
}
