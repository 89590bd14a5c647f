#include "pyos/py/value.h"

#include "pyos/py/cpus.h"
#include "pyos/py/float.h"
#include "pyos/py/form.h"
#include "pyos/py/json.h"
#include "pyos/py/mapping.h"
#include "pyos/py/nested.h"
#include "pyos/py/repr.h"
#include "pyos/py/time.h"

#include <math.h>

/* What stands on both sides of an integer. */
static void put_int_quote(const struct pyos_form *form, struct pyos_buf *buf)
{
    if (form->kind == PYOS_FORM_JSON && form->ints_as_strings)
        pyos_buf_char(buf, '"');
}

static void put_none(const struct pyos_form *form, struct pyos_buf *buf)
{
    if (form->kind == PYOS_FORM_PYTHON)
        pyos_buf_text(buf, "None");
    else if (form->kind == PYOS_FORM_JSON)
        pyos_buf_text(buf, "null");
}

static void put_bool(const struct pyos_form *form, struct pyos_buf *buf, bool value)
{
    if (form->kind == PYOS_FORM_JSON)
        pyos_buf_text(buf, value ? "true" : "false");
    else
        pyos_buf_text(buf, value ? "True" : "False");
}

static void put_u64(const struct pyos_form *form, struct pyos_buf *buf, uint64_t value)
{
    put_int_quote(form, buf);
    pyos_buf_u64(buf, value);
    put_int_quote(form, buf);
}

void pyos_form_int(const struct pyos_form *form, struct pyos_buf *buf, int64_t value)
{
    put_int_quote(form, buf);
    pyos_buf_i64(buf, value);
    put_int_quote(form, buf);
}

/* NODEV is -1, as Python shows it. */
static void put_device(const struct pyos_form *form, struct pyos_buf *buf, uint64_t device)
{
    if (device == UINT64_MAX)
        pyos_form_int(form, buf, -1);
    else
        put_u64(form, buf, device);
}

static void put_time_ns(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_time time)
{
    put_int_quote(form, buf);
    pyos_time_ns(buf, time);
    put_int_quote(form, buf);
}

static void put_float(const struct pyos_form *form, struct pyos_buf *buf, double value)
{
    if (form->kind == PYOS_FORM_JSON && !isfinite(value))
        put_none(form, buf);
    else
        pyos_float_repr(buf, value);
}

static void put_maybe(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_maybe maybe)
{
    if (maybe.known)
        pyos_form_int(form, buf, maybe.value);
    else
        put_none(form, buf);
}

/* Raw text; on a terminal nothing in it can steer that. */
static void put_raw(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_str text)
{
    if (form->escape_controls)
        pyos_repr_visible(buf, text);
    else
        pyos_buf_str(buf, text);
}

/* What JSON has no string for. */
static void put_base64(struct pyos_buf *buf, struct pyos_str bytes)
{
    pyos_buf_text(buf, "{\"base64\":");
    pyos_json_base64(buf, bytes);
    pyos_buf_char(buf, '}');
}

static void put_bytes(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_str bytes)
{
    if (!bytes.data)
        put_none(form, buf);
    else if (form->kind == PYOS_FORM_PYTHON)
        pyos_repr_bytes(buf, bytes);
    else if (form->kind == PYOS_FORM_RAW)
        put_raw(form, buf, bytes);
    else
        put_base64(buf, bytes);
}

void pyos_form_str(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_str text)
{
    size_t begin = buf->size;

    if (!text.data) {
        put_none(form, buf);
    } else if (form->bytes) {
        put_bytes(form, buf, text);
    } else if (form->kind == PYOS_FORM_PYTHON) {
        pyos_repr_str(buf, text);
    } else if (form->kind == PYOS_FORM_RAW) {
        put_raw(form, buf, text);
    } else if (!pyos_json_str(buf, text, form->surrogateescape)) {
        buf->size = begin;
        put_base64(buf, text);
    }
}

