# Recorded from CPython 3.11.7.
import time

a = time.time()
p = time.perf_counter()
m = time.monotonic()
time.sleep(0.01)
print(time.time() - a >= 0.009, time.perf_counter() - p >= 0.009, time.monotonic() >= m, time.process_time() >= 0)
print(type(time.time()).__name__, type(time.time_ns()).__name__, a > 1.6e9, time.perf_counter_ns() > 0)
print(time.gmtime(0).tm_year, tuple(time.gmtime(86400 * 365))[:6], time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1e9)))
print(time.strftime("%a %b %d %j %p %y", time.gmtime(0)), time.gmtime(0).tm_wday, len(time.ctime()), time.mktime(time.localtime(1000)) == 1000)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
try:
    time.sleep("a")
except TypeError as error:
    print(error)
# expect: True True True True
# expect: float int True True
# expect: 1970 (1971, 1, 1, 0, 0, 0) 2001-09-09 01:46:40
# expect: Thu Jan 01 001 AM 70 3 24 True
# expect: sleep length must be non-negative
# expect: 'str' object cannot be interpreted as an integer
