# Recorded from CPython 3.11.7.
class Guard:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Guard("a") as name:
    print(name)
with Guard("b"), Guard("c") as c:
    print(c)
with (
    Guard("d") as d,
    Guard("e", swallow=True) as e,
):
    print(d, e)
    raise ValueError("inside")
print("after")
try:
    with Guard("f"):
        raise KeyError("out")
except KeyError as error:
    print("caught", error)


def early():
    with Guard("g"):
        return "value"


print(early())
for i in range(2):
    with Guard(str(i)):
        continue
try:
    with 3:
        pass
except TypeError as error:
    print(error)
from contextlib import contextmanager


@contextmanager
def managed(x):
    print("open", x)
    try:
        yield x * 2
    finally:
        print("close", x)


with managed(4) as doubled:
    print(doubled)
# expect: enter a
# expect: A
# expect: exit a None None
# expect: enter b
# expect: enter c
# expect: C
# expect: exit c None None
# expect: exit b None None
# expect: enter d
# expect: enter e
# expect: D E
# expect: exit e ValueError inside
# expect: exit d None None
# expect: after
# expect: enter f
# expect: exit f KeyError 'out'
# expect: caught 'out'
# expect: enter g
# expect: exit g None None
# expect: value
# expect: enter 0
# expect: exit 0 None None
# expect: enter 1
# expect: exit 1 None None
# expect: 'int' object does not support the context manager protocol
# expect: open 4
# expect: 8
# expect: close 4
