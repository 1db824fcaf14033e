"""One event loop; in a kernel it handles comm messages while it waits."""
try:
    from _wick_shell import serve as _wait, wake as _wake
except ImportError:
    # No kernel: nobody else can end the wait.
    from time import sleep as _wait
    def _wake():
        pass
import time as _time
import _process
_POLLIN, _POLLOUT, _POLLENDS = 1, 4, 0x38

class CancelledError(BaseException):
    pass
class InvalidStateError(Exception):
    pass
TimeoutError = TimeoutError
class QueueEmpty(Exception):
    pass
class QueueFull(Exception):
    pass

class Future:
    _coro = None
    def __init__(self, *, loop=None):
        self._loop = loop or _loop
        self._done = False
        self._cancelled = False
        self._result = None
        self._exception = None
        self._callbacks = []
    def done(self):
        return self._done
    def cancelled(self):
        return self._cancelled
    def result(self):
        if self._cancelled:
            raise CancelledError()
        if not self._done:
            raise InvalidStateError("Result is not set.")
        if self._exception is not None:
            raise self._exception
        return self._result
    def exception(self):
        return self._exception
    def _finish(self):
        self._done = True
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            self._loop.call_soon(callback, self)
    def set_result(self, result):
        if self._done:
            raise InvalidStateError("invalid state")
        self._result = result
        self._finish()
    def set_exception(self, exception):
        if self._done:
            raise InvalidStateError("invalid state")
        self._exception = exception() if isinstance(exception, type) else exception
        self._finish()
    def cancel(self, msg=None):
        if self._done:
            return False
        self._cancelled = True
        self._finish()
        return True
    def add_done_callback(self, fn, *, context=None):
        if self._done:
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)
    def remove_done_callback(self, fn):
        self._callbacks = [f for f in self._callbacks if f != fn]
    def get_loop(self):
        return self._loop
    def __await__(self):
        if not self._done:
            yield self
        return self.result()
    __iter__ = __await__

class Task(Future):
    _count = 0
    def __init__(self, coro, *, loop=None, name=None):
        super().__init__(loop=loop)
        self._coro = coro
        self._waiter = None
        self._must_cancel = False
        Task._count += 1
        self._name = name or "Task-%d" % Task._count
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step)
    def get_name(self):
        return self._name
    def set_name(self, name):
        self._name = name
    def get_coro(self):
        return self._coro
    def cancel(self, msg=None):
        if self._done:
            return False
        self._must_cancel = True
        if self._waiter is not None and not self._waiter.done():
            self._waiter.cancel()
        return True
    def _finish(self):
        if self in self._loop._tasks:
            self._loop._tasks.remove(self)
        super()._finish()
    def _step(self, future=None):
        if self._done:
            return
        self._waiter = None
        previous, self._loop._current = self._loop._current, self
        try:
            if self._must_cancel:
                self._must_cancel = False
                made = self._coro.throw(CancelledError())
            else:
                made = self._coro.send(None)
        except StopIteration as stop:
            self._result = stop.value
            self._finish()
        except CancelledError:
            self._cancelled = True
            self._finish()
        except (KeyboardInterrupt, SystemExit) as error:
            self._exception = error
            self._finish()
            raise
        except BaseException as error:
            self._exception = error
            self._finish()
        else:
            if isinstance(made, Future):
                self._waiter = made
                made.add_done_callback(self._step)
            else:
                self._loop.call_soon(self._step)
        finally:
            self._loop._current = previous

class _Handle:
    def __init__(self, callback, args):
        self._callback, self._args, self._cancelled = callback, args, False
    def cancel(self):
        self._cancelled = True
    def cancelled(self):
        return self._cancelled
    def _run(self):
        if not self._cancelled:
            self._callback(*self._args)

class AbstractEventLoop:
    pass

