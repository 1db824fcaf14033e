"""Reading XML as a row of events (SAX)."""
import io
from . import handler
from ._exceptions import (
    SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException, SAXReaderNotAvailable,
)
from .handler import ContentHandler, ErrorHandler
from .xmlreader import InputSource

default_parser_list = ["xml.sax.expatreader"]


def make_parser(parser_list=()):
    """A parser of the first module that has one."""
    for name in [*parser_list, *default_parser_list]:
        try:
            module = __import__(name, {}, {}, ["create_parser"])
        except ImportError:
            import sys
            if name in sys.modules:
                raise
        except SAXReaderNotAvailable:
            pass
        else:
            return module.create_parser()
    raise SAXReaderNotAvailable("No parsers found", None)


def _ready(content, errors):
    parser = make_parser()
    parser.setContentHandler(content)
    parser.setErrorHandler(errors)
    return parser


def parse(source, handler, errorHandler=ErrorHandler()):
    """Tells a handler what stands in a file, which is open or named."""
    _ready(handler, errorHandler).parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
    """Tells a handler what stands in text or bytes."""
    if errorHandler is None:
        errorHandler = ErrorHandler()
    source = InputSource()
    if isinstance(string, str):
        source.setCharacterStream(io.StringIO(string))
    else:
        source.setByteStream(io.BytesIO(string))
    _ready(handler, errorHandler).parse(source)
