/* Who is told, as it happens, what a backend does in the place of the system (--log=compat). */
#ifndef PYOS_BASE_WATCH_H
#define PYOS_BASE_WATCH_H

/* How much is told: each level tells what those above it tell, too. */
enum pyos_watch_level {
    PYOS_WATCH_OFF,
    PYOS_WATCH_ERROR,   /* what is refused */
    PYOS_WATCH_WARNING, /* what this system lacks, so that another way is taken */
    PYOS_WATCH_INFO,    /* each emulation */
    PYOS_WATCH_DEBUG,   /* how it was done */
};

struct pyos_watch {
    enum pyos_watch_level level;
    void (*tell)(void *context, enum pyos_watch_level level, const char *what, const char *path); /* path may be NULL */
    void *context;
};

/* Tells it to whoever watches at that level. what: a clause without its end, "openat2 found it below the root". */
static inline void pyos_watch_tell(const struct pyos_watch *watch, enum pyos_watch_level level, const char *what,
                                   const char *path)
{
    if (level <= watch->level)
        watch->tell(watch->context, level, what, path);
}

#endif
