#include "pyos/py/posixpath.h"

#include "pyos/py/utf8.h"

/* The first size bytes of a path, and what stands behind them. */

static struct pyos_str before(struct pyos_str path, size_t size)
{
    return (struct pyos_str){path.data, size};
}

static struct pyos_str behind(struct pyos_str path, size_t size)
{
    return (struct pyos_str){path.data + size, path.size - size};
}

/* How many bytes of a path there are up to the last c, with it; 0 where there is none. */
static size_t up_to_last(struct pyos_str path, char c)
{
    const char *last = path.size > 0 ? memrchr(path.data, c, path.size) : NULL;

    return last ? (size_t)(last - path.data) + 1 : 0; /* inside of it */
}

static bool is_dotdot(struct pyos_str component)
{
    return component.size == 2 && component.data[0] == '.' && component.data[1] == '.';
}

/*
 * The next component of *rest, which moves behind it: what stands between slashes, but for nothing and ".", which lead
 * nowhere. False when there is none left.
 */
static bool next_component(struct pyos_str *rest, struct pyos_str *component)
{
    while (rest->size > 0) {
        const char *slash = memchr(rest->data, '/', rest->size);
        size_t size = slash ? (size_t)(slash - rest->data) : rest->size; /* slash is inside of it */

        *component = before(*rest, size);
        *rest = behind(*rest, slash ? size + 1 : size);
        if (size > 1 || (size == 1 && component->data[0] != '.'))
            return true;
    }
    return false;
}

/* ---- taking apart */

bool pyos_posixpath_isabs(struct pyos_str path)
{
    return path.size > 0 && path.data[0] == '/';
}

struct pyos_str pyos_posixpath_normcase(struct pyos_str path)
{
    return path;
}

struct pyos_str pyos_posixpath_basename(struct pyos_str path)
{
    return behind(path, up_to_last(path, '/'));
}

struct pyos_str pyos_posixpath_dirname(struct pyos_str path)
{
    size_t size = up_to_last(path, '/');
    size_t end = size;

    while (end > 0 && path.data[end - 1] == '/')
        end--;
    return before(path, end > 0 ? end : size); /* slashes alone stay */
}

void pyos_posixpath_split(struct pyos_str path, struct pyos_str parts[2])
{
    parts[0] = pyos_posixpath_dirname(path);
    parts[1] = pyos_posixpath_basename(path);
}

void pyos_posixpath_splitext(struct pyos_str path, struct pyos_str parts[2])
{
    struct pyos_str name = pyos_posixpath_basename(path);
    size_t leading = 0;
    size_t ext = path.size;

    while (leading < name.size && name.data[leading] == '.')
        leading++;
    if (up_to_last(name, '.') > leading)
        ext = up_to_last(path, '.') - 1;
    parts[0] = before(path, ext);
    parts[1] = behind(path, ext);
}

void pyos_posixpath_splitdrive(struct pyos_str path, struct pyos_str parts[2])
{
    parts[0] = before(path, 0);
    parts[1] = path;
}

void pyos_posixpath_splitroot(struct pyos_str path, struct pyos_str parts[3])
{
    size_t slashes = 0;

    while (slashes < 3 && slashes < path.size && path.data[slashes] == '/')
        slashes++;
    if (slashes == 3)
        slashes = 1; /* POSIX gives exactly two a meaning of their own, and more than two that of one */
    parts[0] = before(path, 0);
    parts[1] = before(path, slashes);
    parts[2] = behind(path, slashes);
}

/* ---- putting together */

void pyos_posixpath_join(struct pyos_buf *path, struct pyos_str part)
{
    if (pyos_posixpath_isabs(part))
        path->size = 0;
    else if (path->size > 0 && path->data[path->size - 1] != '/')
        pyos_buf_char(path, '/');
    pyos_buf_str(path, part);
}

/* Takes the last component off, down to floor. */
static void leave(struct pyos_buf *out, size_t floor)
{
    const char *slash = memrchr(out->data + floor, '/', out->size - floor);

    out->size = slash ? (size_t)(slash - out->data) : floor; /* slash is inside of it */
}

