"""The codec zlib_codec."""
from encodings import _fill

_fill(globals(), "zlib_codec")
