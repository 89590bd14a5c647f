/*
 * os/cgroup, os/budget: which quota counts. The program builds trees of control groups, with a /proc
 * that leads to them, in the directory where it is run.
 */
#include "test.h"

#include "pyos/os/budget.h"
#include "pyos/os/cgroup.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

static int trees;

/* A new root in root, of which only /proc/self is there. */
static void plant(char root[32])
{
    char path[64];

    snprintf(root, 32, "tree%d", trees++);
    mkdir(root, 0755);
    snprintf(path, sizeof path, "%s/proc", root);
    mkdir(path, 0755);
    snprintf(path, sizeof path, "%s/proc/self", root);
    mkdir(path, 0755);
}

/* Writes a file under root, and makes the directories that lead to it. */
static void put(struct test *test, const char *root, const char *name, const char *text)
{
    char path[256];
    FILE *file;

    snprintf(path, sizeof path, "%s%s", root, name);
    for (char *slash = strchr(path + strlen(root) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0755);
        *slash = '/';
    }
    file = fopen(path, "w");
    expect(test, file && fputs(text, file) >= 0 && fclose(file) == 0, name);
}

static const char v2_mount[] = "25 21 0:22 / /proc rw - proc proc rw\n"
                               "30 21 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";
static const char v1_mount[] = "33 31 0:30 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n"
                               "34 31 0:31 / /sys/fs/cgroup/cpuset rw - cgroup cgroup rw,cpuset\n";

/* The quota that is found is that, of that directory; version 0 is none. */
static void finds(struct test *test, const char *root, int version, int64_t quota_us, int64_t period_us,
                  const char *directory, const char *sentence)
{
    struct pyos_arena arena = {0};
    struct pyos_cgroup_quota quota;
    struct pyos_error error;
    bool same = pyos_cgroup_quota(root, &quota, &arena, &error) == 0 && quota.version == version;

    same = same && (version == 0 || (quota.quota_us == quota_us && quota.period_us == period_us &&
                                     strcmp(quota.directory, directory) == 0));
    expect(test, same, sentence);
    pyos_arena_free(&arena);
}

static void version2(struct test *test)
{
    char root[32];

    plant(root);
    finds(test, root, 0, 0, 0, "", "without files there is no quota");
    put(test, root, "/proc/self/mountinfo", v2_mount);
    put(test, root, "/proc/self/cgroup", "0::/a/b\n");
    finds(test, root, 0, 0, 0, "", "a group that is not visible has none");
    put(test, root, "/sys/fs/cgroup/a/b/cpu.max", "max 100000\n");
    finds(test, root, 0, 0, 0, "", "max is none");
    put(test, root, "/sys/fs/cgroup/a/b/cpu.max", "150000 100000\n");
    finds(test, root, 2, 150000, 100000, "/sys/fs/cgroup/a/b", "the group itself has one");
    put(test, root, "/sys/fs/cgroup/a/cpu.max", "400000 100000\n");
    finds(test, root, 2, 150000, 100000, "/sys/fs/cgroup/a/b", "a larger one above changes nothing");
    put(test, root, "/sys/fs/cgroup/a/cpu.max", "100000 200000\n");
    finds(test, root, 2, 100000, 200000, "/sys/fs/cgroup/a", "a smaller one above counts, by its share");
    put(test, root, "/sys/fs/cgroup/cpu.max", "10000 100000\n");
    finds(test, root, 2, 10000, 100000, "/sys/fs/cgroup", "the mount point itself counts, as in a container");
    put(test, root, "/cpu.max", "1 100000\n");
    put(test, root, "/sys/fs/cpu.max", "1 100000\n");
    finds(test, root, 2, 10000, 100000, "/sys/fs/cgroup", "nothing above the mount point does");
}