void pyos_posixpath_normpath(struct pyos_buf *out, struct pyos_str path)
{
    size_t begin = out->size;
    size_t first; /* where the first component begins */
    size_t floor; /* behind what no ".." takes away: the root, or leading ".." */
    struct pyos_str parts[3];
    struct pyos_str component;

    pyos_posixpath_splitroot(path, parts);
    pyos_buf_str(out, parts[1]);
    first = floor = out->size;
    while (next_component(&parts[2], &component)) {
        if (is_dotdot(component) && out->size > floor) {
            leave(out, floor);
            continue;
        }
        if (is_dotdot(component) && parts[1].size > 0)
            continue; /* the root is its own parent */
        if (out->size > first)
            pyos_buf_char(out, '/');
        pyos_buf_str(out, component);
        if (is_dotdot(component))
            floor = out->size;
    }
    if (out->size == begin)
        pyos_buf_char(out, '.');
}

/* How many components two paths begin with alike. */
static size_t count_common(struct pyos_str a, struct pyos_str b)
{
    struct pyos_str of_a;
    struct pyos_str of_b;
    size_t count = 0;

    while (next_component(&a, &of_a) && next_component(&b, &of_b) && pyos_str_equal(of_a, of_b))
        count++;
    return count;
}

void pyos_posixpath_relpath(struct pyos_buf *out, struct pyos_str path, struct pyos_str start)
{
    size_t begin = out->size;
    size_t common = count_common(path, start);
    struct pyos_str component;

    for (size_t i = 0; next_component(&start, &component); i++)
        if (i >= common)
            pyos_buf_text(out, out->size > begin ? "/.." : "..");
    for (size_t i = 0; next_component(&path, &component); i++) {
        if (i < common)
            continue;
        if (out->size > begin)
            pyos_buf_char(out, '/');
        pyos_buf_str(out, component);
    }
    if (out->size == begin)
        pyos_buf_char(out, '.');
}

/* ---- what paths have in common */

/* The size of the first character of a path. A byte that is not UTF-8 is one by itself, as os.fsdecode has it. */
static size_t character_size(struct pyos_str path)
{
    size_t size;

    return pyos_utf8_decode(path.data, path.size, &size) == PYOS_UTF8_INVALID ? 1 : size;
}

void pyos_posixpath_commonprefix(struct pyos_buf *common, size_t index, struct pyos_str path)
{
    struct pyos_str rest = {common->data, common->size};

    if (index == 0) {
        pyos_buf_str(common, path);
        return;
    }
    while (rest.size > 0 && path.size > 0) {
        size_t size = character_size(rest);

        if (size != character_size(path) || memcmp(rest.data, path.data, size) != 0)
            break;
        rest = behind(rest, size);
        path = behind(path, size);
    }
    common->size -= rest.size;
}

static void begin_commonpath(struct pyos_buf *common, struct pyos_str path)
{
    bool absolute = pyos_posixpath_isabs(path);
    struct pyos_str component;

    if (absolute)
        pyos_buf_char(common, '/');
    while (next_component(&path, &component)) {
        if (common->size > absolute)
            pyos_buf_char(common, '/');
        pyos_buf_str(common, component);
    }
}

int pyos_posixpath_commonpath(struct pyos_buf *common, size_t index, struct pyos_str path, struct pyos_error *error)
{
    struct pyos_str whole = {common->data, common->size};
    struct pyos_str rest = whole;
    struct pyos_str component;

    if (index == 0) {
        begin_commonpath(common, path);
        return 0;
    }
    if (pyos_posixpath_isabs(whole) != pyos_posixpath_isabs(path))
        return pyos_error_say(error, PYOS_VALUEERROR, "Can't mix absolute and relative paths");
    common->size = pyos_posixpath_isabs(whole);
    for (size_t count = count_common(whole, path); count > 0; count--) {
        next_component(&rest, &component);
        common->size = (size_t)(component.data - whole.data) + component.size; /* inside of it */
    }
    return 0;
}

bool pyos_posixpath_contains(struct pyos_str base, struct pyos_str path)
{
    if (path.size < base.size || !pyos_str_equal(before(path, base.size), base))
        return false;
    return path.size == base.size || base.data[base.size - 1] == '/' || path.data[base.size] == '/';
}
