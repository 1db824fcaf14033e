"""The codec bz2_codec."""
from encodings import _fill

_fill(globals(), "bz2_codec")
