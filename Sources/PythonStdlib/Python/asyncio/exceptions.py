"""The errors of asyncio."""

__all__ = ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError",
           "LimitOverrunError", "SendfileNotAvailableError")

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """The future or task was cancelled."""


class InvalidStateError(Exception):
    """The operation does not fit the state of the future."""


class SendfileNotAvailableError(RuntimeError):
    """The system cannot send this file by itself."""


class BrokenBarrierError(RuntimeError):
    """The barrier was broken by abort() or by somebody who left it."""


class IncompleteReadError(EOFError):
    """The stream ended before everything had come."""

    def __init__(self, partial, expected):
        shown = "undefined" if expected is None else repr(expected)
        super().__init__("%d bytes read on a total of %s expected bytes" % (len(partial), shown))
        self.partial, self.expected = partial, expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """No separator was found within the limit."""

    def __init__(self, message, consumed):
        self.consumed = consumed
        super().__init__(message)

    def __reduce__(self):
        return type(self), (*self.args[:1], self.consumed)
