"""Futures: results that will be there later."""
import contextvars
import types

from asyncio import events
from asyncio.exceptions import CancelledError, InvalidStateError

__all__ = ("Future", "wrap_future", "isfuture")

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"
_copy_context = contextvars.copy_context


def isfuture(obj):
    """Whether the object is a future, of asyncio or made alike."""
    return hasattr(type(obj), "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


class Future:
    """A result that will be there later."""

    _state = _PENDING
    _result = _exception = _callbacks = _cancel_message = _source_traceback = None
    _asyncio_future_blocking = False
    _log_traceback_flag = False
    __module__ = "_asyncio"

    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop

    def __repr__(self):
        from asyncio import _text
        return _text.future(self)

    def __del__(self):
        if self._log_traceback_flag:
            self._loop.call_exception_handler({
                "message": type(self).__name__ + " exception was never retrieved",
                "exception": self._exception, "future": self})

    @property
    def _log_traceback(self):
        return self._log_traceback_flag

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError("_log_traceback can only be set to False")
        self._log_traceback_flag = False

    def get_loop(self):
        """The loop the future belongs to."""
        return self._loop

    def done(self):
        return self._state is not _PENDING

    def cancelled(self):
        return self._state is _CANCELLED

    def cancel(self, msg=None):
        """Cancels the future; False if it is done."""
        self._log_traceback_flag = False
        if self._state is not _PENDING:
            return False
        self._state, self._cancel_message = _CANCELLED, msg
        self._schedule()
        return True

    def _make_cancelled_error(self):
        made = self.__dict__.pop("_cancelled_error", None)
        if made is not None:
            return made
        return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)

    def result(self):
        """The result, or raises the exception that was set."""
        if self._state is _FINISHED:
            self._log_traceback_flag = False
            if self._exception is None:
                return self._result
            raise self._exception.with_traceback(self._traceback)
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        raise InvalidStateError("Result is not set.")

    def exception(self):
        """The exception that was set, or None."""
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        if self._state is not _FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._log_traceback_flag = False
        return self._exception

    def _schedule(self):
        """Hands the callbacks to the loop."""
        waiting = self._callbacks
        if waiting:
            self._callbacks = None
            loop = self._loop
            for entry in waiting:
                if type(entry) is tuple:
                    loop.call_soon(entry[0], self, context=entry[1])
                else:
                    # A task that waits for this future alone.
                    loop._ready.append(entry)

    def add_done_callback(self, fn, *, context=None):
        """Calls a function with the future when it is done."""
        if context is None:
            context = _copy_context()
        if self._state is not _PENDING:
            self._loop.call_soon(fn, self, context=context)
        elif self._callbacks is None:
            self._callbacks = [(fn, context)]
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        """Forgets a callback; returns how often it was there."""
        before = self._callbacks or []
        left = [entry for entry in before if type(entry) is not tuple or entry[0] != fn]
        self._callbacks = left or None
        return len(before) - len(left)

    def set_result(self, result):
        """Finishes the future."""
        if self._state is not _PENDING:
            raise InvalidStateError("invalid state")
        self._result, self._state = result, _FINISHED
        if self._callbacks:
            self._schedule()

    def set_exception(self, exception):
        """Finishes the future by an error."""
        if self._state is not _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._fail(exception)

    def _fail(self, exception):
        self._exception, self._traceback = exception, exception.__traceback__
        self._state = _FINISHED
        self._schedule()
        self._log_traceback_flag = True

    def __await__(self):
        if self._state is _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state is _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _is_mine(future):
    return isinstance(future, Future)


def _set_result_unless_cancelled(future, result):
    if future._state is _PENDING:
        future.set_result(result)


def _copy_outcome(source, target):
    """Gives a future the outcome of another one, of asyncio or of concurrent.futures."""
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
    else:
        target.set_exception(_translated(error))


def _translated(error):
    import concurrent.futures as threads
    pairs = ((threads.CancelledError, CancelledError), (threads.InvalidStateError, InvalidStateError))
    for theirs, ours in pairs:
        if type(error) is theirs:
            return ours(*error.args)
    return error


def _loop_of(future):
    return future.get_loop() if _is_mine(future) else None


def _chain_future(source, target):
    """Lets `target` end as `source` does, and cancels `source` with `target`."""
    from concurrent.futures import Future as Threads
    for future, role in ((source, "source"), (target, "destination")):
        if not isfuture(future) and not isinstance(future, Threads):
            raise TypeError("A future is required for %s argument" % role)
    loops = _loop_of(source), _loop_of(target)

    def finish():
        if _is_mine(target):
            _copy_outcome(source, target)
        elif source.cancelled():
            target.cancel()
            target.set_running_or_notify_cancel()
        elif target.set_running_or_notify_cancel():
            error = source.exception()
            if error is None:
                target.set_result(source.result())
            else:
                target.set_exception(error)

    def source_done(_):
        there = loops[1]
        if target.cancelled() and there is not None and there.is_closed():
            return
        if there is None or there is loops[0]:
            finish()
        elif not there.is_closed():
            there.call_soon_threadsafe(finish)

    def target_done(_):
        if not target.cancelled():
            return
        here = loops[0]
        if here is None or here is loops[1]:
            source.cancel()
        else:
            here.call_soon_threadsafe(source.cancel)

    target.add_done_callback(target_done)
    source.add_done_callback(source_done)


def wrap_future(future, *, loop=None):
    """The asyncio future of a future of concurrent.futures."""
    if isfuture(future):
        return future
    from concurrent.futures import Future as Threads
    assert isinstance(future, Threads), "concurrent.futures.Future is expected, got %r" % (future,)
    made = (loop or events.get_event_loop()).create_future()
    _chain_future(future, made)
    return made
