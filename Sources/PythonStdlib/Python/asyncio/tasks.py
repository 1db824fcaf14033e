"""Tasks, and functions that wait for several of them."""
import contextvars
import itertools
import types
from _thread import _advance

from asyncio import coroutines, events, futures
from asyncio.exceptions import CancelledError, InvalidStateError
from asyncio.futures import Future, _CANCELLED, _FINISHED, _PENDING

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for",
           "as_completed", "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task",
           "all_tasks", "_register_task", "_unregister_task", "_enter_task", "_leave_task")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
_numbers = itertools.count(1)
_copy_context = contextvars.copy_context
_Coroutine = types.CoroutineType


def current_task(loop=None):
    """The task that runs in a loop, None outside of tasks."""
    if loop is None:
        loop = events.get_running_loop()
    return getattr(loop, "_current_task", None)


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {t for t in loop._tasks if not t.done()}


def _register_task(task):
    task.get_loop()._tasks.add(task)


def _unregister_task(task):
    task.get_loop()._tasks.discard(task)


def _enter_task(loop, task):
    busy = loop._current_task
    if busy is not None:
        raise RuntimeError("Cannot enter into task %r while another task %r is being executed." % (task, busy))
    loop._current_task = task


def _leave_task(loop, task):
    busy = loop._current_task
    if busy is not task:
        raise RuntimeError("Leaving task %r does not match the current task %r." % (task, busy))
    loop._current_task = None


