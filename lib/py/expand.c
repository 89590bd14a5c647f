#include "pyos/py/expand.h"

bool pyos_expand_tilde(struct pyos_str path, struct pyos_str *user)
{
    const char *slash;

    if (path.size == 0 || path.data[0] != '~')
        return false;
    slash = memchr(path.data, '/', path.size);
    *user = (struct pyos_str){path.data + 1, slash ? (size_t)(slash - path.data) - 1 : path.size - 1}; /* behind ~ */
    return true;
}

void pyos_expand_user(struct pyos_buf *out, struct pyos_str path, struct pyos_str home)
{
    size_t begin = out->size;
    struct pyos_str user;

    if (!home.data || !pyos_expand_tilde(path, &user)) {
        pyos_buf_str(out, path);
        return;
    }
    while (home.size > 0 && home.data[home.size - 1] == '/')
        home.size--;
    pyos_buf_str(out, home);
    pyos_buf_add(out, user.data + user.size, path.size - user.size - 1);
    if (out->size == begin)
        pyos_buf_char(out, '/');
}

struct pyos_str pyos_expand_variable(char *const *environment, struct pyos_str name)
{
    for (; *environment; environment++) {
        const char *equals = strchr(*environment, '=');

        if (equals && pyos_str_equal((struct pyos_str){*environment, (size_t)(equals - *environment)}, name))
            return pyos_str(equals + 1);
    }
    return (struct pyos_str){0};
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The variable that text, which stands behind a $, begins with: its name, and how many bytes say so. 0 for none. */
static size_t take_name(struct pyos_str text, struct pyos_str *name)
{
    const char *brace;

    *name = (struct pyos_str){text.data, 0};
    if (text.size > 0 && text.data[0] == '{') {
        brace = memchr(text.data, '}', text.size);
        if (!brace)
            return 0;
        *name = (struct pyos_str){text.data + 1, (size_t)(brace - text.data) - 1}; /* between the braces */
        return name->size + 2;
    }
    while (name->size < text.size && is_name_byte(text.data[name->size]))
        name->size++;
    return name->size;
}

void pyos_expand_vars(struct pyos_buf *out, struct pyos_str path, char *const *environment)
{
    while (path.size > 0) {
        const char *dollar = memchr(path.data, '$', path.size);
        size_t size = dollar ? (size_t)(dollar - path.data) : path.size; /* dollar is inside of it */
        struct pyos_str value = {0};
        struct pyos_str name;

        pyos_buf_add(out, path.data, size);
        path = (struct pyos_str){path.data + size, path.size - size};
        if (!dollar)
            break;
        size = take_name((struct pyos_str){path.data + 1, path.size - 1}, &name) + 1;
        if (size > 1)
            value = pyos_expand_variable(environment, name);
        pyos_buf_str(out, value.data ? value : (struct pyos_str){path.data, size});
        path = (struct pyos_str){path.data + size, path.size - size};
    }
}
