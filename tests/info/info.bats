# pyos info: one record of the process and its machine.
load ../helper

@test "every field is there, in this order" {
    needs jq
    run -0 bash -c 'pyos info --json | jq -r "keys_unsorted[]" | paste -sd " "'
    is "version architecture libc uname time times ids names cwd umask limits environment cpus load memory \
memory_limit mounts cgroup namespaces capabilities terminal sysconf"
}

@test "by default it is a dict of Python, a line a field" {
    run -0 pyos info
    [ "${#lines[@]}" -eq 22 ]
    [[ "${lines[0]}" == "{'version': '"*"'," ]]
    [[ "${lines[21]}" == " 'sysconf': {'SC_ARG_MAX': "*"}}" ]]
}

@test "as JSON it is one line" {
    run -0 pyos info -J
    [ "${#lines[@]}" -eq 1 ]
    run -0 pyos info --json=array
    [[ "$output" == '[{"version":'*'}]' ]]
}

@test "a field can be chosen" {
    mkdir here
    cd here
    run -0 pyos info -f cwd
    is "{'path': '$PWD'}"
    run -0 pyos info -J -f cwd,umask
    is "{\"cwd\":{\"path\":\"$PWD\"},\"umask\":{\"value\":$(($(umask))),\"octal\":\"0o$(umask | tail -c 4)\"}}"
}

@test "what it is not given is refused" {
    run -64 --separate-stderr pyos info now
    says "pyos info: TypeError: info() takes no arguments (1 given)"
    run -64 --separate-stderr pyos info -f nothing
    says "pyos info: AttributeError: 'dict' object has no attribute 'nothing'"
}

@test "version, architecture and names of the system are those of pyos and uname" {
    run -0 pyos info -f version
    is "$(pyos --version | cut -d ' ' -f 2)"
    run -0 pyos info -f uname
    is "$(pyos uname)"
    [[ "$(pyos info -f libc)" == "$(pyos confstr CS_GNU_LIBC_VERSION -r)" ]]
    [[ "$(pyos info -f architecture)" == [a-z]* ]]
}

@test "users and groups are those of id" {
    needs jq
    pyos info -J >record
    [ "$(jq .ids.uid record)" = "$(id -ru)" ]
    [ "$(jq .ids.euid record)" = "$(id -u)" ]
    [ "$(jq .ids.gid record)" = "$(id -rg)" ]
    [ "$(jq .ids.egid record)" = "$(id -g)" ]
    diff <(jq '.ids.groups | unique[]' record) <(pyos getgroups -r | sort -nu)
    [ "$(jq '.names.groups | length' record)" -eq "$(jq '.ids.groups | length' record)" ]
}

@test "names are those of /etc/passwd and /etc/group" {
    needs jq
    name=$(awk -F: -v uid="$(id -ru)" '$3 == uid { print $1; exit }' /etc/passwd)
    group=$(awk -F: -v gid="$(id -rg)" '$3 == gid { print $1; exit }' /etc/group)
    [ "$(pyos info -J | jq -r '.names.user // ""')" = "$name" ]
    [ "$(pyos info -J | jq -r '.names.group // ""')" = "$group" ]
}

@test "the umask is told, and stays" {
    umask 0137
    run -0 pyos info -f umask
    is "{'value': 95, 'octal': '0o137'}"
    run -0 pyos umask 0
    is 95
}

@test "limits are those of the shell" {
    ulimit -S -n 123
    ulimit -S -c 0
    run -0 bash -c "pyos info -J -f limits | grep -o '\"RLIMIT_[NC]O[^}]*}'"
    [[ "$output" == '"RLIMIT_CORE":{"soft":0,'*'"RLIMIT_NOFILE":{"soft":123,'* ]]
    [ "$(pyos info -J -f limits | grep -o RLIMIT_ | wc -l)" -eq 16 ]
}

@test "of the environment all names are shown, and few values" {
    needs jq
    env -i PATH="$PATH" LANG=C SECRET=not-to-be-shown pyos info -J >record
    run -0 jq -c '.environment.names' record
    is '["PATH","LANG","SECRET"]'
    run -0 jq -c '.environment.values | [.LANG, .CI], has("SECRET")' record
    is $'["C",null]\nfalse'
    run -1 grep not-to-be-shown record
}

