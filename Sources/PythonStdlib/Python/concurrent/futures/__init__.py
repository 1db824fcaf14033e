"""Calls that run in other threads and their results."""
import os
import threading
import time
import weakref
from collections import namedtuple
from queue import SimpleQueue

__all__ = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'InvalidStateError',
           'BrokenExecutor', 'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor']

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
TimeoutError = TimeoutError


class Error(Exception):
    """Base class of this module's errors."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """An executor whose workers could not be set up."""


class BrokenThreadPool(BrokenExecutor):
    """A worker's initializer failed."""


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


class Future:
    """The result of a call that may not have happened yet."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self):
        self._condition = threading.Condition()
        self._state = 'PENDING'
        self._result = None
        self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            text = f'<{type(self).__name__} at {id(self):#x} state={self._state.lower().split("_")[0]}'
            if self._state == 'FINISHED':
                if self._exception:
                    return f'{text} raised {type(self._exception).__name__}>'
                return f'{text} returned {type(self._result).__name__}>'
            return text + '>'

    def cancel(self):
        with self._condition:
            if self._state in ('RUNNING', 'FINISHED'):
                return False
            if self._state == 'PENDING':
                self._state = 'CANCELLED'
                self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        return self._state in ('CANCELLED', 'CANCELLED_AND_NOTIFIED')

    def running(self):
        return self._state == 'RUNNING'

    def done(self):
        return self._state not in ('PENDING', 'RUNNING')

    def add_done_callback(self, fn):
        with self._condition:
            if not self.done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            import logging
            logging.getLogger('concurrent.futures').exception('exception calling callback for %r', self)

    def _call_back(self):
        callbacks, self._done_callbacks = self._done_callbacks, []
        for fn in callbacks:
            self._call(fn)

    def _wait(self, timeout):
        with self._condition:
            if not self._condition.wait_for(self.done, timeout):
                raise TimeoutError()
            if self.cancelled():
                raise CancelledError()

    def result(self, timeout=None):
        """The call's value, or raises what the call raised."""
        self._wait(timeout)
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        """What the call raised, or None."""
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self.cancelled():
                self._state = 'CANCELLED_AND_NOTIFIED'
                self._condition.notify_all()
                return False
            if self._state != 'PENDING':
                raise RuntimeError('Future in unexpected state')
            self._state = 'RUNNING'
            return True

    def _finish(self, result, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._exception = exception
            self._state = 'FINISHED'
            self._condition.notify_all()
        self._call_back()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)


class Executor:
    """Runs calls; see ThreadPoolExecutor."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like `map`, but the calls run at the same time."""
        end = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    yield futures.pop().result(None if end is None else max(0, end - time.monotonic()))
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown(wait=True)
        return False


class ThreadPoolExecutor(Executor):
    """Runs calls in a pool of threads."""

    _pools = 0

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._queue = SimpleQueue()
        self._idle = 0
        self._threads = []
        self._broken = self._shutdown = False
        self._lock = threading.Lock()
        self._prefix = thread_name_prefix or f'ThreadPoolExecutor-{ThreadPoolExecutor._pools}'
        ThreadPoolExecutor._pools += 1
        self._initializer = initializer
        self._initargs = initargs
        _pools.add(self)

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            future = Future()
            self._queue.put((future, fn, args, kwargs))
            if self._idle > 0:
                self._idle -= 1
            elif len(self._threads) < self._max_workers:
                thread = threading.Thread(name=f'{self._prefix}_{len(self._threads)}', target=self._work, daemon=True)
                self._threads.append(thread)
                thread.start()
            return future

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException:
                self._broken = ('A thread initializer failed, the thread pool is not usable anymore')
                while not self._queue.empty():
                    item = self._queue.get()
                    if item:
                        item[0].set_exception(BrokenThreadPool(self._broken))
                return
        while True:
            item = self._queue.get()
            if item is None:
                return
            future, fn, args, kwargs = item
            if future.set_running_or_notify_cancel():
                try:
                    result = fn(*args, **kwargs)
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)
            item = future = fn = args = kwargs = result = None
            with self._lock:
                if self._queue.empty():
                    self._idle += 1

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._shutdown = True
            if cancel_futures:
                while not self._queue.empty():
                    item = self._queue.get()
                    if item is not None:
                        item[0].cancel()
            for _ in self._threads:
                self._queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


_pools = weakref.WeakSet()


def _finish_pools():
    for pool in list(_pools):
        pool.shutdown(wait=True)


def _after_fork():
    """A child has none of its parent's threads."""
    for pool in list(_pools):
        _pools.discard(pool)


def __getattr__(name):
    # Few programs use it, and it needs more.
    if name in ('ProcessPoolExecutor', 'BrokenProcessPool'):
        from concurrent.futures import process
        return getattr(process, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures; returns the sets (done, not_done)."""
    fs = set(fs)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    changed = threading.Condition()

    def ready():
        done = [f for f in fs if f.done()]
        if len(done) == len(fs):
            return True
        if return_when == FIRST_COMPLETED:
            return bool(done)
        return return_when == FIRST_EXCEPTION and any(not f.cancelled() and f._exception is not None for f in done)

    def wake(future):
        with changed:
            changed.notify_all()

    for future in fs:
        if not future.done():
            future.add_done_callback(wake)
    with changed:
        changed.wait_for(ready, timeout)
    done = {f for f in fs if f.done()}
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """The futures in the order in which they finish."""
    fs = set(fs)
    end = None if timeout is None else time.monotonic() + timeout
    finished = SimpleQueue()
    for future in fs:
        future.add_done_callback(finished.put)
    total = len(fs)
    for k in range(total):
        rest = None if end is None else max(0, end - time.monotonic())
        try:
            yield finished.get(timeout=rest)
        except Exception:
            raise TimeoutError(f'{total - k} (of {total}) futures unfinished') from None
