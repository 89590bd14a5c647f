/*
 * Every allocation fails in turn, alone and with all after it: whoever asked says so (ENOMEM), leaks nothing, and what
 * is written stays whole. The door to the heap is this program's own: see wrap in the Makefile.
 */
#include "test.h"

#include "pyos/base/arena.h"
#include "pyos/base/in.h"
#include "pyos/base/memory.h"
#include "pyos/cli/common.h"
#include "pyos/cli/options.h"
#include "pyos/os/accounts.h"
#include "pyos/os/info.h"
#include "pyos/os/scandir.h"
#include "pyos/os/walk.h"
#include "pyos/os/walk_list.h"
#include "pyos/py/exception.h"
#include "pyos/py/int.h"
#include "pyos/py/printer.h"
#include "pyos/sys/lookup.h"

#undef NDEBUG /* whoever builds without assertions still wants these */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 300, POINTS = 20000 };

/* The names are the linker's. */
void *__real_pyos_memory_get(size_t count, size_t size);
void *__wrap_pyos_memory_get(size_t count, size_t size);
void *__real_pyos_memory_resize(void *block, size_t count, size_t size);
void *__wrap_pyos_memory_resize(void *block, size_t count, size_t size);
void __real_pyos_memory_release(void *block);
void __wrap_pyos_memory_release(void *block);

static struct {
    size_t left;  /* allocations that succeed before one fails */
    bool lasting; /* all after it fail too */
    bool failed;
    size_t blocks; /* that are in use */
} heap;

static bool refuses(void)
{
    bool due = heap.left == 0 && (heap.lasting || !heap.failed);

    if (heap.left > 0)
        heap.left--;
    heap.failed |= due;
    return due;
}

void *__wrap_pyos_memory_get(size_t count, size_t size)
{
    void *block = refuses() ? NULL : __real_pyos_memory_get(count, size);

    heap.blocks += block != NULL;
    return block;
}

void *__wrap_pyos_memory_resize(void *block, size_t count, size_t size)
{
    void *resized = refuses() ? NULL : __real_pyos_memory_resize(block, count, size);

    heap.blocks += !block && resized;
    return resized;
}

void __wrap_pyos_memory_release(void *block)
{
    heap.blocks -= block != NULL;
    __real_pyos_memory_release(block);
}

/* ---- what asks for memory: each says whether all went well; what comes of it must be so in any case */

static bool run_buf(void)
{
    struct pyos_buf buf = {0};
    bool whole;

    for (int i = 0; i < 5000; i++)
        pyos_buf_text(&buf, "0123456789");
    whole = !buf.failed;
    assert(whole ? buf.size == 50000 : buf.size < 50000);
    for (size_t i = 0; i < buf.size; i++)
        assert(buf.data[i] == (char)('0' + i % 10)); /* a digit */
    pyos_buf_free(&buf);
    return whole;
}

static bool run_arena(void)
{
    struct pyos_arena arena = {0};
    bool whole = true;

    for (size_t i = 0; i < 200; i++) {
        char *got = pyos_arena_get(&arena, i * 100);
        char *copy = pyos_arena_copy(&arena, "text", 4);

        if (got)
            memset(got, 'x', i * 100);
        assert(!copy || strcmp(copy, "text") == 0);
        whole = whole && got && copy;
    }
    pyos_arena_free(&arena);
    return whole;
}

static bool run_in(void)
{
    struct pyos_in in = {.fd = memfd_create("in", MFD_CLOEXEC), .name = pyos_str("in")};
    struct pyos_str item;
    struct pyos_error error;
    int result;

    assert(ftruncate(in.fd, 200000) == 0); /* one long item that is cut by 'x' nowhere */
    while ((result = pyos_in_next(&in, 'x', &item, &error)) > 0)
        assert(item.size == 200000);
    assert(result == 0 || error.errnum == ENOMEM);
    pyos_in_close(&in);
    return result == 0;
}

static bool run_errors(void)
{
    struct pyos_error error;
    struct pyos_buf json = {0};
    int value;
    bool whole;

    assert(pyos_int_parse(pyos_str("none"), &value, &error) == -1);
    assert(error.type == PYOS_VALUEERROR || error.errnum == ENOMEM);
    whole = error.type == PYOS_VALUEERROR;
    pyos_error_path(&error, ENOENT, pyos_str("a"));
    pyos_exception_json(&json, &error, "stat", &(struct pyos_form){.kind = PYOS_FORM_JSON});
    assert(json.failed || (json.size > 100 && memcmp(json.data + json.size - 2, "}}", 2) == 0));
    whole = whole && !json.failed;
    pyos_buf_free(&json);
    return whole;
}

struct point {
    int x;
};

