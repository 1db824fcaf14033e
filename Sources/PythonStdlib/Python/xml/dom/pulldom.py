"""Documents as a stream of events, each with its node; what is below a node is read when somebody asks."""
import io
import xml.sax
import xml.sax.handler

START_ELEMENT, END_ELEMENT, COMMENT = "START_ELEMENT", "END_ELEMENT", "COMMENT"
START_DOCUMENT, END_DOCUMENT = "START_DOCUMENT", "END_DOCUMENT"
PROCESSING_INSTRUCTION, IGNORABLE_WHITESPACE, CHARACTERS = "PROCESSING_INSTRUCTION", "IGNORABLE_WHITESPACE", "CHARACTERS"
default_bufsize = 16364


class PullDOM(xml.sax.ContentHandler):
    """Makes nodes of what SAX tells, and keeps them as events in a chain."""

    document = _locator = None

    def __init__(self, documentFactory=None):
        from xml.dom import XML_NAMESPACE
        # The chain: [event, next] after next; the first one is empty.
        self.firstEvent = self.lastEvent = [None, None]
        self.elementStack, self.documentFactory = [], documentFactory
        self.push = self.elementStack.append
        self._ns_contexts = [{XML_NAMESPACE: "xml"}]
        self._current_context = self._ns_contexts[-1]
        # What comes before there is a document.
        self.pending_events = []
        self._declared = []

    def pop(self):
        last = self.elementStack[-1]
        del self.elementStack[-1]
        return last

    def _tell(self, kind, node):
        self.lastEvent[1] = [(kind, node), None]
        self.lastEvent = self.lastEvent[1]

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startPrefixMapping(self, prefix, uri):
        self._declared.append((prefix or "xmlns", uri))
        self._ns_contexts.append(self._current_context.copy())
        self._current_context[uri] = prefix or None

    def endPrefixMapping(self, prefix):
        self._current_context = self._ns_contexts.pop()

    def _qualified(self, local, given, uri):
        """The name with its prefix."""
        if given:
            return given
        prefix = self._current_context[uri]
        return prefix + ":" + local if prefix else local

    def startElementNS(self, name, tagName, attrs):
        uri, local = name
        if uri:
            node = self._element(uri, self._qualified(local, tagName, uri), True)
        else:
            node = self._element(None, local, True)
        for prefix, space in self._declared:
            qualified = "xmlns" if prefix == "xmlns" else "xmlns:" + prefix
            attr = self.document.createAttributeNS("http://www.w3.org/2000/xmlns/", qualified)
            attr.value = space
            node.setAttributeNode(attr)
        self._declared = []
        for (uri, local), value in attrs.items():
            if uri:
                attr = self.document.createAttributeNS(uri, self._qualified(local, attrs.getQNameByName((uri, local)), uri))
            else:
                attr = self.document.createAttribute(local)
            attr.value = value
            node.setAttributeNode(attr)
        self._tell(START_ELEMENT, node)
        self.push(node)

    def _element(self, uri, name, has_spaces):
        if not self.document:
            return self.buildDocument(uri, name)
        return self.document.createElementNS(uri, name) if has_spaces and uri else self.document.createElement(name)

    def endElementNS(self, name, tagName):
        self._tell(END_ELEMENT, self.pop())

    def startElement(self, name, attrs):
        node = self._element(None, name, False)
        for each, value in attrs.items():
            attr = self.document.createAttribute(each)
            attr.value = value
            node.setAttributeNode(attr)
        self._tell(START_ELEMENT, node)
        self.push(node)

    def endElement(self, name):
        self._tell(END_ELEMENT, self.pop())

    def comment(self, s):
        if self.document:
            self._tell(COMMENT, self.document.createComment(s))
        else:
            self.pending_events.append([(COMMENT, s), None])

    def processingInstruction(self, target, data):
        if self.document:
            self._tell(PROCESSING_INSTRUCTION, self.document.createProcessingInstruction(target, data))
        else:
            self.pending_events.append([(PROCESSING_INSTRUCTION, target, data), None])

    def ignorableWhitespace(self, chars):
        self._tell(IGNORABLE_WHITESPACE, self.document.createTextNode(chars))

    def characters(self, chars):
        self._tell(CHARACTERS, self.document.createTextNode(chars))

    def startDocument(self):
        if self.documentFactory is None:
            from xml.dom.minidom import getDOMImplementation
            self.documentFactory = getDOMImplementation()

    def buildDocument(self, uri, tagname):
        """Makes the document with its element, and tells what came before."""
        made = self.documentFactory.createDocument(uri, tagname, None)
        self.document = made
        self._tell(START_DOCUMENT, made)
        self.push(made)
        for event, _ in self.pending_events:
            kind, *words = event
            make = made.createComment if kind is COMMENT else made.createProcessingInstruction
            self._tell(kind, make(*words))
        self.pending_events = None
        return made.firstChild

    def endDocument(self):
        self._tell(END_DOCUMENT, self.document)
        self.pop()

    def clear(self):
        """Forgets the document."""
        self.document = None


