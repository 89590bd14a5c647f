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
# how many tests run at once
JOBS = $(shell nproc 2>/dev/null || echo 2)

warnings = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wmissing-declarations
# -ffp-contract=off: a float of Python is one multiplication and one addition, rounded each
flags = -std=c17 -D_GNU_SOURCE -DPYOS_VERSION='"$(version)"' -I$(srcdir)/include -Ibuild -ffp-contract=off \
	-ffunction-sections -fdata-sections -ffile-prefix-map=$(srcdir)/= $(warnings) $(build_flags)

rooms = base sys py os cli
lib_sources := $(foreach room,$(rooms),$(sort $(wildcard $(srcdir)/lib/$(room)/*.c)))
applet_sources := $(foreach name,main $(applets),$(srcdir)/applets/$(name).c)
sources := $(lib_sources) $(applet_sources)
object = $(patsubst $(srcdir)/%.c,build/%.o,$(1))
lib_objects := $(call object,$(lib_sources))
objects := $(call object,$(sources))

all: pyos

pyos: $(objects)
	$(CC) $(CFLAGS) $(link_flags) -Wl,--gc-sections -Wl,--build-id=none $(LDFLAGS) -o $@ $(objects)

build/%.o: $(srcdir)/%.c config.mk
	@mkdir -p $(@D)
	$(CC) $(flags) $(CFLAGS) -MMD -MP -c -o $@ $<

build/applets/main.o: build/applets.inc $(srcdir)/VERSION

# the table of applets: one file of applets/ is one row
build/applets.inc: config.mk
	@mkdir -p build
	printf '#define APPLETS(row)$(foreach name,$(applets), row($(name)))\n' >$@

-include $(objects:.o=.d)

# ---- tests

unit_tests := $(patsubst $(srcdir)/tests/unit/%.c,build/unit/%,$(sort $(wildcard $(srcdir)/tests/unit/*.c)))
test_tools := $(patsubst $(srcdir)/tests/tools/%.c,build/tools/%,$(sort $(wildcard $(srcdir)/tests/tools/*.c)))

# functions that a test stands in for: calls of NAME reach its __wrap_NAME, which finds the true one as __real_NAME
build/unit/in: wrap = read
build/unit/out: wrap = write
build/unit/nomemory: wrap = pyos_memory_get pyos_memory_resize pyos_memory_release

build/unit/%: $(srcdir)/tests/unit/%.c $(srcdir)/tests/unit/test.h $(lib_objects)
	@mkdir -p $(@D)
	$(CC) $(flags) $(CFLAGS) $(link_flags) $(wrap:%=-Wl,--wrap=%) $(LDFLAGS) -o $@ $< $(lib_objects) -lm

build/tools/%: $(srcdir)/tests/tools/%.c config.mk
	@mkdir -p $(@D)
	$(CC) $(flags) $(CFLAGS) $(link_flags) $(LDFLAGS) -o $@ $<

test-programs: pyos $(unit_tests) $(test_tools)

# ---- fuzzers, of ./configure --enable-fuzz

fuzzers := $(patsubst $(srcdir)/tests/fuzz/%.c,%,$(sort $(wildcard $(srcdir)/tests/fuzz/*.c)))
# how long each of them runs
FUZZ_SECONDS = 300

build/fuzz/items: wrap = read

build/fuzz/%: $(srcdir)/tests/fuzz/%.c $(srcdir)/tests/fuzz/fuzz.h $(lib_objects)
	$(if $(fuzz),,$(error run ./configure --enable-fuzz first))
	@mkdir -p $(@D)
	$(CC) $(flags) $(CFLAGS) $(link_flags) -fsanitize=fuzzer $(wrap:%=-Wl,--wrap=%) $(LDFLAGS) -o $@ $< $(lib_objects)

fuzzers: $(fuzzers:%=build/fuzz/%)

# one of them: new inputs go to build/corpus, one that fails to build/fuzz
$(fuzzers:%=fuzz-%): fuzz-%: build/fuzz/%
	@mkdir -p build/corpus/$*
	$< -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=1024 -artifact_prefix=build/fuzz/$*- \
		build/corpus/$* $(srcdir)/tests/fuzz/corpus/$*

fuzz: $(fuzzers:%=fuzz-%)

fuzz-short:
	$(MAKE) fuzz FUZZ_SECONDS=3

# `make check TESTS=tests/walk` runs a part
TESTS = tests
check: test-programs
	BUILD=$(CURDIR) SRC=$(srcdir) bats --recursive --jobs $(JOBS) $(addprefix $(srcdir)/,$(TESTS))

bench: pyos
	PYOS=$(CURDIR)/pyos $(srcdir)/tests/bench/run

# ---- the rest

install: pyos
	install -d $(DESTDIR)$(bindir)
	install -m 755 pyos $(DESTDIR)$(bindir)/pyos

uninstall:
	rm -f $(DESTDIR)$(bindir)/pyos

clean:
	rm -rf build pyos compile_commands.json

distclean: clean
	rm -f config.mk
	$(if $(filter-out $(CURDIR),$(abspath $(srcdir))),rm -f Makefile)

# $(call entry,FILE): what a tool must know to read one source
entry = {"directory":"$(CURDIR)","file":"$(1)","command":"$(subst ",\",$(CC) $(flags) $(CFLAGS) -c $(1))"}
comma = ,
compile_commands.json: config.mk build/applets.inc
	@printf '%s\n' '[' $(foreach file,$(sources),'$(subst ','\'',$(call entry,$(file)))$(if $(filter-out $(lastword $(sources)),$(file)),$(comma))') ']' >$@

help:
	@echo 'make                        ./pyos'
	@echo 'make check [TESTS=tests/walk] [JOBS=N]'
	@echo 'make fuzz [FUZZ_SECONDS=N]   every fuzzer, or one: make fuzz-int; fuzz-short for a look'
	@echo 'make bench                  beside its peers: tests/bench'
	@echo 'make install [DESTDIR=]     and uninstall'
	@echo 'make compile_commands.json  for editors and linters'
	@echo 'make clean                  and distclean, which forgets ./configure too'

.PHONY: all test-programs check fuzzers fuzz fuzz-short $(fuzzers:%=fuzz-%) bench install uninstall clean distclean help
.DELETE_ON_ERROR:
