#include "pyos/os/file_text.h"

#include "pyos/base/in.h"
#include "pyos/py/size.h"

int pyos_file_text(const char *path, struct pyos_arena *arena, struct pyos_str *text, struct pyos_error *error)
{
    struct pyos_in in;
    int result;

    if (pyos_in_open(&in, path, error) != 0)
        return -1;
    result = pyos_in_all(&in, SIZE_MAX, text, error);
    if (result == 0) {
        text->data = pyos_arena_copy(arena, text->data, text->size);
        result = text->data ? 0 : pyos_error_memory(error);
    }
    pyos_in_close(&in);
    return result;
}

bool pyos_file_number(const char *path, int64_t *number)
{
    struct pyos_arena arena = {0};
    struct pyos_str text;
    struct pyos_error error;
    bool found = false;

    if (pyos_file_text(path, &arena, &text, &error) == 0) {
        text = pyos_file_part(&text, '\n');
        found = pyos_size_parse(text, number, &error) == 0;
    }
    pyos_arena_free(&arena);
    return found;
}

struct pyos_str pyos_file_part(struct pyos_str *text, char end)
{
    const char *at = text->size > 0 ? memchr(text->data, end, text->size) : NULL;
    struct pyos_str part = {text->data, at ? (size_t)(at - text->data) : text->size}; /* inside of it */
    size_t taken = part.size + (at ? 1 : 0);

    *text = (struct pyos_str){text->data + taken, text->size - taken};
    return part;
}
