/* Forgetting secrets: random bytes are wiped before their memory is given back. */
#ifndef PYOS_BASE_WIPE_H
#define PYOS_BASE_WIPE_H

#include <stddef.h>

/* Overwrites size bytes, also where a compiler sees that nobody reads them again. */
void pyos_wipe(void *data, size_t size);

#endif