static void version1(struct test *test)
{
    char root[32];

    plant(root);
    put(test, root, "/proc/self/mountinfo", v1_mount);
    put(test, root, "/proc/self/cgroup", "9:name=systemd:/x\n4:cpuset:/y\n2:cpu,cpuacct:/job:1\n0::/\n");
    put(test, root, "/sys/fs/cgroup/cpu,cpuacct/job:1/cpu.cfs_quota_us", "-1\n");
    put(test, root, "/sys/fs/cgroup/cpu,cpuacct/job:1/cpu.cfs_period_us", "100000\n");
    put(test, root, "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
    put(test, root, "/sys/fs/cgroup/cpuset/y/cpu.cfs_quota_us", "1\n");
    put(test, root, "/sys/fs/cgroup/cpuset/y/cpu.cfs_period_us", "100000\n");
    finds(test, root, 0, 0, 0, "", "-1 is none, and other controllers do not count");
    put(test, root, "/sys/fs/cgroup/cpu,cpuacct/job:1/cpu.cfs_quota_us", "250000\n");
    finds(test, root, 1, 250000, 100000, "/sys/fs/cgroup/cpu,cpuacct/job:1", "a path may hold a colon");
}

static void both(struct test *test)
{
    char root[32];
    char mounts[512];

    plant(root);
    snprintf(mounts, sizeof mounts, "%s41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n", v1_mount);
    put(test, root, "/proc/self/mountinfo", mounts);
    put(test, root, "/proc/self/cgroup", "2:cpu,cpuacct:/one\n0::/two\n");
    put(test, root, "/sys/fs/cgroup/cpu,cpuacct/one/cpu.cfs_quota_us", "250000\n");
    put(test, root, "/sys/fs/cgroup/cpu,cpuacct/one/cpu.cfs_period_us", "100000\n");
    put(test, root, "/sys/fs/cgroup/unified/two/cpu.max", "90000 30000\n");
    finds(test, root, 1, 250000, 100000, "/sys/fs/cgroup/cpu,cpuacct/one", "of both versions the smaller: 1");
    put(test, root, "/sys/fs/cgroup/unified/two/cpu.max", "60000 30000\n");
    finds(test, root, 2, 60000, 30000, "/sys/fs/cgroup/unified/two", "of both versions the smaller: 2");
}

/* What a container sees that shares the host's view of its groups. */
static void mounted_part(struct test *test)
{
    char root[32];

    plant(root);
    put(test, root, "/proc/self/mountinfo", "30 21 0:26 /docker/c1 /my\\040groups rw - cgroup2 cgroup2 rw\n");
    put(test, root, "/my groups/cpu.max", "50000 100000\n");
    put(test, root, "/my groups/sub/cpu.max", "40000 100000\n");
    put(test, root, "/proc/self/cgroup", "0::/docker/c1\n");
    finds(test, root, 2, 50000, 100000, "/my groups", "the mounted group is the process's own");
    put(test, root, "/proc/self/cgroup", "0::/docker/c1/sub\n");
    finds(test, root, 2, 40000, 100000, "/my groups/sub", "or one above it");
    put(test, root, "/proc/self/cgroup", "0::/docker/c12\n");
    finds(test, root, 0, 0, 0, "", "a group whose name only begins like the mounted one is another");
    put(test, root, "/proc/self/cgroup", "0::/other\n");
    finds(test, root, 0, 0, 0, "", "a group elsewhere is not visible");
    put(test, root, "/proc/self/mountinfo", v2_mount);
    put(test, root, "/sys/fs/cpu.max", "1 100000\n");
    put(test, root, "/proc/self/cgroup", "0::/../outside\n");
    finds(test, root, 0, 0, 0, "", "a group outside of the namespace is not visible");
}

/* The limit of memory that is found is that, of that directory; version 0 is none. */
static void finds_memory(struct test *test, const char *root, int version, int64_t limit, const char *directory,
                         const char *sentence)
{
    struct pyos_arena arena = {0};
    struct pyos_cgroup_memory memory;
    struct pyos_error error;
    bool same = pyos_cgroup_memory(root, &memory, &arena, &error) == 0 && memory.version == version;

    same = same && (version == 0 || (memory.limit == limit && strcmp(memory.directory, directory) == 0));
    expect(test, same, sentence);
    pyos_arena_free(&arena);
}

static void memory2(struct test *test)
{
    char root[32];

    plant(root);
    put(test, root, "/proc/self/mountinfo", v2_mount);
    put(test, root, "/proc/self/cgroup", "0::/a/b\n");
    put(test, root, "/sys/fs/cgroup/a/b/memory.max", "max\n");
    put(test, root, "/sys/fs/cgroup/a/b/cpu.max", "150000 100000\n");
    finds_memory(test, root, 0, 0, "", "max is no limit of memory, and a quota is none either");
    put(test, root, "/sys/fs/cgroup/a/memory.max", "1073741824\n");
    finds_memory(test, root, 2, 1073741824, "/sys/fs/cgroup/a", "a limit above counts");
    put(test, root, "/sys/fs/cgroup/a/b/memory.max", "2147483648\n");
    finds_memory(test, root, 2, 1073741824, "/sys/fs/cgroup/a", "a higher one below changes nothing");
    put(test, root, "/sys/fs/cgroup/a/b/memory.max", "0\n");
    finds_memory(test, root, 2, 0, "/sys/fs/cgroup/a/b", "nothing at all is a limit too");
}

static void memory1(struct test *test)
{
    char root[32];

    plant(root);
    put(test, root, "/proc/self/mountinfo",
        "33 31 0:30 / /cg/memory rw - cgroup cgroup rw,memory\n34 31 0:31 / /cg/cpu rw - cgroup cgroup rw,cpu\n");
    put(test, root, "/proc/self/cgroup", "4:memory:/job\n2:cpu:/other\n");
    put(test, root, "/cg/memory/memory.limit_in_bytes", "9223372036854771712\n");
    put(test, root, "/cg/memory/job/memory.limit_in_bytes", "9223372036854771712\n");
    put(test, root, "/cg/cpu/other/memory.limit_in_bytes", "1\n");
    finds_memory(test, root, 0, 0, "", "the largest number is none, and other controllers do not count");
    put(test, root, "/cg/memory/job/memory.limit_in_bytes", "268435456\n");
    finds_memory(test, root, 1, 268435456, "/cg/memory/job", "of version 1");
}

static void odd_files(struct test *test)
{
    struct pyos_arena arena = {0};
    struct pyos_cgroup_quota quota;
    struct pyos_error error;
    char root[32];
    char path[64];

    plant(root);
    put(test, root, "/proc/self/mountinfo", v2_mount);
    put(test, root, "/proc/self/cgroup", "\n:\n::\n0::/a");
    put(test, root, "/sys/fs/cgroup/a/cpu.max", "");
    finds(test, root, 0, 0, 0, "", "an empty file has none");
    put(test, root, "/sys/fs/cgroup/a/cpu.max", "0 0\n");
    finds(test, root, 0, 0, 0, "", "nothing in no time is none");
    put(test, root, "/sys/fs/cgroup/a/cpu.max", "7");
    finds(test, root, 0, 0, 0, "", "a quota without a period is none");
    snprintf(path, sizeof path, "%s/sys/fs/cgroup/cpu.max", root);
    mkdir(path, 0755);
    expect(test, pyos_cgroup_quota(root, &quota, &arena, &error) == -1 && error.errnum == EISDIR &&
                     pyos_str_equal(error.filename.name, pyos_str(path)),
           "a file that cannot be read is an OSError with its name");
    pyos_arena_free(&arena);
}

/* usable, beside a process_cpu_count of 8. */
static void rounds(struct test *test, const char *cpu_max, int64_t usable, const char *sentence)
{
    struct pyos_arena arena = {0};
    struct pyos_budget budget;
    struct pyos_error error;
    char root[32];

    plant(root);
    put(test, root, "/proc/self/mountinfo", v2_mount);
    put(test, root, "/proc/self/cgroup", "0::/\n");
    put(test, root, "/sys/fs/cgroup/cpu.max", cpu_max);
    expect(test, pyos_budget_get(root, &budget, &arena, &error) == 0 && budget.cpu_count.value == 8 &&
                     budget.process_cpu_count.value == 8 && budget.usable.known && budget.usable.value == usable,
           sentence);
    pyos_arena_free(&arena);
}

int main(void)
{
    struct test test = {0};

    setenv("PYTHON_CPU_COUNT", "8", 1);
    version2(&test);
    version1(&test);
    both(&test);
    mounted_part(&test);
    memory2(&test);
    memory1(&test);
    odd_files(&test);
    rounds(&test, "max 100000\n", 8, "without a quota all are usable");
    rounds(&test, "150000 100000\n", 2, "a CPU and a half are two");
    rounds(&test, "200000 100000\n", 2, "two are two");
    rounds(&test, "1000 100000\n", 1, "less than one is one");
    rounds(&test, "6400000 100000\n", 8, "a quota above the CPUs adds none");
    return test.failures > 0;
}
