# Recorded from CPython 3.11.7.
import sys

print(sys.version_info[0], sys.version_info >= (3, 8), sys.byteorder, sys.maxsize, sys.maxunicode)
print(type(sys.argv).__name__, len(sys.argv), sys.argv[0].endswith("sys-module.py"))
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.platform, sys.getrecursionlimit())
print("math" in sys.modules or "math" not in sys.modules, type(sys.path).__name__, sys.stdout.write("written\n"))
sys.stdout.flush()
try:
    sys.exit(3)
except SystemExit as error:
    print("exit", error.code)
try:
    1 / 0
except ZeroDivisionError:
    kind, value, traceback = sys.exc_info()
    print(kind.__name__, value, traceback.tb_lineno > 0)
print(sys.exc_info(), sys.intern("a") == "a", sys.getsizeof([]) > 0, sys.getrefcount([]) > 0)
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


try:
    depth(500)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(old)
print(depth(500))
# expect: 3 True little 9223372036854775807 1114111
# expect: list 1 True
# expect: 1.7976931348623157e+308 2.220446049250313e-16 15 linux 1000
# expect: written
# expect: True list 8
# expect: exit 3
# expect: ZeroDivisionError division by zero True
# expect: (None, None, None) True True True
# expect: maximum recursion depth exceeded
# expect: 500