class Task(Future):
    """A coroutine that the loop runs."""

    _fut_waiter = None
    _must_cancel = False
    _cancelling = 0
    _log_destroy_pending = True
    _coro = None
    # A task stands in the loop's queue itself, as a handle whose `_callback` is the next step.
    _cancelled = False
    _args = ()
    __module__ = "_asyncio"

    def __init__(self, coro, *, loop=None, name=None, context=None):
        self._loop = loop = events.get_event_loop() if loop is None else loop
        if type(coro) is not _Coroutine and not coroutines.iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError("a coroutine was expected, got %r" % (coro,))
        self._name = next(_numbers) if name is None else str(name)
        self._coro = coro
        self._context = _copy_context() if context is None else context
        loop._check_closed()
        loop._ready.append(self)
        loop._tasks.add(self)

    def __repr__(self):
        from asyncio import _text
        return _text.task(self)

    def __del__(self):
        if self._state is _PENDING and self._log_destroy_pending:
            self._loop.call_exception_handler({"task": self, "message": "Task was destroyed but it is pending!"})
        elif self._log_traceback_flag:
            self._loop.call_exception_handler({
                "message": "Task exception was never retrieved", "exception": self._exception, "future": self})

    def get_coro(self):
        """The coroutine."""
        return self._coro

    def get_context(self):
        """The context the coroutine runs in."""
        return self._context

    def get_name(self):
        name = self._name
        if type(name) is int:
            # Few ask: made when somebody does.
            self._name = name = "Task-%d" % name
        return name

    def set_name(self, value):
        self._name = str(value)

    # What becomes of it is the coroutine's affair.

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def get_stack(self, *, limit=None):
        """The frames of the coroutine: where it waits, or where it failed."""
        frames = []
        frame = getattr(self._coro, "cr_frame", None) or getattr(self._coro, "gi_frame", None)
        if frame is not None:
            frames.append(frame)
        elif self._exception is not None:
            trace = self._exception.__traceback__
            while trace is not None and (limit is None or len(frames) < limit):
                frames.append(trace.tb_frame)
                trace = trace.tb_next
        return frames[:limit]

    def print_stack(self, *, limit=None, file=None):
        """Writes where the coroutine is."""
        import linecache
        frames = self.get_stack(limit=limit)
        title = "No stack for %r" % self if not frames else "Stack for %r (most recent call last):" % self
        if frames and self._exception is not None:
            title = "Traceback for %r (most recent call last):" % self
        print(title, file=file)
        for frame in frames:
            code = frame.f_code
            print('  File "%s", line %s, in %s' % (code.co_filename, frame.f_lineno, code.co_name), file=file)
            line = linecache.getline(code.co_filename, frame.f_lineno).strip()
            if line:
                print("    " + line, file=file)
        if frames and self._exception is not None:
            print("%s: %s" % (type(self._exception).__name__, self._exception), file=file)

    def cancel(self, msg=None):
        """Asks for a CancelledError inside of the coroutine; False if it is done."""
        self._log_traceback_flag = False
        if self._state is not _PENDING:
            return False
        self._cancelling += 1
        waiter = self._fut_waiter
        if waiter is not None and waiter.cancel(msg=msg):
            return True
        self._must_cancel, self._cancel_message = True, msg
        return True

    def cancelling(self):
        """How many requests to cancel the task has that were not taken back."""
        return self._cancelling

    def uncancel(self):
        """Takes one request to cancel back; returns how many are left."""
        if self._cancelling > 0:
            self._cancelling -= 1
        return self._cancelling

    def _callback(self, error=None):
        """Runs the coroutine up to where it waits next."""
        if self._state is not _PENDING:
            raise InvalidStateError("_step(): already done: %r, %r" % (self, error))
        waiter = self._fut_waiter
        if waiter is not None:
            self._fut_waiter = None
            if waiter._asyncio_future_blocking is False and isinstance(waiter, Future):
                if waiter._exception is not None or waiter._state is not _FINISHED:
                    error = _outcome(waiter)
            else:
                error = _outcome(waiter)
            waiter = None
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        loop = self._loop
        outer = loop._current_task
        if outer is not None and not loop._nesting:
            raise RuntimeError("Cannot enter into task %r while another task %r is being executed." % (self, outer))
        loop._current_task = self
        try:
            if error is None:
                made = _advance(self._coro)
            else:
                made = self._coro.throw(error)
        except StopIteration as stop:
            self._finish(stop.value)
        except CancelledError as stop:
            loop._tasks.discard(self)
            self._cancelled_error = stop
            Future.cancel(self)
        except (KeyboardInterrupt, SystemExit) as stop:
            loop._tasks.discard(self)
            self._fail(stop)
            raise
        except BaseException as stop:
            loop._tasks.discard(self)
            self._fail(stop)
        else:
            if made is None:
                loop._ready.append(self)
            elif type(made) is tuple:
                self._finish(made[0])
            else:
                self._wait_for(made)
        finally:
            loop._current_task = outer
            self = error = None

    _step = _callback

    def _failed(self, error):
        """Tells of an error of `_step` itself."""
        self._loop.call_exception_handler({
            "message": "Exception in callback %r" % (self._step,), "exception": error, "task": self})

    def _finish(self, result):
        """Ends the task with what the coroutine has returned."""
        self._loop._tasks.discard(self)
        if self._must_cancel:
            # It was cancelled by itself and has ended without waiting.
            self._must_cancel = False
            Future.cancel(self, msg=self._cancel_message)
            return
        self._result, self._state = result, _FINISHED
        if self._callbacks:
            self._schedule()

    def _wait_for(self, made):
        """Goes on when what the coroutine has yielded is done."""
        blocking = getattr(made, "_asyncio_future_blocking", None)
        if blocking:
            if made is not self and made.get_loop() is self._loop:
                made._asyncio_future_blocking = False
                if isinstance(made, Future) and made._state is _PENDING:
                    if made._callbacks is None:
                        made._callbacks = [self]
                    else:
                        made._callbacks.append(self)
                else:
                    made.add_done_callback(self.task_wakeup, context=self._context)
                self._fut_waiter = made
                if self._must_cancel and made.cancel(msg=self._cancel_message):
                    self._must_cancel = False
                return
            if made is self:
                text = "Task cannot await on itself: %r" % (self,)
            else:
                text = "Task %r got Future %r attached to a different loop" % (self, made)
        elif blocking is not None:
            text = "yield was used instead of yield from in task %r with %r" % (self, made)
        elif isinstance(made, types.GeneratorType):
            text = "yield was used instead of yield from for generator in task %r with %r" % (self, made)
        else:
            text = "Task got bad yield: %r" % (made,)
        self._loop.call_soon(self._step, RuntimeError(text), context=self._context)

    def task_wakeup(self, future):
        """The future the task waits for is done."""
        self._step()


def _outcome(future):
    """The error of a future that is done, or None."""
    try:
        future.result()
    except BaseException as error:
        return error
    return None


