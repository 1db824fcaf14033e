"""XML as trees of elements, with a parser of our own."""
import contextlib
import io
import re
import sys
import warnings
from . import ElementPath

__all__ = [
    "Comment", "dump", "Element", "ElementTree", "canonicalize", "fromstring", "fromstringlist", "indent", "iselement",
    "iterparse", "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist",
    "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser", "register_namespace",
]
VERSION = "1.3.0"


class ParseError(SyntaxError):
    """A fault of XML: code and position tell more."""


def iselement(element):
    """Whether something looks like an element."""
    return hasattr(element, "tag")


class Element:
    """A tag with attributes, text, children and the text after it."""

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError("attrib must be dict, not %s" % (attrib.__class__.__name__,))
        self.tag, self.attrib = tag, {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__, self.tag, id(self))

    def makeelement(self, tag, attrib):
        """A new element of this class."""
        return self.__class__(tag, attrib)

    def __copy__(self):
        made = self.makeelement(self.tag, self.attrib)
        made.text, made.tail = self.text, self.tail
        made[:] = self
        return made

    def __len__(self): return len(self._children)

    def __bool__(self):
        warnings.warn("Testing an element's truth value will raise an exception in future versions.  Use specific "
                      "'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index): return self._children[index]
    def __iter__(self): return iter(self._children)

    def _check(self, e):
        if not isinstance(e, Element):
            raise TypeError("expected an Element, not %s" % type(e).__name__)

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for one in element:
                self._check(one)
        else:
            self._check(element)
        self._children[index] = element

    def __delitem__(self, index): del self._children[index]

    def append(self, subelement, /):
        """Adds a child at the end."""
        self._check(subelement)
        self._children.append(subelement)

    def extend(self, elements, /):
        """Adds children at the end."""
        for element in elements:
            self.append(element)

    def insert(self, index, subelement, /):
        """Adds a child before an index."""
        self._check(subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        """Removes a child."""
        for k, child in enumerate(self._children):
            if child is subelement:
                del self._children[k]
                return
        raise ValueError("list.remove(x): x not in list")

    def find(self, path, namespaces=None): return ElementPath.find(self, path, namespaces)
    def findtext(self, path, default=None, namespaces=None): return ElementPath.findtext(self, path, default, namespaces)
    def findall(self, path, namespaces=None): return ElementPath.findall(self, path, namespaces)
    def iterfind(self, path, namespaces=None): return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        """Takes everything but the tag away."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None): return self.attrib.get(key, default)
    def set(self, key, value, /): self.attrib[key] = value
    def keys(self): return self.attrib.keys()
    def items(self): return self.attrib.items()

    def iter(self, tag=None):
        """This element and all below it."""
        if tag in (None, "*", self.tag):
            yield self
        for child in self._children:
            yield from child.iter(tag)

    def itertext(self):
        """All text below."""
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for e in self._children:
            yield from e.itertext()
            if e.tail:
                yield e.tail


def SubElement(parent, tag, attrib={}, **extra):
    """A new child."""
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


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
            parser = parser or XMLParser()
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


_namespace_map = {
    "http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
    """The prefix that is written for a namespace."""
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for known in [known for known in _namespace_map if _namespace_map[known] == prefix]:
        del _namespace_map[known]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def _raise_serialization_error(text):
    raise TypeError("cannot serialize %r (type %s)" % (text, type(text).__name__))


def _namespaces(elem, default):
    names, spaces = {None: None}, {}
    if default:
        spaces[default] = ""

    def add(name):
        if name in names:
            return
        try:
            if name[:1] == "{":
                uri, tag = name[1:].rsplit("}", 1)
                prefix = spaces.get(uri)
                if prefix is None:
                    prefix = _namespace_map.get(uri)
                    if prefix is None:
                        prefix = "ns%d" % len(spaces)
                    if prefix != "xml":
                        spaces[uri] = prefix
                names[name] = "%s:%s" % (prefix, tag) if prefix else tag
            else:
                if default:
                    raise ValueError("cannot use non-qualified names with default_namespace option")
                names[name] = name
        except TypeError:
            _raise_serialization_error(name)
    for e in elem.iter():
        tag = e.tag
        if isinstance(tag, QName):
            add(tag.text)
        elif isinstance(tag, str):
            add(tag)
        elif tag is not None and tag is not Comment and tag is not PI:
            _raise_serialization_error(tag)
        for key, value in e.items():
            add(key.text if isinstance(key, QName) else key)
            if isinstance(value, QName):
                add(value.text)
        if isinstance(e.text, QName):
            add(e.text.text)
    return names, spaces


def _escape_cdata(text):
    try:
        if "&" in text:
            text = text.replace("&", "&amp;")
        return text.replace("<", "&lt;").replace(">", "&gt;")
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


def _escape_attrib(text):
    try:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


_html_empty = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta",
               "param", "source", "track", "wbr"}


def _serialize(write, elem, names, spaces, short, method):
    tag, text = elem.tag, elem.text
    if tag is Comment:
        write("<!--%s-->" % (_escape_cdata(text) if method == "html" else text))
    elif tag is PI:
        write("<?%s?>" % (_escape_cdata(text) if method == "html" else text))
    else:
        name = names[tag.text if isinstance(tag, QName) else tag]
        if name is None:
            if text:
                write(_escape_cdata(text))
            for e in elem:
                _serialize(write, e, names, None, short, method)
        else:
            write("<" + name)
            for uri, prefix in sorted(spaces.items(), key=lambda pair: pair[1]) if spaces else ():
                write(' xmlns%s="%s"' % (":" + prefix if prefix else "", _escape_attrib(uri)))
            for key, value in elem.items():
                key = names[key.text if isinstance(key, QName) else key]
                value = names[value.text] if isinstance(value, QName) else _escape_attrib(value)
                write(' %s="%s"' % (key, value))
            lower = name.lower() if method == "html" else ""
            if text or len(elem) or not short or method in ("html", "c14n"):
                write(">")
                if text:
                    if lower in ("script", "style"):
                        write(text)
                    else:
                        write(names[text.text] if isinstance(text, QName) else _escape_cdata(text))
                for e in elem:
                    _serialize(write, e, names, None, short, method)
                if lower not in _html_empty or not lower:
                    write("</%s>" % name)
            else:
                write(" />")
    if elem.tail:
        write(_escape_cdata(elem.tail))


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


class TreeBuilder:
    """Makes a tree of events."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False,
                 insert_pis=False):
        self._data, self._elem, self._last, self._root, self._tail = [], [], None, None, None
        self._factory = element_factory or Element
        self._comment, self._pi = comment_factory or Comment, pi_factory or ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis

    def close(self):
        """The root."""
        if self._elem:
            raise AssertionError("missing end tags")
        if self._root is None:
            raise AssertionError("missing toplevel element")
        return self._root

    def data(self, data):
        """Text."""
        self._data.append(data)

    def _take(self, elem, opens):
        """Puts an element below the open one; text before it goes to the element before."""
        self._flush()
        if self._elem:
            self._elem[-1].append(elem)
        elif opens and self._root is None:
            self._root = elem
        self._last, self._tail = elem, not opens
        return elem

    def _flush(self):
        text, self._data = self._data, []
        if text and self._last is not None:
            setattr(self._last, "tail" if self._tail else "text", "".join(text))

    def start(self, tag, attrs):
        """A tag opens."""
        elem = self._take(self._factory(tag, attrs), True)
        self._elem.append(elem)
        return elem

    def end(self, tag):
        """A tag closes."""
        self._flush()
        self._last = self._elem.pop()
        self._tail = 1
        return self._last

    def _single(self, factory, insert, *args):
        elem = factory(*args)
        return self._take(elem, False) if insert else elem

    def comment(self, text): return self._single(self._comment, self.insert_comments, text)
    def pi(self, target, text=None): return self._single(self._pi, self.insert_pis, target, text)


_entities = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_name = r"[^\s/>=<'\"&?!]+"
_open = re.compile(r"<(%s)((?:\s+%s\s*=\s*(?:\"[^<\"]*\"|'[^<']*'))*)\s*(/?)>" % (_name, _name))
_attribute = re.compile(r"(%s)\s*=\s*(?:\"([^<\"]*)\"|'([^<']*)')" % _name)
_close = re.compile(r"</(%s)\s*>" % _name)


class XMLParser:
    """Reads XML and calls a target."""

    def __init__(self, *, target=None, encoding=None):
        self.target = self._target = TreeBuilder() if target is None else target
        self._encoding = encoding
        self._pieces = []
        self.entity = {}
        self.version = "Expat 2.5.0"

    def feed(self, data):
        """Takes a piece."""
        self._pieces.append(data)

    def flush(self):
        """Nothing waits."""

    def close(self):
        """Parses what was fed; the result of the target."""
        pieces, self._pieces = self._pieces, []
        if pieces and not isinstance(pieces[0], str):
            data = b"".join([p.encode() if isinstance(p, str) else bytes(p) for p in pieces])
            encoding = self._encoding
            if encoding is None:
                m = re.match(br"\s*<\?xml[^>]*?encoding\s*=\s*['\"]([\w.-]+)", data)
                encoding = m[1].decode() if m else "utf-8"
                if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
                    encoding = "utf-16"
                elif data[:3] == b"\xef\xbb\xbf":
                    encoding = "utf-8-sig"
            try:
                text = data.decode(encoding)
            except LookupError:
                raise ValueError("unknown encoding: %s" % encoding) from None
            except UnicodeDecodeError:
                self._text = ""
                self._fail(4, "not well-formed (invalid token)", 0)
        else:
            text = "".join(pieces)
        self._text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._parse()
        close = getattr(self._target, "close", None)
        return close() if close else None

    def _fail(self, code, message, pos):
        line = self._text.count("\n", 0, pos) + 1
        column = pos - (self._text.rfind("\n", 0, pos) + 1)
        error = ParseError("%s: line %d, column %d" % (message, line, column))
        error.code, error.position = code, (line, column)
        raise error

    def _expand(self, text, pos):
        if "&" not in text:
            return text

        def one(m):
            name = m[1]
            if name is None:
                self._fail(4, "not well-formed (invalid token)", pos + m.start())
            if name[0] == "#":
                return chr(int(name[2:], 16) if name[1] in "xX" else int(name[1:]))
            if name in _entities:
                return _entities[name]
            if name in self.entity:
                return self.entity[name]
            if name in self._declared:
                return self._expand(self._declared[name], pos)
            self._fail(11, "undefined entity" if not self._declared else "undefined entity &%s;" % name, pos + m.start())
        return re.sub(r"&(?:([#\w.:-]+);)?", one, text)

    def _qualify(self, name, scope, is_attribute, pos):
        prefix, colon, local = name.partition(":")
        if not colon:
            uri = None if is_attribute else scope.get("")
            return "{%s}%s" % (uri, name) if uri else name
        if prefix == "xml":
            return "{http://www.w3.org/XML/1998/namespace}" + local
        if prefix not in scope:
            self._fail(27, "unbound prefix", pos)
        return "{%s}%s" % (scope[prefix], local)

    def _parse(self):
        text, target = self._text, self._target
        n, pos, stack, done = len(text), 0, [], False
        self._declared = {}
        call = {name: getattr(target, name, None) for name in ("start", "end", "data", "comment", "pi", "doctype",
                                                               "start_ns", "end_ns")}
        while pos < n:
            if text[pos] != "<":
                end = text.find("<", pos)
                end = n if end < 0 else end
                piece = text[pos:end]
                if not stack:
                    if piece.strip("\ufeff \t\n"):
                        bad = pos + len(piece) - len(piece.lstrip())
                        self._fail(9 if done else 2, "junk after document element" if done else "syntax error", bad)
                elif call["data"]:
                    call["data"](self._expand(piece, pos))
                pos = end
            elif text.startswith("<!--", pos):
                end = text.find("-->", pos + 4)
                if end < 0:
                    self._fail(5, "unclosed token", pos)
                if call["comment"]:
                    call["comment"](text[pos + 4:end])
                pos = end + 3
            elif text.startswith("<![CDATA[", pos) and stack:
                end = text.find("]]>", pos)
                if end < 0:
                    self._fail(20, "unclosed CDATA section", pos)
                if call["data"]:
                    call["data"](text[pos + 9:end])
                pos = end + 3
            elif text.startswith("<?", pos):
                end = text.find("?>", pos)
                if end < 0:
                    self._fail(5, "unclosed token", pos)
                name, _, rest = text[pos + 2:end].partition(" ")
                if name.lower() != "xml" and call["pi"]:
                    call["pi"](name, rest.strip() or None)
                pos = end + 2
            elif text.startswith("<!DOCTYPE", pos) and not stack:
                pos = self._doctype(pos, call["doctype"])
            elif text.startswith("</", pos):
                m = _close.match(text, pos)
                if not m:
                    self._fail(4, "not well-formed (invalid token)", pos)
                if not stack or stack[-1][0] != m[1]:
                    self._fail(7, "mismatched tag", pos + 2)
                _, tag, scope, declared = stack.pop()
                if call["end"]:
                    call["end"](tag)
                if call["end_ns"]:
                    for prefix in reversed(declared):
                        call["end_ns"](prefix)
                done = not stack
                pos = m.end()
            else:
                m = _open.match(text, pos)
                if not m:
                    self._fail(4 if "<" not in text[pos + 1:pos + 2] else 4, "not well-formed (invalid token)",
                               min(pos + 1, n))
                if done and not stack:
                    self._fail(9, "junk after document element", pos)
                scope = stack[-1][2] if stack else {}
                pairs, declared = [], []
                for a in _attribute.finditer(m[2]):
                    value = self._expand((a[2] if a[2] is not None else a[3]).replace("\n", " ").replace("\t", " "), pos)
                    if a[1] == "xmlns" or a[1].startswith("xmlns:"):
                        scope = {**scope, a[1][6:]: value}
                        declared.append(a[1][6:])
                        if call["start_ns"]:
                            call["start_ns"](a[1][6:], value)
                    else:
                        pairs.append((a[1], value))
                attributes = {}
                for key, value in pairs:
                    key = self._qualify(key, scope, True, pos)
                    if key in attributes:
                        self._fail(8, "duplicate attribute", pos)
                    attributes[key] = value
                tag = self._qualify(m[1], scope, False, pos)
                if call["start"]:
                    call["start"](tag, attributes)
                if m[3]:
                    if call["end"]:
                        call["end"](tag)
                    if call["end_ns"]:
                        for prefix in reversed(declared):
                            call["end_ns"](prefix)
                    done = not stack
                else:
                    stack.append((m[1], tag, scope, declared))
                pos = m.end()
        if stack or not done:
            self._fail(3, "no element found", n)

    def _doctype(self, pos, report):
        text = self._text
        m = re.compile(r"<!DOCTYPE\s+(\S+?)(?:\s+(?:PUBLIC\s+(['\"])(.*?)\2\s+(['\"])(.*?)\4|SYSTEM\s+(['\"])(.*?)\6))?\s*"
                       r"(\[.*?\]\s*)?>", re.S).match(text, pos)
        if not m:
            self._fail(4, "not well-formed (invalid token)", pos)
        for e in re.finditer(r"<!ENTITY\s+(\S+)\s+(['\"])(.*?)\2\s*>", m[8] or ""):
            self._declared[e[1]] = e[3]
        if report:
            report(m[1], m[3], m[5] if m[5] is not None else m[7])
        return m.end()


class XMLPullParser:
    """Reads XML in pieces and gives events."""

    def __init__(self, events=None, *, _parser=None):
        self._wanted = ("end",) if events is None else tuple(events)
        for event in self._wanted:
            if event not in ("start", "end", "comment", "pi", "start-ns", "end-ns"):
                raise ValueError("unknown event %r" % event)
        self._events = []
        self._builder = TreeBuilder()
        self._parser = _parser or XMLParser(target=self)
        self.root = None

    def start(self, tag, attrs): self._add("start", self._builder.start(tag, attrs))
    def end(self, tag): self._add("end", self._builder.end(tag))
    def data(self, data): self._builder.data(data)
    def comment(self, text): self._add("comment", self._builder.comment(text))
    def pi(self, target, text=None): self._add("pi", self._builder.pi(target, text))
    def start_ns(self, prefix, uri): self._add("start-ns", (prefix, uri))
    def end_ns(self, prefix): self._add("end-ns", None)

    def _add(self, event, value):
        if event in self._wanted:
            self._events.append((event, value))

    def feed(self, data):
        """Takes a piece."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        self._parser.feed(data)

    def close(self):
        """Ends the input."""
        parser, self._parser = self._parser, None
        parser._target = _Events(self)
        parser.close()
        self.root = self._builder._root

    def read_events(self):
        """The events so far."""
        while self._events:
            yield self._events.pop(0)

    def flush(self):
        """Nothing waits."""


class _Events:
    """The methods of a pull parser without its close()."""

    def __init__(self, owner):
        for name in ("start", "end", "data", "comment", "pi", "start_ns", "end_ns"):
            setattr(self, name, getattr(owner, name))


def iterparse(source, events=None, parser=None):
    """Events of a file."""
    pull = XMLPullParser(events)
    close = not hasattr(source, "read")
    file = open(source, "rb") if close else source

    class IterParseIterator:
        root = None

        def __init__(self):
            self._it = self._run()

        def _run(self):
            try:
                while True:
                    data = file.read(65536)
                    if not data:
                        break
                    pull.feed(data)
                pull.close()
                yield from pull.read_events()
                self.root = pull.root
            finally:
                if close:
                    file.close()

        def __iter__(self):
            return self

        def __next__(self):
            return next(self._it)
    return IterParseIterator()


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


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """XML with sorted attributes and end tags."""
    root = XML(xml_data) if xml_data is not None else parse(from_file).getroot()
    for e in root.iter():
        items = sorted(e.attrib.items())
        e.attrib.clear()
        e.attrib.update(items)
    text = tostring(root, "unicode", "c14n")
    if out is None:
        return text
    out.write(text)
