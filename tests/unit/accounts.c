/* os/accounts: the name of an id, in whatever stands in /etc/passwd. */
#include "test.h"

#include "pyos/os/accounts.h"

static const char passwd[] = "root:x:0:0:root:/root:/bin/sh\n"
                             "#gone:x:7:7::/:\n"
                             "\n"
                             ":x:8:8::/:\n"
                             "no colons at all\n"
                             "two:parts\n"
                             "empty:x::\n"
                             "large:x:4294967295:0\n"
                             "larger:x:4294967296:0\n"
                             "signed:x:+3:0\n"
                             "spaced:x: 3:0\n"
                             "zeros:x:0004:0\n"
                             "m\xC3\xA9:x:5:5::/:\n"
                             "first:x:9:\n"
                             "second:x:9:\n"
                             "last:x:10";

static void finding(struct test *test, struct pyos_buf *buf)
{
    static const struct { uint32_t id; const char *name; } cases[] = {
        {0, "root"}, {1, NULL}, {3, NULL}, {4, "zeros"}, {5, "m\xC3\xA9"}, {7, NULL}, {8, NULL}, {9, "first"},
        {10, "last"}, {UINT32_MAX, "large"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pyos_str name = pyos_accounts_find(pyos_str(passwd), cases[i].id);

        expect(test, (name.data != NULL) == (cases[i].name != NULL), "an id has a name where a line gives one");
        pyos_buf_str(buf, name);
        expect_text(test, buf, cases[i].name ? cases[i].name : "", "which is the first part of the line");
    }
    expect(test, !pyos_accounts_find((struct pyos_str){0}, 0).data, "no text holds no name");
}

static void of_this_machine(struct test *test)
{
    struct pyos_accounts accounts = {0};
    struct pyos_str user;
    struct pyos_str group;
    struct pyos_str again;
    struct pyos_error error;

    expect(test, pyos_accounts_user(&accounts, 0, &user, &error) == 0 && pyos_str_equal(user, pyos_str("root")),
           "user 0 is root");
    expect(test, pyos_accounts_group(&accounts, 0, &group, &error) == 0 && pyos_str_equal(group, pyos_str("root")),
           "and so is group 0");
    expect(test, pyos_accounts_user(&accounts, PYOS_ACCOUNTS_CACHE, &again, &error) == 0, "an id of the same place");
    expect(test, pyos_accounts_user(&accounts, 0, &again, &error) == 0 && again.data == user.data,
           "does not take the name away");
    pyos_accounts_free(&accounts);
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    finding(&test, &buf);
    of_this_machine(&test);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
