# Recorded from CPython 3.11.7.
import sys


def tracer(frame, event, arg):
    if event == "line" and frame.f_lineno - frame.f_code.co_firstlineno == 2:
        print(event, sorted(frame.f_locals.items()), frame.f_back.f_code.co_name, frame.f_trace is tracer)
        frame.f_locals["a"] = 10
    if event == "return":
        print("returns", arg)
    return tracer


def work(a):
    b = a * 2
    return a + b


def calls():
    return work(1)


sys.settrace(tracer)
calls()
sys.settrace(None)


def without_lines(frame, event, arg):
    frame.f_trace_lines = False
    print(event, frame.f_code.co_name, frame.f_trace_lines)
    return without_lines


sys.settrace(without_lines)
calls()
sys.settrace(None)


def late():
    sys._getframe().f_trace = lambda frame, event, arg: print("late", event, frame.f_lineno - first)
    sys.settrace(lambda *args: None)
    a = 1
    sys.settrace(None)
    return a


first = late.__code__.co_firstlineno
late()


def breaks(frame, event, arg):
    raise ValueError("from the tracer")


sys.settrace(breaks)
try:
    work(1)
except ValueError as error:
    print(error, sys.gettrace())
for wrong in (("f_trace_lines", 1), ("f_lineno", "a")):
    try:
        setattr(sys._getframe(), *wrong)
    except Exception as error:
        print(type(error).__name__, error)
# expect: line [('a', 1), ('b', 2)] calls True
# expect: returns 12
# expect: returns 12
# expect: call calls False
# expect: call work False
# expect: return work False
# expect: return calls False
# expect: late line 3
# expect: late line 4
# expect: from the tracer None
# expect: TypeError attribute value type must be bool
# expect: ValueError lineno must be an integer
