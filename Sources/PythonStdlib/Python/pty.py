"""Terminals that programs make."""
import os
import tty
from select import select

__all__ = ["openpty", "fork", "spawn"]
STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO = 0, 1, 2
CHILD = 0


def openpty():
    """Opens a terminal: (descriptor of who stands behind it, descriptor of who uses it)."""
    return os.openpty()


def fork():
    """Forks; the child uses a new terminal. Returns (process, descriptor), for the child (CHILD, -1)."""
    pid, master = os.forkpty()
    if pid == CHILD:
        try:
            os.setsid()
        except OSError:
            pass        # It leads a session already.
        return pid, -1
    return pid, master


def _write(fd, data):
    while data:
        data = data[os.write(fd, data):]


def _read(fd):
    return os.read(fd, 1024)


def _copy(master_fd, master_read=_read, stdin_read=_read):
    """Passes on what comes from both sides, until the terminal closes."""
    watched = [master_fd, STDIN_FILENO]
    while watched:
        ready, _, _ = select(watched, [], [])
        if master_fd in ready:
            try:
                data = master_read(master_fd)
            except OSError:
                data = b""
            if not data:
                return
            os.write(STDOUT_FILENO, data)
        if STDIN_FILENO in ready:
            data = stdin_read(STDIN_FILENO)
            if data:
                _write(master_fd, data)
            else:
                watched.remove(STDIN_FILENO)


def spawn(argv, master_read=_read, stdin_read=_read):
    """Runs a program at a new terminal that our own is connected to; returns its status as os.waitpid does."""
    import sys
    if isinstance(argv, str):
        argv = (argv,)
    sys.audit("pty.spawn", argv)
    pid, master = fork()
    if pid == CHILD:
        os.execlp(argv[0], *argv)
    before = None
    try:
        before = tty.tcgetattr(STDIN_FILENO)
        tty.setraw(STDIN_FILENO)
    except tty.error:
        pass            # It is no terminal.
    try:
        _copy(master, master_read, stdin_read)
    finally:
        if before is not None:
            tty.tcsetattr(STDIN_FILENO, tty.TCSAFLUSH, before)
    os.close(master)
    return os.waitpid(pid, 0)[1]
