/* py/variables: os.environ where it is apart from the environment. */
#include "test.h"

#include "pyos/py/variables.h"

static void show(const struct pyos_variables *variables, struct pyos_buf *buf)
{
    for (char *const *item = variables->items; *item; item++) {
        pyos_buf_text(buf, *item);
        pyos_buf_char(buf, ' ');
    }
}

static void set(struct test *test, struct pyos_variables *variables, const char *name, const char *value)
{
    expect(test, pyos_variables_set(variables, pyos_str(name), pyos_str(value)) == 0, "there is memory");
}

static void many(struct test *test, struct pyos_variables *variables)
{
    char name[] = "N0000";

    for (int i = 0; i < 2000; i++) {
        snprintf(name, sizeof name, "N%04d", i);
        set(test, variables, name, name);
    }
    expect(test, variables->count >= 2000 && !variables->items[variables->count], "NULL is behind the last of many");
    for (int i = 0; i < 2000; i++) {
        snprintf(name, sizeof name, "N%04d", i);
        expect(test, pyos_variables_remove(variables, pyos_str(name)), "each of many is there, once");
    }
}

int main(void)
{
    char *const environment[] = {"A=1", "none", "B=x=y", "A=2", "=C=3", "AB=4", NULL};
    struct test test = {0};
    struct pyos_variables variables = {0};
    struct pyos_buf buf = {0};

    expect(&test, pyos_variables_copy(&variables, environment) == 0, "an environment is taken over");
    show(&variables, &buf);
    expect_text(&test, &buf, "A=1 B=x=y =C=3 AB=4 ", "words without = are none, and the first of a name counts");
    set(&test, &variables, "B", "");
    set(&test, &variables, "D", "5");
    expect(&test, pyos_variables_remove(&variables, pyos_str("A")), "what is there can be removed");
    expect(&test, !pyos_variables_remove(&variables, pyos_str("A")), "once");
    set(&test, &variables, "A", "6");
    show(&variables, &buf);
    expect_text(&test, &buf, "B= =C=3 AB=4 D=5 A=6 ", "the order is that of a dict");
    many(&test, &variables);
    show(&variables, &buf);
    expect_text(&test, &buf, "B= =C=3 AB=4 D=5 A=6 ", "and stays so");
    pyos_variables_free(&variables);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
