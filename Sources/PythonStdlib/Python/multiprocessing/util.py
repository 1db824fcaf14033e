"""What processes share besides their work: a logger, things to do at their end and after a fork."""
import atexit
import itertools
import os
import sys
import threading
import weakref

from multiprocessing import process

__all__ = ["sub_debug", "debug", "info", "sub_warning", "get_logger", "log_to_stderr", "get_temp_dir", "register_after_fork",
           "is_exiting", "Finalize", "ForkAwareThreadLock", "ForkAwareLocal", "close_all_fds_except", "SUBDEBUG",
           "SUBWARNING"]

# Messages

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING = 0, 5, 10, 20, 25
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"
_logger, _log_to_stderr = None, False


def _log(level, message, *args):
    if _logger is not None:
        _logger.log(level, message, *args, stacklevel=3)


def sub_debug(msg, *args):
    """Logs below the level of `debug`."""
    _log(SUBDEBUG, msg, *args)


def debug(msg, *args):
    """Logs once there is a logger."""
    _log(DEBUG, msg, *args)


def info(msg, *args):
    """Logs once there is a logger."""
    _log(INFO, msg, *args)


def sub_warning(msg, *args):
    """Logs below the level of warnings."""
    _log(SUBWARNING, msg, *args)


def get_logger():
    """The logger of this package, which passes nothing on to others."""
    global _logger
    if _logger is None:
        import logging
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        # This must be done after `logging` has set its own.
        atexit.unregister(_exit_function)
        atexit.register(_exit_function)
    return _logger


def log_to_stderr(level=None):
    """Lets the logger write to stderr."""
    global _log_to_stderr
    import logging
    shown = logging.StreamHandler()
    shown.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    get_logger().addHandler(shown)
    _log_to_stderr = True
    if level:
        _logger.setLevel(level)
    return _logger


# Files

def get_temp_dir():
    """A folder for this process and its children, which goes when the process ends."""
    config = process.current_process()._config
    if config.get("tempdir") is None:
        import shutil
        import tempfile
        folder = tempfile.mkdtemp(prefix="pymp-")
        info("created temp directory %s", folder)
        Finalize(None, shutil.rmtree, args=(folder, True), exitpriority=-100)
        config["tempdir"] = folder
    return config["tempdir"]


abstract_sockets_supported = sys.platform == "linux"


def is_abstract_socket_namespace(address):
    """Whether an address is a name that no file has."""
    if isinstance(address, bytes):
        return address[:1] == b"\0"
    if isinstance(address, str):
        return address[:1] == "\0"
    if not address:
        return False
    raise TypeError(f"address type of {address!r} unrecognized")


def close_all_fds_except(fds):
    """Closes every descriptor that is not named."""
    last = os.sysconf("SC_OPEN_MAX") if hasattr(os, "sysconf") else 256
    for low, high in itertools.pairwise([-1, *sorted(fds), last]):
        os.closerange(low + 1, high)


def close_fds(*fds):
    """Closes descriptors."""
    for fd in fds:
        os.close(fd)


# After a fork

_afterfork_registry, _afterfork_counter = weakref.WeakValueDictionary(), itertools.count()


def register_after_fork(obj, func):
    """Has a function called with an object in each child as it begins, for as long as the object lives."""
    _afterfork_registry[next(_afterfork_counter), id(obj), func] = obj


def _run_after_forkers():
    for (_, _, function), value in sorted(_afterfork_registry.items(), key=lambda item: item[0][0]):
        try:
            function(value)
        except Exception as problem:
            info("after forker raised exception %s", problem)


class ForkAwareThreadLock:
    """A lock that is free in a child whoever held it in the parent."""

    def __init__(self):
        self._lock = threading.Lock()
        self.acquire, self.release = self._lock.acquire, self._lock.release
        register_after_fork(self, ForkAwareThreadLock.__init__)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *problem):
        self.release()


class ForkAwareLocal(threading.local):
    """Values of a thread that a child does not see."""

    def __init__(self):
        register_after_fork(self, lambda self: self.__dict__.clear())

    def __reduce__(self):
        return type(self), ()


# At the end

_finalizer_registry, _finalizer_counter, _exiting = {}, itertools.count(), False


class Finalize:
    """Calls a function once: when asked to, when an object goes, or when the process ends; those with the greatest priority first."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!s}")
        if obj is not None:
            self._weakref = weakref.ref(obj, self)
        elif exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._callback, self._args, self._kwargs = callback, args, kwargs or {}
        self._key, self._pid = (exitpriority, next(_finalizer_counter)), os.getpid()
        _finalizer_registry[self._key] = self

    def __call__(self, wr=None):
        """Calls the function unless that has been done, or this process is a child."""
        if _finalizer_registry.pop(self._key, None) is None:
            sub_debug("finalizer no longer registered")
            return None
        callback, args, kwargs, here = self._callback, self._args, self._kwargs, self._pid == os.getpid()
        self._forget()
        if not here:
            sub_debug("finalizer ignored because different process")
            return None
        sub_debug("finalizer calling %s with args %s and kwargs %s", callback, args, kwargs)
        return callback(*args, **kwargs)

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = self._key = None

    def cancel(self):
        """The function will not be called."""
        if self.still_active():
            del _finalizer_registry[self._key]
            self._forget()

    def still_active(self):
        """Whether the function may still be called."""
        return self._key in _finalizer_registry

    def __repr__(self):
        if not self.still_active():
            return f"<{type(self).__name__} object, dead>"
        text = f"<{type(self).__name__} object, callback={getattr(self._callback, '__name__', self._callback)}"
        for name, value in (("args", self._args), ("kwargs", self._kwargs), ("exitpriority", self._key[0])):
            if value or name == "exitpriority" and value is not None:
                text += f", {name}={value}"
        return text + ">"


def _run_finalizers(minpriority=None):
    """Calls those with a priority, or of at least one; the greatest first, of equal ones the newest."""
    def due():
        return [key for key in _finalizer_registry if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
    while keys := sorted(due(), reverse=True):
        for key in keys:
            if (finalizer := _finalizer_registry.get(key)) is not None:
                sub_debug("calling %s", finalizer)
                try:
                    finalizer()
                except Exception:
                    from traceback import print_exc
                    print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


def is_exiting():
    """Whether the process is about to end."""
    return _exiting or _exiting is None


def _exit_function():
    """Done at the end of a process: finalizers, then the children, then the other finalizers."""
    global _exiting
    if not _exiting:
        _exiting = True
        info("process shutting down")
        debug("running all \"atexit\" finalizers with priority >= 0")
        _run_finalizers(0)
        process._end_children()
        debug("running the remaining \"atexit\" finalizers")
        _run_finalizers()


def _begin_child():
    """Called in each child as it begins."""
    global _exiting
    _finalizer_registry.clear()
    _exiting = False
    _run_after_forkers()


atexit.register(_exit_function)


def _flush_std_streams():
    from contextlib import suppress
    for name in ("stdout", "stderr"):
        with suppress(AttributeError, ValueError):
            getattr(sys, name).flush()


def spawnv_passfds(path, args, passfds):
    """Starts a program that inherits descriptors; gives the number of the process."""
    import subprocess
    child = subprocess.Popen([os.fsdecode(arg) for arg in args], executable=os.fsdecode(path), pass_fds=tuple(passfds))
    child.returncode = 0  # whoever called waits for it
    return child.pid
