#include "pyos/cli/rpc.h"

#include "pyos/cli/discover.h"
#include "pyos/cli/rpc_call.h"
#include "pyos/py/constant.h"
#include "pyos/py/exception.h"
#include "pyos/py/json.h"
#include "pyos/py/json_read.h"

#include <string.h>

/* {"jsonrpc":"2.0","id":...,"KEY": */
static void begin_answer(struct pyos_buf *answer, const struct pyos_json *id, const char *key)
{
    pyos_buf_text(answer, "{\"jsonrpc\":\"2.0\",\"id\":");
    if (!id || id->kind == PYOS_JSON_KIND_NULL)
        pyos_buf_text(answer, "null");
    else if (id->kind == PYOS_JSON_KIND_STRING)
        pyos_json_str(answer, id->text, true);
    else
        pyos_buf_str(answer, id->text); /* a number, as it came */
    pyos_buf_text(answer, ",\"");
    pyos_buf_text(answer, key);
    pyos_buf_text(answer, "\":");
}

/* {"code":...,"message":"..." */
static void begin_error(struct pyos_buf *answer, const struct pyos_json *id, int code, struct pyos_str message)
{
    begin_answer(answer, id, "error");
    pyos_buf_text(answer, "{\"code\":");
    pyos_buf_i64(answer, code);
    pyos_buf_text(answer, ",\"message\":");
    pyos_json_str(answer, message, true);
}

static void put_fault(struct pyos_buf *answer, const struct pyos_json *id, enum pyos_rpc_code code,
                      const char *message)
{
    begin_error(answer, id, code, pyos_str(message));
    pyos_buf_text(answer, "}}");
}

static int code_of(const struct pyos_error *error)
{
    switch (error->type) {
    case PYOS_OSERROR: return error->errnum;
    case PYOS_TYPEERROR: return PYOS_RPC_INVALID_PARAMS;
    default: return PYOS_RPC_EXCEPTION;
    }
}

static void put_exception(struct pyos_buf *answer, const struct pyos_json *id, const struct pyos_error *error)
{
    struct pyos_buf message = {0};

    pyos_exception_message(&message, error);
    begin_error(answer, id, code_of(error), (struct pyos_str){message.size > 0 ? message.data : "", message.size});
    pyos_buf_text(answer, ",\"data\":");
    pyos_exception_data(answer, error);
    pyos_buf_text(answer, "}}");
    answer->failed |= message.failed;
    pyos_buf_free(&message);
}

/* What is wrong with a request as such, or NULL. */
static const char *fault_of(const struct pyos_json *request)
{
    const struct pyos_json *version = pyos_json_member(request, "jsonrpc");
    const struct pyos_json *method = pyos_json_member(request, "method");
    const struct pyos_json *params = pyos_json_member(request, "params");
    const struct pyos_json *id = pyos_json_member(request, "id");

    if (request->kind != PYOS_JSON_KIND_OBJECT)
        return "Invalid Request: not an object";
    if (!version || version->kind != PYOS_JSON_KIND_STRING || !pyos_str_equal(version->text, pyos_str("2.0")))
        return "Invalid Request: jsonrpc must be \"2.0\"";
    if (!method || method->kind != PYOS_JSON_KIND_STRING)
        return "Invalid Request: method must be a string";
    if (params && params->kind != PYOS_JSON_KIND_ARRAY && params->kind != PYOS_JSON_KIND_OBJECT)
        return "Invalid Request: params must be an array or an object";
    if (id && id->kind != PYOS_JSON_KIND_STRING && id->kind != PYOS_JSON_KIND_NUMBER && id->kind != PYOS_JSON_KIND_NULL)
        return "Invalid Request: id must be a string, a number or null";
    return NULL;
}

/* An id that can be given back though the request is a fault. */
static const struct pyos_json *id_of(const struct pyos_json *request)
{
    const struct pyos_json *id = pyos_json_member(request, "id");

    return id && (id->kind == PYOS_JSON_KIND_STRING || id->kind == PYOS_JSON_KIND_NUMBER) ? id : NULL;
}

