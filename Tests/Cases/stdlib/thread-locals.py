# Recorded from CPython 3.11.7.
import gc
import threading
import weakref


class Weak:
    pass


data = threading.local()
data.x = 1
dead = []


def work():
    print(hasattr(data, "x"))
    data.x = 2
    data.weak = Weak()
    dead.append(weakref.ref(data.weak))
    print(data.x, sorted(data.__dict__)[1:])


for _ in range(2):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
gc.collect()
print(data.x, data.__dict__, [ref() for ref in dead])


class Counted(threading.local):
    number = 0

    def __init__(self, start):
        self.number = start


counted = Counted(5)
counted.number += 1
thread = threading.Thread(target=lambda: print(counted.number))
thread.start()
thread.join()
print(counted.number)
for wrong in (lambda: threading.local(1), lambda: data.none, lambda: setattr(data, "__dict__", {})):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
# expect: False
# expect: 2 ['x']
# expect: False
# expect: 2 ['x']
# expect: 1 {'x': 1} [None, None]
# expect: 5
# expect: 6
# expect: TypeError Initialization arguments are not supported
# expect: AttributeError '_thread._local' object has no attribute 'none'
# expect: AttributeError '_thread._local' object attribute '__dict__' is read-only
