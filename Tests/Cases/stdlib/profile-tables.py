# Recorded from CPython 3.11.7.
import cProfile
import io
import pstats
import re


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def work():
    total = 0
    for i in range(3):
        total += len([i]) + abs(-i)
    "a".upper()
    return fib(5) + total


def show(out):
    print(re.sub(r"0\.\d{3}", "0.000", out.getvalue()))


profile = cProfile.Profile()
print(profile.runcall(work))
out = io.StringIO()
stats = pstats.Stats(profile, stream=out).strip_dirs()
stats.sort_stats("ncalls", "name").print_stats()
stats.sort_stats(pstats.SortKey.NAME).print_callers("fib")
stats.print_stats(2)
show(out)
# expect: 11
# expect:          24 function calls (10 primitive calls) in 0.000 seconds
# expect:
# expect:    Ordered by: call count, function name
# expect:
# expect:    ncalls  tottime  percall  cumtime  percall filename:lineno(function)
# expect:      15/1    0.000    0.000    0.000    0.000 profile-tables.py:8(fib)
# expect:         3    0.000    0.000    0.000    0.000 {built-in method builtins.abs}
# expect:         3    0.000    0.000    0.000    0.000 {built-in method builtins.len}
# expect:         1    0.000    0.000    0.000    0.000 {method 'disable' of '_lsprof.Profiler' objects}
# expect:         1    0.000    0.000    0.000    0.000 {method 'upper' of 'str' objects}
# expect:         1    0.000    0.000    0.000    0.000 profile-tables.py:12(work)
# expect:
# expect:
# expect:    Ordered by: function name
# expect:    List reduced from 6 to 1 due to restriction <'fib'>
# expect:
# expect: Function                  was called by...
# expect:                               ncalls  tottime  cumtime
# expect: profile-tables.py:8(fib)  <-    14/2    0.000    0.000  profile-tables.py:8(fib)
# expect:                                    1    0.000    0.000  profile-tables.py:12(work)
# expect:
# expect:
# expect:          24 function calls (10 primitive calls) in 0.000 seconds
# expect:
# expect:    Ordered by: function name
# expect:    List reduced from 6 to 2 due to restriction <2>
# expect:
# expect:    ncalls  tottime  percall  cumtime  percall filename:lineno(function)
# expect:         3    0.000    0.000    0.000    0.000 {built-in method builtins.abs}
# expect:         3    0.000    0.000    0.000    0.000 {built-in method builtins.len}
# expect:
# expect:
# expect:
