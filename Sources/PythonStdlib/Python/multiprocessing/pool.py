"""Processes, or threads, that share out calls."""
import collections
import itertools
import os
import queue
import time
import traceback
import threading

from multiprocessing import context as _context
from multiprocessing.context import TimeoutError

INIT, RUN, CLOSE, TERMINATE = "INIT", "RUN", "CLOSE", "TERMINATE"
_numbers = itertools.count()


class RemoteTraceback(Exception):
    """The traceback of an error in a worker, as its cause."""

    def __init__(self, text):
        self.tb = text

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """Carries an error with the text of its traceback through a pickle."""

    def __init__(self, error, trace):
        self.exc = error
        self.tb = '\n"""\n%s"""' % "".join(traceback.format_exception(type(error), error, trace))

    def __reduce__(self):
        return _rebuilt, (self.exc, self.tb)


def _rebuilt(error, text):
    error.__cause__ = RemoteTraceback(text)
    return error


class MaybeEncodingError(Exception):
    """The result of a worker cannot be pickled."""

    def __init__(self, exc, value):
        self.exc, self.value = repr(exc), repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return "<%s: %s>" % (type(self).__name__, self)


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


def _work(tasks, results, initializer, initargs, most, wrap):
    """What a worker does: takes tasks until there is none, or as many as it may."""
    if initializer is not None:
        initializer(*initargs)
    done = 0
    while most is None or done < most:
        try:
            task = tasks.get()
        except (EOFError, OSError):
            break
        if task is None:
            break
        job, index, function, args, kwargs = task
        try:
            result = True, function(*args, **kwargs)
        except Exception as error:
            result = False, ExceptionWithTraceback(error, error.__traceback__) if wrap else error
        try:
            results.put((job, index, result))
        except Exception as error:
            wrapped = MaybeEncodingError(error, result[1])
            results.put((job, index, (False, wrapped)))
        done += 1
    # That a worker goes is told, so that another one comes.
    results.put(("gone", os.getpid() if wrap else threading.get_ident(), None))


