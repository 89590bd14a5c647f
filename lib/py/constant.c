#include "pyos/py/constant.h"

#include "pyos/py/elsewhere.h"
#include "pyos/py/int.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

struct pyos_constant pyos_constant_at(const struct pyos_constant_module *module, int index)
{
    if (module->rows)
        return module->rows[index];
    return (struct pyos_constant){module->name_of(index + 1), index + 1};
}

bool pyos_constant_find(const struct pyos_constants *constants, struct pyos_str name,
                        const struct pyos_constant_module **module, struct pyos_constant *constant)
{
    for (size_t m = 0; m < constants->count; m++)
        for (int i = 0; i < constants->modules[m].count; i++) {
            struct pyos_constant at = pyos_constant_at(&constants->modules[m], i);

            if (at.name && pyos_str_equal(pyos_str(at.name), name)) {
                *module = &constants->modules[m];
                *constant = at;
                return true;
            }
        }
    return false;
}

int pyos_constant_unknown(const char *module, struct pyos_str name, struct pyos_error *error)
{
    const char *where = strcmp(module, "os") == 0 ? pyos_elsewhere(name) : NULL;

    if (where)
        return pyos_error_say(error, PYOS_ATTRIBUTEERROR, "module 'os' has no attribute '%.*s', which exists on %s",
                              (int)name.size, name.data, where); /* of a row: small */
    return pyos_error_usage(error, PYOS_ATTRIBUTEERROR, "module '%s' has no attribute '%.*s'", module,
                            (int)name.size, name.data); /* of a word: small */
}

static bool begins_a_name(struct pyos_str word)
{
    return word.size > 0 && (isalpha((unsigned char)word.data[0]) || word.data[0] == '_');
}

int pyos_constant_read(const struct pyos_constants *constants, struct pyos_str word, int64_t *value,
                       struct pyos_error *error)
{
    if (!begins_a_name(word))
        return pyos_int_parse_wide(word, value, error);
    *value = 0;
    for (;;) {
        const struct pyos_constant_module *module;
        struct pyos_constant constant;
        const char *bar = memchr(word.data, '|', word.size);
        struct pyos_str name = {word.data, bar ? (size_t)(bar - word.data) : word.size}; /* bar is inside of it */

        if (!pyos_constant_find(constants, name, &module, &constant))
            return pyos_constant_unknown("os", name, error);
        *value |= constant.value;
        if (!bar)
            return 0;
        word.data += name.size + 1;
        word.size -= name.size + 1;
    }
}

int pyos_constant_read_int(const struct pyos_constants *constants, struct pyos_str word, int *value,
                           struct pyos_error *error)
{
    int64_t wide;

    if (!begins_a_name(word))
        return pyos_int_parse(word, value, error);
    if (pyos_constant_read(constants, word, &wide, error) != 0)
        return -1;
    if (wide < INT_MIN || wide > INT_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large to convert to C int");
    *value = (int)wide; /* in range */
    return 0;
}
