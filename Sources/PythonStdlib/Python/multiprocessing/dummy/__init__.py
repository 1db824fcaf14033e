"""The interface of this package over threads."""
import threading
import weakref
from multiprocessing.context import TimeoutError
from multiprocessing.connection import Pipe
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

JoinableQueue = Queue


class DummyProcess(threading.Thread):
    """A thread that looks like a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        super().__init__(group, target, name, args, kwargs)
        self._pid = None
        self._parent = current_process()

    def start(self):
        self._start_called = True
        super().start()

    @property
    def exitcode(self):
        return 0 if getattr(self, "_start_called", False) and not self.is_alive() else None


Process = DummyProcess
current_process = threading.current_thread


def active_children():
    return [thread for thread in threading.enumerate() if isinstance(thread, DummyProcess)]


def freeze_support():
    pass


class Namespace:
    """Names with values."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        parts = sorted("%s=%r" % item for item in self.__dict__.items() if not item[0].startswith("_"))
        return "%s(%s)" % (type(self).__name__, ", ".join(parts))


dict, list = dict, list


class Value:
    """A value."""

    def __init__(self, typecode, value, lock=True):
        self._typecode, self.value = typecode, value

    def __repr__(self):
        return "<%s(%r, %r)>" % (type(self).__name__, self._typecode, self.value)


def Array(typecode, sequence, lock=True):
    import array
    return array.array(typecode, sequence)


def Manager():
    import sys
    return sys.modules[__name__]


def shutdown():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    """A pool of threads."""
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)
