"""Waiting for descriptors."""

import _process

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 8192
PIPE_BUF = 4096


def _descriptor(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = fileobj.fileno()
        except AttributeError:
            raise TypeError("argument must be an int, or have a fileno() method.") from None
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    if fd < 0:
        raise ValueError("file descriptor cannot be a negative integer (%d)" % fd)
    return fd


def select(rlist, wlist, xlist, timeout=None, /):
    """Waits until some may be read, written or are exceptional: three lists of those."""
    if timeout is not None:
        if isinstance(timeout, (str, bytes)) or not hasattr(timeout, "__float__") and not hasattr(timeout, "__index__"):
            raise TypeError("timeout must be a float or None")
        if timeout < 0:
            raise ValueError("timeout must be non-negative")
    wanted, lists = {}, []
    for group, events in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        pairs = [(item, _descriptor(item)) for item in group]
        lists.append((pairs, events))
        for _, fd in pairs:
            wanted[fd] = wanted.get(fd, 0) | events
    ready = dict(_process.poll(list(wanted.items()), timeout))
    for fd, events in ready.items():
        if events & POLLNVAL:
            raise OSError(9, "Bad file descriptor")
    meanings = {POLLIN: POLLIN | POLLHUP | POLLERR, POLLOUT: POLLOUT | POLLERR, POLLPRI: POLLPRI}
    return tuple([item for item, fd in pairs if ready.get(fd, 0) & meanings[events]] for pairs, events in lists)


class poll:
    """Descriptors to be waited for together."""

    def __init__(self):
        self._events = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._events[_descriptor(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        fd = _descriptor(fd)
        if fd not in self._events:
            raise FileNotFoundError(2, "No such file or directory")
        self._events[fd] = eventmask

    def unregister(self, fd, /):
        del self._events[_descriptor(fd)]

    def poll(self, timeout=None, /):
        """Waits for milliseconds: pairs of descriptor and events."""
        return _process.poll(list(self._events.items()), None if timeout is None or timeout < 0 else timeout / 1000)