class _Loop(AbstractEventLoop):
    def __init__(self):
        self._ready = []
        self._files = {}
        self._timers = []
        self._tasks = []
        self._current = None
        self._running = self._stopping = False
        self._counter = 0
    def time(self):
        return _time.monotonic()
    def call_soon(self, callback, *args, context=None):
        handle = _Handle(callback, args)
        self._ready.append(handle)
        return handle
    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self.call_soon(callback, *args)
        _wake()
        return handle
    def call_at(self, when, callback, *args, context=None):
        handle = _Handle(callback, args)
        self._counter += 1
        self._timers.append((when, self._counter, handle))
        self._timers.sort(key=lambda t: (t[0], t[1]))
        return handle
    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args)
    def create_future(self):
        return Future(loop=self)
    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name)
    def is_running(self):
        return self._running
    def is_closed(self):
        return False
    def close(self):
        pass
    def stop(self):
        self._stopping = True
    def set_debug(self, flag):
        pass
    def get_debug(self):
        return False
    def _patience(self, now):
        """Seconds until something is due."""
        if self._stopping or self._ready:
            return 0.0
        return max(0.0, self._timers[0][0] - now) if self._timers else 3600.0
    def _poll(self, now):
        """Looks for descriptors that are ready, and handles what else may come now and then."""
        wanted = {}
        for fd, event in self._files:
            wanted[fd] = wanted.get(fd, 0) | event
        wait = self._patience(now)
        if _wait is not _time.sleep and wait > 0:
            # The kernel's own messages are not among the descriptors.
            _wait(0.0)
            wait = min(wait, 0.02)
        for fd, events in _process.poll(list(wanted.items()), wait):
            for event in (_POLLIN, _POLLOUT):
                if events & (event | _POLLENDS) and (fd, event) in self._files:
                    self._ready.append(self._files[fd, event])
    def _watch(self, fd, event, callback, args):
        fd = fd if isinstance(fd, int) else fd.fileno()
        self._files[fd, event] = _Handle(callback, args)
    def _unwatch(self, fd, event):
        fd = fd if isinstance(fd, int) else fd.fileno()
        return self._files.pop((fd, event), None) is not None
    def add_reader(self, fd, callback, *args):
        """Calls whenever the descriptor can be read."""
        self._watch(fd, _POLLIN, callback, args)
    def remove_reader(self, fd):
        return self._unwatch(fd, _POLLIN)
    def add_writer(self, fd, callback, *args):
        """Calls whenever the descriptor can be written."""
        self._watch(fd, _POLLOUT, callback, args)
    def remove_writer(self, fd):
        return self._unwatch(fd, _POLLOUT)
    def _once(self):
        now = self.time()
        while self._timers and self._timers[0][0] <= now:
            self._ready.append(self._timers.pop(0)[2])
        if self._files:
            self._poll(now)
        ready, self._ready = self._ready, []
        if not ready:
            if not self._files:
                _wait(self._patience(now))
            return
        while ready:
            handle = ready.pop(0)
            try:
                handle._run()
            except BaseException:
                self._ready = ready + self._ready
                raise
    def run_until_complete(self, future):
        future = ensure_future(future)
        was, self._running = self._running, True
        current, self._current = self._current, None
        try:
            while not future.done():
                self._once()
        except BaseException:
            if not future.done():
                future._cancelled = future._done = True
                if future in self._tasks:
                    self._tasks.remove(future)
            self._ready.clear()
            raise
        finally:
            self._running = was
            self._current = current
        return future.result()
    def run_forever(self):
        was, self._running = self._running, True
        try:
            self._once()
            while not self._stopping:
                self._once()
        finally:
            self._running, self._stopping = was, False
    def run_in_executor(self, executor, func, *args):
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future
    def create_server(self, *args, **kwargs):
        raise NotImplementedError("protocols: use asyncio.start_server")

_loop = _Loop()

def get_event_loop():
    return _loop
def get_running_loop():
    return _loop
def new_event_loop():
    return _loop
class _Policy:
    """There is one loop, whatever the policy."""
    def get_event_loop(self):
        return _loop
    new_event_loop = get_event_loop
    def set_event_loop(self, loop):
        pass
def get_event_loop_policy():
    return _Policy()
def set_event_loop_policy(policy):
    pass
def set_event_loop(loop):
    pass
def current_task(loop=None):
    return _loop._current
def all_tasks(loop=None):
    return set(_loop._tasks)
def iscoroutine(obj):
    return type(obj).__name__ in ("coroutine", "generator")
def iscoroutinefunction(func):
    return bool(getattr(getattr(func, "__code__", None), "co_flags", 0) & 0x80)
def isfuture(obj):
    return isinstance(obj, Future)
async def _wrap(awaitable):
    return await awaitable
def ensure_future(obj, *, loop=None):
    if isinstance(obj, Future):
        return obj
    if not hasattr(obj, "send"):
        obj = _wrap(obj)
    return Task(obj)
def create_task(coro, *, name=None, context=None):
    return Task(coro, name=name)
def run(main, *, debug=None, loop_factory=None):
    if _loop._running:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    return _loop.run_until_complete(main)
async def sleep(delay, result=None):
    future = _loop.create_future()
    if delay <= 0:
        _loop.call_soon(lambda: future.done() or future.set_result(result))
    else:
        _loop.call_later(delay, lambda: future.done() or future.set_result(result))
    return await future
def gather(*aws, return_exceptions=False):
    futures = [ensure_future(a) for a in aws]
    outer = _loop.create_future()
    if not futures:
        outer.set_result([])
        return outer
    left = [len(futures)]
    def done(future):
        left[0] -= 1
        if outer.done():
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(CancelledError())
                return
            if future.exception() is not None:
                outer.set_exception(future.exception())
                return
        if left[0] == 0:
            outer.set_result([CancelledError() if f.cancelled() else f.exception() or f._result for f in futures])
    for future in futures:
        future.add_done_callback(done)
    return outer
