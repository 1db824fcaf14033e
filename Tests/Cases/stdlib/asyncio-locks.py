# Recorded from CPython 3.11.7.
# Locks, queues, conditions and barriers of asyncio.
import asyncio


def locks():
    async def main():
        l=asyncio.Lock()
        print(l.locked())
        try: l.release()
        except RuntimeError as e: print(e)
        async with l: print(l.locked())
        s=asyncio.BoundedSemaphore(1)
        async with s: print(s.locked())
        try: s.release()
        except ValueError as e: print(e)
        q=asyncio.Queue(2)
        q.put_nowait(1); q.put_nowait(2)
        try: q.put_nowait(3)
        except asyncio.QueueFull: print("full", q.full(), q.qsize())
        print(str(q))
        print(await q.get(), await q.get())
        try: q.get_nowait()
        except asyncio.QueueEmpty: print("empty")
        q.task_done(); q.task_done()
        try: q.task_done()
        except ValueError as e: print(e)
        await q.join()
        p=asyncio.PriorityQueue()
        for x in 3,1,2: p.put_nowait(x)
        print([p.get_nowait() for _ in range(3)])
        p=asyncio.LifoQueue()
        for x in 3,1,2: p.put_nowait(x)
        print([p.get_nowait() for _ in range(3)])
        e=asyncio.Event()
        async def w(): await e.wait(); return "ev"
        t=asyncio.create_task(w()); await asyncio.sleep(0); e.set(); print(await t)
        c=asyncio.Condition()
        async def cw():
            async with c: 
                await c.wait(); return "cond"
        t=asyncio.create_task(cw()); await asyncio.sleep(0)
        async with c: c.notify_all()
        print(await t)
        b=asyncio.Barrier(3)
        async def bw():
            return await b.wait()
        print(sorted(await asyncio.gather(*[bw() for _ in range(3)])))
        try: await c.wait()
        except RuntimeError as e: print(e)
    asyncio.run(main())


locks()
# expect: False
# expect: Lock is not acquired.
# expect: True
# expect: True
# expect: BoundedSemaphore released too many times
# expect: full True 2
# expect: <Queue maxsize=2 _queue=[1, 2] tasks=2>
# expect: 1 2
# expect: empty
# expect: task_done() called too many times
# expect: [1, 2, 3]
# expect: [2, 1, 3]
# expect: ev
# expect: cond
# expect: [0, 1, 2]
# expect: cannot wait on un-acquired lock
