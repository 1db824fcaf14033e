"""The elements of a tree."""
import warnings
from . import ElementPath

__name__ = "xml.etree.ElementTree"        # the module that pickles and messages name


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
