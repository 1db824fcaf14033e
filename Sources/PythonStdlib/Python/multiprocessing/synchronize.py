"""Locks between processes: pipes that hold a byte for every time they may be taken."""
import os
import select
import threading
import time

from multiprocessing import context as _context
from multiprocessing import process


class _Tokens:
    """A semaphore. Taking is reading a byte, giving is writing one; a process that ends holds no more than it took."""

    def __init__(self, count):
        self.reading, self.writing = os.pipe()
        os.set_blocking(self.reading, False)
        left = count
        while left > 0:
            left -= os.write(self.writing, b"\0" * min(left, 4096))

    def __del__(self):
        for end in (self.reading, self.writing):
            try:
                os.close(end)
            except OSError:
                pass

    def take(self, block=True, timeout=None):
        if not block:
            timeout = 0
        end = None if timeout is None else time.monotonic() + max(0, timeout)
        while True:
            try:
                if os.read(self.reading, 1):
                    return True
            except BlockingIOError:
                pass
            rest = None if end is None else end - time.monotonic()
            if rest is not None and rest <= 0:
                return False
            select.select([self.reading], [], [], rest)

    def give(self, count=1):
        os.write(self.writing, b"\0" * count)

    def count(self):
        """How many bytes lie in the pipe."""
        import _process
        return _process.waiting_bytes(self.reading)

    def __getstate__(self):
        from multiprocessing import spawning
        return spawning.passed(self.reading), spawning.passed(self.writing)

    def __setstate__(self, state):
        self.reading, self.writing = state
        os.set_blocking(self.reading, False)


class _Base:
    def __init__(self, count, *, ctx=None):
        self._tokens = _Tokens(count)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc):
        self.release()


class Semaphore(_Base):
    """May be taken so many times at once."""

    def __init__(self, value=1, *, ctx=None):
        super().__init__(value)

    def acquire(self, block=True, timeout=None):
        return self._tokens.take(block, timeout)

    def release(self):
        self._tokens.give()

    def get_value(self):
        return self._tokens.count()

    def __repr__(self):
        return "<%s(value=%s)>" % (type(self).__name__, self.get_value())


class BoundedSemaphore(Semaphore):
    """A semaphore that may not be given more often than it was taken."""

    def __init__(self, value=1, *, ctx=None):
        super().__init__(value)
        self._most = value

    def release(self):
        if self._tokens.count() >= self._most:
            raise ValueError("semaphore or lock released too many times")
        self._tokens.give()

    def __repr__(self):
        return "<%s(value=%s, maxvalue=%s)>" % (type(self).__name__, self.get_value(), self._most)


def _me():
    return os.getpid(), threading.get_ident()


class Lock(_Base):
    """May be taken by one at a time."""

    def __init__(self, *, ctx=None):
        super().__init__(1)
        self._owner = None

    def acquire(self, block=True, timeout=None):
        taken = self._tokens.take(block, timeout)
        if taken:
            self._owner = _me()
        return taken

    def release(self):
        if self._tokens.count():
            raise ValueError("semaphore or lock released too many times")
        self._owner = None
        self._tokens.give()

    def _owner_text(self):
        if self._tokens.count():
            return "None"
        if self._owner == _me():
            name = process.current_process().name
            thread = threading.current_thread()
            return name if thread is threading.main_thread() else name + "|" + thread.name
        return "SomeOtherThread" if self._owner and self._owner[0] == os.getpid() else "SomeOtherProcess"

    def __repr__(self):
        return "<%s(owner=%s)>" % (type(self).__name__, self._owner_text())


class RLock(Lock):
    """May be taken several times by the same thread."""

    def __init__(self, *, ctx=None):
        super().__init__()
        self._depth = 0

    def acquire(self, block=True, timeout=None):
        if self._owner == _me() and self._depth:
            self._depth += 1
            return True
        if not self._tokens.take(block, timeout):
            return False
        self._owner, self._depth = _me(), 1
        return True

    def release(self):
        if self._owner != _me() or not self._depth:
            raise AssertionError("attempt to release recursive lock not owned by thread")
        self._depth -= 1
        if not self._depth:
            self._owner = None
            self._tokens.give()

    def __repr__(self):
        mine = self._owner == _me() and self._depth
        text = self._owner_text() if not mine or self._depth else "None"
        return "<%s(%s, %s)>" % (type(self).__name__, text, self._depth if mine else 0)


