# How a line is read: GNU's conventions, but long options are never abbreviated and -1 is an operand.
load ../helper
load cli

setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    printf 'twelve bytes' >file
    ln -s file link
}

@test "options and operands stand in any order" {
    prints symlink pyos stat link -P -f type
    prints symlink pyos stat -f type link -P
}

@test "-- ends the options" {
    printf x >-P
    printf xy >--
    prints $'1\n2' pyos stat -f st_size -- -P --
}

@test "a dash alone is an operand" {
    printf xyz >-
    prints 3 pyos stat -f st_size -
}

@test "a dash and digits are an operand" {
    printf x >-1
    printf xy >-07
    prints $'1\n2' pyos stat -1 -f st_size -07
    prints 255 pyos waitstatus -256
    prints 255 pyos waitstatus -0x100
    prints 255 pyos waitstatus -2_56
}

@test "-0 is --null, alone and among letters" {
    printf '12\0' >expected
    pyos stat -0 -f st_size file | cmp - expected
    pyos stat -P0f st_size file | cmp - expected
    pyos stat -0Pf st_size file | cmp - expected
}

@test "letters are clustered, the last may take a value" {
    prints '{"type":"symlink"}' pyos stat -JPf type link
    prints symlink pyos stat -Pftype link
}

@test "the value of a letter is attached or the next word" {
    prints 12 pyos stat -fst_size file
    prints 12 pyos stat -f st_size file
    prints 12 pyos stat file -f st_size
}

@test "the value of a long option is behind = or the next word" {
    prints 12 pyos stat --field=st_size file
    prints 12 pyos stat --field st_size file
}

@test "the value of an option may begin with a dash" {
    fails 64 "pyos stat: AttributeError: 'os.stat_result' object has no attribute '--raw'" pyos stat --field --raw file
    printf 'file\0' >-list
    prints 12 pyos stat -f st_size --files0-from -list
}

@test "an option that may stand without a value takes no word" {
    printf x >array
    prints $'{"st_size":12}\n{"st_size":1}' pyos stat -f st_size file --json array
    prints '[{"st_size":12}]' pyos stat -f st_size --json=array file
}

@test "the last of two contradictory options counts" {
    prints file pyos stat -f type -P --follow-symlinks link
    prints symlink pyos stat -f type --follow-symlinks -P link
}

@test "--field may be repeated" {
    prints $'12\tfile\t1' pyos stat -f st_size,type -f st_nlink file
}

@test "long options are never abbreviated" {
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'fiel'" pyos stat --fiel=st_size file
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'follow'" pyos stat --follow file
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'field_'" pyos stat --field_=st_size file
}

@test "a name is spelled as Python spells it too" {
    mkdir sub
    printf x >sub/one
    exec 8<sub
    prints 1 pyos stat -f st_size --dir-fd=8 one
    prints 1 pyos stat -f st_size --dir_fd=8 one
    prints 1 pyos stat -f st_size --dir_fd 8 one
}

@test "a flag is --NAME, --no-NAME, --NAME=True or --NAME=False" {
    prints file pyos stat -f type --follow-symlinks link
    prints file pyos stat -f type --follow_symlinks=True link
    prints symlink pyos stat -f type --no-follow-symlinks link
    prints symlink pyos stat -f type --no-follow_symlinks link
    prints symlink pyos stat -f type --follow_symlinks=False link
}

@test "-P is follow_symlinks=False and --bottom-up topdown=False" {
    prints symlink pyos stat -f type -P link
    mkdir -p top/sub
    prints $'top/sub\ntop' pyos walk -f dirpath --bottom-up top
    prints $'top/sub\ntop' pyos walk -f dirpath --topdown=False top
}

@test "a flag takes no other value than True and False" {
    for value in true 1 '' yes; do
        fails 64 "pyos stat: TypeError: argument 'follow_symlinks' must be True or False, not '$value'" \
            pyos stat --follow-symlinks="$value" file
    done
}

@test "--no-NAME takes no value" {
    fails 64 "pyos stat: TypeError: stat() option '--no-follow-symlinks' takes no value" \
        pyos stat --no-follow-symlinks=True file
}

@test "only a flag has a --no-NAME" {
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'no-field'" pyos stat --no-field file
}

@test "an unknown option is Python's TypeError" {
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'nope'" pyos stat --nope file
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'nope'" pyos stat --nope=1 file
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'Z'" pyos stat -Z file
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'Z'" pyos stat -PZ file
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'version'" pyos stat --version
    python313 || return 0
    fails 64 "$("$ORACLE" -c 'import os
try: os.stat("x", nope=1)
except TypeError as error: print(f"pyos stat: TypeError: {error}")')" pyos stat --nope x
}

