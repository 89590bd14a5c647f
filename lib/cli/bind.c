#include "pyos/cli/bind.h"

#include "pyos/cli/given.h"

int pyos_bind(const struct pyos_function *function, void *arguments, const struct pyos_options *options,
              struct pyos_error *error)
{
    const char *const *operand = options->operands.items;
    const char *const *end = operand + options->operands.count;
    const struct pyos_given given = {
        .positions = options->operands.count,
        .placed = options->placed,
        .named = options->given,
        .words = true,
    };

    if (pyos_given_check(function, &given, error) != 0)
        return -1;
    for (size_t i = 0; operand < end; i++) {
        const struct pyos_param *param = &function->params[i];
        size_t words = param->flags & (PYOS_PARAM_REST | PYOS_PARAM_LIST) ? (size_t)(end - operand) : 1; /* > 0 */

        if (pyos_given_has(options->placed, i) || param->type == PYOS_TYPE_ENVIRONMENT)
            continue;
        for (; words > 0; words--)
            if (pyos_convert(param, arguments, *operand++, &options->context, error) != 0)
                return -1;
    }
    return 0;
}
