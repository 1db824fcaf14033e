# Recorded from CPython 3.11.7.
import asyncio
from contextlib import *
class A:
    async def __aenter__(self): print('enter'); return self
    async def __aexit__(self, *exc): print('exit', exc[0] and exc[0].__name__); return True
@asynccontextmanager
async def managed(name):
    print('start', name)
    try: yield name
    finally: print('stop', name)
async def note(*args): print('note', args)
async def main():
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(A())
        print(await stack.enter_async_context(managed('m')))
        stack.push_async_callback(note, 1, 2)
        stack.callback(print, 'plain')
        raise KeyError('x')
    @managed('d')
    async def decorated(): print('inside')
    await decorated(); await decorated()
    async with nullcontext(5) as n: print(n)
asyncio.run(main())
with ExitStack() as s:
    s.push(lambda *a: print('pushed', a[0]) or True)
    s.enter_context(suppress(ValueError))
    1 / 0
def two():
    yield 1
    yield 2
try:
    with contextmanager(two)(): pass
except RuntimeError as e: print(e)
try:
    with ExitStack() as s: s.enter_context(3)
except TypeError as e: print(e)
print(isinstance(closing(s), AbstractContextManager), issubclass(A, AbstractAsyncContextManager))
# expect: enter
# expect: start m
# expect: m
# expect: plain
# expect: note (1, 2)
# expect: stop m
# expect: exit KeyError
# expect: start d
# expect: inside
# expect: stop d
# expect: start d
# expect: inside
# expect: stop d
# expect: 5
# expect: pushed <class 'ZeroDivisionError'>
# expect: generator didn't stop
# expect: 'builtins.int' object does not support the context manager protocol
# expect: True True
