/* path: os.path. Most of its functions ask one thing of one path, as a row (os/question.h); the others have a run. */
#include "pyos/cli/answer.h"
#include "pyos/cli/applet.h"
#include "pyos/cli/each.h"
#include "pyos/cli/house.h"
#include "pyos/os/path.h"
#include "pyos/os/question.h"
#include "pyos/py/int.h"
#include "pyos/py/posixpath.h"

#include <sys/stat.h>

/* Takes in one path more of those that a result is made of; index counts them from 0. */
typedef int take_in(struct pyos_buf *result, size_t index, struct pyos_str path, struct pyos_error *error);

struct options {
    struct pyos_question question; /* what a command is: no options */
    take_in *take;
    bool strict;
    const char *start;
    struct pyos_fd fd;
    const char *files0_from;
};

#define PARAM(member) PYOS_PARAM(struct options, member)
#define FILES0_FROM {PARAM(files0_from), .metavar = "FILE", .doc = "NUL-ended paths from FILE, - is standard input"}

static const struct pyos_param path_params[] = {FILES0_FROM};
static const struct pyos_param file_params[] = {
    {PARAM(fd), .metavar = "N", .doc = "an open descriptor instead of a path"},
    FILES0_FROM,
};
static const struct pyos_param realpath_params[] = {
    {PARAM(strict), .doc = "what does not exist or cannot be read is an error"},
    FILES0_FROM,
};
static const struct pyos_param relpath_params[] = {
    {PARAM(start), .metavar = "START", .doc = "from there, not from the current directory"},
};

/* ---- the command line */

#define ARITY(most, ...) (&(const struct pyos_arity){(const char *const[]){__VA_ARGS__}, most})

static int show_answer(struct pyos_cli *cli, const struct pyos_answer *answer)
{
    if (answer->count > 1)
        return pyos_printer_strs(&cli->printer, answer->strs, answer->count);
    if (answer->type == PYOS_TYPE_BOOL)
        return pyos_answer_truth(cli, answer->truth);
    return pyos_printer_value(&cli->printer, answer->type, answer->value);
}

/* ---- one path at a time */

static void ask_each(struct pyos_cli *cli, const struct options *options, struct pyos_words operands)
{
    struct pyos_answer answer = {0};
    struct pyos_each each;
    struct pyos_str path;
    struct pyos_error error;

    if (pyos_each_open(&each, cli, operands, options->files0_from) != 0)
        return;
    while (pyos_each_next(&each, &path) > 0) {
        if (pyos_question_ask(&options->question, cli->root, path, &answer, &error) != 0)
            pyos_cli_fail(cli, &error);
        else if (show_answer(cli, &answer) != 0)
            break;
    }
    pyos_each_close(&each);
    pyos_answer_free(&answer);
}

/* --fd stands in the place of the paths. */
static void ask_fd(struct pyos_cli *cli, const struct options *options, struct pyos_words operands)
{
    struct pyos_answer answer = {0};
    struct pyos_error error;
    int result;

    if (operands.count > 0 || options->files0_from)
        result = pyos_error_usage(&error, PYOS_TYPEERROR, "%s() takes paths or fd, not both", cli->name);
    else
        result = pyos_question_ask_fd(&options->question, options->fd.value, &answer, &error);
    if (result == 0)
        show_answer(cli, &answer);
    else
        pyos_cli_fail(cli, &error);
}

static void run_each(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    const struct pyos_question *question = &options->question;
    size_t given = operands.count + (options->fd.given || options->files0_from);

    if (pyos_answer_check(cli, pyos_question_class(question), ARITY(SIZE_MAX, question->argument, NULL), given) != 0)
        return;
    if (options->fd.given)
        ask_fd(cli, options, operands);
    else
        ask_each(cli, options, operands);
}

static void run_realpath(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    struct options options = *(const struct options *)arguments;

    if (options.strict)
        options.question.text = pyos_question_realpath_strict;
    run_each(cli, &options, operands);
}

/* ---- several paths at once */

static int take_join(struct pyos_buf *result, size_t index, struct pyos_str path, struct pyos_error *error)
{
    (void)index;
    (void)error;
    pyos_posixpath_join(result, path);
    return 0;
}

static int take_commonprefix(struct pyos_buf *result, size_t index, struct pyos_str path, struct pyos_error *error)
{
    (void)error;
    pyos_posixpath_commonprefix(result, index, path);
    return 0;
}

