"""The codec utf_16_le."""
from encodings import _fill

_fill(globals(), "utf_16_le")
