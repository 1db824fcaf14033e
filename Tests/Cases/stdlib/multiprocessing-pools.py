# Recorded from CPython 3.11.7.
# Pools of processes and of threads.
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def add(a, b):
    return a + b


def check(x):
    if x == 3:
        raise ValueError("three")
    return x


def begin(start):
    global START
    START = start


def shifted(x):
    return START + x


with mp.Pool(2) as pool:
    print(pool.map(square, range(10)), pool.starmap(add, [(1, 2), (3, 4)]), pool.apply(square, (5,)))
    print(list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5), chunksize=2)))
    result = pool.apply_async(add, (1,), {"b": 2})
    print(result.get(timeout=10), result.ready(), result.successful())
    try:
        pool.map(check, range(5))
    except ValueError as error:
        print("caught", error, type(error.__cause__).__name__)
    seen = []
    pool.map_async(square, [1, 2, 3], callback=seen.append).wait()
    print(seen, pool.map(square, []))
pool = mp.Pool(2, initializer=begin, initargs=(100,), maxtasksperchild=1)
print(pool.map(shifted, range(4), chunksize=1))
pool.close()
pool.join()
try:
    pool.map(square, [1])
except ValueError as error:
    print(error)
with ThreadPool(3) as threads:
    print(threads.map(square, range(5)), threads.apply_async(square, (3,)).get(), list(threads.imap(square, range(3))))
with ProcessPoolExecutor(2) as executor:
    print(list(executor.map(square, range(6), chunksize=2)), executor.submit(add, 1, b=2).result())
    failed = executor.submit(check, 3)
    print(type(failed.exception()).__name__, failed.exception())
    print(sorted(future.result() for future in as_completed([executor.submit(square, i) for i in range(3)])))
try:
    executor.submit(square, 1)
except RuntimeError as error:
    print(error)
# expect: [0, 1, 4, 9, 16, 25, 36, 49, 64, 81] [3, 7] 25
# expect: [0, 1, 4, 9, 16] [0, 1, 4, 9, 16]
# expect: 3 True True
# expect: caught three RemoteTraceback
# expect: [[1, 4, 9]] []
# expect: [100, 101, 102, 103]
# expect: Pool not running
# expect: [0, 1, 4, 9, 16] 9 [0, 1, 4]
# expect: [0, 1, 4, 9, 16, 25] 3
# expect: ValueError three
# expect: [0, 1, 4]
# expect: cannot schedule new futures after shutdown
