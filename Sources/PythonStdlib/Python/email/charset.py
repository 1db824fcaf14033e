"""Charsets of messages."""

__all__ = ["Charset", "add_alias", "add_charset", "add_codec"]
QP, BASE64, SHORTEST = 1, 2, 3
ALIASES = {"latin_1": "iso-8859-1", "latin-1": "iso-8859-1", "ascii": "us-ascii", "utf8": "utf-8"}
CHARSETS = {"us-ascii": (None, None, None), "utf-8": (SHORTEST, BASE64, "utf-8"), "iso-8859-1": (QP, QP, None),
            "iso-8859-15": (QP, QP, None), "windows-1252": (QP, QP, None)}
CODEC_MAP = {}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Says how texts of a charset are written in headers and bodies."""
    CHARSETS[charset] = header_enc, body_enc, output_charset


def add_alias(alias, canonical):
    """Gives a charset another name."""
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """Says which codec a charset needs."""
    CODEC_MAP[charset] = codecname


class Charset:
    """A charset and how texts in it are written."""

    def __init__(self, input_charset="us-ascii"):
        input_charset = input_charset.lower()
        self.input_charset = ALIASES.get(input_charset, input_charset)
        self.header_encoding, self.body_encoding, output = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        self.output_charset = output or self.input_charset
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def __hash__(self):
        return hash(str(self))

    def get_output_charset(self):
        return self.output_charset or self.input_charset

    def get_body_encoding(self):
        """The name of the encoding of bodies."""
        return {QP: "quoted-printable", BASE64: "base64"}.get(self.body_encoding, "7bit")

    def header_encode(self, string):
        """A text as an encoded word."""
        from email.header import _word
        return string if self.header_encoding is None else _word(string, self.output_charset)

    def body_encode(self, string):
        """A text as the body is written."""
        import base64
        import quopri
        data = string.encode(self.output_charset) if isinstance(string, str) else string
        if self.body_encoding == BASE64:
            return base64.encodebytes(data).decode("ascii")
        if self.body_encoding == QP:
            return quopri.encodestring(data).decode("ascii")
        return data.decode("ascii")
