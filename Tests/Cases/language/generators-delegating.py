# Recorded from CPython 3.11.7.
# Generators that wait for generators: what is seen, sent, thrown and returned on the way.
import sys
import traceback


def names():
    frame, found = sys._getframe(1), []
    while frame:
        found.append(f"{frame.f_code.co_name}:{frame.f_lineno}")
        frame = frame.f_back
    return found


def inner(n):
    got = yield names()
    while got is not None:
        got = yield (got, names())
    if n:
        raise ValueError(n)
    return "inner's"


def middle(n):
    local = ["kept"]
    try:
        result = yield from inner(n)
    except ValueError as error:
        print("caught", error, [f.name for f in traceback.extract_tb(error.__traceback__)])
        result = "mended"
    yield (result, local, names())
    return result.upper()


def outer(n):
    return (yield from middle(n)), "outer"


for n in (0, 1):
    g = outer(n)
    print(next(g), g.gi_running, g.gi_yieldfrom.__name__, g.gi_yieldfrom.gi_yieldfrom.__name__)
    print(g.send("one"))
    print(g.send("two"))
    print(next(g))
    try:
        next(g)
    except StopIteration as stop:
        print("stopped with", stop.value, g.gi_frame, g.gi_yieldfrom)


def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)


def build(low, high):
    middle = (low + high) // 2
    return low < high and (build(low, middle), middle, build(middle + 1, high)) or None


print(list(walk(build(0, 40))), sum(walk(build(0, 500))), [*zip(walk(build(0, 3)), walk(build(0, 4)))])


def running():
    yield "first"
    print("inside:", [g.gi_running for g in chain], [g.gi_yieldfrom for g in chain[:-1]])
    try:
        next(chain[0])
    except ValueError as error:
        print(error)
    try:
        next(chain[1])
    except ValueError as error:
        print(error)
    yield sorted(chain[1].gi_frame.f_locals), chain[1].gi_frame.f_back.f_code.co_name
    yield "last"


def through(below, mark):
    try:
        yield from below
    finally:
        print("left", mark)


chain = [None, None, running()]
chain[1] = through(chain[2], 1)
chain[0] = through(chain[1], 0)
for item in chain[0]:
    print(item)
print([g.gi_running for g in chain])


def stops():
    yield 1
    raise StopIteration("lost")


def guarded(below):
    try:
        yield from below
    except RuntimeError as error:
        print(repr(error), repr(error.__cause__))
        yield "after"


print(list(guarded(through(stops(), "stops"))))


def handling(below):
    try:
        1 / 0
    except ZeroDivisionError:
        yield from below
        print("still", repr(sys.exc_info()[1]))


def asks():
    yield repr(sys.exc_info()[1])
    try:
        raise KeyError("k")
    except KeyError as error:
        yield repr(error.__context__)
    yield repr(sys.exc_info()[1])


print(list(through(handling(through(asks(), "asks")), "handling")), sys.exc_info())

g = through(through(asks(), "in"), "out")
next(g)
try:
    g.throw(OSError("thrown"))
except OSError as error:
    print(error, len(traceback.extract_tb(error.__traceback__)))
g = through(through(asks(), "in"), "out")
next(g)
g.close()


def endless(n):
    yield n
    yield from endless(n + 1)


count = 0
try:
    for count in endless(0):
        pass
except RecursionError as error:
    print(type(error).__name__, count > 300)


def shared(below):
    yield from below


common = asks()
pair = [shared(common), shared(common)]
print([next(p) for p in pair], next(pair[0]), list(pair[1]), list(pair[0]))
# expect: ['inner:16', 'middle:27', 'outer:36', '<module>:41'] False middle inner
# expect: ('one', ['inner:18', 'middle:27', 'outer:36', '<module>:42'])
# expect: ('two', ['inner:18', 'middle:27', 'outer:36', '<module>:43'])
# expect: ("inner's", ['kept'], ['middle:31', 'outer:36', '<module>:44'])
# expect: stopped with ("INNER'S", 'outer') None None
# expect: ['inner:16', 'middle:27', 'outer:36', '<module>:41'] False middle inner
# expect: ('one', ['inner:18', 'middle:27', 'outer:36', '<module>:42'])
# expect: ('two', ['inner:18', 'middle:27', 'outer:36', '<module>:43'])
# expect: caught 1 ['middle', 'inner']
# expect: ('mended', ['kept'], ['middle:31', 'outer:36', '<module>:44'])
# expect: stopped with ('MENDED', 'outer') None None
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39] 124750 [(0, 0), (1, 1), (2, 2)]
# expect: first
# expect: inside: [True, True, True] [None, None]
# expect: generator already executing
# expect: generator already executing
# expect: (['below', 'mark'], 'through')
# expect: last
# expect: left 1
# expect: left 0
# expect: [False, False, False]
# expect: left stops
# expect: RuntimeError('generator raised StopIteration') StopIteration('lost')
# expect: [1, 'after']
# expect: left asks
# expect: still ZeroDivisionError('division by zero')
# expect: left handling
# expect: ["ZeroDivisionError('division by zero')", "ZeroDivisionError('division by zero')", "ZeroDivisionError('division by zero')"] (None, None, None)
# expect: left in
# expect: left out
# expect: thrown 4
# expect: left in
# expect: left out
# expect: RecursionError True
# expect: ['None', 'None'] None [] []
