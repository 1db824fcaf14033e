# Recorded from CPython 3.11.7.
# Coroutines that await coroutines: stacks, results, errors and cancellation on the way.
import asyncio
import sys
import traceback


def names():
    frame, found = sys._getframe(1), []
    while frame and len(found) < 4:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


async def leaf(n):
    await asyncio.sleep(0)
    if n < 0:
        raise ValueError(n)
    return n, names()[:3]


async def branch(n):
    try:
        return await leaf(n)
    finally:
        await asyncio.sleep(0)


async def root(n):
    return await branch(n), names()[:1]


async def fibonacci(n):
    return n if n < 2 else await fibonacci(n - 1) + await fibonacci(n - 2)


async def numbers(n):
    for k in range(n):
        await asyncio.sleep(0)
        yield k, await leaf(k)


async def nested(n):
    async for k, found in numbers(n):
        yield k, found


async def waits():
    try:
        await branch(1)
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        print("cancelled", names()[:2])
        raise


async def outer_wait():
    await waits()


async def main():
    print(await root(3))
    try:
        await root(-3)
    except ValueError as error:
        print(error, [f.name for f in traceback.extract_tb(error.__traceback__)])
    print(await fibonacci(12), await asyncio.gather(*map(fibonacci, range(8))))
    print([k async for k in nested(3)])
    task = asyncio.create_task(outer_wait())
    for _ in range(8):
        await asyncio.sleep(0)
    coroutine = task.get_coro()
    print(coroutine.cr_running, coroutine.cr_await.__name__, coroutine.cr_frame.f_code.co_name)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("and gone", task.cancelled())
    again = leaf(1)
    await again
    try:
        await again
    except RuntimeError as error:
        print(error)


asyncio.run(main())


class Once:
    def __await__(self):
        got = yield "first"
        return got


async def takes():
    return [await Once(), await Once()]


async def passes():
    return await takes()


c = passes()
print(c.send(None), c.send(1))
try:
    c.send(2)
except StopIteration as stop:
    print(stop.value)
c = passes()
c.send(None)
try:
    c.throw(KeyError("out"))
except KeyError as error:
    print(repr(error), [f.name for f in traceback.extract_tb(error.__traceback__)])
# expect: ((3, ['leaf', 'branch', 'root']), ['root'])
# expect: -3 ['main', 'root', 'branch', 'leaf']
# expect: 144 [0, 1, 1, 2, 3, 5, 8, 13]
# expect: [(0, (0, ['leaf', 'numbers', 'nested'])), (1, (1, ['leaf', 'numbers', 'nested'])), (2, (2, ['leaf', 'numbers', 'nested']))]
# expect: False waits outer_wait
# expect: cancelled ['waits', 'outer_wait']
# expect: and gone True
# expect: cannot reuse already awaited coroutine
# expect: first first
# expect: [1, 2]
# expect: KeyError('out') ['<module>', 'passes', 'takes', '__await__']
