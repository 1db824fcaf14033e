# Recorded from CPython 3.11.7.
import atexit
import importlib
import sys
import traceback


def fail():
    raise ValueError("no")


try:
    fail()
except ValueError as error:
    print([entry.name for entry in traceback.extract_tb(error.__traceback__)], traceback.format_exception_only(error))
    print(traceback.format_exc().splitlines()[0], traceback.format_exc().splitlines()[-1])
    tb = error.__traceback__
    print(tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_frame.f_code.co_name)
print(traceback.format_exc())
print(importlib.import_module("os.path").join("a", "b"), importlib.reload(sys) is sys)
try:
    importlib.import_module(".x")
except TypeError as error:
    print(error)
sys.set_int_max_str_digits(640)
try:
    str(10**700)
except ValueError as error:
    print(error, sys.get_int_max_str_digits())
try:
    sys.set_int_max_str_digits(100)
except ValueError as error:
    print(error)


@atexit.register
def last():
    print("last")


atexit.register(print, "first", sep="")
# expect: ['<module>', 'fail'] ['ValueError: no\n']
# expect: Traceback (most recent call last): ValueError: no
# expect: 9 None <module>
# expect: NoneType: None
# expect:
# expect: a/b True
# expect: the 'package' argument is required to perform a relative import for '.x'
# expect: Exceeds the limit (640 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit 640
# expect: maxdigits must be 0 or larger than 640
# expect: first
# expect: last
