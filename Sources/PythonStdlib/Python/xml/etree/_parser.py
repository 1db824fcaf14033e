"""Text as trees."""
import re
from xml.etree._elements import Comment, Element, ParseError, ProcessingInstruction

__name__ = "xml.etree.ElementTree"        # the module that pickles and messages name


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

    _as_written = False        # names keep their prefixes, and declarations of those are attributes

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
            text = "".join([p if isinstance(p, str) else bytes(p).decode() for p in pieces])
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
                                                               "start_ns", "end_ns", "start_cdata", "end_cdata")}
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
                if call["start_cdata"]:
                    call["start_cdata"]()
                if call["data"]:
                    call["data"](text[pos + 9:end])
                if call["end_cdata"]:
                    call["end_cdata"]()
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
                    if not self._as_written and (a[1] == "xmlns" or a[1].startswith("xmlns:")):
                        scope = {**scope, a[1][6:]: value}
                        declared.append(a[1][6:])
                        if call["start_ns"]:
                            call["start_ns"](a[1][6:], value)
                    else:
                        pairs.append((a[1], value, m.start(2) + a.start(1)))
                attributes = {}
                for key, value, place in pairs:
                    key = key if self._as_written else self._qualify(key, scope, True, pos)
                    if key in attributes:
                        self._fail(8, "duplicate attribute", place)
                    attributes[key] = value
                tag = m[1] if self._as_written else self._qualify(m[1], scope, False, pos)
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
