"""A process that keeps objects; others use them through proxies, whose calls go there and back."""
import os
import queue
import sys
import threading
import traceback

from multiprocessing import connection, process
from multiprocessing import context as _context
from multiprocessing.dummy import Namespace


class RemoteError(Exception):
    """An error in the manager's process, with its traceback."""

    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


class Token:
    """Where an object is."""

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return "%s(typeid=%r, address=%r, id=%r)" % (type(self).__name__, self.typeid, self.address, self.id)


class Server:
    """Lives in the manager's process: a thread for every connection."""

    def __init__(self, registry, address, authkey):
        self.registry = registry
        self.authkey = authkey
        self.listener = connection.Listener(address=address, backlog=128)
        self.address = self.listener.address
        self.objects = {}
        self.lock = threading.Lock()

    def serve(self):
        while True:
            try:
                client = self.listener.accept()
            except OSError:
                continue
            threading.Thread(target=self.talk, args=(client,), daemon=True).start()

    serve_forever = serve

    def talk(self, client):
        try:
            connection.deliver_challenge(client, self.authkey)
            connection.answer_challenge(client, self.authkey)
            while True:
                number, name, args, kwargs = client.recv()
                try:
                    answer = "#RETURN", getattr(self, "do_" + name)(*args, **kwargs) if number is None else self.call(
                        number, name, args, kwargs)
                    if isinstance(answer[1], Token):
                        answer = "#PROXY", answer[1]
                except Exception as error:
                    answer = "#ERROR", error
                try:
                    client.send(answer)
                except Exception:
                    client.send(("#TRACEBACK", traceback.format_exc()))
        except (EOFError, OSError, _context.AuthenticationError):
            client.close()

    def call(self, number, name, args, kwargs):
        thing, exposed, results = self.objects[number]
        if name == "#GETVALUE":
            return thing
        if name == "#STR":
            return str(thing)
        if name == "#REPR":
            return repr(thing)
        made = getattr(thing, name)(*args, **kwargs)
        kind = results.get(name)
        return self.keep(kind, made) if kind else made

    def keep(self, kind, thing):
        _, exposed, results, _ = self.registry[kind]
        number = "%x" % id(thing)
        with self.lock:
            self.objects[number] = thing, exposed, results or {}
        return Token(kind, self.address, number)

    def do_create(self, kind, args, kwargs):
        maker = self.registry[kind][0]
        return self.keep(kind, args[0] if maker is None else maker(*args, **kwargs))

    def do_methods(self, number):
        thing, exposed, _ = self.objects[number]
        return exposed or [name for name in dir(thing) if name[0] != "_" and callable(getattr(thing, name))]

    def do_ping(self):
        return True

    def do_shutdown(self):
        os._exit(0)


def _serve(registry, address, authkey, writer, initializer, initargs):
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    server = Server(registry, address, authkey)
    writer.send(server.address)
    writer.close()
    server.serve()


def dispatch(client, number, name, args=(), kwargs={}):
    """Has the manager do something; returns its answer."""
    client.send((number, name, args, kwargs))
    kind, result = client.recv()
    if kind in ("#RETURN", "#PROXY"):
        return result
    if kind == "#ERROR":
        raise result
    raise RemoteError(result)


