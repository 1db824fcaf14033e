"""Objects as bytes and back: protocols 0 to 5."""

import copyreg as _copyreg
import io as _io
import struct as _struct
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
_FRAME_TARGET = 64 * 1024
_BATCH = 1000

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


class _Stop(Exception):
    pass


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


class _Memo:
    """What `Pickler.memo` shows: may be copied and cleared."""


class Pickler:
    """Writes pickles to a file."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError("pickle protocol must be <= %d" % HIGHEST_PROTOCOL)
        if protocol < 5 and buffer_callback is not None:
            raise ValueError("buffer_callback needs protocol >= 5")
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._file_write, self._buffer_callback = file.write, buffer_callback
        self.memo = {}
        self.proto = int(protocol)
        self.bin = self.proto >= 1
        self.fast = 0
        self.fix_imports = fix_imports and self.proto < 3
        self._parts = None

    def clear_memo(self):
        self.memo.clear()

    def _write(self, data):
        parts = self._parts
        if parts is None:
            self._file_write(data)
            return
        parts.append(data)
        self._size += len(data)

    def _commit(self, force=False):
        """Ends a frame when it is large enough."""
        if self._parts is not None and (force or self._size >= _FRAME_TARGET):
            data = b"".join(self._parts)
            self._parts, self._size = [], 0
            if len(data) >= 4:
                self._file_write(b"\x95" + _struct.pack("<Q", len(data)))
            if data:
                self._file_write(data)

    def _write_large(self, header, payload):
        parts = self._parts
        if parts is not None:
            self._commit(True)
            self._file_write(header)
        else:
            self._file_write(header)
        self._file_write(payload)

    def dump(self, obj):
        """Writes the pickle of an object."""
        if not hasattr(self, "_file_write"):
            raise PicklingError("Pickler.__init__() was not called by %s.__init__()" % type(self).__name__)
        if self.proto >= 2:
            self._file_write(b"\x80" + bytes([self.proto]))
        if self.proto >= 4:
            self._parts, self._size = [], 0
        try:
            self.save(obj)
            self._write(b".")
            self._commit(True)
        finally:
            self._parts = None

    def memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        self.memo[id(obj)] = index, obj
        self._write(self.put(index))

    def put(self, index):
        if self.proto >= 4:
            return b"\x94"
        if self.bin:
            return b"q" + bytes([index]) if index < 256 else b"r" + _struct.pack("<I", index)
        return b"p%d\n" % index

    def get(self, index):
        if self.bin:
            return b"h" + bytes([index]) if index < 256 else b"j" + _struct.pack("<I", index)
        return b"g%d\n" % index

    def persistent_id(self, obj):
        return None

    def save(self, obj, save_persistent_id=True):
        parts = self._parts
        if parts is not None and self._size >= _FRAME_TARGET:
            self._commit()
        if save_persistent_id:
            pid = self.persistent_id(obj)
            if pid is not None:
                self.save_pers(pid)
                return
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(self.get(known[0]))
            return
        cls = type(obj)
        reduced = NotImplemented
        override = getattr(self, "reducer_override", None)
        if override is not None and cls not in self._atoms:
            reduced = override(obj)
        if reduced is NotImplemented:
            saver = self.dispatch.get(cls)
            if saver is not None:
                saver(self, obj)
                return
            reduce = getattr(self, "dispatch_table", dispatch_table).get(cls)
            if reduce is not None:
                reduced = reduce(obj)
            elif issubclass(cls, type):
                self.save_global(obj)
                return
            else:
                reduce = getattr(obj, "__reduce_ex__", None)
                if reduce is not None:
                    reduced = reduce(self.proto)
                else:
                    reduce = getattr(obj, "__reduce__", None)
                    if reduce is None:
                        raise PicklingError("Can't pickle %r object: %r" % (cls.__name__, obj))
                    reduced = reduce()
        if isinstance(reduced, str):
            self.save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError("%s must return string or tuple" % (reduce if override is None else "__reduce__",))
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("Tuple returned by %s must have two to six elements"
                                % (reduce if override is None else "__reduce__",))
        self.save_reduce(obj=obj, *reduced)

    def save_pers(self, pid):
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self._write(b"Q")
            return
        try:
            self._write(b"P" + str(pid).encode("ascii") + b"\n")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not isinstance(args, tuple):
            raise PicklingError("args from save_reduce() must be a tuple")
        if not callable(func):
            raise PicklingError("func from save_reduce() must be callable")
        save, write = self.save, self._write
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            cls, args, kwargs = args
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from %s args has no __new__" % name)
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from %s args has the wrong class" % name)
            if self.proto >= 4:
                save(cls)
                save(args)
                save(kwargs)
                write(b"\x92")
            else:
                import functools
                save(functools.partial(cls.__new__, cls, *args, **kwargs))
                save(())
                write(b"R")
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            save(cls)
            save(args[1:])
            write(b"\x81")
        else:
            save(func)
            save(args)
            write(b"R")
        if obj is not None:
            if id(obj) in self.memo:
                write(b"0" + self.get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        for items, put in ((listitems, self._batch_appends), (dictitems, self._batch_setitems)):
            if items is not None:
                put(items)
        if state is None:
            return
        for part in (state,) if state_setter is None else (state_setter, obj, state):
            save(part)
        write(b"b" if state_setter is None else b"\x86R0")

    def save_none(self, obj):
        self._write(b"N")

    def save_bool(self, obj):
        if self.proto >= 2:
            self._write(b"\x88" if obj else b"\x89")
        else:
            self._write(b"I01\n" if obj else b"I00\n")

    def save_long(self, obj):
        if self.bin:
            if 0 <= obj <= 0xffff:
                self._write(b"K" + bytes([obj]) if obj <= 0xff else b"M" + _struct.pack("<H", obj))
                return
            if -0x80000000 <= obj <= 0x7fffffff:
                self._write(b"J" + _struct.pack("<i", obj))
                return
        if self.proto >= 2:
            data = encode_long(obj)
            n = len(data)
            self._write((b"\x8a" + bytes([n]) if n < 256 else b"\x8b" + _struct.pack("<i", n)) + data)
        elif -0x80000000 <= obj <= 0x7fffffff:
            self._write(b"I%d\n" % obj)
        else:
            self._write(b"L%dL\n" % obj)

    def save_float(self, obj):
        self._write(b"G" + _struct.pack(">d", obj) if self.bin else b"F" + repr(obj).encode("ascii") + b"\n")

    def save_bytes(self, obj):
        if self.proto < 3:
            if obj:
                import codecs
                self.save_reduce(codecs.encode, (str(obj, "latin1"), "latin1"), obj=obj)
            else:
                self.save_reduce(bytes, (), obj=obj)
            return
        self._save_bytes_plain(obj)

    def _save_bytes_plain(self, obj, memoize=True):
        n = len(obj)
        if n <= 0xff:
            self._write(b"C" + bytes([n]) + obj)
        elif n > 0xffffffff and self.proto >= 4:
            self._write_large(b"\x8e" + _struct.pack("<Q", n), obj)
        elif n >= _FRAME_TARGET:
            self._write_large(b"B" + _struct.pack("<I", n), obj)
        else:
            self._write(b"B" + _struct.pack("<I", n) + obj)
        if memoize:
            self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self._save_bytearray_plain(obj)

    def _save_bytearray_plain(self, obj):
        n = len(obj)
        header = b"\x96" + _struct.pack("<Q", n)
        if n >= _FRAME_TARGET:
            self._write_large(header, bytes(obj))
        else:
            self._write(header + bytes(obj))
        self.memoize(obj)

    def save_picklebuffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        view = obj.raw()
        if not view.contiguous:
            raise PicklingError("PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
        inside = True
        if self._buffer_callback is not None:
            inside = bool(self._buffer_callback(obj))
        if inside:
            if view.readonly:
                self._save_bytes_plain(view.tobytes())
            else:
                self._save_bytearray_plain(bytearray(view.tobytes()))
        else:
            self._write(b"\x97")
            if view.readonly:
                self._write(b"\x98")

    def save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            n = len(data)
            if n <= 0xff and self.proto >= 4:
                self._write(b"\x8c" + bytes([n]) + data)
            elif n > 0xffffffff and self.proto >= 4:
                self._write_large(b"\x8d" + _struct.pack("<Q", n), data)
            elif n >= _FRAME_TARGET:
                self._write_large(b"X" + _struct.pack("<I", n), data)
            else:
                self._write(b"X" + _struct.pack("<I", n) + data)
        else:
            out = []
            for c in obj:
                code = ord(c)
                if code > 0xffff:
                    out.append("\\U%08x" % code)
                elif code > 0xff or c in "\\\0\n\r\x1a":
                    out.append("\\u%04x" % code)
                else:
                    out.append(c)
            self._write(b"V" + "".join(out).encode("latin-1") + b"\n")
        self.memoize(obj)

    def save_tuple(self, obj):
        write = self._write
        if not obj:
            write(b")" if self.bin else b"(t")
            return
        n = len(obj)
        save = self.save
        if n <= 3 and self.proto >= 2:
            for item in obj:
                save(item)
            if id(obj) in self.memo:
                write(b"0" * n + self.get(self.memo[id(obj)][0]))
            else:
                write((b"\x85", b"\x86", b"\x87")[n - 1])
                self.memoize(obj)
            return
        write(b"(")
        for item in obj:
            save(item)
        if id(obj) in self.memo:
            write((b"1" if self.bin else b"0" * (n + 1)) + self.get(self.memo[id(obj)][0]))
            return
        write(b"t")
        self.memoize(obj)

    def save_list(self, obj):
        self._write(b"]" if self.bin else b"(l")
        self.memoize(obj)
        self._batch_appends(obj)

    def _batch_appends(self, items):
        save, write = self.save, self._write
        if not self.bin:
            for item in items:
                save(item)
                write(b"a")
            return
        items = iter(items)
        while True:
            batch = _take(items)
            if len(batch) > 1:
                write(b"(")
                for item in batch:
                    save(item)
                write(b"e")
            elif batch:
                save(batch[0])
                write(b"a")
            if len(batch) < _BATCH:
                return

    def save_dict(self, obj):
        self._write(b"}" if self.bin else b"(d")
        self.memoize(obj)
        self._batch_setitems(obj.items())

    def _batch_setitems(self, items):
        save, write = self.save, self._write
        if not self.bin:
            for key, value in items:
                save(key)
                save(value)
                write(b"s")
            return
        items = iter(items)
        while True:
            batch = _take(items)
            if len(batch) > 1:
                write(b"(")
                for key, value in batch:
                    save(key)
                    save(value)
                write(b"u")
            elif batch:
                key, value = batch[0]
                save(key)
                save(value)
                write(b"s")
            if len(batch) < _BATCH:
                return

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self._write(b"\x8f")
        self.memoize(obj)
        items = iter(obj)
        while True:
            batch = _take(items)
            if batch:
                self._write(b"(")
                for item in batch:
                    self.save(item)
                self._write(b"\x90")
            if len(batch) < _BATCH:
                return

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self._write(b"(")
        for item in obj:
            self.save(item)
        if id(obj) in self.memo:
            self._write(b"1" + self.get(self.memo[id(obj)][0]))
            return
        self._write(b"\x91")
        self.memoize(obj)

    def save_global(self, obj, name=None):
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
        if self.proto >= 2:
            code = _extension_registry.get((module_name, name))
            if code:
                if code <= 0xff:
                    self._write(b"\x82" + bytes([code]))
                elif code <= 0xffff:
                    self._write(b"\x83" + _struct.pack("<H", code))
                else:
                    self._write(b"\x84" + _struct.pack("<i", code))
                return
        last = name.rpartition(".")[2]
        if parent is module:
            last = name
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self._write(b"\x93")
        elif parent is not module:
            self.save_reduce(getattr, (parent, last))
        elif self.proto >= 3:
            self._write(b"c" + module_name.encode("utf-8") + b"\n" + name.encode("utf-8") + b"\n")
        else:
            if self.fix_imports:
                module_name, name = _old_global(module_name, name)
            try:
                self._write(b"c" + module_name.encode("ascii") + b"\n" + name.encode("ascii") + b"\n")
            except UnicodeEncodeError:
                raise PicklingError("can't pickle global identifier '%s.%s' using pickle protocol %i"
                                    % (module_name, name, self.proto)) from None
        self.memoize(obj)

    def save_type(self, obj):
        if obj is type(None):
            self.save_reduce(type, (None,), obj=obj)
        elif obj is type(NotImplemented):
            self.save_reduce(type, (NotImplemented,), obj=obj)
        elif obj is type(...):
            self.save_reduce(type, (...,), obj=obj)
        else:
            self.save_global(obj)

    dispatch = {type(None): save_none, bool: save_bool, int: save_long, float: save_float, bytes: save_bytes,
                bytearray: save_bytearray, PickleBuffer: save_picklebuffer, str: save_str, tuple: save_tuple,
                list: save_list, dict: save_dict, set: save_set, frozenset: save_frozenset, type: save_type,
                type(lambda: 0): save_global}
    _atoms = frozenset((type(None), bool, int, float, bytes, str, tuple, list, dict, set, frozenset, bytearray))


def _take(items):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            break
    return batch


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
        self._frame, self._at = None, 0

    def read(self, n):
        frame = self._frame
        if frame is not None:
            at = self._at
            end = at + n
            data = frame[at:end]
            if len(data) == n:
                self._at = end
                return data
            if n and not data:
                self._frame = None
            else:
                raise UnpicklingError("pickle exhausted before end of frame")
        data = self._file_read(n)
        if len(data) < n:
            if not data and n == 1:
                raise EOFError("Ran out of input")
            raise UnpicklingError("pickle data was truncated")
        return data

    def readline(self):
        frame = self._frame
        if frame is not None:
            end = frame.find(b"\n", self._at) + 1
            if end:
                data = frame[self._at:end]
                self._at = end
                return data
            if self._at < len(frame):
                raise UnpicklingError("pickle exhausted before end of frame")
            self._frame = None
        data = self._file_readline()
        if data[-1:] != b"\n":
            if not data:
                raise EOFError("Ran out of input")
            raise UnpicklingError("pickle data was truncated")
        return data

    def load(self):
        """Reads one object."""
        if not hasattr(self, "_file_read"):
            raise UnpicklingError("Unpickler.__init__() was not called by %s.__init__()" % type(self).__name__)
        self.metastack, self.stack = [], []
        self.proto, self._frame = 0, None
        dispatch, read = self.dispatch, self.read
        try:
            while True:
                code = read(1)[0]
                handler = dispatch.get(code)
                if handler is None:
                    raise UnpicklingError("invalid load key, %s." % (
                        "'%s'" % chr(code) if 32 <= code < 127 and code not in (39, 92)
                        else "'\\x%02x'" % code if code not in (39, 92) else repr(chr(code))))
                handler(self)
        except _Stop as stop:
            return stop.args[0]
        except IndexError:
            if not self.stack and not self.metastack:
                raise UnpicklingError("unpickling stack underflow") from None
            raise

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    def pop_mark(self):
        items = self.stack
        if not self.metastack:
            raise UnpicklingError("could not find MARK")
        self.stack = self.metastack.pop()
        return items

    def find_class(self, module, name):
        """The global of a name; override to restrict."""
        if self.proto < 3 and self.fix_imports:
            module, name = _new_global(module, name)
        __import__(module, level=0)
        if self.proto >= 4:
            return _getattribute(_sys.modules[module], name)[0]
        return getattr(_sys.modules[module], name)

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            try:
                value = cls(*args)
            except TypeError as e:
                raise TypeError("in constructor for %s: %s" % (getattr(cls, "__name__", cls), e)) from e
        else:
            value = cls.__new__(cls)
        self.stack.append(value)

    def get_extension(self, code):
        missing = []
        obj = _extension_cache.get(code, missing)
        if obj is missing:
            key = _inverted_registry.get(code)
            if not key:
                if code <= 0:
                    raise UnpicklingError("EXT specifies code <= 0")
                raise ValueError("unregistered extension code %d" % code)
            obj = _extension_cache[code] = self.find_class(*key)
        self.stack.append(obj)

    def _text(self, data):
        return data if self.encoding == "bytes" else data.decode(self.encoding, self.errors)


def _op(code):
    def keep(function):
        Unpickler.dispatch[code[0]] = function
        return function
    return keep


Unpickler.dispatch = {}


@_op(b"\x80")
def _load_proto(self):
    proto = self.read(1)[0]
    if proto > HIGHEST_PROTOCOL:
        raise ValueError("unsupported pickle protocol: %d" % proto)
    self.proto = proto


@_op(b"\x95")
def _load_frame(self):
    size, = _struct.unpack("<Q", self.read(8))
    if size > _sys.maxsize:
        raise ValueError("frame size > sys.maxsize: %d" % size)
    if self._frame is not None and self._at < len(self._frame):
        raise UnpicklingError("beginning of a new frame before end of current frame")
    self._frame = None
    data = self._file_read(size)
    if len(data) < size:
        raise UnpicklingError("pickle data was truncated")
    self._frame, self._at = bytes(data), 0


@_op(b".")
def _load_stop(self):
    raise _Stop(self.stack.pop())


@_op(b"P")
def _load_persid(self):
    try:
        pid = self.readline()[:-1].decode("ascii")
    except UnicodeDecodeError:
        raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
    self.stack.append(self.persistent_load(pid))


@_op(b"Q")
def _load_binpersid(self):
    pid = self.stack.pop()
    self.stack.append(self.persistent_load(pid))


@_op(b"I")
def _load_int(self):
    data = self.readline()
    if data == b"00\n":
        value = False
    elif data == b"01\n":
        value = True
    else:
        value = int(data, 0)
    self.stack.append(value)


@_op(b"L")
def _load_long(self):
    data = self.readline()[:-1]
    if data[-1:] == b"L":
        data = data[:-1]
    self.stack.append(int(data, 0))


@_op(b"F")
def _load_float(self):
    self.stack.append(float(self.readline()[:-1]))


def _sized(code, form, size, what, make):
    limit = _sys.maxsize

    def handler(self):
        n = self.read(1)[0] if size == 1 else _struct.unpack(form, self.read(size))[0]
        if n < 0:
            raise UnpicklingError("%s pickle has negative byte count" % what)
        if n > limit:
            raise UnpicklingError("%s exceeds system's maximum size of %d bytes" % (what, limit))
        self.stack.append(make(self, self.read(n)))
    Unpickler.dispatch[code[0]] = handler


def _utf8(self, data):
    return str(data, "utf-8", "surrogatepass")


def _plain(self, data):
    return bytes(data)


_sized(b"\x8a", "B", 1, "LONG", lambda self, data: decode_long(data))
_sized(b"\x8b", "<i", 4, "LONG", lambda self, data: decode_long(data))
_sized(b"T", "<i", 4, "BINSTRING", lambda self, data: self._text(data))
_sized(b"U", "B", 1, "BINSTRING", lambda self, data: self._text(data))
_sized(b"B", "<I", 4, "BINBYTES", _plain)
_sized(b"C", "B", 1, "BINBYTES", _plain)
_sized(b"\x8e", "<Q", 8, "BINBYTES8", _plain)
_sized(b"X", "<I", 4, "BINUNICODE", _utf8)
_sized(b"\x8c", "B", 1, "BINUNICODE", _utf8)
_sized(b"\x8d", "<Q", 8, "BINUNICODE8", _utf8)
_sized(b"\x96", "<Q", 8, "BYTEARRAY8", lambda self, data: bytearray(data))


def _fixed(code, form, size):
    def handler(self):
        self.stack.append(_struct.unpack(form, self.read(size))[0])
    Unpickler.dispatch[code[0]] = handler


_fixed(b"J", "<i", 4)
_fixed(b"M", "<H", 2)
_fixed(b"G", ">d", 8)


@_op(b"K")
def _load_binint1(self):
    self.stack.append(self.read(1)[0])


def _constant(code, value):
    def handler(self):
        self.stack.append(value)
    Unpickler.dispatch[code[0]] = handler


_constant(b"N", None)
_constant(b"\x88", True)
_constant(b"\x89", False)
_constant(b")", ())


@_op(b"S")
def _load_string(self):
    data = self.readline()[:-1]
    if len(data) < 2 or data[:1] != data[-1:] or data[:1] not in (b'"', b"'"):
        raise UnpicklingError("the STRING opcode argument must be quoted")
    import codecs
    self.stack.append(self._text(codecs.escape_decode(data[1:-1])[0]))


@_op(b"V")
def _load_unicode(self):
    self.stack.append(_unescape(self.readline()[:-1]))


@_op(b"\x97")
def _load_next_buffer(self):
    if self._buffers is None:
        raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
    try:
        self.stack.append(next(self._buffers))
    except StopIteration:
        raise UnpicklingError("not enough out-of-band buffers") from None


@_op(b"\x98")
def _load_readonly(self):
    view = memoryview(self.stack[-1])
    if not view.readonly:
        self.stack[-1] = view.toreadonly()


@_op(b"t")
def _load_tuple(self):
    items = self.pop_mark()
    self.stack.append(tuple(items))


@_op(b"\x85")
def _load_tuple1(self):
    self.stack[-1] = (self.stack[-1],)


@_op(b"\x86")
def _load_tuple2(self):
    self.stack[-2:] = [(self.stack[-2], self.stack[-1])]


@_op(b"\x87")
def _load_tuple3(self):
    self.stack[-3:] = [(self.stack[-3], self.stack[-2], self.stack[-1])]


@_op(b"]")
def _load_empty_list(self):
    self.stack.append([])


@_op(b"}")
def _load_empty_dict(self):
    self.stack.append({})


@_op(b"\x8f")
def _load_empty_set(self):
    self.stack.append(set())


@_op(b"\x91")
def _load_frozenset(self):
    items = self.pop_mark()
    self.stack.append(frozenset(items))


@_op(b"l")
def _load_list(self):
    items = self.pop_mark()
    self.stack.append(items)


@_op(b"d")
def _load_dict(self):
    items = self.pop_mark()
    self.stack.append({items[i]: items[i + 1] for i in range(0, len(items), 2)})


@_op(b"i")
def _load_inst(self):
    module = self.readline()[:-1].decode("ascii")
    name = self.readline()[:-1].decode("ascii")
    cls = self.find_class(module, name)
    self._instantiate(cls, self.pop_mark())


@_op(b"o")
def _load_obj(self):
    args = self.pop_mark()
    self._instantiate(args.pop(0), args)


@_op(b"\x81")
def _load_newobj(self):
    args = self.stack.pop()
    cls = self.stack.pop()
    self.stack.append(cls.__new__(cls, *args))


@_op(b"\x92")
def _load_newobj_ex(self):
    kwargs = self.stack.pop()
    args = self.stack.pop()
    cls = self.stack.pop()
    self.stack.append(cls.__new__(cls, *args, **kwargs))


@_op(b"c")
def _load_global(self):
    module = self.readline()[:-1].decode("utf-8")
    name = self.readline()[:-1].decode("utf-8")
    self.stack.append(self.find_class(module, name))


@_op(b"\x93")
def _load_stack_global(self):
    name = self.stack.pop()
    module = self.stack.pop()
    if type(name) is not str or type(module) is not str:
        raise UnpicklingError("STACK_GLOBAL requires str")
    self.stack.append(self.find_class(module, name))


@_op(b"\x82")
def _load_ext1(self):
    self.get_extension(self.read(1)[0])


@_op(b"\x83")
def _load_ext2(self):
    self.get_extension(_struct.unpack("<H", self.read(2))[0])


@_op(b"\x84")
def _load_ext4(self):
    self.get_extension(_struct.unpack("<i", self.read(4))[0])


@_op(b"R")
def _load_reduce(self):
    args = self.stack.pop()
    self.stack[-1] = self.stack[-1](*args)


@_op(b"0")
def _load_pop(self):
    if self.stack:
        del self.stack[-1]
    else:
        self.pop_mark()


@_op(b"1")
def _load_pop_mark(self):
    self.pop_mark()


@_op(b"2")
def _load_dup(self):
    self.stack.append(self.stack[-1])


def _get_memo(self, index):
    try:
        self.stack.append(self.memo[index])
    except KeyError:
        raise UnpicklingError("Memo value not found at index %d" % index) from None


@_op(b"g")
def _load_get(self):
    _get_memo(self, int(self.readline()[:-1]))


@_op(b"h")
def _load_binget(self):
    _get_memo(self, self.read(1)[0])


@_op(b"j")
def _load_long_binget(self):
    _get_memo(self, _struct.unpack("<I", self.read(4))[0])


@_op(b"p")
def _load_put(self):
    index = int(self.readline()[:-1])
    if index < 0:
        raise ValueError("negative PUT argument")
    self.memo[index] = self.stack[-1]


@_op(b"q")
def _load_binput(self):
    self.memo[self.read(1)[0]] = self.stack[-1]


@_op(b"r")
def _load_long_binput(self):
    index, = _struct.unpack("<I", self.read(4))
    if index > _sys.maxsize:
        raise ValueError("negative LONG_BINPUT argument")
    self.memo[index] = self.stack[-1]


@_op(b"\x94")
def _load_memoize(self):
    self.memo[len(self.memo)] = self.stack[-1]


@_op(b"a")
def _load_append(self):
    value = self.stack.pop()
    self.stack[-1].append(value)


@_op(b"e")
def _load_appends(self):
    items = self.pop_mark()
    target = self.stack[-1]
    extend = getattr(target, "extend", None)
    if extend is not None:
        extend(items)
        return
    append = target.append
    for item in items:
        append(item)


@_op(b"s")
def _load_setitem(self):
    value = self.stack.pop()
    key = self.stack.pop()
    self.stack[-1][key] = value


@_op(b"u")
def _load_setitems(self):
    items = self.pop_mark()
    target = self.stack[-1]
    for i in range(0, len(items), 2):
        target[items[i]] = items[i + 1]


@_op(b"\x90")
def _load_additems(self):
    items = self.pop_mark()
    target = self.stack[-1]
    if isinstance(target, set):
        target.update(items)
    else:
        for item in items:
            target.add(item)


@_op(b"b")
def _load_build(self):
    state = self.stack.pop()
    target = self.stack[-1]
    setter = getattr(target, "__setstate__", _Memo)
    if setter is not _Memo:
        setter(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        inside = target.__dict__
        for key, value in state.items():
            inside[_sys.intern(key) if type(key) is str else key] = value
    if slots:
        for key, value in slots.items():
            setattr(target, key, value)


@_op(b"(")
def _load_mark(self):
    self.metastack.append(self.stack)
    self.stack = []


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes the pickle of an object to a file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


class _Parts:
    def __init__(self):
        self.parts = []
        self.write = self.parts.append


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object as bytes."""
    parts = _Parts()
    Pickler(parts, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return b"".join(parts.parts)


class _Source:
    def __init__(self, data):
        self.data, self.at = data, 0

    def read(self, n=-1):
        at = self.at
        self.at = end = at + n if n >= 0 else len(self.data)
        return self.data[at:end]

    def readline(self):
        end = self.data.find(b"\n", self.at) + 1 or len(self.data)
        line = self.data[self.at:end]
        self.at = end
        return line


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Reads an object from a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object of a pickle."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(_Source(bytes(data)), fix_imports=fix_imports, encoding=encoding, errors=errors,
                     buffers=buffers).load()


_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