async def _await(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """The future itself, or a task of the coroutine or awaitable."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not coroutines.iscoroutine(coro_or_future):
        if not hasattr(type(coro_or_future), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _await(coro_or_future)
    if loop is None:
        try:
            loop = events.get_event_loop()
        except RuntimeError:
            coro_or_future.close()
            raise
    return loop.create_task(coro_or_future)


def create_task(coro, *, name=None, context=None):
    """Starts a coroutine as a task of the running loop."""
    loop = events.get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


class _Pass:
    """Lets the other callbacks of the loop run once."""

    def __await__(self):
        yield


_pass = _Pass()


async def sleep(delay, result=None):
    """Waits for some seconds."""
    if delay <= 0:
        await _pass
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_at(loop.time() + delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    except BaseException:
        timer.cancel()
        raise


class _GatheringFuture(Future):
    """The future of gather(): cancelling it cancels the children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._was_cancelled = False

    def cancel(self, msg=None):
        if self.done():
            return False
        found = False
        for child in self._children:
            found = child.cancel(msg=msg) or found
        # The outer future follows when the children have ended.
        self._was_cancelled = self._was_cancelled or found
        return found


def gather(*coros_or_futures, return_exceptions=False):
    """A future of the list of all results."""
    if not coros_or_futures:
        future = events.get_event_loop().create_future()
        future.set_result([])
        return future
    loop = outer = None
    left = 0
    children, seen = [], {}

    def done(child):
        nonlocal left
        left -= 1
        if outer is None or outer._state is not _PENDING:
            # Somebody else's error has told already; this one counts as seen.
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if left:
            return
        results = []
        for one in children:
            if one._state is _CANCELLED:
                message = one._cancel_message
                results.append(CancelledError("" if message is None else message))
            else:
                one._log_traceback_flag = False
                error = one._exception
                results.append(one._result if error is None else error)
        if outer._was_cancelled:
            outer.set_exception(child._make_cancelled_error() if child.cancelled() else CancelledError())
        else:
            outer.set_result(results)

    for given in coros_or_futures:
        child = seen.get(given)
        if child is None:
            child = ensure_future(given, loop=loop)
            if loop is None:
                loop = child.get_loop()
            if child is not given:
                child._log_destroy_pending = False
            left += 1
            seen[given] = child
            child.add_done_callback(done)
        children.append(child)
    outer = _GatheringFuture(children, loop=loop)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for tasks and futures; returns the sets (done, pending)."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError("expect a list of futures, not %s" % type(fs).__name__)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return_when value: %s" % (return_when,))
    fs = set(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    """Waits until enough of `fs` are done, or for a time."""
    def enough(future):
        if return_when == FIRST_COMPLETED:
            return True
        return return_when == FIRST_EXCEPTION and not future.cancelled() and future._exception is not None

    left = [f for f in fs if not f.done()]
    count = len(left)
    if count and not any(enough(f) for f in fs if f.done()):
        waiter = loop.create_future()
        timer = None
        if timeout is not None:
            timer = loop.call_later(timeout, futures._set_result_unless_cancelled, waiter, None)

        def ended(future):
            nonlocal count
            count -= 1
            if count <= 0 or enough(future):
                if timer is not None:
                    timer.cancel()
                if not waiter.done():
                    waiter.set_result(None)

        for future in left:
            future.add_done_callback(ended)
        try:
            await waiter
        finally:
            if timer is not None:
                timer.cancel()
            for future in left:
                future.remove_done_callback(ended)
    done = {f for f in fs if f.done()}
    return done, fs - done


async def wait_for(fut, timeout):
    """The result of an awaitable; cancels it and raises TimeoutError after some seconds."""
    if timeout is None:
        return await fut
    loop = events.get_running_loop()
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError() from error
    waiter = loop.create_future()
    timer = loop.call_later(timeout, futures._set_result_unless_cancelled, waiter, False)
    fut = ensure_future(fut, loop=loop)

    def ended(_):
        if not waiter.done():
            waiter.set_result(True)

    fut.add_done_callback(ended)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(ended)
            # The inner one must have ended when the outer one does.
            await _cancel_and_wait(fut)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(ended)
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError() from error
    finally:
        timer.cancel()


async def _cancel_and_wait(future):
    """Cancels a future and waits until it has ended."""
    waiter = future.get_loop().create_future()

    def ended(_):
        if not waiter.done():
            waiter.set_result(None)

    future.add_done_callback(ended)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(ended)


def as_completed(fs, *, timeout=None):
    """Coroutines that give the results in the order in which they come."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError("expect an iterable of futures, not %s" % type(fs).__name__)
    from asyncio.queues import Queue
    loop = events.get_event_loop()
    todo = {ensure_future(f, loop=loop) for f in set(fs)}
    finished = Queue()
    timer = None

    def expired():
        for future in todo:
            future.remove_done_callback(ended)
            finished.put_nowait(None)
        todo.clear()

    def ended(future):
        if not todo:
            return
        todo.remove(future)
        finished.put_nowait(future)
        if not todo and timer is not None:
            timer.cancel()

    async def next_one():
        future = await finished.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(ended)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, expired)
    for _ in range(len(todo)):
        yield next_one()


def shield(arg):
    """Waits for an awaitable that goes on when the waiting is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_ended(_):
        error = None if inner.cancelled() else inner.exception()
        if outer.cancelled():
            # Nobody waits; an error counts as seen.
            return
        if inner.cancelled():
            outer.cancel()
        elif error is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def outer_ended(_):
        if not inner.done():
            inner.remove_done_callback(inner_ended)

    inner.add_done_callback(inner_ended)
    outer.add_done_callback(outer_ended)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Runs a coroutine in the loop of another thread; returns a future of concurrent.futures."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future as Threads
    future = Threads()

    def start():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(start)
    return future