class Condition:
    """Lets processes wait until others tell them that something has changed."""

    def __init__(self, lock=None, *, ctx=None):
        self._lock = lock or RLock()
        self._sleeping, self._woken, self._calls = _Tokens(0), _Tokens(0), _Tokens(0)
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __getstate__(self):
        return self._lock, self._sleeping, self._woken, self._calls

    def __setstate__(self, state):
        self._lock, self._sleeping, self._woken, self._calls = state
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        self._lock.__enter__()
        return self

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def __repr__(self):
        return "<Condition(%s, %s)>" % (self._lock, self._sleeping.count())

    def _is_mine(self):
        return self._lock._owner == _me()

    def wait(self, timeout=None):
        """Frees the lock, waits for a call, takes the lock."""
        assert self._is_mine(), "must acquire() condition before using wait()"
        self._sleeping.give()
        depth = getattr(self._lock, "_depth", 1)
        for _ in range(depth):
            self._lock.release()
        try:
            return self._calls.take(True, timeout)
        finally:
            self._woken.give()
            for _ in range(depth):
                self._lock.acquire()

    def notify(self, n=1):
        """Calls one of those that wait, or some."""
        assert self._is_mine(), "lock is not owned"
        # Calls that were late the last time are no calls of this one.
        while self._calls.take(False):
            pass
        while self._woken.take(False):
            self._sleeping.take(False)
        called = 0
        while called < n and self._sleeping.take(False):
            self._calls.give()
            called += 1
        for _ in range(called):
            self._woken.take()
        if called:
            while self._calls.take(False):
                pass

    def notify_all(self):
        """Calls all that wait."""
        self.notify(n=1 << 30)

    def wait_for(self, predicate, timeout=None):
        """Waits until a question is answered with yes."""
        result = predicate()
        end = None if timeout is None else time.monotonic() + timeout
        while not result:
            rest = None if end is None else end - time.monotonic()
            if rest is not None and rest <= 0:
                break
            self.wait(rest)
            result = predicate()
        return result


class Event:
    """A flag that processes wait for."""

    def __init__(self, *, ctx=None):
        self._flag = _Tokens(0)
        self._changing = Lock()

    def is_set(self):
        return self._flag.count() > 0

    def set(self):
        with self._changing:
            if not self._flag.count():
                self._flag.give()

    def clear(self):
        with self._changing:
            self._flag.take(False)

    def wait(self, timeout=None):
        """Waits until the flag is set; the byte stays in the pipe for the others that wait."""
        select.select([self._flag.reading], [], [], timeout)
        return self.is_set()

    def __repr__(self):
        return "<%s at %#x %s>" % (type(self).__qualname__, id(self), "set" if self.is_set() else "unset")


class Barrier:
    """A place where a number of processes meet."""

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        from multiprocessing.sharedctypes import RawArray
        self._parties, self._action, self._timeout = parties, action, timeout
        self._condition = Condition(Lock())
        # How many wait, the round, whether it is broken.
        self._state = RawArray("l", 3)

    def wait(self, timeout=None):
        """Waits for the others; returns a number below `parties`."""
        timeout = self._timeout if timeout is None else timeout
        with self._condition:
            if self._state[2]:
                raise threading.BrokenBarrierError
            number, turn = self._state[0], self._state[1]
            self._state[0] = number + 1
            if number + 1 == self._parties:
                if self._action:
                    try:
                        self._action()
                    except BaseException:
                        self._break()
                        raise
                self._state[0], self._state[1] = 0, turn + 1
                self._condition.notify_all()
                return number
            if not self._condition.wait_for(lambda: self._state[1] != turn or self._state[2], timeout) or self._state[2]:
                self._break()
                raise threading.BrokenBarrierError
            return number

    def _break(self):
        self._state[2] = 1
        self._condition.notify_all()

    def abort(self):
        with self._condition:
            self._break()

    def reset(self):
        with self._condition:
            if self._state[0]:
                self._break()
            self._state[0], self._state[2] = 0, 0

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._state[0])
    broken = property(lambda self: bool(self._state[2]))
