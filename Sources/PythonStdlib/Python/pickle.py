"""Objects as bytes and back: protocols 0 to 5."""

import _pickling
import sys as _sys
from copyreg import dispatch_table
from copyreg import _extension_cache, _extension_registry, _inverted_registry

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load",
           "loads", "PickleBuffer"]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = (bytes, bytearray)

_codes = {
    "MARK": b"(", "STOP": b".", "POP": b"0", "POP_MARK": b"1", "DUP": b"2", "FLOAT": b"F", "INT": b"I",
    "BININT": b"J", "BININT1": b"K", "LONG": b"L", "BININT2": b"M", "NONE": b"N", "PERSID": b"P", "BINPERSID": b"Q",
    "REDUCE": b"R", "STRING": b"S", "BINSTRING": b"T", "SHORT_BINSTRING": b"U", "UNICODE": b"V",
    "BINUNICODE": b"X", "APPEND": b"a", "BUILD": b"b", "GLOBAL": b"c", "DICT": b"d", "EMPTY_DICT": b"}",
    "APPENDS": b"e", "GET": b"g", "BINGET": b"h", "INST": b"i", "LONG_BINGET": b"j", "LIST": b"l",
    "EMPTY_LIST": b"]", "OBJ": b"o", "PUT": b"p", "BINPUT": b"q", "LONG_BINPUT": b"r", "SETITEM": b"s",
    "TUPLE": b"t", "EMPTY_TUPLE": b")", "SETITEMS": b"u", "BINFLOAT": b"G", "TRUE": b"I01\n", "FALSE": b"I00\n",
    "PROTO": b"\x80", "NEWOBJ": b"\x81", "EXT1": b"\x82", "EXT2": b"\x83", "EXT4": b"\x84", "TUPLE1": b"\x85",
    "TUPLE2": b"\x86", "TUPLE3": b"\x87", "NEWTRUE": b"\x88", "NEWFALSE": b"\x89", "LONG1": b"\x8a",
    "LONG4": b"\x8b", "BINBYTES": b"B", "SHORT_BINBYTES": b"C", "SHORT_BINUNICODE": b"\x8c",
    "BINUNICODE8": b"\x8d", "BINBYTES8": b"\x8e", "EMPTY_SET": b"\x8f", "ADDITEMS": b"\x90", "FROZENSET": b"\x91",
    "NEWOBJ_EX": b"\x92", "STACK_GLOBAL": b"\x93", "MEMOIZE": b"\x94", "FRAME": b"\x95", "BYTEARRAY8": b"\x96",
    "NEXT_BUFFER": b"\x97", "READONLY_BUFFER": b"\x98",
}
globals().update(_codes)
__all__ += list(_codes)


class PickleError(Exception):
    """Base of the errors of this module."""


class PicklingError(PickleError):
    """An object that cannot be pickled."""


class UnpicklingError(PickleError):
    """Bytes that are no pickle."""


class PickleBuffer:
    """A buffer that may travel outside of the pickle."""

    def __init__(self, buffer):
        self._view = memoryview(buffer)
        self._held = buffer

    def raw(self):
        return self._alive().cast("B") if self._view.format != "B" else self._alive()

    def release(self):
        self._view = self._held = None

    def _alive(self):
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        return self._view

    def __buffer__(self, flags=0):
        return self._alive()

    def __iter__(self):
        return iter(self._alive())

    def __len__(self):
        return len(self._alive())


# Names of Python 2, for protocols below 3.
_OLD_NAMES = {("builtins", "range"): ("__builtin__", "xrange"), ("functools", "reduce"): ("__builtin__", "reduce"),
              ("sys", "intern"): ("__builtin__", "intern"), ("builtins", "chr"): ("__builtin__", "unichr"),
              ("builtins", "str"): ("__builtin__", "unicode"), ("builtins", "int"): ("__builtin__", "long"),
              ("builtins", "zip"): ("itertools", "izip"), ("builtins", "map"): ("itertools", "imap"),
              ("builtins", "filter"): ("itertools", "ifilter"),
              ("itertools", "filterfalse"): ("itertools", "ifilterfalse"),
              ("itertools", "zip_longest"): ("itertools", "izip_longest"),
              ("collections", "UserDict"): ("UserDict", "IterableUserDict"),
              ("collections", "UserList"): ("UserList", "UserList"),
              ("collections", "UserString"): ("UserString", "UserString"),
              ("socket", "fromfd"): ("socket", "fromfd"), ("os", "getcwd"): ("os", "getcwdu")}
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "socketserver": "SocketServer",
                "configparser": "ConfigParser", "reprlib": "repr", "tkinter": "Tkinter", "pickle": "cPickle",
                "html.parser": "HTMLParser", "xmlrpc.client": "xmlrpclib", "http.client": "httplib",
                "_thread": "thread", "winreg": "_winreg", "io": "StringIO", "collections.abc": "_abcoll"}
