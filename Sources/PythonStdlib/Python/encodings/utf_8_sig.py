"""The codec utf_8_sig."""
from encodings import _fill

_fill(globals(), "utf_8_sig")
