#include "pyos/os/uuid.h"

#include "pyos/base/wipe.h"
#include "pyos/sys/clock.h"

enum { NANOSECONDS_IN_MILLISECOND = 1000000 };

int pyos_os_uuid4(struct pyos_random *random, char text[PYOS_UUID_TEXT], struct pyos_error *error)
{
    uint8_t bytes[PYOS_UUID_BYTES];

    if (pyos_random_draw(random, bytes, sizeof bytes, error) != 0)
        return -1;
    pyos_uuid4(text, bytes);
    pyos_wipe(bytes, sizeof bytes);
    return 0;
}

int pyos_os_uuid7(struct pyos_random *random, struct pyos_uuid7 *last, char text[PYOS_UUID_TEXT],
                  struct pyos_error *error)
{
    int64_t now = pyos_sys_clock_realtime();
    uint8_t bytes[PYOS_UUID_BYTES];

    if (pyos_random_draw(random, bytes, sizeof bytes, error) != 0)
        return -1;
    pyos_uuid7(text, last, now > 0 ? (uint64_t)now / NANOSECONDS_IN_MILLISECOND : 0, bytes); /* > 0 */
    pyos_wipe(bytes, sizeof bytes);
    return 0;
}
