# Recorded from CPython 3.11.7.
# Tasks: waiting, cancelling, groups, time limits.
import asyncio
import warnings

warnings.simplefilter("ignore")


def tasks():
    async def child(n):
        try:
            await asyncio.sleep(n)
            return n
        except asyncio.CancelledError as e:
            print("cancelled", e.args); raise
    async def main():
        t=asyncio.create_task(child(10), name="kid")
        print(t.get_name(), t.done(), t.cancelling())
        await asyncio.sleep(0)
        t.cancel("enough")
        print(t.cancelling())
        try: await t
        except asyncio.CancelledError as e: print("main sees", e.args)
        print(t.cancelled(), t.uncancel())
        t2=asyncio.create_task(child(0))
        print(await t2, t2.result())
        r = await asyncio.gather(child(0.01), child(0), child(0.005))
        print(r)
        async def bad(): raise ValueError("b")
        print(await asyncio.gather(bad(), child(0), return_exceptions=True))
        try: await asyncio.gather(bad(), child(0.01))
        except ValueError as e: print("gather", e)
        try: await asyncio.wait_for(child(1), 0.01)
        except TimeoutError as e: print("timeout", repr(e), type(e.__cause__))
        print(await asyncio.wait_for(child(0), 1))
        d, p = await asyncio.wait([asyncio.create_task(child(0.01)), asyncio.create_task(child(1))], timeout=0.05)
        print(len(d), len(p)); [x.cancel() for x in p]
        await asyncio.sleep(0)
        d, p = await asyncio.wait({asyncio.create_task(child(0.01)), asyncio.create_task(child(0.5))}, return_when=asyncio.FIRST_COMPLETED)
        print(len(d), len(p)); [x.cancel() for x in p]
        await asyncio.sleep(0)
        for c in asyncio.as_completed([child(0.03), child(0.01), child(0.02)]): print(await c)
        try:
            async with asyncio.timeout(0.01): await child(1)
        except TimeoutError as e: print("to", repr(e))
        async with asyncio.timeout(None) as cm: pass
        print(cm, cm.expired(), cm.when())
        s=asyncio.shield(child(0.02)); 
        s.cancel()
        try: await s
        except asyncio.CancelledError: print("shield cancelled")
        await asyncio.sleep(0.05)
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(child(1)); tg.create_task(bad())
        except* ValueError as e: print(repr(e), e.exceptions)
        async with asyncio.TaskGroup() as tg:
            a=tg.create_task(child(0.001)); b=tg.create_task(child(0.002))
        print(a.result(), b.result())
        print(len(asyncio.all_tasks()))
        try: await asyncio.wait([child(0)])
        except TypeError as e: print(e)
        try: asyncio.ensure_future(3)
        except TypeError as e: print(e)
        try: asyncio.create_task(3)
        except TypeError as e: print(e)
        print(await asyncio.to_thread(sum, [1,2,3]))
        loop=asyncio.get_running_loop()
        print(await loop.run_in_executor(None, lambda: 5))
        try: await asyncio.to_thread(lambda: 1/0)
        except ZeroDivisionError as e: print(e)
    asyncio.run(main())


tasks()
# expect: kid False 0
# expect: 1
# expect: cancelled ('enough',)
# expect: main sees ('enough',)
# expect: True 0
# expect: 0 0
# expect: [0.01, 0, 0.005]
# expect: [ValueError('b'), 0]
# expect: gather b
# expect: cancelled ()
# expect: timeout TimeoutError() <class 'asyncio.exceptions.CancelledError'>
# expect: 0
# expect: 1 1
# expect: cancelled ()
# expect: 1 1
# expect: cancelled ()
# expect: 0.01
# expect: 0.02
# expect: 0.03
# expect: cancelled ()
# expect: to TimeoutError()
# expect: <Timeout [finished]> False None
# expect: shield cancelled
# expect: cancelled ()
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('b')]) (ValueError('b'),)
# expect: 0.001 0.002
# expect: 1
# expect: Passing coroutines is forbidden, use tasks explicitly.
# expect: An asyncio.Future, a coroutine or an awaitable is required
# expect: a coroutine was expected, got 3
# expect: 6
# expect: 5
# expect: division by zero
