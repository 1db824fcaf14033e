"""Locks and their relatives, for tasks of one loop."""
from collections import deque

from asyncio import events
from asyncio.exceptions import BrokenBarrierError, CancelledError

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _OfALoop:
    """Belongs to the loop that waits for it first."""

    _loop = None

    def _get_loop(self):
        loop = events.get_running_loop()
        if self._loop is None:
            self._loop = loop
        elif loop is not self._loop:
            raise RuntimeError("%r is bound to a different event loop" % (self,))
        return loop

    async def _wait_in_line(self):
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)


def _shown(self, state, waiters, more=""):
    text = object.__repr__(self)
    if waiters:
        more += ", waiters:%d" % len(waiters)
    return "<%s [%s%s]>" % (text[1:-1], state, more)


class _Block:
    """`async with`: takes at the start, frees at the end."""

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, kind, error, trace):
        self.release()


class Lock(_Block, _OfALoop):
    """A lock that one task holds; the others wait in the order they came."""

    def __init__(self):
        self._locked, self._waiters = False, deque()

    def __repr__(self):
        return _shown(self, "locked" if self._locked else "unlocked", self._waiters)

    def locked(self):
        return self._locked

    async def acquire(self):
        """Waits until the lock is free and takes it."""
        if not self._locked and all(w.cancelled() for w in self._waiters):
            self._locked = True
            return True
        try:
            await self._wait_in_line()
        except CancelledError:
            if not self._locked:
                # It may have been this task's turn.
                self._wake_next()
            raise
        self._locked = True
        return True

    def release(self):
        """Frees the lock."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_next()

    def _wake_next(self):
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)
            return


class Event(_OfALoop):
    """A flag that tasks wait for."""

    def __init__(self):
        self._set, self._waiters = False, deque()

    def __repr__(self):
        return _shown(self, "set" if self._set else "unset", self._waiters)

    def is_set(self):
        return self._set

    def set(self):
        """Sets the flag; all that wait go on."""
        if self._set:
            return
        self._set = True
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)

    def clear(self):
        self._set = False

    async def wait(self):
        """Waits until the flag is set."""
        if self._set:
            return True
        await self._wait_in_line()
        return True


class Condition(_Block, _OfALoop):
    """A lock whose holder can wait until another one calls notify()."""

    def __init__(self, lock=None):
        self._lock = lock = Lock() if lock is None else lock
        self.locked, self.acquire, self.release = lock.locked, lock.acquire, lock.release
        self._waiters = deque()

    def __repr__(self):
        return _shown(self, "locked" if self.locked() else "unlocked", self._waiters)

    async def wait(self):
        """Frees the lock, waits for notify() and takes it again."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await self._wait_in_line()
            return True
        finally:
            # The lock is held afterwards, whatever happens.
            stop = None
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError as error:
                    stop = error
            if stop is not None:
                try:
                    raise stop
                finally:
                    stop = None

    async def wait_for(self, predicate):
        """Waits until the predicate is true; returns its value."""
        while not (value := predicate()):
            await self.wait()
        return value

    def notify(self, n=1):
        """Lets some of the waiting go on."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)

    def notify_all(self):
        """Lets all of the waiting go on."""
        self.notify(len(self._waiters))


class Semaphore(_Block, _OfALoop):
    """Lets so many tasks in at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value, self._waiters = value, None

    def __repr__(self):
        state = "locked" if self.locked() else "unlocked, value:%s" % self._value
        return _shown(self, state, self._waiters)

    def locked(self):
        """Whether acquire() would wait."""
        return self._value == 0 or bool(self._waiters) and any(not w.cancelled() for w in self._waiters)

    async def acquire(self):
        """Waits for a place and takes it."""
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if waiter.done() and not waiter.cancelled():
                # The place was given to this task: it goes to the next one.
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        """Gives a place back."""
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        if self._value <= 0:
            return
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    """A semaphore that cannot be released more often than it was acquired."""

    def __init__(self, value=1):
        self._bound = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier(_OfALoop):
    """Lets tasks go on when so many of them have come."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties, self._count = parties, 0
        self._condition = Condition()
        # filling: tasks come; draining: they go; resetting, broken.
        self._state = "filling"

    def __repr__(self):
        more = ", waiters:%d/%d" % (self.n_waiting, self.parties) if not self.broken else ""
        return "<%s [%s%s]>" % (object.__repr__(self)[1:-1], self._state, more)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *error):
        pass

    async def wait(self):
        """Waits for the others; returns a number, another one for each."""
        async with self._condition:
            await self._condition.wait_for(lambda: self._state not in ("draining", "resetting"))
            if self.broken:
                raise BrokenBarrierError("Barrier aborted")
            try:
                place = self._count
                self._count += 1
                if self._count == self._parties:
                    self._state = "draining"
                    self._condition.notify_all()
                else:
                    await self._condition.wait_for(lambda: self._state != "filling")
                    if self._state in ("broken", "resetting"):
                        raise BrokenBarrierError("Abort or reset of barrier")
                return place
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ("draining", "resetting"):
                        self._state = "filling"
                    self._condition.notify_all()

    async def reset(self):
        """Lets the waiting fail and starts anew."""
        async with self._condition:
            if self._count > 0:
                if self._state != "resetting":
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._condition.notify_all()

    async def abort(self):
        """Breaks the barrier: everybody who waits fails."""
        async with self._condition:
            self._state = "broken"
            self._condition.notify_all()
