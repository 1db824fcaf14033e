"""The protocols and the file types of `typing`, which are made when somebody asks for one of them."""
from abc import abstractmethod
from _typing_classes import Generic, Protocol, runtime_checkable
from _typing_core import TypeVar

__name__ = "typing"
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)


def _supports(method, result, over=None, doc=""):
    """A protocol of one special method."""
    def member(self, ndigits=0):
        pass
    if method != "__round__":
        def member(self):
            pass
    member.__name__ = method
    member.__annotations__ = {"return": result}
    name = "Supports" + method.strip("_").capitalize()
    space = {"__module__": "typing", "__slots__": (), "__doc__": doc, method: abstractmethod(member)}
    if over is None:
        bases = (Protocol,)
    else:
        space["__orig_bases__"] = (Protocol[over],)
        bases = (Protocol,)
    return runtime_checkable(type(Protocol)(name, bases, space))


SupportsInt = _supports("__int__", int, doc="What int() takes.")
SupportsFloat = _supports("__float__", float, doc="What float() takes.")
SupportsComplex = _supports("__complex__", complex, doc="What complex() takes.")
SupportsBytes = _supports("__bytes__", bytes, doc="What bytes() takes.")
SupportsIndex = _supports("__index__", int, doc="What can be an index.")
SupportsAbs = _supports("__abs__", T_co, T_co, "What abs() takes.")
SupportsRound = _supports("__round__", T_co, T_co, "What round() takes.")


def _lacking(name, *parameters):
    """An abstract method of a file."""
    text = "def %s(%s): pass" % (name, ", ".join(("self", *parameters)))
    space = {}
    exec(text, {"__name__": "typing"}, space)
    return abstractmethod(space[name])


class IO(Generic[AnyStr]):
    """A file of text or bytes: TextIO is IO[str], BinaryIO is IO[bytes]."""
    __slots__ = ()

    close = _lacking("close")
    fileno = _lacking("fileno")
    flush = _lacking("flush")
    isatty = _lacking("isatty")
    read = _lacking("read", "n=-1")
    readable = _lacking("readable")
    readline = _lacking("readline", "limit=-1")
    readlines = _lacking("readlines", "hint=-1")
    seek = _lacking("seek", "offset", "whence=0")
    seekable = _lacking("seekable")
    tell = _lacking("tell")
    truncate = _lacking("truncate", "size=None")
    writable = _lacking("writable")
    write = _lacking("write", "s")
    writelines = _lacking("writelines", "lines")
    __enter__ = _lacking("__enter__")
    __exit__ = _lacking("__exit__", "type", "value", "traceback")
    mode = property(_lacking("mode"))
    name = property(_lacking("name"))
    closed = property(_lacking("closed"))


class BinaryIO(IO[bytes]):
    """A file of bytes."""
    __slots__ = ()
    __enter__ = _lacking("__enter__")


class TextIO(IO[str]):
    """A file of text."""
    __slots__ = ()
    buffer = property(_lacking("buffer"))
    encoding = property(_lacking("encoding"))
    errors = property(_lacking("errors"))
    line_buffering = property(_lacking("line_buffering"))
    newlines = property(_lacking("newlines"))
    __enter__ = _lacking("__enter__")
