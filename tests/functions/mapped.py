"""What CPython's mmap gives for the lines FD LENGTH OFFSET on standard input."""
import mmap
import sys

for line in sys.stdin:
    fd, length, offset = map(int, line.split())
    try:
        print(mmap.mmap(fd, length, access=mmap.ACCESS_READ, offset=offset)[:])
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
