"""Signals of the system: the numbers, and which functions would handle them."""

import _signal
import _thread
import posix as _posix
from enum import IntEnum as _IntEnum

_names = ("HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG "
          "XCPU XFSZ VTALRM PROF WINCH IO PWR SYS").split()
Signals = _IntEnum("Signals", [("SIG" + n, i + 1) for i, n in enumerate(_names)] + [("SIGRTMIN", 34), ("SIGRTMAX", 64)],
                   module="signal")
Handlers = _IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module="signal")
Sigmasks = _IntEnum("Sigmasks", [("SIG_BLOCK", 0), ("SIG_UNBLOCK", 1), ("SIG_SETMASK", 2)], module="signal")
for _e in (Signals, Handlers, Sigmasks):
    for _m in _e:
        globals()[_m.name] = _m
SIGCLD, SIGPOLL, SIGIOT = SIGCHLD, SIGIO, SIGABRT
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


class itimer_error(OSError):
    pass


ItimerError = itimer_error


def default_int_handler(signalnum, frame):
    """What Ctrl-C does: KeyboardInterrupt."""
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler, SIGPIPE: SIG_IGN, SIGXFSZ: SIG_IGN}


_seen = 0


def _call(number):
    global _seen
    _seen += 1
    handler = _handlers.get(number)
    if callable(handler) and not isinstance(handler, int):
        import sys
        handler(number, sys._getframe(1) if hasattr(sys, "_getframe") else None)


_signal.connect(_call)


def _number(signalnum):
    number = signalnum.__index__()
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return number


def _known(number, kind):
    try:
        return kind(number)
    except ValueError:
        return number


def getsignal(signalnum):
    """The function that handles a signal."""
    return _handlers.get(_number(signalnum), SIG_DFL)


def signal(signalnum, handler):
    """Sets the function that handles a signal; the old one is the answer."""
    number = _number(signalnum)
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if _thread.get_ident() != _thread._main_ident():
        raise ValueError("signal only works in main thread of the main interpreter")
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    old = getsignal(number)
    handler = handler if callable(handler) and not isinstance(handler, int) else Handlers(handler)
    if number == SIGINT:
        # It comes as an interrupt, from the front end or the terminal; its default is KeyboardInterrupt.
        _signal.handle_interrupts(handler not in (default_int_handler, SIG_DFL))
    else:
        _signal.install(number, handler if isinstance(handler, int) else 2)
    _handlers[number] = handler
    return old


def raise_signal(signalnum, /):
    """Sends a signal to this process."""
    number = _number(signalnum)
    handler = getsignal(number)
    if callable(handler) and not isinstance(handler, int):
        handler(number, None)
    elif handler != SIG_IGN:
        _posix.kill(_posix.getpid(), number)


def strsignal(signalnum):
    """The name of a signal in words."""
    return _signal.strsignal(_number(signalnum))


def alarm(seconds, /):
    """Sends SIGALRM after some seconds: those that were left of the last call."""
    return _signal.alarm(seconds)


def setitimer(which, seconds, interval=0.0, /):
    """Sends a signal after some time, and then again and again: (time left, interval) from before."""
    try:
        return _signal.setitimer(which, seconds, interval)
    except (OSError, ValueError) as error:
        raise ItimerError(22, "Invalid argument") from None


def getitimer(which, /):
    return _signal.getitimer(which)


def pause():
    """Waits until a signal was handled."""
    import time
    global _seen
    before = _seen
    while _seen == before:
        time.sleep(0.005)


def pthread_kill(thread_id, signalnum, /):
    """Sends a signal to this process."""
    _posix.kill(_posix.getpid(), _number(signalnum))


def valid_signals():
    """The signals of this system."""
    return {_known(n, Signals) for n in list(range(1, 32)) + list(range(34, 65))}


def siginterrupt(signalnum, flag):
    _number(signalnum)


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


def pthread_sigmask(how, mask):
    return set()
