# Recorded from CPython 3.11.7.
# Queues, locks, conditions, managers and processes that begin afresh.
import multiprocessing as mp
import queue


def work(shared, things, names):
    shared["x"] = 1
    shared["y"] = [1, 2]
    things.append(len(things))
    names.count += 1


def put(q, number):
    q.put(number * number)


if __name__ == "__main__":
    with mp.Manager() as manager:
        shared, things, names = manager.dict(), manager.list([0]), manager.Namespace(count=1)
        process = mp.Process(target=work, args=(shared, things, names))
        process.start()
        process.join()
        print(dict(shared), list(things), len(things), names.count, str(shared), sorted(shared.keys()))
        waiting = manager.Queue()
        waiting.put(3)
        print(waiting.get(), waiting.empty())
        with manager.Lock():
            print("locked")
        try:
            shared["zz"]
        except KeyError as error:
            print("KeyError", error)
    afresh = mp.get_context("spawn")
    q = afresh.Queue()
    process = afresh.Process(target=put, args=(q, 6))
    process.start()
    print(q.get(timeout=60))
    process.join()
    print(process.exitcode)
    semaphore = mp.Semaphore(2)
    print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore)
    for lock in (mp.BoundedSemaphore(1), mp.Lock()):
        try:
            lock.release()
        except ValueError as error:
            print(error)
    lock = mp.RLock()
    lock.acquire()
    lock.acquire()
    print(lock)
    lock.release()
    lock.release()
    print(lock, mp.Lock())
    tasks = mp.JoinableQueue()
    tasks.put("task")
    print(tasks.get())
    tasks.task_done()
    tasks.join()
    full = mp.Queue(1)
    full.put(1)
    for action in (lambda: full.put(2, timeout=0.05), lambda: (full.get(), full.get(timeout=0.05))):
        try:
            action()
        except (queue.Full, queue.Empty) as error:
            print(type(error).__name__)
    condition = mp.Condition()
    with condition:
        print(condition.wait(0.01), condition.wait_for(lambda: True))
    here, there = mp.Pipe()
    here.send([1, {"x": 2}])
    there.send_bytes(b"xyz")
    print(there.recv(), here.recv_bytes(), here.poll(), there.closed)
    there.close()
    try:
        here.recv()
    except EOFError:
        print("EOFError")
    reading, writing = mp.Pipe(duplex=False)
    for action in (lambda: reading.send(1), lambda: writing.recv()):
        try:
            action()
        except OSError as error:
            print(error)
# expect: {'x': 1, 'y': [1, 2]} [0, 1] 2 2 {'x': 1, 'y': [1, 2]} ['x', 'y']
# expect: 3 True
# expect: locked
# expect: KeyError 'zz'
# expect: 36
# expect: 0
# expect: True True False <Semaphore(value=0)>
# expect: semaphore or lock released too many times
# expect: semaphore or lock released too many times
# expect: <RLock(MainProcess, 2)>
# expect: <RLock(None, 0)> <Lock(owner=None)>
# expect: task
# expect: Full
# expect: Empty
# expect: False True
# expect: [1, {'x': 2}] b'xyz' False False
# expect: EOFError
# expect: connection is read-only
# expect: connection is write-only