async def wait_for(aw, timeout):
    future = ensure_future(aw)
    if timeout is None:
        return await future
    waiter = _loop.create_future()
    handle = _loop.call_later(timeout, lambda: waiter.done() or waiter.set_result(False))
    future.add_done_callback(lambda f: waiter.done() or waiter.set_result(True))
    in_time = await waiter
    handle.cancel()
    if not in_time:
        future.cancel()
        # It may clean up first, or end in spite of it.
        while not future.done():
            await sleep(0)
        if future.cancelled():
            raise TimeoutError()
    return future.result()
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
async def wait(aws, *, timeout=None, return_when=ALL_COMPLETED):
    futures = [ensure_future(a) for a in aws]
    end = None if timeout is None else _loop.time() + timeout
    while True:
        done = {f for f in futures if f.done()}
        if len(done) == len(futures) or (done and return_when == FIRST_COMPLETED):
            break
        if end is not None and _loop.time() >= end:
            break
        waiter = _loop.create_future()
        for f in futures:
            if not f.done():
                f.add_done_callback(lambda _: waiter.done() or waiter.set_result(None))
        if end is not None:
            _loop.call_at(end, lambda: waiter.done() or waiter.set_result(None))
        await waiter
    return done, set(futures) - done
def as_completed(aws, *, timeout=None):
    queue = Queue()
    futures = [ensure_future(a) for a in aws]
    for f in futures:
        f.add_done_callback(queue.put_nowait)
    async def one():
        return (await queue.get()).result()
    for _ in futures:
        yield one()
async def to_thread(func, /, *args, **kwargs):
    return func(*args, **kwargs)
def shield(aw):
    return ensure_future(aw)

class Event:
    def __init__(self):
        self._set, self._waiters = False, []
    def is_set(self):
        return self._set
    def set(self):
        self._set = True
        for w in self._waiters:
            if not w.done():
                w.set_result(True)
        self._waiters = []
    def clear(self):
        self._set = False
    async def wait(self):
        if not self._set:
            w = _loop.create_future()
            self._waiters.append(w)
            await w
        return True

class Semaphore:
    def __init__(self, value=1):
        self._value, self._waiters = value, []
    def locked(self):
        return self._value == 0
    async def acquire(self):
        while self._value <= 0:
            w = _loop.create_future()
            self._waiters.append(w)
            await w
        self._value -= 1
        return True
    def release(self):
        self._value += 1
        while self._waiters:
            w = self._waiters.pop(0)
            if not w.done():
                w.set_result(None)
                break
    async def __aenter__(self):
        await self.acquire()
    async def __aexit__(self, *exc):
        self.release()
BoundedSemaphore = Semaphore
class Lock(Semaphore):
    def __init__(self):
        super().__init__(1)

class Queue:
    def __init__(self, maxsize=0):
        self.maxsize, self._items, self._getters, self._putters = maxsize, [], [], []
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
    def qsize(self):
        return len(self._items)
    def empty(self):
        return not self._items
    def full(self):
        return 0 < self.maxsize <= len(self._items)
    def _wake(self, waiters):
        while waiters:
            w = waiters.pop(0)
            if not w.done():
                w.set_result(None)
                break
    def put_nowait(self, item):
        if self.full():
            raise QueueFull()
        self._items.append(item)
        self._unfinished += 1
        self._finished.clear()
        self._wake(self._getters)
    def get_nowait(self):
        if not self._items:
            raise QueueEmpty()
        item = self._items.pop(0)
        self._wake(self._putters)
        return item
    async def put(self, item):
        while self.full():
            w = _loop.create_future()
            self._putters.append(w)
            await w
        self.put_nowait(item)
    async def get(self):
        while not self._items:
            w = _loop.create_future()
            self._getters.append(w)
            await w
        return self.get_nowait()
    def task_done(self):
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()
    async def join(self):
        await self._finished.wait()

class TaskGroup:
    async def __aenter__(self):
        self._tasks = []
        return self
    def create_task(self, coro, *, name=None, context=None):
        task = Task(coro, name=name)
        self._tasks.append(task)
        return task
    async def __aexit__(self, kind, error, tb):
        if self._tasks:
            await wait(self._tasks)
        errors = [t.exception() for t in self._tasks if not t.cancelled() and t.exception() is not None]
        if errors and error is None:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors)

class timeout:
    def __init__(self, delay):
        self._delay, self._expired = delay, False
    async def __aenter__(self):
        task = _loop._current
        def expire():
            self._expired = True
            task.cancel()
        self._handle = None if self._delay is None else _loop.call_later(self._delay, expire)
        return self
    async def __aexit__(self, kind, error, tb):
        if self._handle is not None:
            self._handle.cancel()
        if self._expired and kind is CancelledError:
            raise TimeoutError()

def __getattr__(name):
    # Streams are made of sockets, which few programs need.
    if name in ("open_connection", "start_server", "open_unix_connection", "start_unix_server", "StreamReader", "StreamWriter",
                "IncompleteReadError", "LimitOverrunError", "Server"):
        import _asyncio_streams
        return getattr(_asyncio_streams, name)
    raise AttributeError("module 'asyncio' has no attribute %r" % name)
