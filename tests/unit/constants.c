/* os/constants: what tests/const cannot see, that no module says a name twice and that each is found. */
#include "test.h"

#include "pyos/os/constants.h"

static bool stands_twice(const struct pyos_constant_module *module, int index, const char *name)
{
    for (int i = 0; i < index; i++) {
        const char *other = pyos_constant_at(module, i).name;

        if (other && strcmp(other, name) == 0)
            return true;
    }
    return false;
}

int main(void)
{
    struct test test = {0};

    for (size_t m = 0; m < pyos_os_constants.count; m++)
        for (int i = 0; i < pyos_os_constants.modules[m].count; i++) {
            struct pyos_constant constant = pyos_constant_at(&pyos_os_constants.modules[m], i);
            const struct pyos_constant_module *module;
            struct pyos_constant found;

            if (!constant.name)
                continue;
            expect_of(&test, !stands_twice(&pyos_os_constants.modules[m], i, constant.name), "no name stands twice",
                      constant.name);
            expect_of(&test, pyos_constant_find(&pyos_os_constants, pyos_str(constant.name), &module, &found) &&
                                 found.value == constant.value,
                      "each is found, and means the same in all modules", constant.name);
        }
    return test.failures > 0;
}
