# Recorded from CPython 3.11.7.
# `__context__` is set by `raise`; what only goes on keeps what it has.
import asyncio


def forgets():
    try:
        raise IndexError("first")
    except IndexError:
        error = KeyError("second")
        try:
            raise error
        finally:
            error.__context__ = None


try:
    forgets()
except KeyError as error:
    print("finally", repr(error.__context__))


def generator():
    try:
        yield
    except IndexError:
        error = KeyError("second")
        try:
            raise error
        finally:
            error.__context__ = None


paused = generator()
next(paused)
try:
    paused.throw(IndexError("thrown"))
except KeyError as error:
    print("generator", repr(error.__context__))

error = ValueError("kept")
error.__context__ = OSError("old")
try:
    try:
        raise TypeError("new")
    except TypeError:
        raise error
except ValueError as caught:
    print("raise", repr(caught.__context__))


async def numbers():
    yield 1


async def main():
    one = numbers()
    print(await anext(one, "end"), await anext(one, "end"), await anext(one, "end"))
    try:
        await anext(one)
    except StopAsyncIteration as error:
        print(repr(error))
    loop = asyncio.get_event_loop_policy().get_event_loop()
    print(loop is asyncio.get_running_loop())


asyncio.run(main())


async def work():
    return "done"

loop = asyncio.new_event_loop()
task = loop.create_task(work())
task.add_done_callback(lambda task: loop.stop())
loop.run_forever()
print(task.result())
# expect: finally None
# expect: generator None
# expect: raise TypeError('new')
# expect: 1 end end
# expect: StopAsyncIteration()
# expect: True
# expect: done
