/*
 * os/cgroup: any /proc/self/cgroup, mountinfo and files of groups, the words of the input, give a quota that is one,
 * none, or an error; and so a limit of memory.
 */
#include "fuzz.h"

#include "pyos/os/cgroup.h"

#include <sys/stat.h>

static const char root[] = "build/fuzz/cgroup-tree"; /* of where make runs */

static void put(const char *name, const char *text)
{
    char path[128];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", root, name);
    file = fopen(path, "w");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0)
        abort();
}

/* The files are made once and written anew for each input; /m/a/b is where a group may be. */
static void plant(void)
{
    static const char *const directories[] = {"proc", "proc/self", "m", "m/a", "m/a/b"};
    static bool planted;
    char path[128];

    if (planted)
        return;
    mkdir(root, 0700); /* it may be there from the last time */
    for (size_t i = 0; i < sizeof directories / sizeof *directories; i++) {
        snprintf(path, sizeof path, "%s/%s", root, directories[i]);
        mkdir(path, 0700);
    }
    put("m/cpu.cfs_period_us", "100000\n");
    planted = true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_words words = fuzz_words(data, size);
    struct pyos_arena arena = {0};
    struct pyos_cgroup_quota quota;
    struct pyos_cgroup_memory memory;
    struct pyos_error error;

    plant();
    put("proc/self/cgroup", words.count > 0 ? words.words[0] : "");
    put("proc/self/mountinfo", words.count > 1 ? words.words[1] : "");
    put("m/cpu.max", words.count > 2 ? words.words[2] : "");
    put("m/cpu.cfs_quota_us", words.count > 2 ? words.words[2] : "");
    put("m/memory.max", words.count > 2 ? words.words[2] : "");
    put("m/memory.limit_in_bytes", words.count > 3 ? words.words[3] : "");
    put("m/a/b/cpu.max", words.count > 3 ? words.words[3] : "");
    if (pyos_cgroup_quota(root, &quota, &arena, &error) == 0 && quota.version != 0) {
        must(quota.version == 1 || quota.version == 2, "a quota has a version");
        must(quota.quota_us > 0 && quota.period_us > 0, "and is some time in some time");
        must(quota.directory != NULL, "of a directory");
    }
    if (pyos_cgroup_memory(root, &memory, &arena, &error) == 0 && memory.version != 0)
        must(memory.limit >= 0 && memory.directory != NULL, "a limit of memory is some bytes, of a directory");
    pyos_arena_free(&arena);
    fuzz_words_free(&words);
    return 0;
}
