#include "pyos/py/json_read.h"

#include "pyos/py/hex.h"
#include "pyos/py/int.h"
#include "pyos/py/scan.h"
#include "pyos/py/utf8.h"

struct reader {
    const char *begin, *at, *end;
    size_t line;
    int depth;
    struct pyos_arena *arena;
    struct pyos_error *error;
};

/* Where an error is, in Python's counting: characters, not bytes. Returns -1. */
static int fault(const struct reader *reader, const char *at, const char *what)
{
    size_t line = reader->line;
    size_t column = 1;
    size_t character = 0;

    for (const char *c = reader->begin; c < at; c++) {
        bool inside = ((unsigned char)*c & 0xC0) == 0x80; /* of a character that began before */

        line += *c == '\n';
        column = *c == '\n' ? 1 : column + !inside;
        character += !inside;
    }
    return pyos_error_say(reader->error, PYOS_VALUEERROR, "%s: line %zu column %zu (char %zu)", what, line, column,
                          character);
}

static void skip_blanks(struct reader *reader)
{
    while (reader->at < reader->end && memchr(" \t\n\r", *reader->at, 4))
        reader->at++;
}

static bool is_next(const struct reader *reader, char c)
{
    return reader->at < reader->end && *reader->at == c;
}

/* ---- strings */

