"""asyncio.run() and Runner."""
import contextvars

from asyncio import coroutines, events, tasks
from asyncio.exceptions import CancelledError

__all__ = ("Runner", "run")


class Runner:
    """Runs coroutines in a loop of its own."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug, self._factory = debug, loop_factory
        self._loop = self._context = None
        self._is_closed = self._has_set = False
        self._previous = None

    def __enter__(self):
        self._prepare()
        return self

    def __exit__(self, *error):
        self.close()

    def _prepare(self):
        if self._is_closed:
            raise RuntimeError("Runner is closed")
        if self._loop is not None:
            return
        if self._factory is None:
            self._loop = events.new_event_loop()
            if events._shell is not None:
                # The cells' loop stays what get_event_loop() gives.
                self._previous = events.cell_loop()
            events.set_event_loop(self._loop)
            self._has_set = True
        else:
            self._loop = self._factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = contextvars.copy_context()

    def close(self):
        """Cancels what runs and closes the loop."""
        loop = self._loop
        if loop is None or self._is_closed:
            return
        try:
            _cancel_all(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._has_set:
                events.set_event_loop(self._previous)
            loop.close()
            self._loop, self._is_closed = None, True

    def get_loop(self):
        self._prepare()
        return self._loop

    def run(self, coro, *, context=None):
        """Runs a coroutine to its end."""
        if not coroutines.iscoroutine(coro):
            raise ValueError("a coroutine was expected, got %r" % (coro,))
        if events._get_running_loop() is not None and not events._get_running_loop()._may_nest():
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._prepare()
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        try:
            return self._loop.run_until_complete(task)
        except KeyboardInterrupt:
            # Control-C while everything waits cancels the task, which may clean up.
            if task.done():
                raise
            task.cancel()
            try:
                self._loop.run_until_complete(task)
            except CancelledError:
                pass
            raise KeyboardInterrupt() from None


def run(main, *, debug=None, loop_factory=None):
    """Runs a coroutine in a new loop."""
    running = events._get_running_loop()
    if running is not None:
        if running._may_nest() and coroutines.iscoroutine(main):
            return running.run_until_complete(main)
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all(loop):
    """Cancels the tasks of a loop and waits for them."""
    left = tasks.all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({"message": "unhandled exception during asyncio.run() shutdown",
                                         "exception": task.exception(), "task": task})
