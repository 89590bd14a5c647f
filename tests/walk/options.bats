# Every option of walk, as a user sees it.
load ../helper

# tree/ a.txt, link (to sub), sub/ (b.txt, deep/ (c.txt)), two/
make_tree() {
    mkdir -p tree/sub/deep tree/two
    printf 12345 >tree/a.txt
    printf 123 >tree/sub/b.txt
    printf 1 >tree/sub/deep/c.txt
    ln -s sub tree/link
}

@test "--paths has every path once, TOP first" {
    make_tree
    run -0 pyos walk --paths --sort tree
    is 'tree
tree/a.txt
tree/link
tree/sub
tree/two
tree/sub/b.txt
tree/sub/deep
tree/sub/deep/c.txt'
    cmp <(pyos walk --paths tree | sort) <(find tree | sort)
}

@test "-r is --paths" {
    make_tree
    cmp <(pyos walk -r tree) <(pyos walk --paths tree)
    cmp <(pyos walk --raw tree) <(pyos walk --paths tree)
}

@test "-0 ends paths with NUL" {
    mkdir $'tree\n'
    touch $'tree\n/a\nb' $'tree\n/\xff'
    cmp <(pyos walk -0 --sort $'tree\n') <(printf 'tree\n\0tree\n/a\nb\0tree\n/\xff\0')
    cmp <(pyos walk -r0 --sort $'tree\n') <(printf 'tree\n\0tree\n/a\nb\0tree\n/\xff\0')
    cmp <(pyos walk --paths --null . | sort -z) <(find . -print0 | sort -z)
}

@test "a directory stands before its contents, and bottom-up behind" {
    "$TOOLS/deep" tree 20 3 d
    is_before() { awk '{ seen[$0] = 1; sub("/[^/]*$", "") } NR > 1 && !seen[$0] { print; exit 1 }' "$1"; }
    pyos walk -r tree >paths
    is_before paths
    pyos walk -r --bottom-up tree | tac >paths
    is_before paths
    pyos walk -f dirpath --bottom-up tree | tac >paths
    is_before paths
}

@test "--bottom-up is --no-topdown and --topdown=False" {
    make_tree
    run -0 pyos walk --bottom-up --sort -f dirpath tree
    is 'tree/sub/deep
tree/sub
tree/two
tree'
    cmp <(pyos walk --bottom-up tree) <(pyos walk --no-topdown tree)
    cmp <(pyos walk --bottom-up tree) <(pyos walk --topdown=False tree)
    cmp <(pyos walk --topdown=True tree) <(pyos walk tree)
}

@test "bottom-up paths can be removed as they come" {
    make_tree
    "$TOOLS/deep" tree/more 50 2 d
    pyos walk -r0 --bottom-up tree | xargs -0 rm -d --
    [ ! -e tree ]
}

@test "--followlinks walks into links to directories" {
    make_tree
    run -0 pyos walk -L --sort -f dirpath tree
    is 'tree
tree/link
tree/link/deep
tree/sub
tree/sub/deep
tree/two'
    cmp <(pyos walk -L tree) <(pyos walk --followlinks=True tree)
    cmp <(pyos walk -r -L tree | sort) <(find -L tree | sort)
}

