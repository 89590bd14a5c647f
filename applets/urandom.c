/* urandom: random bytes of the kernel, and what people make of them by hand. */
#include "pyos/base/wipe.h"
#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"
#include "pyos/cli/line.h"
#include "pyos/cli/progress.h"
#include "pyos/os/random.h"
#include "pyos/os/uuid.h"
#include "pyos/py/base64.h"
#include "pyos/py/hex.h"
#include "pyos/py/int.h"
#include "pyos/py/repr.h"

enum { UUID4 = 1, UUID7 };

static const char *const uuid_versions[] = {"4", "7", NULL};

struct options {
    bool hex, base64, urlsafe;
    const char *range;
    bool choice;
    struct pyos_choice uuid;
    int64_t count;
    bool getrandom;
    int flags;
    bool progress;
};

enum { DEFAULT_SIZE = 32 };

static const struct options defaults = {.count = 1};

#define PARAM(member) PYOS_PARAM(struct options, member)

static const struct pyos_param params[] = {
    {PARAM(hex), .doc = "the bytes as hexadecimal digits"},
    {PARAM(base64), .doc = "the bytes as base64"},
    {PARAM(urlsafe), .doc = "the bytes as base64 for names and addresses: - and _, no padding"},
    {.name = "int", .offset = offsetof(struct options, range), .type = PYOS_TYPE_TEXT, .metavar = "LO:HI",
     .doc = "an integer from LO to HI - 1, each as likely as any other"},
    {PARAM(choice), .doc = "one of the operands, each as likely as any other"},
    {PARAM(uuid), .metavar = "4|7", .choices = uuid_versions, .doc = "a UUID of that version (RFC 9562)"},
    {PARAM(count), .metavar = "N", .doc = "so many of them"},
    {PARAM(getrandom), .doc = "by os.getrandom: an error where the kernel has none"},
    {PARAM(flags), .metavar = "GRND_NONBLOCK|GRND_RANDOM", .doc = "of os.getrandom"},
    {PARAM(progress), .doc = "a counter on standard error, if that is a terminal"},
};

enum {
    PART = 3 * 64 * 1024, /* bytes at a time: base64 can be cut at multiples of 3 */
    SHOW_PARTS = 16,      /* the counter moves after so many parts, */
    SHOW_ITEMS = 4096,    /* or so many items */
};

/* A call at work. */
struct call {
    struct pyos_cli *cli;
    const struct options *options;
    int (*draw)(struct call *call, struct pyos_error *error); /* one of them: 0, or -1 and an error */
    struct pyos_random random;
    struct pyos_size size;    /* of bytes: how many, */
    char *part;               /* and room for the next of them */
    int64_t low;              /* of integers */
    uint64_t span;            /* HI - LO, or how many there are to choose from */
    struct pyos_words items;
    struct pyos_uuid7 last;
    uint64_t done; /* of count */
    struct pyos_progress progress;
};

/* ---- the counter */

static void show_bytes(struct call *call, uint64_t left)
{
    const unsigned mib = 20; /* a shift */
    uint64_t size = (uint64_t)call->size.bytes; /* not negative, as count */
    struct pyos_buf line = {0};

    if (!call->progress.wanted)
        return;
    pyos_buf_u64(&line, (call->done * size + size - left) >> mib);
    pyos_buf_text(&line, " of ");
    pyos_buf_u64(&line, ((uint64_t)call->options->count * size) >> mib);
    pyos_buf_text(&line, " MiB");
    pyos_progress_show(&call->progress, &line);
}

static void show_items(struct call *call)
{
    struct pyos_buf line = {0};

    if (!call->progress.wanted || call->done % SHOW_ITEMS != 0)
        return;
    pyos_buf_u64(&line, call->done);
    pyos_buf_text(&line, " of ");
    pyos_buf_i64(&line, call->options->count);
    pyos_progress_show(&call->progress, &line);
}

/* ---- bytes */

enum spelling { REPR, RAW, JSON_BYTES, HEX, BASE64, URLSAFE };

static enum spelling spelling_of(const struct call *call)
{
    if (call->options->hex)
        return HEX;
    if (call->options->base64)
        return BASE64;
    if (call->options->urlsafe)
        return URLSAFE;
    switch (call->cli->printer.form.kind) {
    case PYOS_FORM_RAW: return RAW;
    case PYOS_FORM_JSON: return JSON_BYTES;
    default: return REPR;
    }
}

static void put_part(const struct call *call, struct pyos_buf *buf, struct pyos_str part, char quote)
{
    switch (spelling_of(call)) {
    case REPR: pyos_repr_bytes_part(buf, part, quote); break;
    case RAW: pyos_form_value(&call->cli->printer.form, buf, PYOS_TYPE_BYTES, &part); break;
    case HEX: pyos_hex_encode(buf, part); break;
    case URLSAFE: pyos_base64_encode_urlsafe(buf, part); break;
    default: pyos_base64_encode(buf, part);
    }
}

