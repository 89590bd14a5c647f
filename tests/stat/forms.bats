# What stat, lstat and fstat print, in each form. tests/parity has the values themselves.
load ../helper

setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    printf 'hello, world\n' >file
    chmod 640 file
    touch -d @1700000000.123456789 file
    ln -s file link
}

teardown() {
    [ -z "${far:-}" ] || rm -rf "$far"
}

# keys: the keys of the JSON objects in the output of the last run, in order.
keys() {
    grep -oE '"[a-z_]+":' <<<"$output" | tr -d '":' | paste -s -d ' '
}

attributes='st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime'
attributes+=' st_atime_ns st_mtime_ns st_ctime_ns st_blksize st_blocks st_rdev'
added='type filemode st_birthtime st_birthtime_ns mount_id attributes'

# The default form is the repr.

@test "stat prints the repr of os.stat_result, a line a file" {
    run -0 pyos stat file file
    [ "${#lines[@]}" -eq 2 ]
    [ "${lines[0]}" = "$(stat -c "os.stat_result(st_mode=$((0100640)), st_ino=%i, st_dev=%d, st_nlink=1, st_uid=%u,\
 st_gid=%g, st_size=13, st_atime=%X, st_mtime=1700000000, st_ctime=%Z)" file)" ]
    [ "${lines[0]}" = "${lines[1]}" ]
}

@test "stat follows links" {
    run -0 pyos stat -f st_ino,type link
    is "$(stat -c %i file)"$'\tfile'
}

@test "-P, --no-follow-symlinks and --follow-symlinks=False look at a link itself" {
    for option in -P --no-follow-symlinks --no-follow_symlinks --follow-symlinks=False; do
        run -0 pyos stat $option -f type,st_size link
        is $'symlink\t4'
    done
}

@test "--follow-symlinks takes -P back" {
    run -0 pyos stat -P --follow-symlinks -f type link
    is file
}

@test "lstat looks at a link itself" {
    run -0 pyos lstat -f type link
    is symlink
}

@test "fstat looks at open descriptors" {
    run -0 pyos fstat -f fd,st_size,type 8 9 8<file 9<.
    is $'8\t13\tfile\n'"9"$'\t'"$(stat -c %s .)"$'\tdirectory'
}

@test "--fd stands in the place of the path" {
    run -0 pyos stat --fd=8 -f st_ino 8<file
    is "$(stat -c %i file)"
}

# -f

@test "-f prints the fields in the order they were named" {
    run -0 pyos stat -f st_size,type,st_size file
    is $'13\tfile\t13'
}

@test "-f may be repeated" {
    run -0 pyos stat -f st_size -f type,perm --field=st_nlink file
    is $'13\tfile\t0640\t1'
}

@test "-f has the times as floats and as nanoseconds" {
    run -0 pyos stat -f st_mtime,st_mtime_ns file
    is $'1700000000.1234567\t1700000000123456789'
}

@test "-f perm has the special bits in its first digit" {
    chmod 7751 file
    run -0 pyos stat -f perm,filemode file
    is $'7751\t-rwsr-s--t'
}

@test "-f st_rdev is the device that a node is" {
    run -0 pyos stat -f st_rdev,type,filemode /dev/null
    is $'259\tchar_device\tcrw-rw-rw-'
}

@test "-f mount_id is the kernel's number of the mount" {
    run -0 pyos stat -f mount_id file
    [ -n "$output" ] || skip "the kernel does not say the mount (before Linux 5.8)"
    is "$(sed -n 's/^mnt_id:\t//p' /proc/self/fdinfo/0 <file)"
}

@test "-f attributes is a list of names of statx" {
    run -0 pyos stat -f mount_id file
    [ -n "$output" ] || skip "the kernel does not say what is a mount's root (before Linux 5.8)"
    run -0 pyos stat -f attributes /proc
    is "['STATX_ATTR_MOUNT_ROOT']"
    run -0 pyos stat -J -f attributes /proc
    is '{"attributes":["STATX_ATTR_MOUNT_ROOT"]}'
}

# account FILE ID: the first name that /etc/passwd or /etc/group has for an id.
account() {
    sed -n "s/^\([^:]*\):[^:]*:$2:.*/\1/p" "$1" | head -1
}

