"""Waiting for descriptors; only regular files, which are always ready."""
import errno as _errno

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG = 64, 128, 256, 512, 1024
PIPE_BUF = 4096


def _descriptor(item):
    if isinstance(item, int):
        fd = item
    else:
        try:
            fd = item.fileno()
        except AttributeError:
            raise TypeError("argument must be an int, or have a fileno() method.") from None
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    if fd < 0:
        raise ValueError("file descriptor cannot be a negative integer (%d)" % fd)
    return fd


def select(rlist, wlist, xlist, timeout=None, /):
    """Reports everything as ready."""
    for group in (rlist, wlist, xlist):
        for item in group:
            _descriptor(item)
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    if not rlist and not wlist and timeout:
        import time
        time.sleep(timeout)
    return list(rlist), list(wlist), []
