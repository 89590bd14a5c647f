/* py/posixpath and py/expand: edges by hand, and 100,000 random paths for the comparison with CPython. */
#include "test.h"

#include "pyos/py/expand.h"
#include "pyos/py/form.h"
#include "pyos/py/posixpath.h"
#include "pyos/py/repr.h"

#include <stdint.h>

/* ---- edges */

static void put_tuple(struct pyos_buf *buf, const struct pyos_str *parts, size_t count)
{
    pyos_form_strs(&(struct pyos_form){.kind = PYOS_FORM_PYTHON}, buf, parts, count);
}

static void taking_apart(struct test *test, struct pyos_buf *buf)
{
    static const struct { const char *path, *split, *splitext, *splitroot; } cases[] = {
        {"", "('', '')", "('', '')", "('', '', '')"},
        {"/", "('/', '')", "('/', '')", "('', '/', '')"},
        {"//", "('//', '')", "('//', '')", "('', '//', '')"},
        {"///", "('///', '')", "('///', '')", "('', '/', '//')"},
        {"//a", "('//', 'a')", "('//a', '')", "('', '//', 'a')"},
        {"a//", "('a', '')", "('a//', '')", "('', '', 'a//')"},
        {"a.b/.c", "('a.b', '.c')", "('a.b/.c', '')", "('', '', 'a.b/.c')"},
        {"...a.b", "('', '...a.b')", "('...a', '.b')", "('', '', '...a.b')"},
        {"/....", "('/', '....')", "('/....', '')", "('', '/', '....')"},
        {"a.", "('', 'a.')", "('a', '.')", "('', '', 'a.')"},
    };
    struct pyos_str parts[3];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pyos_str path = pyos_str(cases[i].path);

        pyos_posixpath_split(path, parts);
        put_tuple(buf, parts, 2);
        expect_text(test, buf, cases[i].split, "split gives head and tail");
        pyos_posixpath_splitext(path, parts);
        put_tuple(buf, parts, 2);
        expect_text(test, buf, cases[i].splitext, "splitext gives root and ext");
        pyos_posixpath_splitroot(path, parts);
        put_tuple(buf, parts, 3);
        expect_text(test, buf, cases[i].splitroot, "splitroot gives drive, root and tail");
    }
}

static void normal_form(struct test *test, struct pyos_buf *buf)
{
    static const struct { const char *path, *normal; } cases[] = {
        {"", "."}, {".", "."}, {"./.", "."}, {"a/..", "."}, {"..", ".."}, {"a/../..", ".."}, {"../a/../..", "../.."},
        {"/", "/"}, {"//", "//"}, {"///", "/"}, {"/..", "/"}, {"//../a", "//a"}, {"/a/b/../../..", "/"},
        {"a//b/./c/", "a/b/c"}, {"..a/...", "..a/..."}, {"../..a/..", ".."},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pyos_posixpath_normpath(buf, pyos_str(cases[i].path));
        expect_text(test, buf, cases[i].normal, "normpath gives the normal form");
    }
    pyos_buf_text(buf, "kept ");
    pyos_posixpath_normpath(buf, pyos_str("a/../../b"));
    expect_text(test, buf, "kept ../b", "normpath leaves alone what stood before it");
}

static void in_common(struct test *test, struct pyos_buf *buf)
{
    struct pyos_error error;
    struct pyos_str nul = {"a\0b/c", 5};

    pyos_posixpath_commonprefix(buf, 0, pyos_str("\xc3\xa9"));
    pyos_posixpath_commonprefix(buf, 1, pyos_str("\xc3\xa8"));
    expect_text(test, buf, "", "commonprefix cuts no character in two");
    pyos_posixpath_commonprefix(buf, 0, pyos_str("\xc3\xc3\xa9"));
    pyos_posixpath_commonprefix(buf, 1, pyos_str("\xc3\xc3z"));
    expect_text(test, buf, "\xc3", "a byte that is not UTF-8 is a character");
    expect(test, pyos_posixpath_commonpath(buf, 0, nul, &error) == 0 && buf->size == 5, "a path may hold a NUL");
    buf->size = 0;
    pyos_posixpath_commonpath(buf, 0, pyos_str("a"), &error);
    expect(test, pyos_posixpath_commonpath(buf, 1, pyos_str("/a"), &error) == -1 && error.type == PYOS_VALUEERROR,
           "commonpath of absolute and relative paths is a ValueError");
    buf->size = 0;
    expect(test, pyos_posixpath_contains(pyos_str("/a/b"), pyos_str("/a/b")), "a directory contains itself");
    expect(test, pyos_posixpath_contains(pyos_str("/a/b"), pyos_str("/a/b/c")), "a directory contains what is below");
    expect(test, pyos_posixpath_contains(pyos_str("/"), pyos_str("/a")), "the root contains all");
    expect(test, !pyos_posixpath_contains(pyos_str("/a/b"), pyos_str("/a/bc")), "a longer name is another directory");
    expect(test, !pyos_posixpath_contains(pyos_str("/a/b"), pyos_str("/a")), "a directory does not contain its parent");
}