@test "--entries has a record an entry, as os.DirEntry has it" {
    make_tree
    inode() { stat -c %i "$1"; }
    run -0 pyos walk --entries --sort --max-depth=0 tree
    is "os.DirEntry(name='a.txt', path='tree/a.txt', inode=$(inode tree/a.txt), is_dir=False, is_file=True, is_symlink=False)
os.DirEntry(name='link', path='tree/link', inode=$(inode tree/link), is_dir=False, is_file=False, is_symlink=True)
os.DirEntry(name='sub', path='tree/sub', inode=$(inode tree/sub), is_dir=True, is_file=False, is_symlink=False)
os.DirEntry(name='two', path='tree/two', inode=$(inode tree/two), is_dir=True, is_file=False, is_symlink=False)"
    run -0 pyos walk --entries --json --sort --max-depth=0 -f name,inode tree
    is "{\"name\":\"a.txt\",\"inode\":$(inode tree/a.txt)}
{\"name\":\"link\",\"inode\":$(inode tree/link)}
{\"name\":\"sub\",\"inode\":$(inode tree/sub)}
{\"name\":\"two\",\"inode\":$(inode tree/two)}"
    run -0 pyos walk --entries --sort -f path,is_dir,is_symlink tree/sub
    is 'tree/sub/b.txt	False	False
tree/sub/deep	True	False
tree/sub/deep/c.txt	False	False'
}

@test "--entries tells what a link is, not where it leads, with -L too" {
    make_tree
    run -0 pyos walk --entries -L --sort -f path,is_dir,is_file,is_symlink tree
    is 'tree/a.txt	False	True	False
tree/link	False	False	True
tree/sub	True	False	False
tree/two	True	False	False
tree/link/b.txt	False	True	False
tree/link/deep	True	False	False
tree/link/deep/c.txt	False	True	False
tree/sub/b.txt	False	True	False
tree/sub/deep	True	False	False
tree/sub/deep/c.txt	False	True	False'
}

@test "--entries has the fields of os.scandir in JSON" {
    make_tree
    mkfifo tree/fifo
    run -0 pyos walk --entries -J --max-depth=0 tree/sub/deep
    is "{\"name\":\"c.txt\",\"path\":\"tree/sub/deep/c.txt\",\"inode\":$(stat -c %i tree/sub/deep/c.txt),\"is_dir\":false,\"is_file\":true,\"is_symlink\":false}"
    python313 || return 0
    "$ORACLE" -c '
import os, sys
for e in os.scandir("tree"):
    print(e.name, e.path, e.inode(), *(f(follow_symlinks=False) for f in (e.is_dir, e.is_file)), e.is_symlink(), sep="\t")
' | cmp <(pyos walk --entries --max-depth=0 -f name,path,inode,is_dir,is_file,is_symlink tree) -
}

@test "-r makes records of --entries, --stat and --sizes tab-separated lines" {
    make_tree
    run -0 pyos walk --entries -r --sort tree/sub/deep
    is "c.txt	tree/sub/deep/c.txt	$(stat -c %i tree/sub/deep/c.txt)	False	True	False"
    run -0 pyos walk --sizes -r --sort tree/sub
    is 'tree/sub	3	1
tree/sub/deep	1	1'
}

@test "--stat has what lstat says of each entry" {
    make_tree
    run -0 pyos walk --stat --sort -f path,type,st_size,perm tree/sub
    is "tree/sub/b.txt	file	3	$(stat -c 0%a tree/sub/b.txt)
tree/sub/deep	directory	$(stat -c %s tree/sub/deep)	0$(stat -c %a tree/sub/deep)
tree/sub/deep/c.txt	file	1	$(stat -c 0%a tree/sub/deep/c.txt)"
    pyos walk --stat --sort --max-depth=0 -f st_mode,st_ino,st_mtime_ns tree >got
    cd tree
    cmp <(pyos lstat -f st_mode,st_ino,st_mtime_ns a.txt link sub two) ../got
}

@test "--stat prints an entry and its stat as one record" {
    make_tree
    run -0 pyos walk --stat tree/sub/deep
    is "os.DirEntry(name='c.txt', path='tree/sub/deep/c.txt', inode=$(stat -c %i tree/sub/deep/c.txt), is_dir=False, is_file=True, is_symlink=False, $(pyos stat tree/sub/deep/c.txt | sed 's/^os.stat_result(//')"
}

@test "--stat --json has the keys of the entry and of pyos stat" {
    needs jq
    make_tree
    pyos walk --stat -J --json-ints=string --sort --max-depth=0 tree >got
    pyos walk --entries -J --json-ints=string --sort --max-depth=0 tree |
        cmp <(jq -c 'with_entries(select(.key | test("^(name|path|inode|is_.*)$")))' got) -
    pyos lstat -J --json-ints=string tree/a.txt tree/link tree/sub tree/two | jq -c . |
        cmp <(jq -c 'with_entries(select(.key | test("^(name|inode|is_.*)$") | not))' got) -
}

@test "--stat with -L is of what links lead to" {
    make_tree
    run -0 pyos walk --stat -L --sort --max-depth=0 -f name,type,is_symlink tree
    is 'a.txt	file	False
link	directory	True
sub	directory	False
two	directory	False'
}

@test "--stat with -L reports a link to nowhere" {
    make_tree
    ln -s nowhere tree/two/dangling
    run -66 --separate-stderr pyos walk --stat -L -f path tree/two
    is ''
    says "pyos walk: FileNotFoundError: [Errno 2] No such file or directory: 'tree/two/dangling'"
    run -0 pyos walk --stat -f path,type tree/two
    is 'tree/two/dangling	symlink'
}

@test "--stat takes every field of pyos stat" {
    make_tree
    local fields=st_mode,st_nlink,st_uid,st_size,st_mtime,st_mtime_ns,st_blocks,type,filemode,perm,user,group,st_mtime_iso
    run -0 pyos walk --stat -f $fields tree/sub/deep
    is "$(pyos stat -f $fields tree/sub/deep/c.txt)"
}

@test "--sizes answers the manual's example" {
    make_tree
    ln -s a.txt tree/link-to-file
    ln -s /nowhere tree/two/dangling
    run -0 pyos walk --sizes --sort tree
    is "{'dirpath': 'tree', 'bytes': 10, 'files': 2}
{'dirpath': 'tree/sub', 'bytes': 3, 'files': 1}
{'dirpath': 'tree/sub/deep', 'bytes': 1, 'files': 1}
{'dirpath': 'tree/two', 'bytes': 8, 'files': 1}"
    python313 || return 0
    rm tree/two/dangling # of which the example fails
    "$ORACLE" -c '
import os
from os.path import join, getsize
for root, dirs, files in os.walk("tree"):
    print({"dirpath": root, "bytes": sum(getsize(join(root, name)) for name in files), "files": len(files)})
' | cmp <(pyos walk --sizes tree) -
}

@test "a sum of more than 2^64 bytes is reported" {
    cd "$(mktemp -d -p /dev/shm)" || skip "needs a file system for large files"
    mkdir top
    truncate -s 9223372036854775807 top/{1..3}
    run -65 --separate-stderr pyos walk --sizes top
    is "{'dirpath': 'top', 'bytes': 18446744073709551615, 'files': 3}"
    [ "${stderr%%$'\n'*}" = "pyos walk: OverflowError: the sum of all bytes does not fit 64 bits" ]
    rm -r "$PWD"
}

@test "--prune takes names out of dirnames" {
    mkdir -p top/{.git/x,node_modules/y,src/.git,src/lib}
    touch top/.gitignore
    run -0 pyos walk --prune=.git --prune='node_*' --sort top
    is "('top', ['src'], ['.gitignore'])
('top/src', ['lib'], [])
('top/src/lib', [], [])"
    run -0 pyos walk --prune=.git --prune='node_*' --sort --bottom-up top
    is "('top/src/lib', [], [])
('top/src', ['lib'], [])
('top', ['src'], ['.gitignore'])"
    run -0 pyos walk --prune '*' top
    is "('top', [], ['.gitignore'])"
}

@test "--prune takes out links to directories, and no files" {
    make_tree
    touch tree/two/link
    run -0 pyos walk --prune=link --sort tree
    is "('tree', ['sub', 'two'], ['a.txt'])
('tree/sub', ['deep'], ['b.txt'])
('tree/sub/deep', [], ['c.txt'])
('tree/two', [], ['link'])"
    run -0 pyos walk -r --prune=link --sort --max-depth=1 tree
    is 'tree
tree/a.txt
tree/sub
tree/two'
    run -0 pyos walk --entries --prune=link --sort --max-depth=0 -f name tree
    is 'a.txt
sub
two'
}

@test "--prune does not take out TOP" {
    make_tree
    run -0 pyos walk --prune=tree --prune=sub -r --sort tree
    is 'tree
tree/a.txt
tree/link
tree/two'
}

@test "--prune matches as fnmatch.fnmatchcase" {
    local pattern
    mkdir top
    cd top
    mkdir -- a ab b B $'\xc3\xa9' $'\xff' '[x]' 'a*b' - '!' $'new\nline' .dot '\'
    cd ..
    run -0 pyos walk -f dirpath --prune='[!a]' --prune='?[bo]*' --sort top
    is $'top\ntop/.dot\ntop/[x]\ntop/a\ntop/a*b\ntop/new\nline'
    python313 || return 0
    for pattern in '' '*' '?' '??' 'a*' '*b' '[ab]' '[!a-z]' '[]-a]' '[b-a]*' '[[]*' 'a[*]b' '[' '\' '\*' $'[\xc3\xa9]' \
        $'[\x80-\xff]' '*i*e' '.*' '[--a]' '[[:alpha:]]'; do
        "$ORACLE" -c '
import fnmatch, os, sys
for name in os.listdir("top"):
    if not fnmatch.fnmatchcase(name, sys.argv[1]):
        sys.stdout.buffer.write(os.fsencode(name) + b"\0")
' "$pattern" | cmp <(pyos walk --entries -0 -f name --max-depth=0 --prune="$pattern" top) - || {
            echo "pattern $pattern"
            return 1
        }
    done
}

@test "--max-depth counts from TOP in every form" {
    make_tree
    run -0 pyos walk --max-depth=0 --sort tree
    is "('tree', ['link', 'sub', 'two'], ['a.txt'])"
    run -0 pyos walk --max-depth=1 -f dirpath --sort tree
    is 'tree
tree/sub
tree/two'
    cmp <(pyos walk --max-depth=2 tree) <(pyos walk tree)
    local depth
    for depth in 0 1 2 3; do
        cmp <(pyos walk -r --max-depth=$depth tree | sort) <(find tree -maxdepth $depth | sort)
        cmp <(pyos walk -r -L --bottom-up --max-depth=$depth tree | sort) <(find -L tree -maxdepth $depth | sort)
    done
    cmp <(pyos walk --entries --max-depth=0 -f path tree | sort) <(find tree -mindepth 1 -maxdepth 1 | sort)
    cmp <(pyos walk --stat --max-depth=1 -f path tree | sort) <(find tree -mindepth 1 -maxdepth 2 | sort)
    run -0 pyos walk --sizes --max-depth=0 tree
    is "{'dirpath': 'tree', 'bytes': 5, 'files': 1}"
}

@test "--max-depth is an integer that is not negative" {
    mkdir top
    run -65 --separate-stderr pyos walk --max-depth=-1 top
    says 'pyos walk: ValueError: max_depth must not be negative'
    run -64 pyos walk --max-depth=deep top
    run -65 pyos walk --max-depth=99999999999999999999 top
    run -0 pyos walk --max-depth=9223372036854775807 top
    is "('top', [], [])"
}

@test "--one-file-system does not enter what is mounted in the tree" {
    unshare -m true 2>/dev/null || unshare -rm true 2>/dev/null || skip "needs a mount namespace of its own"
    mkdir -p top/{a,b}/c
    cat >mounted <<'END'
mount -t tmpfs none top/a || exit
mkdir top/a/inside
pyos walk --one-file-system --sort top
pyos walk --one-file-system -r -L --bottom-up --sort top
pyos walk --sort -f dirpath top
pyos walk --one-file-system --sort -f dirpath top/a
END
    if unshare -m true 2>/dev/null; then run -0 unshare -m sh mounted; else run -0 unshare -rm sh mounted; fi
    is "('top', ['a', 'b'], [])
('top/b', ['c'], [])
('top/b/c', [], [])
top/b/c
top/a
top/b
top
top
top/a
top/a/inside
top/b
top/b/c
top/a
top/a/inside"
}

@test "--one-file-system stays out of /proc" {
    [ "$(stat -c %d /)" != "$(stat -c %d /proc)" ] || skip "needs /proc"
    run -0 pyos walk --one-file-system --max-depth=1 --prune='[!p]*' -f dirpath /
    is /
    run -0 pyos walk --max-depth=1 --prune='[!p]*' -f dirpath /
    is '/
/proc'
}

@test "--sort is by bytes" {
    mkdir top
    cd top
    touch B a A .b $'\xff' $'\xc3\xa9' '~' 1 10 2 ''$'\x01'
    cd ..
    run -0 pyos walk --sort top
    is "('top', [], ['\\x01', '.b', '1', '10', '2', 'A', 'B', 'a', '~', 'é', '\\udcff'])"
}

@test "--summary is the last record, on standard error" {
    make_tree
    mkfifo tree/fifo
    run -0 --separate-stderr pyos walk --summary -r --max-depth=0 tree
    is tree
    says "{'directories': 1, 'files': 2, 'links': 1, 'errors': 0}"
    run -66 --separate-stderr pyos walk --summary --max-depth=0 -J tree missing
    [ "${stderr##*$'\n'}" = '{"directories":1,"files":2,"links":1,"errors":1}' ]
    run -0 --separate-stderr pyos walk --summary --onerror=ignore -f dirpath missing
    says "{'directories': 0, 'files': 0, 'links': 0, 'errors': 1}"
}

@test "--summary adds the bytes that --stat and --sizes have seen" {
    make_tree
    local bytes=$((5 + 3 + 1 + 3 + $(stat -c %s tree/sub) + $(stat -c %s tree/sub/deep) + $(stat -c %s tree/two)))
    run -0 --separate-stderr pyos walk --summary --stat -f name tree
    says "{'directories': 4, 'files': 3, 'links': 1, 'errors': 0, 'bytes': $bytes}"
    run -0 --separate-stderr pyos walk --summary --stat --json-ints=string -J -f name tree
    says "{\"directories\":\"4\",\"files\":\"3\",\"links\":\"1\",\"errors\":\"0\",\"bytes\":\"$bytes\"}"
    run -0 --separate-stderr pyos walk --summary --sizes tree
    says "{'directories': 4, 'files': 3, 'links': 1, 'errors': 0, 'bytes': 9}"
}

@test "--progress is silent where standard error is no terminal" {
    make_tree
    run -0 --separate-stderr pyos walk --progress -f dirpath --sort tree/sub
    is 'tree/sub
tree/sub/deep'
    says ''
}

@test "--progress counts on a terminal and leaves nothing there" {
    needs script
    make_tree
    mkdir -p tree/two/{1..300}
    run -0 script -qec 'pyos walk --progress tree >/dev/null' /dev/null
    is $'directories: 1, files: 2\r\e[Kdirectories: 257, files: '"${output##*files: }"
    [[ $output =~ $'directories: 257, files: '[0-9]+$'\r\e[K'$ ]]
}

@test "--progress makes room for errors and for output on the same terminal" {
    needs script
    mkdir top
    run -66 script -qec 'pyos walk --progress top missing' /dev/null
    is $'directories: 1, files: 0\r\e[K(\'top\', [], [])\r
pyos walk: FileNotFoundError: [Errno 2] No such file or directory: \'missing\'\r'
}

@test "tops come from a file of NUL-ended names" {
    make_tree
    printf 'tree/two\0tree/sub/deep\0missing\0' >tops
    run -66 --separate-stderr pyos walk --files0-from=tops
    is "('tree/two', [], [])
('tree/sub/deep', [], ['c.txt'])"
    run -0 bash -c "find tree -type d -print0 | pyos walk --files0-from=- --max-depth=0 -r | sort"
    is "$(find tree -type d | sort)"
    : >none
    run -0 pyos walk --files0-from=none
    is ''
    run -64 pyos walk --files0-from=tops tree
}

@test "options that exclude each other are a usage error" {
    local options
    for options in '--paths --entries' '--paths --stat' '--paths --sizes' '--entries --sizes' '--stat --sizes'; do
        # shellcheck disable=SC2086
        run -64 --separate-stderr pyos walk $options
        is ''
        says 'pyos walk: TypeError: walk() takes one of paths, entries and sizes'
    done
    run -0 pyos walk --entries --stat
}

@test "an unknown option and an unknown field are usage errors" {
    run -64 --separate-stderr pyos walk --follow
    says "pyos walk: TypeError: walk() got an unexpected keyword argument 'follow'"
    run -64 --separate-stderr pyos walk -f dirname
    says "pyos walk: AttributeError: 'tuple' object has no attribute 'dirname'"
    run -64 --separate-stderr pyos walk --entries -f st_size
    says "pyos walk: AttributeError: 'os.DirEntry' object has no attribute 'st_size'"
}
