#include "pyos/os/info_fact.h"

void *pyos_info_new(struct pyos_arena *arena, const struct pyos_record *record, size_t size, struct pyos_nested *made,
                    struct pyos_error *error)
{
    void *data = pyos_arena_get(arena, size);

    *made = (struct pyos_nested){.record = record, .data = data};
    if (data)
        memset(data, 0, size);
    else
        pyos_error_memory(error);
    return data;
}
