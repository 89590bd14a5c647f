/*
 * os/constants: sorted, so that each is found. `constants list` prints them all; tests/parity/constants.py is its
 * oracle.
 */
#include "test.h"

#include "pyos/os/constants.h"

static void list(void)
{
    for (size_t i = 0; i < pyos_os_constants.count; i++)
        printf("%s %lld\n", pyos_os_constants.rows[i].name, (long long)pyos_os_constants.rows[i].value); /* 64 bits */
}

int main(int argc, char **argv)
{
    struct test test = {0};
    const struct pyos_constants *all = &pyos_os_constants;

    if (argc > 1 && strcmp(argv[1], "list") == 0) {
        list();
        return 0;
    }
    expect(&test, all->count > 150, "there are the constants of a module");
    for (size_t i = 1; i < all->count; i++)
        expect_of(&test, strcmp(all->rows[i - 1].name, all->rows[i].name) < 0, "the names are sorted",
                  all->rows[i].name);
    for (size_t i = 0; i < all->count; i++)
        expect_of(&test, pyos_constant_find(all, pyos_str(all->rows[i].name)) == &all->rows[i], "each is found",
                  all->rows[i].name);
    return test.failures > 0;
}
