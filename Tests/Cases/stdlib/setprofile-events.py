# Recorded from CPython 3.11.7.
import sys
import threading

seen = []


def profiler(frame, event, arg):
    seen.append((frame.f_code.co_name, event, getattr(arg, "__name__", arg)))


def inner(x):
    return len(x) + abs(-1)


def outer():
    try:
        return inner("abc")
    finally:
        [].append(1)


def fails():
    try:
        int.from_bytes("a")
    except TypeError:
        pass


for function in (outer, fails):
    seen.clear()
    sys.setprofile(profiler)
    function()
    sys.setprofile(None)
    print([event for event in seen if event[2] != "setprofile"])
print(sys.getprofile())


def in_thread():
    return abs(-2)


seen.clear()
threading.setprofile(profiler)
thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
threading.setprofile(None)
print([event for event in seen if event[0] == "in_thread"])
# expect: [('outer', 'call', None), ('inner', 'call', None), ('inner', 'c_call', 'len'), ('inner', 'c_return', 'len'), ('inner', 'c_call', 'abs'), ('inner', 'c_return', 'abs'), ('inner', 'return', 4), ('outer', 'c_call', 'append'), ('outer', 'c_return', 'append'), ('outer', 'return', 4)]
# expect: [('fails', 'call', None), ('fails', 'c_call', 'from_bytes'), ('fails', 'c_exception', 'from_bytes'), ('fails', 'return', None)]
# expect: None
# expect: [('in_thread', 'call', None), ('in_thread', 'c_call', 'abs'), ('in_thread', 'c_return', 'abs'), ('in_thread', 'return', 2)]
