# The emulated backend keeps to its root where directories change places with links to outside during its lookups.
load ../helper
load backend

@test "a race that swaps directories for links, and moves them out, shows and changes nothing outside" {
    export PYOS TOOLS
    run -0 "$TESTS/backend/race" 3000 "${resolver[@]}"
    [[ $output =~ ^'3000 swaps in '[0-9]+' ms, '[0-9]+' answers' ]]
}
