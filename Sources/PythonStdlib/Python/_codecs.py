"""The part of `codecs` that CPython has in C."""
from codecs import *
from codecs import (charmap_build, charmap_decode, charmap_encode, escape_decode, escape_encode,
                    raw_unicode_escape_decode, raw_unicode_escape_encode, readbuffer_encode, unicode_escape_decode,
                    unicode_escape_encode, unregister, utf_7_decode, utf_7_encode)
from codecs import decode, encode
