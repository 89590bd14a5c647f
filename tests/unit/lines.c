/* os/lines: what is a line, however it comes. */
#include "test.h"

#include "pyos/os/lines.h"

/* Feeds text in pieces, and drops the times: a line is L:text, a part of one P:text. */
static void split(struct test *test, size_t limit, size_t piece, const char *text, const char *expected)
{
    struct pyos_lines lines = {.stream = "stdout", .limit = limit, .form = {.kind = PYOS_FORM_RAW, .end = ';'}};
    struct pyos_buf out = {0};
    struct pyos_buf got = {0};

    for (size_t i = 0, size = strlen(text); i < size; i += piece)
        pyos_lines_add(&lines, (struct pyos_str){text + i, size - i < piece ? size - i : piece}, 0, &out);
    pyos_lines_end(&lines, 0, &out);
    pyos_lines_end(&lines, 0, &out);
    pyos_buf_char(&out, '\0');
    for (char *at = out.data; *at;) {
        char *stream = strchr(at, '\t') + 1;
        char *line = strchr(stream, '\t') + 1;
        char *partial = strchr(line, '\t') + 1;

        pyos_buf_text(&got, partial[0] == 'T' ? "P:" : "L:");
        pyos_buf_add(&got, line, (size_t)(partial - 1 - line));
        pyos_buf_char(&got, ' ');
        at = strchr(partial, ';') + 1;
    }
    expect_text(test, &got, expected, "each line is one record");
    pyos_buf_free(&got);
    pyos_buf_free(&out);
    pyos_lines_free(&lines);
}

int main(void)
{
    struct test test = {0};

    for (size_t piece = 1; piece < 9; piece++) {
        split(&test, 100, piece, "", "");
        split(&test, 100, piece, "\n", "L: ");
        split(&test, 100, piece, "one\ntwo\n", "L:one L:two ");
        split(&test, 100, piece, "one\n\n\nfour", "L:one L: L: P:four ");
        split(&test, 4, piece, "1234\n12345\n12345678\n123456789",
              "L:1234 P:1234 L:5 P:1234 L:5678 P:1234 P:5678 P:9 ");
        split(&test, 1, piece, "ab\n\nc", "P:a L:b L: P:c ");
    }
    return test.failures > 0;
}