static const struct pyos_field point_fields[] = {{PYOS_FIELD(struct point, x), .flags = PYOS_FIELD_ATTRIBUTE}};
static const struct pyos_record point_record = {NULL, point_fields, 1};

/* The array that was written is whole: "[]", or the first points. */
static void check_array(int fd, bool all)
{
    static char text[300000];
    ssize_t size = pread(fd, text, sizeof text - 1, 0);
    const char *at = text;
    int x = 0;

    assert(size >= 0);
    text[size] = '\0';
    if (size == 0) /* no memory for a single byte */
        return;
    assert(*at++ == '[');
    for (; *at != ']'; x++) {
        char point[32];
        int length = snprintf(point, sizeof point, x == 0 ? "{\"x\":%d}" : ",{\"x\":%d}", x);

        assert(strncmp(at, point, (size_t)length) == 0); /* > 0 */
        at += length;
    }
    assert(strcmp(at, "]\n") == 0 && (!all || x == POINTS));
}

static bool run_printer(void)
{
    int fd = memfd_create("out", MFD_CLOEXEC);
    int kept = dup(fd);
    struct pyos_printer printer = {.form = {.kind = PYOS_FORM_JSON, .end = '\n', .array = true}};
    int result = 0;

    assert(kept >= 0);
    pyos_out_open(&printer.out, fd);
    for (int x = 0; x < POINTS && result == 0; x++)
        result = pyos_printer_record(&printer, &point_record, &(struct point){x});
    pyos_printer_finish(&printer);
    result = pyos_out_close(&printer.out);
    assert(result == 0 || printer.out.errnum == ENOMEM);
    check_array(kept, result == 0);
    close(fd);
    close(kept);
    return result == 0;
}

