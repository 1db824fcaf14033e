# Recorded from CPython 3.11.7.
class Stops:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(42)


for make in (Stops, lambda: enumerate(Stops()), lambda: map(str, Stops()), lambda: zip(Stops()), lambda: zip([1], Stops()),
             lambda: filter(None, Stops()), lambda: iter([]), lambda: enumerate([])):
    try:
        next(make())
    except StopIteration as error:
        print(error.args)


class Sub:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print("throw", args)
        return 456


def delegates():
    yield from Sub()


for thrown in ((123,), (ZeroDivisionError,), (ValueError("x"),)):
    g = delegates()
    next(g)
    print(g.throw(thrown[0]))


class Odd(BaseException):
    def __new__(cls, *args):
        return 1


def plain():
    yield


for thrown in (Odd, 5):
    try:
        plain().throw(thrown)
    except TypeError as error:
        print(error)
# expect: (42,)
# expect: (42,)
# expect: (42,)
# expect: (42,)
# expect: (42,)
# expect: (42,)
# expect: ()
# expect: ()
# expect: throw (123,)
# expect: 456
# expect: throw (<class 'ZeroDivisionError'>,)
# expect: 456
# expect: throw (ValueError('x'),)
# expect: 456
# expect: calling <class '__main__.Odd'> should have returned an instance of BaseException, not int
# expect: exceptions must be classes or instances deriving from BaseException, not int