_OLD_ERRORS = ("ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning "
               "EOFError EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError "
               "ImportWarning IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError "
               "NotImplementedError OSError OverflowError PendingDeprecationWarning ReferenceError RuntimeError "
               "RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TypeError "
               "UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError "
               "UnicodeWarning UserWarning ValueError Warning ZeroDivisionError").split()
_NEW_ERRORS = ("BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError "
               "ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError "
               "IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError").split()


def _old_global(module, name):
    pair = _OLD_NAMES.get((module, name))
    if pair is not None:
        return pair
    if module == "builtins":
        if name in _OLD_ERRORS:
            return "exceptions", name
        if name in _NEW_ERRORS:
            return "exceptions", "OSError"
        if name in ("ModuleNotFoundError",):
            return "exceptions", "ImportError"
        if name in ("RecursionError",):
            return "exceptions", "RuntimeError"
    return _OLD_MODULES.get(module, module), name


def _new_global(module, name):
    for new, old in _OLD_NAMES.items():
        if old == (module, name):
            return new
    if module == "__builtin__" and name == "basestring":
        return "builtins", "str"
    if module == "exceptions":
        if name == "StandardError":
            name = "Exception"
        return "builtins", name
    if module in ("cStringIO", "StringIO"):
        return "io", name
    if module in ("UserDict", "UserList", "UserString"):
        return "collections", name
    for new, old in _OLD_MODULES.items():
        if old == module and new != "io":
            return new, name
    return module, name


def encode_long(x):
    """An int as the fewest bytes, little end first, with sign."""
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xff and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


def _getattribute(obj, name):
    parent = obj
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError("Can't get local attribute %r on %r" % (name, obj))
        try:
            parent, obj = obj, getattr(obj, part)
        except AttributeError:
            raise AttributeError("Can't get attribute %r on %r" % (name, obj)) from None
    return obj, parent


def whichmodule(obj, name):
    """The name of the module an object belongs to."""
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for module_name, module in list(_sys.modules.items()):
        try:
            found = None if module is None else _getattribute(module, name)[0]
        except AttributeError:
            continue
        if found is obj and module_name not in ("__main__", "__mp_main__"):
            return module_name
    return "__main__"


def _global(obj, name, protocol):
    """Where a class or function is found: module, name, owner unless it is the module, last name, extension code."""
    name = name or getattr(obj, "__qualname__", None) or obj.__name__
    module_name = whichmodule(obj, name)
    if "<locals>" in name.split("."):
        raise AttributeError("Can't pickle local object %r" % name)
    try:
        __import__(module_name)
        module = _sys.modules[module_name]
        found, parent = _getattribute(module, name)
    except (ImportError, KeyError, AttributeError):
        raise PicklingError("Can't pickle %r: it's not found as %s.%s" % (obj, module_name, name)) from None
    if found is not obj:
        raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" % (obj, module_name, name))
    last = name if parent is module else name.rpartition(".")[2]
    return (module_name, name, None if parent is module else parent, last,
            _extension_registry.get((module_name, name), 0) if protocol >= 2 else 0)


def _find_class(module, name, protocol, fix_imports):
    if protocol < 3 and fix_imports:
        module, name = _new_global(module, name)
    __import__(module, level=0)
    found = _sys.modules[module]
    if protocol >= 4:
        return _getattribute(found, name)[0]
    try:
        return getattr(found, name)
    except AttributeError:
        raise AttributeError("Can't get attribute %r on %r" % (name, found)) from None


def _extension(code, find_class, protocol, fix_imports):
    missing = []
    obj = _extension_cache.get(code, missing)
    if obj is missing:
        key = _inverted_registry.get(code)
        if not key:
            if code <= 0:
                raise UnpicklingError("EXT specifies code <= 0")
            raise ValueError("unregistered extension code %d" % code)
        obj = _extension_cache[code] = find_class(*key) if find_class else _find_class(*key, protocol, fix_imports)
    return obj


def _instantiate(cls, args):
    if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
        try:
            return cls(*args)
        except TypeError as e:
            raise TypeError("in constructor for %s: %s" % (getattr(cls, "__name__", cls), e)) from e
    return cls.__new__(cls)


def _quoted(data):
    """Bytes of the opcode STRING."""
    if len(data) < 2 or data[:1] != data[-1:] or data[:1] not in (b'"', b"'"):
        raise UnpicklingError("the STRING opcode argument must be quoted")
    import codecs
    return codecs.escape_decode(data[1:-1])[0]


def _partial_new(cls, args, kwargs):
    import functools
    return functools.partial(cls.__new__, cls, *args, **kwargs)


def _unescape(data):
    """Text of the opcode UNICODE: latin-1 with \\u and \\U escapes."""
    if b"\\" not in data:
        return data.decode("latin-1")
    text, out, i = data.decode("latin-1"), [], 0
    while i < len(text):
        c = text[i]
        if c == "\\" and text[i + 1:i + 2] in ("u", "U"):
            size = 4 if text[i + 1] == "u" else 8
            try:
                out.append(chr(int(text[i + 2:i + 2 + size], 16)))
                i += 2 + size
                continue
            except ValueError:
                pass
        out.append(c)
        i += 1
    return "".join(out)


