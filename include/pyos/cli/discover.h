/* The answer to rpc.discover: every method from its row, in the shape of OpenRPC (spec.open-rpc.org). */
#ifndef PYOS_CLI_DISCOVER_H
#define PYOS_CLI_DISCOVER_H

#include "pyos/base/buf.h"
#include "pyos/cli/house.h"

void pyos_discover(struct pyos_buf *buf, const struct pyos_house *house);

#endif
