#include "pyos/py/handles.h"

#include "pyos/base/memory.h"

#include <limits.h>
#include <stdbool.h>

enum { SOME = 16 }; /* a table's first room */

static bool is_taken(const struct pyos_handles *handles, int handle)
{
    return handle >= 0 && (size_t)handle < handles->count && handles->descriptors[handle] >= 0; /* not negative */
}

int pyos_handles_find(const struct pyos_handles *handles, int handle)
{
    return is_taken(handles, handle) ? handles->descriptors[handle] : -1;
}

int pyos_handles_of(const struct pyos_handles *handles, int fd)
{
    for (size_t i = 0; fd >= 0 && i < handles->count; i++)
        if (handles->descriptors[i] == fd)
            return (int)i; /* add makes no larger ones */
    return -1;
}

/* Room for so many in all. */
static int make_room(struct pyos_handles *handles, size_t wanted)
{
    size_t room = handles->room > 0 ? handles->room : SOME;
    int *descriptors;

    if (wanted <= handles->room)
        return 0;
    while (room < wanted)
        room *= 2; /* wanted is an int and a few */
    descriptors = pyos_memory_resize(handles->descriptors, room, sizeof *descriptors);
    if (!descriptors)
        return -1;
    handles->descriptors = descriptors;
    handles->room = room;
    return 0;
}

int pyos_handles_reserve(struct pyos_handles *handles, size_t more)
{
    return make_room(handles, (handles->count > PYOS_HANDLES_FIRST ? handles->count : PYOS_HANDLES_FIRST) + more);
}

int pyos_handles_add(struct pyos_handles *handles, int fd, int least)
{
    int handle = least;

    while (is_taken(handles, handle))
        handle++;
    if (handle == INT_MAX || make_room(handles, (size_t)handle + 1) != 0) /* >= 0 */
        return -1;
    while (handles->count <= (size_t)handle)
        handles->descriptors[handles->count++] = -1;
    handles->descriptors[handle] = fd;
    return handle;
}

int pyos_handles_drop(struct pyos_handles *handles, int handle)
{
    int fd = pyos_handles_find(handles, handle);

    if (fd >= 0)
        handles->descriptors[handle] = -1;
    while (handles->count > 0 && handles->descriptors[handles->count - 1] < 0)
        handles->count--;
    return fd;
}

void pyos_handles_free(struct pyos_handles *handles)
{
    pyos_memory_release(handles->descriptors);
    *handles = (struct pyos_handles){0};
}
