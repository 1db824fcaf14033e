"""Time limits for blocks."""
from asyncio import events, tasks
from asyncio.exceptions import CancelledError

__all__ = ("Timeout", "timeout", "timeout_at")


class Timeout:
    """Cancels the block when its time is over; the block then raises TimeoutError."""

    def __init__(self, when):
        self._state, self._when = "created", when
        self._timer = self._task = None

    def __repr__(self):
        words = [self._state]
        if self._state == "active":
            words.append("when=%s" % (None if self._when is None else round(self._when, 3)))
        return "<Timeout [%s]>" % self._state + (" " + words[1] if len(words) > 1 else "")

    def when(self):
        """The time of the loop's clock when the block is cancelled."""
        return self._when

    def reschedule(self, when):
        """Sets another time; None means never."""
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError("Cannot change state of %s Timeout" % self._state)
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if when is None:
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._timer = loop.call_soon(self._expire)
        else:
            self._timer = loop.call_at(when, self._expire)

    def expired(self):
        """Whether the time was over."""
        return self._state in ("expiring", "expired")

    def _expire(self):
        self._task.cancel()
        self._state = "expiring"
        self._timer = None

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state, self._task = "active", task
        self._before = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, trace):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == "active":
            self._state = "finished"
        elif self._state == "expiring":
            self._state = "expired"
            # Somebody else may have cancelled the task as well.
            if self._task.uncancel() <= self._before and kind is CancelledError:
                raise TimeoutError from error
        return None


def timeout(delay):
    """A time limit of some seconds from now."""
    return Timeout(None if delay is None else events.get_running_loop().time() + delay)


def timeout_at(when):
    """A time limit by the loop's clock."""
    return Timeout(when)
