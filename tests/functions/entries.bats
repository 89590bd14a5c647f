# The names in directories (os.mkdir, rename, link, ...), as entries.txt has them.
load ../helper
load transcript

@test "a directory is made, with what the umask leaves of its mode" { holds; }
@test "a directory cannot be made twice, nor below nothing, nor below a file" { holds; }
@test "an empty directory is removed, and no other" { holds; }
@test "paths are relative to an open directory" { holds; }
@test "makedirs makes what is missing above" { holds; }
@test "makedirs gives its mode to the last directory alone" { holds; }
@test "makedirs lets a directory be, when it may exist" { holds; }
@test "removedirs removes what is empty above" { holds; }
@test "renames makes the new directories and removes the old ones" { holds; }
@test "a file is renamed, over another too" { holds; }
@test "a file is removed, a directory is not" { holds; }
@test "a symbolic link leads where it says" { holds; }
@test "what is no link is not read" { holds; }
@test "a link may say any bytes, and many" { holds; }
@test "a hard link is the file itself" { holds; }
@test "a hard link to a symbolic one is to that, but where a directory is given it follows" { holds; }
@test "a named pipe is made, and its errors have no name" { holds; }
@test "mknod makes files of any type but directories" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }
