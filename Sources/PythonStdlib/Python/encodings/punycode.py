"""The codec punycode."""
from encodings import _fill

_fill(globals(), "punycode")
