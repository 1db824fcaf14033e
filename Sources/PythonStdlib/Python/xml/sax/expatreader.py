"""SAX by the parser of libexpat."""
import contextlib
import weakref
from xml.parsers import expat
from . import handler, saxutils, xmlreader
from ._exceptions import SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException

version = "0.20"
AttributesImpl, AttributesNSImpl = xmlreader.AttributesImpl, xmlreader.AttributesNSImpl
# What libexpat tells, who hears of it by which method, and which of the arguments that takes.
_PASSED_ON = [
    ("UnparsedEntityDeclHandler", "_dtd_handler", "unparsedEntityDecl", (0, 3, 2, 4)),
    ("NotationDeclHandler", "_dtd_handler", "notationDecl", (0, 3, 2)),
    ("StartNamespaceDeclHandler", "_cont_handler", "startPrefixMapping", (0, 1)),
    ("EndNamespaceDeclHandler", "_cont_handler", "endPrefixMapping", (0,)),
]


class ExpatLocator(xmlreader.Locator):
    """Tells where a parser is, which it does not keep."""

    def __init__(self, parser):
        self._ref = weakref.ref(parser)

    def _number(self, name):
        parser = self._ref()
        if parser is None or parser._parser is None:
            return None if name == "ErrorColumnNumber" else 1
        return getattr(parser._parser, name)

    def getColumnNumber(self): return self._number("ErrorColumnNumber")
    def getLineNumber(self): return self._number("ErrorLineNumber")

    def getPublicId(self):
        parser = self._ref()
        return None if parser is None else parser._source.getPublicId()

    def getSystemId(self):
        parser = self._ref()
        return None if parser is None else parser._source.getSystemId()


class _Closed:
    """What is left of a parser of libexpat whose document is read."""

    def __init__(self, parser):
        self.ErrorColumnNumber, self.ErrorLineNumber = parser.ErrorColumnNumber, parser.ErrorLineNumber


