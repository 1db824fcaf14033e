"""A process, and which ones there are."""
import itertools
import os
import signal
import sys
import threading

_children = set()
_counter = itertools.count(1)
_dangling = _children


class BaseProcess:
    """An activity that runs in a process of its own."""

    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._identity = _current._identity + (next(_counter),)
        self._config = _current._config.copy()
        self._parent_pid, self._parent_name = os.getpid(), _current.name
        self._pid = self._status = self._sentinel = None
        self._closed = False
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        self._name = name or type(self).__name__ + "-" + ":".join(map(str, self._identity))
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        """What the process does; may be overridden."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Starts the process."""
        self._check_closed()
        assert self._pid is None, "cannot start a process twice"
        assert self._parent_pid == os.getpid(), "can only start a process object created by current process"
        assert not _current._config.get("daemon"), "daemonic processes are not allowed to have children"
        _collect()
        self._launch()
        del self._target, self._args, self._kwargs
        _children.add(self)
        _watch_end()

    def _launch(self):
        """Starts a copy of this process that runs on here."""
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            self._sentinel = None
            os._exit(self._bootstrap())
        os.close(writing)
        self._pid, self._sentinel = pid, reading

    def _bootstrap(self):
        """Runs in the new process; returns its status."""
        global _current, _parent, _counter
        code = 1
        try:
            _counter = itertools.count(1)
            _children.clear()
            _parent, _current = _ParentProcess(self._parent_name, self._parent_pid), self
            self._pid = os.getpid()
            # Nobody types for this process.
            if sys.stdin is not None:
                try:
                    sys.stdin.close()
                    sys.stdin = open(os.devnull)
                except (OSError, ValueError):
                    pass
            if (util := sys.modules.get("multiprocessing.util")) is not None:
                util._begin_child()
            try:
                self.run()
                code = 0
            finally:
                if (util := sys.modules.get("multiprocessing.util")) is not None:
                    util._exit_function()
                _end_children()
        except SystemExit as error:
            if error.code is None:
                code = 0
            elif isinstance(error.code, int):
                code = error.code
            else:
                sys.stderr.write(str(error.code) + "\n")
        except BaseException:
            import traceback
            sys.stderr.write("Process %s:\n" % self.name)
            traceback.print_exc()
        finally:
            try:
                from multiprocessing import queues
                queues._flush()
            except Exception:
                pass
            threading._shutdown()
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except (AttributeError, ValueError, OSError):
                    pass
        return code

    def _poll(self, block):
        if self._status is None and self._pid is not None:
            try:
                pid, status = os.waitpid(self._pid, 0 if block else os.WNOHANG)
            except ChildProcessError:
                # Somebody else has waited for it.
                self._status = 255
                return self._status
            if pid == self._pid:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def _signal(self, number):
        self._check_closed()
        if self._pid is None:
            raise AttributeError("'NoneType' object has no attribute '%s'" % ("kill" if number == 9 else "terminate"))
        if self._status is None:
            try:
                os.kill(self._pid, number)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Ends the process with SIGTERM."""
        self._signal(signal.SIGTERM)

    def kill(self):
        """Ends the process with SIGKILL."""
        self._signal(signal.SIGKILL)

    def join(self, timeout=None):
        """Waits until the process has ended."""
        self._check_closed()
        assert self._parent_pid == os.getpid(), "can only join a child process"
        assert self._pid is not None, "can only join a started process"
        if self._status is None and timeout is not None:
            from multiprocessing.connection import wait
            if not wait([self._sentinel], max(0, timeout)):
                return
        if self._poll(True) is not None:
            _children.discard(self)

    def is_alive(self):
        """Whether the process runs."""
        self._check_closed()
        if self is _current:
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        if self._pid is None:
            return False
        if self._poll(False) is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        """Frees what the object holds; an error while the process runs."""
        if self._pid is not None and not self._closed:
            if self._poll(False) is None:
                raise ValueError("Cannot close a process while it is still running. You should first call join() or terminate().")
            os.close(self._sentinel)
            self._sentinel = None
            _children.discard(self)
        self._closed = True

    def __del__(self):
        if getattr(self, "_sentinel", None) is not None:
            os.close(self._sentinel)

    def _rename(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    def _set_daemon(self, value):
        assert self._pid is None, "process has already started"
        self._config["daemon"] = value

    name = property(lambda self: self._name, _rename)
    daemon = property(lambda self: self._config.get("daemon", False), _set_daemon)

    @property
    def authkey(self):
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, value):
        self._config["authkey"] = AuthenticationString(value)

    @property
    def exitcode(self):
        self._check_closed()
        return None if self is _current or self._pid is None else self._poll(False)

    @property
    def ident(self):
        self._check_closed()
        return os.getpid() if self is _current else self._pid

    pid = ident

    @property
    def sentinel(self):
        self._check_closed()
        if self._sentinel is None:
            raise ValueError("process not started")
        return self._sentinel

    def __repr__(self):
        if self is _current:
            state = "started"
        elif self._closed:
            state = "closed"
        elif self._parent_pid != os.getpid():
            state = "unknown"
        elif self._pid is None:
            state = "initial"
        else:
            state = "started" if self._poll(False) is None else "stopped"
        parts = [type(self).__name__, "name=%r" % self._name]
        if self._pid is not None:
            parts.append("pid=%s" % self._pid)
        parts += ["parent=%s" % self._parent_pid, state]
        if state == "stopped":
            code = self._status
            try:
                parts.append("exitcode=%s" % ("-" + signal.Signals(-code).name if code < 0 else code))
            except ValueError:
                parts.append("exitcode=%s" % code)
        if self.daemon:
            parts.append("daemon")
        return "<%s>" % " ".join(parts)


class AuthenticationString(bytes):
    """A key that stays within its family of processes."""

    def __reduce__(self):
        return AuthenticationString, (bytes(self),)


class _MainProcess(BaseProcess):
    def __init__(self):
        self._name, self._identity = "MainProcess", ()
        self._parent_pid = self._pid = self._status = self._sentinel = None
        self._config, self._closed = {"authkey": AuthenticationString(os.urandom(32)), "semprefix": "/mp"}, False

    def close(self):
        pass


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid):
        self._identity, self._name, self._pid, self._parent_pid = (), name, pid, None
        self._status = self._sentinel = None
        self._closed, self._config = False, {}

    def is_alive(self):
        return os.getppid() == self._pid

    @property
    def ident(self):
        return self._pid

    pid = ident

    def join(self, timeout=None):
        import time
        end = None if timeout is None else time.monotonic() + timeout
        while self.is_alive() and (end is None or time.monotonic() < end):
            time.sleep(0.02)


_current = _MainProcess()
_parent = None


def current_process():
    """The process that runs."""
    return _current


def parent_process():
    """The process that started this one; None in the main process."""
    return _parent


def _collect():
    for child in list(_children):
        if child._poll(False) is not None:
            _children.discard(child)


def active_children():
    """The children that run."""
    _collect()
    return list(_children)


def _end_children():
    """Ends the daemons and waits for the others."""
    for child in list(_children):
        if child.daemon:
            child.terminate()
    for child in list(_children):
        child.join()


_watched = []


def _watch_end():
    """Before this process ends, its children are waited for."""
    if not _watched:
        import atexit
        atexit.register(_end_here, os.getpid())
        _watched.append(True)


def _end_here(pid):
    if os.getpid() == pid:
        _end_children()
