# Recorded from CPython 3.11.7.
import asyncio


async def work(name, n):
    for i in range(n):
        await asyncio.sleep(0)
        print(name, i)
    return name.upper()


async def main():
    results = await asyncio.gather(work("a", 2), work("b", 3))
    print(results)
    async for x in numbers(3):
        print(x, end=" ")
    print()
    async with Door() as door:
        print(door)
    print([x async for x in numbers(4) if x % 2])


async def numbers(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


class Door:
    async def __aenter__(self):
        return "open"

    async def __aexit__(self, *details):
        print("closed")


asyncio.run(main())
# expect: a 0
# expect: b 0
# expect: a 1
# expect: b 1
# expect: b 2
# expect: ['A', 'B']
# expect: 0 1 2 
# expect: open
# expect: closed
# expect: [1, 3]
