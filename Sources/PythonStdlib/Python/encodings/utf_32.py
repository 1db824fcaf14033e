"""The codec utf_32."""
from encodings import _fill

_fill(globals(), "utf_32")
