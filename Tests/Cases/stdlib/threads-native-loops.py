# Recorded from CPython 3.11.7.
# A thread in a native loop over a function without calls lets others run.
import collections, itertools, threading, time
class Endless:
    def __getitem__(self, index): return 1 // going
def one(x): return 1 // going
loops = {
    "items": lambda: collections.deque(Endless(), 0),
    "map": lambda: collections.deque(map(one, itertools.repeat(1)), 0),
    "sum": lambda: sum(Endless()),
    "any": lambda: all(Endless()),
    "in": lambda: 5 in Endless(),
}
for name, loop in loops.items():
    going = 1
    def work():
        try: loop()
        except ZeroDivisionError as e: print(name, e)
    thread = threading.Thread(target=work)
    thread.start()
    time.sleep(0.02)
    going = 0
    thread.join()
# expect: items integer division or modulo by zero
# expect: map integer division or modulo by zero
# expect: sum integer division or modulo by zero
# expect: any integer division or modulo by zero
# expect: in integer division or modulo by zero
