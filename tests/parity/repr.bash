# The repr of os.stat_result for the files that standard input names, each ended by NUL, from what stat(1)
# of coreutils says: repr.bash [-L]. A program of its own, because bats slows down every command of a test.
set -u

# floor DECIMAL: the integer at or below, in $floored.
floor() {
    floored=${1%.*}
    if [[ $1 = -*.*[1-9]* ]]; then floored=$((floored - 1)); fi
}

middle='st_ino=%i,#st_dev=%d,#st_nlink=%h,#st_uid=%u,#st_gid=%g,#st_size=%s'
xargs -0 stat "$@" --printf="%f $middle %.9X %.9Y %.9Z\n" -- 2>/dev/null |
    while read -r mode fields atime mtime ctime; do
        floor "$atime" && atime=$floored
        floor "$mtime" && mtime=$floored
        floor "$ctime" && ctime=$floored
        printf 'os.stat_result(st_mode=%d, %s, st_atime=%d, st_mtime=%d, st_ctime=%d)\n' \
            "0x$mode" "${fields//\#/ }" "$atime" "$mtime" "$ctime"
    done
