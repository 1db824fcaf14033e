"""Processes: as far as one process is enough. Threads of `concurrent.futures` and `threading` take the place of pools."""
import os as _os
import threading as _threading

__all__ = ["AuthenticationError", "BufferTooShort", "ProcessError", "TimeoutError", "active_children", "cpu_count",
           "current_process", "freeze_support", "get_all_start_methods", "get_context", "get_start_method",
           "parent_process", "set_start_method", "Lock", "RLock", "Event", "Condition", "Semaphore",
           "BoundedSemaphore", "Barrier"]

Lock, RLock, Event = _threading.Lock, _threading.RLock, _threading.Event
Condition, Barrier = _threading.Condition, _threading.Barrier
Semaphore, BoundedSemaphore = _threading.Semaphore, _threading.BoundedSemaphore


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


class _MainProcess:
    """The process that runs."""
    name = "MainProcess"
    daemon = False
    exitcode = None
    authkey = b""

    @property
    def pid(self):
        return _os.getpid()

    ident = pid

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_current = _MainProcess()
_method = None


def cpu_count():
    """Number of processors."""
    count = _os.cpu_count()
    if count is None:
        raise NotImplementedError("cannot determine number of cpus")
    return count


def current_process():
    return _current


def parent_process():
    return None


def active_children():
    return []


def freeze_support():
    pass


def get_all_start_methods():
    return ["fork", "spawn", "forkserver"]


def get_start_method(allow_none=False):
    return _method if _method or allow_none else "fork"


def set_start_method(method, force=False):
    global _method
    if _method is not None and not force:
        raise RuntimeError("context has already been set")
    if method is not None and method not in get_all_start_methods():
        raise ValueError("cannot find context for %r" % method)
    _method = method


def get_context(method=None):
    if method is not None and method not in get_all_start_methods():
        raise ValueError("cannot find context for %r" % method)
    import sys
    return sys.modules[__name__]
