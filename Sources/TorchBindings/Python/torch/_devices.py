"""Streams and events: there is no device that works beside the program."""
import time

import torch


class Stream:
    """Work in order; on the CPU nothing waits."""

    def __init__(self, device=None, *, priority=0, **options):
        self.device, self.stream_id = torch.device('cpu') if device is None else torch.device(device), 0

    def query(self):
        return True

    def synchronize(self):
        return None

    wait_event = wait_stream = lambda self, other: None

    def record_event(self, event=None):
        event = event or Event()
        event.record(self)
        return event

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


class Event:
    """A moment."""

    def __init__(self, device=None, *, enable_timing=False, blocking=False, interprocess=False):
        self.device, self._timing, self._moment = torch.device('cpu'), enable_timing, None

    def record(self, stream=None):
        self._moment = time.perf_counter()

    def query(self):
        return True

    def synchronize(self):
        return None

    def wait(self, stream=None):
        return None

    def elapsed_time(self, end_event):
        return (end_event._moment - self._moment) * 1000
