"""The codec uu_codec."""
from encodings import _fill

_fill(globals(), "uu_codec")
