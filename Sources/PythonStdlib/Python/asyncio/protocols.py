"""What is told of a connection."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    """What every protocol is told."""

    __slots__ = ()

    def connection_made(self, transport):
        """The connection stands."""

    def connection_lost(self, exc):
        """The connection has ended, with an error or None."""

    def pause_writing(self):
        """Much waits to be sent."""

    def resume_writing(self):
        """Little waits to be sent."""


class Protocol(BaseProtocol):
    """A stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Bytes have come."""

    def eof_received(self):
        """The other end sends no more; a true value keeps the connection open."""


class BufferedProtocol(BaseProtocol):
    """A stream of bytes that come in a buffer of the protocol."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """The buffer to fill."""

    def buffer_updated(self, nbytes):
        """So many bytes have come."""

    def eof_received(self):
        """The other end sends no more."""


class DatagramProtocol(BaseProtocol):
    """Packets."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A packet has come."""

    def error_received(self, exc):
        """Sending or receiving has failed."""


class SubprocessProtocol(BaseProtocol):
    """A child process."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The child has written."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe was closed."""

    def process_exited(self):
        """The child has ended."""
