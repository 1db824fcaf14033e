"""How much memory a program takes since `start()`.

The figures are those of the process: what is allocated now, exactly, and the greatest growth of its memory as the system counts it,
by pages. Which line allocated what is not remembered, so there are no snapshots.
"""
import _allocation

__all__ = ["start", "stop", "is_tracing", "get_traced_memory", "reset_peak", "clear_traces", "get_traceback_limit",
           "get_tracemalloc_memory", "get_object_traceback", "take_snapshot"]
_limit = 0
_before = _greatest = _resident = 0


def _status(name):
    """Bytes that /proc tells under a name; 0 where it tells nothing."""
    try:
        with open("/proc/self/status", "rb") as file:
            for line in file:
                if line.startswith(name):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def _forget_peak():
    """Lets the system count the greatest size of the process anew."""
    global _resident
    try:
        with open("/proc/self/clear_refs", "wb", 0) as file:
            file.write(b"5")
        _resident = _status(b"VmRSS:")
    except OSError:
        _resident = 0


def start(nframe=1, /):
    """Begins to count."""
    global _limit, _before, _greatest
    if not isinstance(nframe, int):
        raise TypeError(f"'{type(nframe).__name__}' object cannot be interpreted as an integer")
    if not 1 <= nframe <= 65535:
        raise ValueError("the number of frames must be in range [1; 65535]")
    if _limit:
        return
    _forget_peak()
    _limit, _greatest, _before = nframe, 0, _allocation.in_use()


def stop():
    """Ends counting."""
    global _limit
    _limit = 0


def is_tracing():
    """Whether memory is counted."""
    return _limit > 0


def get_traced_memory():
    """Bytes taken since `start()`, now and at most."""
    global _greatest
    if not _limit:
        return 0, 0
    now = max(0, _allocation.in_use() - _before)
    # What was free in the heap at the start counts as no growth of the process.
    grown = _status(b"VmHWM:") - _resident if _resident else 0
    _greatest = max(_greatest, now, grown)
    return now, _greatest


def reset_peak():
    """Takes what is allocated now for the most that was."""
    global _greatest, _resident
    if _limit:
        _forget_peak()
        _greatest = max(0, _allocation.in_use() - _before)
        if _resident:
            # Growth goes on from what is taken already.
            _resident -= _greatest


def clear_traces():
    """Counts from now on."""
    global _greatest, _before
    if _limit:
        _forget_peak()
        _greatest, _before = 0, _allocation.in_use()


def get_traceback_limit():
    """How many frames were asked for."""
    return _limit or 1


def get_tracemalloc_memory():
    """Bytes that counting takes itself."""
    return 0


def get_object_traceback(obj, /):
    """Where an object was made: that is not remembered."""
    return None


def take_snapshot():
    """Raises RuntimeError: where memory was allocated is not remembered."""
    if not _limit:
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    raise RuntimeError("Wick does not remember which lines allocated memory; get_traced_memory() tells how much is taken")
