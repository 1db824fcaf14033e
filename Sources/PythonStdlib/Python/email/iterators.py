"""Walks through messages."""
import sys as _sys

__all__ = ["body_line_iterator", "typed_subpart_iterator", "walk"]


def walk(self):
    """A message and its parts."""
    return self.walk()


def body_line_iterator(msg, decode=False):
    """The lines of all bodies."""
    for part in msg.walk():
        payload = part.get_payload(decode=decode)
        if isinstance(payload, str):
            yield from payload.splitlines(keepends=True)


def typed_subpart_iterator(msg, maintype="text", subtype=None):
    """The parts of a kind."""
    for part in msg.walk():
        if part.get_content_maintype() == maintype and subtype in (None, part.get_content_subtype()):
            yield part


def _structure(msg, fp=None, level=0, include_default=False):
    """Prints the kinds of all parts."""
    fp = _sys.stdout if fp is None else fp
    print("    " * level + msg.get_content_type(), end="", file=fp)
    print(" [%s]" % msg.get_default_type() if include_default else "", file=fp)
    if msg.is_multipart():
        for part in msg.get_payload():
            _structure(part, fp, level + 1, include_default)
