"""Documents as trees of nodes (W3C DOM)."""


class Node:
    """Kinds of nodes."""

    ELEMENT_NODE, ATTRIBUTE_NODE, TEXT_NODE, CDATA_SECTION_NODE, ENTITY_REFERENCE_NODE, ENTITY_NODE = 1, 2, 3, 4, 5, 6
    PROCESSING_INSTRUCTION_NODE, COMMENT_NODE, DOCUMENT_NODE, DOCUMENT_TYPE_NODE, DOCUMENT_FRAGMENT_NODE = 7, 8, 9, 10, 11
    NOTATION_NODE = 12


class DOMException(Exception):
    """The tree cannot be changed so."""

    code = None

    def __init__(self, *args, **kw):
        if type(self) is DOMException:
            raise RuntimeError("DOMException should not be instantiated directly")
        Exception.__init__(self, *args, **kw)

    def _get_code(self):
        return self.code


_ERRORS = ("IndexSize", "DomstringSize", "HierarchyRequest", "WrongDocument", "InvalidCharacter", "NoDataAllowed",
           "NoModificationAllowed", "NotFound", "NotSupported", "InuseAttribute", "InvalidState", "Syntax",
           "InvalidModification", "Namespace", "InvalidAccess", "Validation")
for _number, _name in enumerate(_ERRORS, 1):
    _kind = "DomstringSizeErr" if _name == "DomstringSize" else {
        "InuseAttribute": "InuseAttributeErr"}.get(_name, _name + "Err")
    globals()[_kind] = type(_kind, (DOMException,), {"code": _number, "__module__": __name__, "__doc__": None})

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
EMPTY_NAMESPACE = EMPTY_PREFIX = None