static void put_begin(const struct call *call, struct pyos_buf *buf, char quote)
{
    pyos_form_begin(&call->cli->printer.form, buf);
    if (spelling_of(call) == REPR) {
        pyos_buf_char(buf, 'b');
        pyos_buf_char(buf, quote);
    } else if (spelling_of(call) == JSON_BYTES) {
        pyos_buf_text(buf, "{\"base64\":\"");
    } else if (call->cli->printer.form.kind == PYOS_FORM_JSON) {
        pyos_buf_char(buf, '"');
    }
}

static void put_end(const struct call *call, struct pyos_buf *buf, char quote)
{
    const struct pyos_form *form = &call->cli->printer.form;

    if (spelling_of(call) == REPR)
        pyos_buf_char(buf, quote);
    else if (form->kind == PYOS_FORM_JSON)
        pyos_buf_text(buf, spelling_of(call) == JSON_BYTES ? "\"}" : "\"");
    if (spelling_of(call) != RAW || form->end == '\0')
        pyos_form_end(form, buf);
}

/*
 * In parts, so that memory does not grow with the size. The quote is chosen by the first part: of
 * more than one part of random bytes, all do hold a ", and then Python's quote is '.
 */
static int draw_bytes(struct call *call, struct pyos_error *error)
{
    struct pyos_printer *printer = &call->cli->printer;
    struct pyos_buf *buf = pyos_printer_buf(printer);
    uint64_t left = (uint64_t)call->size.bytes; /* not negative */
    char quote = '\0';

    for (uint64_t parts = 1; left > 0 || quote == '\0'; parts++) {
        struct pyos_str part = {call->part, left < PART ? (size_t)left : PART}; /* < PART */

        if (pyos_random_fill(&call->random, call->part, part.size, error) != 0)
            return -1;
        if (quote == '\0') {
            quote = pyos_repr_quote(part);
            put_begin(call, buf, quote);
        }
        put_part(call, buf, part, quote);
        left -= part.size;
        if (left > 0 && pyos_printer_commit(printer) != 0)
            return 0; /* reported at the end */
        if (parts % SHOW_PARTS == 0)
            show_bytes(call, left);
    }
    put_end(call, buf, quote);
    return 0;
}

/* ---- what is made of them */

static void put_item(struct call *call, enum pyos_type type, const void *value)
{
    pyos_form_item(&call->cli->printer.form, pyos_printer_buf(&call->cli->printer), type, value);
    show_items(call);
}

static int draw_int(struct call *call, struct pyos_error *error)
{
    uint64_t number;
    int64_t value;

    if (pyos_random_below(&call->random, call->span, &number, error) != 0)
        return -1;
    value = (int64_t)((uint64_t)call->low + number); /* modulo 2^64, and in the range */
    put_item(call, PYOS_TYPE_I64, &value);
    return 0;
}

static int draw_choice(struct call *call, struct pyos_error *error)
{
    uint64_t number;
    struct pyos_str item;

    if (pyos_random_below(&call->random, call->span, &number, error) != 0)
        return -1;
    item = pyos_str(call->items.items[number]);
    put_item(call, PYOS_TYPE_STR, &item);
    return 0;
}

static int draw_uuid(struct call *call, struct pyos_error *error)
{
    char text[PYOS_UUID_TEXT];
    int result;

    if (call->options->uuid.value == UUID4)
        result = pyos_os_uuid4(&call->random, text, error);
    else
        result = pyos_os_uuid7(&call->random, &call->last, text, error);
    if (result == 0)
        put_item(call, PYOS_TYPE_CHARS, text);
    pyos_wipe(text, sizeof text);
    return result;
}

/* ---- from the options to the draws */

/* LO:HI, of which LO < HI; Python's words for a range that holds nothing. */
static int read_range(struct call *call, struct pyos_error *error)
{
    const char *word = call->options->range;
    const char *colon = strchr(word, ':');
    int64_t high;

    if (!colon)
        return pyos_error_say(error, PYOS_VALUEERROR, "invalid range: '%s' (LO:HI, such as 0:6)", word);
    if (pyos_int_parse_wide((struct pyos_str){word, (size_t)(colon - word)}, &call->low, error) != 0 ||
        pyos_int_parse_wide(pyos_str(colon + 1), &high, error) != 0) /* colon >= word */
        return -1;
    if (call->low >= high)
        return pyos_error_say(error, PYOS_VALUEERROR, "empty range in randrange(%jd, %jd)", (intmax_t)call->low,
                              (intmax_t)high);
    call->span = (uint64_t)high - (uint64_t)call->low; /* modulo 2^64, and in the range */
    return 0;
}

