"""What can be wrong with messages."""


class MessageError(Exception):
    """Something about a message is wrong."""


class MessageDefect(ValueError):
    """Something that a parser found and could read all the same."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


def _kind(name, *bases):
    globals()[name] = type(name, bases, {"__module__": __name__})


for _name in ("MessageParseError", "CharsetError"):
    _kind(_name, MessageError)
for _name in ("HeaderParseError", "BoundaryError"):
    _kind(_name, globals()["MessageParseError"])
_kind("MultipartConversionError", MessageError, TypeError)
for _name in ("NoBoundaryInMultipartDefect", "StartBoundaryNotFoundDefect", "CloseBoundaryNotFoundDefect",
              "FirstHeaderLineIsContinuationDefect", "MisplacedEnvelopeHeaderDefect", "MissingHeaderBodySeparatorDefect",
              "MultipartInvariantViolationDefect", "InvalidMultipartContentTransferEncodingDefect", "UndecodableBytesDefect",
              "InvalidBase64PaddingDefect", "InvalidBase64CharactersDefect", "InvalidBase64LengthDefect", "HeaderDefect"):
    _kind(_name, MessageDefect)
MalformedHeaderDefect = globals()["MissingHeaderBodySeparatorDefect"]
for _name in ("InvalidHeaderDefect", "HeaderMissingRequiredValue", "NonPrintableDefect", "ObsoleteHeaderDefect", "NonASCIILocalPartDefect",
              "InvalidDateDefect"):
    _kind(_name, globals()["HeaderDefect"])
