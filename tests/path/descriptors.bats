# What os.path asks of open files.
load ../helper
load path

@test "a descriptor is asked with --fd" {
    tree
    gives 0 True pyos path exists --fd=3 3<file
    gives 1 False pyos path exists --fd=99
    gives 0 True pyos path isdir --fd=3 3<dir
    gives 1 False pyos path isfile --fd=3 3<dir
    gives 0 5 pyos path getsize --fd=3 3<./link
    gives 0 1700000000.5 pyos path getmtime --fd=3 3<file
    fails 71 'pyos path getsize: OSError: [Errno 9] Bad file descriptor: 99' pyos path getsize --fd=99
    fails 64 'pyos path exists: TypeError: path exists() takes paths or fd, not both' pyos path exists --fd=0 file
}

@test "sameopenfile compares descriptors" {
    tree
    answers True sameopenfile 3 4 3<file 4<./link
    answers False sameopenfile 3 4 3<file 4<dir
    raises 71 'OSError: [Errno 9] Bad file descriptor' sameopenfile 0 99
    fails 65 "pyos path sameopenfile: ValueError: invalid literal for int() with base 0: 'x'" \
        pyos path sameopenfile x 0
}
