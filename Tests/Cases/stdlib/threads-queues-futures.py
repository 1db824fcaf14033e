# Recorded from CPython 3.11.7.
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

count = 0
lock = threading.Lock()


def work():
    global count
    for _ in range(5000):
        with lock:
            count += 1


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count, threading.active_count(), threads[0].is_alive())

jobs = queue.Queue(3)


def produce():
    for number in range(10):
        jobs.put(number)
    jobs.put(None)


threading.Thread(target=produce, name="producer").start()
print(list(iter(jobs.get, None)), jobs.empty())

with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(lambda x: x * x, range(8))))
    futures = [pool.submit(pow, 2, n) for n in range(5)]
    done, missing = wait(futures)
    print(len(done), len(missing), sorted(f.result() for f in as_completed(futures)))
    failing = pool.submit(lambda: 1 / 0)
    print(repr(failing.exception()))

local = threading.local()
local.value = 1


def other():
    print(hasattr(local, "value"), threading.current_thread().name)


thread = threading.Thread(target=other, name="other")
thread.start()
thread.join()

event, condition, ready = threading.Event(), threading.Condition(), []


def waiter():
    event.wait()
    with condition:
        ready.append("waited")
        condition.notify()


thread = threading.Thread(target=waiter, daemon=True)
thread.start()
print(event.is_set(), event.wait(0.01))
event.set()
with condition:
    print(condition.wait_for(lambda: ready, 5))

barrier = threading.Barrier(3)
reached = []


def meet(number):
    barrier.wait()
    reached.append(number)


group = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
[t.start() for t in group]
[t.join() for t in group]
print(sorted(reached), barrier.broken)

semaphore = threading.BoundedSemaphore(1)
with semaphore:
    print(semaphore.acquire(blocking=False))
try:
    semaphore.release()
except ValueError as error:
    print(error)
again = threading.RLock()
with again, again:
    print("twice")
try:
    again.release()
except RuntimeError as error:
    print(error)
try:
    queue.Queue().get_nowait()
except queue.Empty:
    print("empty")
timer = threading.Timer(0.01, print, ["rang"])
timer.start()
timer.join()
# expect: 20000 1 False
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] True
# expect: [0, 1, 4, 9, 16, 25, 36, 49]
# expect: 5 0 [1, 2, 4, 8, 16]
# expect: ZeroDivisionError('division by zero')
# expect: False other
# expect: False False
# expect: ['waited']
# expect: [0, 1, 2] False
# expect: False
# expect: Semaphore released too many times
# expect: twice
# expect: cannot release un-acquired lock
# expect: empty
# expect: rang
