/* py/handles: the numbers of a session and the descriptors of the process. */
#include "test.h"

#include "pyos/py/handles.h"

#include <limits.h>

enum { MANY = 10000 };

static int add(struct pyos_handles *handles, int fd)
{
    return pyos_handles_add(handles, fd, PYOS_HANDLES_FIRST);
}

static void empty(struct test *test, struct pyos_handles *handles)
{
    static const int numbers[] = {-100, -1, 0, 2, 3, INT_MAX, INT_MIN};

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        expect(test, pyos_handles_find(handles, numbers[i]) == -1, "an empty table has no handle");
        expect(test, pyos_handles_of(handles, numbers[i]) == -1, "an empty table has no descriptor");
        expect(test, pyos_handles_drop(handles, numbers[i]) == -1, "what is no handle is not dropped");
    }
}

static void lowest(struct test *test, struct pyos_handles *handles)
{
    expect(test, add(handles, 70) == 3 && add(handles, 9) == 4 && add(handles, 0) == 5, "handles begin at 3");
    expect(test, pyos_handles_find(handles, 4) == 9 && pyos_handles_of(handles, 9) == 4, "each leads to the other");
    expect(test, pyos_handles_find(handles, 5) == 0 && pyos_handles_of(handles, 0) == 5, "0 is a descriptor too");
    expect(test, pyos_handles_find(handles, 2) == -1 && pyos_handles_of(handles, -1) == -1, "free ones are none");
    expect(test, pyos_handles_drop(handles, 4) == 9, "a drop gives the descriptor");
    expect(test, pyos_handles_find(handles, 4) == -1 && pyos_handles_of(handles, 9) == -1, "what was dropped is gone");
    expect(test, pyos_handles_drop(handles, 4) == -1, "once");
    expect(test, add(handles, 8) == 4 && add(handles, 7) == 6, "the lowest free one is taken first");
}

static void chosen(struct test *test, struct pyos_handles *handles)
{
    expect(test, pyos_handles_add(handles, 20, 100) == 100, "a free handle may be asked for");
    expect(test, pyos_handles_add(handles, 21, 100) == 101, "what is taken gives the next one");
    expect(test, pyos_handles_add(handles, 22, 1) == 1, "those of the standard descriptors too");
    expect(test, pyos_handles_find(handles, 99) == -1, "those between are free");
    expect(test, add(handles, 23) == 7, "and the lowest is the lowest still");
    expect(test, pyos_handles_drop(handles, 101) == 21 && pyos_handles_drop(handles, 100) == 20, "far ones go");
    expect(test, pyos_handles_find(handles, 100) == -1 && handles->count == 8, "and the end with them");
}

static void many(struct test *test, struct pyos_handles *handles)
{
    size_t room = handles->room;

    for (int i = 0; i < MANY; i++)
        if (pyos_handles_drop(handles, add(handles, 1000)) != 1000)
            expect(test, false, "what is opened and closed again is the same");
    expect(test, handles->room == room, "a table does not grow by what is closed again");
    expect(test, pyos_handles_reserve(handles, MANY) == 0, "there is memory");
    room = handles->room;
    for (int i = 0; i < MANY; i++)
        if (add(handles, 1000 + i) < 0 || pyos_handles_of(handles, 1000 + i) < 0)
            expect(test, false, "each of many has a handle");
    expect(test, handles->room == room, "what was reserved is room enough");
    expect(test, pyos_handles_add(handles, 5, INT_MAX) == -1, "there is no handle of the largest number");
}

int main(void)
{
    struct test test = {0};
    struct pyos_handles handles = {0};

    empty(&test, &handles);
    lowest(&test, &handles);
    chosen(&test, &handles);
    many(&test, &handles);
    pyos_handles_free(&handles);
    empty(&test, &handles);
    expect(&test, add(&handles, 4) == 3, "a table that was freed is empty");
    pyos_handles_free(&handles);
    return test.failures != 0;
}