/* join, commonprefix, commonpath; the latter two take one argument in Python, a list, which may be empty. */
static void run_all(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    const char *argument = options->take == take_join ? "a" : NULL;
    struct pyos_buf text = {0};
    struct pyos_each each;
    struct pyos_str path;
    struct pyos_error error;
    size_t count = 0;
    int result = 0;
    int next = 1;

    if (pyos_answer_check(cli, "str", ARITY(SIZE_MAX, argument, NULL), operands.count) != 0 ||
        pyos_each_open(&each, cli, operands, options->files0_from) != 0)
        return;
    while (result == 0 && !text.failed && (next = pyos_each_next(&each, &path)) > 0)
        result = options->take(&text, count++, path, &error);
    pyos_each_close(&each);
    if (count == 0 && options->take == pyos_posixpath_commonpath)
        result = pyos_error_say(&error, PYOS_VALUEERROR, "commonpath() arg is an empty sequence");
    if (next >= 0)
        pyos_answer_text(cli, result, &text, &error);
    else
        pyos_buf_free(&text); /* that the list could not be read is reported already */
}

static void run_relpath(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    const char *start = operands.count == 2 ? operands.items[1] : options->start ? options->start : ".";
    struct pyos_buf path = {0};
    struct pyos_error error;
    int result;

    if (pyos_answer_check(cli, "str", ARITY(2, "path", NULL), operands.count) != 0)
        return;
    if (operands.count == 2 && options->start)
        result = pyos_error_usage(&error, PYOS_TYPEERROR, "relpath() got multiple values for argument 'start'");
    else
        result = pyos_path_relpath(cli->root, pyos_str(operands.items[0]), pyos_str(start), &path, &error);
    pyos_answer_text(cli, result, &path, &error);
}

static void run_samefile(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    struct pyos_error error;
    bool truth;

    (void)arguments;
    if (pyos_answer_check(cli, "bool", ARITY(2, "f1", "f2", NULL), operands.count) != 0)
        return;
    if (pyos_path_samefile(cli->root, pyos_str(operands.items[0]), pyos_str(operands.items[1]), &truth, &error) == 0)
        pyos_answer_truth(cli, truth);
    else
        pyos_cli_fail(cli, &error);
}

static void run_sameopenfile(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    struct pyos_error error;
    bool truth;
    int a;
    int b;

    (void)arguments;
    if (pyos_answer_check(cli, "bool", ARITY(2, "fp1", "fp2", NULL), operands.count) != 0)
        return;
    if (pyos_int_parse(pyos_str(operands.items[0]), &a, &error) == 0 &&
        pyos_int_parse(pyos_str(operands.items[1]), &b, &error) == 0 &&
        pyos_path_sameopenfile(a, b, &truth, &error) == 0)
        pyos_answer_truth(cli, truth);
    else
        pyos_cli_fail(cli, &error);
}

/* Answers for each path whether it stays under the base. */
static void ask_within(struct pyos_cli *cli, struct pyos_str base, struct pyos_each *each)
{
    struct pyos_buf resolved = {0};
    struct pyos_str path;
    struct pyos_error error;

    while (pyos_each_next(each, &path) > 0) {
        resolved.size = 0;
        if (pyos_path_resolve(cli->root, path, &resolved, &error) != 0) {
            pyos_cli_fail(cli, &error);
            continue;
        }
        path = (struct pyos_str){resolved.data, resolved.size};
        if (pyos_answer_truth(cli, pyos_posixpath_contains(base, path)) != 0)
            break;
    }
    pyos_buf_free(&resolved);
}

static void run_within(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const char *files0_from = ((const struct options *)arguments)->files0_from;
    const struct pyos_arity *arity = files0_from ? ARITY(1, "base", NULL) : ARITY(SIZE_MAX, "base", "path", NULL);
    struct pyos_words paths;
    struct pyos_buf base = {0};
    struct pyos_each each;
    struct pyos_error error;

    if (pyos_answer_check(cli, "bool", arity, operands.count) != 0)
        return;
    paths = (struct pyos_words){operands.items + 1, operands.count - 1};
    if (pyos_path_resolve(cli->root, pyos_str(operands.items[0]), &base, &error) != 0) {
        pyos_cli_fail(cli, &error);
    } else if (pyos_each_open(&each, cli, paths, files0_from) == 0) {
        ask_within(cli, (struct pyos_str){base.data, base.size}, &each);
        pyos_each_close(&each);
    }
    pyos_buf_free(&base);
}

/* ---- the rows */

#define PARAMS(rows)                                                                     \
    .params = rows, .count = sizeof rows / sizeof *rows, .size = sizeof(struct options), \
    .emulation = PYOS_EMULATED
#define EXAMPLES(...) .examples = (const struct pyos_example[]){__VA_ARGS__, {0}}
#define OPTIONS(...) .defaults = &(const struct options){__VA_ARGS__}