@test "an option without its value is an error" {
    fails 64 "pyos stat: TypeError: stat() missing the value of argument 'field'" pyos stat file -f
    fails 64 "pyos stat: TypeError: stat() missing the value of argument 'dir_fd'" pyos stat file --dir-fd
}

@test "a word that is none of the choices is an error that shows them" {
    fails 64 "pyos waitstatus: TypeError: argument 'from' must be one of raw|shell|exitcode, not 'python'" \
        pyos waitstatus --from=python 0
    fails 64 "pyos stat: TypeError: argument 'json' must be one of lines|array, not 'yes'" pyos stat --json=yes file
}

@test "an unknown field is Python's AttributeError" {
    fails 64 "pyos stat: AttributeError: 'os.stat_result' object has no attribute 'nope'" pyos stat -f nope file
    fails 64 "pyos stat: AttributeError: 'os.stat_result' object has no attribute ''" pyos stat -f st_size, file
    fails 64 "pyos waitstatus: AttributeError: 'dict' object has no attribute 'nope'" pyos waitstatus -f nope 0
    fails 64 "pyos WIFEXITED: AttributeError: 'bool' object has no attribute 'nope'" pyos WIFEXITED -f nope 0
    fails 64 "pyos WTERMSIG: AttributeError: 'int' object has no attribute 'nope'" pyos WTERMSIG -f nope 0
    python313 || return 0
    fails 64 "$("$ORACLE" -c 'import os
try: os.stat("/").nope
except AttributeError as error: print(f"pyos stat: AttributeError: {error}")')" pyos stat -f nope /
}

@test "an integer may be a constant, or constants joined by |" {
    gives 1 False pyos WIFEXITED SIGKILL
    prints 9 pyos WTERMSIG SIGKILL
    prints 15 pyos WTERMSIG 'SIGKILL|SIGTERM'
}

@test "an unknown constant is Python's AttributeError" {
    fails 64 "pyos WTERMSIG: AttributeError: module 'os' has no attribute 'SIGNOPE'" pyos WTERMSIG SIGNOPE
    fails 64 "pyos WTERMSIG: AttributeError: module 'os' has no attribute 'SIGNOPE'" pyos WTERMSIG 'SIGKILL|SIGNOPE'
    fails 64 "pyos WTERMSIG: AttributeError: module 'os' has no attribute ''" pyos WTERMSIG 'SIGKILL|'
    fails 64 "pyos WTERMSIG: AttributeError: module 'os' has no attribute 'sigkill'" pyos WTERMSIG sigkill
}

@test "a control character of the line does not reach the terminal as it is" {
    fails 64 "pyos stat: TypeError: stat() got an unexpected keyword argument 'a\\x0a\\x1b[31mb'" \
        pyos stat $'--a\n\e[31mb'
}

@test "a keyword of a function is an option also where it may be an operand" {
    prints 9 pyos WTERMSIG --status=9
    prints 9 pyos WTERMSIG --status SIGKILL
}

@test "a function with too few or too many operands answers in Python's words" {
    fails 64 "pyos WTERMSIG: TypeError: WTERMSIG() missing required argument 'status' (pos 1)" pyos WTERMSIG
    fails 64 "pyos WTERMSIG: TypeError: WTERMSIG() takes at most 1 argument (2 given)" pyos WTERMSIG 1 2
    fails 64 "pyos WTERMSIG: TypeError: WTERMSIG() takes at most 1 argument (2 given)" pyos WTERMSIG 1 --status=2
    fails 64 "pyos WCOREDUMP: TypeError: posix.WCOREDUMP() takes exactly one argument (0 given)" pyos WCOREDUMP
    fails 64 "pyos WCOREDUMP: TypeError: posix.WCOREDUMP() takes exactly one argument (3 given)" pyos WCOREDUMP 1 2 3
    fails 64 "pyos WCOREDUMP: TypeError: WCOREDUMP() got an unexpected keyword argument 'status'" \
        pyos WCOREDUMP --status=1
}

@test "an applet without its operands answers in Python's words" {
    fails 64 "pyos stat: TypeError: stat() missing required argument 'path' (pos 1)" pyos stat
    fails 64 "pyos lstat: TypeError: lstat() missing required argument 'path' (pos 1)" pyos lstat --names
    fails 64 "pyos fstat: TypeError: fstat() missing required argument 'fd' (pos 1)" pyos fstat
    fails 64 "pyos waitstatus: TypeError: waitstatus() missing required argument 'status' (pos 1)" pyos waitstatus
}
