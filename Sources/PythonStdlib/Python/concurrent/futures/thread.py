"""Thread pools."""
from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor


class _WorkItem:
    """A call that waits for a thread."""

    def __init__(self, future, fn, args, kwargs):
        self.future, self.fn, self.args, self.kwargs = future, fn, args, kwargs

    def run(self):
        """Calls, unless the future was cancelled."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)