class ErrorHandler:
    """Prints warnings; errors are raised."""

    def warning(self, exception):
        print(exception)

    def error(self, exception):
        raise exception

    fatalError = error


class DOMEventStream:
    """The events of a stream, read piece by piece."""

    def __init__(self, stream, parser, bufsize):
        self.stream, self.parser, self.bufsize = stream, parser, bufsize
        if not hasattr(parser, "feed"):
            self.getEvent = self._slurp
        self.reset()

    def reset(self):
        """Begins with a new chain."""
        self.pulldom = PullDOM()
        self.parser.setFeature(xml.sax.handler.feature_namespaces, 1)
        self.parser.setContentHandler(self.pulldom)

    def __iter__(self):
        return self

    def __next__(self):
        event = self.getEvent()
        if event:
            return event
        raise StopIteration

    def getEvent(self):
        """The next event, or None."""
        if not self.pulldom.firstEvent[1]:
            self.pulldom.lastEvent = self.pulldom.firstEvent
        while not self.pulldom.firstEvent[1]:
            piece = self.stream.read(self.bufsize)
            if not piece:
                self.parser.close()
                return None
            self.parser.feed(piece)
        return self._first()

    def _slurp(self):
        """The same with a parser that reads all at once."""
        self.parser.parse(self.stream)
        self.getEvent = self._emit
        return self._emit()

    def _emit(self):
        return self._first() if self.pulldom.firstEvent[1] else None

    def _first(self):
        entry = self.pulldom.firstEvent[1]
        self.pulldom.firstEvent[1] = entry[1]
        return entry[0]

    def expandNode(self, node):
        """Reads all that is below a node, into the node."""
        around = [node]
        for event, found in iter(self.getEvent, None):
            if event != END_ELEMENT:
                around[-1].appendChild(found)
            if found is node:
                return
            if event == START_ELEMENT:
                around.append(found)
            elif event == END_ELEMENT:
                del around[-1]

    def clear(self):
        """Lets go of what it holds."""
        self.pulldom.clear()
        del self.pulldom
        self.parser = self.stream = None


class SAX2DOM(PullDOM):
    """A chain whose nodes are put into one another as well."""

    def startElementNS(self, name, tagName, attrs):
        PullDOM.startElementNS(self, name, tagName, attrs)
        self._join()

    def startElement(self, name, attrs):
        PullDOM.startElement(self, name, attrs)
        self._join()

    def _join(self):
        self.elementStack[-2].appendChild(self.elementStack[-1])

    def _add(self):
        self.elementStack[-1].appendChild(self.lastEvent[0][1])

    def processingInstruction(self, target, data):
        PullDOM.processingInstruction(self, target, data)
        self._add()

    def ignorableWhitespace(self, chars):
        PullDOM.ignorableWhitespace(self, chars)
        self._add()

    def characters(self, chars):
        PullDOM.characters(self, chars)
        self._add()


def parse(stream_or_string, parser=None, bufsize=None):
    """The events of a file or of the file of that name."""
    if isinstance(stream_or_string, str):
        stream_or_string = open(stream_or_string, "rb")
    return DOMEventStream(stream_or_string, parser or xml.sax.make_parser(), default_bufsize if bufsize is None else bufsize)


def parseString(string, parser=None):
    """The events of a text."""
    return DOMEventStream(io.StringIO(string), parser or xml.sax.make_parser(), len(string))
