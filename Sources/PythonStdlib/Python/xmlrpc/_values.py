"""Values as XML and back, for `xmlrpc`."""
import datetime
from decimal import Decimal
from xml.parsers import expat


def text_of(value, allows_none, holders=()):
    """The XML of a value; `holders` are what it lies in."""
    from xmlrpc import client
    kind = type(value)
    if value is None:
        if not allows_none:
            raise TypeError("cannot marshal None unless allow_none is enabled")
        return "<value><nil/></value>"
    if kind is bool:
        return "<value><boolean>%d</boolean></value>\n" % value
    if kind is int:
        if not client.MININT <= value <= client.MAXINT:
            raise OverflowError("int exceeds XML-RPC limits")
        return "<value><int>%d</int></value>\n" % value
    if kind is float:
        return "<value><double>%r</double></value>\n" % value
    if kind is str:
        return "<value><string>%s</string></value>\n" % client.escape(value)
    if kind in (bytes, bytearray):
        value, kind = client.Binary(value), client.Binary
    if isinstance(value, datetime.datetime):
        value, kind = client.DateTime(value), client.DateTime
    if kind in client.WRAPPERS:
        parts = []
        value.encode(type("Out", (), {"write": staticmethod(parts.append)}))
        return "".join(parts)
    if any(value is holder for holder in holders):
        raise TypeError("cannot marshal recursive %s" % ("dictionaries" if kind is dict else "sequences"))
    inside = (*holders, value)
    if kind in (list, tuple):
        return "<value><array><data>\n%s</data></array></value>\n" % "".join([text_of(v, allows_none, inside) for v in value])
    if kind is dict:
        members = []
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError("dictionary key must be string")
            members.append("<member>\n<name>%s</name>\n%s</member>\n" % (client.escape(key), text_of(item, allows_none, inside)))
        return "<value><struct>\n%s</struct></value>\n" % "".join(members)
    if not hasattr(value, "__dict__") or any(base in (int, str, list, tuple, dict, float, bytes) for base in kind.__mro__):
        raise TypeError("cannot marshal %s objects" % kind)
    return text_of(value.__dict__, allows_none, inside)


class _Element:
    def __init__(self, name):
        self.name, self.text, self.inner = name.rpartition(":")[2], [], []


class reader:
    """Takes XML in pieces and gives what it says."""

    def __init__(self, gives_datetime, gives_bytes):
        self._gives_datetime, self._gives_bytes = gives_datetime, gives_bytes
        self._open, self._root = [], None
        self._parser = expat.ParserCreate(None, None)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = lambda name: self._open.pop()
        self._parser.CharacterDataHandler = lambda text: self._open[-1].text.append(text)

    def _start(self, name, attributes):
        element = _Element(name)
        if self._open:
            self._open[-1].inner.append(element)
        else:
            self._root = element
        self._open.append(element)

    def feed(self, data):
        self._parser.Parse(data, False)

    def close(self):
        """The values, and the name of the method when it was a call."""
        from xmlrpc import client
        if self._parser is not None:
            self._parser.Parse(b"", True)
            self._parser = None
        name, values, fault = None, None, False
        for part in self._root.inner if self._root is not None and self._root.name != "params" else [self._root]:
            if part.name == "methodName":
                name = "".join(part.text)
            elif part.name == "params":
                values = [self._value(param.inner[0]) for param in part.inner if param.inner]
            elif part.name == "fault":
                values, fault = [self._value(part.inner[0])], True
        if values is None and name is None:
            raise client.ResponseError()
        if fault:
            raise client.Fault(**values[0])
        return tuple(values or ()), name

    def _value(self, element):
        if not element.inner:
            return "".join(element.text)
        typed = element.inner[0]
        text = "".join(typed.text)
        make = getattr(self, "_" + typed.name.replace(".", "_").lower(), None)
        if make is None:
            from xmlrpc import client
            raise client.ResponseError("unknown tag %r" % typed.name)
        return make(typed, text)

    def _int(self, element, text):
        return int(text)

    _i1 = _i2 = _i4 = _i8 = _biginteger = _int

    def _boolean(self, element, text):
        if text not in ("0", "1"):
            raise TypeError("bad boolean value")
        return text == "1"

    def _double(self, element, text):
        return float(text)

    _float = _double

    def _bigdecimal(self, element, text):
        return Decimal(text)

    def _string(self, element, text):
        return text

    def _nil(self, element, text):
        return None

    def _array(self, element, text):
        return [self._value(item) for data in element.inner for item in data.inner]

    def _struct(self, element, text):
        made = {}
        for member in element.inner:
            parts = {part.name: part for part in member.inner}
            made["".join(parts["name"].text)] = self._value(parts["value"])
        return made

    def _base64(self, element, text):
        from xmlrpc import client
        made = client.Binary()
        made.decode(text.encode("ascii"))
        return made.data if self._gives_bytes else made

    def _datetime_iso8601(self, element, text):
        from xmlrpc import client
        if self._gives_datetime:
            return datetime.datetime.strptime(text.strip(), "%Y%m%dT%H:%M:%S")
        made = client.DateTime()
        made.decode(text)
        return made
