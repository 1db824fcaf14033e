"""Types of what applications and servers give each other."""
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, Protocol, TypeAlias

__all__ = ["StartResponse", "WSGIEnvironment", "WSGIApplication", "InputStream", "ErrorStream", "FileWrapper"]

_Failure: TypeAlias = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]


class StartResponse(Protocol):
    """Begins an answer; gives what writes."""

    def __call__(self, status: str, headers: list[tuple[str, str]], exc_info: _Failure | None = ..., /) -> Callable[[bytes], object]: ...


WSGIEnvironment: TypeAlias = dict[str, Any]
WSGIApplication: TypeAlias = Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]


class InputStream(Protocol):
    """The body of a request."""

    def __iter__(self) -> Iterator[bytes]: ...
    def readlines(self, total: int = ..., /) -> list[bytes]: ...
    def readline(self, most: int = ..., /) -> bytes: ...
    def read(self, most: int = ..., /) -> bytes: ...


class ErrorStream(Protocol):
    """Where faults are told."""

    def write(self, text: str, /) -> object: ...
    def writelines(self, texts: list[str], /) -> object: ...
    def flush(self) -> object: ...


class _Readable(Protocol):
    def read(self, most: int = ..., /) -> bytes: ...


class FileWrapper(Protocol):
    """Gives a file in pieces."""

    def __call__(self, file: _Readable, block_size: int = ..., /) -> Iterable[bytes]: ...
