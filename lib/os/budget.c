#include "pyos/os/budget.h"

#include "pyos/os/cgroup.h"
#include "pyos/os/system.h"

#define FIELD(member) PYOS_FIELD(struct pyos_budget, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {FIELD(cpu_count), .doc = "as os.cpu_count() has it"},
    {FIELD(process_cpu_count), .doc = "as os.process_cpu_count() has it"},
    {FIELD(quota), .doc = "as many CPUs as the control groups allow"},
    {FIELD(quota_us), .doc = "CPU time for each period"},
    {FIELD(period_us)},
    {FIELD(cgroup_version), .doc = "1 or 2"},
    {FIELD(cgroup), .doc = "the directory of the group that has the quota"},
    {FIELD(usable), .doc = "process_cpu_count, or the quota rounded up where it is less"},
};

const struct pyos_record pyos_budget_record = {NULL, fields, sizeof fields / sizeof *fields};

static struct pyos_maybe known(int64_t value)
{
    return (struct pyos_maybe){true, value};
}

static void take_quota(struct pyos_budget *budget, const struct pyos_cgroup_quota *quota)
{
    int64_t whole = quota->quota_us / quota->period_us + (quota->quota_us % quota->period_us > 0 ? 1 : 0);

    budget->quota = (struct pyos_maybe_float){true, (double)quota->quota_us / (double)quota->period_us};
    budget->quota_us = known(quota->quota_us);
    budget->period_us = known(quota->period_us);
    budget->cgroup_version = known(quota->version);
    budget->cgroup = pyos_str(quota->directory);
    if (!budget->usable.known || whole < budget->usable.value)
        budget->usable = known(whole);
}

int pyos_budget_get(const char *root, struct pyos_budget *budget, struct pyos_arena *arena, struct pyos_error *error)
{
    struct pyos_cgroup_quota quota;

    *budget = (struct pyos_budget){0};
    if (pyos_os_cpu_count(&budget->cpu_count, error) != 0 ||
        pyos_os_process_cpu_count(&budget->process_cpu_count, error) != 0 ||
        pyos_cgroup_quota(root, &quota, arena, error) != 0)
        return -1;
    budget->usable = budget->process_cpu_count;
    if (quota.version != 0)
        take_quota(budget, &quota);
    return 0;
}
