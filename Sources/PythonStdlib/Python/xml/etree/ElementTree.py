"""XML as trees of elements."""
import io
import sys
import warnings
from . import ElementPath
from _trees import Element, SubElement, TreeBuilder, XMLParser, _reader, _text
from xml.etree._elements import (
    Comment, PI, ParseError, ProcessingInstruction, QName, XMLPullParser, _set_factories, iselement,
)
from xml.etree._canonical import C14NWriterTarget, canonicalize
from xml.etree._serialize import (
    HTML_EMPTY,
    _escape_attrib, _escape_cdata, _namespace_map, _namespaces, _raise_serialization_error, _serialize,
    register_namespace,
)

__all__ = [
    "Comment", "dump", "Element", "ElementTree", "canonicalize", "fromstring", "fromstringlist", "indent", "iselement",
    "iterparse", "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist",
    "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser", "register_namespace",
    "C14NWriterTarget",
]
VERSION = "1.3.0"


class ElementTree:
    """A document."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        """The root element."""
        return self._root

    def _setroot(self, element): self._root = element

    def parse(self, source, parser=None):
        """Reads a file."""
        close = not hasattr(source, "read")
        if close:
            source = open(source, "rb")
        try:
            if parser is None:
                parser = XMLParser()
                if hasattr(parser, "_parse_whole"):
                    root = self._root = parser._parse_whole(source)
                    return root
            while piece := source.read(65536):
                parser.feed(piece)
            root = self._root = parser.close()
            return root
        finally:
            if close:
                source.close()

    def iter(self, tag=None): return self._root.iter(tag)

    def _path(self, path):
        if path[:1] == "/":
            path = "." + path
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely "
                          "on the current behaviour, change it to %r" % path, FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None): return self._root.find(self._path(path), namespaces)
    def findtext(self, path, default=None, namespaces=None): return self._root.findtext(self._path(path), default, namespaces)
    def findall(self, path, namespaces=None): return self._root.findall(self._path(path), namespaces)
    def iterfind(self, path, namespaces=None): return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        """Writes the document."""
        method = method or "xml"
        if method not in ("xml", "html", "text", "c14n"):
            raise ValueError("unknown method %r" % method)
        encoding = encoding or ("utf-8" if method == "c14n" else "us-ascii")
        text = []
        if method == "xml" and (xml_declaration or xml_declaration is None and encoding.lower() not in (
                "utf-8", "us-ascii", "unicode")):
            shown = encoding
            if encoding.lower() == "unicode":
                shown = "utf-8"
            text.append("<?xml version='1.0' encoding='%s'?>\n" % shown)
        if method == "text":
            text.extend(self._root.itertext())
            text.append(self._root.tail or "")
        elif method == "xml" and not default_namespace and (
                whole := _text(self._root, Comment, PI, _namespace_map, short_empty_elements)) is not None:
            text.append(whole)
        else:
            names, spaces = _namespaces(self._root, default_namespace)
            _serialize(text.append, self._root, names, spaces, short_empty_elements, method)
        text = "".join(text)
        if encoding.lower() == "unicode":
            if hasattr(file_or_filename, "write"):
                file_or_filename.write(text)
            else:
                with open(file_or_filename, "w", encoding="utf-8", errors="xmlcharrefreplace") as file:
                    file.write(text)
            return
        data = text.encode(encoding, "xmlcharrefreplace")
        if not hasattr(file_or_filename, "write"):
            with open(file_or_filename, "wb") as file:
                file.write(data)
        else:
            try:
                file_or_filename.write(data)
            except TypeError:
                file_or_filename.write(text)

    def write_c14n(self, file): return self.write(file, method="c14n")


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
             short_empty_elements=True):
    """An element as text: bytes, or str with the encoding "unicode"."""
    stream = io.StringIO() if encoding and encoding.lower() == "unicode" else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace,
                               method=method, short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, **options):
    """An element as a list of pieces of text."""
    return [tostring(element, encoding, method, **options)]


def dump(elem):
    """Prints an element."""
    tree = elem if isinstance(elem, ElementTree) else ElementTree(elem)
    tree.write(sys.stdout, encoding="unicode")
    if not (tree.getroot().tail or "").endswith("\n"):
        print()


def indent(tree, space="  ", level=0):
    """Puts newlines and spaces between elements."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError("Initial indentation level must be >= 0, got %s" % level)

    def walk(elem, level):
        if not len(elem):
            return
        inner = "\n" + space * (level + 1)
        if not elem.text or not elem.text.strip():
            elem.text = inner
        for child in elem:
            walk(child, level + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = "\n" + space * level
    walk(tree, level)


def iterparse(source, events=None, parser=None):
    """Events of a file."""
    pull = XMLPullParser(events, _parser=parser)
    if not hasattr(source, "read"):
        file = source = open(source, "rb")
    else:
        file = None

    def more():
        try:
            data = source.read(16 * 1024)
            if data:
                pull.feed(data)
                return None
            root = pull._close_and_return_root()
        except BaseException:
            if file is not None:
                file.close()
            raise
        if file is not None:
            file.close()
        return root, None

    return _reader(pull._events_queue, more)


def parse(source, parser=None):
    """The document of a file."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """The element of text."""
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    """The element of text, and its parts by id."""
    tree = XML(text, parser)
    return tree, {e.get("id"): e for e in tree.iter() if e.get("id")}


def fromstringlist(sequence, parser=None):
    """The element of pieces of text."""
    parser = parser or XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()
