"""The codec utf_32_le."""
from encodings import _fill

_fill(globals(), "utf_32_le")
