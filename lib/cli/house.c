#include "pyos/cli/house.h"

#include <string.h>

static const struct pyos_applet *find_applet(const struct pyos_house *house, const char *name)
{
    for (size_t l = 0; house->lists[l]; l++)
        for (size_t i = 0; i < house->lists[l]->count; i++)
            if (strcmp(house->lists[l]->applets[i].name, name) == 0)
                return &house->lists[l]->applets[i];
    return NULL;
}

const struct pyos_function *pyos_house_function(const struct pyos_house *house, const char *name)
{
    for (size_t s = 0; house->sections[s]; s++)
        for (size_t i = 0; i < house->sections[s]->count; i++)
            if (strcmp(house->sections[s]->functions[i].name, name) == 0)
                return &house->sections[s]->functions[i];
    return NULL;
}

bool pyos_house_find(const struct pyos_house *house, const char *name, struct pyos_target *target)
{
    target->applet = find_applet(house, name);
    target->function = target->applet ? NULL : pyos_house_function(house, name);
    return target->applet || target->function;
}
