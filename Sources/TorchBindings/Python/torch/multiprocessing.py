"""`torch.multiprocessing`: Python's `multiprocessing`, and `spawn`."""
import multiprocessing as _multiprocessing
from multiprocessing import *
from multiprocessing import __all__ as _names

__all__ = list(_names) + ['set_sharing_strategy', 'get_sharing_strategy', 'get_all_sharing_strategies', 'spawn', 'start_processes',
                          'ProcessContext', 'SpawnContext', 'ProcessException', 'ProcessExitedException',
                          'ProcessRaisedException']
_strategy = 'file_descriptor'


def set_sharing_strategy(new_strategy):
    """Chooses how memory would be shared: tensors are copied from process to process."""
    global _strategy
    assert new_strategy in get_all_sharing_strategies()
    _strategy = new_strategy


def get_sharing_strategy():
    return _strategy


def get_all_sharing_strategies():
    return {'file_descriptor', 'file_system'}


class ProcessException(Exception):
    """A process has failed."""

    def __init__(self, msg, error_index, pid):
        super().__init__(msg)
        self.msg, self.error_index, self.pid = msg, error_index, pid

    def __reduce__(self):
        return type(self), (self.msg, self.error_index, self.pid)


class ProcessRaisedException(ProcessException):
    """A process has raised an error."""


class ProcessExitedException(ProcessException):
    """A process has ended with a signal or a status."""

    def __init__(self, msg, error_index, error_pid, exit_code, signal_name=None):
        super().__init__(msg, error_index, error_pid)
        self.exit_code, self.signal_name = exit_code, signal_name

    def __reduce__(self):
        return type(self), (self.msg, self.error_index, self.pid, self.exit_code, self.signal_name)


def _run(fn, i, args, errors):
    try:
        fn(i, *args)
    except KeyboardInterrupt:
        pass
    except Exception:
        import sys
        import traceback
        errors.put(traceback.format_exc())
        sys.exit(1)


class ProcessContext:
    """Processes that belong together."""

    def __init__(self, processes, errors):
        self.processes, self.error_queues = processes, errors
        self.sentinels = {process.sentinel: index for index, process in enumerate(processes)}

    def pids(self):
        return [int(process.pid) for process in self.processes]

    def join(self, timeout=None, grace_period=None):
        """Waits for one to end at least; raises its error. True when all have ended."""
        from multiprocessing.connection import wait
        if not self.sentinels:
            return True
        failed = None
        for sentinel in wait(list(self.sentinels), timeout=timeout):
            index = self.sentinels.pop(sentinel)
            process = self.processes[index]
            process.join()
            if process.exitcode != 0:
                failed = index
                break
        if failed is None:
            return not self.sentinels
        for process in self.processes:
            if process.is_alive():
                process.terminate()
            process.join()
        process = self.processes[failed]
        errors = self.error_queues[failed]
        if errors.empty():
            code = process.exitcode
            if code < 0:
                import signal
                name = signal.Signals(-code).name
                raise ProcessExitedException(f'process {failed} terminated with signal {name}', failed, process.pid, code, name)
            raise ProcessExitedException(f'process {failed} terminated with exit code {code}', failed, process.pid, code)
        text = f'\n\n-- Process {failed} terminated with the following error:\n' + errors.get()
        raise ProcessRaisedException(text, failed, process.pid)


SpawnContext = ProcessContext


def start_processes(fn, args=(), nprocs=1, join=True, daemon=False, start_method='spawn'):
    """Runs `fn(i, *args)` in so many processes."""
    context = _multiprocessing.get_context(start_method)
    errors, processes = [], []
    for index in range(nprocs):
        failed = context.SimpleQueue()
        process = context.Process(target=_run, args=(fn, index, args, failed), daemon=daemon)
        process.start()
        errors.append(failed)
        processes.append(process)
    made = ProcessContext(processes, errors)
    if not join:
        return made
    while not made.join():
        pass
    return None


def spawn(fn, args=(), nprocs=1, join=True, daemon=False, start_method='spawn'):
    """Runs `fn(i, *args)` in so many processes. What a notebook defines is known to copies of the kernel only: they are made."""
    import sys
    if start_method == 'spawn' and not getattr(sys.modules.get('__main__'), '__file__', None):
        start_method = 'fork'
    return start_processes(fn, args, nprocs, join, daemon, start_method)
