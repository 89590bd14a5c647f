/* UUIDs from the kernel's generator and the clock (RFC 9562). */
#ifndef PYOS_OS_UUID_H
#define PYOS_OS_UUID_H

#include "pyos/os/random.h"
#include "pyos/py/uuid.h"

/* uuid.uuid4 */
int pyos_os_uuid4(struct pyos_random *random, char text[PYOS_UUID_TEXT], struct pyos_error *error);

/* Version 7, greater than the last one; zero *last before the first. */
int pyos_os_uuid7(struct pyos_random *random, struct pyos_uuid7 *last, char text[PYOS_UUID_TEXT],
                  struct pyos_error *error);

#endif
