"""Reads the lines of several files one after the other."""
import os
import sys
from contextlib import ExitStack, suppress
from types import GenericAlias

__all__ = [
    "input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "FileInput",
    "hook_compressed", "hook_encoded",
]

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    """Starts to read; one reader at a time."""
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """Ends the reading."""
    global _state
    reader, _state = _state, None
    if reader:
        reader.close()


def _of_the_active(name, doc):
    """A function that calls the method of that name of the reader `input` made."""
    def function():
        if _state:
            return getattr(_state, name)()
        raise RuntimeError("no active input()")
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


nextfile = _of_the_active("nextfile", "Leaves the rest of this file out.")
filename = _of_the_active("filename", "Name of the file being read.")
lineno = _of_the_active("lineno", "Number of the line over all files.")
filelineno = _of_the_active("filelineno", "Number of the line in its file.")
fileno = _of_the_active("fileno", "Descriptor of the file; -1 when there is none.")
isfirstline = _of_the_active("isfirstline", "Whether the line was the first of its file.")
isstdin = _of_the_active("isstdin", "Whether the line came from sys.stdin.")


class FileInput:
    """The reader behind the functions of the module."""

    __class_getitem__ = classmethod(GenericAlias)
    _file = _name = None
    _files = ()
    _from_stdin = False

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook and inplace:
            raise ValueError("FileInput cannot use an opening hook in inplace mode")
        if openhook and not callable(openhook):
            raise ValueError("FileInput openhook must be callable")
        if files is None:
            files = sys.argv[1:]
        elif isinstance(files, (str, os.PathLike)):
            files = [os.fspath(files)]
        self._cleanup = ExitStack()
        self._files = tuple(files) or ("-",)
        self._binary, self._inplace, self._backup, self._hook = mode == "rb", inplace, backup, openhook
        self._mode, self._given = mode, {} if encoding is None else {"encoding": encoding, "errors": errors}
        self._text = {"encoding": None if self._binary else encoding or "locale", "errors": errors}
        self._before = self._here = 0

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __del__(self):
        if self._files or self._file:
            self.close()

    def readline(self):
        """The next line; empty when there are no more files."""
        while self._file or self._open_next():
            if line := self._file.readline():
                self._here += 1
                return line
            self.nextfile()
        return b"" if self._binary else ""

    def nextfile(self):
        """Closes the file being read."""
        self._file, self._from_stdin = None, False
        self._cleanup.close()

    def close(self):
        """Leaves out all that is not yet read."""
        self._files = ()
        self.nextfile()

    def filename(self):
        """Name of the file of the last line; None before the first."""
        return self._name

    def lineno(self):
        """Number of the last line, counted over all files."""
        return self._before + self._here

    def filelineno(self):
        """Number of the last line in its file."""
        return self._here

    def isfirstline(self):
        """Whether the last line is the first of its file."""
        return self.filelineno() == 1

    def isstdin(self):
        """Whether the last line came from sys.stdin."""
        return self._from_stdin

    def fileno(self):
        """Descriptor of the file; -1 when there is none."""
        with suppress(ValueError):
            if self._file:
                return self._file.fileno()
        return -1

    def _open_next(self):
        """Whether there was another file to open."""
        if not self._files:
            return False
        (self._name, *rest), self._before, self._here = self._files, self.lineno(), 0
        self._files = tuple(rest)
        if self._name == "-":
            self._name, self._from_stdin = "<stdin>", True
            self._file = getattr(sys.stdin, "buffer", sys.stdin) if self._binary else sys.stdin
            return True
        if self._inplace:
            source = self._set_aside()
        elif self._hook:
            source = self._hook(self._name, self._mode, **self._given)
        else:
            source = open(self._name, self._mode, **self._text)
        self._cleanup.callback(source.close)
        if self._inplace:
            self._print_into(source)
        self._file = source
        return True

    def _set_aside(self):
        """Renames the file, which is then read under its new name and written under the old one."""
        aside = os.fspath(self._name) + (self._backup or ".bak")
        with suppress(OSError):
            os.unlink(aside)
        os.rename(self._name, aside)
        if not self._backup:
            @self._cleanup.callback
            def discard():
                with suppress(OSError):
                    os.unlink(aside)
        return open(aside, self._mode, **self._text)

    def _print_into(self, source):
        """Sends what is printed to a new file with the name and permissions of the one being read."""
        mode, target = self._mode.replace("r", "w"), self._name
        try:
            permissions = os.fstat(source.fileno()).st_mode
        except OSError:
            output = open(target, mode, **self._text)
        else:
            output = open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, permissions), mode, **self._text)
            with suppress(OSError):
                os.chmod(target, permissions)
        self._cleanup.callback(output.close)
        self._cleanup.callback(setattr, sys, "stdout", sys.stdout)
        sys.stdout = output


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Opens files that end in .gz or .bz2 uncompressed."""
    binary = "b" in mode
    text = {"encoding": encoding if encoding or binary else "locale", "errors": errors}
    match os.path.splitext(filename)[1]:
        case ".gz":
            from gzip import open as unpacked
        case ".bz2":
            from bz2 import BZ2File as unpacked
        case _:
            return open(filename, mode, **text)
    if binary:
        return unpacked(filename, mode)
    from io import TextIOWrapper
    return TextIOWrapper(unpacked(filename, mode), **text)


def hook_encoded(encoding, errors=None):
    """Opens files with an encoding."""
    return lambda filename, mode: open(filename, mode, encoding=encoding, errors=errors)
