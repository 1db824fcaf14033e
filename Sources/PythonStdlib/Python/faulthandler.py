"""Tracebacks on demand: after a time, at a signal, or at once."""
import sys
import threading
import traceback

__all__ = ["enable", "disable", "is_enabled", "dump_traceback", "dump_traceback_later",
           "cancel_dump_traceback_later", "register", "unregister"]

_enabled = False
_timer = None
_registered = {}


def _target(file):
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError("sys.stderr is None")
    elif isinstance(file, int):
        if file < 0:
            raise ValueError("file is not a valid file descripter")
    elif not hasattr(file, "write"):
        raise TypeError("file must be a file descriptor or have a fileno() method")
    return file


def _write(file, text):
    if isinstance(file, int):
        import os
        os.write(file, text.encode())
    else:
        file.write(text)
        file.flush()


def _frames(frame):
    lines = []
    while frame is not None and len(lines) < 100:
        code = frame.f_code
        lines.append('  File "%s", line %s in %s\n' % (code.co_filename, frame.f_lineno, code.co_name))
        frame = frame.f_back
    return "".join(lines)


def _text(frame, all_threads):
    """The stack of the caller, most recent call first, after those of other threads."""
    if not all_threads:
        return "Stack (most recent call first):\n" + _frames(frame)
    me = threading.get_ident()
    stacks = getattr(sys, "_current_frames", dict)()
    parts = ["Thread 0x%016x (most recent call first):\n%s\n" % (ident, _frames(other))
             for ident, other in stacks.items() if ident != me]
    parts.append("Current thread 0x%016x (most recent call first):\n%s" % (me, _frames(frame)))
    return "".join(parts)


def dump_traceback(file=None, all_threads=True):
    """Writes the stacks of the threads."""
    _write(_target(file), _text(sys._getframe(1), all_threads))


def enable(file=None, all_threads=True):
    """Asks for tracebacks at fatal errors."""
    global _enabled
    _target(file)
    _enabled = True


def disable():
    """Takes enable() back; tells whether it was in effect."""
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    """Whether enable() is in effect."""
    return _enabled


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Writes the stacks after some seconds, once or again and again."""
    global _timer
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    file = _target(file)
    cancel_dump_traceback_later()
    hours, seconds = divmod(timeout, 3600)
    title = "Timeout (%d:%02d:%s)!\n" % (hours, seconds // 60, ("%09.6f" if seconds % 1 else "%02d") % (seconds % 60))
    me = threading.main_thread().ident

    def dump():
        global _timer
        stacks = getattr(sys, "_current_frames", dict)()
        text = title
        for ident, frame in stacks.items():
            if ident != threading.get_ident():
                text += "Thread 0x%016x (most recent call first):\n%s" % (ident, _frames(frame))
        _write(file, text)
        if exit:
            import os
            os._exit(1)
        if repeat:
            start()

    def start():
        global _timer
        _timer = threading.Timer(timeout, dump)
        _timer.daemon = True
        _timer.start()

    start()


def cancel_dump_traceback_later():
    """Takes dump_traceback_later() back."""
    global _timer
    timer, _timer = _timer, None
    if timer is not None:
        timer.cancel()


def register(signum, file=None, all_threads=True, chain=False):
    """Writes the stacks whenever a signal comes."""
    import signal
    file = _target(file)
    if signum in (signal.SIGSEGV, signal.SIGFPE, signal.SIGABRT, signal.SIGBUS, signal.SIGILL):
        raise RuntimeError("signal %d cannot be registered, use enable() instead" % signum)
    before = _registered.get(signum, (signal.getsignal(signum),))[0]

    def dump(number, frame):
        _write(file, _text(frame, all_threads))
        if chain and callable(before):
            before(number, frame)

    signal.signal(signum, dump)
    _registered[signum] = (before,)


def unregister(signum):
    """Takes register() back; tells whether it was in effect."""
    import signal
    if signum not in _registered:
        return False
    signal.signal(signum, _registered.pop(signum)[0] or signal.SIG_DFL)
    return True
