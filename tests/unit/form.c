/* py/form and py/record: a record with a field of every type, in every form. */
#include "test.h"

#include "pyos/py/form.h"

#include <math.h>

struct sample {
    bool truth;
    int number;
    uint32_t small;
    int64_t wide;
    uint64_t large;
    struct pyos_maybe maybe;
    double real;
    const char *text;
    char chars[8];
    struct pyos_str str;
    struct pyos_bytes bytes;
    struct pyos_words words;
    struct pyos_time time;
    struct pyos_fd fd;
    struct pyos_dir_fd dir_fd;
    struct pyos_choice choice;
    int extra;
    int item;
};

#define FIELD(member) PYOS_FIELD(struct sample, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE
#define VIEW(member, called, as) \
    PYOS_FIELD_AS(struct sample, member, called, as), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

enum { EXTRA = 4 };

static const struct pyos_field fields[] = {
    {FIELD(truth)}, {FIELD(number)}, {FIELD(small)}, {FIELD(wide)}, {FIELD(large)}, {FIELD(maybe)}, {FIELD(real)},
    {FIELD(text)}, {FIELD(chars)}, {FIELD(str)}, {FIELD(bytes)}, {FIELD(words)}, {FIELD(time)},
    {VIEW(time, "time_s", PYOS_TYPE_TIME_S)}, {VIEW(time, "time_ns", PYOS_TYPE_TIME_NS)}, {FIELD(fd)}, {FIELD(dir_fd)},
    {FIELD(choice)},
    {PYOS_FIELD(struct sample, extra), .flags = PYOS_FIELD_ATTRIBUTE, .group = EXTRA},
    {PYOS_FIELD(struct sample, item), .flags = PYOS_FIELD_ITEM},
};
static const struct pyos_record record = {"sample", fields, sizeof fields / sizeof *fields};
static const struct pyos_record dict = {NULL, fields, sizeof fields / sizeof *fields};

static const char *words[] = {"a", "it's"};

static const struct sample full = {
    .truth = true, .number = -1, .small = UINT32_MAX, .wide = INT64_MIN, .large = UINT64_MAX, .maybe = {true, -5},
    .real = 0.1, .text = "a\tb", .chars = "in", .str = {"\xC3\xA9'\n", 4}, .bytes = {{"\0\xFF", 2}},
    .words = {words, 2}, .time = {-2, 500000000, false}, .fd = {7, true}, .dir_fd = {PYOS_DIR_FD_NONE}, .choice = {2},
    .extra = 8, .item = 9,
};
static const struct sample empty = {.real = NAN, .time.absent = true};

static void python(struct test *test, struct pyos_buf *buf)
{
    static const struct pyos_form form = {.kind = PYOS_FORM_PYTHON, .end = '\n'};

    pyos_form_record(&form, buf, &record, &full);
    expect_text(test, buf,
                "sample(truth=True, number=-1, small=4294967295, wide=-9223372036854775808, "
                "large=18446744073709551615, maybe=-5, real=0.1, text='a\\tb', chars='in', str=\"\xC3\xA9'\\n\", "
                "bytes=b'\\x00\\xff', words=['a', \"it's\"], time=-1.5, time_s=-2, time_ns=-1500000000, "
                "fd=7, dir_fd=-100, choice=2, item=9)\n",
                "a record is spelled as Python's named tuples are, with its items alone");
    pyos_form_record(&form, buf, &dict, &empty);
    expect_text(test, buf,
                "{'truth': False, 'number': 0, 'small': 0, 'wide': 0, 'large': 0, 'maybe': None, 'real': nan, "
                "'text': None, 'chars': None, 'str': None, 'bytes': None, 'words': None, 'time': None, 'time_s': None, "
                "'time_ns': None, 'fd': 0, 'dir_fd': 0, 'choice': 0, 'item': 0}\n",
                "and one without a name as a dict, None where nothing is");
}

/* A list may be empty, which is something else than none. */
static void empty_list(struct test *test, struct pyos_buf *buf)
{
    static const struct pyos_words none = {words, 0};

    for (enum pyos_form_kind kind = PYOS_FORM_PYTHON; kind <= PYOS_FORM_JSON; kind++) {
        pyos_form_value(&(struct pyos_form){.kind = kind}, buf, PYOS_TYPE_WORDS, &none);
        expect_text(test, buf, "[]", "an empty list is one in every form");
    }
}

