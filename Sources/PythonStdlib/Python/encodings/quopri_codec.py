"""The codec quopri_codec."""
from encodings import _fill

_fill(globals(), "quopri_codec")
