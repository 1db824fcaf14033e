"""Child processes as transports."""
import os
import subprocess
import threading

from asyncio import protocols, selector_events, transports


class _Pipe(protocols.Protocol):
    """Tells the child's protocol what one of its pipes does."""

    def __init__(self, child, number):
        self._child, self._number = child, number
        self.lost = False

    def data_received(self, data):
        self._child._protocol.pipe_data_received(self._number, data)

    def connection_lost(self, exc):
        self.lost = True
        self._child._pipe_lost(self._number, exc)

    def pause_writing(self):
        self._child._protocol.pause_writing()

    def resume_writing(self):
        self._child._protocol.resume_writing()


class ChildTransport(transports.SubprocessTransport):
    """A child process."""

    def __init__(self, loop, protocol, process):
        super().__init__({"subprocess": process})
        self._loop, self._protocol, self._process = loop, protocol, process
        self._closed = self._finished = False
        self._code, self._pipes, self._waiters = None, {}, []

    def __repr__(self):
        state = "running" if self._code is None else "returncode=%s" % self._code
        return "<%s pid=%s %s>" % (type(self).__name__, self._process.pid, state)

    async def connect(self):
        """Makes transports of the pipes."""
        process, loop, waiters = self._process, self._loop, []
        for number, pipe in enumerate((process.stdin, process.stdout, process.stderr)):
            if pipe is None:
                continue
            kind = selector_events.ReadPipeTransport if number else selector_events.WritePipeTransport
            waiters.append(loop.create_future())
            self._pipes[number] = kind(loop, pipe, _Pipe(self, number), waiters[-1])
        # Before the pipes are read: what they bring goes to the protocol's readers.
        self._protocol.connection_made(self)
        for waiter in waiters:
            await waiter
        threading.Thread(target=self._watch, name="waitpid-%d" % process.pid, daemon=True).start()

    def _watch(self):
        code = self._process.wait()
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._exited, code)

    def _exited(self, code):
        self._code = code
        self._protocol.process_exited()
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(code)
        self._waiters = None
        self._maybe_finish()

    def _pipe_lost(self, number, error):
        self._protocol.pipe_connection_lost(number, error)
        self._maybe_finish()

    def _maybe_finish(self):
        if self._code is None or self._finished:
            return
        stdin = self._pipes.get(0)
        if stdin is not None and not stdin.is_closing():
            # Nobody reads it any more.
            stdin.abort()
        if all(p.get_protocol().lost for p in self._pipes.values()):
            self._finished = True
            self._loop.call_soon(self._protocol.connection_lost, None)

    async def _wait(self):
        if self._code is None:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            await waiter
        return self._code

    def get_pid(self):
        return self._process.pid

    def get_returncode(self):
        return self._code

    def get_pipe_transport(self, fd):
        return self._pipes.get(fd)

    def is_closing(self):
        return self._closed

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        """Who is told of the child from now on."""
        self._protocol = protocol

    def close(self):
        """Closes the pipes and ends the child."""
        if self._closed:
            return
        self._closed = True
        for pipe in self._pipes.values():
            pipe.close()
        if self._code is None:
            try:
                self._process.kill()
            except ProcessLookupError:
                pass

    def _check(self):
        if self._code is not None:
            raise ProcessLookupError()

    def send_signal(self, signal):
        self._check()
        os.kill(self._process.pid, signal)

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)


async def start(loop, factory, command, shell, stdin, stdout, stderr, options):
    """Starts a child; returns (transport, protocol)."""
    protocol = factory()
    process = subprocess.Popen(command, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=0, **options)
    transport = ChildTransport(loop, protocol, process)
    try:
        await transport.connect()
    except BaseException:
        transport.close()
        raise
    return transport, protocol