static int read_size(struct call *call, struct pyos_words operands, struct pyos_error *error)
{
    static const struct pyos_param size = {PYOS_PARAM(struct call, size)};
    const struct pyos_convert_context context = pyos_cli_context(call->cli);

    call->size.bytes = DEFAULT_SIZE;
    if (operands.count > 0 && pyos_convert(&size, call, operands.items[0], &context, error) != 0)
        return -1;
    if (call->size.bytes < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "negative argument not allowed");
    call->part = pyos_arena_get(&call->cli->arena, PART);
    return call->part ? 0 : pyos_error_memory(error);
}

static int count_operands(const struct call *call, struct pyos_words operands)
{
    static const char *const none[] = {NULL};
    static const char *const items[] = {"ITEM", NULL};
    const struct options *options = call->options;

    if (options->choice)
        return pyos_cli_count(call->cli, operands, items, SIZE_MAX);
    return pyos_cli_count(call->cli, operands, none, options->range || options->uuid.value != 0 ? 0 : 1);
}

static int check(const struct options *options, struct pyos_error *error)
{
    int spellings = options->hex + options->base64 + options->urlsafe;
    int kinds = (spellings > 0) + (options->range != NULL) + options->choice + (options->uuid.value != 0);

    if (spellings > 1 || kinds > 1)
        return pyos_error_usage(error, PYOS_TYPEERROR,
                                "urandom() takes one of hex, base64, urlsafe, int, choice and uuid");
    if (options->count < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "count must not be negative");
    return 0;
}

/* Bytes have Python's form; all else is for scripts, and is printed as it is. */
static void be_raw(struct pyos_cli *cli)
{
    cli->common.raw = true;
    pyos_line_form(cli);
}

static int prepare(struct call *call, struct pyos_words operands, struct pyos_error *error)
{
    const struct options *options = call->options;

    if (check(options, error) != 0)
        return -1;
    call->items = operands;
    call->span = operands.count;
    if (options->range || options->choice || options->uuid.value != 0) {
        be_raw(call->cli);
        call->draw = options->range ? draw_int : options->choice ? draw_choice : draw_uuid;
        return options->range ? read_range(call, error) : 0;
    }
    call->draw = draw_bytes;
    return read_size(call, operands, error);
}

static void draw_all(struct call *call)
{
    struct pyos_error error;

    for (; call->done < (uint64_t)call->options->count; call->done++) { /* not negative */
        if (call->draw(call, &error) != 0) {
            pyos_progress_hide(&call->progress);
            pyos_out_drop(&call->cli->printer.out);
            pyos_cli_fail(call->cli, &error);
            return;
        }
        if (pyos_printer_commit(&call->cli->printer) != 0)
            break;
    }
    pyos_progress_hide(&call->progress);
}

static void run(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    static const struct pyos_record no_fields = {.name = "bytes"};
    const struct options *options = arguments;
    struct call call = {.cli = cli, .options = options};
    struct pyos_error error;

    cli->arena.secret = true;
    pyos_printer_buf(&cli->printer)->secret = true;
    call.random.getrandom = options->getrandom || options->flags != 0;
    call.random.flags = options->flags;
    pyos_progress_open(&call.progress, options->progress);
    if (pyos_cli_choose(cli, &no_fields) != 0 || count_operands(&call, operands) != 0)
        return;
    if (prepare(&call, operands, &error) != 0)
        pyos_cli_fail(cli, &error);
    else
        draw_all(&call);
    pyos_random_forget(&call.random);
}

static const struct pyos_example examples[] = {
    {"pyos urandom", NULL},
    {"pyos urandom -r 1M | wc -c", "1048576\n"},
    {"pyos urandom --hex 16 | tr -d '0-9a-f' | wc -c", "1\n"},
    {"TOKEN=$(pyos urandom --urlsafe) && echo ${#TOKEN}", "43\n"},
    {"pyos urandom --int=1:7", NULL},
    {"pyos urandom --choice --count=1000 heads tails | sort -u", "heads\ntails\n"},
    {"pyos urandom --uuid=4 | cut -c15", "4\n"},
    {"pyos urandom --uuid=7 --count=3 | sort -c && echo in order", "in order\n"},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "urandom", .summary = "os.urandom: bytes, numbers, choices and UUIDs by chance",
     .operands = "[SIZE | ITEM...]",
     .details = "Prints repr(os.urandom(SIZE)). SIZE is such as 16, 4K, 1M or 2GiB (K is 1024),\n"
                "and 32 when left out. -r writes the bytes and nothing else. Digits, numbers,\n"
                "items and UUIDs are printed as they are, one a line.\n",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options),
     .defaults = &defaults, .examples = examples, .emulation = PYOS_SUPPORTED, .run = run},
};

const struct pyos_applet_list pyos_applets_urandom = {applets, sizeof applets / sizeof *applets};
