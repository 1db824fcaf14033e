"""Texts for the messages of tests."""

import os

__unittest = True
_MAX_LENGTH = 80
_PLACEHOLDER_LEN, _MIN_BEGIN_LEN, _MIN_END_LEN, _MIN_COMMON_LEN = 12, 5, 5, 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def _shorten(s, before, after):
    skipped = len(s) - before - after
    if skipped > _PLACEHOLDER_LEN:
        s = "%s[%d chars]%s" % (s[:before], skipped, s[len(s) - after:])
    return s


def _common_shorten_repr(*args):
    args = tuple(map(safe_repr, args))
    longest = max(map(len, args))
    if longest <= _MAX_LENGTH:
        return args
    prefix = os.path.commonprefix(args)
    size = len(prefix)
    common = _MAX_LENGTH - (longest - size + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if common > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, common)
        return tuple([prefix + s[size:] for s in args])
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple([prefix + _shorten(s[size:], _MIN_DIFF_LEN, _MIN_END_LEN) for s in args])


def safe_repr(obj, short=False):
    """The text of an object, also of one whose __repr__ fails."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text[:_MAX_LENGTH] + " [truncated]..." if short and len(text) >= _MAX_LENGTH else text


def strclass(cls):
    """The whole name of a class."""
    return cls.__module__ + "." + cls.__qualname__


def _count_diff_all_purpose(first, second):
    """Differences of counts of items that cannot be hashed."""
    result, rest = [], list(second)
    done = []
    for item in first:
        if item in done:
            continue
        done.append(item)
        a, b = first.count(item), second.count(item)
        if a != b:
            result.append((a, b, item))
        rest = [x for x in rest if not x == item]
    while rest:
        item = rest[0]
        result.append((0, rest.count(item), item))
        rest = [x for x in rest if not x == item]
    return result
