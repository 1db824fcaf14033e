"""Errors of the XML parser."""
from xml.etree.ElementTree import ParseError as ExpatError, ParseError as error

version_info = (2, 5, 0)
EXPAT_VERSION = "expat_2.5.0"


def ErrorString(code):
    """The text of an error code."""
    return {2: "syntax error", 3: "no element found", 4: "not well-formed (invalid token)", 7: "mismatched tag",
            8: "duplicate attribute", 9: "junk after document element", 11: "undefined entity"}.get(code, "error")
