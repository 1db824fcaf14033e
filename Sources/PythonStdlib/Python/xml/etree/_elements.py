"""What trees consist of beside elements."""
from _trees import Element, SubElement, TreeBuilder, XMLParser, _set_factories

__name__ = "xml.etree.ElementTree"        # the module that pickles and messages name


class ParseError(SyntaxError):
    """A fault of XML: code and position tell more."""


def iselement(element):
    """Whether something looks like an element."""
    return hasattr(element, "tag")


def Comment(text=None):
    """A comment."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """A processing instruction."""
    element = Element(ProcessingInstruction)
    element.text = target + " " + text if text else target
    return element


PI = ProcessingInstruction
_set_factories(Comment, PI)


class QName:
    """A name with a namespace."""

    def __init__(self, text_or_uri, tag=None):
        self.text = "{%s}%s" % (text_or_uri, tag) if tag else text_or_uri

    def __str__(self): return self.text
    def __repr__(self): return "<%s %r>" % (self.__class__.__name__, self.text)
    def __hash__(self): return hash(self.text)
    def _of(self, other): return other.text if isinstance(other, QName) else other
    def __eq__(self, other): return self.text == self._of(other)
    def __lt__(self, other): return self.text < self._of(other)
    def __le__(self, other): return self.text <= self._of(other)
    def __gt__(self, other): return self.text > self._of(other)
    def __ge__(self, other): return self.text >= self._of(other)


class XMLPullParser:
    """Reads XML in pieces and gives events."""

    def __init__(self, events=None, *, _parser=None):
        from collections import deque
        self._events_queue = deque()
        self._parser = _parser or XMLParser(target=TreeBuilder())
        self._parser._setevents(self._events_queue, ("end",) if events is None else events)

    def feed(self, data):
        """Takes a piece."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        if data:
            try:
                self._parser.feed(data)
            except SyntaxError as fault:
                # It comes after the events before it.
                self._events_queue.append(fault)

    def _close_and_return_root(self):
        root = self._parser.close()
        self._parser = None
        return root

    def close(self):
        """Ends the input."""
        self._close_and_return_root()

    def read_events(self):
        """The events so far."""
        events = self._events_queue
        while events:
            event = events.popleft()
            if isinstance(event, Exception):
                raise event
            yield event

    def flush(self):
        """Lets nothing wait."""
        if self._parser is None:
            raise ValueError("flush() called after end of stream")
        self._parser.flush()
