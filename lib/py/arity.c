#include "pyos/py/arity.h"

#include "pyos/base/buf.h"

/* 'a'; 'a' and 'b'; 'a', 'b', and 'c' */
static void put_names(struct pyos_buf *text, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && count > 2)
            pyos_buf_char(text, ',');
        if (i > 0)
            pyos_buf_text(text, i + 1 == count ? " and " : " ");
        pyos_buf_char(text, '\'');
        pyos_buf_text(text, names[i]);
        pyos_buf_char(text, '\'');
    }
}

static int too_few(const char *function, const char *const *names, size_t count, struct pyos_error *error)
{
    struct pyos_buf text = {0};

    put_names(&text, names, count);
    pyos_buf_char(&text, '\0');
    if (text.failed)
        pyos_error_memory(error);
    else
        pyos_error_usage(error, PYOS_TYPEERROR, "%s() missing %zu required positional argument%s: %s", function, count,
                         count == 1 ? "" : "s", text.data);
    pyos_buf_free(&text);
    return -1;
}

int pyos_arity_check(const struct pyos_arity *arity, const char *function, size_t given, struct pyos_error *error)
{
    size_t least = 0;

    while (arity->names[least])
        least++;
    if (given < least)
        return too_few(function, arity->names + given, least - given, error);
    if (given <= arity->most)
        return 0;
    if (least < arity->most)
        return pyos_error_usage(error, PYOS_TYPEERROR,
                                "%s() takes from %zu to %zu positional arguments but %zu were given", function, least,
                                arity->most, given);
    return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes %zu positional argument%s but %zu %s given", function,
                            least, least == 1 ? "" : "s", given, given == 1 ? "was" : "were");
}
