"""Mailboxes: files and folders with messages."""
import email
import io
import os
from types import GenericAlias

__all__ = ["Mailbox", "Maildir", "mbox", "Message", "NoSuchMailboxError", "Error"]


class Error(Exception):
    """What this module raises."""


class NoSuchMailboxError(Error):
    """There is no mailbox."""


class Mailbox:
    """Messages by key; subclasses say where they are."""

    def __init__(self, path, factory=None, create=True):
        self._path = os.path.abspath(os.path.expanduser(path))
        self._factory = factory

    def iterkeys(self):
        raise NotImplementedError("Method must be implemented by subclass")

    def get_bytes(self, key):
        raise NotImplementedError("Method must be implemented by subclass")

    def keys(self):
        return list(self.iterkeys())

    def get_string(self, key):
        return email.message_from_bytes(self.get_bytes(key)).as_string()

    def get_file(self, key):
        return io.BytesIO(self.get_bytes(key))

    def get_message(self, key):
        return email.message_from_bytes(self.get_bytes(key))

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __getitem__(self, key):
        return self._factory(self.get_file(key)) if self._factory else self.get_message(key)

    def itervalues(self):
        for key in self.iterkeys():
            yield self[key]

    __iter__ = itervalues

    def values(self):
        return list(self.itervalues())

    def iteritems(self):
        for key in self.iterkeys():
            yield key, self[key]

    def items(self):
        return list(self.iteritems())

    def __contains__(self, key):
        return key in self.keys()

    def __len__(self):
        return len(self.keys())

    def flush(self):
        pass

    def close(self):
        self.flush()

    __class_getitem__ = classmethod(GenericAlias)


class mbox(Mailbox):
    """One file, in which a line that begins with "From " begins a message."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            open(self._path, "wb").close()

    def _texts(self):
        with open(self._path, "rb") as file:
            lines = file.read().splitlines(keepends=True)
        texts = []
        for line in lines:
            if line.startswith(b"From "):
                texts.append([])
            elif texts:
                texts[-1].append(line[1:] if line.startswith(b">From ") else line)
        return [b"".join(text).removesuffix(b"\n") for text in texts]

    def iterkeys(self):
        return iter(range(len(self._texts())))

    def get_bytes(self, key, from_=False):
        texts = self._texts()
        if not isinstance(key, int) or not 0 <= key < len(texts):
            raise KeyError("No message with key: %s" % key)
        return texts[key]

    def add(self, message):
        """Adds a message; its key."""
        key = len(self)
        data = message if isinstance(message, bytes) else str(message).encode("utf-8", "surrogateescape")
        data = b"".join(b">" + line if line.startswith(b"From ") else line for line in data.splitlines(keepends=True))
        with open(self._path, "ab") as file:
            file.write(b"From MAILER-DAEMON\n" + data + (b"\n" if data.endswith(b"\n") else b"\n\n"))
        return key


class Maildir(Mailbox):
    """A folder with a file for each message."""

    def __init__(self, dirname, factory=None, create=True):
        Mailbox.__init__(self, dirname, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            for name in ("", "tmp", "new", "cur"):
                os.mkdir(os.path.join(self._path, name), 0o700)

    def _files(self):
        found = {}
        for folder in ("new", "cur"):
            for name in sorted(os.listdir(os.path.join(self._path, folder))):
                if not name.startswith("."):
                    found[name.split(":")[0]] = os.path.join(self._path, folder, name)
        return found

    def iterkeys(self):
        return iter(self._files())

    def get_bytes(self, key):
        try:
            path = self._files()[key]
        except KeyError:
            raise KeyError("No message with key: %s" % key) from None
        with open(path, "rb") as file:
            return file.read()


class _PartialFile(io.BytesIO):
    """A part of a file."""

    def __init__(self, f, start=0, stop=None):
        f.seek(start)
        super().__init__(f.read() if stop is None else f.read(stop - start))

    __class_getitem__ = classmethod(GenericAlias)


from email.message import Message
