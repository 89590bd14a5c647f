#include "pyos/cli/options.h"

#include <ctype.h>
#include <string.h>

/* What an option's name turned out to say. */
struct match {
    const struct pyos_param *param;
    void *arguments;
    bool negative; /* of a bool: False */
    bool literal;  /* of bytes: --NAME-literal */
    bool fd;       /* of a path: --fd */
};

/* Whether a word without its dash is a number. -0 is --null, and leads letters: -0J; but -0x1f is a number. */
static bool is_number(const char *digits)
{
    if (digits[0] == '0')
        return digits[1] != '\0' && (!isalpha((unsigned char)digits[1]) || strchr("xXoObB", digits[1]));
    return isdigit((unsigned char)digits[0]);
}

bool pyos_options_is_option(const char *word)
{
    return word[0] == '-' && word[1] != '\0' && !is_number(word + 1);
}

/* Whether an option of that spelling is the row's name, hyphens and underscores being the same. */
static bool same_name(const char *name, struct pyos_str spelling)
{
    for (size_t i = 0; i < spelling.size; i++)
        if (name[i] != spelling.data[i] && !(name[i] == '_' && spelling.data[i] == '-'))
            return false;
    return name[spelling.size] == '\0';
}

/* --NAME-literal of data, which is no standard input; --fd of a path. Both take the operand's place. */
static bool match_place(const struct pyos_param *param, struct pyos_str spelling, struct match *match)
{
    static const char suffix[] = "-literal";
    const size_t size = sizeof suffix - 1;

    if (!(param->flags & PYOS_PARAM_POSITIONAL))
        return false;
    match->fd = param->type == PYOS_TYPE_PATH && pyos_str_equal(spelling, pyos_str("fd"));
    match->literal = param->type == PYOS_TYPE_BYTES && spelling.size > size &&
                     same_name(suffix, (struct pyos_str){spelling.data + spelling.size - size, size}) &&
                     same_name(param->name, (struct pyos_str){spelling.data, spelling.size - size});
    return match->fd || match->literal;
}

static bool match_long(const struct pyos_param *param, struct pyos_str spelling, struct match *match)
{
    bool flag = pyos_param_is_flag(param);

    *match = (struct match){0};
    if (match_place(param, spelling, match))
        return true;
    if (param->flags & PYOS_PARAM_ONLY && param->type != PYOS_TYPE_ENVIRONMENT) /* no operand can say one */
        return false;
    if (same_name(param->name, spelling))
        return true;
    if (param->alias && pyos_str_equal(pyos_str(param->alias), spelling)) {
        match->negative = param->flags & PYOS_PARAM_NEGATIVE;
        return true;
    }
    match->negative = true;
    return flag && spelling.size > 3 && memcmp(spelling.data, "no-", 3) == 0 &&
           same_name(param->name, (struct pyos_str){spelling.data + 3, spelling.size - 3});
}

bool pyos_options_is_named(const struct pyos_param *param, struct pyos_str spelling)
{
    struct match match;

    return match_long(param, spelling, &match);
}

static bool match_letter(const struct pyos_param *param, char letter, struct match *match)
{
    *match = (struct match){.negative = param->flags & PYOS_PARAM_NEGATIVE};
    return param->letter == letter;
}

/* letter is 0 when a long option is sought. */
static int find(struct pyos_options *options, char letter, struct pyos_str spelling, struct match *match,
                struct pyos_error *error)
{
    for (size_t t = 0; t < 2; t++)
        for (size_t i = 0; i < options->tables[t].count; i++) {
            const struct pyos_param *param = &options->tables[t].params[i];
            uint64_t bit = t == 0 && i < 64 ? UINT64_C(1) << i : 0;

            if (!(letter ? match_letter(param, letter, match) : match_long(param, spelling, match)))
                continue;
            match->param = param;
            match->arguments = options->tables[t].arguments;
            *(match->fd || match->literal ? &options->placed : &options->given) |= bit;
            return 0;
        }
    return pyos_error_usage(error, PYOS_TYPEERROR, "%s() got an unexpected keyword argument '%.*s'", options->name,
                            (int)spelling.size, spelling.data); /* of a word: small */
}

/* Takes the value: attached, bare where the row allows it, or the next word. */
static int take(struct pyos_options *options, const struct match *match, const char *attached, char ***words,
                struct pyos_error *error)
{
    const struct pyos_param *param = match->param;
    const char *value = attached;

    if (!value && param->flags & PYOS_PARAM_BARE)
        value = param->choices[0];
    if (!value && !**words)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() missing the value of argument '%s'", options->name,
                                param->name);
    if (!value)
        value = *(*words)++;
    if (match->fd)
        return pyos_convert_fd(param, match->arguments, value, error);
    if (match->literal)
        return pyos_convert_literal(param, match->arguments, value);
    return pyos_convert(param, match->arguments, value, &options->context, error);
}

static void set_flag(const struct match *match)
{
    void *at = (char *)match->arguments + match->param->offset;

    if (match->param->type == PYOS_TYPE_FLAG)
        *(struct pyos_flag *)at = (struct pyos_flag){.value = !match->negative, .given = true};
    else
        *(bool *)at = !match->negative;
}

static int read_long(struct pyos_options *options, const char *word, char ***words, struct pyos_error *error)
{
    const char *equals = strchr(word, '=');
    struct pyos_str spelling = {word, equals ? (size_t)(equals - word) : strlen(word)}; /* equals > word */
    struct match match;

    if (find(options, 0, spelling, &match, error) != 0)
        return -1;
    if (!pyos_param_is_flag(match.param))
        return take(options, &match, equals ? equals + 1 : NULL, words, error);
    set_flag(&match);
    if (!equals)
        return 0;
    if (match.negative)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() option '--%.*s' takes no value", options->name,
                                (int)spelling.size, spelling.data);
    return pyos_convert(match.param, match.arguments, equals + 1, &options->context, error);
}

static int read_letters(struct pyos_options *options, const char *letters, char ***words, struct pyos_error *error)
{
    struct match match;

    for (; *letters; letters++) {
        if (find(options, *letters, (struct pyos_str){letters, 1}, &match, error) != 0)
            return -1;
        if (!pyos_param_is_flag(match.param)) {
            bool attached = letters[1] != '\0' && !(match.param->flags & PYOS_PARAM_BARE);

            if (take(options, &match, attached ? letters + 1 : NULL, words, error) != 0)
                return -1;
            if (attached)
                return 0;
        } else {
            set_flag(&match);
        }
    }
    return 0;
}

int pyos_options_next(struct pyos_options *options, char ***words, struct pyos_error *error)
{
    const char *word = *(*words)++;

    return word[1] == '-' ? read_long(options, word + 2, words, error) : read_letters(options, word + 1, words, error);
}

int pyos_options_read(struct pyos_options *options, char **words, struct pyos_error *error)
{
    char **operands = words; /* compacted in place: never ahead of what is read */
    bool ended = false;
    struct pyos_error later;
    int result = 0;

    options->operands.items = (const char **)words;
    while (*words) {
        if (ended || !pyos_options_is_option(*words)) {
            *operands++ = *words++;
            ended = ended || options->stop_at_operand;
        } else if (strcmp(*words, "--") == 0) {
            words++;
            ended = true;
        } else if (pyos_options_next(options, &words, result == 0 ? error : &later) != 0) {
            result = -1;
        }
    }
    *operands = NULL;
    options->operands.count = (size_t)(operands - (char **)options->operands.items); /* operands came after */
    return result;
}
