"""The codec base64_codec."""
from encodings import _fill

_fill(globals(), "base64_codec")
