"""Files that lie in packages."""
from contextlib import contextmanager
import importlib
import pathlib

__all__ = ["Package", "Resource", "as_file", "files", "contents", "is_resource", "open_binary", "open_text", "path",
           "read_binary", "read_text"]
Package = Resource = object


def files(anchor=None):
    """The folder of a package."""
    if anchor is None:
        import sys
        anchor = sys._getframe(1).f_globals["__package__"]
    module = importlib.import_module(anchor) if isinstance(anchor, str) else anchor
    return pathlib.Path(module.__file__).parent


@contextmanager
def as_file(path):
    """The path of a file."""
    yield pathlib.Path(path)


def _at(anchor, names):
    return files(anchor).joinpath(*names)


def open_binary(anchor, *names):
    """Opens a file for its bytes."""
    return open(_at(anchor, names), "rb")


def open_text(anchor, *names, encoding="utf-8", errors="strict"):
    """Opens a file for its text."""
    return open(_at(anchor, names), encoding=encoding, errors=errors)


def read_binary(anchor, *names):
    """The bytes of a file."""
    with open_binary(anchor, *names) as file:
        return file.read()


def read_text(anchor, *names, encoding="utf-8", errors="strict"):
    """The text of a file."""
    with open_text(anchor, *names, encoding=encoding, errors=errors) as file:
        return file.read()


def path(anchor, *names):
    """The path of a file."""
    return as_file(_at(anchor, names))


def is_resource(anchor, *names):
    """Whether it is a file of the package."""
    return _at(anchor, names).is_file()


def contents(anchor, *names):
    """Names in a folder of the package."""
    return (item.name for item in _at(anchor, names).iterdir())
