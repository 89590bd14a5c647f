/* cli/options: GNU's conventions, where the contract follows them and where it does not. */
#include "test.h"

#include "pyos/cli/options.h"

struct arguments {
    bool topdown;
    bool verbose;
    int number;
    const char *text;
    struct pyos_words words;
    struct pyos_choice shape;
    const char *first_name; /* an operand that is an option too */
    const char *only;       /* one that is none */
};

struct common {
    bool null;
    bool verbose; /* hidden by the first table's */
    struct pyos_choice json;
};

static const char *const shapes[] = {"lines", "array", NULL};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define COMMON(member) PYOS_PARAM(struct common, member)

static const struct pyos_param params[] = {
    {PARAM(topdown), .letter = 'b', .alias = "bottom-up", .flags = PYOS_PARAM_NEGATIVE},
    {PARAM(verbose), .letter = 'v'},
    {PARAM(number), .letter = 'n', .metavar = "N"},
    {PARAM(text), .letter = 't', .metavar = "TEXT"},
    {PARAM(words), .letter = 'w', .metavar = "WORD"},
    {PARAM(shape), .letter = 's', .metavar = "lines|array", .choices = shapes, .flags = PYOS_PARAM_BARE},
    {PARAM(first_name), .metavar = "FIRST", .flags = PYOS_PARAM_POSITIONAL},
    {PARAM(only), .metavar = "ONLY", .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
};
static const struct pyos_param common_params[] = {
    {COMMON(null), .letter = '0'},
    {COMMON(verbose), .letter = 'V'},
    {COMMON(json), .letter = 'J', .metavar = "lines|array", .choices = shapes, .flags = PYOS_PARAM_BARE},
};

static const struct pyos_constant rows[] = {{"ONE", 1}, {"TWO", 2}};
static const struct pyos_constant_module module = {.name = "os", .rows = rows, .count = 2};
static const struct pyos_constants constants = {&module, 1};

/* A line that was read: what came of it. */
struct line {
    struct arguments arguments;
    struct common common;
    struct pyos_options options;
    struct pyos_arena arena;
    struct pyos_error error;
    char *words[16];
    char text[200];
};

/* Reads a line of words that blanks stand between. What it allocates is the caller's. */
static int read_line(struct line *line, const char *text, bool stop_at_operand)
{
    size_t count = 0;

    *line = (struct line){.arguments = {.topdown = true}};
    snprintf(line->text, sizeof line->text, "%s", text);
    for (char *word = strtok(line->text, " "); word; word = strtok(NULL, " "))
        line->words[count++] = word;
    line->options = (struct pyos_options){
        .name = "f",
        .tables = {{params, sizeof params / sizeof *params, &line->arguments},
                   {common_params, sizeof common_params / sizeof *common_params, &line->common}},
        .stop_at_operand = stop_at_operand,
        .context = {.arena = &line->arena, .constants = &constants},
    };
    return pyos_options_read(&line->options, line->words, &line->error);
}

static void put(struct pyos_buf *buf, const char *name, const char *value)
{
    if (buf->size > 0)
        pyos_buf_char(buf, ' ');
    pyos_buf_text(buf, name);
    pyos_buf_text(buf, value);
}

static void put_words(struct pyos_buf *buf, const char *name, struct pyos_words words)
{
    for (size_t i = 0; i < words.count; i++)
        put(buf, name, words.items[i]);
}

/* What differs from the defaults, then the operands. */
static void show(struct pyos_buf *buf, const struct line *line)
{
    static const char *const digits[] = {"0", "1", "2"};
    const struct arguments *arguments = &line->arguments;
    const struct common *common = &line->common;

    if (!arguments->topdown)
        put(buf, "bottom-up", "");
    if (arguments->verbose)
        put(buf, "verbose", "");
    if (arguments->number != 0) {
        put(buf, "number=", "");
        pyos_buf_i64(buf, arguments->number);
    }
    if (arguments->text)
        put(buf, "text=", arguments->text);
    put_words(buf, "word=", arguments->words);
    if (arguments->shape.value != 0)
        put(buf, "shape=", digits[arguments->shape.value]);
    if (arguments->first_name)
        put(buf, "first=", arguments->first_name);
    if (common->null)
        put(buf, "null", "");
    if (common->verbose)
        put(buf, "common", "");
    if (common->json.value != 0)
        put(buf, "json=", digits[common->json.value]);
    put_words(buf, "", line->options.operands);
}

static void lines(struct test *test, struct pyos_buf *buf)
{
    static const struct { const char *line, *means; } cases[] = {
        {"", ""},
        {"a b c", "a b c"},
        {"a -v b --number=5 c", "verbose number=5 a b c"},
        {"-n5 -n 6 --number 7", "number=7"},
        {"-vb", "bottom-up verbose"},
        {"-bvn0x10 a", "bottom-up verbose number=16 a"},
        {"-vn -3 a", "verbose number=-3 a"},
        {"-vtv", "verbose text=v"},
        {"--text=--verbose --text=", "text="},
        {"--text --verbose", "text=--verbose"},
        {"-t -- -v", "verbose text=--"},
        {"--bottom-up", "bottom-up"},
        {"--no-topdown", "bottom-up"},
        {"--topdown=False", "bottom-up"},
        {"-b --topdown", ""},
        {"-b --topdown=True", ""},
        {"--verbose --no-verbose", ""},
        {"--verbose=True --verbose=False", ""},
        {"--words=a -wb -w c", "word=a word=b word=c"},
        {"--shape a", "shape=1 a"},
        {"--shape=array a", "shape=2 a"},
        {"-sv a", "verbose shape=1 a"},
        {"--number=ONE|TWO", "number=3"},
        {"--first-name=x --first_name=y z", "first=y z"},
        {"-- -v --number", "-v --number"},
        {"a -- b -- c", "a b -- c"},
        {"-v -- -v", "verbose -v"},
        {"- -v -", "verbose - -"},
        {"-1 -v -12 -0x1f -1_000 -0o17", "verbose -1 -12 -0x1f -1_000 -0o17"},
        {"-0 a", "null a"},
        {"-0J a", "null json=1 a"},
        {"-J0 a", "null json=1 a"},
        {"-Vv", "verbose common"},
        {"--json=array --verbose", "verbose json=2"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct line line;

        expect_of(test, read_line(&line, cases[i].line, false) == 0, "a line is read", cases[i].line);
        show(buf, &line);
        expect_text(test, buf, cases[i].means, "by GNU's conventions");
        expect_of(test, !line.options.operands.items[line.options.operands.count], "NULL stands behind the operands",
                  cases[i].line);
        pyos_arena_free(&line.arena);
    }
}

static void stopping(struct test *test, struct pyos_buf *buf)
{
    struct line line;

    expect(test, read_line(&line, "-v cmd -v -- --text=x", true) == 0, "options may end at the first operand");
    show(buf, &line);
    expect_text(test, buf, "verbose cmd -v -- --text=x", "all behind it belongs to it");
    expect(test, read_line(&line, "-- -v -n", true) == 0, "or at --");
    show(buf, &line);
    expect_text(test, buf, "-v -n", "which does not");
}

static void refusals(struct test *test)
{
    static const struct { const char *line; enum pyos_exception type; bool usage; const char *message; } cases[] = {
        {"--verb", PYOS_TYPEERROR, true, "f() got an unexpected keyword argument 'verb'"},
        {"--verbosely", PYOS_TYPEERROR, true, "f() got an unexpected keyword argument 'verbosely'"},
        {"--=x", PYOS_TYPEERROR, true, "f() got an unexpected keyword argument ''"},
        {"--no-number", PYOS_TYPEERROR, true, "f() got an unexpected keyword argument 'no-number'"},
        {"--no-", PYOS_TYPEERROR, true, "f() got an unexpected keyword argument 'no-'"},
        {"--only=x", PYOS_TYPEERROR, true, "f() got an unexpected keyword argument 'only'"},
        {"-x", PYOS_TYPEERROR, true, "f() got an unexpected keyword argument 'x'"},
        {"-vx", PYOS_TYPEERROR, true, "f() got an unexpected keyword argument 'x'"},
        {"-v=x", PYOS_TYPEERROR, true, "f() got an unexpected keyword argument '='"},
        {"a -n", PYOS_TYPEERROR, true, "f() missing the value of argument 'number'"},
        {"--text", PYOS_TYPEERROR, true, "f() missing the value of argument 'text'"},
        {"--no-verbose=True", PYOS_TYPEERROR, true, "f() option '--no-verbose' takes no value"},
        {"--bottom-up=True", PYOS_TYPEERROR, true, "f() option '--bottom-up' takes no value"},
        {"--verbose=true", PYOS_TYPEERROR, true, "argument 'verbose' must be True or False, not 'true'"},
        {"--shape=", PYOS_TYPEERROR, true, "argument 'shape' must be one of lines|array, not ''"},
        {"--number=THREE", PYOS_ATTRIBUTEERROR, true, "module 'os' has no attribute 'THREE'"},
        {"--number=1x", PYOS_VALUEERROR, false, "invalid literal for int() with base 0: '1x'"},
        {"--number=99999999999", PYOS_OVERFLOWERROR, false, "Python int too large to convert to C int"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct line line;
        int result = read_line(&line, cases[i].line, false);

        expect_of(test, result == -1 && line.error.type == cases[i].type && line.error.usage == cases[i].usage,
                  "a line is refused", cases[i].line);
        expect_of(test, result == 0 || strcmp(line.error.message, cases[i].message) == 0, "in words that say why",
                  cases[i].line);
    }
}

/* The first error counts, but what stands behind it is read: it may say how errors are told. */
static void errors_in_a_row(struct test *test)
{
    struct line line;

    expect(test, read_line(&line, "--json a --bogus --number=x -v", false) == -1, "a line with errors is refused");
    expect(test, strstr(line.error.message, "'bogus'") != NULL, "with the first of them");
    expect(test, line.common.json.value == 1 && line.arguments.verbose, "and read to its end");
    expect(test, read_line(&line, "--bogus a --json", false) == -1 && line.common.json.value == 1, "in any order");
}

static void given(struct test *test)
{
    struct line line;

    read_line(&line, "-v --json --first-name=x a", false);
    expect(test, line.options.given == (1u << 1 | 1u << 6), "the rows of the first table that were given are told");
    read_line(&line, "a", false);
    expect(test, line.options.given == 0, "or none");
}

static void kinds_of_words(struct test *test)
{
    static const struct { const char *word; bool option; } cases[] = {
        {"", false}, {"a", false}, {"-", false}, {"--", true}, {"-a", true}, {"--a", true}, {"-1", false},
        {"-0", true}, {"-0r", true}, {"-00", false}, {"-0x1", false}, {"-0b1", false}, {"-0_1", false}, {"-.5", true},
        {"---", true}, {"-\xFF", true},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_of(test, pyos_options_is_option(cases[i].word) == cases[i].option, "a word is an option or none",
                  cases[i].word);
}

/* Many more words than any table is prepared for. */
static void many_words(struct test *test)
{
    enum { COUNT = 100000 };
    static char *words[COUNT + 1];
    static char option[] = "--words=x";
    static char operand[] = "y";
    struct arguments arguments = {0};
    struct pyos_arena arena = {0};
    struct pyos_options options = {
        .name = "f",
        .tables = {{params, sizeof params / sizeof *params, &arguments}},
        .context = {.arena = &arena},
    };
    struct pyos_error error;

    for (size_t i = 0; i < COUNT; i++)
        words[i] = i % 2 == 0 ? option : operand;
    expect(test, pyos_options_read(&options, words, &error) == 0, "a line of very many words is read");
    expect(test, arguments.words.count == COUNT / 2 && options.operands.count == COUNT / 2 && !words[COUNT / 2],
           "and every word of it counts");
    for (size_t i = 0; i < COUNT / 2; i++)
        if (arguments.words.items[i] != option + strlen("--words=") || options.operands.items[i] != operand) {
            expect(test, false, "each in its place");
            break;
        }
    pyos_arena_free(&arena);
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    lines(&test, &buf);
    stopping(&test, &buf);
    refusals(&test);
    errors_in_a_row(&test);
    given(&test);
    kinds_of_words(&test);
    many_words(&test);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
