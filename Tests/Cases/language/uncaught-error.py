# Recorded from CPython 3.11.7.
def inner(x):
    return 10 // x


def outer(x):
    print("before")
    return inner(x)


outer(0)
# expect: before
# expect-error: ZeroDivisionError: integer division or modulo by zero
