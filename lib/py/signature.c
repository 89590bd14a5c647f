#include "pyos/py/signature.h"

#include <string.h>

static bool is_only(const struct pyos_param *param)
{
    return param->flags & PYOS_PARAM_ONLY;
}

static bool is_positional(const struct pyos_param *param)
{
    return param->flags & PYOS_PARAM_POSITIONAL;
}

/* A keyword with no default that can be written. */
static bool is_bracketed(const struct pyos_param *param)
{
    return param->left_out && param->left_out[0] == '\0';
}

static void put_separated(struct pyos_buf *buf, size_t *count, const char *text)
{
    pyos_buf_text(buf, (*count)++ > 0 ? ", " : "");
    pyos_buf_text(buf, text);
}

static void put_default(struct pyos_buf *buf, const struct pyos_param *param)
{
    if (!param->left_out)
        return;
    pyos_buf_text(buf, is_bracketed(param) ? ", ]" : "=");
    pyos_buf_text(buf, param->left_out);
}

void pyos_signature_put(struct pyos_buf *buf, const struct pyos_function *function)
{
    size_t shown = 0;
    bool rest = false;

    pyos_buf_char(buf, '(');
    for (size_t i = 0; i < function->count; i++) {
        const struct pyos_param *param = &function->params[i];
        const struct pyos_param *before = i > 0 ? param - 1 : NULL;

        if (param->flags & PYOS_PARAM_APART)
            continue;
        if (before && is_only(before) && !is_only(param))
            put_separated(buf, &shown, "/");
        if (!is_positional(param) && (!before || is_positional(before)) && !rest)
            put_separated(buf, &shown, "*");
        rest = rest || param->flags & PYOS_PARAM_REST;
        if (before && is_bracketed(before))
            shown = 0; /* its comma stands inside */
        put_separated(buf, &shown, is_bracketed(param) ? "[" : param->flags & PYOS_PARAM_REST ? "*" : "");
        pyos_buf_text(buf, param->name);
        put_default(buf, param);
    }
    if (function->count > 0 && is_only(&function->params[function->count - 1]))
        put_separated(buf, &shown, "/");
    if (function->flags & PYOS_FUNCTION_KEYWORDS)
        put_separated(buf, &shown, "**kwargs");
    pyos_buf_char(buf, ')');
}

const char *pyos_signature_type(enum pyos_type type)
{
    switch (type) {
    case PYOS_TYPE_BOOL:
    case PYOS_TYPE_FLAG: return "bool";
    case PYOS_TYPE_FLOAT:
    case PYOS_TYPE_MAYBE_FLOAT: return "float";
    case PYOS_TYPE_TEXT:
    case PYOS_TYPE_CHARS:
    case PYOS_TYPE_STR: return "str";
    case PYOS_TYPE_BYTES: return "bytes";
    case PYOS_TYPE_PATHNAME: return "path";
    case PYOS_TYPE_PATH: return "path or fd";
    case PYOS_TYPE_FD:
    case PYOS_TYPE_FILDES:
    case PYOS_TYPE_DIR_FD: return "fd";
    case PYOS_TYPE_WORDS:
    case PYOS_TYPE_STRS: return "list of str";
    case PYOS_TYPE_INTS: return "list of int";
    case PYOS_TYPE_BUFFERS: return "list of bytes";
    case PYOS_TYPE_CPUS:
    case PYOS_TYPE_CPU_MASK: return "set of int";
    case PYOS_TYPE_SIGNALS: return "set of signals";
    case PYOS_TYPE_TIMES:
    case PYOS_TYPE_TIMES_NS: return "pair of times";
    case PYOS_TYPE_ENVIRONMENT: return "mapping of str to str";
    case PYOS_TYPE_NAMED: return "mapping of str to int";
    case PYOS_TYPE_CONFIGURATION: return "int or str";
    case PYOS_TYPE_SCHEDULER: return "pair of policy and priority";
    case PYOS_TYPE_FILE_ACTIONS: return "list of tuples";
    case PYOS_TYPE_CALLABLE: return "callable";
    case PYOS_TYPE_NONE: return "None";
    case PYOS_TYPE_RECORD:
    case PYOS_TYPE_NESTED: return "tuple";
    case PYOS_TYPE_RECORDS: return "list of tuples";
    default: return "int";
    }
}
