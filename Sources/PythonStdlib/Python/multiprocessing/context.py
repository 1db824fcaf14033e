"""What the ways to start a process have in common, and the default of them."""
import os
import sys

from multiprocessing import process


class ProcessError(Exception):
    """Base class of the errors here."""


class BufferTooShort(ProcessError):
    """The buffer is too short for the message; the message is the argument."""


class TimeoutError(ProcessError):
    """The time is over."""


class AuthenticationError(ProcessError):
    """The other side does not know the key."""


METHODS = ("fork", "spawn", "forkserver")


def _one(module, name):
    """A method that makes an object of another module, for this context."""
    def make(self, *args, **kwargs):
        __import__("multiprocessing." + module)
        return getattr(sys.modules["multiprocessing." + module], name)(*args, ctx=self.get_context(), **kwargs)
    make.__name__ = name
    return make


class BaseContext:
    """Processes of one kind and what they share."""
    ProcessError, BufferTooShort, TimeoutError, AuthenticationError = (
        ProcessError, BufferTooShort, TimeoutError, AuthenticationError)
    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)
    Queue, JoinableQueue, SimpleQueue = _one("queues", "Queue"), _one("queues", "JoinableQueue"), _one("queues", "SimpleQueue")
    Lock, RLock, Condition = _one("synchronize", "Lock"), _one("synchronize", "RLock"), _one("synchronize", "Condition")
    Semaphore, BoundedSemaphore = _one("synchronize", "Semaphore"), _one("synchronize", "BoundedSemaphore")
    Event, Barrier = _one("synchronize", "Event"), _one("synchronize", "Barrier")

    def cpu_count(self):
        """How many processors there are."""
        count = os.cpu_count()
        if count is None:
            raise NotImplementedError("cannot determine number of cpus")
        return count

    def Manager(self):
        """A process that keeps objects which others use."""
        from multiprocessing.managers import SyncManager
        made = SyncManager(ctx=self.get_context())
        made.start()
        return made

    def Pipe(self, duplex=True):
        """Two connected ends."""
        from multiprocessing.connection import Pipe
        return Pipe(duplex)

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """Processes that share out calls."""
        from multiprocessing.pool import Pool
        return Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        """A shared number without a lock."""
        from multiprocessing.sharedctypes import RawValue
        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        """Shared numbers without a lock."""
        from multiprocessing.sharedctypes import RawArray
        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        """A shared number with a lock."""
        from multiprocessing.sharedctypes import Value
        return Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        """Shared numbers with a lock."""
        from multiprocessing.sharedctypes import Array
        return Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

    def freeze_support(self):
        """Does nothing."""

    def get_logger(self):
        """The logger of this package."""
        from multiprocessing.util import get_logger
        return get_logger()

    def log_to_stderr(self, level=None):
        """Lets the logger write to stderr."""
        from multiprocessing.util import log_to_stderr
        return log_to_stderr(level)

    def allow_connection_pickling(self):
        """Does nothing."""

    def set_executable(self, executable):
        """Names the program that spawned processes run."""
        from multiprocessing import spawning
        spawning.executable = os.fsdecode(executable)

    def set_forkserver_preload(self, module_names):
        """Does nothing."""

    def get_context(self, method=None):
        """The context of a way to start processes."""
        if method is None:
            return self
        try:
            return _contexts[method]
        except KeyError:
            raise ValueError("cannot find context for %r" % method) from None

    def get_start_method(self, allow_none=False):
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError("cannot set start method of concrete context")


class Process(process.BaseProcess):
    """An activity that runs in a process of its own."""

    def _launch(self):
        return _default.get_context().Process._launch(self)


class ForkProcess(process.BaseProcess):
    _start_method = "fork"


class SpawnProcess(process.BaseProcess):
    _start_method = "spawn"

    def _launch(self):
        from multiprocessing import spawning
        spawning.launch(self)


class ForkContext(BaseContext):
    """Processes that are copies of this one."""
    Process, _name = ForkProcess, "fork"


class SpawnContext(BaseContext):
    """Processes that begin afresh."""
    Process, _name = SpawnProcess, "spawn"


class ForkServerContext(SpawnContext):
    _name = "forkserver"


class DefaultContext(BaseContext):
    """The way that `set_start_method` chose."""
    Process = Process
    _actual = None

    def get_context(self, method=None):
        if method is not None:
            return super().get_context(method)
        if self._actual is None:
            self._actual = _contexts["fork"]
        return self._actual

    def set_start_method(self, method, force=False):
        if self._actual is not None and not force:
            raise RuntimeError("context has already been set")
        self._actual = None if method is None and force else super().get_context(method)

    def get_start_method(self, allow_none=False):
        if self._actual is None:
            if allow_none:
                return None
            self._actual = _contexts["fork"]
        return self._actual._name

    def get_all_start_methods(self):
        return list(METHODS)


_contexts = {"fork": ForkContext(), "spawn": SpawnContext(), "forkserver": ForkServerContext()}
_default = DefaultContext()
