"""What a program derives its handlers from, and names of features and properties."""

version = "2.0beta"


class ErrorHandler:
    """Is told of faults; raises those that are errors and prints the others."""

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception

    def warning(self, exception):
        print(exception)


class ContentHandler:
    """Is told of what stands in a document."""

    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        """Takes what tells where the parser is."""
        self._locator = locator

    def startDocument(self): pass
    def endDocument(self): pass
    def startPrefixMapping(self, prefix, uri): pass
    def endPrefixMapping(self, prefix): pass
    def startElement(self, name, attrs): pass
    def endElement(self, name): pass
    def startElementNS(self, name, qname, attrs): pass
    def endElementNS(self, name, qname): pass
    def characters(self, content): pass
    def ignorableWhitespace(self, whitespace): pass
    def processingInstruction(self, target, data): pass
    def skippedEntity(self, name): pass


class DTDHandler:
    """Is told of notations and of entities that are not parsed."""

    def notationDecl(self, name, publicId, systemId): pass
    def unparsedEntityDecl(self, name, publicId, systemId, ndata): pass


class EntityResolver:
    """Says where an external entity is."""

    def resolveEntity(self, publicId, systemId):
        return systemId


class LexicalHandler:
    """Is told of comments, CDATA sections and the document type."""

    def comment(self, content): pass
    def startDTD(self, name, public_id, system_id): pass
    def endDTD(self): pass
    def startCDATA(self): pass
    def endCDATA(self): pass


_features, _properties = "http://xml.org/sax/features/", "http://xml.org/sax/properties/"
feature_namespaces = _features + "namespaces"
feature_namespace_prefixes = _features + "namespace-prefixes"
feature_string_interning = _features + "string-interning"
feature_validation = _features + "validation"
feature_external_ges = _features + "external-general-entities"
feature_external_pes = _features + "external-parameter-entities"
all_features = [
    feature_namespaces, feature_namespace_prefixes, feature_string_interning, feature_validation, feature_external_ges,
    feature_external_pes,
]
property_lexical_handler = _properties + "lexical-handler"
property_declaration_handler = _properties + "declaration-handler"
property_dom_node = _properties + "dom-node"
property_xml_string = _properties + "xml-string"
property_encoding = "http://www.python.org/sax/properties/encoding"
property_interning_dict = "http://www.python.org/sax/properties/interning-dict"
all_properties = [
    property_lexical_handler, property_dom_node, property_declaration_handler, property_xml_string, property_encoding,
    property_interning_dict,
]
