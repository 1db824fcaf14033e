"""Coroutines that run side by side in one thread."""
from asyncio.exceptions import *
from asyncio.events import *
from asyncio.events import _get_running_loop, _set_running_loop
from asyncio.coroutines import *
from asyncio.futures import *
from asyncio.tasks import *
from asyncio.tasks import _enter_task, _leave_task, _register_task, _unregister_task
from asyncio.locks import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.taskgroups import *
from asyncio.timeouts import *
from asyncio.threads import *
from asyncio.unix_events import *
from asyncio.base_events import BaseEventLoop

# What few programs need is loaded when it is named.
_LATER = {
    "streams": ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
                "open_unix_connection", "start_unix_server"),
    "protocols": ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"),
    "transports": ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport",
                   "SubprocessTransport"),
    "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
    "network": ("Server",),
}
_MODULES = ("streams", "protocols", "transports", "subprocess", "network", "log", "selector_events",
            "base_subprocess", "sslproto")

__all__ = [n for n, v in globals().items() if not n.startswith("_") and type(v) is not type(exceptions)]
__all__ += [n for names in _LATER.values() for n in names]


def __getattr__(name):
    import importlib
    if name in _MODULES:
        return importlib.import_module("asyncio." + name)
    for module, names in _LATER.items():
        if name in names:
            globals()[name] = value = getattr(importlib.import_module("asyncio." + module), name)
            return value
    raise AttributeError("module 'asyncio' has no attribute %r" % name)
