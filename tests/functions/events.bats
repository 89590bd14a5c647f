# Event counters, timers and files in memory (os.eventfd, timerfd_create, memfd_create, ...), as events.txt has them.
load ../helper
load ../session/session
load transcript

@test "an event counter starts with 32 bits, and takes the flags that the kernel knows" { holds; }
@test "what is no event counter is neither read nor written" { holds; }
@test "a timer wants a clock that there is" { holds; }
@test "a file is no timer" { holds; }
@test "a timer runs for as many nanoseconds as 63 bits count" { holds; }
@test "a file in memory has a name of at most 249 bytes, and known flags" { holds; }

@test "each piece is a test" { each_is_a_test; }
@test "CPython gives the same answers" { holds_in_cpython; }

@test "an event counter adds up, and is emptied when it is read" {
    requests eventfd '[3]' eventfd_write '[3,4]' eventfd_read '[3]' get_inheritable '[3]' eventfd '[0,"EFD_NONBLOCK"]' \
        get_inheritable '[4]' eventfd_read '[4]' eventfd_write '[4,18446744073709551614]' eventfd_write '[4,1]' \
        eventfd_write '[4,18446744073709551615]' eventfd_read '[4]'
    is '3
null
7
false
4
true
error 11
null
error 11
error 22
18446744073709551614'
}

@test "an event counter as a semaphore gives one at a time" {
    requests eventfd '[2,"EFD_SEMAPHORE|EFD_NONBLOCK"]' eventfd_read '[3]' eventfd_read '[3]' eventfd_read '[3]'
    is '3
1
1
error 11'
}

@test "a timer tells what it was set to" {
    requests timerfd_create '[1]' get_inheritable '[3]' timerfd_gettime '[3]' \
        timerfd_settime_ns '{"fd":3,"initial":0,"interval":5}' timerfd_settime_ns '{"fd":3}' timerfd_settime_ns \
        '{"fd":3,"initial":-1}' timerfd_settime '{"fd":3,"initial":-1.5}' timerfd_settime '{"fd":3,"flags":9}'
    is '3
false
[0.0,0.0]
[0,0]
[0,5]
error 22
error 22
error 22'
}

@test "a timer keeps its interval, in seconds and in nanoseconds" {
    requests timerfd_create '[1]' timerfd_settime '{"fd":3,"initial":1000,"interval":0.25}' timerfd_settime_ns \
        '{"fd":3,"initial":1000000000000,"interval":7}' timerfd_gettime_ns '[3]' timerfd_gettime '[3]'
    [[ "$output" =~ ^3$'\n'\[0.0,0.0\]$'\n'\[999[0-9]{9},250000000\]$'\n'\[999[0-9]{9},7\]$'\n'\[999\.[0-9]+,7e-09\]$ ]]
}

@test "a timer that has run out says how often" {
    requests timerfd_create '[1]' timerfd_settime_ns '{"fd":3,"initial":1}' read '[3,8]'
    is '3
[0,0]
{"base64":"AQAAAAAAAAA="}'
}

@test "a timer waits as it was told" {
    requests timerfd_create '{"clockid":1,"flags":"TFD_NONBLOCK"}' read '[3,8]' timerfd_create '[0]' \
        timerfd_settime '{"fd":4,"flags":"TFD_TIMER_ABSTIME","initial":1}' read '[4,8]'
    is '3
error 11
4
[0.0,0.0]
{"base64":"AQAAAAAAAAA="}'
}

@test "a file in memory is written and read, and is not inherited unless its flags say it" {
    requests memfd_create '["x"]' write '[3,{"base64":"aGk="}]' pread '[3,9,0]' get_inheritable '[3]' \
        memfd_create '["y",0]' get_inheritable '[4]' readlink '["/proc/self/fd/3"]'
    is '3
2
{"base64":"aGk="}
false
4
true
"/memfd:x (deleted)"'
}

@test "the name of a file in memory has no NUL" {
    call memfd_create '["a\u0000b"]'
    raises ValueError 'embedded null byte'
}