/* A list inside of a raw record stands in Python's spelling: a tab or newline would be ambiguous. */
static void put_words(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_words words)
{
    bool json = form->kind == PYOS_FORM_JSON;

    if (!words.items) {
        put_none(form, buf);
        return;
    }
    pyos_buf_char(buf, '[');
    for (size_t i = 0; i < words.count; i++) {
        if (i > 0)
            pyos_buf_text(buf, json ? "," : ", ");
        if (json)
            pyos_json_str(buf, pyos_str(words.items[i]), false);
        else
            pyos_repr_str(buf, pyos_str(words.items[i]));
    }
    pyos_buf_char(buf, ']');
}

/* A list of str alone in its place, as put_words; what JSON cannot hold becomes {"base64": ...}. */
static void put_strs(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_strs strs)
{
    bool json = form->kind == PYOS_FORM_JSON;

    pyos_buf_char(buf, '[');
    for (size_t i = 0; i < strs.count; i++) {
        if (i > 0)
            pyos_buf_text(buf, json ? "," : ", ");
        if (json || form->bytes)
            pyos_form_str(form, buf, strs.items[i]);
        else
            pyos_repr_str(buf, strs.items[i]);
    }
    pyos_buf_char(buf, ']');
}

static void put_buffers(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_buffers buffers)
{
    struct pyos_form inside = *form;

    if (form->kind == PYOS_FORM_RAW)
        inside.kind = PYOS_FORM_PYTHON; /* as put_words has it */
    pyos_buf_char(buf, '[');
    for (size_t i = 0; i < buffers.count; i++) {
        if (i > 0)
            pyos_buf_text(buf, form->kind == PYOS_FORM_JSON ? "," : ", ");
        put_bytes(&inside, buf, buffers.items[i].bytes);
    }
    pyos_buf_char(buf, ']');
}

/* As a path was given: a string, or the number of a descriptor. */
static void put_path(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_path *path)
{
    if (path->is_fd)
        pyos_form_int(form, buf, path->fd);
    else
        pyos_form_str(form, buf, path->name);
}

/*
 * A set of Python is a list of JSON. Raw text has it as an operand takes it back, 0,2,4-7, which no
 * tab or newline makes ambiguous.
 */
static void put_cpus(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_cpus *cpus)
{
    bool json = form->kind == PYOS_FORM_JSON;
    int first = pyos_cpus_next(cpus, 0);

    if (form->kind == PYOS_FORM_RAW) {
        pyos_cpus_list(buf, cpus);
        return;
    }
    if (first < 0) {
        pyos_buf_text(buf, json ? "[]" : "set()");
        return;
    }
    pyos_buf_char(buf, json ? '[' : '{');
    for (int cpu = first; cpu >= 0; cpu = pyos_cpus_next(cpus, cpu + 1)) {
        if (cpu > first)
            pyos_buf_text(buf, json ? "," : ", ");
        pyos_form_int(form, buf, cpu);
    }
    pyos_buf_char(buf, json ? ']' : '}');
}

static void put_ints(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_ints ints)
{
    pyos_buf_char(buf, '[');
    for (size_t i = 0; i < ints.count; i++) {
        if (i > 0)
            pyos_buf_text(buf, form->kind == PYOS_FORM_JSON ? "," : ", ");
        pyos_form_int(form, buf, ints.items[i]);
    }
    pyos_buf_char(buf, ']');
}

static void put_maybe_float(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_maybe_float *maybe)
{
    if (maybe->known)
        put_float(form, buf, maybe->value);
    else
        put_none(form, buf);
}

static void put_time(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type view, struct pyos_time time)
{
    if (time.absent)
        put_none(form, buf);
    else if (view == PYOS_TYPE_TIME)
        put_float(form, buf, pyos_time_float(time));
    else if (view == PYOS_TYPE_TIME_S)
        pyos_form_int(form, buf, time.seconds);
    else
        put_time_ns(form, buf, time);
}

