# Recorded from CPython 3.11.7.
import tracemalloc
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
for wrong in (0, 70000, "a"):
    try:
        tracemalloc.start(wrong)
    except Exception as e:
        print(type(e).__name__, e)
tracemalloc.start()
numbers = [i * 1.5 for i in range(1_000_000)]
data = bytearray(20_000_000)
now, most = tracemalloc.get_traced_memory()
print(tracemalloc.is_tracing(), 30_000_000 < now < 60_000_000, now - 3_000_000 < most < 150_000_000)
del numbers, data
now, most = tracemalloc.get_traced_memory()
print(now < 2_000_000, 30_000_000 < most)
tracemalloc.reset_peak()
now, most = tracemalloc.get_traced_memory()
print(now < 2_000_000, most < 10_000_000)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
# expect: False (0, 0) 1
# expect: ValueError the number of frames must be in range [1; 65535]
# expect: ValueError the number of frames must be in range [1; 65535]
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: True True True
# expect: True True
# expect: True True
# expect: False (0, 0)
