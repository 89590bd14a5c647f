#include "pyos/os/exec_functions.h"

#include "pyos/os/argv.h"
#include "pyos/os/environment.h"
#include "pyos/os/search.h"
#include "pyos/sys/exec.h"

#include <errno.h>
#include <unistd.h>

struct arguments {
    struct pyos_path path;      /* of execve */
    struct pyos_pathname file;  /* of all others */
    struct pyos_strs args;
    struct pyos_environment env;
};

/* What a call becomes, ready for the kernel. */
struct program {
    const char *const *argv;
    char *const *environment;
};

/* CPython has two functions that know an empty list, and each its own words. */
static int check_argv(struct pyos_strs args, bool with_environment, struct pyos_error *error)
{
    const char *who = with_environment ? "execve: argv" : "execv() arg 2";

    if (args.count == 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "%s must not be empty", who);
    if (!pyos_os_argv_names(args))
        return pyos_error_say(error, PYOS_VALUEERROR, "%s first element cannot be empty", who);
    return 0;
}

static int prepare(struct pyos_call *call, bool with_environment, struct program *program)
{
    const struct arguments *given = call->arguments;

    if (check_argv(given->args, with_environment, call->error) != 0)
        return -1;
    program->argv = pyos_os_argv(given->args, call->arena);
    program->environment = with_environment ? pyos_os_environment_of(&given->env, call->arena) : environ;
    return program->argv && program->environment ? 0 : pyos_error_memory(call->error);
}

/* ---- execv, execve */

static int exec_file(struct pyos_call *call, bool with_environment)
{
    const struct arguments *given = call->arguments;
    struct program program;
    int result;

    if (prepare(call, with_environment, &program) != 0)
        return -1;
    result = pyos_sys_execve(given->file.text.data, program.argv, program.environment);
    return with_environment ? pyos_call_of_name(call, result, &given->file) : pyos_call_none(call, result);
}

static int run_execv(struct pyos_call *call)
{
    return exec_file(call, false);
}

static int run_execle(struct pyos_call *call)
{
    return exec_file(call, true);
}

static int run_execve(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct program program;
    int result;

    if (prepare(call, true, &program) != 0)
        return -1;
    if (given->path.is_fd)
        result = pyos_sys_fexecve(given->path.fd, program.argv, program.environment);
    else
        result = pyos_sys_execve(given->path.name.data, program.argv, program.environment);
    return pyos_call_of_path(call, result, &given->path);
}

/* ---- execvp, execvpe: as os.py searches */

static bool is_absent(int result)
{
    return result == -ENOENT || result == -ENOTDIR;
}

/*
 * Tries each path. Returns only on failure: -errno, of the first file that was there, or else of the last path;
 * *failed is that path.
 */
static int try_paths(const char *const *paths, const struct program *program, const char **failed)
{
    int result = -ENOENT;

    *failed = *paths;
    for (const char *const *path = paths; *path; path++) {
        int now = pyos_sys_execve(*path, program->argv, program->environment);

        if (is_absent(result)) {
            result = now;
            *failed = *path;
        }
    }
    return result;
}

static int search(struct pyos_call *call, bool with_environment)
{
    const struct arguments *given = call->arguments;
    const struct pyos_environment *own = with_environment ? &given->env : NULL;
    const char *const *paths;
    const char *failed;
    struct program program;
    int result;

    if (memchr(given->file.text.data, '/', given->file.text.size))
        return exec_file(call, with_environment);
    if (prepare(call, with_environment, &program) != 0)
        return -1;
    paths = pyos_os_search_for(own, given->file.text.data, call->arena);
    if (!paths)
        return pyos_error_memory(call->error);
    result = try_paths(paths, &program, &failed);
    pyos_call_none(call, result);
    if (with_environment)
        call->error->filename = (struct pyos_subject){.kind = PYOS_SUBJECT_BYTES, .name = pyos_str(failed)};
    return -1;
}

static int run_execvp(struct pyos_call *call)
{
    return search(call, false);
}

static int run_execvpe(struct pyos_call *call)
{
    return search(call, true);
}

/* ---- the rows */

enum { POSITIONAL = PYOS_PARAM_POSITIONAL, ONLY = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY };

#define ARGUMENT(member) PYOS_PARAM(struct arguments, member)
#define ENVIRONMENT ARGUMENT(env), .metavar = "K=V", .doc = "a variable of its environment, which has no others"

#define WORDS(called)                                          \
    {                                                          \
        {ARGUMENT(file), .flags = POSITIONAL, .wording = &called}, \
        {ARGUMENT(args), .flags = POSITIONAL | PYOS_PARAM_REST},   \
        {ENVIRONMENT, .flags = PYOS_PARAM_APART},                  \
    }
#define LIST(called)                                           \
    {                                                          \
        {ARGUMENT(file), .flags = POSITIONAL, .wording = &called}, \
        {ARGUMENT(args), .flags = POSITIONAL | PYOS_PARAM_LIST},   \
        {ENVIRONMENT, .flags = POSITIONAL},                        \
    }
#define NUL "embedded null character in path"
#define PATH "path should be string, bytes"

/* All others come down to execv or execve, and those that search look at the path first. */
static const struct pyos_wording like_execv = {
    .type = "execv: " PATH " or os.PathLike, not %s", .nul = "execv: " NUL};
static const struct pyos_wording like_execve = {
    .type = "execve: " PATH ", os.PathLike or integer, not %s", .nul = "execve: " NUL};
static const struct pyos_wording like_execvp = {.type = PYOS_WORDING_FSPATH, .nul = "execv: " NUL};
static const struct pyos_wording like_execvpe = {.type = PYOS_WORDING_FSPATH, .nul = "execve: " NUL};

static const struct pyos_param execl_params[] = WORDS(like_execv);
static const struct pyos_param execle_params[] = WORDS(like_execve);
static const struct pyos_param execlp_params[] = WORDS(like_execvp);
static const struct pyos_param execlpe_params[] = WORDS(like_execvpe);
static const struct pyos_param execvp_params[] = LIST(like_execvp);
static const struct pyos_param execvpe_params[] = LIST(like_execvpe);
static const struct pyos_param execv_params[] = {
    {PYOS_PARAM_AS(struct arguments, file, "path", PYOS_TYPE_PATHNAME), .flags = ONLY},
    {PYOS_PARAM_AS(struct arguments, args, "argv", PYOS_TYPE_STRS), .flags = ONLY | PYOS_PARAM_LIST},
};
static const struct pyos_param execve_params[] = {
    {ARGUMENT(path), .flags = POSITIONAL},
    {PYOS_PARAM_AS(struct arguments, args, "argv", PYOS_TYPE_STRS), .flags = POSITIONAL | PYOS_PARAM_LIST},
    {ENVIRONMENT, .flags = POSITIONAL},
};

/* The first rows of a table; all but the last one where the environment is the process's own. */
#define ROW(called, rows, n, more, call, text)                                                            \
    {.name = called, .doc = text, .params = rows, .count = n, .size = sizeof(struct arguments),            \
     .result = PYOS_TYPE_NONE, .flags = PYOS_FUNCTION_LITERAL | (more), .run = call}

enum { PYTHON = PYOS_FUNCTION_IN_PYTHON };

static const struct pyos_function functions[] = {
    ROW("execl", execl_params, 2, PYTHON, run_execv, "Becomes FILE, with these arguments, its name among them."),
    ROW("execle", execle_params, 3, PYTHON, run_execle, "Becomes FILE, with an environment of its own."),
    ROW("execlp", execlp_params, 2, PYTHON, run_execvp, "Becomes FILE, which is looked for in PATH."),
    ROW("execlpe", execlpe_params, 3, PYTHON, run_execvpe, "The same, with an environment and its PATH."),
    ROW("execv", execv_params, 2, 0, run_execv, "Becomes the file PATH, with a list of arguments."),
    ROW("execve", execve_params, 3, PYOS_FUNCTION_SUPPORTS_FD, run_execve, "The same, with an environment."),
    ROW("execvp", execvp_params, 2, PYTHON, run_execvp, "Becomes FILE, which is looked for in PATH."),
    ROW("execvpe", execvpe_params, 3, PYTHON, run_execvpe, "The same, with an environment and its PATH."),
};

const struct pyos_section pyos_os_exec_section = {
    "Process Management", NULL, functions, sizeof functions / sizeof *functions, "programs cannot be confined",
};