void pyos_form_value(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type, const void *value)
{
    switch (type) {
    case PYOS_TYPE_NONE:
    case PYOS_TYPE_RECORD: put_none(form, buf); break; /* a record is printed by pyos_form_record */
    case PYOS_TYPE_BOOL:
    case PYOS_TYPE_FLAG: put_bool(form, buf, *(const bool *)value); break; /* the struct begins with its bool */
    case PYOS_TYPE_INT:
    case PYOS_TYPE_DESCRIPTOR:
    case PYOS_TYPE_SIGNED:
    case PYOS_TYPE_PID: /* these structs begin with their int */
    case PYOS_TYPE_FILDES:
    case PYOS_TYPE_FD:
    case PYOS_TYPE_DIR_FD:
    case PYOS_TYPE_CHOICE: pyos_form_int(form, buf, *(const int *)value); break;
    case PYOS_TYPE_UID: /* these are their number */
    case PYOS_TYPE_GID:
    case PYOS_TYPE_U32: put_u64(form, buf, *(const uint32_t *)value); break;
    case PYOS_TYPE_I64:
    case PYOS_TYPE_SIZE: pyos_form_int(form, buf, *(const int64_t *)value); break;
    case PYOS_TYPE_U64: put_u64(form, buf, *(const uint64_t *)value); break;
    case PYOS_TYPE_DEVICE: put_device(form, buf, *(const uint64_t *)value); break;
    case PYOS_TYPE_FLOAT: put_float(form, buf, *(const double *)value); break;
    case PYOS_TYPE_TEXT: pyos_form_str(form, buf, pyos_str(*(const char *const *)value)); break;
    case PYOS_TYPE_CHARS: pyos_form_str(form, buf, pyos_str(*(const char *)value ? value : NULL)); break;
    case PYOS_TYPE_BYTES: put_bytes(form, buf, ((const struct pyos_bytes *)value)->bytes); break;
    case PYOS_TYPE_STRS: put_strs(form, buf, *(const struct pyos_strs *)value); break;
    case PYOS_TYPE_PATH: put_path(form, buf, value); break;
    case PYOS_TYPE_NESTED: pyos_nested_put(form, buf, value); break;
    case PYOS_TYPE_RECORDS: pyos_nested_put_list(form, buf, value); break;
    case PYOS_TYPE_PATHNAME: /* the struct begins with its text */
    case PYOS_TYPE_STR: pyos_form_str(form, buf, *(const struct pyos_str *)value); break;
    case PYOS_TYPE_INTS: put_ints(form, buf, *(const struct pyos_ints *)value); break;
    case PYOS_TYPE_NAMED: pyos_mapping_named(form, buf, value); break;
    case PYOS_TYPE_ENVIRONMENT: pyos_mapping_environment(form, buf, value); break;
    case PYOS_TYPE_BUFFERS: put_buffers(form, buf, *(const struct pyos_buffers *)value); break;
    case PYOS_TYPE_CALLABLE: /* these are read from the command line, and no record has them */
    case PYOS_TYPE_CONFIGURATION:
    case PYOS_TYPE_FILE_ACTIONS:
    case PYOS_TYPE_SCHEDULER:
    case PYOS_TYPE_TIMES:
    case PYOS_TYPE_TIMES_NS:
    case PYOS_TYPE_MODE:
    case PYOS_TYPE_SIGNAL:
    case PYOS_TYPE_SIGNALS:
    case PYOS_TYPE_DURATION:
    case PYOS_TYPE_SEQUENCE: break;
    case PYOS_TYPE_WORDS: put_words(form, buf, *(const struct pyos_words *)value); break;
    case PYOS_TYPE_TIME:
    case PYOS_TYPE_TIME_S:
    case PYOS_TYPE_TIME_NS: put_time(form, buf, type, *(const struct pyos_time *)value); break;
    case PYOS_TYPE_MAYBE:
    case PYOS_TYPE_NANOSECONDS: put_maybe(form, buf, *(const struct pyos_maybe *)value); break;
    case PYOS_TYPE_MAYBE_FLOAT: put_maybe_float(form, buf, value); break;
    case PYOS_TYPE_CPUS:
    case PYOS_TYPE_CPU_MASK: put_cpus(form, buf, value); break;
    }
}

void pyos_form_strs(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_str *strs, size_t count)
{
    static const struct {
        const char *open, *between, *close;
    } marks[] = {
        [PYOS_FORM_PYTHON] = {"(", ", ", ")"},
        [PYOS_FORM_RAW] = {"", "\t", ""},
        [PYOS_FORM_JSON] = {"[", ",", "]"},
    };

    pyos_buf_text(buf, marks[form->kind].open);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            pyos_buf_text(buf, marks[form->kind].between);
        pyos_form_str(form, buf, strs[i]);
    }
    pyos_buf_text(buf, marks[form->kind].close);
}
