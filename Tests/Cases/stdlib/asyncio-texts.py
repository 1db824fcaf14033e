# Recorded from CPython 3.11.7.
# How tasks, futures and handles look, and what misuse raises.
import asyncio


def reprs():
    async def kid(): await asyncio.sleep(0.01)
    async def bad(): raise ValueError("x")
    async def main():
        t=asyncio.create_task(kid(), name="K")
        print(repr(t).replace(__file__,"F"))
        await asyncio.sleep(0)
        print(repr(t).replace(__file__,"F"))
        def cb(f): pass
        t.add_done_callback(cb)
        print(repr(t).replace(__file__,"F"))
        await t
        print(repr(t).replace(__file__,"F"))
        t=asyncio.create_task(bad(), name="B")
        try: await t
        except ValueError: pass
        print(repr(t).replace(__file__,"F"))
        t=asyncio.create_task(kid(), name="C"); await asyncio.sleep(0); t.cancel()
        print(repr(t).replace(__file__,"F"))
        try: await t
        except asyncio.CancelledError: pass
        print(repr(t).replace(__file__,"F"))
        loop=asyncio.get_running_loop()
        f=loop.create_future(); f.add_done_callback(cb); print(repr(f).replace(__file__,"F"))
        f.add_done_callback(print); print(repr(f).replace(__file__,"F"))
        f.add_done_callback(print); print(repr(f).replace(__file__,"F"))
        h=loop.call_soon(cb, 1); print(repr(h).replace(__file__,"F"))
        h.cancel(); print(repr(h).replace(__file__,"F"))
    asyncio.run(main())


reprs()


def misc():
    async def main():
        loop=asyncio.get_running_loop()
        async def y(): yield 1
        class Bad:
            def __await__(self): yield 5
        async def f(): await Bad()
        try: await asyncio.create_task(f())
        except RuntimeError as e: print(str(e)[:40])
        t=asyncio.create_task(asyncio.sleep(0))
        try: t.set_result(1)
        except RuntimeError as e: print(e)
        async def selfwait():
            await asyncio.current_task()
        try: await asyncio.create_task(selfwait())
        except RuntimeError as e: print(str(e)[:40])
        async def never(): pass
        try:
            async with asyncio.timeout(0.01) as cm:
                cm.reschedule(loop.time()+0.02); await asyncio.sleep(5)
        except TimeoutError: print(cm.expired(), cm)
        try: await asyncio.wait_for(asyncio.sleep(1), 0)
        except TimeoutError: print("t0")
        try: 
            async with asyncio.TaskGroup() as tg:
                tg.create_task(asyncio.sleep(0)); raise KeyError(1)
        except* KeyError as e: print(e)
        t=asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0)
        g=asyncio.gather(t, asyncio.sleep(3)); await asyncio.sleep(0); g.cancel()
        try: await g
        except asyncio.CancelledError as e: print("g cancelled", t.cancelled())
        print(asyncio.iscoroutinefunction(main), asyncio.iscoroutine(3), asyncio.isfuture(t))
        print(loop.get_debug(), loop.get_exception_handler(), loop.get_task_factory())
    asyncio.run(main(), debug=False)


misc()
# expect: <Task pending name='K' coro=<reprs.<locals>.kid() running at F:6>>
# expect: <Task pending name='K' coro=<reprs.<locals>.kid() running at F:6> wait_for=<Future pending cb=[Task.task_wakeup()]>>
# expect: <Task pending name='K' coro=<reprs.<locals>.kid() running at F:6> wait_for=<Future pending cb=[Task.task_wakeup()]> cb=[reprs.<locals>.main.<locals>.cb() at F:13]>
# expect: <Task finished name='K' coro=<reprs.<locals>.kid() done, defined at F:6> result=None>
# expect: <Task finished name='B' coro=<reprs.<locals>.bad() done, defined at F:7> exception=ValueError('x')>
# expect: <Task cancelling name='C' coro=<reprs.<locals>.kid() running at F:6> wait_for=<Future cancelled>>
# expect: <Task cancelled name='C' coro=<reprs.<locals>.kid() done, defined at F:6>>
# expect: <Future pending cb=[reprs.<locals>.main.<locals>.cb() at F:13]>
# expect: <Future pending cb=[reprs.<locals>.main.<locals>.cb() at F:13, print()]>
# expect: <Future pending cb=[reprs.<locals>.main.<locals>.cb() at F:13, <1 more>, print()]>
# expect: <Handle reprs.<locals>.main.<locals>.cb(1) at F:13>
# expect: <Handle cancelled>
# expect: Task got bad yield: 5
# expect: Task does not support set_result operation
# expect: Task cannot await on itself: <Task pendi
# expect: True <Timeout [expired]>
# expect: t0
# expect: unhandled errors in a TaskGroup (1 sub-exception)
# expect: g cancelled True
# expect: True False True
# expect: False None None
