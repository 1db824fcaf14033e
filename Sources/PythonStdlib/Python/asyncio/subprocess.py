"""Child processes with streams."""
import subprocess as _subprocess

from asyncio import events, protocols, streams, tasks

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE, STDOUT, DEVNULL = _subprocess.PIPE, _subprocess.STDOUT, _subprocess.DEVNULL
_LIMIT = 1 << 16


class SubprocessStreamProtocol(streams._FlowControl, protocols.SubprocessProtocol):
    """Makes streams of a child's pipes."""

    def __init__(self, limit, loop):
        super().__init__(loop)
        self._limit, self._loop = limit, loop
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._stdin_closed = loop.create_future()

    def connection_made(self, transport):
        self._transport = transport
        for number, name in ((1, "stdout"), (2, "stderr")):
            pipe = transport.get_pipe_transport(number)
            if pipe is not None:
                reader = streams.StreamReader(limit=self._limit, loop=self._loop)
                reader.set_transport(pipe)
                setattr(self, name, reader)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = streams.StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)

    def _reader(self, fd):
        return self.stdout if fd == 1 else self.stderr if fd == 2 else None

    def pipe_data_received(self, fd, data):
        reader = self._reader(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        reader = self._reader(fd)
        if fd == 0:
            self._lose(exc)
            if not self._stdin_closed.done():
                self._stdin_closed.set_result(None)
        elif reader is not None and exc is not None:
            reader.set_exception(exc)
        elif reader is not None:
            reader.feed_eof()

    def _get_close_waiter(self, stream):
        return self._stdin_closed


class Process:
    """A child process."""

    def __init__(self, transport, protocol, loop):
        self._transport, self._protocol, self._loop = transport, protocol, loop
        self.stdin, self.stdout, self.stderr = protocol.stdin, protocol.stdout, protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self.pid)

    @property
    def returncode(self):
        return self._transport.get_returncode()

    def kill(self):
        """Ends the child at once."""
        self._transport.kill()

    def terminate(self):
        """Asks the child to end."""
        self._transport.terminate()

    def send_signal(self, signal):
        """Sends the child a signal."""
        self._transport.send_signal(signal)

    async def wait(self):
        """Waits for the child's end; returns its code."""
        return await self._transport._wait()

    async def _feed(self, input):
        try:
            self.stdin.write(input)
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            # The child does not want it.
            pass
        self.stdin.close()

    async def _nothing(self):
        return None

    async def communicate(self, input=None):
        """Writes the input, reads everything, waits for the end: (stdout, stderr)."""
        if input is None and self.stdin is not None:
            input = b""
        feed = self._feed(input) if self.stdin is not None else self._nothing()
        out = self.stdout.read() if self.stdout is not None else self._nothing()
        err = self.stderr.read() if self.stderr is not None else self._nothing()
        _, out, err = await tasks.gather(feed, out, err)
        await self.wait()
        return out, err


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=_LIMIT, **kwds):
    """Starts a command of the shell."""
    loop = events.get_running_loop()
    transport, protocol = await loop.subprocess_shell(
        lambda: SubprocessStreamProtocol(limit, loop), cmd, stdin=stdin, stdout=stdout, stderr=stderr, **kwds)
    return Process(transport, protocol, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=_LIMIT, **kwds):
    """Starts a program."""
    loop = events.get_running_loop()
    transport, protocol = await loop.subprocess_exec(
        lambda: SubprocessStreamProtocol(limit, loop), program, *args, stdin=stdin, stdout=stdout, stderr=stderr,
        **kwds)
    return Process(transport, protocol, loop)
