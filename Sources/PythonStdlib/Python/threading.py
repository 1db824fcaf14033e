"""Threads, and what they wait for."""
import _thread
import functools as _functools
from time import monotonic as _now

get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
Lock = _thread.allocate_lock
ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX
stack_size = _thread.stack_size

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX', 'Event',
           'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError',
           'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'get_native_id']


_CRLock = _thread.RLock


def RLock():
    """A lock that its owner may take again."""
    return _CRLock()


class _RLock:
    """RLock, written in Python."""

    def __init__(self):
        self._block = _thread.allocate_lock()
        self._owner = None
        self._count = 0

    def __repr__(self):
        owner = self._owner
        if owner in _active:
            owner = _active[owner].name
        return (f"<{'locked' if self._block.locked() else 'unlocked'} threading._RLock object owner={owner or 0} "
                f"count={self._count} at {hex(id(self))}>")

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, *error):
        self.release()

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return state

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def _is_owned(self):
        return self._owner == get_ident()


_PyRLock = _RLock


class Condition:
    """Lets threads wait until another one says that something has changed."""

    def __init__(self, lock=None):
        lock = RLock() if lock is None else lock
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Frees the lock and waits to be notified; False when the time is over."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _thread.allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            elif timeout > 0:
                notified = waiter.acquire(True, timeout)
            else:
                notified = waiter.acquire(False)
            return notified
        finally:
            self._acquire_restore(state)
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        """Waits until `predicate()` is true; returns its last value."""
        end = None if timeout is None else _now() + timeout
        result = predicate()
        while not result:
            rest = None
            if end is not None:
                rest = end - _now()
                if rest <= 0:
                    break
            self.wait(rest)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes at most n waiting threads."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiter in self._waiters[:n]:
            self._waiters.remove(waiter)
            waiter.release()

    def notify_all(self):
        """Wakes all waiting threads."""
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    """A counter that `acquire` takes from and waits for."""

    _initial_value = None

    def __init__(self, value=1):
        if not value >= 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value, self._cond = value, Condition(Lock())

    def __repr__(self):
        most = "" if self._initial_value is None else f"/{self._initial_value}"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}{most}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if self._value <= 0 and not blocking:
                return False
            if not self._cond.wait_for(lambda: self._value > 0, timeout):
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        """Gives back what n calls of `acquire` took."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            value = self._value + n
            if self._initial_value is not None and value > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value = value
            self._cond.notify(n)

    def __exit__(self, *error):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is never released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or bool(self._cond.wait_for(lambda: self._flag, timeout))


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Lets a fixed number of threads wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties, self._action, self._timeout = parties, action, timeout
        self._cond = Condition(Lock())
        # "filling" until all are there, then "draining" until all have left; "resetting" or "broken" in between.
        self._state, self._count = "filling", 0

    def __repr__(self):
        where = 'broken' if self.broken else f'waiters={self.n_waiting}/{self.parties}'
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {where}>"

    def wait(self, timeout=None):
        """Waits until all parties wait; returns which one this is."""
        with self._cond:
            self._cond.wait_for(lambda: self._state in ("filling", "broken"))
            self._check()
            place = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._open()
                elif not self._cond.wait_for(lambda: self._state != "filling",
                                             self._timeout if timeout is None else timeout):
                    self._turn("broken")
                self._check()
            finally:
                self._count -= 1
                if not self._count and self._state != "broken":
                    self._turn("filling")
            return place

    def _check(self):
        if self._state in ("resetting", "broken"):
            raise BrokenBarrierError

    def _open(self):
        """What the last party does."""
        try:
            if self._action:
                self._action()
        except BaseException:
            self._turn("broken")
            raise
        self._turn("draining")

    def _turn(self, state):
        self._state = state
        self._cond.notify_all()

    def reset(self):
        """Begins anew; those who wait get an error."""
        with self._cond:
            if not self._count:
                self._turn("filling")
            elif self._state != "draining":
                self._turn("resetting")

    def abort(self):
        """Makes the barrier useless: all get an error."""
        with self._cond:
            self._turn("broken")

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._count if self._state == "filling" else 0)
    broken = property(lambda self: self._state == "broken")


_active = {}
_starting = {}
_active_lock = Lock()
_dangling = _active
_counter = 0


def _new_name(template="Thread-%d"):
    global _counter
    _counter += 1
    return template % _counter


class Thread:
    """A thread of control: `Thread(target=f, args=(1,)).start()`."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = _new_name()
            function = getattr(target, '__name__', None)
            if function is not None:
                name = f"{name} ({function})"
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._started = Event()
        self._is_stopped = False
        self._done = Lock()
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = 'stopped' if self._is_stopped else 'started' if self._started.is_set() else 'initial'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        """Begins the thread; once."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        _starting[id(self)] = self
        self._done.acquire()
        try:
            _thread.start_new_thread(self._bootstrap, ())
        except BaseException:
            del _starting[id(self)]
            raise
        self._started.wait()

    def run(self):
        """What the thread does; subclasses override it."""
        try:
            if self._target is None:
                return
            self._target(*self._args, **self._kwargs)
        finally:
            del self._args, self._kwargs, self._target

    def _bootstrap(self):
        try:
            self._ident = get_ident()
            self._native_id = get_native_id()
            _active[self._ident] = self
            _starting.pop(id(self), None)
            self._started.set()
            if _trace_hook is not None or _profile_hook is not None:
                import sys
                if _trace_hook is not None:
                    sys.settrace(_trace_hook)
                if _profile_hook is not None:
                    sys.setprofile(_profile_hook)
            try:
                self.run()
            except SystemExit:
                pass
            except BaseException as error:
                try:
                    excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
                except SystemExit:
                    pass
        finally:
            self._is_stopped = True
            _active.pop(self._ident, None)
            for spaces in _local_spaces.pop(self._ident, ()):
                found = spaces()
                if found is not None:
                    found.pop(self._ident, None)
            self._done.release()

    def join(self, timeout=None):
        """Waits until the thread has ended."""
        problem = "Thread.__init__() not called" if not self._initialized else \
            "cannot join thread before it is started" if not self._started.is_set() else \
            "cannot join current thread" if self is current_thread() else None
        if problem:
            raise RuntimeError(problem)
        if self._done.acquire(True, -1 if timeout is None else max(timeout, 0)):
            self._done.release()

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._native_id

    def is_alive(self):
        return self._started.is_set() and not self._is_stopped

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, value):
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = value

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, value):
        self.daemon = value

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class ExceptHookArgs(tuple):
    """exc_type, exc_value, exc_traceback, thread."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Shows what a thread raised."""
    if args.exc_type is SystemExit:
        return
    import sys
    import traceback
    name = args.thread.name if args.thread is not None else get_ident()
    print(f"Exception in thread {name}:", file=sys.stderr, flush=True)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=sys.stderr)


