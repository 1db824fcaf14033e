"""Processes that run functions of this program, and what they share."""
from multiprocessing import context as _context
from multiprocessing.context import (AuthenticationError, BufferTooShort, ProcessError, TimeoutError)
from multiprocessing.process import active_children, current_process, parent_process

_default = _context._default
__all__ = ["active_children", "current_process", "parent_process", "AuthenticationError", "BufferTooShort", "ProcessError",
           "TimeoutError", "reducer"]
for _name in ("Process Pool Queue SimpleQueue JoinableQueue Pipe Lock RLock Semaphore BoundedSemaphore Condition Event Barrier "
              "Value Array RawValue RawArray Manager cpu_count get_context set_start_method get_start_method "
              "get_all_start_methods freeze_support get_logger log_to_stderr allow_connection_pickling set_executable "
              "set_forkserver_preload").split():
    globals()[_name] = getattr(_default, _name)
    __all__.append(_name)
Process = _context.Process
reducer = None
