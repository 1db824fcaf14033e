"""Groups of tasks that end together."""
from asyncio import events, tasks
from asyncio.exceptions import CancelledError

__all__ = ("TaskGroup",)


class TaskGroup:
    """Waits for its tasks; when one fails the others are cancelled."""

    def __init__(self):
        self._entered = self._exiting = self._aborting = False
        self._loop = self._parent = self._ended = self._main_error = None
        self._parent_cancelled = False
        self._tasks, self._errors = set(), []

    def __repr__(self):
        words = []
        if self._tasks:
            words.append("tasks=%d" % len(self._tasks))
        if self._errors:
            words.append("errors=%d" % len(self._errors))
        if self._aborting:
            words.append("cancelling")
        elif self._entered:
            words.append("entered")
        return "<TaskGroup%s>" % (" " + " ".join(words) if words else "")

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError("TaskGroup %r has been already entered" % (self,))
        self._entered = True
        self._loop = events.get_running_loop()
        self._parent = tasks.current_task(self._loop)
        if self._parent is None:
            raise RuntimeError("TaskGroup %r cannot determine the parent task" % (self,))
        return self

    async def __aexit__(self, kind, error, trace):
        self._exiting = True
        if error is not None and self._is_fatal(error):
            self._main_error = error
        cancelled = error if kind is not None and issubclass(kind, CancelledError) else None
        if self._parent_cancelled and self._parent.uncancel() == 0:
            # It was this group that has cancelled the parent.
            cancelled = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._ended is None:
                self._ended = self._loop.create_future()
            try:
                await self._ended
            except CancelledError as stop:
                if not self._aborting:
                    cancelled = stop
                    self._abort()
            self._ended = None
        try:
            if self._main_error is not None:
                raise self._main_error
            if cancelled is not None and not self._errors:
                raise cancelled
            if kind is not None and not issubclass(kind, CancelledError):
                self._errors.append(error)
            if self._errors:
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        finally:
            self._main_error = self._errors = error = cancelled = None

    def create_task(self, coro, *, name=None, context=None):
        """Starts a task of the group."""
        if not self._entered:
            raise RuntimeError("TaskGroup %r has not been entered" % (self,))
        if self._exiting and not self._tasks:
            raise RuntimeError("TaskGroup %r is finished" % (self,))
        if self._aborting:
            raise RuntimeError("TaskGroup %r is shutting down" % (self,))
        if context is None:
            task = self._loop.create_task(coro, name=name)
        else:
            task = self._loop.create_task(coro, name=name, context=context)
        self._tasks.add(task)
        task.add_done_callback(self._task_done)
        return task

    def _is_fatal(self, error):
        return isinstance(error, (SystemExit, KeyboardInterrupt))

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _task_done(self, task):
        self._tasks.discard(task)
        if self._ended is not None and not self._tasks and not self._ended.done():
            self._ended.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if self._is_fatal(error) and self._main_error is None:
            self._main_error = error
        if self._parent.done():
            self._loop.call_exception_handler({
                "message": "Task %r has errored out but its parent task %r is already completed"
                           % (task, self._parent), "exception": error, "task": task})
            return
        if not self._aborting and not self._parent_cancelled:
            # The parent may be in the block: it must leave it.
            self._abort()
            self._parent_cancelled = True
            self._parent.cancel()