class ExpatParser(xmlreader.IncrementalParser, xmlreader.Locator):
    """A parser that tells handlers what stands in a document."""

    def __init__(self, namespaceHandling=0, bufsize=2 ** 16 - 20):
        xmlreader.IncrementalParser.__init__(self, bufsize)
        self._source = xmlreader.InputSource()
        self._parser = self._interning = self._lex_handler_prop = None
        self._namespaces = namespaceHandling
        self._parsing = False
        self._entity_stack = []
        self._external_ges = 0

    def parse(self, source):
        """Tells the handlers what stands in a source."""
        self._source = saxutils.prepare_input_source(source)
        done = False
        try:
            self.reset()
            self._cont_handler.setDocumentLocator(ExpatLocator(self))
            super().parse(self._source)
            done = True
        finally:
            if not done:
                self._close_source()

    def prepareParser(self, source):
        place = source.getSystemId()
        if place is not None:
            self._parser.SetBase(place)

    def setContentHandler(self, handler):
        super().setContentHandler(handler)
        if self._parsing:
            self._set_content()

    # Features that this parser can do without, and what it says when somebody wants them.
    _refused = {
        handler.feature_validation: "expat does not support validation",
        handler.feature_external_pes: "expat does not read external parameter entities",
        handler.feature_namespace_prefixes: "expat does not report namespace prefixes",
    }

    def getFeature(self, name):
        known = {handler.feature_namespaces: self._namespaces, handler.feature_external_ges: self._external_ges,
                 handler.feature_string_interning: self._interning is not None}
        if name in known:
            return known[name]
        if name in self._refused:
            return 0
        raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

    def setFeature(self, name, state):
        if self._parsing:
            raise SAXNotSupportedException("Cannot set features while parsing")
        if name in self._refused:
            if state:
                raise SAXNotSupportedException(self._refused[name])
        elif name == handler.feature_namespaces:
            self._namespaces = state
        elif name == handler.feature_external_ges:
            self._external_ges = state
        elif name != handler.feature_string_interning:
            raise SAXNotRecognizedException("Feature '%s' not recognized" % name)
        elif not state:
            self._interning = None
        elif self._interning is None:
            self._interning = {}

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lex_handler_prop
        if name == handler.property_interning_dict:
            return self._interning
        if name == handler.property_xml_string:
            if self._parser is None:
                raise SAXNotSupportedException("XML string cannot be returned when not parsing")
            if hasattr(self._parser, "GetInputContext"):
                return self._parser.GetInputContext()
            raise SAXNotRecognizedException("This version of expat does not support getting the XML string")
        raise SAXNotRecognizedException("Property '%s' not recognized" % name)

    def setProperty(self, name, value):
        if name == handler.property_lexical_handler:
            self._lex_handler_prop = value
            if self._parsing:
                self._set_lexical()
        elif name == handler.property_interning_dict:
            self._interning = value
        elif name == handler.property_xml_string:
            raise SAXNotSupportedException("Property '%s' cannot be set" % name)
        else:
            raise SAXNotRecognizedException("Property '%s' not recognized" % name)

    # Pieces of a document

    def feed(self, data, isFinal=False):
        """Takes a piece of the document."""
        if not self._parsing:
            self.reset()
            self._parsing = True
            self._cont_handler.startDocument()
        try:
            self._parser.Parse(data, isFinal)
        except expat.error as fault:
            found = SAXParseException(expat.ErrorString(fault.code), fault, self)
            self._err_handler.fatalError(found)

    def _close_source(self):
        with contextlib.ExitStack() as files:
            for file in self._source.getByteStream(), self._source.getCharacterStream():
                if file is not None:
                    files.callback(file.close)

    def close(self):
        """Ends the document."""
        if self._entity_stack or self._parser is None or isinstance(self._parser, _Closed):
            return
        try:
            self.feed(b"", isFinal=True)
            self._cont_handler.endDocument()
            self._parsing = False
            self._parser.DefaultHandler = self._parser.DefaultHandlerExpand = None
        finally:
            self._parsing = False
            if self._parser is not None:
                self._parser = _Closed(self._parser)
        self._close_source()

    def _set_content(self):
        parser, content = self._parser, self._cont_handler
        parser.ProcessingInstructionHandler = content.processingInstruction
        parser.CharacterDataHandler = content.characters

    def _set_lexical(self):
        parser, lexical = self._parser, self._lex_handler_prop
        if lexical is None:
            parser.CommentHandler = parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = None
            parser.StartDoctypeDeclHandler = parser.EndDoctypeDeclHandler = None
        else:
            parser.CommentHandler = lexical.comment
            parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = lexical.startCDATA, lexical.endCDATA
            parser.StartDoctypeDeclHandler = self._passing("_lex_handler_prop", "startDTD", (0, 2, 1))
            parser.EndDoctypeDeclHandler = lexical.endDTD

    def reset(self):
        """Gets ready for another document."""
        if self._namespaces:
            parser = self._parser = expat.ParserCreate(self._source.getEncoding(), " ", intern=self._interning)
            parser.namespace_prefixes = 1
            parser.StartElementHandler, parser.EndElementHandler = self.start_element_ns, self.end_element_ns
        else:
            parser = self._parser = expat.ParserCreate(self._source.getEncoding(), intern=self._interning)
            parser.StartElementHandler, parser.EndElementHandler = self.start_element, self.end_element
        self._set_content()
        for event, listener, method, places in _PASSED_ON:
            setattr(parser, event, self._passing(listener, method, places))
        self._decl_handler_prop = None
        if self._lex_handler_prop:
            self._set_lexical()
        parser.ExternalEntityRefHandler = self.external_entity_ref
        parser.SkippedEntityHandler = self.skipped_entity_handler
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
        self._parsing = False
        self._entity_stack = []

    # Where it is

    def getColumnNumber(self): return None if self._parser is None else self._parser.ErrorColumnNumber
    def getLineNumber(self): return 1 if self._parser is None else self._parser.ErrorLineNumber
    def getPublicId(self): return self._source.getPublicId()
    def getSystemId(self): return self._source.getSystemId()

    # What the parser of libexpat calls

    def start_element(self, name, attrs):
        self._cont_handler.startElement(name, AttributesImpl(attrs))

    def end_element(self, name):
        self._cont_handler.endElement(name)

    def _name(self, name):
        parts = name.split()
        if len(parts) == 1:
            return (None, name), name
        if len(parts) == 3:
            return (parts[0], parts[1]), "%s:%s" % (parts[2], parts[1])
        return tuple(parts), parts[1]

    def start_element_ns(self, name, attrs):
        values, qnames = {}, {}
        for key, value in attrs.items():
            pair, qname = self._name(key)
            values[pair], qnames[pair] = value, qname
        pair, qname = self._name(name)
        self._cont_handler.startElementNS(pair, None, AttributesNSImpl(values, qnames))

    def end_element_ns(self, name):
        self._cont_handler.endElementNS(self._name(name)[0], None)

    def _passing(self, listener, method, places):
        """A function that passes some of its arguments on to a handler, whichever is set then."""
        def passes(*given):
            getattr(getattr(self, listener), method)(*[given[k] for k in places])
        return passes

    def external_entity_ref(self, context, base, sysid, pubid):
        if not self._external_ges:
            return 1
        found = self._ent_handler.resolveEntity(pubid, sysid)
        source = saxutils.prepare_input_source(found, self._source.getSystemId() or "")
        self._entity_stack.append((self._parser, self._source))
        self._parser, self._source = self._parser.ExternalEntityParserCreate(context), source
        try:
            super().parse(source)
        except Exception:
            return 0
        self._parser, self._source = self._entity_stack.pop()
        return 1

    def skipped_entity_handler(self, name, is_pe):
        self._cont_handler.skippedEntity("%" + name if is_pe else name)


def create_parser(*args, **kwargs):
    """A parser."""
    return ExpatParser(*args, **kwargs)
