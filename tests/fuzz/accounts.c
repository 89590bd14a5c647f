/* os/accounts: what is found in a file of accounts is the first name of the id. Its first four bytes are the id. */
#include "fuzz.h"

#include "pyos/os/accounts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pyos_str text;
    struct pyos_str name;
    struct pyos_str above;
    uint32_t id;

    if (size < sizeof id)
        return 0;
    memcpy(&id, data, sizeof id);
    text = fuzz_text(data + sizeof id, size - sizeof id);
    name = pyos_accounts_find(text, id);
    if (!name.data)
        return 0;
    must(name.data >= text.data && name.data + name.size < text.data + text.size, "a name stands in the text");
    must(name.size > 0 && !memchr(name.data, ':', name.size) && !memchr(name.data, '\n', name.size) &&
             name.data[0] != '#' && name.data[name.size] == ':',
         "it is the first part of a line");
    must(name.data == text.data || name.data[-1] == '\n', "which begins with it");
    above = (struct pyos_str){text.data, (size_t)(name.data - text.data)}; /* in the text */
    must(!pyos_accounts_find(above, id).data, "no line above it has the id");
    return 0;
}