static bool run_listing(void)
{
    const struct pyos_listing_options options = {.sort = true};
    struct pyos_listing listing = {0};
    int fd = open("tree/wide", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int result = pyos_listing_read(&listing, fd, &options);

    assert(result == -ENOMEM || (result == 0 && listing.count == FILES));
    pyos_listing_free(&listing);
    close(fd);
    return result == 0;
}

/* What a walk has seen. */
struct seen {
    size_t entered, left, failures;
};

static int enter(void *context, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    struct seen *seen = context;

    seen->entered++;
    pyos_buf_str(text, directory->path);
    for (size_t i = 0; i < directory->count; i++)
        pyos_buf_text(text, directory->entries[i].name);
    return 0;
}

static int leave(void *context, const struct pyos_buf *text)
{
    struct seen *seen = context;

    assert(!text->failed);
    seen->left++;
    return 0;
}

static int failed(void *context, const struct pyos_error *error)
{
    struct seen *seen = context;

    assert(error->errnum == ENOMEM);
    seen->failures++;
    return 0;
}

static bool walk(bool bottom_up)
{
    struct seen seen = {0};
    const struct pyos_walk_options options = {
        .place = pyos_place_here(NULL), .bottom_up = bottom_up, .followlinks = true, .max_depth = UINT64_MAX};
    const struct pyos_walk_visitor visitor = {&seen, enter, leave, failed};

    assert(pyos_os_walk(pyos_str("tree"), &options, &visitor) == 0);
    assert(seen.failures > 0 || (seen.entered == 43 && seen.left == 43));
    return seen.failures == 0;
}

static bool run_walk(void)
{
    return walk(false);
}

static bool run_walk_bottom_up(void)
{
    return walk(true);
}

static bool run_options(void)
{
    char *words[2001] = {0};
    struct pyos_common common = {0};
    struct pyos_arena arena = {0};
    struct pyos_options options = {
        .name = "f",
        .tables = {{0}, {pyos_common_params, pyos_common_count, &common}},
        .context = {.arena = &arena},
    };
    struct pyos_form form = {0};
    struct pyos_error error;
    char field[] = "--field=x,x,x";
    int result;

    for (size_t i = 0; i < 2000; i++)
        words[i] = field;
    result = pyos_options_read(&options, words, &error);
    if (result == 0)
        result = pyos_common_choose(&common, &point_record, &form, &arena, &error);
    assert(result == 0 ? form.count == 6000 : error.errnum == ENOMEM);
    pyos_arena_free(&arena);
    return result == 0;
}

static bool run_accounts(void)
{
    struct pyos_accounts accounts = {0};
    struct pyos_str name;
    struct pyos_error error;
    int result = pyos_accounts_user(&accounts, 0, &name, &error);

    assert(result == 0 ? pyos_str_equal(name, pyos_str("root")) : error.errnum == ENOMEM);
    pyos_accounts_free(&accounts);
    return result == 0;
}

/* A subject that has found no memory says so in its place; where not even that can be said, it is said of all. */
static bool run_info(void)
{
    struct pyos_info info = {.version = "1"};
    struct pyos_arena arena = {0};
    struct pyos_buf json = {0};
    struct pyos_error error;
    int result = pyos_info_get(&info, "info", true, &arena, &error);
    bool whole = false;

    assert(result == 0 || error.errnum == ENOMEM);
    if (result == 0) {
        pyos_form_record(&(struct pyos_form){.kind = PYOS_FORM_JSON, .end = '\0'}, &json, &pyos_info_record, &info);
        whole = !json.failed && !strstr(json.data, "ENOMEM");
    }
    pyos_buf_free(&json);
    pyos_arena_free(&arena);
    return whole && !heap.failed; /* the CPUs are counted from another file where one cannot be read */
}

/* A function of os that lists so many records for a path, which is its first argument. */
static bool list(const struct pyos_section *section, const char *name, const char *path, size_t count)
{
    const struct pyos_function *function = section->functions;
    _Alignas(max_align_t) char arguments[512] = {0};
    struct pyos_arena arena = {0};
    struct pyos_error error;
    struct pyos_call call = {.arguments = arguments, .arena = &arena, .error = &error};
    bool whole;

    while (strcmp(function->name, name) != 0)
        function++;
    assert(function->size <= sizeof arguments);
    if (function->defaults)
        memcpy(arguments, function->defaults, function->size);
    assert(pyos_convert(function->params, arguments, path, &(struct pyos_convert_context){0}, &error) == 0);
    whole = function->run(&call) == 0;
    assert(whole ? call.result.records.count == count : error.errnum == ENOMEM);
    pyos_arena_free(&arena);
    return whole;
}

static bool run_walk_list(void)
{
    return list(&pyos_os_walk_section, "walk", "tree", 43);
}

static bool run_fwalk_list(void)
{
    return list(&pyos_os_walk_section, "fwalk", "tree", 43);
}

static bool run_scandir(void)
{
    return list(&pyos_os_scandir_section, "scandir", "tree/wide", FILES);
}

/* Name by name: down, up, and through a link. */
static bool run_lookup(void)
{
    struct pyos_root root;
    int fd;

    assert(pyos_sys_root_open(&root, "tree", &(struct pyos_watch){0}) == 0);
    fd = pyos_sys_lookup(&root, root.fd, "deep/d/../link/../deep/d/d/.", O_PATH, 0);
    assert(fd >= 0 || fd == -ENOMEM);
    if (fd >= 0)
        close(fd);
    close(root.fd);
    return fd >= 0;
}

/* ---- */

static void exhaust(struct test *test, const char *name, bool (*run)(void))
{
    for (int lasting = 0; lasting < 2; lasting++) {
        size_t left = 0;

        do {
            bool whole;

            memset(&heap, 0, sizeof heap);
            heap.left = left++;
            heap.lasting = lasting;
            whole = run();
            expect_of(test, whole != heap.failed, "a failed allocation is told, and nothing else", name);
            expect_of(test, heap.blocks == 0, "and nothing is leaked", name);
        } while (heap.failed && test->failures == 0);
        expect_of(test, left > 1, "memory was asked for", name);
    }
}

/* 43 directories, one of which is wide. */
static void make_tree(void)
{
    char path[64];

    assert(mkdir("tree", 0777) == 0 && mkdir("tree/wide", 0777) == 0 && mkdir("tree/deep", 0777) == 0);
    for (int i = 0; i < FILES; i++) {
        snprintf(path, sizeof path, "tree/wide/%d", i);
        assert(mknod(path, S_IFREG | 0666, 0) == 0);
    }
    assert(chdir("tree/deep") == 0 && symlink("/wide/./", "link") == 0);
    for (int i = 0; i < 40; i++)
        assert(mkdir("d", 0777) == 0 && chdir("d") == 0);
    for (int i = 0; i < 42; i++)
        assert(chdir("..") == 0);
}

int main(void)
{
    static const struct { const char *name; bool (*run)(void); } askers[] = {
        {"buf", run_buf}, {"arena", run_arena}, {"in", run_in}, {"errors", run_errors}, {"printer", run_printer},
        {"listing", run_listing}, {"lookup", run_lookup}, {"walk", run_walk}, {"walk, bottom-up", run_walk_bottom_up},
        {"options", run_options}, {"accounts", run_accounts}, {"os.walk", run_walk_list}, {"os.fwalk", run_fwalk_list},
        {"os.scandir", run_scandir}, {"info", run_info},
    };
    struct test test = {0};

    make_tree();
    for (size_t i = 0; i < sizeof askers / sizeof *askers; i++)
        exhaust(&test, askers[i].name, askers[i].run);
    return test.failures > 0;
}