/* A name with NUL in it is nobody's. */
static const struct pyos_function *find_method(const struct pyos_house *house, struct pyos_str name)
{
    return strlen(name.data) == name.size ? pyos_house_function(house, name.data) : NULL;
}

static void put_unknown(struct pyos_buf *answer, const struct pyos_json *id, struct pyos_str method)
{
    struct pyos_error error;
    struct pyos_buf message = {0};

    pyos_constant_unknown("os", method, &error);
    pyos_buf_text(&message, "Method not found: ");
    pyos_buf_text(&message, error.message);
    begin_error(answer, id, PYOS_RPC_METHOD_NOT_FOUND,
                (struct pyos_str){message.failed ? "" : message.data, message.failed ? 0 : message.size});
    pyos_buf_text(answer, "}}");
    pyos_buf_free(&message);
}

/* A request that is none of JSON-RPC's own faults. */
static void carry_out(struct pyos_rpc *rpc, const struct pyos_json *request, struct pyos_buf *answer)
{
    const struct pyos_json *id = pyos_json_member(request, "id");
    const struct pyos_json *method = pyos_json_member(request, "method");
    bool discovers = pyos_str_equal(method->text, pyos_str("rpc.discover"));
    const struct pyos_function *function = find_method(rpc->house, method->text);
    size_t begin = answer->size;
    struct pyos_error error;

    if (!function && !discovers) {
        put_unknown(answer, id, method->text);
        return;
    }
    begin_answer(answer, id, "result");
    if (discovers) {
        pyos_discover(answer, rpc->house);
    } else if (pyos_rpc_call(rpc, function, pyos_json_member(request, "params"), answer, &error) != 0) {
        answer->size = begin;
        put_exception(answer, id, &error);
        return;
    }
    pyos_buf_char(answer, '}');
}

/* Appends the answer to one request; nothing to a notification. */
static void answer_one(struct pyos_rpc *rpc, const struct pyos_json *request, struct pyos_buf *answer)
{
    const char *fault = fault_of(request);
    size_t begin = answer->size;

    if (fault) {
        put_fault(answer, id_of(request), PYOS_RPC_INVALID_REQUEST, fault);
        return;
    }
    carry_out(rpc, request, answer);
    if (!pyos_json_member(request, "id"))
        answer->size = begin;
}

/* In their order, each after the other: a later one may need what an earlier one did. */
static void answer_batch(struct pyos_rpc *rpc, const struct pyos_json *batch, struct pyos_buf *answer)
{
    size_t begin = answer->size;

    for (const struct pyos_json *request = batch->first; request; request = request->next) {
        size_t before = answer->size;

        pyos_buf_char(answer, before == begin ? '[' : ',');
        answer_one(rpc, request, answer);
        if (answer->size == before + 1)
            answer->size = before;
    }
    if (answer->size > begin)
        pyos_buf_char(answer, ']');
}

void pyos_rpc_refuse(struct pyos_buf *answer, enum pyos_rpc_code code, const char *message)
{
    put_fault(answer, NULL, code, message);
    pyos_buf_char(answer, '\n');
}

void pyos_rpc_answer(struct pyos_rpc *rpc, struct pyos_str line, struct pyos_buf *answer)
{
    size_t begin = answer->size;
    const struct pyos_json *message;
    struct pyos_error error;

    if (pyos_json_read(line, 1, &rpc->arena, &message, &error) != 0) {
        if (error.type == PYOS_VALUEERROR)
            pyos_rpc_refuse(answer, PYOS_RPC_PARSE_ERROR, error.message);
        else
            put_exception(answer, NULL, &error);
    } else if (message->kind == PYOS_JSON_KIND_ARRAY && message->count == 0) {
        put_fault(answer, NULL, PYOS_RPC_INVALID_REQUEST, "Invalid Request: an empty batch");
    } else if (message->kind == PYOS_JSON_KIND_ARRAY) {
        answer_batch(rpc, message, answer);
    } else {
        answer_one(rpc, message, answer);
    }
    if (answer->size > begin && answer->data[answer->size - 1] != '\n')
        pyos_buf_char(answer, '\n');
    pyos_arena_reset(&rpc->arena);
}
