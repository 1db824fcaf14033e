"""The codec hex_codec."""
from encodings import _fill

_fill(globals(), "hex_codec")
