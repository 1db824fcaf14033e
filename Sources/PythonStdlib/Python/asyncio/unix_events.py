"""The loop and the policy of Unix."""
from asyncio import base_events, events

__all__ = ("SelectorEventLoop", "DefaultEventLoopPolicy", "AbstractChildWatcher", "ThreadedChildWatcher",
           "PidfdChildWatcher", "SafeChildWatcher", "FastChildWatcher", "MultiLoopChildWatcher")

_NETWORK = ("getaddrinfo", "getnameinfo", "sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into",
            "sock_sendall", "sock_sendto", "sock_connect", "sock_accept", "sock_sendfile", "create_connection",
            "create_server", "create_unix_connection", "create_unix_server", "connect_accepted_socket",
            "create_datagram_endpoint", "connect_read_pipe", "connect_write_pipe", "subprocess_exec",
            "subprocess_shell", "sendfile", "start_tls")


class SelectorEventLoop(base_events.BaseEventLoop):
    """The loop; what has to do with sockets is loaded when it is needed."""


def _delegate(name):
    async def method(self, *args, **kwargs):
        from asyncio import network
        return await getattr(network, name)(self, *args, **kwargs)

    method.__name__ = name
    method.__qualname__ = "BaseEventLoop." + name
    return method


for _name in _NETWORK:
    setattr(SelectorEventLoop, _name, _delegate(_name))
SelectorEventLoop.__name__ = SelectorEventLoop.__qualname__ = "_UnixSelectorEventLoop"


class DefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """The usual policy."""


DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = "_UnixDefaultEventLoopPolicy"


class AbstractChildWatcher:
    """Waits for child processes."""

    def add_child_handler(self, pid, callback, *args):
        """Calls a function with the process and its exit code when it has ended."""
        import os
        import threading
        loop = events.get_running_loop()

        def wait():
            try:
                _, status = os.waitpid(pid, 0)
                code = os.waitstatus_to_exitcode(status)
            except ChildProcessError:
                code = 255
            if not loop.is_closed():
                loop.call_soon_threadsafe(callback, pid, code, *args)

        threading.Thread(target=wait, name="waitpid-%d" % pid, daemon=True).start()

    def remove_child_handler(self, pid):
        return True

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def is_active(self):
        return True

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


class ThreadedChildWatcher(AbstractChildWatcher):
    """Waits for each process in a thread."""


PidfdChildWatcher = SafeChildWatcher = FastChildWatcher = MultiLoopChildWatcher = ThreadedChildWatcher
