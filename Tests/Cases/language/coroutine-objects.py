# Recorded from CPython 3.11.7.
# Coroutines and asynchronous generators driven by hand: send, throw, close, their frames, what awaits what.
import types


class Pause:
    def __await__(self):
        return (yield "paused")


async def work(x):
    try:
        got = await Pause()
        return x, got
    finally:
        print("left")


def told(call, *args):
    try:
        print("value", call(*args))
    except BaseException as e:
        print(type(e).__name__, e)


c = work(1)
print(c.cr_await, c.cr_running, c.cr_suspended, c.cr_frame.f_locals, c.cr_origin)
it = c.__await__()
print(type(it).__name__)
told(it.send, None)
print(type(c.cr_await).__name__, c.cr_suspended, sorted(c.cr_frame.f_locals))
told(it.send, 5)
print(c.cr_frame)
told(c.send, None)
told(c.throw, ValueError())
c.__name__ = "other"
print(c.__name__)
c.close()


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers done")


g = numbers()
step = g.__anext__()
print(type(step).__name__, type(g.aclose()).__name__, g.ag_running)
told(step.send, None)
told(step.send, None)
told(g.asend(None).__next__)
told(g.athrow(KeyError("k")).send, None)
told(g.__anext__().send, None)
told(g.aclose().send, None)
told(anext(g, "default").__next__)
told(anext(numbers(), "default").send, None)


class Bad:
    def __aiter__(self):
        return self

    def __anext__(self):
        return ()


class NoNext:
    def __aiter__(self):
        return 3


class Manager:
    def __aenter__(self):
        return 1

    def __aexit__(self, *args):
        return 1


async def over(x):
    async for _ in x:
        pass


async def within(x):
    async with x:
        pass


class Lies:
    def __await__(self):
        return c


async def awaits(x):
    return await x


for c in over(Bad()), over(NoNext()), within(Manager()), awaits(Lies()), awaits(3):
    told(c.send, None)


@types.coroutine
def old_style():
    return (yield "old")


c = awaits(old_style())
told(c.send, None)
told(c.send, "answer")


def plain():
    yield from never


never = work(2)
told(list, plain())
never.close()
# expect: None False False {'x': 1} None
# expect: coroutine_wrapper
# expect: value paused
# expect: generator True ['x']
# expect: left
# expect: StopIteration (1, 5)
# expect: None
# expect: RuntimeError cannot reuse already awaited coroutine
# expect: RuntimeError cannot reuse already awaited coroutine
# expect: other
# expect: async_generator_asend async_generator_athrow False
# expect: StopIteration 1
# expect: RuntimeError cannot reuse already awaited __anext__()/asend()
# expect: StopIteration 2
# expect: numbers done
# expect: KeyError 'k'
# expect: StopAsyncIteration 
# expect: StopIteration 
# expect: StopIteration default
# expect: StopIteration 1
# expect: numbers done
# expect: TypeError 'async for' received an invalid object from __anext__: tuple
# expect: TypeError 'async for' received an object from __aiter__ that does not implement __anext__: int
# expect: TypeError 'async with' received an object from __aenter__ that does not implement __await__: int
# expect: TypeError __await__() returned a coroutine
# expect: TypeError object int can't be used in 'await' expression
# expect: value old
# expect: StopIteration answer
# expect: TypeError cannot 'yield from' a coroutine object in a non-coroutine generator