/* One question of each path: its options, Python's name for the path, the kind of the answer, and by what. */
#define ASK(rows, called, answer, ...) ASK_BY(run_each, rows, called, answer, __VA_ARGS__)
#define ASK_BY(runs, rows, called, answer, ...) \
    .operands = "PATH...", PARAMS(rows), .run = runs, \
    OPTIONS(.question = {.argument = called, .kind = PYOS_QUESTION_##answer, __VA_ARGS__})

static const struct pyos_applet commands[] = {
    {.name = "path abspath", .summary = "paths from the root, in normal form",
     ASK(path_params, "path", TEXT, .text = pyos_path_abspath),
     EXAMPLES({"cd / && pyos path abspath usr//lib/../bin", "'/usr/bin'\n"})},
    {.name = "path basename", .summary = "the last part of paths",
     ASK(path_params, "p", PART, .part = pyos_posixpath_basename),
     EXAMPLES({"pyos path basename -r /usr/lib/libc.so", "libc.so\n"})},
    {.name = "path commonpath", .summary = "the longest path that leads to all of them", .operands = "[PATH...]",
     PARAMS(path_params), OPTIONS(.take = pyos_posixpath_commonpath), .run = run_all,
     EXAMPLES({"pyos path commonpath /usr/lib /usr/libexec", "'/usr'\n"},
              {"find tree -type f -print0 | pyos path commonpath --files0-from=-", "'tree'\n"})},
    {.name = "path commonprefix", .summary = "the characters that all of them begin with", .operands = "[PATH...]",
     PARAMS(path_params), OPTIONS(.take = take_commonprefix), .run = run_all,
     EXAMPLES({"pyos path commonprefix /usr/lib /usr/libexec", "'/usr/lib'\n"})},
    {.name = "path dirname", .summary = "paths without their last part",
     ASK(path_params, "p", PART, .part = pyos_posixpath_dirname),
     EXAMPLES({"pyos path dirname /usr/lib/libc.so libc.so", "'/usr/lib'\n''\n"})},
    {.name = "path exists", .summary = "whether files exist",
     ASK(file_params, "path", TYPE, .type = 0),
     EXAMPLES({"pyos path exists README.md && echo yes", "True\nyes\n"})},
    {.name = "path expanduser", .summary = "paths with the home in place of ~ or ~user",
     ASK(path_params, "path", TEXT, .text = pyos_path_expanduser),
     EXAMPLES({"HOME=/home/ada pyos path expanduser '~/notes'", "'/home/ada/notes'\n"})},
    {.name = "path expandvars", .summary = "paths with the values of $NAME and ${NAME}",
     ASK(path_params, "path", TEXT, .text = pyos_path_expandvars),
     EXAMPLES({"CITY=Paris pyos path expandvars '${CITY}s/$CITY.txt'", "'Pariss/Paris.txt'\n"})},
    {.name = "path getatime", .summary = "when files were last read, in seconds since 1970",
     ASK(file_params, "filename", FIELD, .field = "st_atime"),
     EXAMPLES({"touch -ad @1700000001.25 new && pyos path getatime new", "1700000001.25\n"})},
    {.name = "path getctime", .summary = "when the inodes of files last changed",
     ASK(file_params, "filename", FIELD, .field = "st_ctime"),
     EXAMPLES({"[ $(pyos path getctime README.md) = $(pyos stat -f st_ctime README.md) ] && echo same", "same\n"})},
    {.name = "path getmtime", .summary = "when the content of files last changed",
     ASK(file_params, "filename", FIELD, .field = "st_mtime"),
     EXAMPLES({"pyos path getmtime README.md", "1700000000.5\n"})},
    {.name = "path getsize", .summary = "the sizes of files, in bytes",
     ASK(file_params, "filename", FIELD, .field = "st_size"),
     EXAMPLES({"pyos path getsize README.md link", "13\n13\n"})},
    {.name = "path isabs", .summary = "whether paths begin at the root",
     ASK(path_params, "s", TEST, .test = pyos_question_isabs),
     EXAMPLES({"pyos path isabs /usr lib", "True\nFalse\n"})},
    {.name = "path isdevdrive", .summary = "whether paths are on a Dev Drive of Windows: never",
     ASK(path_params, "path", TEST, .test = pyos_question_never),
     EXAMPLES({"pyos path isdevdrive /", "False\n"})},
    {.name = "path isdir", .summary = "whether paths lead to directories",
     ASK(file_params, "s", TYPE, .type = S_IFDIR),
     EXAMPLES({"pyos path isdir tree README.md", "True\nFalse\n"})},
    {.name = "path isfile", .summary = "whether paths lead to regular files",
     ASK(file_params, "path", TYPE, .type = S_IFREG),
     EXAMPLES({"pyos path isfile link tree", "True\nFalse\n"})},
    {.name = "path isjunction", .summary = "whether paths are junctions of Windows: never",
     ASK(path_params, "path", TEST, .test = pyos_question_never),
     EXAMPLES({"pyos path isjunction link", "False\n"})},
    {.name = "path islink", .summary = "whether paths are symbolic links",
     ASK(path_params, "path", TYPE, .type = S_IFLNK, .itself = true),
     EXAMPLES({"pyos path islink link README.md", "True\nFalse\n"})},
    {.name = "path ismount", .summary = "whether paths are mount points",
     ASK(path_params, "path", TEST, .test = pyos_path_ismount),
     EXAMPLES({"pyos path ismount / tree", "True\nFalse\n"})},
    {.name = "path join", .summary = "one path, of parts", .operands = "PART...",
     PARAMS(path_params), OPTIONS(.take = take_join), .run = run_all,
     EXAMPLES({"pyos path join /usr lib/ libc.so", "'/usr/lib/libc.so'\n"},
              {"pyos path join /usr /etc passwd", "'/etc/passwd'\n"})},
    {.name = "path lexists", .summary = "whether files exist, links themselves",
     ASK(path_params, "path", TYPE, .type = 0, .itself = true),
     EXAMPLES({"ln -s nowhere dangling; pyos path lexists dangling; pyos path exists dangling", "True\nFalse\n"})},
    {.name = "path normcase", .summary = "paths as they are, for case has a meaning here",
     ASK(path_params, "s", PART, .part = pyos_posixpath_normcase),
     EXAMPLES({"pyos path normcase Makefile", "'Makefile'\n"})},
    {.name = "path normpath", .summary = "paths without \".\", \"..\" and slashes that say nothing",
     ASK(path_params, "path", TEXT, .text = pyos_question_normpath),
     EXAMPLES({"pyos path normpath a//b/./../c/ ''", "'a/c'\n'.'\n"})},
    {.name = "path realpath", .summary = "paths from the root, without links",
     ASK_BY(run_realpath, realpath_params, "filename", TEXT, .text = pyos_question_realpath),
     EXAMPLES({"pyos path basename \"$(pyos path realpath -r link)\"", "'README.md'\n"})},
    {.name = "path relpath", .summary = "the way to a path from another one", .operands = "PATH [START]",
     PARAMS(relpath_params), .run = run_relpath,
     EXAMPLES({"pyos path relpath /usr/lib /usr/share/doc", "'../../lib'\n"})},
    {.name = "path samefile", .summary = "whether two paths lead to the same file", .operands = "F1 F2",
     .emulation = PYOS_EMULATED, .run = run_samefile,
     EXAMPLES({"pyos path samefile README.md link", "True\n"})},
    {.name = "path sameopenfile", .summary = "whether two descriptors are of the same file", .operands = "FP1 FP2",
     .reason = "inherited descriptors cannot be confined", .run = run_sameopenfile,
     EXAMPLES({"pyos path sameopenfile 3 4 3<README.md 4<link", "True\n"})},
    {.name = "path split", .summary = "(head, tail): dirname and basename",
     ASK(path_params, "p", PARTS, .parts = pyos_posixpath_split, .count = 2),
     EXAMPLES({"pyos path split /usr/lib/libc.so", "('/usr/lib', 'libc.so')\n"})},
    {.name = "path splitdrive", .summary = "(drive, tail): the drive is empty here",
     ASK(path_params, "p", PARTS, .parts = pyos_posixpath_splitdrive, .count = 2),
     EXAMPLES({"pyos path splitdrive c:/a", "('', 'c:/a')\n"})},
    {.name = "path splitext", .summary = "(root, ext): the last dot of the name begins the ext",
     ASK(path_params, "p", PARTS, .parts = pyos_posixpath_splitext, .count = 2),
     EXAMPLES({"pyos path splitext a.d/b.tar.gz .profile", "('a.d/b.tar', '.gz')\n('.profile', '')\n"})},
    {.name = "path splitroot", .summary = "(drive, root, tail): the root is slashes",
     ASK(path_params, "path", PARTS, .parts = pyos_posixpath_splitroot, .count = 3),
     EXAMPLES({"pyos path splitroot -J /usr/lib", "[\"\",\"/\",\"usr/lib\"]\n"})},
    {.name = "path within", .summary = "whether paths, resolved, stay under BASE", .operands = "BASE PATH...",
     .details = "Links are followed, and what does not exist is taken as it is spelled. Any other\n"
                "hindrance is an error, for then the answer would be a guess. BASE is within\n"
                "itself.\n",
     PARAMS(path_params), .run = run_within,
     EXAMPLES({"pyos path within tree tree/a.txt tree/../README.md", "True\nFalse\n"})},
};

static const struct pyos_applet applets[] = {
    {.name = "path", .summary = "os.path: paths taken apart, put together, resolved, tested", .operands = "COMMAND",
     .commands = commands, .command_count = sizeof commands / sizeof *commands,
     EXAMPLES({"pyos path join /usr lib", "'/usr/lib'\n"})},
};

const struct pyos_applet_list pyos_applets_path = {applets, sizeof applets / sizeof *applets};
