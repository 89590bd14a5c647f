# What urandom draws from the bytes: integers, choices, UUIDs; all without bias.
load ../helper

# chi_square LIMIT CASES: whether counts on standard input (of uniq -c) are those of so many equal chances
chi_square() {
    awk -v limit="$1" -v cases="$2" '{count[NR] = $1; all += $1}
        END {
            for (i = 1; i <= NR; i++) sum += (count[i] - all / cases) ^ 2 / (all / cases)
            print NR " cases, chi-square " sum
            exit !(NR == cases && sum < limit)
        }'
}

@test "a million draws of --int=0:6 are fair" {
    # 5 degrees of freedom: above 50.7 once in 10^9 runs
    pyos urandom --int=0:6 --count=1000000 | sort | uniq -c >counts
    chi_square 50.7 6 <counts
    [ "$(awk '{print $2}' counts | xargs)" = '0 1 2 3 4 5' ]
}

@test "a range that does not divide 2^64 is fair at its ends" {
    # of 3 * 2^61, drawn from 64 bits by remainder alone, the lowest third would come up 3 times in 8
    for low in 0 -3458764513820540928; do
        pyos urandom --int=$low:$((low + 6917529027641081856)) --count=300000 |
            awk -v low=$low '{third = int(($1 - low) / 2305843009213693952); count[third < 3 ? third : 2]++}
                END {for (i in count) print count[i]}' >counts
        chi_square 41.4 3 <counts # 2 degrees of freedom
    done
}

@test "integers lie from LO to HI - 1" {
    pyos urandom --int=-3:4 --count=1000 | sort -n | uniq >drawn
    [ "$(xargs <drawn)" = '-3 -2 -1 0 1 2 3' ]
    [ "$(pyos urandom --int=7:8 --count=3 | xargs)" = '7 7 7' ]
    [ "$(pyos urandom --int=0x10:0x11)" = 16 ]
}

@test "the widest range is that of 64 bits" {
    pyos urandom --int=-9223372036854775808:9223372036854775807 --count=1000 >drawn
    [ "$(grep -cE '^-[0-9]+$' drawn)" -gt 350 ]
    [ "$(grep -cE '^[0-9]+$' drawn)" -gt 350 ]
    [ "$(sort -u drawn | wc -l)" -eq 1000 ]
    [ "$(pyos urandom --int=9223372036854775806:9223372036854775807)" = 9223372036854775806 ]
    [ "$(pyos urandom --int=-9223372036854775808:-9223372036854775807)" = -9223372036854775808 ]
}

@test "an empty range is the ValueError of randrange" {
    run -65 --separate-stderr pyos urandom --int=5:5
    is ''
    says 'pyos urandom: ValueError: empty range in randrange(5, 5)'
    run -65 --separate-stderr pyos urandom --int=6:-6
    says 'pyos urandom: ValueError: empty range in randrange(6, -6)'
    python313 || return 0
    for range in '5, 5' '6, -6'; do
        run --separate-stderr pyos urandom --int="${range/, /:}"
        says "pyos urandom: $("$ORACLE" -c "import random
try: random.randrange($range)
except ValueError as error: print(f'ValueError: {error}')")"
    done
}

@test "a range that is none is a ValueError" {
    run -65 --separate-stderr pyos urandom --int=6
    says "pyos urandom: ValueError: invalid range: '6' (LO:HI, such as 0:6)"
    run -65 --separate-stderr pyos urandom --int=a:6
    says "pyos urandom: ValueError: invalid literal for int() with base 0: 'a'"
    run -65 --separate-stderr pyos urandom --int=0:
    says "pyos urandom: ValueError: invalid literal for int() with base 0: ''"
    run -65 --separate-stderr pyos urandom --int=0:9223372036854775808
    says 'pyos urandom: OverflowError: Python int too large to convert to C long'
}