class BaseManager:
    """A process that keeps objects of registered types."""
    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        self._address = address
        self._authkey = process.AuthenticationString(authkey or process.current_process().authkey)
        self._ctx = ctx or _context._default.get_context()
        self._process = None
        self._is_open = False

    def get_server(self):
        """A server to run in this process."""
        return Server(self._registry, self._address, self._authkey)

    def connect(self):
        """Uses a manager that runs elsewhere."""
        dispatch(_client(self._address, self._authkey), None, "ping")
        self._is_open = True

    def start(self, initializer=None, initargs=()):
        """Starts the process."""
        assert self._process is None, "Already started server"
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        reader, writer = connection.Pipe(duplex=False)
        self._process = self._ctx.Process(target=_serve, args=(
            self._registry, self._address, bytes(self._authkey), writer, initializer, initargs))
        self._process.name = type(self).__name__ + "-" + ":".join(map(str, self._process._identity))
        self._process.daemon = True
        self._process.start()
        writer.close()
        self._address = reader.recv()
        self._is_open = True

    def shutdown(self):
        """Ends the process."""
        if self._process is not None and self._process.is_alive():
            try:
                dispatch(_client(self._address, self._authkey), None, "shutdown")
            except (EOFError, OSError):
                pass
            self._process.join(1)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join()
            _forget(self._address)
        self._is_open = False

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    address = property(lambda self: self._address)

    def __enter__(self):
        if not self._is_open:
            self.start()
        return self

    def __exit__(self, *exc):
        self.shutdown()

    def _make(self, kind, args, kwargs):
        assert self._is_open, "server not yet started"
        token = dispatch(_client(self._address, self._authkey), None, "create", (kind, args, kwargs))
        return _proxy(token, self._authkey, self._registry[kind][3])

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """Registers a type of objects."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        results = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        cls._registry[typeid] = callable, exposed or getattr(proxytype, "_exposed_", None), results, proxytype
        if create_method:
            def make(self, /, *args, **kwargs):
                return self._make(typeid, args, kwargs)
            make.__name__ = typeid
            setattr(cls, typeid, make)


_clients = threading.local()


def _client(address, authkey):
    """The connection of this thread to a manager."""
    kept = _clients.__dict__.setdefault("kept", {})
    key = os.getpid(), address
    if key not in kept or kept[key].closed:
        kept[key] = connection.Client(address, authkey=bytes(authkey))
    return kept[key]


def _forget(address):
    """Closes the connection of this thread to a manager that has ended."""
    ended = _clients.__dict__.get("kept", {}).pop((os.getpid(), address), None)
    if ended is not None:
        ended.close()


class BaseProxy:
    """Stands for an object in a manager."""

    def __init__(self, token, authkey):
        self._token, self._authkey = token, authkey
        self._id = token.id

    def _callmethod(self, methodname, args=(), kwds={}):
        """Calls a method of the object."""
        made = dispatch(_client(self._token.address, self._authkey), self._token.id, methodname, args, kwds)
        return _proxy(made, self._authkey) if isinstance(made, Token) else made

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        return _rebuild, (self._token, bytes(self._authkey))

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return "<%s object, typeid %r at 0x%x>" % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        return self._callmethod("#REPR")


def _rebuild(token, authkey):
    return _proxy(token, authkey)


def _proxy(token, authkey, kind=None):
    if kind is None:
        kind = SyncManager._registry.get(token.typeid, (None,) * 4)[3]
    if kind is None:
        names = dispatch(_client(token.address, authkey), None, "methods", (token.id,))
        kind = MakeProxyType("AutoProxy[%s]" % token.typeid, names)
    return kind(token, authkey)


def AutoProxy(token, authkey):
    return _proxy(token, authkey)


def MakeProxyType(name, exposed, _cache={}):
    """A type of proxies with these methods."""
    exposed = tuple(exposed)
    if (name, exposed) not in _cache:
        made = type(name, (BaseProxy,), {word: _method(word) for word in exposed})
        made._exposed_ = exposed
        _cache[name, exposed] = made
    return _cache[name, exposed]


class _Lockable(BaseProxy):
    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, *exc):
        return self._callmethod("release")


def _method(word):
    def call(self, /, *args, **kwds):
        return self._callmethod(word, args, kwds)
    call.__name__ = word
    return call


def _kind(name, words, base=BaseProxy):
    space = {word: _method(word) for word in words.split()}
    return type(name, (base,), {**space, "_exposed_": tuple(space), "__module__": __name__})


AcquirerProxy = _kind("AcquirerProxy", "acquire release", _Lockable)
ConditionProxy = _kind("ConditionProxy", "acquire release wait notify notify_all", _Lockable)
EventProxy = _kind("EventProxy", "is_set set clear wait")
BarrierProxy = _kind("BarrierProxy", "__getattribute__ wait abort reset")
_LIST = ("__add__ __contains__ __delitem__ __getitem__ __len__ __mul__ __reversed__ __rmul__ __setitem__ append count extend "
         "index insert pop remove reverse sort __imul__")
_DICT = ("__contains__ __delitem__ __getitem__ __iter__ __len__ __setitem__ clear copy get items keys pop popitem setdefault "
         "update values")
BaseListProxy = _kind("BaseListProxy", _LIST)
ArrayProxy = _kind("ArrayProxy", "__len__ __getitem__ __setitem__")


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, times):
        self._callmethod("__imul__", (times,))
        return self

    def __iter__(self):
        return iter(self._getvalue())


class DictProxy(_kind("DictProxy", _DICT)):
    def __iter__(self):
        return iter(self._callmethod("keys"))

    def keys(self):
        return list(self._getvalue())

    def values(self):
        return list(self._getvalue().values())

    def items(self):
        return list(self._getvalue().items())


class NamespaceProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return object.__getattribute__(self, "_callmethod")("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        return self._callmethod("__setattr__", (key, value))

    def __delattr__(self, key):
        if key[0] == "_":
            return object.__delattr__(self, key)
        return self._callmethod("__delattr__", (key,))


class _Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return "%s(%r, %r)" % ("Value", self._typecode, self._value)


class ValueProxy(_kind("ValueProxy", "get set")):
    value = property(lambda self: self.get(), lambda self, value: self.set(value))


def _array(typecode, sequence, lock=True):
    import array
    return array.array(typecode, sequence)


class SyncManager(BaseManager):
    """A manager of what programs share most."""


def _pool(*args, **kwargs):
    from multiprocessing.pool import Pool
    return Pool(*args, **kwargs)


for _name, _maker, _type in (
        ("Queue", queue.Queue, None), ("JoinableQueue", queue.Queue, None), ("Event", threading.Event, EventProxy),
        ("Lock", threading.Lock, AcquirerProxy), ("RLock", threading.RLock, AcquirerProxy),
        ("Semaphore", threading.Semaphore, AcquirerProxy), ("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy),
        ("Condition", threading.Condition, ConditionProxy), ("Barrier", threading.Barrier, BarrierProxy),
        ("list", list, ListProxy), ("dict", dict, DictProxy), ("Value", _Value, ValueProxy), ("Array", _array, ArrayProxy),
        ("Namespace", Namespace, NamespaceProxy)):
    SyncManager.register(_name, _maker, _type)
