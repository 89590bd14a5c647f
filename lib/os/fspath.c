#include "pyos/os/fspath.h"

/* str here is the bytes themselves: as Python has it with surrogateescape, these three only change the type. */
struct arguments {
    struct pyos_pathname path;
};

static const struct pyos_wording wording = {.type = PYOS_WORDING_FSPATH};

#define PATH(called) \
    {{PYOS_PARAM_AS(struct arguments, path, called, PYOS_TYPE_PATHNAME), .flags = PYOS_PARAM_POSITIONAL, \
      .wording = &wording}}

static const struct pyos_param path_params[] = PATH("path");
static const struct pyos_param filename_params[] = PATH("filename");

/* Of fsencode too: the struct of bytes is its str. */
static int run_fsdecode(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    call->result.str = given->path.text;
    return 0;
}

static int run_fspath(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    call->bytes = given->path.bytes;
    return run_fsdecode(call);
}

#define ROWS(params_) .params = params_, .count = 1, .size = sizeof(struct arguments)

static const struct pyos_function functions[] = {
    {.name = "fsdecode", .doc = "A path as str.", ROWS(filename_params), .result = PYOS_TYPE_STR,
     .flags = PYOS_FUNCTION_IN_PYTHON, .emulation = PYOS_SUPPORTED, .run = run_fsdecode},
    {.name = "fsencode", .doc = "A path as bytes.", ROWS(filename_params), .result = PYOS_TYPE_BYTES,
     .flags = PYOS_FUNCTION_IN_PYTHON, .emulation = PYOS_SUPPORTED, .run = run_fsdecode},
    {.name = "fspath", .doc = "A path as it is.", ROWS(path_params), .result = PYOS_TYPE_STR,
     .emulation = PYOS_SUPPORTED, .run = run_fspath},
};

const struct pyos_section pyos_os_fspath_section = {
    "Process Parameters", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
