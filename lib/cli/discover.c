#include "pyos/cli/discover.h"

#include "pyos/py/json.h"
#include "pyos/py/signature.h"

static void put_text(struct pyos_buf *buf, const char *key, const char *text)
{
    pyos_buf_char(buf, '"');
    pyos_buf_text(buf, key);
    pyos_buf_text(buf, "\":");
    if (text)
        pyos_json_str(buf, pyos_str(text), false);
    else
        pyos_buf_text(buf, "null");
}

static const char *kind_of(const struct pyos_param *param)
{
    if (param->flags & PYOS_PARAM_REST)
        return "var_positional";
    if (param->flags & PYOS_PARAM_ONLY)
        return "positional_only";
    return param->flags & PYOS_PARAM_POSITIONAL ? "positional_or_keyword" : "keyword_only";
}

static void put_param(struct pyos_buf *buf, const struct pyos_param *param)
{
    bool required = !param->left_out && !(param->flags & PYOS_PARAM_REST);

    pyos_buf_char(buf, '{');
    put_text(buf, "name", param->name);
    pyos_buf_char(buf, ',');
    put_text(buf, "summary", param->doc);
    pyos_buf_text(buf, required ? ",\"required\":true," : ",\"required\":false,");
    put_text(buf, "kind", kind_of(param));
    pyos_buf_char(buf, ',');
    put_text(buf, "type", pyos_signature_type(param->type));
    pyos_buf_char(buf, ',');
    put_text(buf, "default", param->left_out);
    pyos_buf_char(buf, '}');
}

static void put_signature(struct pyos_buf *buf, const struct pyos_function *function)
{
    struct pyos_buf text = {0};

    pyos_buf_text(&text, function->name);
    if (!(function->flags & PYOS_FUNCTION_VALUE))
        pyos_signature_put(&text, function);
    pyos_buf_text(buf, "\"signature\":");
    pyos_json_str(buf, (struct pyos_str){text.size > 0 ? text.data : "", text.size}, false);
    buf->failed |= text.failed;
    pyos_buf_free(&text);
}

static void put_method(struct pyos_buf *buf, const struct pyos_section *section, const struct pyos_function *function)
{
    pyos_buf_char(buf, '{');
    put_text(buf, "name", function->name);
    pyos_buf_char(buf, ',');
    put_text(buf, "summary", function->doc);
    pyos_buf_char(buf, ',');
    put_text(buf, "section", section->name);
    pyos_buf_char(buf, ',');
    put_text(buf, "origin", section->origin ? section->origin : "os");
    pyos_buf_char(buf, ',');
    put_signature(buf, function);
    pyos_buf_text(buf, ",\"params\":[");
    for (size_t i = 0; i < function->count; i++) {
        if (function->params[i].flags & PYOS_PARAM_APART)
            continue;
        if (i > 0)
            pyos_buf_char(buf, ',');
        put_param(buf, &function->params[i]);
    }
    pyos_buf_text(buf, "],\"result\":{\"name\":\"result\",");
    put_text(buf, "type", pyos_signature_type(function->result));
    pyos_buf_text(buf, "}}");
}

void pyos_discover(struct pyos_buf *buf, const struct pyos_house *house)
{
    bool first = true;

    pyos_buf_text(buf, "{\"openrpc\":\"1.2.6\",\"info\":{\"title\":\"pyos\",");
    put_text(buf, "version", house->version);
    pyos_buf_text(buf, "},\"methods\":[");
    for (size_t s = 0; house->sections[s]; s++)
        for (size_t i = 0; i < house->sections[s]->count; i++) {
            if (!first)
                pyos_buf_char(buf, ',');
            first = false;
            put_method(buf, house->sections[s], &house->sections[s]->functions[i]);
        }
    pyos_buf_text(buf, "]}");
}
