# Recorded from CPython 3.11.7.
# anext() with a default; the awaitables of asynchronous generators can be stepped by hand.
import asyncio


async def numbers():
    yield 1
    yield 2


class Once:
    def __init__(self):
        self.left = 1

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return "item"


async def main():
    it = numbers()
    print(await anext(it), await anext(it, "end"), await anext(it, "end"))
    once = Once()
    print(await anext(once, "end"), await anext(once, "end"))
    try:
        await anext(once)
    except StopAsyncIteration:
        print("stopped")


asyncio.run(main())
step = numbers().asend(None)
try:
    step.send(None)
except StopIteration as stop:
    print("sent", stop.value)
try:
    step.send(None)
except RuntimeError as error:
    print(error)
closing = numbers().aclose()
try:
    closing.send(None)
except StopIteration as stop:
    print("closed", stop.value)
try:
    closing.send(None)
except RuntimeError as error:
    print(error)


async def plain():
    return 5


wrapper = plain().__await__()
print(type(wrapper).__name__, type(step).__name__, type(closing).__name__)
try:
    wrapper.send(None)
except StopIteration as stop:
    print(stop.value)
# expect: 1 2 end
# expect: item end
# expect: stopped
# expect: sent 1
# expect: cannot reuse already awaited __anext__()/asend()
# expect: closed None
# expect: cannot reuse already awaited aclose()/athrow()
# expect: coroutine_wrapper async_generator_asend async_generator_athrow
# expect: 5