/* The four digits of an escape at text, or -1. */
static int32_t unit_at(const struct reader *reader, const char *text)
{
    int32_t unit = 0;

    if (reader->end - text < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        int digit = pyos_hex_digit(text[i]);

        if (digit < 0)
            return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

static bool is_high(int32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low(int32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* \uXXXX, or two of them where they are a pair, of which reader->at is behind the u. */
static int read_unicode(struct reader *reader, char **out)
{
    const char *u = reader->at - 1;
    int32_t unit = unit_at(reader, reader->at);
    int32_t low = -1;

    if (unit < 0)
        return fault(reader, u, "Invalid \\uXXXX escape");
    reader->at += 4;
    if (is_high(unit) && reader->end - reader->at >= 6 && reader->at[0] == '\\' && reader->at[1] == 'u')
        low = unit_at(reader, reader->at + 2);
    if (is_low(low)) {
        reader->at += 6;
        unit = 0x10000 + ((unit - 0xD800) << 10 | (low - 0xDC00));
    }
    if (unit >= 0xDC80 && unit <= 0xDCFF)
        *(*out)++ = (char)(unit & 0xFF); /* the byte that surrogateescape stands for */
    else if (is_high(unit) || is_low(unit))
        return fault(reader, u - 1, "Lone surrogate");
    else
        *out += pyos_utf8_encode(*out, (uint32_t)unit); /* never negative here */
    return 0;
}

static int read_escape(struct reader *reader, char **out)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    const char *backslash = reader->at++;
    const char *letter;

    if (reader->at == reader->end)
        return 0; /* so the string does not end either */
    if (*reader->at == 'u') {
        reader->at++;
        return read_unicode(reader, out);
    }
    letter = memchr(letters, *reader->at, sizeof letters - 1);
    if (!letter)
        return fault(reader, backslash, "Invalid \\escape");
    *(*out)++ = meanings[letter - letters];
    reader->at++;
    return 0;
}

/* A character that is not plain ASCII. */
static int read_wide(struct reader *reader, char **out)
{
    size_t length;

    if ((unsigned char)*reader->at < 0x20)
        return fault(reader, reader->at, "Invalid control character at");
    if (pyos_utf8_decode(reader->at, (size_t)(reader->end - reader->at), &length) == PYOS_UTF8_INVALID) /* at < end */
        return fault(reader, reader->at, "Invalid UTF-8");
    memcpy(*out, reader->at, length);
    *out += length;
    reader->at += length;
    return 0;
}

/* How much room a string needs at most: up to its quote, since no escape is shorter than what it says. */
static size_t room_for(const struct reader *reader)
{
    const char *at = reader->at;

    while (at < reader->end && *at != '"')
        at += *at == '\\' && reader->end - at > 1 ? 2 : 1;
    return (size_t)(at - reader->at) + 1; /* at is not before it; and a NUL */
}

static int read_string(struct reader *reader, struct pyos_str *text)
{
    const char *quote = reader->at++;
    char *out = pyos_arena_get(reader->arena, room_for(reader));

    if (!out)
        return pyos_error_memory(reader->error);
    text->data = out;
    while (reader->at < reader->end && *reader->at != '"') {
        size_t left = (size_t)(reader->end - reader->at); /* at < end */
        size_t run = pyos_scan_plain(reader->at, left, '"', '\\');
        int result = 0;

        memcpy(out, reader->at, run);
        out += run;
        reader->at += run;
        if (run < left && *reader->at == '\\')
            result = read_escape(reader, &out);
        else if (run < left && *reader->at != '"')
            result = read_wide(reader, &out);
        if (result != 0)
            return -1;
    }
    if (reader->at == reader->end)
        return fault(reader, quote, "Unterminated string starting at");
    reader->at++;
    *out = '\0';
    text->size = (size_t)(out - text->data); /* out began there */
    return 0;
}

/* ---- the other values */

static const char *skip_digits(const char *at, const char *end)
{
    while (at < end && *at >= '0' && *at <= '9')
        at++;
    return at;
}

/* The end of a number, or begin where there is none. A part that is not whole is left out, as in Python. */
static const char *number_end(const char *begin, const char *end)
{
    const char *at = begin + (begin < end && *begin == '-');
    const char *digits = at;
    const char *part;

    at = at < end && *at == '0' ? at + 1 : skip_digits(at, end);
    if (at == digits)
        return begin;
    if (at < end && *at == '.') {
        part = skip_digits(at + 1, end);
        at = part > at + 1 ? part : at;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        const char *exponent = at + 1;

        exponent += exponent < end && (*exponent == '+' || *exponent == '-');
        part = skip_digits(exponent, end);
        at = part > exponent ? part : at;
    }
    return at;
}

static bool take_word(struct reader *reader, const char *word)
{
    size_t size = strlen(word);

    if ((size_t)(reader->end - reader->at) < size || memcmp(reader->at, word, size) != 0) /* at <= end */
        return false;
    reader->at += size;
    return true;
}

static int read_plain(struct reader *reader, struct pyos_json *value)
{
    const char *begin = reader->at;

    if (take_word(reader, "null")) {
        value->kind = PYOS_JSON_KIND_NULL;
    } else if (take_word(reader, "true") || take_word(reader, "false")) {
        value->kind = PYOS_JSON_KIND_BOOL;
        value->truth = *begin == 't';
    } else {
        reader->at = number_end(begin, reader->end);
        if (reader->at == begin)
            return fault(reader, begin, "Expecting value");
        value->kind = PYOS_JSON_KIND_NUMBER;
        value->text = (struct pyos_str){begin, (size_t)(reader->at - begin)}; /* at > begin */
    }
    return 0;
}

static int read_value(struct reader *reader, struct pyos_json *value);

static int read_member(struct reader *reader, struct pyos_json *member)
{
    if (!is_next(reader, '"'))
        return fault(reader, reader->at, "Expecting property name enclosed in double quotes");
    if (read_string(reader, &member->key) != 0)
        return -1;
    skip_blanks(reader);
    if (!is_next(reader, ':'))
        return fault(reader, reader->at, "Expecting ':' delimiter");
    reader->at++;
    skip_blanks(reader);
    return read_value(reader, member);
}

/* The items of an array or object, behind its bracket. */
static int read_items(struct reader *reader, struct pyos_json *value, char close)
{
    bool object = value->kind == PYOS_JSON_KIND_OBJECT;
    const struct pyos_json **link = &value->first;

    skip_blanks(reader);
    while (value->count > 0 || !is_next(reader, close)) {
        struct pyos_json *item = pyos_arena_get(reader->arena, sizeof *item);
        const char *comma;

        if (!item)
            return pyos_error_memory(reader->error);
        *item = (struct pyos_json){0};
        if ((object ? read_member(reader, item) : read_value(reader, item)) != 0)
            return -1;
        *link = item;
        link = &item->next;
        value->count++;
        skip_blanks(reader);
        if (is_next(reader, close))
            break;
        if (!is_next(reader, ','))
            return fault(reader, reader->at, "Expecting ',' delimiter");
        comma = reader->at++;
        skip_blanks(reader);
        if (is_next(reader, close))
            return fault(reader, comma, object ? "Illegal trailing comma before end of object"
                                               : "Illegal trailing comma before end of array");
    }
    reader->at++;
    return 0;
}

static int read_value(struct reader *reader, struct pyos_json *value)
{
    bool object = is_next(reader, '{');
    int result;

    if (is_next(reader, '"')) {
        value->kind = PYOS_JSON_KIND_STRING;
        return read_string(reader, &value->text);
    }
    if (!object && !is_next(reader, '['))
        return read_plain(reader, value);
    if (reader->depth == PYOS_JSON_DEPTH)
        return fault(reader, reader->at, "Nested too deeply");
    value->kind = object ? PYOS_JSON_KIND_OBJECT : PYOS_JSON_KIND_ARRAY;
    reader->at++;
    reader->depth++;
    result = read_items(reader, value, object ? '}' : ']');
    reader->depth--;
    return result;
}

int pyos_json_read(struct pyos_str text, size_t line, struct pyos_arena *arena, const struct pyos_json **value,
                   struct pyos_error *error)
{
    struct reader reader = {text.data, text.data, text.data + text.size, line, 0, arena, error};
    struct pyos_json *root = pyos_arena_get(arena, sizeof *root);

    if (!root)
        return pyos_error_memory(error);
    *root = (struct pyos_json){0};
    skip_blanks(&reader);
    if (read_value(&reader, root) != 0)
        return -1;
    skip_blanks(&reader);
    if (reader.at < reader.end)
        return fault(&reader, reader.at, "Extra data");
    *value = root;
    return 0;
}

const struct pyos_json *pyos_json_member(const struct pyos_json *object, const char *key)
{
    const struct pyos_json *found = NULL;

    if (object->kind != PYOS_JSON_KIND_OBJECT)
        return NULL;
    for (const struct pyos_json *member = object->first; member; member = member->next)
        if (pyos_str_equal(member->key, pyos_str(key)))
            found = member;
    return found;
}

bool pyos_json_is_float(const struct pyos_json *value)
{
    struct pyos_str text = value->text;

    return value->kind == PYOS_JSON_KIND_NUMBER && (memchr(text.data, '.', text.size) ||
                                                    memchr(text.data, 'e', text.size) ||
                                                    memchr(text.data, 'E', text.size));
}

bool pyos_json_int(const struct pyos_json *number, int64_t *value)
{
    return number->kind == PYOS_JSON_KIND_NUMBER && pyos_int_read(number->text, value) == PYOS_INT_OK;
}
