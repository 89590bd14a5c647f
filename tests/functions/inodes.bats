# What inodes hold (os.chmod, chown, utime, ...) and device numbers, as inodes.txt has them.
load ../helper
load transcript

@test "access says True or False, and never why" { holds; }
@test "access asks for the effective ids, and of a link itself" { holds; }
@test "chmod sets permissions, of a path and of a descriptor" { holds; }
@test "chmod fails with the path or the descriptor" { holds; }
@test "chmod of a link itself is not there, of any other file it is" { holds; }
@test "chown leaves what is -1" { holds; }
@test "chown fails with the path or the descriptor" { holds; }
@test "chown takes no descriptor beside dir_fd or follow_symlinks" { holds; }
@test "truncate shortens and lengthens" { holds; }
@test "utime sets both times, in seconds or nanoseconds" { holds; }
@test "utime sets both times to now where it is told none" { holds; }
@test "utime fails with the path or the descriptor" { holds; }
@test "utime takes one kind of times, and times that there are" { holds; }
@test "utime takes no descriptor beside dir_fd or follow_symlinks" { holds; }
@test "a device number has two parts" { holds; }
@test "no device is -1" { holds; }
@test "what is too large or negative is no device" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }
