"""The codec utf_16_be."""
from encodings import _fill

_fill(globals(), "utf_16_be")
