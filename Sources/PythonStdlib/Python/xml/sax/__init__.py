"""Names of SAX."""


class SAXException(Exception):
    """A fault of XML."""
