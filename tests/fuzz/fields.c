/* cli/common: lists of --field choose the attributes that they name, or none at all. */
#include "fuzz.h"
#include "pieces.h"

#include "pyos/cli/common.h"
#include "pyos/os/stat.h"

static size_t count_names(const struct fuzz_words *lists)
{
    size_t count = lists->count;

    for (size_t i = 0; i < lists->count; i++)
        for (const char *c = lists->words[i]; *c; c++)
            count += *c == ',';
    return count;
}

/* The chosen fields, joined by commas, are the lists joined by commas. */
static void check_names(const struct pyos_form *form, const struct fuzz_words *lists)
{
    size_t next = 0;

    for (size_t i = 0; i < lists->count; i++)
        for (const char *at = lists->words[i];; at++) {
            const char *name = form->fields[next++]->name;

            must(strncmp(at, name, strlen(name)) == 0, "a field is the one that was named");
            at += strlen(name);
            if (*at == '\0')
                break;
            must(*at == ',', "and nothing else was named with it");
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_words lists = fuzz_words(data, size);
    struct pyos_common common = {.field = {(const char **)lists.words, lists.count}};
    struct pyos_form form = {0};
    struct pyos_arena arena = {0};
    struct pyos_error error = {0};

    if (pyos_common_choose(&common, &pyos_stat_record, &form, &arena, &error) == 0) {
        must(form.count == (lists.count > 0 ? count_names(&lists) : 0), "every name has its field");
        check_names(&form, &lists);
    } else {
        must(error.type == PYOS_ATTRIBUTEERROR && error.usage && error.message[0], "an unknown name is an error");
    }
    pyos_arena_free(&arena);
    free_pieces();
    fuzz_words_free(&lists);
    return 0;
}
