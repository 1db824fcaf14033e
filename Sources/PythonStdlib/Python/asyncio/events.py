"""Handles, the running loop of a thread, and the policy that chooses loops."""
import _thread
import contextvars

try:
    import _wick_shell as _shell
except ImportError:
    _shell = None

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
           "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
           "get_child_watcher", "set_child_watcher", "_set_running_loop", "get_running_loop", "_get_running_loop")

_copy_context = contextvars.copy_context
_identity = _thread.get_ident


class Handle:
    """A callback that will be called, unless it is cancelled before."""

    __slots__ = ("_callback", "_args", "_cancelled", "_loop", "_context", "_repr", "__weakref__")

    def __init__(self, callback, args, loop, context=None):
        self._callback, self._args, self._loop, self._cancelled = callback, args, loop, False
        self._context = _copy_context() if context is None else context

    def __repr__(self):
        words = [type(self).__name__]
        if self._cancelled:
            words.append("cancelled")
        if self._callback is not None:
            from asyncio import _text
            words.append(_text.call(self._callback, self._args))
        return "<%s>" % " ".join(words)

    def cancel(self):
        """Forgets the callback."""
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        if self._cancelled:
            return
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._failed(error)

    def _failed(self, error):
        """Tells of an error of the callback."""
        from asyncio import _text
        self._loop.call_exception_handler({
            "message": "Exception in callback " + _text.call(self._callback, self._args),
            "exception": error, "handle": self})


class TimerHandle(Handle):
    """A callback with the time when it is due."""

    __slots__ = ("_when", "_scheduled", "_number")

    def __init__(self, when, callback, args, loop, context=None):
        self._callback, self._args, self._loop, self._cancelled = callback, args, loop, False
        self._context = _copy_context() if context is None else context
        self._when, self._scheduled = when, False

    def __repr__(self):
        words = ["TimerHandle", "when=%s" % self._when]
        if self._cancelled:
            words.insert(1, "cancelled")
        if self._callback is not None:
            from asyncio import _text
            words.append(_text.call(self._callback, self._args))
        return "<%s>" % " ".join(words)

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __eq__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when == other._when and self._callback == other._callback and self._args == other._args
                and self._cancelled == other._cancelled)

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        self._cancelled = True
        self._callback = self._args = None

    def when(self):
        """The time of the loop's clock when it is due."""
        return self._when


class AbstractServer:
    """Listens for connections."""

    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.close()
        await self.wait_closed()


class AbstractEventLoop:
    """What every event loop has; see BaseEventLoop."""


def _unwritten(name, is_async):
    if is_async:
        async def method(self, *args, **kwargs):
            raise NotImplementedError
    else:
        def method(self, *args, **kwargs):
            raise NotImplementedError
    method.__name__ = name
    method.__qualname__ = "AbstractEventLoop." + name
    setattr(AbstractEventLoop, name, method)


for _name in ("run_forever run_until_complete stop is_running is_closed close call_soon call_later call_at time "
              "create_future create_task call_soon_threadsafe run_in_executor set_default_executor add_reader "
              "remove_reader add_writer remove_writer add_signal_handler remove_signal_handler set_task_factory "
              "get_task_factory get_exception_handler set_exception_handler default_exception_handler "
              "call_exception_handler get_debug set_debug").split():
    _unwritten(_name, False)
for _name in ("shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection create_server "
              "start_tls sendfile create_unix_connection create_unix_server connect_accepted_socket "
              "create_datagram_endpoint connect_read_pipe connect_write_pipe subprocess_shell subprocess_exec "
              "sock_recv sock_recv_into sock_recvfrom sock_sendall sock_sendto sock_connect sock_accept "
              "sock_sendfile").split():
    _unwritten(_name, True)


class AbstractEventLoopPolicy:
    """Chooses the loop of a thread."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """A loop for each thread; the main thread gets one when it first asks."""

    def __init__(self):
        self._loops = {}
        self._watcher = None

    def _loop_factory(self):
        from asyncio.unix_events import SelectorEventLoop
        return SelectorEventLoop()

    def get_event_loop(self):
        me = _identity()
        if me not in self._loops and me == _thread._main_ident():
            self._loops[me] = self.new_event_loop()
        loop = self._loops.get(me)
        if loop is None:
            import threading
            raise RuntimeError("There is no current event loop in thread %r." % threading.current_thread().name)
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, not '%s'" % type(loop).__name__)
        self._loops[_identity()] = loop

    def new_event_loop(self):
        return self._loop_factory()

    def get_child_watcher(self):
        if self._watcher is None:
            from asyncio.unix_events import ThreadedChildWatcher
            self._watcher = ThreadedChildWatcher()
        return self._watcher

    def set_child_watcher(self, watcher):
        self._watcher = watcher


_policy = None
# Loops that run, by thread.
_running = {}


def _get_running_loop():
    """The loop that runs in this thread, or None."""
    return _running.get(_identity())


def _set_running_loop(loop):
    """Says which loop runs in this thread."""
    if loop is None:
        _running.pop(_identity(), None)
    else:
        _running[_identity()] = loop


def get_running_loop():
    """The loop that runs in this thread; RuntimeError if none does."""
    loop = _running.get(_identity())
    if loop is None:
        if _shell is not None and _shell.in_cell():
            # A cell counts as a step of the kernel's own loop.
            return cell_loop()
        raise RuntimeError("no running event loop")
    return loop


def cell_loop():
    """The loop that belongs to the cells of this thread."""
    policy = get_event_loop_policy()
    me = _identity()
    loops = getattr(policy, "_loops", None)
    if loops is None:
        return policy.get_event_loop()
    loop = loops.get(me)
    if loop is None or loop.is_closed():
        loop = loops[me] = policy.new_event_loop()
    loop._home = me
    return loop


def _known_cell_loop():
    return getattr(_policy, "_loops", {}).get(_identity())


def has_work():
    """Whether cells have left something for the loop to do."""
    loop = _known_cell_loop()
    return loop is not None and loop._has_work()


def run_background():
    """Does what cells have left, until a request waits."""
    loop = _known_cell_loop()
    if loop is not None and loop._thread is None:
        loop._run_background()


def get_event_loop_policy():
    """The policy that chooses loops."""
    global _policy
    if _policy is None:
        from asyncio.unix_events import DefaultEventLoopPolicy
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Sets the policy; None means the usual one."""
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not '%s'"
                        % type(policy).__name__)
    _policy = policy


def get_event_loop():
    """The loop that runs, or else the one the policy gives."""
    loop = _running.get(_identity())
    if loop is not None:
        return loop
    if _shell is not None and _shell.in_cell():
        return cell_loop()
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Sets this thread's loop."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop."""
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    """What waits for child processes."""
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    """Sets what waits for child processes."""
    return get_event_loop_policy().set_child_watcher(watcher)
