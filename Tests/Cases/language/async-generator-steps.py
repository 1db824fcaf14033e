# Recorded from CPython 3.11.7.
# The steps of asynchronous generators, driven by loops, by hand and by tasks.
import asyncio
import traceback


class Pause:
    def __init__(self, word):
        self.word = word

    def __await__(self):
        return (yield self.word)


async def letters(n):
    try:
        for k in range(n):
            got = await Pause(f"pause {k}")
            sent = yield (k, got)
            if sent:
                print("sent", sent)
    finally:
        print("closing")
        await Pause("in finally")
        print("closed")


async def each(source):
    async for item in source:
        yield item


async def gather(source):
    return [item async for item in source]


def drive(coroutine):
    step, sent = None, []
    try:
        while True:
            sent.append(coroutine.send(step))
            step = len(sent) * 10
    except StopIteration as stop:
        return sent, stop.value


print(drive(gather(letters(2))))
print(drive(gather(each(each(letters(2))))))


async def by_hand():
    g = letters(3)
    print(await g.__anext__(), await g.asend("hello"))
    step = g.asend(None)
    print(g.ag_running, type(step).__name__)
    first = await step
    try:
        await step
    except RuntimeError as error:
        print(error)
    print(first)
    try:
        await g.__anext__()
    except StopAsyncIteration as stop:
        print("end", stop.args)
    try:
        await anext(g)
    except StopAsyncIteration:
        print("still ended", await anext(g, "default"))


print(drive(by_hand()))


async def fails():
    yield 1
    raise ValueError("inside")


async def stops():
    yield 1
    raise StopIteration


async def stops_async():
    yield 1
    raise StopAsyncIteration


async def errors():
    for make in fails, stops, stops_async:
        g = each(make())
        try:
            async for item in g:
                print(item)
        except (ValueError, RuntimeError) as error:
            print(repr(error), [f.name for f in traceback.extract_tb(error.__traceback__)])
        print(g.ag_running, g.ag_frame)
    g = letters(3)
    await anext(g)
    try:
        await g.athrow(KeyError("thrown"))
    except KeyError as error:
        print(repr(error))
    g = letters(3)
    await anext(g)
    print(await g.aclose())


print(drive(errors()))


async def same_time():
    g = letters(2)
    one, two = g.__anext__(), g.__anext__()
    print(one.send(None))
    try:
        two.send(None)
    except RuntimeError as error:
        print(error)
    try:
        one.send("answer")
    except StopIteration as stop:
        print(stop.value)


print(drive(same_time()))


async def ticking(n):
    for k in range(n):
        await asyncio.sleep(0)
        yield k


async def main():
    print(await asyncio.gather(gather(ticking(4)), gather(each(ticking(3)))))

    async def waits():
        async for k in each(ticking(10**6)):
            if k == 3:
                asyncio.current_task().cancel()

    task = asyncio.create_task(waits())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
    total = 0
    async for k in each(ticking(100)):
        async for j in ticking(2):
            total += j * k
    print(total, [k async for k in ticking(9) if k % 2], {k: k async for k in ticking(2)})


asyncio.run(main())
# expect: closing
# expect: closed
# expect: (['pause 0', 'pause 1', 'in finally'], [(0, 10), (1, 20)])
# expect: closing
# expect: closed
# expect: (['pause 0', 'pause 1', 'in finally'], [(0, 10), (1, 20)])
# expect: sent hello
# expect: (0, 10) (1, 20)
# expect: False async_generator_asend
# expect: cannot reuse already awaited __anext__()/asend()
# expect: (2, 30)
# expect: closing
# expect: closed
# expect: end ()
# expect: still ended default
# expect: (['pause 0', 'pause 1', 'pause 2', 'in finally'], None)
# expect: 1
# expect: ValueError('inside') ['errors', 'each', 'fails']
# expect: False None
# expect: 1
# expect: RuntimeError('async generator raised StopIteration') ['errors', 'each']
# expect: False None
# expect: 1
# expect: RuntimeError('async generator raised StopAsyncIteration') ['errors', 'each']
# expect: False None
# expect: closing
# expect: closed
# expect: KeyError('thrown')
# expect: closing
# expect: closed
# expect: None
# expect: (['pause 0', 'in finally', 'pause 0', 'in finally'], None)
# expect: pause 0
# expect: anext(): asynchronous generator is already running
# expect: (0, 'answer')
# expect: closing
# expect: ([], None)
# expect: [[0, 1, 2, 3], [0, 1, 2]]
# expect: cancelled True
# expect: 4950 [1, 3, 5, 7] {0: 0, 1: 1}
