#include "pyos/os/lines.h"

#include "pyos/os/utc.h"

struct line {
    char time[PYOS_UTC_SIZE];
    const char *stream;
    struct pyos_str line;
    bool partial;
};

#define FIELD(member) PYOS_FIELD(struct line, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {FIELD(time), .doc = "when it came, UTC"},
    {FIELD(stream), .doc = "stdout or stderr"},
    {FIELD(line), .doc = "without its newline"},
    {FIELD(partial), .doc = "it has no newline: the last one, or a part of one that is too long"},
};

const struct pyos_record pyos_line_record = {NULL, fields, sizeof fields / sizeof *fields};

static void put(const struct pyos_lines *lines, struct pyos_str text, bool partial, int64_t now, struct pyos_buf *out)
{
    struct line line = {.stream = lines->stream, .line = text, .partial = partial};

    pyos_utc(line.time, now);
    pyos_form_record(&lines->form, out, &pyos_line_record, &line);
}

/* A line, or a part of one, of which rest may hold the beginning. */
static void finish(struct pyos_lines *lines, struct pyos_str text, bool partial, int64_t now, struct pyos_buf *out)
{
    if (lines->rest.size > 0) {
        pyos_buf_str(&lines->rest, text);
        text = (struct pyos_str){lines->rest.data, lines->rest.size};
    }
    put(lines, text, partial, now, out);
    out->failed = out->failed || lines->rest.failed;
    lines->rest.size = 0;
}

void pyos_lines_add(struct pyos_lines *lines, struct pyos_str text, int64_t now, struct pyos_buf *out)
{
    while (text.size > 0) {
        size_t room = lines->limit - lines->rest.size;
        const char *newline = memchr(text.data, '\n', text.size <= room ? text.size : room + 1);
        struct pyos_str part = {text.data, newline ? (size_t)(newline - text.data) : text.size}; /* inside of it */

        if (newline) {
            finish(lines, part, false, now, out);
        } else if (part.size > room) {
            part.size = room;
            finish(lines, part, true, now, out);
        } else {
            pyos_buf_str(&lines->rest, part);
        }
        text.data += part.size + (newline ? 1 : 0);
        text.size -= part.size + (newline ? 1 : 0);
    }
}

void pyos_lines_end(struct pyos_lines *lines, int64_t now, struct pyos_buf *out)
{
    if (lines->rest.size > 0)
        finish(lines, pyos_str(""), true, now, out);
}

void pyos_lines_free(struct pyos_lines *lines)
{
    pyos_buf_free(&lines->rest);
}
