"""Writes messages to files."""

__all__ = ["Generator", "BytesGenerator", "DecodedGenerator"]


class Generator:
    """Writes messages as text."""

    _is_binary = False

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self._fp, self.maxheaderlen, self.policy = outfp, maxheaderlen, policy

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message."""
        policy = self.policy or msg.policy
        most = policy.max_line_length if self.maxheaderlen is None else self.maxheaderlen
        self._put(msg._lines(unixfrom, policy.clone(max_line_length=most), linesep or policy.linesep, self._is_binary))

    def _put(self, text):
        self._fp.write(text)

    def clone(self, fp):
        """The same for another file."""
        return type(self)(fp, None, self.maxheaderlen, policy=self.policy)


class BytesGenerator(Generator):
    """Writes messages as bytes."""

    _is_binary = True

    def write(self, s):
        self._fp.write(s.encode("ascii", "surrogateescape"))

    def _put(self, text):
        self._fp.write(text.encode("ascii", "surrogateescape"))


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
