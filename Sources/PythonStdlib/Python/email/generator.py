"""Writes messages to files."""

__all__ = ["Generator", "BytesGenerator", "DecodedGenerator"]


class Generator:
    """Writes messages as text."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self._fp, self.maxheaderlen, self.policy = outfp, maxheaderlen, policy

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message."""
        text = msg.as_string(unixfrom, 78 if self.maxheaderlen is None else self.maxheaderlen, policy=self.policy)
        linesep = linesep or getattr(self.policy or msg.policy, "linesep", "\n")
        self._put(text if linesep == "\n" else text.replace("\r\n", "\n").replace("\n", linesep))

    def _put(self, text):
        self._fp.write(text)

    def clone(self, fp):
        """The same for another file."""
        return type(self)(fp, None, self.maxheaderlen, policy=self.policy)


class BytesGenerator(Generator):
    """Writes messages as bytes."""

    def write(self, s):
        self._fp.write(s.encode("ascii", "surrogateescape"))

    def _put(self, text):
        utf8 = getattr(self.policy, "utf8", False)
        self._fp.write(text.encode("utf-8" if utf8 else "ascii", "surrogateescape"))


class DecodedGenerator(Generator):
    """Writes what of a message is text, and a line for each other part."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        Generator.__init__(self, outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = fmt or "[Non-text (%(type)s) part of message omitted, filename %(filename)s]"

    def flatten(self, msg, unixfrom=False, linesep=None):
        for part in msg.walk():
            kind = part.get_content_maintype()
            if kind == "text":
                print(part.get_payload(decode=False), file=self)
            elif kind != "multipart":
                print(self._fmt % {
                    "type": part.get_content_type(), "maintype": kind, "subtype": part.get_content_subtype(),
                    "filename": part.get_filename("[no filename]"),
                    "description": part.get("Content-Description", "[no description]"),
                    "encoding": part.get("Content-Transfer-Encoding", "[no encoding]")}, file=self)
