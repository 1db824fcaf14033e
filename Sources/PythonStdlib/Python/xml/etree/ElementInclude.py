"""Puts documents into documents, where elements of XInclude say so."""
from urllib.parse import urljoin
from . import ElementTree

XINCLUDE = "{http://www.w3.org/2001/XInclude}"
XINCLUDE_INCLUDE, XINCLUDE_FALLBACK = XINCLUDE + "include", XINCLUDE + "fallback"
DEFAULT_MAX_INCLUSION_DEPTH = 6


class FatalIncludeError(SyntaxError):
    """A document cannot be put in."""


class LimitedRecursiveIncludeError(FatalIncludeError):
    """Documents put in lie too deep in one another."""


def default_loader(href, parse, encoding=None):
    """What a file holds: an element ("xml"), or a text."""
    if parse == "xml":
        with open(href, "rb") as file:
            return ElementTree.parse(file).getroot()
    with open(href, encoding=encoding or "UTF-8") as file:
        return file.read()


def include(elem, loader=None, base_url=None, max_depth=DEFAULT_MAX_INCLUSION_DEPTH):
    """Puts in what the elements of XInclude below an element name; None for `max_depth`: as deep as it goes."""
    if max_depth is not None and max_depth < 0:
        raise ValueError("expected non-negative depth or None for 'max_depth', got %r" % max_depth)
    if hasattr(elem, "getroot"):
        elem = elem.getroot()
    _walk(elem, loader or default_loader, base_url, max_depth, max_depth, set())


def _walk(elem, loader, base, limit, left, parents):
    """Looks at the children; `left` counts down, `parents` are the addresses around."""
    at = 0
    while at < len(elem):
        child = elem[at]
        if child.tag == XINCLUDE_FALLBACK:
            raise FatalIncludeError("xi:fallback tag must be child of xi:include (%r)" % child.tag)
        if child.tag != XINCLUDE_INCLUDE:
            _walk(child, loader, base, limit, left, parents)
            at += 1
            continue
        href, kind = child.get("href"), child.get("parse", "xml")
        if base:
            href = urljoin(base, href)
        if kind == "xml":
            elem[at] = _document(href, child, loader, limit, left, parents)
            at += 1
        elif kind == "text":
            text = loader(href, kind, child.get("encoding"))
            if text is None:
                raise FatalIncludeError("cannot load %r as %r" % (href, kind))
            text += child.tail or ""
            if at:
                elem[at - 1].tail = (elem[at - 1].tail or "") + text
            else:
                elem.text = (elem.text or "") + text
            del elem[at]
        else:
            raise FatalIncludeError("unknown parse type in xi:include tag (%r)" % kind)


def _document(href, child, loader, limit, left, parents):
    if href in parents:
        raise FatalIncludeError("recursive include of %s" % href)
    if left == 0:
        raise LimitedRecursiveIncludeError("maximum xinclude depth reached when including file %s" % href)
    node = loader(href, "xml")
    if node is None:
        raise FatalIncludeError("cannot load %r as %r" % (href, "xml"))
    # (A loader may give the same element twice.)
    node = ElementTree.Element.__copy__(node)
    _walk(node, loader, href, limit, None if left is None else left - 1, parents | {href})
    if child.tail:
        node.tail = (node.tail or "") + child.tail
    return node
