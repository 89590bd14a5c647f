# Users and groups by id and name, from /etc/passwd and /etc/group: getpwuid, getpwnam, getgrgid, getgrnam, ...
load ../helper

# row FILE NUMBER VALUE: the first line whose part NUMBER is VALUE
row() {
    awk -F: -v at="$2" -v value="$3" '$at == value { print; exit }' "$1"
}

@test "a user has the seven parts of a line of /etc/passwd" {
    IFS=: read -r name passwd uid gid gecos dir shell <<<"$(row /etc/passwd 3 0)"
    user="pwd.struct_passwd(pw_name='$name', pw_passwd='$passwd', pw_uid=$uid, pw_gid=$gid, pw_gecos='$gecos', \
pw_dir='$dir', pw_shell='$shell')"
    gives 0 "$user" pyos getpwuid 0
    gives 0 "$user" pyos getpwnam "$name"
    gives 0 "$dir" pyos getpwuid 0 -f pw_dir
    gives 0 "$name" pyos getpwuid --raw -f pw_name 0
}

@test "a group has the four parts of a line of /etc/group" {
    IFS=: read -r name passwd gid _ <<<"$(row /etc/group 3 0)"
    run -0 pyos getgrgid 0
    [[ $output == "grp.struct_group(gr_name='$name', gr_passwd='$passwd', gr_gid=$gid, gr_mem=["*'])' ]]
    gives 0 "$output" pyos getgrnam "$name"
}

@test "who is not there is a KeyError, worded as in Python" {
    fails 65 "pyos getpwuid: KeyError: 'getpwuid(): uid not found: 987654'" pyos getpwuid 987654
    fails 65 "pyos getgrgid: KeyError: 'getgrgid(): gid not found: 987654'" pyos getgrgid 987654
    fails 65 "pyos getpwnam: KeyError: \"getpwnam(): name not found: 'no one'\"" pyos getpwnam 'no one'
    fails 65 "pyos getgrnam: KeyError: \"getgrnam(): name not found: 'no one'\"" pyos getgrnam 'no one'
    fails 65 "pyos getpwnam: KeyError: 'getpwnam(): name not found: \"it\\'s\"'" pyos getpwnam "it's"
}

@test "all users and all groups come in the order of the files" {
    run -0 pyos getpwall --json
    is "$(awk -F: 'NF >= 7 && !/^#/ { printf "{\"pw_name\":\"%s\",\"pw_passwd\":\"%s\",\"pw_uid\":%s,\"pw_gid\":%s,\
\"pw_gecos\":\"%s\",\"pw_dir\":\"%s\",\"pw_shell\":\"%s\"}\n", $1, $2, $3, $4, $5, $6, $7 }' /etc/passwd)"
    run -0 pyos getgrall --json
    is "$(awk -F: 'NF >= 3 && !/^#/ { gsub(/,/, "\",\"", $4); printf "{\"gr_name\":\"%s\",\"gr_passwd\":\"%s\",\
\"gr_gid\":%s,\"gr_mem\":[%s]}\n", $1, $2, $3, $4 == "" ? "" : "\"" $4 "\"" }' /etc/group)"
}

@test "they are what CPython says of them where it is here" {
    if ! python313; then return 0; fi
    ask() { "$ORACLE" -c "import grp, pwd; print($1)"; }
    gives 0 "$(ask 'pwd.getpwuid(0)')" pyos getpwuid 0
    gives 0 "$(ask 'grp.getgrgid(0)')" pyos getgrgid 0
    gives 0 "$(ask 'pwd.getpwall()')" pyos getpwall
    gives 0 "$(ask 'grp.getgrall()')" pyos getgrall
}

@test "an id is a number" {
    fails 65 'pyos getpwuid: OverflowError: uid is less than minimum' pyos getpwuid -2
    fails 64 "pyos getgrgid: TypeError: getgrgid() missing required argument 'id' (pos 1)" pyos getgrgid
}
