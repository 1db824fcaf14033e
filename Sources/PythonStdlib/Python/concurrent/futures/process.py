"""Calls in other processes."""
import os
import queue
import sys
import threading
import traceback
import weakref

import concurrent.futures as _futures
from concurrent.futures import BrokenExecutor, Executor, Future

EXTRA_QUEUED_CALLS = 1


class BrokenProcessPool(BrokenExecutor):
    """A worker has ended while calls were waiting."""


class _RemoteTraceback(Exception):
    def __init__(self, text):
        self.tb = text

    def __str__(self):
        return self.tb


class _Failed:
    """Carries an error with the text of its traceback through a pickle."""

    def __init__(self, error):
        self.error = error
        self.text = '\n"""\n%s"""' % "".join(traceback.format_exception(error))

    def __reduce__(self):
        return _rebuilt, (self.error, self.text)


def _rebuilt(error, text):
    error.__cause__ = _RemoteTraceback(text)
    return error


def _work(calls, results, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            print("Exception in initializer:", file=sys.stderr)
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)
    while True:
        call = calls.get()
        if call is None:
            return
        number, function, args, kwargs = call
        try:
            result = number, True, function(*args, **kwargs)
        except BaseException as error:
            result = number, False, _Failed(error)
        try:
            results.put(result)
        except Exception as error:
            results.put((number, False, _Failed(error)))


def _chunk(function, items):
    return [function(*item) for item in items]


class ProcessPoolExecutor(Executor):
    """Runs calls in processes of their own."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        import multiprocessing
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._context = mp_context or multiprocessing.get_context()
        self._initializer, self._initargs = initializer, initargs
        self._pending = {}
        self._count = 0
        self._processes = []
        self._lock = threading.Lock()
        self._shutdown = False
        self._broken = False
        self._thread = None
        self._submitted = queue.SimpleQueue()
        _futures._pools.add(self)

    def _start(self):
        self._calls, self._results = self._context.SimpleQueue(), self._context.SimpleQueue()
        for _ in range(self._max_workers):
            worker = self._context.Process(target=_work, args=(self._calls, self._results, self._initializer, self._initargs))
            worker.start()
            self._processes.append(worker)
        self._feeder = threading.Thread(target=self._feed, daemon=True)
        self._thread = threading.Thread(target=self._handle, daemon=True)
        self._feeder.start()
        self._thread.start()

    def submit(self, fn, /, *args, **kwargs):
        """Calls a function in a process; returns its future."""
        with self._lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if self._thread is None:
                self._start()
            future = Future()
            self._count += 1
            self._pending[self._count] = future
            self._submitted.put((self._count, fn, args, kwargs))
            return future

    submit.__text_signature__ = "(self, fn, /, *args, **kwargs)"

    def _feed(self):
        while True:
            call = self._submitted.get()
            if call is None:
                for _ in self._processes:
                    self._calls.put(None)
                return
            future = self._pending.get(call[0])
            if future is None or not future.set_running_or_notify_cancel():
                self._pending.pop(call[0], None)
                continue
            try:
                self._calls.put(call)
            except Exception as error:
                self._pending.pop(call[0], None)
                future.set_exception(error)

    def _handle(self):
        from multiprocessing.connection import wait
        while True:
            sentinels = [worker.sentinel for worker in self._processes]
            ready = wait([self._results._reader] + sentinels, 0.1)
            if self._results._reader in ready:
                number, good, value = self._results.get()
                future = self._pending.pop(number, None)
                if future is not None:
                    if good:
                        future.set_result(value)
                    else:
                        future.set_exception(value)
                del future, value
            elif ready:
                if self._shutdown and not self._pending:
                    return
                if any(worker.exitcode not in (None, 0) for worker in self._processes) or not self._shutdown:
                    return self._break()
            elif self._shutdown and not self._pending and not any(worker.is_alive() for worker in self._processes):
                return

    def _break(self):
        text = "A process in the process pool was terminated abruptly while the future was running or pending."
        self._broken = "A child process terminated abruptly, the process pool is not usable anymore"
        for worker in self._processes:
            worker.terminate()
        for worker in self._processes:
            worker.join()
        pending, self._pending = self._pending, {}
        for future in pending.values():
            future.set_exception(BrokenProcessPool(text))
        self._submitted.put(None)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of a function for every item."""
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        items = list(zip(*iterables))
        chunks = [items[start:start + chunksize] for start in range(0, len(items), chunksize)]
        found = super().map(_chunk, [fn] * len(chunks), chunks, timeout=timeout)
        return (value for values in found for value in values)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more calls; waits for those that there are."""
        with self._lock:
            first, self._shutdown = not self._shutdown, True
            if cancel_futures:
                for number, future in list(self._pending.items()):
                    if future.cancel():
                        self._pending.pop(number, None)
            if first and self._thread is not None and not self._broken:
                self._submitted.put(None)
        if wait and self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
            for worker in self._processes:
                worker.join()
