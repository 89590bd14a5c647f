# expanduser and expandvars.
# shellcheck disable=SC2016,SC2088,SC2030,SC2031  # what is quoted here is pyos's to expand; each test is a subshell
load ../helper
load path

@test "~ is HOME" {
    export HOME=/home/ada
    answers "'/home/ada'" expanduser '~'
    answers "'/home/ada/'" expanduser '~/'
    answers "'/home/ada/x'" expanduser '~/x'
    answers "'/home/ada//x'" expanduser '~//x'
}

@test "only a ~ that begins the path counts" {
    answers "'a~'" expanduser 'a~'
    answers "'./~'" expanduser './~'
    answers "''" expanduser ''
    answers "'/~'" expanduser '/~'
}

@test "slashes at the end of HOME go, and nothing at all is the root" {
    HOME=/home/ada// answers "'/home/ada/x'" expanduser '~/x'
    HOME=/ answers "'/'" expanduser '~'
    HOME=/ answers "'/x'" expanduser '~/x'
    HOME='' answers "'/'" expanduser '~'
    HOME='' answers "'/x'" expanduser '~/x'
    HOME=relative answers "'relative/x'" expanduser '~/x'
}

@test "without HOME, ~ is what /etc/passwd says of the user" {
    unset HOME
    home=$(awk -F: -v id="$(id -u)" '$3 == id { print $6; exit }' /etc/passwd)
    [ -n "$home" ] || home='~'
    answers "'$home/x'" expanduser '~/x'
}

@test "~user is what /etc/passwd says of that one" {
    root=$(awk -F: '$1 == "root" { print $6 }' /etc/passwd)
    answers "'$root'" expanduser '~root'
    answers "'$root/x'" expanduser '~root/x'
}

@test "a user that is not known leaves the path as it is" {
    for path in '~nobody-has-this-name/x' '~root:' '~root:x' '~ROOT' $'~\xff' '~ /x' '~~'; do
        gives 0 "$path" pyos path expanduser -r "$path"
    done
    answers "'~nobody-has-this-name/x'" expanduser '~nobody-has-this-name/x'
    answers "'~\\udcff'" expanduser $'~\xff'
}

@test "expandvars puts in values" {
    export A=x B='' long_1=$'y\xff'
    answers "'x/b'" expandvars '$A/b'
    answers "'xA'" expandvars '${A}A'
    answers "'\$AA'" expandvars '$AA'
    answers "''" expandvars '$B'
    answers "'y\\udcff-'" expandvars '$long_1-'
    answers "'a\$'" expandvars 'a$'
    answers "'\$x'" expandvars '$$A'
}

@test "expandvars leaves alone what is not set or not closed" {
    unset NOT_SET
    export A=x
    for path in '$NOT_SET' '${NOT_SET}/a' '${A' '$' '${' '$}' '${}' '$-' ''; do
        answers "'$path'" expandvars "$path"
    done
    answers "'\${Ax'" expandvars '${A$A'
}

@test "values are not expanded again" {
    export A='$B' B=b
    answers "'\$B'" expandvars '$A'
    answers "'\$Bb'" expandvars '$A$B'
}

@test "names of variables are ASCII, but in braces anything" {
    export A=x
    answers "'xé'" expandvars $'$A\xc3\xa9'
    answers "'\$é'" expandvars $'$\xc3\xa9'
    answers "'\$\\udcff'" expandvars $'$\xff'
    gives 0 "'v'" env 'odd name=v' pyos path expandvars '${odd name}'
}
