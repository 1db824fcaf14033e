"""Escapes for XML, and handlers that write it or hand it on."""
import codecs
import io
import os
from . import handler, xmlreader


def escape(data, entities={}):
    """&, < and > as entities."""
    data = data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    for key, value in entities.items():
        data = data.replace(key, value)
    return data


def unescape(data, entities={}):
    """The reverse of escape."""
    data = data.replace("&lt;", "<").replace("&gt;", ">")
    for key, value in entities.items():
        data = data.replace(key, value)
    return data.replace("&amp;", "&")


def quoteattr(data, entities={}):
    """Text as the value of an attribute, in quotes."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' in data:
        return "'%s'" % data if "'" not in data else '"%s"' % data.replace('"', "&quot;")
    return '"%s"' % data


def _text_writer(out, encoding):
    """What writes text to a file of text or of bytes."""
    if isinstance(out, (io.TextIOBase, codecs.StreamWriter, codecs.StreamReaderWriter)):
        return out
    if isinstance(out, io.RawIOBase):
        # The file stays open when its writer goes.
        class Kept:
            __class__ = out.__class__

            def __getattr__(self, name):
                return getattr(out, name)
        buffer = Kept()
        buffer.close = lambda: None
    else:
        buffer = io.BufferedIOBase()
        buffer.writable = lambda: True
        buffer.write = out.write
        try:
            buffer.seekable, buffer.tell = out.seekable, out.tell
        except AttributeError:
            pass
    return io.TextIOWrapper(buffer, encoding=encoding, errors="xmlcharrefreplace", newline="\n", write_through=True)


class XMLGenerator(handler.ContentHandler):
    """Writes XML of what it is told."""

    def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
        handler.ContentHandler.__init__(self)
        if out is None:
            import sys
            out = sys.stdout
        out = _text_writer(out, encoding)
        self._write, self._flush = out.write, out.flush
        self._ns_contexts = [{}]
        self._current_context = self._ns_contexts[-1]
        self._undeclared_ns_maps = []
        self._encoding, self._short_empty_elements = encoding, short_empty_elements
        self._pending_start_element = False

    def _qname(self, name):
        if name[0]:
            if name[0] == "http://www.w3.org/XML/1998/namespace":
                return "xml:" + name[1]
            prefix = self._current_context[name[0]]
            if prefix:
                return prefix + ":" + name[1]
        return name[1]

    def _finish_pending_start_element(self, endElement=False):
        if self._pending_start_element:
            self._write(">")
            self._pending_start_element = False

    def _open(self, name, pairs):
        self._finish_pending_start_element()
        self._write("<" + name)
        for prefix, uri in self._undeclared_ns_maps:
            self._write(' xmlns:%s="%s"' % (prefix, uri) if prefix else ' xmlns="%s"' % uri)
        self._undeclared_ns_maps = []
        for key, value in pairs:
            self._write(" %s=%s" % (key, quoteattr(value)))
        if self._short_empty_elements:
            self._pending_start_element = True
        else:
            self._write(">")

    def _close(self, name):
        if self._pending_start_element:
            self._write("/>")
            self._pending_start_element = False
        else:
            self._write("</%s>" % name)

    def startDocument(self):
        self._write('<?xml version="1.0" encoding="%s"?>\n' % self._encoding)

    def endDocument(self):
        self._flush()

    def startPrefixMapping(self, prefix, uri):
        self._undeclared_ns_maps.append((prefix, uri))
        self._ns_contexts.append(dict(self._current_context))
        self._current_context[uri] = prefix

    def endPrefixMapping(self, prefix):
        self._current_context = self._ns_contexts.pop()

    def startElement(self, name, attrs):
        self._open(name, attrs.items())

    def endElement(self, name):
        self._close(name)

    def startElementNS(self, name, qname, attrs):
        self._open(self._qname(name), [(self._qname(key), value) for key, value in attrs.items()])

    def endElementNS(self, name, qname):
        self._close(self._qname(name))

    def characters(self, content):
        if content:
            self._finish_pending_start_element()
            self._write(escape(content if isinstance(content, str) else str(content, self._encoding)))

    def ignorableWhitespace(self, content):
        if content:
            self._finish_pending_start_element()
            self._write(content if isinstance(content, str) else str(content, self._encoding))

    def processingInstruction(self, target, data):
        self._finish_pending_start_element()
        self._write("<?%s %s?>" % (target, data))


class XMLFilterBase(xmlreader.XMLReader):
    """Hands everything on, between a parser and the handlers of a program."""

    def __init__(self, parent=None):
        xmlreader.XMLReader.__init__(self)
        self._parent = parent

    def error(self, exception): self._err_handler.error(exception)
    def fatalError(self, exception): self._err_handler.fatalError(exception)
    def warning(self, exception): self._err_handler.warning(exception)

    def setDocumentLocator(self, locator): self._cont_handler.setDocumentLocator(locator)
    def startDocument(self): self._cont_handler.startDocument()
    def endDocument(self): self._cont_handler.endDocument()
    def startPrefixMapping(self, prefix, uri): self._cont_handler.startPrefixMapping(prefix, uri)
    def endPrefixMapping(self, prefix): self._cont_handler.endPrefixMapping(prefix)
    def startElement(self, name, attrs): self._cont_handler.startElement(name, attrs)
    def endElement(self, name): self._cont_handler.endElement(name)
    def startElementNS(self, name, qname, attrs): self._cont_handler.startElementNS(name, qname, attrs)
    def endElementNS(self, name, qname): self._cont_handler.endElementNS(name, qname)
    def characters(self, content): self._cont_handler.characters(content)
    def ignorableWhitespace(self, chars): self._cont_handler.ignorableWhitespace(chars)
    def processingInstruction(self, target, data): self._cont_handler.processingInstruction(target, data)
    def skippedEntity(self, name): self._cont_handler.skippedEntity(name)

    def notationDecl(self, name, publicId, systemId): self._dtd_handler.notationDecl(name, publicId, systemId)

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        self._dtd_handler.unparsedEntityDecl(name, publicId, systemId, ndata)

    def resolveEntity(self, publicId, systemId): return self._ent_handler.resolveEntity(publicId, systemId)

    def parse(self, source):
        """Parses by the parent, which tells this filter."""
        parent = self._parent
        parent.setContentHandler(self)
        parent.setErrorHandler(self)
        parent.setEntityResolver(self)
        parent.setDTDHandler(self)
        parent.parse(source)

    def setLocale(self, locale): self._parent.setLocale(locale)
    def getFeature(self, name): return self._parent.getFeature(name)
    def setFeature(self, name, state): self._parent.setFeature(name, state)
    def getProperty(self, name): return self._parent.getProperty(name)
    def setProperty(self, name, value): self._parent.setProperty(name, value)
    def getParent(self): return self._parent
    def setParent(self, parent): self._parent = parent


def prepare_input_source(source, base=""):
    """A source that is open, of one, of a file or of a file's name."""
    if isinstance(source, os.PathLike):
        source = os.fspath(source)
    if isinstance(source, str):
        source = xmlreader.InputSource(source)
    elif hasattr(source, "read"):
        file = source
        source = xmlreader.InputSource()
        if isinstance(file.read(0), str):
            source.setCharacterStream(file)
        else:
            source.setByteStream(file)
        if hasattr(file, "name") and isinstance(file.name, str):
            source.setSystemId(file.name)
    if source.getCharacterStream() is None and source.getByteStream() is None:
        name = source.getSystemId()
        beside = os.path.join(os.path.dirname(os.path.normpath(base)), name)
        if os.path.isfile(beside):
            source.setSystemId(beside)
            file = open(beside, "rb")
        else:
            import urllib.parse
            import urllib.request
            source.setSystemId(urllib.parse.urljoin(base, name))
            file = urllib.request.urlopen(source.getSystemId())
        source.setByteStream(file)
    return source
