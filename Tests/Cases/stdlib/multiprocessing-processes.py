# Recorded from CPython 3.11.7.
# Processes: how they start, what they share, how they end.
import multiprocessing as mp
import os
import sys
import time


def put(queue, number):
    queue.put(number * number)


def count(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


def wait(event, pipe):
    event.wait()
    pipe.send("seen")


def fill(array):
    for i in range(len(array)):
        array[i] = i * i


def leave(code):
    sys.exit(code)


queue = mp.Queue()
processes = [mp.Process(target=put, args=(queue, n)) for n in range(4)]
for process in processes:
    process.start()
print(sorted(queue.get() for _ in processes))
for process in processes:
    process.join()
print([p.exitcode for p in processes], processes[0].name, processes[0].is_alive(), queue.empty())
value, lock = mp.Value("i", 0), mp.Lock()
processes = [mp.Process(target=count, args=(value, lock, 40)) for _ in range(3)]
[p.start() for p in processes]
[p.join() for p in processes]
print(value.value, value)
event, (here, there) = mp.Event(), mp.Pipe()
process = mp.Process(target=wait, args=(event, there))
process.start()
print(event.is_set(), here.poll(0.05))
event.set()
print(here.recv(), event.is_set())
process.join()
array = mp.Array("d", 5)
process = mp.Process(target=fill, args=(array,))
process.start()
process.join()
print(array[:], len(array), mp.Array("i", [1, 2, 3])[1:], mp.RawArray("c", b"abc").value)
for code in (0, 5):
    process = mp.Process(target=leave, args=(code,), name="leaver")
    process.start()
    process.join()
    print(process.exitcode, process.name)
process = mp.Process(target=time.sleep, args=(100,), daemon=True)
process.start()
print(process.is_alive(), process.daemon, process in mp.active_children())
process.terminate()
process.join()
print(process.exitcode, process.is_alive(), mp.active_children())
print(mp.current_process().name, mp.parent_process(), mp.get_start_method(), mp.get_all_start_methods())
try:
    mp.Process(target=print).join()
except AssertionError as error:
    print(error)
# expect: [0, 1, 4, 9]
# expect: [0, 0, 0, 0] Process-1 False True
# expect: 120 <Synchronized wrapper for c_int(120)>
# expect: False False
# expect: seen True
# expect: [0.0, 1.0, 4.0, 9.0, 16.0] 5 [2, 3] b'abc'
# expect: 0 leaver
# expect: 5 leaver
# expect: True True True
# expect: -15 False []
# expect: MainProcess None fork ['fork', 'spawn', 'forkserver']
# expect: can only join a started process
