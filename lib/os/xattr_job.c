#include "pyos/os/xattr_job.h"

#include "pyos/os/xattr.h"
#include "pyos/os/xattr_dump.h"

#include <errno.h>

/* The record of a file, without what a command adds to it. */
static struct pyos_xattr begin(struct pyos_xattr_job *job, const struct pyos_xattr_file *file)
{
    pyos_arena_reset(&job->arena);
    return (struct pyos_xattr){
        .path = file->name, .fd = file->subject.path.fd, .name = job->name, .follow_symlinks = job->follow_symlinks};
}

static int show(void *context, struct pyos_xattr *xattr)
{
    struct pyos_xattr_job *job = context;
    struct pyos_buf *buf = pyos_printer_buf(job->printer);

    pyos_xattr_encode(xattr, job->encoding, &job->text);
    buf->failed |= job->text.failed;
    if (job->with_records)
        pyos_form_record(&job->form, buf, &job->record, xattr);
    else if (xattr->names.items)
        pyos_form_item(&job->form, buf, PYOS_TYPE_STRS, &xattr->names);
    else if (xattr->encoding)
        pyos_form_item(&job->form, buf, PYOS_TYPE_STR, &xattr->text);
    else
        pyos_form_item(&job->form, buf, PYOS_TYPE_BYTES, &xattr->value);
    return pyos_printer_commit(job->printer);
}

static int keep_quiet(void *context, struct pyos_xattr *xattr)
{
    (void)context;
    (void)xattr;
    return 0;
}

static int tell(void *context, const struct pyos_error *error)
{
    struct pyos_xattr_job *job = context;

    job->failed(job->context, error);
    return 0;
}

static int fail(struct pyos_xattr_job *job, const struct pyos_xattr_file *file, struct pyos_error *error)
{
    pyos_xattr_file_error(file, error);
    return tell(job, error);
}

/* In a tree, files without the attribute are passed over. */
static int fail_unless_missing(struct pyos_xattr_job *job, const struct pyos_xattr_file *file,
                               struct pyos_error *error)
{
    bool missing = error->type == PYOS_OSERROR && error->errnum == ENODATA;

    return file->below && missing ? 0 : fail(job, file, error);
}

int pyos_xattr_job_list(struct pyos_xattr_job *job, const struct pyos_xattr_file *file)
{
    struct pyos_xattr xattr = begin(job, file);
    struct pyos_error error;

    if (pyos_os_listxattr(&file->subject, &job->arena, &xattr.names, &error) != 0)
        return fail(job, file, &error);
    return file->below && xattr.names.count == 0 ? 0 : show(job, &xattr);
}

int pyos_xattr_job_get(struct pyos_xattr_job *job, const struct pyos_xattr_file *file)
{
    struct pyos_xattr xattr = begin(job, file);
    struct pyos_error error;

    if (pyos_os_getxattr(&file->subject, job->name, &job->arena, &xattr.value, &error) != 0)
        return fail_unless_missing(job, file, &error);
    return show(job, &xattr);
}

int pyos_xattr_job_set(struct pyos_xattr_job *job, const struct pyos_xattr_file *file)
{
    struct pyos_error error;

    if (pyos_os_setxattr(&file->subject, job->name, job->value, job->flags, &error) != 0)
        return fail(job, file, &error);
    return 0;
}

int pyos_xattr_job_remove(struct pyos_xattr_job *job, const struct pyos_xattr_file *file)
{
    struct pyos_error error;

    if (pyos_os_removexattr(&file->subject, job->name, &error) != 0)
        return fail_unless_missing(job, file, &error);
    return 0;
}

static int put_line(void *context, struct pyos_xattr *xattr)
{
    struct pyos_xattr_job *job = context;
    struct pyos_buf *buf = pyos_printer_buf(job->printer);

    if (!job->headed)
        pyos_getfattr_put_file(buf, xattr->path);
    job->headed = true;
    pyos_getfattr_put(buf, xattr->name, xattr->value.bytes, job->encoding);
    return pyos_printer_commit(job->printer);
}

int pyos_xattr_job_dump(struct pyos_xattr_job *job, const struct pyos_xattr_file *file)
{
    const struct pyos_xattr_sink sink = {job, job->getfattr ? put_line : show, tell};

    job->headed = false;
    pyos_arena_reset(&job->arena);
    if (pyos_xattr_dump(file, &job->arena, &sink) != 0)
        return -1;
    if (job->headed)
        pyos_buf_char(pyos_printer_buf(job->printer), '\n');
    return pyos_printer_commit(job->printer);
}

int pyos_xattr_job_restore(struct pyos_xattr_job *job, struct pyos_root *root, const char *dump, struct pyos_fd fd,
                           bool dry_run)
{
    const struct pyos_xattr_restore how = {root, fd, job->follow_symlinks, job->flags, dry_run};
    const struct pyos_xattr_sink sink = {job, dry_run ? show : keep_quiet, tell};

    return pyos_xattr_restore(dump, &how, &sink);
}

void pyos_xattr_job_free(struct pyos_xattr_job *job)
{
    pyos_buf_free(&job->text);
    pyos_arena_free(&job->arena);
}