@test "-f user and group are the names of /etc/passwd and /etc/group" {
    run -0 pyos stat -f user,group file
    is "$(account /etc/passwd "$(stat -c %u file)")"$'\t'"$(account /etc/group "$(stat -c %g file)")"
}

@test "an id without a name is empty, and null in JSON" {
    chown 3999999999:3999999998 file 2>/dev/null || skip "only root gives files away"
    run -0 pyos stat -f user,group,st_uid,st_gid file
    is $'\t\t3999999999\t3999999998'
    run -0 pyos stat -J -f user,group file
    is '{"user":null,"group":null}'
}

@test "-f path and fd are empty where the file was not named so" {
    run -0 pyos stat -f path,fd file
    is $'file\t'
    run -0 pyos stat --fd=8 -f path,fd 8<file
    is $'\t8'
}

@test "an unknown field is Python's AttributeError, exit 64" {
    run -64 --separate-stderr pyos stat -f st_size,st_mtim file
    is ""
    says "pyos stat: AttributeError: 'os.stat_result' object has no attribute 'st_mtim'"
}

@test "an empty field name is an unknown one" {
    for fields in '' , st_size, ,st_size st_size,,st_mode; do
        run -64 --separate-stderr pyos stat -f "$fields" file
        says "pyos stat: AttributeError: 'os.stat_result' object has no attribute ''"
    done
}

# -r, --null

@test "-r prints the items of the tuple, tab-separated" {
    run -0 pyos stat -r file
    is "$(stat -c "$((0100640))	%i	%d	1	%u	%g	13	%X	1700000000	%Z" file)"
}

@test "--null ends each record with NUL, whatever is in a name" {
    touch $'new\nline'
    pyos stat --null -f path,st_size $'new\nline' file | cmp - <(printf 'new\nline\t0\0file\t13\0')
}

@test "raw names are written byte for byte" {
    touch $'a\tb\xff\e'
    pyos stat -f path $'a\tb\xff\e' | cmp - <(printf 'a\tb\xff\e\n')
}

@test "on a terminal, raw names cannot steer it" {
    needs script
    touch $'a\e[2J\xc2\x9b\n\xff\xe2\x80\xae\xc3\xa9\\'
    run -0 script -qec "pyos stat -f path,st_size a*" /dev/null </dev/null
    is 'a\x1b[2J\x9b\n\udcff\u202eé\'$'\t0\r'
}

# -J

@test "-J has path, the attributes in Python's order, then what pyos adds" {
    run -0 pyos stat -J file
    [ "$(keys)" = "path $attributes $added" ]
}

@test "-J of a descriptor has fd in place of path" {
    run -0 pyos stat -J --fd=8 8<file
    [ "$(keys)" = "fd $attributes $added" ]
    run -0 pyos fstat -J 8 8<file
    [ "$(keys)" = "fd $attributes $added" ]
}

@test "-J --names --iso adds names, then each time as text" {
    run -0 pyos stat -J --names --iso file
    [ "$(keys)" = "path $attributes $added user group st_atime_iso st_mtime_iso st_ctime_iso st_birthtime_iso" ]
}

@test "-J holds the values, of one type a key" {
    run -0 pyos stat -J -f path,st_size,st_mtime,st_mtime_ns,type,filemode,perm file
    is '{"path":"file","st_size":13,"st_mtime":1700000000.1234567,"st_mtime_ns":1700000000123456789,"type":"file",'\
'"filemode":"-rw-r-----","perm":"0640"}'
}

@test "-J -f writes the keys in the order they were named" {
    run -0 pyos stat -J -f st_size,path link
    is '{"st_size":13,"path":"link"}'
}

@test "-r beside -J changes nothing" {
    run -0 pyos stat -r -J --null -f st_size file
    is '{"st_size":13}'
}

