"""`torch.futures`: values that come later."""
import threading

__all__ = ['Future', 'collect_all', 'wait_all']


class Future:
    """A value that is set once, by this thread or another."""

    def __init__(self, *, devices=None):
        self._event, self._lock, self._value, self._error = threading.Event(), threading.Lock(), None, None
        self._callbacks = []

    def __class_getitem__(cls, item):
        return cls

    def done(self):
        return self._event.is_set()

    def wait(self):
        self._event.wait()
        if self._error is not None:
            raise self._error
        return self._value

    def value(self):
        if not self.done():
            raise RuntimeError('Future is not completed')
        return self.wait()

    def _finish(self, value, error):
        with self._lock:
            if self.done():
                raise RuntimeError('Future can only be marked completed once')
            self._value, self._error = value, error
            self._event.set()
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback(self)

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, result):
        if not isinstance(result, Exception):
            raise AssertionError(f'{result} is of type {type(result)}, not an Exception.')
        self._finish(None, result)

    def add_done_callback(self, callback):
        with self._lock:
            if not self.done():
                self._callbacks.append(callback)
                return
        callback(self)

    def then(self, callback):
        made = Future()

        def run(future):
            try:
                value = callback(future)
            except Exception as error:
                made._finish(None, RuntimeError(f'Got the following error when running the callback: '
                                                f'{type(error).__name__}: {error}'))
            else:
                made._finish(value, None)
        self.add_done_callback(run)
        return made


def collect_all(futures):
    """The future of the list of futures, once all have ended."""
    futures, made = list(futures), Future()
    left = [len(futures)]

    def ended(future):
        left[0] -= 1
        if not left[0]:
            made.set_result(futures)
    if not futures:
        made.set_result(futures)
    for future in futures:
        future.add_done_callback(ended)
    return made


def wait_all(futures):
    return [future.wait() for future in collect_all(futures).wait()]