_pickling.set_up(PicklingError, UnpicklingError, PickleBuffer, {
    "global": _global, "old_global": _old_global, "find_class": _find_class, "extension": _extension,
    "instantiate": _instantiate, "quoted": _quoted, "unescape": _unescape, "partial_new": _partial_new,
    "encode_long": encode_long, "decode_long": decode_long})


def _protocol(protocol, buffer_callback=None):
    if protocol is None:
        protocol = DEFAULT_PROTOCOL
    if protocol < 0:
        protocol = HIGHEST_PROTOCOL
    elif protocol > HIGHEST_PROTOCOL:
        raise ValueError("pickle protocol must be <= %d" % HIGHEST_PROTOCOL)
    if protocol < 5 and buffer_callback is not None:
        raise ValueError("buffer_callback needs protocol >= 5")
    return int(protocol)


class Pickler:
    """Writes pickles to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        self.proto = _protocol(protocol, buffer_callback)
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._file_write, self._buffer_callback = file.write, buffer_callback
        self.memo = {}
        self.bin = self.proto >= 1
        self.fast = 0
        self.fix_imports = fix_imports and self.proto < 3

    def clear_memo(self):
        """Forgets which objects were written."""
        self.memo.clear()

    def dump(self, obj):
        """Writes the pickle of an object."""
        if not hasattr(self, "_file_write"):
            raise PicklingError("Pickler.__init__() was not called by %s.__init__()" % type(self).__name__)
        ask = self.persistent_id
        if getattr(ask, "__func__", None) is Pickler.persistent_id:
            ask = None
        _pickling.dump(obj, self._file_write, self.proto, self.fix_imports, self.fast, self.memo, ask,
                       getattr(self, "reducer_override", None), getattr(self, "dispatch_table", dispatch_table),
                       self._buffer_callback)

    def persistent_id(self, obj):
        """What stands for an object that is kept elsewhere, or None."""
        return None


_NO_PERSISTENT = ("A load persistent id instruction was encountered,\n"
                  "but no persistent_load function was specified.")


class Unpickler:
    """Reads pickles from a file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._buffers = iter(buffers) if buffers is not None else None
        try:
            self._file_readline = file.readline
            self._file_read = file.read
        except AttributeError:
            raise TypeError("file must have 'read', 'readinto' and 'readline' attributes") from None
        self.memo = {}
        self.encoding, self.errors, self.proto, self.fix_imports = encoding, errors, 0, fix_imports

    def load(self):
        """Reads one object."""
        if not hasattr(self, "_file_read"):
            raise UnpicklingError("Unpickler.__init__() was not called by %s.__init__()" % type(self).__name__)
        self.proto = 0
        find = self.find_class
        if getattr(find, "__func__", None) is Unpickler.find_class:
            find = None
        return _pickling.load(None, self._file_read, self._file_readline, self, self.fix_imports, self.encoding,
                              self.errors, self._buffers, self.memo, find, self.persistent_load)

    def persistent_load(self, pid):
        """The object that a persistent id stands for."""
        raise UnpicklingError(_NO_PERSISTENT)

    def find_class(self, module, name):
        """The global of a name; override to restrict."""
        return _find_class(module, name, self.proto, self.fix_imports)


def _no_persistent_load(pid):
    raise UnpicklingError(_NO_PERSISTENT)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes the pickle of an object to a file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object as bytes."""
    protocol = _protocol(protocol, buffer_callback)
    return _pickling.dump(obj, None, protocol, fix_imports and protocol < 3, False, None, None, None, dispatch_table,
                          buffer_callback)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Reads an object from a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object of a pickle."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _pickling.load(data, None, None, None, fix_imports, encoding, errors,
                          None if buffers is None else iter(buffers), None, None, _no_persistent_load)


# Programs look there whether they get the quick version.
for _each in (Pickler, Unpickler, PickleError, PicklingError, UnpicklingError, dump, dumps, load, loads):
    _each.__module__ = "_pickle"
_Unpickler, _dump, _dumps, _load, _loads = Unpickler, dump, dumps, load, loads


def _native(self, obj):
    """Stands in `dispatch` for what the pickler does by itself."""
    raise PicklingError("%r objects are pickled by the pickler itself" % type(obj).__name__)


class _Pickler(Pickler):
    """A pickler with a table of functions by type, which subclasses fill."""
    dispatch = dict.fromkeys((type(None), bool, int, float, bytes, bytearray, PickleBuffer, str, tuple, list, dict, set,
                              frozenset, type, type(_native)), _native)

    def reducer_override(self, obj):
        function = self.dispatch.get(type(obj), _native)
        if function is _native:
            return NotImplemented
        self._reduced = NotImplemented
        function(self, obj)
        return self._reduced

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        """What a function of `dispatch` says instead of writing."""
        self._reduced = func, args, state, listitems, dictitems, state_setter

    def save_global(self, obj, name=None):
        self._reduced = NotImplemented if name is None else name


if __name__ == "__main__":
    from _programs.pickle import main
    main()
