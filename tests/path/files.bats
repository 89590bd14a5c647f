# What os.path asks of files: whether they are there, what they are, their sizes and times.
# shellcheck disable=SC2154  # lock sets locked
load ../helper
load path

@test "exists is True of what is there, through links" {
    tree
    for path in file dir link dirlink fifo . / dir/.. file; do
        answers True exists "$path"
    done
    for path in none dangling loop '' file/ file/x none/..; do
        answers False exists "$path"
    done
}

@test "lexists is True of links themselves" {
    tree
    for path in file dir link dangling loop; do
        answers True lexists "$path"
    done
    for path in none '' file/x loop/x; do
        answers False lexists "$path"
    done
}

@test "isfile, isdir and islink tell kinds apart" {
    tree
    for path in file link; do
        answers True isfile "$path"
        answers False isdir "$path"
    done
    for path in dir dirlink . /; do
        answers True isdir "$path"
        answers False isfile "$path"
    done
    for path in link dirlink dangling loop; do
        answers True islink "$path"
    done
    for path in file dir fifo none '' dirlink/; do
        answers False islink "$path"
    done
    for path in fifo none dangling loop; do
        answers False isfile "$path"
        answers False isdir "$path"
    done
}

@test "a predicate answers for each path, and exit code 1 says that one was False" {
    tree
    gives 1 $'True\nFalse\nTrue' pyos path isdir dir file .
    gives 0 $'True\nTrue' pyos path isdir dir .
}

@test "what may not be looked at is not there" {
    lock
    gives 1 $'False\nTrue' denied exists "$locked/dir/file" "$locked/dir"
    gives 1 False denied lexists "$locked/dir/link"
    gives 1 False denied isfile "$locked/dir/file"
    gives 1 False denied ismount "$locked/dir/file"
    fails 77 "pyos path getsize: PermissionError: [Errno 13] Permission denied: '$locked/dir/file'" \
        denied getsize "$locked/dir/file"
    fails 77 "pyos path samefile: PermissionError: [Errno 13] Permission denied: '$locked/dir/file'" \
        denied samefile / "$locked/dir/file"
}

@test "a name that is too long is not there" {
    long=$(printf '%300s' '' | tr ' ' x)
    answers False exists "$long"
    answers False ismount "$long"
    raises 71 "OSError: [Errno 36] File name too long: '$long'" getsize "$long"
}

@test "getsize is the number of bytes" {
    tree
    answers 5 getsize file
    answers 5 getsize link
    truncate -s 5G sparse
    answers 5368709120 getsize sparse
}

@test "getmtime, getatime and getctime are floats" {
    tree
    touch -d @-1.25 old
    touch -ad @1700000001.25 old
    answers 1700000000.5 getmtime file
    answers 1700000000.5 getmtime link
    answers -1.25 getmtime old
    answers 1700000001.25 getatime old
    answers "$(pyos stat -f st_ctime file)" getctime file
}

@test "sizes and times have their errors, and the next path is served" {
    tree
    for function in getsize getmtime getatime getctime; do
        raises 66 "FileNotFoundError: [Errno 2] No such file or directory: 'none'" "$function" none
        raises 66 "FileNotFoundError: [Errno 2] No such file or directory: ''" "$function" ''
        raises 66 "NotADirectoryError: [Errno 20] Not a directory: 'file/x'" "$function" file/x
        raises 71 "OSError: [Errno 40] Too many levels of symbolic links: 'loop'" "$function" loop
        raises 66 "FileNotFoundError: [Errno 2] No such file or directory: 'dangling'" "$function" dangling
    done
    run --separate-stderr pyos path getsize file none loop link
    [ "$status" -eq 66 ]
    is $'5\n5'
    says "pyos path getsize: FileNotFoundError: [Errno 2] No such file or directory: 'none'
pyos path getsize: OSError: [Errno 40] Too many levels of symbolic links: 'loop'"
}

@test "sizes are JSON integers and times JSON floats" {
    tree
    gives 0 5 pyos path getsize --json file
    gives 0 '"5"' pyos path getsize --json --json-ints=string file
    gives 0 '[1700000000.5]' pyos path getmtime --json=array file
}

@test "a number is a file's name" {
    gives 1 False pyos path exists 0
    touch 0
    gives 0 True pyos path exists 0
}

@test "samefile follows links and knows hard ones" {
    tree
    ln file hard
    answers True samefile file link
    answers True samefile file hard
    answers True samefile . dir/..
    answers False samefile file dir
    raises 66 "FileNotFoundError: [Errno 2] No such file or directory: 'none'" samefile none other
    raises 66 "FileNotFoundError: [Errno 2] No such file or directory: 'dangling'" samefile file dangling
    raises 71 "OSError: [Errno 40] Too many levels of symbolic links: 'loop'" samefile file loop
}

@test "ismount is True of the root and of no link to it" {
    ln -s / root
    mkdir dir
    touch file
    answers True ismount /
    answers True ismount //
    for path in root dir . file none '' file/x root/.; do
        answers "$([ "$path" = root/. ] && echo True || echo False)" ismount "$path"
    done
}

@test "ismount is True of what the kernel has mounted" {
    [ -r /proc/self/mountinfo ] || skip "needs /proc"
    answers True ismount /proc
    answers False ismount /proc/self
}

@test "names that are not UTF-8 are files too" {
    name=$'\xff\n'
    touch "$name"
    answers True isfile "$name"
    answers 0 getsize "$name"
    raises 66 "FileNotFoundError: [Errno 2] No such file or directory: '\\udcff\\nx'" getsize "${name}x"
}

@test "paths come from --files0-from, each with its own error" {
    tree
    printf 'file\0none\0link' >list
    run --separate-stderr pyos path getsize --files0-from=list
    [ "$status" -eq 66 ]
    is $'5\n5'
    says "pyos path getsize: FileNotFoundError: [Errno 2] No such file or directory: 'none'"
    gives 1 $'True\nFalse\nTrue' pyos path exists --files0-from=- <list
}

@test "a kernel without statx gives the same answers" {
    tree
    gives 0 True "$TOOLS/block" statx=ENOSYS -- pyos path isfile link
    gives 0 5 "$TOOLS/block" statx=ENOSYS -- pyos path getsize link
    gives 0 True "$TOOLS/block" statx=ENOSYS -- pyos path ismount /
    gives 0 "'$PWD/file'" "$TOOLS/block" statx=ENOSYS -- pyos path realpath link
}