@test "integers are numbers in JSON, or strings" {
    run -0 pyos urandom -J --int=7:8
    is 7
    run -0 pyos urandom -J --json-ints=string --int=7:8
    is '"7"'
    run -0 pyos urandom --json=array --int=7:8 --count=3
    is '[7,7,7]'
}

@test "integers end with NUL for -0" {
    [ "$(pyos urandom -0 --int=7:8 --count=3 | tr '\0' ' ')" = '7 7 7 ' ]
}

@test "choices are fair" {
    # 2 degrees of freedom
    pyos urandom --choice --count=300000 red green blue | sort | uniq -c >counts
    chi_square 41.4 3 <counts
    [ "$(awk '{print $2}' counts | xargs)" = 'blue green red' ]
}

@test "an item is printed as it is" {
    run -0 pyos urandom --choice 'two words'
    is 'two words'
    [ "$(pyos urandom --choice -0 $'two\nlines\xff' | od -An -tx1)" = ' 74 77 6f 0a 6c 69 6e 65 73 ff 00' ]
    run -0 pyos urandom --choice -- --hex
    is --hex
    run -0 pyos urandom --choice ''
    is ''
}

@test "an item is a string in JSON, or base64 where it cannot be one" {
    run -0 pyos urandom -J --choice 'a"b'
    is '"a\"b"'
    run -0 pyos urandom -J --choice $'\xff'
    is '{"base64":"/w=="}'
}

@test "there is no choice without an item" {
    run -64 --separate-stderr pyos urandom --choice
    says "pyos urandom: TypeError: urandom() missing required argument 'ITEM' (pos 1)"
}

@test "of 1,000 items each is chosen some time" {
    # one is left out by 100,000 draws once in 10^40 runs
    # shellcheck disable=SC2046  # items
    [ "$(pyos urandom --choice --count=100000 $(seq 1000) | sort -u | wc -l)" -eq 1000 ]
}

@test "a UUID of version 4 has the bits of RFC 9562" {
    pyos urandom --uuid=4 --count=2000 >uuids
    [ "$(grep -cE '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' uuids)" -eq 2000 ]
    [ "$(sort -u uuids | wc -l)" -eq 2000 ]
    # every other digit takes every value
    [ "$(cut -c1 uuids | sort -u | wc -l)" -eq 16 ]
    [ "$(cut -c16 uuids | sort -u | wc -l)" -eq 16 ]
    [ "$(cut -c20 uuids | sort -u | xargs)" = '8 9 a b' ]
    [ "$(cut -c36 uuids | sort -u | wc -l)" -eq 16 ]
}

@test "a UUID of version 7 has the time, and is greater than the one before" {
    before=$(date +%s%3N)
    pyos urandom --uuid=7 --count=20000 >uuids
    after=$(date +%s%3N)
    [ "$(grep -cE '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' uuids)" -eq 20000 ]
    LC_ALL=C sort -cu uuids
    first=$(head -1 uuids | tr -d - | cut -c1-12)
    [ $((16#$first)) -ge "$before" ]
    [ $((16#$first)) -le "$after" ]
    [ "$(cut -c36 uuids | sort -u | wc -l)" -eq 16 ]
}

@test "a UUID is a string in JSON" {
    run -0 pyos urandom -J --uuid=4
    [[ "$output" =~ ^\"[0-9a-f-]{36}\"$ ]]
}

@test "Python reads the UUIDs" {
    python313 || skip "needs CPython 3.13"
    { pyos urandom --uuid=4; pyos urandom --uuid=7; } | "$ORACLE" -c 'import sys, uuid
four, seven = (uuid.UUID(line.strip()) for line in sys.stdin)
assert four.version == 4 and four.variant == uuid.RFC_4122
assert seven.version == 7 and seven.variant == uuid.RFC_4122'
}

@test "-f has nothing to choose" {
    run -64 --separate-stderr pyos urandom -f size
    says "pyos urandom: AttributeError: 'bytes' object has no attribute 'size'"
}