static void json(struct test *test, struct pyos_buf *buf)
{
    struct pyos_form form = {.kind = PYOS_FORM_JSON, .end = '\n'};

    pyos_form_record(&form, buf, &record, &full);
    expect_text(test, buf,
                "{\"truth\":true,\"number\":-1,\"small\":4294967295,\"wide\":-9223372036854775808,"
                "\"large\":18446744073709551615,\"maybe\":-5,\"real\":0.1,\"text\":\"a\\tb\",\"chars\":\"in\","
                "\"str\":\"\\u00e9'\\n\",\"bytes\":{\"base64\":\"AP8=\"},\"words\":[\"a\",\"it's\"],\"time\":-1.5,"
                "\"time_s\":-2,\"time_ns\":-1500000000,\"fd\":7,\"dir_fd\":-100,\"choice\":2}\n",
                "JSON shows the attributes");
    form.groups = EXTRA;
    form.ints_as_strings = true;
    pyos_form_record(&form, buf, &record, &empty);
    expect_text(test, buf,
                "{\"truth\":false,\"number\":\"0\",\"small\":\"0\",\"wide\":\"0\",\"large\":\"0\",\"maybe\":null,"
                "\"real\":null,\"text\":null,\"chars\":null,\"str\":null,\"bytes\":null,\"words\":null,\"time\":null,"
                "\"time_s\":null,\"time_ns\":null,\"fd\":\"0\",\"dir_fd\":\"0\",\"choice\":\"0\",\"extra\":\"0\"}\n",
                "those of a group when it is on, and quoted integers on demand");
}

static void raw(struct test *test, struct pyos_buf *buf)
{
    struct pyos_form form = {.kind = PYOS_FORM_RAW, .end = '\0'};

    pyos_form_record(&form, buf, &record, &full);
    expect(test, buf->size > 0 && buf->data[buf->size - 1] == '\0', "raw lines end as they are asked to");
    form.end = '\n';
    buf->size = 0;
    pyos_form_record(&form, buf, &record, &empty);
    expect_text(test, buf, "False\t0\t0\t0\t0\t\tnan\t\t\t\t\t\t\t\t\t0\t0\t0\t0\n",
                "raw text leaves empty what is not");
    pyos_form_str(&form, buf, (struct pyos_str){"\x1B\xFF\x7F", 3});
    expect_text(test, buf, "\x1B\xFF\x7F", "raw bytes are as they are");
    form.escape_controls = true;
    pyos_form_str(&form, buf, (struct pyos_str){"a\x1B\xC3\xA9\x7F", 5});
    expect_text(test, buf, "a\\x1b\xC3\xA9\\x7f", "but for a terminal");
}

/* A string that is not UTF-8: with a key beside it, alone, and as Python's surrogates. */
static void lost_bytes(struct test *test, struct pyos_buf *buf)
{
    static const struct pyos_str name = {"a\xFF", 2};
    const struct sample sample = {.str = name};
    const struct pyos_field *chosen[] = {pyos_record_field(&record, pyos_str("str"))};
    struct pyos_form form = {.kind = PYOS_FORM_JSON, .end = '\n', .fields = chosen, .count = 1};

    pyos_form_record(&form, buf, &record, &sample);
    expect_text(test, buf, "{\"str\":\"a\\ufffd\",\"str_b64\":\"Yf8=\"}\n", "lost bytes stand beside a name");
    pyos_form_str(&form, buf, name);
    expect_text(test, buf, "{\"base64\":\"Yf8=\"}", "or in its place where no key can stand beside");
    form.surrogateescape = true;
    pyos_form_record(&form, buf, &record, &sample);
    pyos_form_str(&form, buf, name);
    expect_text(test, buf, "{\"str\":\"a\\udcff\"}\n\"a\\udcff\"", "and nowhere when they are escaped");
}

static void chosen_fields(struct test *test, struct pyos_buf *buf)
{
    const struct pyos_field *chosen[] = {pyos_record_field(&record, pyos_str("extra")), &fields[1]};
    struct pyos_form form = {.kind = PYOS_FORM_RAW, .end = '\n', .fields = chosen, .count = 2};

    expect(test, chosen[0] == &fields[18], "an attribute is found by its name");
    expect(test, !pyos_record_field(&record, pyos_str("item")) && !pyos_record_field(&record, pyos_str("")) &&
                     !pyos_record_field(&record, pyos_str("number2")) && !pyos_record_field(&record, pyos_str("numb")),
           "but not what is an item alone, nor a part of a name");
    pyos_form_record(&form, buf, &record, &full);
    expect_text(test, buf, "8\t-1\n", "chosen fields stand in their order");
    expect(test, pyos_form_groups(&form) == EXTRA, "and ask for their groups");
    form.kind = PYOS_FORM_JSON;
    pyos_form_record(&form, buf, &record, &full);
    expect_text(test, buf, "{\"extra\":8,\"number\":-1}\n", "in JSON too");
    form.fields = NULL;
    form.groups = 3;
    expect(test, pyos_form_groups(&form) == 3, "all fields ask for the groups that are on");
    form.kind = PYOS_FORM_PYTHON;
    expect(test, pyos_form_groups(&form) == 0, "and Python's form for none");
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    python(&test, &buf);
    empty_list(&test, &buf);
    json(&test, &buf);
    raw(&test, &buf);
    lost_bytes(&test, &buf);
    chosen_fields(&test, &buf);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
