# What sched is made of, without a kernel: build/unit/NAME is tests/unit/NAME.c.
load ../helper

@test "cpus: lists and masks of CPUs, of any width" { "$BUILD/build/unit/cpus"; }

@test "nanoseconds: lengths of time with a unit" { "$BUILD/build/unit/nanoseconds"; }

@test "cgroup: which quota counts" { "$BUILD/build/unit/cgroup"; }
