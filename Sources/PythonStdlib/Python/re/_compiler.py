"""The function that makes patterns, under the name of the module that some programs take it from."""
import re as _re
from re import _parser
from re._constants import *

MAXCODE = 0xffffffff


def isstring(obj):
    """Whether it may be a pattern."""
    return isinstance(obj, (str, bytes))


def compile(p, flags=0):
    """The pattern of a text, or of the tree of one."""
    if isinstance(p, _parser.SubPattern):
        p, flags = p.state.str, flags | p.state.flags & ~SRE_FLAG_UNICODE
    return _re.compile(p, flags)