@test "--show-env shows all values" {
    run -0 env -i PATH="$PATH" SECRET=not-to-be-shown pyos info -J --show-env -f environment
    [[ "$output" == *'"variables":[{"name":"PATH",'*'},{"name":"SECRET","value":"not-to-be-shown"}]}}' ]]
}

@test "a value that is not UTF-8 has its bytes beside it" {
    run -0 env -i PATH="$PATH" LANG=$'\xff' X=$'\xfe' pyos info -J --show-env -f environment
    [[ "$output" == *'"LANG":"\ufffd","LANG_b64":"/w==",'* ]]
    [[ "$output" == *'{"name":"X","value":"\ufffd","value_b64":"/g=="}'* ]]
}

@test "the CPUs are those of sched cpus" {
    run -0 pyos info -J -f cpus
    is "{\"cpus\":$(pyos sched cpus -J)}"
}

@test "the machine has memory, a load and a time" {
    needs jq
    pyos info -J >record
    jq -e '.memory | .total > 0 and .free <= .total and .available <= .total and .swap_free <= .swap_total' record
    jq -e '.load | .load_1 >= 0 and .load_5 >= 0 and .load_15 >= 0' record
    jq -e '.time | .uptime > 0 and .boot < .now' record
    [[ "$(jq -r .time.now record)" == "$(date -u +%Y)-"*T*:*:*.*+00:00 ]]
    [ "$(jq .memory.total record)" -eq $(($(awk '/^MemTotal:/ { print $2 }' /proc/meminfo) * 1024)) ]
}

@test "the mounts are those of the current directory and of /tmp" {
    needs jq
    pyos info -J >record
    [ "$(jq -r .mounts.cwd.mount_point record)" = "$(stat -c %m .)" ]
    [ "$(jq -r .mounts.tmp.mount_point record)" = "$(stat -c %m /tmp)" ]
    [ "$(jq .mounts.tmp.statvfs.f_blocks record)" = "$(pyos statvfs /tmp -f f_blocks)" ]
    cd /proc
    run -0 bash -c "pyos info -J | jq -r '.mounts.cwd | .mount_point, .type'"
    is $'/proc\nproc'
}

@test "control groups are those of the kernel" {
    needs jq
    run -0 bash -c "pyos info -J | jq -r '.cgroup.groups[] | \"\\(.hierarchy):\\(.controllers):\\(.path)\"'"
    is "$(cat /proc/self/cgroup)"
}

@test "namespaces are those of the kernel" {
    needs jq
    for name in mnt net pid user uts; do
        [ "$(pyos info -J | jq .namespaces.$name)" = "$(readlink /proc/self/ns/$name | grep -o '[0-9]*')" ]
    done
}

@test "capabilities have their names" {
    needs jq
    run -0 bash -c "pyos info -J | jq -r '.capabilities.effective | length'"
    effective=$((16#$(awk '/^CapEff/ { print $2 }' /proc/self/status)))
    for ((count = 0; effective; effective &= effective - 1)); do count=$((count + 1)); done
    is "$count"
    [ "$(id -u)" -ne 0 ] || [[ "$(pyos info -f capabilities)" == *"'effective': ['CAP_CHOWN', "* ]]
    "$TOOLS/unprivileged" pyos info -f capabilities | grep "'effective': \[\]"
}

@test "without a terminal there is none" {
    run -0 bash -c 'pyos info -J -f terminal </dev/null 2>/dev/null | cat'
    is '{"terminal":null}'
}

@test "on a terminal its size is told" {
    run -0 "$TOOLS/terminal" -- sh -c "stty cols 91 rows 17; '$PYOS' info -f terminal </dev/null"
    [[ "$output" == *"{'fd': 1, 'columns': 91, 'lines': 17}"* ]]
}

@test "the sysconf is that of sysconf" {
    run -0 pyos info -J -f sysconf
    [[ "$output" == *"\"SC_PAGESIZE\":$(pyos sysconf SC_PAGESIZE),"* ]]
    [[ "$output" == *"\"SC_OPEN_MAX\":$(pyos sysconf SC_OPEN_MAX),"* ]]
}
