# Recorded from CPython 3.11.7.
# Futures, loops that stop, and the order of callbacks.
import asyncio


def fut():
    loop=asyncio.new_event_loop()
    f=loop.create_future()
    print(f)
    try: f.result()
    except asyncio.InvalidStateError as e: print(e)
    try: f.exception()
    except asyncio.InvalidStateError as e: print(e)
    def cb(x): print("cb",x)
    f.add_done_callback(cb)
    f.set_result(3)
    print(f)
    try: f.set_result(4)
    except asyncio.InvalidStateError as e: print(e)
    try: f.set_exception(ValueError())
    except asyncio.InvalidStateError as e: print(e)
    print(loop.run_until_complete(f))
    g=loop.create_future(); g.cancel(); print(g, g.cancel(), g.cancelled(), g.done())
    try: g.result()
    except asyncio.CancelledError as e: print(repr(e))
    g=loop.create_future(); g.cancel("why")
    try: g.result()
    except asyncio.CancelledError as e: print(repr(e))
    h=loop.create_future(); h.set_exception(ValueError("x")); print(h, h.exception())
    h=loop.create_future()
    try: h.set_exception(StopIteration)
    except TypeError as e: print(e)
    print(h.remove_done_callback(cb))
    print(loop.is_running(), loop.is_closed())
    loop.close(); print(loop)
    try: loop.call_soon(print)
    except RuntimeError as e: print(e)
    async def nothing(): pass
    co=nothing()
    try: loop.run_until_complete(co)
    except RuntimeError as e: print(e)
    co.close()


fut()


def order():
    log=[]
    async def w(n):
        for i in range(3):
            log.append((n,i)); await asyncio.sleep(0)
    async def main():
        loop=asyncio.get_running_loop()
        loop.call_soon(log.append, "soon")
        loop.call_later(0, log.append, "later0")
        t=[asyncio.create_task(w(i)) for i in range(2)]
        await asyncio.gather(*t)
        log.append("end")
        loop.call_soon(log.append,"last")
    asyncio.run(main()); print(log)


order()


def stops():
    loop=asyncio.new_event_loop()
    loop.call_soon(loop.stop); loop.run_forever(); print("stopped")
    f=loop.create_future(); loop.call_soon(loop.stop)
    try: loop.run_until_complete(f)
    except RuntimeError as e: print(e)
    async def again():
        try: loop.run_until_complete(f)
        except RuntimeError as e: print(e)
    loop.run_until_complete(again())
    h=loop.call_later(5, print, 1); print(h.cancelled(), h.when()>loop.time()); h.cancel(); print(h.cancelled())
    loop.close()


stops()


def runner():
    with asyncio.Runner() as r:
        async def f(): return asyncio.get_running_loop()
        a=r.run(f()); b=r.run(f()); print(a is b, r.get_loop() is a)
    try: r.run(f())
    except RuntimeError as e: print(e)
    import gc


runner()
# expect: <Future pending>
# expect: Result is not set.
# expect: Exception is not set.
# expect: <Future finished result=3>
# expect: invalid state
# expect: invalid state
# expect: cb <Future finished result=3>
# expect: 3
# expect: <Future cancelled> False True True
# expect: CancelledError()
# expect: CancelledError('why')
# expect: <Future finished exception=ValueError('x')> x
# expect: StopIteration interacts badly with generators and cannot be raised into a Future
# expect: 0
# expect: False False
# expect: <_UnixSelectorEventLoop running=False closed=True debug=False>
# expect: Event loop is closed
# expect: Event loop is closed
# expect: ['soon', (0, 0), (1, 0), 'later0', (0, 1), (1, 1), (0, 2), (1, 2), 'end', 'last']
# expect: stopped
# expect: Event loop stopped before Future completed.
# expect: This event loop is already running
# expect: False True
# expect: True
# expect: True True
# expect: Runner is closed
