#include "pyos/os/question.h"

#include "pyos/os/path.h"
#include "pyos/os/realpath.h"
#include "pyos/py/posixpath.h"

static void answer_strs(struct pyos_answer *answer, size_t count)
{
    answer->type = PYOS_TYPE_STR;
    answer->value = answer->strs;
    answer->count = count;
}

static void answer_truth(struct pyos_answer *answer)
{
    answer->type = PYOS_TYPE_BOOL;
    answer->value = &answer->truth;
    answer->count = 1;
}

static const struct pyos_field *field_of(const struct pyos_question *question)
{
    return pyos_record_field(&pyos_stat_record, pyos_str(question->field));
}

static void answer_field(struct pyos_answer *answer, const struct pyos_field *field)
{
    answer->type = (enum pyos_type)field->type; /* it was one, and fits a byte */
    answer->value = (const char *)&answer->stat + field->offset;
    answer->count = 1;
}

static int ask_text(const struct pyos_question *question, struct pyos_root *root, struct pyos_str path,
                    struct pyos_answer *answer, struct pyos_error *error)
{
    struct pyos_buf *text = &answer->text;

    text->size = 0;
    if (question->text(root, path, text, error) != 0)
        return -1;
    if (text->failed)
        return pyos_error_memory(error);
    answer->strs[0] = (struct pyos_str){text->data ? text->data : "", text->size};
    answer_strs(answer, 1);
    return 0;
}

int pyos_question_ask(const struct pyos_question *question, struct pyos_root *root, struct pyos_str path,
                      struct pyos_answer *answer, struct pyos_error *error)
{
    int result = 0;

    switch (question->kind) {
    case PYOS_QUESTION_PART:
        answer->strs[0] = question->part(path);
        answer_strs(answer, 1);
        break;
    case PYOS_QUESTION_PARTS:
        question->parts(path, answer->strs);
        answer_strs(answer, question->count);
        break;
    case PYOS_QUESTION_TEXT:
        result = ask_text(question, root, path, answer, error);
        break;
    case PYOS_QUESTION_TEST:
        result = question->test(root, path, &answer->truth, error);
        answer_truth(answer);
        break;
    case PYOS_QUESTION_TYPE:
        answer->truth = pyos_path_is(root, path, !question->itself, question->type);
        answer_truth(answer);
        break;
    case PYOS_QUESTION_FIELD:
        result = pyos_os_stat(pyos_place_here(root), path, true, &answer->stat, error);
        answer_field(answer, field_of(question));
        break;
    }
    return result;
}

int pyos_question_ask_fd(const struct pyos_question *question, int fd, struct pyos_answer *answer,
                         struct pyos_error *error)
{
    if (question->kind == PYOS_QUESTION_FIELD) {
        answer_field(answer, field_of(question));
        return pyos_os_stat_fd(fd, &answer->stat, error);
    }
    answer_truth(answer);
    answer->truth = pyos_path_fd_is(fd, question->type);
    return 0;
}

const char *pyos_question_class(const struct pyos_question *question)
{
    switch (question->kind) {
    case PYOS_QUESTION_PART:
    case PYOS_QUESTION_TEXT: return "str";
    case PYOS_QUESTION_PARTS: return "tuple";
    case PYOS_QUESTION_TEST:
    case PYOS_QUESTION_TYPE: return "bool";
    case PYOS_QUESTION_FIELD: break;
    }
    return field_of(question)->type == PYOS_TYPE_TIME ? "float" : "int";
}

int pyos_question_normpath(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out,
                           struct pyos_error *error)
{
    (void)root;
    (void)error;
    pyos_posixpath_normpath(out, path);
    return 0;
}

int pyos_question_realpath(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out,
                           struct pyos_error *error)
{
    return pyos_os_realpath(root, path, PYOS_REALPATH_ANYTHING, out, error);
}

int pyos_question_realpath_strict(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out,
                                  struct pyos_error *error)
{
    return pyos_os_realpath(root, path, PYOS_REALPATH_NOTHING, out, error);
}

int pyos_question_isabs(struct pyos_root *root, struct pyos_str path, bool *truth, struct pyos_error *error)
{
    (void)root;
    (void)error;
    *truth = pyos_posixpath_isabs(path);
    return 0;
}

int pyos_question_never(struct pyos_root *root, struct pyos_str path, bool *truth, struct pyos_error *error)
{
    (void)root;
    (void)path;
    (void)error;
    *truth = false;
    return 0;
}

void pyos_answer_free(struct pyos_answer *answer)
{
    pyos_buf_free(&answer->text);
}
