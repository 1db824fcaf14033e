"""Trees as text."""
import re
from xml.etree._elements import Comment, PI, QName

__name__ = "xml.etree.ElementTree"        # the module that pickles and messages name
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


HTML_EMPTY = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta",
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
                        write(_escape_cdata(text))
                for e in elem:
                    _serialize(write, e, names, None, short, method)
                if lower not in HTML_EMPTY or not lower:
                    write("</%s>" % name)
            else:
                write(" />")
    if elem.tail:
        write(_escape_cdata(elem.tail))