@test "--json-ints=string quotes every integer, and no float" {
    run -0 pyos stat -J --json-ints=string -f st_size,st_mtime,st_mtime_ns,st_uid,mount_id file
    [[ $output =~ ^\{\"st_size\":\"13\",\"st_mtime\":1700000000\.1234567,\"st_mtime_ns\":\"1700000000123456789\" ]]
    [[ $output =~ ,\"st_uid\":\"[0-9]+\",\"mount_id\":(\"[0-9]+\"|null)\}$ ]]
}

@test "a name that is no UTF-8 has its bytes in path_b64" {
    touch $'caf\xe9'
    run -0 pyos stat -J -f path,st_size $'caf\xe9'
    is '{"path":"caf\ufffd","path_b64":"Y2Fm6Q==","st_size":0}'
}

@test "--surrogateescape writes Python's escapes in place of path_b64" {
    touch $'caf\xe9'
    run -0 pyos stat -J --surrogateescape -f path,st_size $'caf\xe9'
    is '{"path":"caf\udce9","st_size":0}'
}

@test "--json=lines is a document a line" {
    run -0 pyos stat --json=lines -f path file link
    is $'{"path":"file"}\n{"path":"link"}'
}

@test "--json=array is one document" {
    run -0 pyos stat --json=array -f path file link
    is '[{"path":"file"},{"path":"link"}]'
}

@test "--json=array stays one document when files fail" {
    run -66 --separate-stderr pyos stat --json=array -f path nowhere file nowhere link nowhere
    is '[{"path":"file"},{"path":"link"}]'
    [ "${#stderr_lines[@]}" -eq 3 ]
}

@test "--json=array of nothing is an empty array" {
    run -66 --separate-stderr pyos stat --json=array nowhere
    is '[]'
    run -0 pyos stat --json=array --files0-from=/dev/null
    is '[]'
}

@test "--json=array is valid JSON in every field" {
    needs jq
    touch $'q"\\\n\x01\xff'
    run -0 bash -c 'pyos stat --json=array --names --iso ./* | jq -c "map(.path | length)"'
    is '[6,6,8]'
}

# --iso

@test "--iso is local time with nanoseconds and offset" {
    run -0 pyos stat -J -f st_mtime_iso file
    is '{"st_mtime_iso":"2023-11-14T22:13:20.123456789+00:00"}'
}

# iso TZ DATE ISO
iso() {
    touch -d "$2" dated
    TZ=$1 run -0 pyos stat -f st_mtime_iso dated
    is "$3"
}

@test "ISO times follow TZ" {
    iso XYZ-5:30 2023-11-14T22:13:20.123456789Z 2023-11-15T03:43:20.123456789+05:30
    iso XYZ5:30 2023-11-14T22:13:20.123456789Z 2023-11-14T16:43:20.123456789-05:30
    iso XYZ0:30 2023-11-14T00:13:20Z 2023-11-13T23:43:20.000000000-00:30
    iso XYZ-14 2023-12-31T12:00:00Z 2024-01-01T02:00:00.000000000+14:00
}

@test "ISO times know when summer is" {
    iso EST5EDT,M3.2.0,M11.1.0 2023-07-01T12:00:00Z 2023-07-01T08:00:00.000000000-04:00
    iso EST5EDT,M3.2.0,M11.1.0 2023-12-01T12:00:00Z 2023-12-01T07:00:00.000000000-05:00
    iso EST5EDT,M3.2.0,M11.1.0 2023-11-05T06:30:00Z 2023-11-05T01:30:00.000000000-05:00
}

@test "ISO times go back before 1970" {
    iso UTC0 1969-12-31T23:59:59.9Z 1969-12-31T23:59:59.900000000+00:00
    iso UTC0 1901-12-13T20:45:52Z 1901-12-13T20:45:52.000000000+00:00
    iso XYZ-5:30 1969-12-31T20:00:00.000000001Z 1970-01-01T01:30:00.000000001+05:30
}

@test "ISO times have the seconds of an offset, so that the instant is exact" {
    iso XYZ-5:53:28 1950-01-01T00:00:00Z 1950-01-01T05:53:28.000000000+05:53:28
    iso XYZ0:00:01 1950-01-01T00:00:00Z 1949-12-31T23:59:59.000000000-00:00:01
}

@test "ISO years have four digits, and a sign where that is too few" {
    [ -w /dev/shm ] || skip "no file system here that keeps such dates"
    far=$(mktemp -d -p /dev/shm)
    cd "$far"
    iso UTC0 0001-01-01T00:00:00.5Z 0001-01-01T00:00:00.500000000+00:00
    iso UTC0 @-62167219201 -0001-12-31T23:59:59.000000000+00:00
    iso UTC0 10000-01-01T00:00:00Z +10000-01-01T00:00:00.000000000+00:00
    iso UTC0 @9223372036854775807 ''
}
