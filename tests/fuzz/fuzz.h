/* What every fuzzer needs: the input, cut into what the code under test takes. */
#ifndef PYOS_FUZZ_H
#define PYOS_FUZZ_H

#include "pyos/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libFuzzer calls it with each input; 0 always. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must be so whatever the input is; libFuzzer keeps an input for which it is not. */
static inline void must(bool holds, const char *sentence)
{
    if (holds)
        return;
    fprintf(stderr, "not so: %s\n", sentence);
    abort();
}

static inline struct pyos_str fuzz_text(const uint8_t *data, size_t size)
{
    return (struct pyos_str){(const char *)data, size}; /* bytes are bytes */
}

/* The input as words, each ended by NUL, with NULL behind the last. */
struct fuzz_words {
    char **words;
    size_t count;
    char *text;
};

static inline struct fuzz_words fuzz_words(const uint8_t *data, size_t size)
{
    struct fuzz_words words = {.words = malloc((size + 2) * sizeof *words.words), .text = malloc(size + 1)};

    if (!words.words || !words.text)
        abort();
    if (size > 0)
        memcpy(words.text, data, size);
    words.text[size] = '\0';
    for (size_t at = 0; at < size; at += strlen(words.text + at) + 1)
        words.words[words.count++] = words.text + at;
    words.words[words.count] = NULL;
    return words;
}

static inline void fuzz_words_free(struct fuzz_words *words)
{
    free(words->words);
    free(words->text);
}

#endif
