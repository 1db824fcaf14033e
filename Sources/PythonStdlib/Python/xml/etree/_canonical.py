"""XML in the one form in which equal documents have equal texts (Canonical XML 2.0)."""
import io
import re
from _trees import XMLParser

__name__ = "xml.etree.ElementTree"        # the module that users see
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_is_prefixed = re.compile(r"\w+:\w+$").match


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """The canonical form of a text or of a file: a text, or it is written to `out`."""
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    file = io.StringIO() if out is None else out
    parser = XMLParser(target=C14NWriterTarget(file.write, **options))
    if xml_data is not None:
        parser.feed(xml_data)
        parser.close()
    else:
        from xml.etree.ElementTree import parse
        parse(from_file, parser=parser)
    return file.getvalue() if out is None else None


def _text(text):
    """A text with references for what would be markup."""
    text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")


def _value(text):
    """The value of an attribute with references."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return text.replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;")


class C14NWriterTarget:
    """What a parser tells, as canonical text for a function.

    with_comments: write comments. strip_text: without spaces around texts. rewrite_prefixes: n0, n1, ... for the prefixes.
    qname_aware_tags, qname_aware_attrs: elements and attributes whose texts are names with prefixes.
    exclude_attrs, exclude_tags: what is left out.
    """

    def __init__(self, write, *, with_comments=False, strip_text=False, rewrite_prefixes=False, qname_aware_tags=None,
                 qname_aware_attrs=None, exclude_attrs=None, exclude_tags=None):
        self._write, self._comments, self._strips, self._rewrites = write, with_comments, strip_text, rewrite_prefixes
        self._name_tags = frozenset(qname_aware_tags or ())
        self._name_attrs = frozenset(qname_aware_attrs or ())
        self._no_attrs, self._no_tags = frozenset(exclude_attrs or ()), frozenset(exclude_tags or ())
        # For each element that is open: the prefixes that the document gives names of spaces, those that were written,
        # and whether spaces are kept.
        self._known = [[("http://www.w3.org/XML/1998/namespace", "xml")]]
        self._known.append([])
        self._written = [[("http://www.w3.org/XML/1998/namespace", "xml")]]
        self._keeps = [False]
        self._made = {}
        self._pieces = []
        self._waiting = None          # an element whose text may have to be looked at first
        self._was_root = self._was_end = False
        self._left_out = 0

    # Names

    def _split(self, name):
        uri, _, local = name[1:].rpartition("}") if name[:1] == "{" else ("", "", name)
        return uri, local

    def _prefix(self, uri):
        """The prefix of a space; writes it down where it is new. None: names without a prefix are in it."""
        hidden = set()
        for frame in reversed(self._written):
            for known, prefix in reversed(frame):
                if known == uri and prefix not in hidden:
                    return prefix
                hidden.add(prefix)
        if self._rewrites:
            prefix = self._made.get(uri)
            if prefix is None:
                prefix = self._made[uri] = "n%d" % len(self._made)
            self._written[-1].append((uri, prefix))
            return prefix
        if not uri and "" not in hidden:
            return ""
        for frame in reversed(self._known):
            for known, prefix in frame:
                if known == uri:
                    self._written[-1].append((uri, prefix))
                    return prefix
        if not uri:
            return ""
        raise ValueError('Namespace "%s" is not declared in scope' % uri)

    def _shown(self, name):
        uri, local = self._split(name)
        prefix = self._prefix(uri)
        return prefix + ":" + local if prefix else local

    def _named(self, text):
        """A text of prefix and name as a name with its space."""
        prefix, _, local = text.partition(":")
        for frame in reversed(self._known):
            for uri, known in frame:
                if known == prefix:
                    return "{%s}%s" % (uri, local)
        raise ValueError('Prefix %s of QName "%s" is not declared in scope' % (prefix, text))

    # What the parser tells

    def data(self, data):
        if not self._left_out:
            self._pieces.append(data)

    def _flush(self):
        text = "".join(self._pieces)
        del self._pieces[:]
        if self._strips and not self._keeps[-1]:
            text = text.strip()
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            is_name = text and _is_prefixed(text)
            name = self._open(*waiting, text if is_name else None)
            if is_name:
                self._write(_text(name))
                return
        if text and self._was_root:
            self._write(_text(text))

    def start_ns(self, prefix, uri):
        if self._left_out:
            return
        if self._pieces:
            self._flush()
        self._known[-1].append((uri, prefix or ""))

    def start(self, tag, attrs):
        if self._left_out or tag in self._no_tags:
            self._left_out += 1
            return
        if self._pieces:
            self._flush()
        found = self._known[-1]
        self._known.append([])
        if tag in self._name_tags:
            self._waiting = tag, attrs, found
        else:
            self._open(tag, attrs, found, None)

    def _open(self, tag, attrs, found, text):
        """Writes the start of an element; returns what its text becomes, if that is a name."""
        self._written.append([])
        attrs = {name: value for name, value in attrs.items() if name not in self._no_attrs}
        names = {tag, *attrs}
        texts = {name: self._named(value) for name, value in attrs.items()
                 if name in self._name_attrs and _is_prefixed(value)}
        names.update(texts.values())
        content = None if text is None else self._named(text)
        if content is not None:
            names.add(content)
        shown = {name: self._shown(name) for name in sorted(names, key=lambda name: name.split("}", 1))}
        out = ["<" + shown[tag]]
        spaces = sorted([("xmlns:" + prefix if prefix else "xmlns", uri) for uri, prefix in self._written[-1]])
        out += [' %s="%s"' % (name, _value(uri)) for name, uri in spaces]
        for name, value in sorted(attrs.items()):
            value = shown[texts[name]] if name in texts else value
            # An attribute without a prefix is in no space, whatever the default is.
            out.append(' %s="%s"' % (shown[name] if name[:1] == "{" else name, _value(value)))
        out.append(">")
        self._write("".join(out))
        keeps = attrs.get(_SPACE)
        self._keeps.append(keeps == "preserve" if keeps else self._keeps[-1])
        self._was_root = True
        return None if content is None else shown[content]

    def end(self, tag):
        if self._left_out:
            self._left_out -= 1
            return
        if self._pieces:
            self._flush()
        self._write("</%s>" % self._shown(tag))
        self._keeps.pop()
        self._was_end = len(self._keeps) == 1
        self._written.pop()
        self._known.pop()
        self._known[-1] = []

    def _aside(self, form, text):
        """What stands before or behind the element of the document gets a line of its own."""
        if self._left_out:
            return
        if self._pieces:
            self._flush()
        self._write(("\n" if self._was_end else "") + form % _text(text) + ("" if self._was_root else "\n"))

    def comment(self, text):
        if self._comments:
            self._aside("<!--%s-->", text)

    def pi(self, target, data):
        self._aside("<?%s?>", "%s %s" % (target, data) if data else target)