static char name_a[] = "A=x/$B", name_b[] = "B=", name_1[] = "a_1=\xc3\xa9\xff", name_none[] = "C", name_empty[] = "=e",
            name_again[] = "A=second";
static char *const environment[] = {name_a, name_b, name_1, name_none, name_empty, name_again, NULL};

static void variables(struct test *test, struct pyos_buf *buf)
{
    static const struct { const char *path, *expanded; } cases[] = {
        {"", ""}, {"$", "$"}, {"$$A", "$x/$B"}, {"$A", "x/$B"}, {"${A}A", "x/$BA"}, {"$AA", "$AA"}, {"${B}$B", ""},
        {"$C${C}", "$C${C}"}, {"${A", "${A"}, {"${A$A", "${Ax/$B"}, {"${}", "e"}, {"$a_1-", "\xc3\xa9\xff-"},
        {"$\xc3\xa9", "$\xc3\xa9"}, {"${A=x/$B}", "${A=x/$B}"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pyos_expand_vars(buf, pyos_str(cases[i].path), environment);
        expect_text(test, buf, cases[i].expanded, "expandvars puts in the values that there are");
    }
}

/* ---- random paths. tests/parity/posixpath.py makes the same ones and asks CPython. */

enum { PATHS = 100000, MOST_PIECES = 9 };

static const char *const pieces[] = {
    "/", "/", "/", "//", "///", ".", ".", "..", "..", "a", "b", "cc", ".a", "a.b", " ", "\n", "'", "-", "~", "~ada",
    "~x",
    "$A", "$B", "${A}", "${a_1}", "$a_1", "${", "}", "$", "$\xc3\xa9", "\xc3\xa9", "\xc3\xa8", "\xc3", "\xff",
    "\xe2\x82", "\xe2\x82\xac", "\xed\xa0\x80", "\xf0\x9f\x90\x8d", "_", "9",
};

static uint64_t next_random(uint64_t *state) /* splitmix64 */
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

/* One in four is a byte, any but NUL. */
static void put_piece(struct pyos_buf *path, uint64_t random)
{
    uint64_t which = random / 4;

    if (random % 4 == 0)
        pyos_buf_char(path, (char)(which % 255 + 1)); /* 1 to 255, as a char has it */
    else
        pyos_buf_text(path, pieces[which % (sizeof pieces / sizeof *pieces)]);
}

static void make_path(struct pyos_buf *path, uint64_t *state)
{
    path->size = 0;
    for (uint64_t n = next_random(state) % (MOST_PIECES + 1); n > 0; n--)
        put_piece(path, next_random(state));
}

static struct pyos_str text_of(const struct pyos_buf *buf)
{
    return (struct pyos_str){buf->data ? buf->data : "", buf->size};
}

/* Prints the text that a function has written, as repr shows it, and empties the buffer. */
static void show(struct pyos_buf *line, struct pyos_buf *text)
{
    pyos_buf_char(line, '\t');
    pyos_repr_str(line, text_of(text));
    text->size = 0;
}

static void show_parts(struct pyos_buf *line, struct pyos_str path)
{
    struct pyos_str parts[3];

    pyos_buf_text(line, pyos_posixpath_isabs(path) ? "\tTrue\t" : "\tFalse\t");
    pyos_repr_str(line, pyos_posixpath_normcase(path));
    pyos_buf_char(line, '\t');
    pyos_repr_str(line, pyos_posixpath_basename(path));
    pyos_buf_char(line, '\t');
    pyos_repr_str(line, pyos_posixpath_dirname(path));
    pyos_posixpath_split(path, parts);
    pyos_buf_char(line, '\t');
    put_tuple(line, parts, 2);
    pyos_posixpath_splitext(path, parts);
    pyos_buf_char(line, '\t');
    put_tuple(line, parts, 2);
    pyos_posixpath_splitdrive(path, parts);
    pyos_buf_char(line, '\t');
    put_tuple(line, parts, 2);
    pyos_posixpath_splitroot(path, parts);
    pyos_buf_char(line, '\t');
    put_tuple(line, parts, 3);
}

/* abspath, where the current directory is /cwd/here */
static void make_absolute(struct pyos_buf *out, struct pyos_str path)
{
    struct pyos_buf joined = {0};

    pyos_posixpath_join(&joined, pyos_str("/cwd/here"));
    pyos_posixpath_join(&joined, path);
    pyos_posixpath_normpath(out, text_of(&joined));
    pyos_buf_free(&joined);
}

/* What expanduser says, where HOME is not set and the accounts are the user's own and ada. */
static struct pyos_str home_of(struct pyos_str path)
{
    struct pyos_str user;

    if (!pyos_expand_tilde(path, &user))
        return (struct pyos_str){0};
    if (user.size == 0)
        return pyos_str("//");
    return pyos_str_equal(user, pyos_str("ada")) ? pyos_str("/home/ada//") : (struct pyos_str){0};
}

static void show_texts(struct pyos_buf *line, struct pyos_str path)
{
    struct pyos_buf text = {0};

    pyos_posixpath_normpath(&text, path);
    show(line, &text);
    pyos_expand_user(&text, path, home_of(path));
    show(line, &text);
    pyos_expand_vars(&text, path, environment);
    show(line, &text);
    make_absolute(&text, path);
    show(line, &text);
    pyos_buf_free(&text);
}

static void show_both(struct pyos_buf *line, struct pyos_str path, struct pyos_str other)
{
    struct pyos_buf text = {0};
    struct pyos_buf a = {0};
    struct pyos_buf b = {0};
    struct pyos_error error;

    pyos_posixpath_join(&text, path);
    pyos_posixpath_join(&text, other);
    pyos_posixpath_join(&text, path);
    show(line, &text);
    make_absolute(&a, path);
    make_absolute(&b, other);
    pyos_posixpath_relpath(&text, text_of(&a), text_of(&b));
    show(line, &text);
    pyos_posixpath_commonprefix(&text, 0, path);
    pyos_posixpath_commonprefix(&text, 1, other);
    show(line, &text);
    pyos_posixpath_commonpath(&text, 0, path, &error);
    if (pyos_posixpath_commonpath(&text, 1, other, &error) != 0) {
        text.size = 0;
        pyos_buf_text(&text, error.message);
    }
    show(line, &text);
    pyos_buf_free(&text);
    pyos_buf_free(&a);
    pyos_buf_free(&b);
}

/* posixpath list: what each function makes of each path, a line a path. */
static void list(struct pyos_buf *line)
{
    uint64_t state = 7;
    struct pyos_buf path = {0};
    struct pyos_buf other = {0};

    for (int i = 0; i < PATHS; i++) {
        make_path(&path, &state);
        make_path(&other, &state);
        line->size = 0;
        show_parts(line, text_of(&path));
        show_texts(line, text_of(&path));
        show_both(line, text_of(&path), text_of(&other));
        pyos_buf_char(line, '\n');
        fwrite(line->data, 1, line->size, stdout);
    }
    pyos_buf_free(&path);
    pyos_buf_free(&other);
}

int main(int argc, char **argv)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    if (argc > 1 && strcmp(argv[1], "list") == 0) {
        list(&buf);
    } else {
        taking_apart(&test, &buf);
        normal_form(&test, &buf);
        in_common(&test, &buf);
        variables(&test, &buf);
    }
    pyos_buf_free(&buf);
    return test.failures > 0;
}
