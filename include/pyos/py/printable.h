/* str.isprintable, by the Unicode of CPython 3.13 (15.1). */
#ifndef PYOS_PY_PRINTABLE_H
#define PYOS_PY_PRINTABLE_H

#include <stdbool.h>
#include <stdint.h>

/* Whether repr shows the code point as it is. */
bool pyos_printable(uint32_t codepoint);

#endif
