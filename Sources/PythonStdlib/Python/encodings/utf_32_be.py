"""The codec utf_32_be."""
from encodings import _fill

_fill(globals(), "utf_32_be")
