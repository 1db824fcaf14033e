"""A small tree of nodes for documents of XML."""
import io as _io
import xml.dom as _dom
from xml.dom import EMPTY_NAMESPACE, XMLNS_NAMESPACE, Node as _Kinds

__all__ = ["parse", "parseString", "Document", "Element", "Text", "Comment", "Node", "getDOMImplementation"]


def _escaped(text, attr=False):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if attr:
        text = text.replace('"', "&quot;").replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
    return text


class NodeList(list):
    """Nodes in their order."""

    __slots__ = ()

    def item(self, index):
        return self[index] if 0 <= index < len(self) else None

    @property
    def length(self):
        return len(self)


class Node(_Kinds):
    """What all nodes have in common."""

    namespaceURI = prefix = localName = None
    parentNode = ownerDocument = nextSibling = previousSibling = None
    nodeValue = attributes = None
    nodeName = ""
    childNodes = NodeList()

    def __bool__(self):
        return True

    @property
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    def hasChildNodes(self):
        return bool(self.childNodes)

    # Text

    def toxml(self, encoding=None, standalone=None):
        """The node as text, or as bytes when an encoding is named."""
        return self.toprettyxml("", "", encoding, standalone)

    def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
        """The node as text with a line for each element."""
        file = _io.StringIO()
        if self.nodeType == self.DOCUMENT_NODE:
            self.writexml(file, "", indent, newl, encoding, standalone)
        else:
            self.writexml(file, "", indent, newl)
        text = file.getvalue()
        return text if encoding is None else text.encode(encoding, "xmlcharrefreplace")

    # Changes

    def _refuses(self, child):
        if self.nodeType not in (self.ELEMENT_NODE, self.DOCUMENT_NODE, self.DOCUMENT_FRAGMENT_NODE):
            raise _dom.HierarchyRequestErr("%s cannot be child of %s" % (repr(child), repr(self)))

    def insertBefore(self, newChild, refChild):
        """Puts a node in front of another one."""
        if refChild is None:
            return self.appendChild(newChild)
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in list(newChild.childNodes):
                self.insertBefore(child, refChild)
            return newChild
        self._refuses(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        for place, child in enumerate(self.childNodes):
            if child is refChild:
                break
        else:
            raise _dom.NotFoundErr()
        self.childNodes.insert(place, newChild)
        self._join(newChild)
        return newChild

    def appendChild(self, node):
        """Puts a node behind all others."""
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in list(node.childNodes):
                self.appendChild(child)
            return node
        self._refuses(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        if self.nodeType == self.DOCUMENT_NODE and node.nodeType == self.ELEMENT_NODE and self.documentElement is not None:
            raise _dom.HierarchyRequestErr("two document elements disallowed")
        last = self.childNodes[-1] if self.childNodes else None
        self.childNodes.append(node)
        node.parentNode, node.previousSibling, node.nextSibling = self, last, None
        if last is not None:
            last.nextSibling = node
        return node

    def _join(self, node):
        node.parentNode = self
        self._link()

    def _link(self):
        before = None
        for child in self.childNodes:
            child.previousSibling = before
            child.nextSibling = None
            if before is not None:
                before.nextSibling = child
            before = child

    def removeChild(self, oldChild):
        """Takes a node out."""
        for place, child in enumerate(self.childNodes):
            if child is oldChild:
                del self.childNodes[place]
                break
        else:
            raise _dom.NotFoundErr()
        oldChild.parentNode = oldChild.nextSibling = oldChild.previousSibling = None
        self._link()
        return oldChild

    def replaceChild(self, newChild, oldChild):
        """Puts a node in the place of another one."""
        if newChild is oldChild:
            return None
        if all(child is not oldChild for child in self.childNodes):
            raise _dom.NotFoundErr()
        self.insertBefore(newChild, oldChild)
        return self.removeChild(oldChild)

    def normalize(self):
        """Joins texts that are neighbours, and takes out empty ones."""
        kept = []
        for child in self.childNodes:
            if child.nodeType == self.TEXT_NODE:
                if not child.data:
                    child.parentNode = None
                    continue
                if kept and kept[-1].nodeType == self.TEXT_NODE:
                    kept[-1].data += child.data
                    child.parentNode = None
                    continue
            elif child.nodeType == self.ELEMENT_NODE:
                child.normalize()
            kept.append(child)
        self.childNodes[:] = kept
        self._link()

    def cloneNode(self, deep):
        """A copy, with all below it or without."""
        made = self._copy()
        made.ownerDocument = self.ownerDocument
        if deep:
            for child in self.childNodes:
                made.appendChild(child.cloneNode(True))
        return made

    def isSameNode(self, other):
        return self is other

    def unlink(self):
        """Forgets all nodes around."""
        self.parentNode = self.ownerDocument = self.nextSibling = self.previousSibling = None
        for child in self.childNodes:
            child.unlink()
        if self.childNodes:
            self.childNodes = NodeList()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.unlink()

    def _elements(self):
        for child in self.childNodes:
            if child.nodeType == self.ELEMENT_NODE:
                yield child
                yield from child._elements()

    def getElementsByTagName(self, name):
        """All elements of a name below the node; "*": of any."""
        return NodeList([e for e in self._elements() if name in ("*", e.tagName)])

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return NodeList([e for e in self._elements() if localName in ("*", e.localName)
                         and namespaceURI in ("*", e.namespaceURI)])


class DocumentFragment(Node):
    """Nodes without a parent."""

    nodeType, nodeName = Node.DOCUMENT_FRAGMENT_NODE, "#document-fragment"

    def __init__(self):
        self.childNodes = NodeList()

    def _copy(self):
        return DocumentFragment()


class Attr(Node):
    """An attribute of an element."""

    nodeType = Node.ATTRIBUTE_NODE
    ownerElement = None
    specified = False

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self.name = self.nodeName = qName
        self.namespaceURI, self.prefix = namespaceURI, prefix
        self.localName = localName or qName.split(":", 1)[-1]
        self.value = ""

    nodeValue = property(lambda self: self.value, lambda self, value: setattr(self, "value", value))

    def _copy(self):
        made = Attr(self.name, self.namespaceURI, self.localName, self.prefix)
        made.value = self.value
        return made


class NamedNodeMap:
    """The attributes of an element."""

    def __init__(self, element):
        self._element = element

    def _all(self):
        return self._element._attributes

    def __len__(self):
        return len(self._all())

    @property
    def length(self):
        return len(self._all())

    def item(self, index):
        found = list(self._all().values())
        return found[index] if 0 <= index < len(found) else None

    def items(self):
        return [(name, attribute.value) for name, attribute in self._all().items()]

    def itemsNS(self):
        return [((a.namespaceURI, a.localName), a.value) for a in self._all().values()]

    def keys(self):
        return self._all().keys()

    def values(self):
        return self._all().values()

    def get(self, name, value=None):
        return self._all().get(name, value)

    getNamedItem = get

    def __contains__(self, name):
        return name in self._all()

    def __getitem__(self, name):
        return self._all()[name]

    def __setitem__(self, name, value):
        if isinstance(value, str):
            self._element.setAttribute(name, value)
        else:
            self._element.setAttributeNode(value)

    def __delitem__(self, name):
        self._element.removeAttribute(name)

    removeNamedItem = __delitem__


class Element(Node):
    """An element with attributes and nodes in it."""

    nodeType = Node.ELEMENT_NODE

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.tagName = self.nodeName = tagName
        self.namespaceURI, self.prefix = namespaceURI, prefix
        self.localName = localName or tagName.split(":", 1)[-1]
        self.childNodes = NodeList()
        self._attributes = {}

    def __repr__(self):
        return "<DOM Element: %s at %#x>" % (self.tagName, id(self))

    def _copy(self):
        made = Element(self.tagName, self.namespaceURI, self.prefix, self.localName)
        for name, attribute in self._attributes.items():
            made._attributes[name] = attribute._copy()
        return made

    @property
    def attributes(self):
        return NamedNodeMap(self)

    def hasAttributes(self):
        return bool(self._attributes)

    def hasAttribute(self, name):
        return name in self._attributes

    def getAttribute(self, attname):
        """The value of an attribute; "" when there is none."""
        found = self._attributes.get(attname)
        return "" if found is None else found.value

    def setAttribute(self, attname, value):
        """Sets the value of an attribute."""
        found = self._attributes.get(attname)
        if found is None:
            found = self._attributes[attname] = Attr(attname)
            found.ownerDocument, found.ownerElement = self.ownerDocument, self
        found.value = value

    def removeAttribute(self, name):
        if name not in self._attributes:
            raise _dom.NotFoundErr()
        del self._attributes[name]

    def getAttributeNode(self, attrname):
        return self._attributes.get(attrname)

    def setAttributeNode(self, attr):
        old = self._attributes.get(attr.name)
        self._attributes[attr.name] = attr
        attr.ownerElement = self
        return old

    def removeAttributeNode(self, node):
        self.removeAttribute(node.name)
        return node

    def _find(self, namespaceURI, localName):
        for attribute in self._attributes.values():
            if (attribute.namespaceURI, attribute.localName) == (namespaceURI, localName):
                return attribute
        return None

    def getAttributeNS(self, namespaceURI, localName):
        found = self._find(namespaceURI, localName)
        return "" if found is None else found.value

    def hasAttributeNS(self, namespaceURI, localName):
        return self._find(namespaceURI, localName) is not None

    def getAttributeNodeNS(self, namespaceURI, localName):
        return self._find(namespaceURI, localName)

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        prefix, colon, local = qualifiedName.rpartition(":")
        found = self._find(namespaceURI, local)
        if found is None:
            found = self._attributes[qualifiedName] = Attr(qualifiedName, namespaceURI, local, prefix or None)
            found.ownerDocument, found.ownerElement = self.ownerDocument, self
        found.value = value

    def removeAttributeNS(self, namespaceURI, localName):
        found = self._find(namespaceURI, localName)
        if found is None:
            raise _dom.NotFoundErr()
        del self._attributes[found.name]

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Writes the element to a file."""
        writer.write(indent + "<" + self.tagName)
        for name, attribute in self._attributes.items():
            writer.write(' %s="%s"' % (name, _escaped(attribute.value, True)))
        if not self.childNodes:
            writer.write("/>" + newl)
            return
        writer.write(">")
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, "", "", "")
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write("</%s>%s" % (self.tagName, newl))


class CharacterData(Node):
    """A node of text."""

    def __init__(self, data=""):
        self.data = data

    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, "data", value))

    @property
    def length(self):
        return len(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        data = self.data
        return "<DOM %s node \"%r%s\">" % (type(self).__name__, data[0:10], "..." if len(data) > 10 else "")

    def _copy(self):
        return type(self)(self.data)

    def _checked(self, offset, count=0):
        if offset < 0:
            raise _dom.IndexSizeErr("offset cannot be negative")
        if offset > len(self.data):
            raise _dom.IndexSizeErr("offset cannot be beyond end of data")
        if count < 0:
            raise _dom.IndexSizeErr("count cannot be negative")

    def substringData(self, offset, count):
        self._checked(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        self.data += arg

    def insertData(self, offset, arg):
        self._checked(offset)
        self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        self._checked(offset, count)
        self.data = self.data[:offset] + self.data[offset + count:]

    def replaceData(self, offset, count, arg):
        self._checked(offset, count)
        self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    """A text."""

    nodeType, nodeName = Node.TEXT_NODE, "#text"

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(indent + _escaped(self.data) + newl)

    @property
    def wholeText(self):
        return self.data

    def splitText(self, offset):
        """Makes two texts of one: the second."""
        self._checked(offset)
        made = type(self)(self.data[offset:])
        made.ownerDocument = self.ownerDocument
        if self.parentNode is not None:
            self.parentNode.insertBefore(made, self.nextSibling)
        self.data = self.data[:offset]
        return made


class Comment(CharacterData):
    """A comment."""

    nodeType, nodeName = Node.COMMENT_NODE, "#comment"

    def writexml(self, writer, indent="", addindent="", newl=""):
        if "--" in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write("%s<!--%s-->%s" % (indent, self.data, newl))


class CDATASection(Text):
    """A text that is written as it is."""

    nodeType, nodeName = Node.CDATA_SECTION_NODE, "#cdata-section"

    def writexml(self, writer, indent="", addindent="", newl=""):
        if "]]>" in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write("<![CDATA[%s]]>" % self.data)


class ProcessingInstruction(Node):
    """Something for a program."""

    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target = self.nodeName = target
        self.data = data

    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, "data", value))

    def _copy(self):
        return ProcessingInstruction(self.target, self.data)

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write("%s<?%s %s?>%s" % (indent, self.target, self.data, newl))


class DocumentType(Node):
    """The kind of a document."""

    nodeType = Node.DOCUMENT_TYPE_NODE
    publicId = systemId = internalSubset = None

    def __init__(self, qualifiedName):
        self.name = self.nodeName = qualifiedName

    def _copy(self):
        made = DocumentType(self.name)
        made.publicId, made.systemId = self.publicId, self.systemId
        return made

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write("<!DOCTYPE " + self.name)
        if self.publicId:
            writer.write("%s  PUBLIC '%s'%s  '%s'" % (newl, self.publicId, newl, self.systemId))
        elif self.systemId:
            writer.write("%s  SYSTEM '%s'" % (newl, self.systemId))
        writer.write(">" + newl)


class Document(Node):
    """A whole document."""

    nodeType, nodeName = Node.DOCUMENT_NODE, "#document"
    encoding = version = standalone = None

    def __init__(self):
        self.childNodes = NodeList()

    @property
    def documentElement(self):
        for child in self.childNodes:
            if child.nodeType == self.ELEMENT_NODE:
                return child
        return None

    @property
    def doctype(self):
        for child in self.childNodes:
            if child.nodeType == self.DOCUMENT_TYPE_NODE:
                return child
        return None

    def _copy(self):
        return Document()

    def _made(self, node):
        node.ownerDocument = self
        return node

    def createElement(self, tagName):
        return self._made(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        prefix, _, local = qualifiedName.rpartition(":")
        return self._made(Element(qualifiedName, namespaceURI, prefix or None, local))

    def createTextNode(self, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        return self._made(Text(data))

    def createCDATASection(self, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        return self._made(CDATASection(data))

    def createComment(self, data):
        return self._made(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._made(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        return self._made(Attr(qName))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, _, local = qualifiedName.rpartition(":")
        return self._made(Attr(qualifiedName, namespaceURI, local, prefix or None))

    def createDocumentFragment(self):
        return self._made(DocumentFragment())

    def importNode(self, node, deep):
        """A copy of a node of another document."""
        made = node.cloneNode(deep)
        stack = [made]
        while stack:
            one = stack.pop()
            one.ownerDocument = self
            stack.extend(one.childNodes)
        return made

    def getElementById(self, id):
        return None

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        """Writes the document to a file."""
        words = ""
        if encoding is not None:
            words += ' encoding="%s"' % encoding
        if standalone is not None:
            words += ' standalone="%s"' % ("yes" if standalone else "no")
        writer.write('<?xml version="1.0"%s?>%s' % (words or " ", newl))
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


class DOMImplementation:
    """Makes documents."""

    def hasFeature(self, feature, version):
        return feature.lower() in ("core", "xml") and version in (None, "", "1.0", "2.0")

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        made = Document()
        if doctype is not None:
            made.appendChild(doctype)
        if qualifiedName:
            made.appendChild(made.createElementNS(namespaceURI, qualifiedName))
        return made

    def createDocumentType(self, qualifiedName, publicId, systemId):
        made = DocumentType(qualifiedName)
        made.publicId, made.systemId = publicId, systemId
        return made


Document.implementation = DOMImplementation()


def getDOMImplementation(features=None):
    """What makes documents."""
    return DOMImplementation()


class _Builder:
    """Makes a document of what the parser reports."""

    def __init__(self):
        from xml.parsers import expat
        self.document = self.here = Document()
        self.spaces = [{None: None, "xml": _dom.XML_NAMESPACE, "xmlns": XMLNS_NAMESPACE}]
        self.in_cdata = False
        parser = self.parser = expat.ParserCreate()
        parser.buffer_text = parser.ordered_attributes = True
        for name in ("StartElement", "EndElement", "CharacterData", "Comment", "ProcessingInstruction",
                     "StartCdataSection", "EndCdataSection", "StartDoctypeDecl"):
            try:
                setattr(parser, name + "Handler", getattr(self, name))
            except AttributeError:
                pass

    def add(self, node):
        node.ownerDocument = self.document
        here = self.here
        node.parentNode = here
        if here.childNodes:
            node.previousSibling = here.childNodes[-1]
            here.childNodes[-1].nextSibling = node
        here.childNodes.append(node)

    def StartElement(self, name, attributes):
        if isinstance(attributes, dict):
            pairs = list(attributes.items())
        else:
            pairs = list(zip(attributes[::2], attributes[1::2]))
        space = self.spaces[-1]
        for key, value in pairs:
            if key == "xmlns" or key.startswith("xmlns:"):
                space = dict(space)
                space[None if key == "xmlns" else key[6:]] = value or None
        self.spaces.append(space)
        prefix, _, local = name.rpartition(":")
        node = Element(name, space.get(prefix or None), prefix or None, local)
        for key, value in pairs:
            before, _, rest = key.rpartition(":")
            uri = XMLNS_NAMESPACE if key == "xmlns" else space.get(before) if before else None
            made = node._attributes[key] = Attr(key, uri, rest, before or None)
            made.value, made.ownerElement, made.ownerDocument = value, node, self.document
        self.add(node)
        self.here = node

    def EndElement(self, name):
        self.spaces.pop()
        self.here = self.here.parentNode

    def CharacterData(self, data):
        last = self.here.childNodes[-1] if self.here.childNodes else None
        kind = CDATASection if self.in_cdata else Text
        if type(last) is kind and not (self.in_cdata and self.fresh):
            last.data += data
        elif self.here is not self.document:
            self.add(kind(data))
        self.fresh = False

    def Comment(self, data):
        self.add(Comment(data))

    def ProcessingInstruction(self, target, data):
        self.add(ProcessingInstruction(target, data))

    def StartCdataSection(self):
        self.in_cdata = self.fresh = True

    def EndCdataSection(self):
        self.in_cdata = False

    def StartDoctypeDecl(self, name, system, public, internal):
        made = DocumentType(name)
        made.publicId, made.systemId = public, system
        self.add(made)


def parse(file, parser=None, bufsize=None):
    """The document of a file or of its name."""
    if isinstance(file, str):
        with open(file, "rb") as opened:
            return parseString(opened.read())
    return parseString(file.read())


def parseString(string, parser=None):
    """The document of a text or of bytes."""
    builder = _Builder()
    builder.parser.Parse(string, True)
    return builder.document
