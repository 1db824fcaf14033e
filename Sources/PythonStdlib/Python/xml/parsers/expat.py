"""The XML parser by its events."""
from xml.etree.ElementTree import ParseError as _ParseError
from xml.etree.ElementTree import XMLParser as _XMLParser

version_info = (2, 5, 0)
EXPAT_VERSION = "expat_2.5.0"


class ExpatError(Exception):
    """A fault of XML: `code`, `lineno` and `offset` tell more."""


error = ExpatError


def ErrorString(code):
    """The text of an error code."""
    return {2: "syntax error", 3: "no element found", 4: "not well-formed (invalid token)", 7: "mismatched tag",
            8: "duplicate attribute", 9: "junk after document element", 11: "undefined entity"}.get(code, "error")


class xmlparser:
    """Calls handlers for what stands in a document."""

    StartElementHandler = EndElementHandler = CharacterDataHandler = CommentHandler = ProcessingInstructionHandler = None
    StartCdataSectionHandler = EndCdataSectionHandler = StartDoctypeDeclHandler = EndDoctypeDeclHandler = None
    StartNamespaceDeclHandler = EndNamespaceDeclHandler = DefaultHandler = DefaultHandlerExpand = None
    XmlDeclHandler = ExternalEntityRefHandler = EntityDeclHandler = NotationDeclHandler = None
    buffer_text = ordered_attributes = specified_attributes = namespace_prefixes = False
    ErrorCode = ErrorLineNumber = ErrorColumnNumber = 0

    def __init__(self, encoding=None, separator=None, intern=None):
        self._separator = separator
        self.intern = {} if intern is None else intern
        self._parser = _XMLParser(target=self._Target(self), encoding=encoding)
        self._parser._as_written = separator is None
        self._is_done = False

    class _Target:
        def __init__(self, owner):
            self.owner = owner

        def _call(self, name, *args):
            handler = getattr(self.owner, name + "Handler")
            if handler is not None:
                handler(*args)

        def _name(self, name):
            # With a separator names are those of the namespace and of the element.
            if name[:1] == "{":
                space, _, local = name[1:].partition("}")
                return space + self.owner._separator + local
            return name

        def start(self, tag, attributes):
            attributes = {self._name(name): value for name, value in attributes.items()}
            if self.owner.ordered_attributes:
                attributes = [part for pair in attributes.items() for part in pair]
            self._call("StartElement", self._name(tag), attributes)

        def end(self, tag):
            self._call("EndElement", self._name(tag))

        def data(self, data):
            if self.owner.buffer_text or "\n" not in data:
                self._call("CharacterData", data)
                return
            for line in data.splitlines(keepends=True):
                # Each end of line is reported by itself.
                if line[:-1] and line[-1:] == "\n":
                    self._call("CharacterData", line[:-1])
                self._call("CharacterData", "\n" if line[-1:] == "\n" else line)

        def comment(self, text):
            self._call("Comment", text)

        def pi(self, target, text=None):
            self._call("ProcessingInstruction", target, text or "")

        def doctype(self, name, public, system):
            self._call("StartDoctypeDecl", name, system, public, False)
            if self.owner.EndDoctypeDeclHandler is not None:
                self.owner.EndDoctypeDeclHandler()

        def start_ns(self, prefix, uri):
            self._call("StartNamespaceDecl", prefix or None, uri)

        def end_ns(self, prefix):
            self._call("EndNamespaceDecl", prefix or None)

        def start_cdata(self):
            self._call("StartCdataSection")

        def end_cdata(self):
            self._call("EndCdataSection")

        def close(self):
            return None

    def Parse(self, data, isfinal=False, /):
        """Takes a piece; with the last one the handlers are called."""
        if self._is_done:
            raise ExpatError("parsing finished: line 1, column 0")
        self._parser.feed(data)
        if isfinal:
            self._is_done = True
            try:
                self._parser.close()
            except _ParseError as e:
                made = ExpatError(e.msg)
                made.code, (made.lineno, made.offset) = e.code, e.position
                self.ErrorCode, self.ErrorLineNumber, self.ErrorColumnNumber = e.code, *e.position
                raise made from None
        return 1

    def ParseFile(self, file, /):
        """Takes a whole file."""
        return self.Parse(file.read(), True)

    def GetInputContext(self):
        return None

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return getattr(self, "_base", None)


XMLParserType = xmlparser


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A parser without handlers."""
    return xmlparser(encoding, namespace_separator, intern)
