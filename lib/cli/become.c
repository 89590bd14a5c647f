#include "pyos/cli/become.h"

#include "pyos/cli/house.h"
#include "pyos/cli/options.h"
#include "pyos/py/descriptors.h"
#include "pyos/py/form.h"

#include <string.h>

enum { NOT_EXECUTABLE = 126, NOT_FOUND = 127 };

static bool is_dashes(const char *word)
{
    return strcmp(word, "--") == 0;
}

static int refuse(struct pyos_error *error)
{
    return pyos_error_usage(error, PYOS_TYPEERROR, "--exec needs a command: FUNCTION ARG... --exec COMMAND..., or "
                            "FUNCTION --exec -- ARG... -- COMMAND...");
}

/* Where the operands of `--exec -- ARG... -- COMMAND` end; they move to the place of --exec, behind a `--`. */
static char **cut_operands(char **words)
{
    char **operands = words + 2;
    char **end = operands;

    while (*end && !is_dashes(*end))
        end++;
    if (!*end)
        return end;
    words[0] = words[1];
    memmove(words + 1, operands, (size_t)(end - operands) * sizeof *words); /* end is not before them */
    end[-1] = NULL;
    return end + 1;
}

int pyos_become_cut(bool literal, char **words, struct pyos_words *command, struct pyos_error *error)
{
    char **begin;

    *command = (struct pyos_words){0};
    while (*words && strcmp(*words, "--exec") != 0 && !(literal && !pyos_options_is_option(*words)))
        words++;
    if (!*words || strcmp(*words, "--exec") != 0)
        return 0;
    begin = words + 1;
    if (*begin && is_dashes(*begin))
        begin = cut_operands(words);
    else
        *words = NULL;
    if (!*begin || is_dashes(*begin)) /* one more `--` was meant as an operand, and is none */
        return refuse(error);
    command->items = (const char **)begin; /* they are only read */
    while (command->items[command->count])
        command->count++;
    return 0;
}

/* ---- the result */

static void list_descriptors(struct pyos_handover *handover, const struct pyos_call *call)
{
    size_t offsets[PYOS_HANDOVER_DESCRIPTORS];

    handover->count = pyos_descriptors_find(call->function, offsets);
    for (size_t i = 0; i < handover->count; i++)
        memcpy(&handover->descriptors[i], (const char *)&call->result + offsets[i], sizeof handover->descriptors[i]);
}

/* The JSON of it, or NULL: no memory. */
static const char *spell(struct pyos_cli *cli, const struct pyos_call *call)
{
    struct pyos_form form = cli->printer.form;
    struct pyos_buf text = {.secret = cli->arena.secret};
    const char *spelled = NULL;

    form.kind = PYOS_FORM_JSON;
    form.array = false;
    form.bytes = call->bytes;
    if (call->function->result == PYOS_TYPE_RECORD)
        pyos_form_fields(&form, &text, call->function->record, &call->result);
    else
        pyos_form_value(&form, &text, call->function->result, &call->result);
    if (!text.failed)
        spelled = pyos_arena_copy(&cli->arena, text.data, text.size);
    pyos_buf_free(&text);
    return spelled;
}

static bool is_none(const struct pyos_call *call)
{
    enum pyos_type type = call->function->result;

    return type == PYOS_TYPE_NONE || ((type == PYOS_TYPE_STR || type == PYOS_TYPE_BYTES) && !call->result.str.data) ||
           (type == PYOS_TYPE_MAYBE && !call->result.maybe.known) ||
           (type == PYOS_TYPE_NESTED && !call->result.nested.data);
}

void pyos_become(struct pyos_cli *cli, const struct pyos_call *call, struct pyos_words command)
{
    struct pyos_handover handover = {.argv = command.items};
    struct pyos_error error;
    bool none = is_none(call);
    bool found = true;

    list_descriptors(&handover, call);
    if (!none)
        handover.result = spell(cli, call);
    if (!none && !handover.result)
        pyos_error_memory(&error);
    else
        cli->house->become(&handover, &cli->arena, &found, &error);
    cli->failure = found ? NOT_EXECUTABLE : NOT_FOUND;
    pyos_cli_fail(cli, &error);
}
