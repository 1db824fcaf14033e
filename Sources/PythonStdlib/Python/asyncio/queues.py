"""Queues between tasks."""
import heapq
import types
from collections import deque

from asyncio.locks import Event, _OfALoop

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty")


class QueueEmpty(Exception):
    """Nothing is in the queue."""


class QueueFull(Exception):
    """The queue has no room."""


class Queue(_OfALoop):
    """Items come out in the order they were put in."""

    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters, self._putters = deque(), deque()
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished._set = True
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return "<%s at %#x %s>" % (type(self).__name__, id(self), self._format())

    def __str__(self):
        return "<%s %s>" % (type(self).__name__, self._format())

    def _format(self):
        words = ["maxsize=%r" % self._maxsize]
        if getattr(self, "_queue", None):
            words.append("_queue=%r" % list(self._queue))
        if self._getters:
            words.append("_getters[%s]" % len(self._getters))
        if self._putters:
            words.append("_putters[%s]" % len(self._putters))
        if self._unfinished_tasks:
            words.append("tasks=%s" % self._unfinished_tasks)
        return " ".join(words)

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    @staticmethod
    def _wakeup_next(waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    def _leave(self, waiters, waiter, is_blocked):
        """Takes a task out of a line, because of an error."""
        waiter.cancel()
        if waiter in waiters:
            waiters.remove(waiter)
        if not is_blocked and not waiter.cancelled():
            # It was this task's turn: the next one takes it.
            self._wakeup_next(waiters)

    async def put(self, item):
        """Puts an item in, waiting for room."""
        while 0 < self._maxsize and self.full():
            waiter = self._get_loop().create_future()
            self._putters.append(waiter)
            try:
                await waiter
            except BaseException:
                self._leave(self._putters, waiter, self.full())
                raise
        self.put_nowait(item)

    def put_nowait(self, item):
        """Puts an item in, or raises QueueFull."""
        if 0 < self._maxsize and self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished._set = False
        if self._getters:
            self._wakeup_next(self._getters)

    async def get(self):
        """Takes an item out, waiting for one."""
        while self.empty():
            waiter = self._get_loop().create_future()
            self._getters.append(waiter)
            try:
                await waiter
            except BaseException:
                self._leave(self._getters, waiter, self.empty())
                raise
        return self.get_nowait()

    def get_nowait(self):
        """Takes an item out, or raises QueueEmpty."""
        if self.empty():
            raise QueueEmpty
        item = self._get()
        if self._putters:
            self._wakeup_next(self._putters)
        return item

    def task_done(self):
        """Says that an item that was taken out is dealt with."""
        left = self._unfinished_tasks - 1
        if left < 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks = left
        if not left:
            self._finished.set()

    async def join(self):
        """Waits until every item is dealt with."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()


class PriorityQueue(Queue):
    """The least item comes out first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    """The last item comes out first."""

    def _get(self):
        return self._queue.pop()