__excepthook__ = excepthook
_trace_hook = None


def settrace(func):
    """Sets the trace function of threads that start later."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    return _trace_hook


_profile_hook = None


def setprofile(func):
    """Sets the profile function of threads that start later."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    return _profile_hook


class Timer(Thread):
    """Calls a function after some seconds, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        cancelled = self.finished.wait(self.interval)
        if not cancelled:
            self.function(*self.args, **self.kwargs)
            self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._done = Lock()
        self._name = "MainThread"
        self._daemonic = False
        self._ident = _thread._main_ident()
        self._native_id = get_native_id()
        self._started = Event()
        self._started._flag = True
        self._is_stopped = False
        self._target, self._args, self._kwargs = None, (), {}
        self._initialized = True
        self._done.acquire()
        _active[self._ident] = self


class _DummyThread(_MainThread):
    def __init__(self):
        super().__init__()
        _active[_main._ident] = _main
        self._name = _new_name("Dummy-%d")
        self._daemonic = True
        self._ident = get_ident()
        _active[self._ident] = self


_main = _MainThread()


def current_thread():
    """The Thread that runs."""
    return _active.get(get_ident()) or _DummyThread()


def main_thread():
    """The thread that the program began with."""
    return _main


def active_count():
    """How many threads are alive."""
    return len(_active) + len(_starting)


def enumerate():
    """All threads that are alive."""
    return list(_active.values()) + list(_starting.values())


currentThread = current_thread
activeCount = active_count


class _Spaces(dict):
    """The attributes of a `local` by thread."""
    __slots__ = "__weakref__",


# Those in which a thread has attributes: they go with it.
_local_spaces = {}


class local:
    """Attributes that every thread has for itself."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, '_local__impl', (args, kwargs, _Spaces()))
        local._local__make(self, False)
        return self

    def _local__make(self, initialize):
        from _weakref import ref
        args, kwargs, spaces = object.__getattribute__(self, '_local__impl')
        me = get_ident()
        space = spaces[me] = {}
        if me in _active and _active[me] is not _main:
            _local_spaces.setdefault(me, []).append(ref(spaces))
        if initialize:
            type(self).__init__(self, *args, **kwargs)
        return space

    def _local__space(self):
        args, kwargs, spaces = object.__getattribute__(self, '_local__impl')
        space = spaces.get(get_ident())
        if space is None:
            alive = _active
            for gone in [ident for ident in spaces if ident not in alive]:
                spaces.pop(gone, None)
            space = local._local__make(self, True)
        return space

    __getattribute__, __setattr__ = _thread._local_get, _thread._local_set

    def _local__missing(self, name):
        kind = '_thread._local' if type(self) is local else type(self).__name__
        raise AttributeError(f"{kind!r} object has no attribute {name!r}", name=name, obj=self)

    def _local__set(self, name, value):
        if name == '__dict__':
            kind = '_thread._local' if type(self) is local else type(self).__name__
            raise AttributeError(f"{kind!r} object attribute '__dict__' is read-only")
        known = getattr(type(self), name, None)
        if hasattr(type(known), '__set__'):
            type(known).__set__(known, self, value)
        else:
            local._local__space(self)[name] = value

    def __delattr__(self, name):
        try:
            del local._local__space(self)[name]
        except KeyError:
            kind = '_thread._local' if type(self) is local else type(self).__name__
            raise AttributeError(f"{kind!r} object has no attribute {name!r}") from None


_thread._local = local


def _shutdown():
    """Waits for the threads that are no daemons and for the pools, at the end of the program."""
    import sys
    pools = sys.modules.get('concurrent.futures')
    if pools is not None:
        pools._finish_pools()
    while True:
        rest = [t for t in enumerate() if not t.daemon and t is not _main and t is not current_thread()]
        if not rest:
            return
        rest[0].join()


def _after_fork():
    """In a child: the thread that runs is the only one, and the main one."""
    global _main, _active_lock
    me = current_thread()
    others = [t for t in enumerate() if t is not me]
    _active_lock = Lock()
    _active.clear()
    _starting.clear()
    for thread in others:
        thread._is_stopped = True
        if thread._done.locked():
            thread._done.release()
    me._ident = get_ident()
    _active[me._ident] = _main = me
