/* cli/options and cli/convert: any line of words is read into a struct, or refused with an error that says why. */
#include "fuzz.h"
#include "pieces.h"

#include "pyos/cli/common.h"
#include "pyos/cli/options.h"
#include "pyos/os/constants.h"

struct arguments {
    bool topdown;
    bool bare;
    int number;
    int64_t wide;
    const char *text;
    struct pyos_words words;
    struct pyos_fd fd;
    struct pyos_dir_fd dir_fd;
    struct pyos_choice choice;
    struct pyos_choice shape;
};

static const char *const choices[] = {"one", "two", "three", NULL};

#define PARAM(member) PYOS_PARAM(struct arguments, member)

static const struct pyos_param params[] = {
    {PARAM(topdown), .letter = 't', .alias = "bottom-up", .flags = PYOS_PARAM_NEGATIVE},
    {PARAM(bare), .letter = 'b'},
    {PARAM(number), .letter = 'n', .metavar = "N"},
    {PARAM(wide), .letter = 'w', .metavar = "N"},
    {PARAM(text), .letter = 's', .metavar = "TEXT"},
    {PARAM(words), .letter = 'W', .metavar = "WORD"},
    {PARAM(fd), .letter = 'd', .metavar = "N"},
    {PARAM(dir_fd), .metavar = "N"},
    {PARAM(choice), .letter = 'c', .metavar = "one|two|three", .choices = choices},
    {PARAM(shape), .letter = 'p', .metavar = "one|two|three", .choices = choices, .flags = PYOS_PARAM_BARE},
};

/* A pointer that was handed out leads into the line; the operands are its words, in their order. */
static void check_words(const struct fuzz_words *line, size_t size, const struct arguments *arguments,
                        struct pyos_words operands)
{
    const char *end = line->text + size;
    const char *before = line->text;

    must(operands.count <= line->count && !operands.items[operands.count], "NULL stands behind the operands");
    for (size_t i = 0; i < operands.count; i++) {
        must(operands.items[i] >= before && operands.items[i] < end, "operands keep their order");
        must(operands.items[i] == line->text || operands.items[i][-1] == '\0', "and are whole words");
        before = operands.items[i] + 1;
    }
    must(!arguments->text || (arguments->text > line->text && arguments->text <= end), "a text is of the line");
    must(arguments->words.count <= size, "a list has no more words than the line");
    for (size_t i = 0; i < arguments->words.count; i++)
        must(arguments->words.items[i] > line->text && arguments->words.items[i] <= end, "which are of the line");
    must(arguments->choice.value >= 0 && arguments->choice.value <= 3 && arguments->shape.value >= 0 &&
             arguments->shape.value <= 3,
         "a choice is one of its words");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_words line = fuzz_words(data, size);
    struct arguments arguments = {0};
    struct pyos_common common = {0};
    struct pyos_arena arena = {0};
    struct pyos_error error = {0};
    struct pyos_options options = {
        .name = "f",
        .tables = {{params, sizeof params / sizeof *params, &arguments},
                   {pyos_common_params, pyos_common_count, &common}},
        .stop_at_operand = size > 0 && data[0] == 'S',
        .context = {&arena, &pyos_os_constants},
    };
    bool ends = line.count > 0 && strcmp(line.words[0], "--") == 0;
    size_t count = line.count;

    if (pyos_options_read(&options, line.words, &error) == 0) {
        check_words(&line, size, &arguments, options.operands);
        must(!ends || options.operands.count == count - 1, "behind -- there are operands alone");
    } else {
        must(!ends, "an operand is never wrong");
        must(error.type != PYOS_SYSTEMERROR && error.message[0], "what is wrong is said");
    }
    pyos_arena_free(&arena);
    free_pieces();
    fuzz_words_free(&line);
    return 0;
}
