# pyos. ./configure writes config.mk; then: make, make check, make install. `make help` lists the rest.

ifeq ($(wildcard config.mk),)
ifeq ($(filter help distclean,$(MAKECMDGOALS)),)
$(error run ./configure first)
endif
srcdir := .
endif
-include config.mk

version := $(shell cat $(srcdir)/VERSION)
DESTDIR =
bindir = $(prefix)/bin
# how many tests run at once: most of them wait, for processes and for bats itself
JOBS = $(shell echo $$((3 * $$(nproc 2>/dev/null || echo 2))))

warnings = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wmissing-declarations
# -ffp-contract=off: a float of Python is one multiplication and one addition, rounded each
flags = -std=c17 -D_GNU_SOURCE -DPYOS_VERSION='"$(version)"' -I$(srcdir)/include -Ibuild -ffp-contract=off \
	-ffunction-sections -fdata-sections '-ffile-prefix-map=$(CURDIR)=.' -ffile-prefix-map=$(srcdir)/= $(warnings) \
	$(build_flags)

# what ./configure was told, or all: one file of applets/ is one row of the table
names := $(or $(applets),$(filter-out main,$(sort $(basename $(notdir $(wildcard $(srcdir)/applets/*.c))))))

rooms = base sys py os cli
lib_sources := $(foreach room,$(rooms),$(sort $(wildcard $(srcdir)/lib/$(room)/*.c)))
applet_sources := $(patsubst %,$(srcdir)/applets/%.c,main $(names))
sources := $(lib_sources) $(applet_sources)
object = $(patsubst $(srcdir)/%.c,build/%.o,$(1))
lib_objects := $(call object,$(lib_sources))
objects := $(call object,$(sources))

all: pyos

pyos: $(objects) build/objects
	$(CC) $(CFLAGS) $(link_flags) -Wl,--gc-sections -Wl,--build-id=none $(LDFLAGS) -o $@ @build/objects

build/%.o: $(srcdir)/%.c config.mk
	@mkdir -p $(@D)
	$(CC) $(flags) $(CFLAGS) -MMD -MP -c -o $@ $<

build/applets/main.o: build/applets.inc $(srcdir)/VERSION

# lists that follow from which files there are: a file that comes or goes makes a new one
build/applets.inc: FORCE
	@$(call write,#define APPLETS(row)$(foreach name,$(names), row($(name))))

# every system call that the compiler's headers know
build/calls.inc: config.mk
	@mkdir -p $(@D)
	echo '#include <sys/syscall.h>' | $(CC) $(CFLAGS) -E -dM -x c - >$@.all
	sed -n 's/^#define SYS_\([a-z0-9_]*\) .*/CALL(\1)/p' $@.all | LC_ALL=C sort >$@.new
	grep -q 'CALL(getpid)' $@.new
	rm $@.all && mv $@.new $@

build/lib/sys/call.o: build/calls.inc

build/objects: FORCE
	@$(call write,$(objects))

# $(call write,TEXT): into the target, if it says something else
write = mkdir -p $(@D); printf '%s\n' '$(1)' >$@.new; cmp -s $@.new $@ && rm $@.new || mv $@.new $@

-include $(objects:.o=.d)

# ---- tests

unit_tests := $(patsubst $(srcdir)/tests/unit/%.c,build/unit/%,$(sort $(wildcard $(srcdir)/tests/unit/*.c)))
test_tools := $(patsubst $(srcdir)/tests/tools/%.c,build/tools/%,$(sort $(wildcard $(srcdir)/tests/tools/*.c)))

# functions that a test stands in for: calls of NAME reach its __wrap_NAME, which finds the true one as __real_NAME
%/in %/items: wrap = read
build/fuzz/fields build/fuzz/options: wrap = pyos_arena_get
%/out: wrap = write
%/wipe: wrap = pyos_memory_resize pyos_memory_release
%/listing: wrap = pyos_sys_getdents
%/lookup_race: wrap = openat
%/nomemory: wrap = pyos_memory_get pyos_memory_resize pyos_memory_release

define link_unit
@mkdir -p $(@D)
$(CC) $(flags) $(CFLAGS) $(link_flags) $(wrap:%=-Wl,--wrap=%) $(LDFLAGS) -o $@ $< $(lib_objects) -lm
endef

build/unit/%: $(srcdir)/tests/unit/%.c $(srcdir)/tests/unit/test.h $(lib_objects)
	$(link_unit)

build/tools/%: $(srcdir)/tests/tools/%.c config.mk
	@mkdir -p $(@D)
	$(CC) $(flags) $(CFLAGS) $(link_flags) $(LDFLAGS) -o $@ $<

test-programs: pyos $(unit_tests) $(test_tools)

# ---- fuzzers, of ./configure --enable-fuzz

fuzzers := $(patsubst $(srcdir)/tests/fuzz/%.c,%,$(sort $(wildcard $(srcdir)/tests/fuzz/*.c)))
# how long each of them runs
FUZZ_SECONDS = 300

build/fuzz/%: link_flags += -fsanitize=fuzzer
build/fuzz/%: $(srcdir)/tests/fuzz/%.c $(srcdir)/tests/fuzz/fuzz.h $(srcdir)/tests/fuzz/pieces.h $(lib_objects)
	$(if $(fuzz),,$(error run ./configure --enable-fuzz first))
	$(link_unit)

fuzzers: $(fuzzers:%=build/fuzz/%)

# one of them: new inputs go to build/corpus, one that fails to build/fuzz
$(fuzzers:%=fuzz-%): fuzz-%: build/fuzz/%
	@mkdir -p build/corpus/$*
	$< -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=1024 -artifact_prefix=build/fuzz/$*- \
		build/corpus/$* $(srcdir)/tests/fuzz/corpus/$*

fuzz: $(fuzzers:%=fuzz-%)

fuzz-short:
	$(MAKE) fuzz FUZZ_SECONDS=3

.PHONY: fuzzers fuzz fuzz-short $(fuzzers:%=fuzz-%)

# `make check TESTS=tests/walk` runs a part
TESTS = tests
check: test-programs
	BUILD='$(CURDIR)' SRC="$$(cd $(srcdir) && pwd)" bats --recursive --jobs $(JOBS) $(addprefix $(srcdir)/,$(TESTS))

# how much of the rooms the checks have run, after ./configure --enable-gcov
GCOV = gcov
coverage:
	@$(GCOV) -n $(lib_objects:.o=.gcno) 2>/dev/null | awk -F "[ :%']+" \
		'/^File .(\.\/)?lib.*c.$$/ {file = $$2} /^Lines/ && file {printf "%7.2f%% of %4d  %s\n", $$3, $$5, file; \
		run += $$3 * $$5 / 100; all += $$5; file = ""} END {printf "%7.2f%% of %4d  all\n", 100 * run / all, all}'

# every unit test under valgrind, which knows glibc's heap where that is linked dynamically
VALGRIND = valgrind --quiet --error-exitcode=99 --leak-check=full
build/valgrind/%: link_flags = -no-pie
build/valgrind/%: $(srcdir)/tests/unit/%.c $(srcdir)/tests/unit/test.h $(lib_objects)
	$(if $(filter glibc,$(libc)),,$(error run ./configure --libc=glibc first))
	$(link_unit)

valgrind: $(unit_tests:build/unit/%=build/valgrind/%)
	@for test in $^; do \
		echo $$test; scratch=$$(mktemp -d); \
		(cd $$scratch && $(VALGRIND) '$(CURDIR)'/$$test); status=$$?; \
		rm -rf $$scratch; [ $$status -eq 0 ] || exit $$status; \
	done

.PHONY: coverage valgrind

# whether a session of that many calls grows; the checks make 50,000
CALLS = 1000000
grow: pyos
	PYOS='$(CURDIR)/pyos' $(srcdir)/tests/session/grow $(CALLS)

# whether the emulated backend keeps to its root in a race, with each way of looking up; the checks swap 3,000 times
SWAPS = 100000
race: pyos build/tools/swap build/tools/block
	PYOS='$(CURDIR)/pyos' TOOLS='$(CURDIR)/build/tools' $(srcdir)/tests/backend/race $(SWAPS)
	PYOS='$(CURDIR)/pyos' TOOLS='$(CURDIR)/build/tools' $(srcdir)/tests/backend/race $(SWAPS) \
		'$(CURDIR)/build/tools/block' openat2=ENOSYS --

# whether random farms of links are in a root what they are in a chroot, with each way of looking up; SEED chooses them,
# and the checks make 150
FARMS = 10000
SEED = 1
farms: all test-programs
	FARMS=$(FARMS) SEED=$(SEED) $(MAKE) check TESTS='tests/backend/farms.bats tests/backend/farms_walked.bats'

# whether each path of tests/backend/escapes.txt stays below the root, by whatever changes files; the checks try some
escapes: all test-programs
	ESCAPES=1 $(MAKE) check TESTS='tests/backend/escape.bats tests/backend/escape_walked.bats'

bench: pyos
	PYOS='$(CURDIR)/pyos' $(srcdir)/tests/bench/run

# ---- the rest

install: pyos
	install -d '$(DESTDIR)$(bindir)'
	install -m 755 pyos '$(DESTDIR)$(bindir)/pyos'

uninstall:
	rm -f '$(DESTDIR)$(bindir)/pyos'

clean:
	rm -rf build pyos compile_commands.json

distclean: clean
	rm -f config.mk
	$(if $(filter-out .,$(srcdir)),rm -f Makefile)

# $(call entry,FILE): what a tool must know to read one source
entry = {"directory":$(call json,$(CURDIR)),"file":$(call json,$(1)),"command":$(call json,$(compile) $(1))}
compile = $(CC) $(flags) $(CFLAGS) -c
json = "$(subst ",\",$(subst \,\\,$(1)))"
comma = ,
last_source = $(lastword $(sources))
compile_commands.json: config.mk build/applets.inc $(sources)
	$(file >$@,[)
	$(foreach source,$(filter-out $(last_source),$(sources)),$(file >>$@,$(call entry,$(source))$(comma)))
	$(file >>$@,$(call entry,$(last_source)))
	$(file >>$@,])

help:
	@echo 'make                        ./pyos'
	@echo 'make check [TESTS=tests/walk] [JOBS=N]'
	@echo 'make fuzz [FUZZ_SECONDS=N]   every fuzzer, or one: make fuzz-int; fuzz-short for a look'
	@echo 'make valgrind               the unit tests under valgrind: ./configure --libc=glibc'
	@echo 'make coverage               of the rooms, by the checks before it: ./configure --enable-gcov'
	@echo 'make grow [CALLS=N]         whether a session of a million calls grows'
	@echo 'make escapes                whether any path leads the emulated backend out of its root'
	@echo 'make race [SWAPS=N]         whether the emulated backend keeps to its root in a race'
	@echo 'make farms [FARMS=N SEED=N]  whether a root is what a chroot is, with random links in it'
	@echo 'make bench                  beside its peers: tests/bench'
	@echo 'make install [DESTDIR=]     and uninstall'
	@echo 'make compile_commands.json  for editors and linters'
	@echo 'make clean                  and distclean, which forgets ./configure too'

.PHONY: all test-programs check grow race farms escapes bench install uninstall clean distclean help FORCE
.DELETE_ON_ERROR:
