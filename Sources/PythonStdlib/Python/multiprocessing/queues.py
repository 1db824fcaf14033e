"""Queues between processes: a pipe, a lock for its readers, one for its writers."""
import collections
import os
import queue as _queue
import sys
import threading
import time
import weakref
from queue import Empty, Full

from multiprocessing import connection, synchronize
from multiprocessing import context as _context

_feeding = weakref.WeakSet()


def _flush():
    """Waits until what was put into queues has gone into their pipes; called before a process ends."""
    for queue in list(_feeding):
        if queue._pid == os.getpid() and not queue._cancelled:
            queue.close()
            queue.join_thread()


class Queue:
    """A queue; a thread feeds its pipe, so that `put` does not wait for a reader."""

    def __init__(self, maxsize=0, *, ctx=None):
        # As many as a semaphore counts.
        self._maxsize = maxsize if maxsize > 0 else 0
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._reading, self._writing = synchronize.Lock(), synchronize.Lock()
        self._room = synchronize.BoundedSemaphore(maxsize) if maxsize > 0 else None
        self._count = synchronize.Semaphore(0)
        self._begin()

    def _begin(self):
        self._pid = os.getpid()
        self._buffer = collections.deque()
        self._filled = threading.Condition(threading.Lock())
        self._thread = None
        self._closed = self._cancelled = self._finishing = False

    def __getstate__(self):
        return self._maxsize, self._reader, self._writer, self._reading, self._writing, self._room, self._count

    def __setstate__(self, state):
        self._maxsize, self._reader, self._writer, self._reading, self._writing, self._room, self._count = state
        self._begin()

    def _check_process(self):
        # A copy of the process has a copy of the buffer, which its parent's thread feeds.
        if self._pid != os.getpid():
            self._begin()

    def put(self, obj, block=True, timeout=None):
        """Puts an object into the queue."""
        self._check_process()
        if self._closed:
            raise ValueError("Queue %r is closed" % self)
        if self._room is not None and not self._room.acquire(block, timeout):
            raise Full
        with self._filled:
            if self._thread is None:
                self._thread = threading.Thread(target=self._feed, name="QueueFeederThread", daemon=True)
                self._thread.start()
                _feeding.add(self)
            self._buffer.append(obj)
            self._filled.notify()

    def _feed(self):
        while True:
            with self._filled:
                while not self._buffer:
                    if self._finishing:
                        return
                    self._filled.wait()
                obj = self._buffer.popleft()
            try:
                data = connection._dumps(obj)
                with self._writing:
                    self._writer.send_bytes(data)
                self._count.release()
            except BaseException as error:
                if self._room is not None:
                    self._room.release()
                if isinstance(error, BrokenPipeError):
                    return
                self._on_queue_feeder_error(error, obj)

    @staticmethod
    def _on_queue_feeder_error(error, obj):
        import traceback
        traceback.print_exception(error)

    def get(self, block=True, timeout=None):
        """Takes the next object out of the queue."""
        self._check_process()
        if self._closed:
            raise ValueError("Queue %r is closed" % self)
        if block and timeout is None:
            with self._reading:
                data = self._reader.recv_bytes()
                self._count.acquire(False)
        else:
            end = time.monotonic() + (max(0, timeout) if block else 0)
            if not self._reading.acquire(block, timeout):
                raise Empty
            try:
                if not self._reader.poll(max(0, end - time.monotonic()) if block else 0):
                    raise Empty
                data = self._reader.recv_bytes()
                self._count.acquire(False)
            finally:
                self._reading.release()
        if self._room is not None:
            self._room.release()
        import pickle
        return pickle.loads(data)

    def qsize(self):
        """About how many objects lie in the queue."""
        if self._room is not None:
            return self._maxsize - self._room.get_value()
        return self._count.get_value()

    def empty(self):
        """Whether nothing can be taken now."""
        return not self._reader.poll()

    def full(self):
        """Whether nothing can be put now."""
        return self._room is not None and self._room.get_value() == 0

    def put_nowait(self, obj):
        return self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def close(self):
        """Says that this process puts nothing more into the queue."""
        self._closed = True
        with self._filled:
            self._finishing = True
            self._filled.notify()

    def join_thread(self):
        """Waits until what was put has gone into the pipe; after `close`."""
        assert self._closed, "Queue %r not closed" % self
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def cancel_join_thread(self):
        """Lets the process end though objects have not gone into the pipe."""
        self._cancelled = True


class JoinableQueue(Queue):
    """A queue that knows how many of its objects are still worked on."""

    def __init__(self, maxsize=0, *, ctx=None):
        super().__init__(maxsize)
        self._open_tasks = synchronize.Semaphore(0)
        self._condition = synchronize.Condition()

    def __getstate__(self):
        return super().__getstate__() + (self._open_tasks, self._condition)

    def __setstate__(self, state):
        super().__setstate__(state[:-2])
        self._open_tasks, self._condition = state[-2:]

    def put(self, obj, block=True, timeout=None):
        with self._condition:
            self._open_tasks.release()
        try:
            super().put(obj, block, timeout)
        except BaseException:
            self._open_tasks.acquire(False)
            raise

    def task_done(self):
        """Says that the work on an object is done."""
        with self._condition:
            if not self._open_tasks.acquire(False):
                raise ValueError("task_done() called too many times")
            if not self._open_tasks.get_value():
                self._condition.notify_all()

    def join(self):
        """Waits until the work on all objects is done."""
        with self._condition:
            while self._open_tasks.get_value():
                self._condition.wait()


class SimpleQueue:
    """A pipe with locks."""

    def __init__(self, *, ctx=None):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._reading, self._writing = synchronize.Lock(), synchronize.Lock()

    def empty(self):
        """Whether nothing can be taken now."""
        return not self._reader.poll()

    def get(self):
        """Takes the next object."""
        with self._reading:
            data = self._reader.recv_bytes()
        import pickle
        return pickle.loads(data)

    def put(self, obj):
        """Puts an object; waits while the pipe is full."""
        data = connection._dumps(obj)
        with self._writing:
            self._writer.send_bytes(data)

    def close(self):
        """Closes both ends."""
        self._reader.close()
        self._writer.close()