class Pool:
    """Workers that share out calls."""
    _wraps = True

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._ctx = context or _context._default.get_context()
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes, self._most = processes, maxtasksperchild
        self._initializer, self._initargs = initializer, tuple(initargs)
        self._state = RUN
        self._jobs = {}
        self._lock = threading.Lock()
        self._idle = threading.Condition(self._lock)
        self._pid = os.getpid()
        self._waiting = queue.SimpleQueue()
        self._open_channels()
        self._pool = []
        self._fill()
        self._feeder = threading.Thread(target=self._feed, daemon=True)
        self._handler = threading.Thread(target=self._handle, daemon=True)
        self._feeder.start()
        self._handler.start()

    # Workers.

    def _open_channels(self):
        self._tasks, self._results = self._ctx.SimpleQueue(), self._ctx.SimpleQueue()

    def Process(self, *args, **kwargs):
        return self._ctx.Process(*args, **kwargs)

    def _fill(self):
        while len(self._pool) < self._processes:
            worker = self.Process(target=_work, args=(self._tasks, self._results, self._initializer, self._initargs,
                                                      self._most, self._wraps))
            worker.name = worker.name.replace("Process", "PoolWorker")
            worker.daemon = True
            self._pool.append(worker)
            worker.start()

    def _dead(self):
        """Takes out workers that have ended; returns whether there were any."""
        gone = [worker for worker in self._pool if not worker.is_alive()]
        for worker in gone:
            worker.join()
            self._pool.remove(worker)
        return bool(gone)

    def _feed(self):
        """Hands tasks on; the pipe of the workers holds only some."""
        while True:
            made = self._waiting.get()
            if made is None:
                return
            job, tasks = made
            index = -1
            try:
                for index, task in enumerate(tasks):
                    if self._state == TERMINATE:
                        return
                    try:
                        self._tasks.put((job._number, index) + task)
                    except Exception as error:
                        if self._state == TERMINATE:
                            return
                        job._set(index, (False, error))
            except Exception as error:
                job._set(index + 1, (False, error))
            job._set_length(index + 1)

    def _take(self, timeout):
        """The next result; None when the time is over."""
        if not self._results._reader.poll(timeout):
            return None
        return self._results.get()

    def _handle(self):
        """Gives results to those who wait for them, and replaces workers that have gone."""
        while True:
            try:
                found = self._take(0.1)
            except (EOFError, OSError):
                return
            if self._state == TERMINATE:
                return
            if found is None or found[0] == "gone":
                if self._dead() and self._state == RUN:
                    self._fill()
                elif self._state == CLOSE and not self._jobs and not self._pool:
                    return
                if self._state == CLOSE and not self._jobs:
                    self._send_home()
                elif self._state == CLOSE and self._jobs and len(self._pool) < self._processes:
                    self._fill()
                continue
            number, index, result = found
            job = self._jobs.get(number)
            if job is not None:
                job._set(index, result)

    def _send_home(self):
        if not getattr(self, "_sent", False):
            self._sent = True
            self._waiting.put(None)
            for _ in self._pool:
                self._tasks.put(None)

    # Calls.

    def _check(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        """Calls a function in a worker; returns its result."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """Calls a function in a worker; returns what its result will be in."""
        self._check()
        job = ApplyResult(self, callback, error_callback)
        self._waiting.put((job, [(func, args, kwds)]))
        return job

    def map(self, func, iterable, chunksize=None):
        """The results of a function for every item, as a list."""
        return self._map(func, iterable, mapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """As `map`; every item is a tuple of arguments."""
        return self._map(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map(func, iterable, starmapstar, chunksize, callback, error_callback)

    def _map(self, func, iterable, mapper, chunksize, callback=None, error_callback=None):
        self._check()
        items = iterable if hasattr(iterable, "__len__") else list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(items), len(self._pool) * 4 or 4)
            chunksize += bool(extra)
        chunksize = max(1, chunksize)
        job = MapResult(self, chunksize, len(items), callback, error_callback)
        self._waiting.put((job, [(mapper, ((func, chunk),), {}) for chunk in _chunks(items, chunksize)]))
        return job

    def imap(self, func, iterable, chunksize=1):
        """The results of a function for every item, one after the other."""
        return self._iterate(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """As `imap`, in the order in which they come."""
        return self._iterate(IMapUnorderedIterator, func, iterable, chunksize)

    def _iterate(self, kind, func, iterable, chunksize):
        self._check()
        if chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
        job = kind(self)
        if chunksize == 1:
            self._waiting.put((job, ((func, (item,), {}) for item in iterable)))
            return job
        self._waiting.put((job, ((mapstar, ((func, chunk),), {}) for chunk in _chunks(iterable, chunksize))))
        return (item for chunk in job for item in chunk)

    # The end.

    def close(self):
        """Takes no more calls; the workers end when there is nothing left."""
        if self._state == RUN:
            self._state = CLOSE

    def terminate(self):
        """Ends the workers at once."""
        if self._state == TERMINATE:
            return
        self._state = TERMINATE
        self._waiting.put(None)
        self._stop_workers()

    def _stop_workers(self):
        for worker in self._pool:
            worker.terminate()
        for worker in self._pool:
            worker.join()

    def join(self):
        """Waits until the workers have ended; after `close` or `terminate`."""
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._state not in (CLOSE, TERMINATE):
            raise ValueError("In unknown state")
        self._handler.join()
        for worker in self._pool:
            worker.join()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __repr__(self):
        return "<%s.%s state=%s pool_size=%d>" % (type(self).__module__, type(self).__qualname__, self._state, len(self._pool))


def _chunks(items, size):
    iterator = iter(items)
    while chunk := tuple(itertools.islice(iterator, size)):
        yield chunk


class ApplyResult:
    """What the result of a call will be in."""

    def __init__(self, pool, callback=None, error_callback=None):
        self._pool, self._callback, self._error_callback = pool, callback, error_callback
        self._number = next(_numbers)
        self._event = threading.Event()
        pool._jobs[self._number] = self

    def ready(self):
        """Whether the result is there."""
        return self._event.is_set()

    def successful(self):
        """Whether the call has gone well."""
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return self._success

    def wait(self, timeout=None):
        """Waits for the result."""
        self._event.wait(timeout)

    def get(self, timeout=None):
        """The result, or its error."""
        if not self._event.wait(timeout):
            raise TimeoutError
        if not self._success:
            raise self._value
        return self._value

    def _set(self, index, result):
        self._success, self._value = result
        told = self._callback if self._success else self._error_callback
        if told:
            told(self._value)
        self._event.set()
        self._pool._jobs.pop(self._number, None)
        self._pool = None

    def _set_length(self, length):
        pass


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The results of a `map`."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._success, self._value = True, [None] * length
        self._chunksize = chunksize
        self._left = length // chunksize + bool(length % chunksize)
        if not length:
            self._event.set()
            pool._jobs.pop(self._number, None)

    def _set(self, index, result):
        good, values = result
        self._left -= 1
        if good and self._success:
            self._value[index * self._chunksize:(index + 1) * self._chunksize] = values
        elif not good and self._success:
            self._success, self._value = False, values
        if self._left == 0:
            super()._set(index, (self._success, self._value))


class IMapIterator:
    """The results of an `imap`."""

    def __init__(self, pool):
        self._pool = pool
        self._number = next(_numbers)
        self._changed = threading.Condition(threading.Lock())
        self._items = collections.deque()
        self._index = 0
        self._length = None
        self._unsorted = {}
        pool._jobs[self._number] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next result, waiting for it."""
        with self._changed:
            end = None if timeout is None else time.monotonic() + timeout
            while not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration from None
                rest = None if end is None else end - time.monotonic()
                if rest is not None and rest <= 0:
                    raise TimeoutError from None
                self._changed.wait(rest)
            good, value = self._items.popleft()
        if good:
            return value
        raise value

    __next__ = next

    def _set(self, index, result):
        with self._changed:
            self._unsorted[index] = result
            while self._index in self._unsorted:
                self._items.append(self._unsorted.pop(self._index))
                self._index += 1
                self._changed.notify()
            self._finish()

    def _set_length(self, length):
        with self._changed:
            self._length = length
            if self._index == length:
                self._changed.notify()
            self._finish()

    def _finish(self):
        if self._index == self._length and self._pool is not None:
            self._pool._jobs.pop(self._number, None)


class IMapUnorderedIterator(IMapIterator):
    """The results of an `imap_unordered`."""

    def _set(self, index, result):
        with self._changed:
            self._items.append(result)
            self._index += 1
            self._changed.notify()
            self._finish()


# Threads.

class _Channel:
    def __init__(self):
        self._queue = queue.SimpleQueue()
        self.put, self.get = self._queue.put, self._queue.get


class ThreadPool(Pool):
    """Workers that are threads of this process."""
    _wraps = False

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _open_channels(self):
        self._tasks, self._results = _Channel(), _Channel()

    def Process(self, *args, **kwargs):
        from multiprocessing.dummy import Process
        return Process(*args, **kwargs)

    def _take(self, timeout):
        try:
            return self._results._queue.get(timeout=timeout)
        except queue.Empty:
            return None

    def _stop_workers(self):
        for _ in self._pool:
            self._tasks.put(None)
