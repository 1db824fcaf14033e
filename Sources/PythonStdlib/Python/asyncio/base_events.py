"""The event loop: callbacks that are due, descriptors that are ready, and the wait for both."""
import _process
import _thread
import heapq
import time
from _thread import _context, _owner, _swap
from collections import deque

from asyncio import events, futures, tasks
from asyncio.events import Handle, TimerHandle

__all__ = ("BaseEventLoop", "Server")

_shell = events._shell
_POLLIN, _POLLOUT, _POLLENDS = 1, 4, 0x38
_monotonic = time.monotonic
_heappush, _heappop = heapq.heappush, heapq.heappop
_LONGEST = 24 * 3600.0


def __getattr__(name):
    # Few programs name the class of servers.
    if name == "Server":
        from asyncio.network import Server
        return Server
    raise AttributeError("module %r has no attribute %r" % (__name__, name))


class BaseEventLoop(events.AbstractEventLoop):
    """Runs callbacks one after another in one thread."""

    # The thread of a kernel's cells that the loop runs in.
    _home = None
    # Whether a running loop may be run once more by what it runs (nest_asyncio).
    _nesting = False
    _closed = _stopping = _debug = False
    _thread = _current_task = _wakes = None
    _executor = _factory = _handler = _failed_in = None
    _executor_ended = _asyncgens_ended = False
    slow_callback_duration = 0.1

    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._cancelled_timers = self._count = 0
        self._files = {}
        self._tasks = set()
        self._signals = {}
        self._transports = {}

    def __repr__(self):
        return "<%s running=%s closed=%s debug=%s>" % (
            type(self).__name__, self.is_running(), self._closed, self._debug)

    def __del__(self):
        if not self._closed and self._wakes is not None:
            self.close()

    # Running

    def is_running(self):
        return self._thread is not None

    def is_closed(self):
        return self._closed

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _may_nest(self):
        return self._nesting

    def _check_running(self):
        if self._nesting:
            return
        if self._thread is not None:
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        """Runs until stop() is called."""
        self._check_closed()
        self._check_running()
        self._run(None)

    def _run(self, future):
        """Runs until the future is done, or until stop()."""
        outer = events._get_running_loop()
        was, self._thread = self._thread, _thread.get_ident()
        if _shell is not None:
            self._home = self._thread if _shell.in_cell() else None
        task, self._current_task = self._current_task, None
        events._set_running_loop(self)
        try:
            if future is None:
                while True:
                    self._run_once()
                    if self._stopping:
                        break
            else:
                while future._state == "PENDING" and not self._stopping:
                    self._run_once()
                if not self._stopping:
                    # What was due at the same time is called too.
                    self._run_once(0)
        finally:
            self._stopping = False
            self._thread, self._current_task = was, task
            events._set_running_loop(outer)

    def run_until_complete(self, future):
        """Runs until a future is done; returns its result."""
        self._check_closed()
        self._check_running()
        is_mine = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_mine:
            # Nobody else can look at it when this is left by an error.
            future._log_destroy_pending = False
        try:
            self._run(future)
        except BaseException:
            if is_mine and future.done() and not future.cancelled():
                future.exception()
            raise
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        """Ends run_forever() after the callbacks that are due."""
        self._stopping = True

    def close(self):
        """Forgets everything that waits."""
        if self._thread is not None:
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        for number in list(self._signals):
            self.remove_signal_handler(number)
        self._ready.clear()
        self._timers.clear()
        self._files.clear()
        if self._wakes is not None:
            import posix
            for descriptor in self._wakes:
                posix.close(descriptor)
            self._wakes = None
        executor, self._executor = self._executor, None
        self._executor_ended = True
        if executor is not None:
            executor.shutdown(wait=False)

    def _run_once(self, patience=None):
        """Waits for what is due next and calls it."""
        ready, timers = self._ready, self._timers
        if self._cancelled_timers > 100 and self._cancelled_timers * 2 > len(timers):
            timers = self._timers = [t for t in timers if not t[2]._cancelled]
            heapq.heapify(timers)
            self._cancelled_timers = 0
        while timers and timers[0][2]._cancelled:
            _heappop(timers)
            self._cancelled_timers -= 1
        if ready or self._stopping:
            patience = 0
        elif patience is None:
            patience = _LONGEST
            if timers:
                patience = max(0.0, min(_LONGEST, timers[0][0] - _monotonic()))
        if patience or self._files:
            self._wait(patience)
        elif self._home is not None:
            # Front ends want their messages handled by a busy loop too.
            self._count += 1
            if not self._count & 31:
                self._wait(0)
        if timers:
            now = _monotonic() + 1e-9
            while timers and timers[0][0] <= now:
                handle = _heappop(timers)[2]
                if handle._cancelled:
                    self._cancelled_timers -= 1
                else:
                    handle._scheduled = False
                    ready.append(handle)
        handle = None
        if not ready:
            return
        outer, owner = _context(), _owner()
        take = ready.popleft
        left = len(ready)
        try:
            while left:
                left -= 1
                handle = take()
                if handle._cancelled:
                    continue
                context = handle._context
                if context._entered:
                    raise RuntimeError("cannot enter context: %r is already entered" % context)
                context._entered = True
                _swap(context, owner if context._owner is None else context._owner)
                try:
                    handle._callback(*handle._args)
                except (SystemExit, KeyboardInterrupt):
                    self._failed_in = context
                    raise
                except BaseException as error:
                    handle._failed(error)
                finally:
                    context._entered = False
        finally:
            handle = context = None
            _swap(outer, owner)

    def _wait(self, patience):
        """Waits until a descriptor is ready, a thread calls, or the time is over."""
        files = self._files
        wanted = {}
        for descriptor, event in files:
            wanted[descriptor] = wanted.get(descriptor, 0) | event
        if self._home is not None:
            found = _shell.wait(list(wanted.items()), patience)
        else:
            if self._wakes is None:
                import posix
                wakes = posix.pipe()
                _process.set_blocking(wakes[0], False)
                _process.set_blocking(wakes[1], False)
                self._wakes = wakes
                if self._ready:
                    # A thread has called before it could wake.
                    patience = 0
            wanted[self._wakes[0]] = _POLLIN
            found = _process.poll(list(wanted.items()), patience)
        for descriptor, got in found:
            if self._wakes is not None and descriptor == self._wakes[0]:
                import posix
                try:
                    posix.read(descriptor, 4096)
                except OSError:
                    pass
                continue
            for event in (_POLLIN, _POLLOUT):
                handle = files.get((descriptor, event))
                if handle is not None and got & (event | _POLLENDS) and not handle._cancelled:
                    self._ready.append(handle)

    def _wake_up(self):
        """Ends a wait, from any thread."""
        if self._home is not None:
            _shell.wake(self._home)
        elif self._wakes is not None:
            import posix
            try:
                posix.write(self._wakes[1], b"\0")
            except OSError:
                pass

    # In a kernel

    def _has_work(self):
        return bool(self._ready or self._timers or self._files) and not self._closed

    def _run_background(self):
        """Goes on with what cells have left, until a request waits or nothing is left."""
        events._set_running_loop(self)
        self._thread = _thread.get_ident()
        try:
            while self._has_work() and not _shell.request_waits():
                try:
                    self._run_once()
                except (SystemExit, KeyboardInterrupt) as error:
                    context, self._failed_in = self._failed_in, None
                    if context is not None:
                        context.run(_shell.write_traceback, error)
                self._stopping = False
        finally:
            self._thread = self._current_task = None
            events._set_running_loop(None)

    def _run_cell(self, coroutine):
        """Runs the coroutine of a cell; an interrupt cancels it."""
        if self._thread is not None:
            # A cell within a comm message within a cell that awaits.
            self._nesting, nesting = True, self._nesting
            try:
                return self.run_until_complete(coroutine)
            finally:
                self._nesting = nesting
        task = self.create_task(coroutine)
        task._log_destroy_pending = False
        try:
            self._run(task)
            while not task.done():
                # It has called stop(): the cell goes on all the same.
                self._run(task)
            return task.result()
        except KeyboardInterrupt:
            if not task.done():
                task.cancel()
                try:
                    self._run(task)
                except KeyboardInterrupt:
                    pass
            if task.done() and not task.cancelled():
                task.exception()
            raise
        finally:
            events.contextvars._adopt(task.get_context())
            task = None

    # Scheduling

    def time(self):
        """The loop's clock, in seconds."""
        return _monotonic()

    def call_soon(self, callback, *args, context=None):
        """Calls a function when its turn comes."""
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if self._debug:
            self._check_debug(callback, "call_soon")
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        """Like call_soon(), from any thread."""
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        self._wake_up()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        """Calls a function after some seconds."""
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(_monotonic() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Calls a function at a time of the loop's clock."""
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_debug(callback, "call_at")
        handle = TimerHandle(when, callback, args, self, context)
        self._count += 1
        _heappush(self._timers, (when, self._count, handle))
        handle._scheduled = True
        return handle

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._cancelled_timers += 1

    def _check_debug(self, callback, method):
        from asyncio import coroutines
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with %s()" % method)
        if not callable(callback):
            raise TypeError("a callable object was expected by %s(), got %r" % (method, callback))
        if self._thread is not None and self._thread != _thread.get_ident():
            raise RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one")

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        """Starts a coroutine."""
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if self._factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context)
        made = self._factory(self, coro) if context is None else self._factory(self, coro, context=context)
        if name is not None and hasattr(made, "set_name"):
            made.set_name(name)
        return made

    def set_task_factory(self, factory):
        """Sets the function (loop, coroutine) that makes tasks; None means the usual ones."""
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._factory = factory

    def get_task_factory(self):
        return self._factory

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = bool(enabled)

    # Threads

    def run_in_executor(self, executor, func, *args):
        """Calls a function in a pool of threads."""
        self._check_closed()
        if self._debug:
            self._check_debug(func, "run_in_executor")
        if executor is None:
            if self._executor_ended:
                raise RuntimeError("Executor shutdown has been called")
            if self._executor is None:
                from concurrent.futures import ThreadPoolExecutor
                self._executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
            executor = self._executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Sets the pool that run_in_executor(None, ...) uses."""
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._executor = executor

    async def shutdown_default_executor(self):
        """Waits for the threads of the usual pool."""
        self._executor_ended = True
        executor = self._executor
        if executor is None:
            return
        import threading
        future = self.create_future()

        def end():
            executor.shutdown(wait=True)
            if not self._closed:
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)

        thread = threading.Thread(target=end)
        thread.start()
        try:
            await future
        finally:
            thread.join()

    async def shutdown_asyncgens(self):
        """Asynchronous generators are closed by whoever holds them."""
        self._asyncgens_ended = True

    # Errors

    def get_exception_handler(self):
        return self._handler

    def set_exception_handler(self, handler):
        """Sets the function (loop, context) that is told of errors nobody catches."""
        if handler is not None and not callable(handler):
            raise TypeError("A callable object or None is expected, got %r" % (handler,))
        self._handler = handler

    def default_exception_handler(self, context):
        """Writes an error into the log."""
        lines = [context.get("message") or "Unhandled exception in event loop"]
        error = context.get("exception")
        for key in sorted(context):
            if key in ("message", "exception"):
                continue
            value = context[key]
            if key == "source_traceback":
                import traceback
                value = "Object created at (most recent call last):\n" + "".join(traceback.format_list(value)).rstrip()
            elif key == "handle_traceback":
                import traceback
                value = "Handle created at (most recent call last):\n" + "".join(traceback.format_list(value)).rstrip()
            else:
                value = repr(value)
            lines.append("%s: %s" % (key, value))
        from asyncio.log import logger
        logger.error("\n".join(lines), exc_info=False if error is None else error)

    def call_exception_handler(self, context):
        """Tells of an error nobody catches."""
        owner = context.get("task") or context.get("future")
        there = getattr(owner, "_context", None)
        try:
            if there is not None and not there._is_entered():
                # What it writes belongs where the task's output goes.
                there.run(self._tell, context)
            else:
                self._tell(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            from asyncio.log import logger
            logger.error("Exception in default exception handler", exc_info=True)

    def _tell(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
            return
        try:
            self._handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.default_exception_handler({"message": "Unhandled error in exception handler", "exception": error,
                                            "context": context})

    # Descriptors

    def _number(self, descriptor):
        number = descriptor if isinstance(descriptor, int) else descriptor.fileno()
        if number < 0:
            raise ValueError("Invalid file descriptor: %s" % number)
        return number

    def _watch(self, descriptor, event, callback, args):
        self._check_closed()
        handle = Handle(callback, args, self)
        key = self._number(descriptor), event
        old = self._files.get(key)
        if old is not None:
            old.cancel()
        self._files[key] = handle
        return handle

    def _unwatch(self, descriptor, event):
        if self._closed:
            return False
        handle = self._files.pop((self._number(descriptor), event), None)
        if handle is None:
            return False
        handle.cancel()
        return True

    def _check_free(self, descriptor):
        transport = self._transports.get(self._number(descriptor))
        if transport is not None and not transport.is_closing():
            raise RuntimeError("File descriptor %r is used by transport %r" % (self._number(descriptor), transport))

    def add_reader(self, fd, callback, *args):
        """Calls a function whenever there is something to read."""
        self._check_free(fd)
        self._watch(fd, _POLLIN, callback, args)

    def remove_reader(self, fd):
        """Forgets the function of add_reader(); False if there is none."""
        self._check_free(fd)
        return self._unwatch(fd, _POLLIN)

    def add_writer(self, fd, callback, *args):
        """Calls a function whenever something can be written."""
        self._check_free(fd)
        self._watch(fd, _POLLOUT, callback, args)

    def remove_writer(self, fd):
        """Forgets the function of add_writer(); False if there is none."""
        self._check_free(fd)
        return self._unwatch(fd, _POLLOUT)

    # Signals

    def add_signal_handler(self, sig, callback, *args):
        """Calls a function in the loop when a signal comes."""
        import signal
        from asyncio import coroutines
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        handle = Handle(callback, args, self)

        def caught(number, frame):
            if not handle._cancelled and not self._closed:
                self._ready.append(handle)
                self._wake_up()

        try:
            signal.signal(sig, caught)
        except ValueError as error:
            raise RuntimeError(str(error)) from None
        except OSError as error:
            if error.errno == 22:
                raise RuntimeError("sig %d cannot be caught" % sig) from None
            raise
        self._signals[sig] = handle

    def remove_signal_handler(self, sig):
        """Forgets the function of a signal; False if there is none."""
        import signal
        self._check_signal(sig)
        handle = self._signals.pop(sig, None)
        if handle is None:
            return False
        handle.cancel()
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        import signal
        if not isinstance(sig, int):
            raise TypeError("sig must be an int, not %r" % (sig,))
        if sig not in signal.valid_signals():
            raise ValueError("invalid signal number %s" % sig)
