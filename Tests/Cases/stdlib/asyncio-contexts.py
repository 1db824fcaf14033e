# Recorded from CPython 3.11.7.
# Context variables of tasks, errors nobody catches, threads.
import asyncio
import contextvars


def ctx():
    v=contextvars.ContextVar("v", default=0)
    async def child(n):
        v.set(n); await asyncio.sleep(0); return v.get()
    async def main():
        v.set(100)
        r=await asyncio.gather(*[child(i) for i in range(3)])
        print(r, v.get())
        print(await asyncio.to_thread(v.get))
        asyncio.get_running_loop().call_soon(lambda: print("cs", v.get()))
        c=contextvars.copy_context(); c.run(v.set, 7)
        t=asyncio.create_task(asyncio.sleep(0), context=c)
        await t
        return v.get()
    print(asyncio.run(main()), v.get())


ctx()


def handler():
    out=[]
    async def main():
        loop=asyncio.get_running_loop()
        loop.set_exception_handler(lambda l,c: out.append((c["message"], repr(c.get("exception")), sorted(c))))
        loop.call_soon(lambda: 1/0)
        async def bad(): raise KeyError("k")
        t=asyncio.create_task(bad())
        await asyncio.sleep(0.01)
        del t
        import gc; gc.collect()
        f=loop.create_future(); f.set_exception(ValueError(1)); del f
        gc.collect()
        await asyncio.sleep(0)
    asyncio.run(main())
    for o in out: print(o[0].split(" at ")[0].split("<locals>")[0], o[1], o[2])


handler()


def threads():
    import threading
    async def add(a,b): await asyncio.sleep(0.001); return a+b
    loop=asyncio.new_event_loop()
    t=threading.Thread(target=loop.run_forever); t.start()
    print(asyncio.run_coroutine_threadsafe(add(1,2), loop).result(5))
    loop.call_soon_threadsafe(loop.stop); t.join(); loop.close()
    import concurrent.futures as cf
    async def main():
        with cf.ThreadPoolExecutor(2) as ex:
            return await asyncio.get_running_loop().run_in_executor(ex, pow, 2, 10)
    print(asyncio.run(main()))


threads()
# expect: [0, 1, 2] 100
# expect: 100
# expect: cs 100
# expect: 100 0
# expect: Exception in callback handler. ZeroDivisionError('division by zero') ['exception', 'handle', 'message']
# expect: Task exception was never retrieved KeyError('k') ['exception', 'future', 'message']
# expect: Future exception was never retrieved ValueError(1) ['exception', 'future', 'message']
# expect: 3
# expect: 1024
