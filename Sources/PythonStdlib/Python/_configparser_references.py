"""What stands in a value for another value."""
import re
from _configparser_errors import (
    InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError, MAX_INTERPOLATION_DEPTH,
    NoOptionError, NoSectionError, _deprecated,
)

__name__ = "configparser"        # the module that pickles and messages name


class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        """The value that is given for the one that is kept."""
        return value

    def _unchanged(self, parser, section, option, value):
        """The value to keep or to write."""
        return value

    before_set = before_read = before_write = _unchanged
    del _unchanged


class _References(Interpolation):
    """Replaces references: a sign, then a name in brackets; the sign twice stands for itself.

    A subclass has the sign, the opening bracket, the shape of a reference, and `_find`.
    """

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, defaults)

    def before_set(self, parser, section, option, value):
        left = self._KEYCRE.sub("", value.replace(self._sign * 2, ""))
        if (place := left.find(self._sign)) >= 0:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {place}")
        return value

    def _expand(self, parser, section, option, text, space, depth=1):
        sign, done = self._sign, []
        raw = parser.get(section, option, raw=True, fallback=text)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while True:
            plain, found, rest = text.partition(sign)
            done.append(plain)
            if not found:
                return "".join(done)
            if rest[:1] == sign:
                done.append(sign)
                text = rest[1:]
                continue
            rest = sign + rest
            if rest[1:2] != self._bracket:
                raise InterpolationSyntaxError(
                    option, section, f"'{sign}' must be followed by '{sign}' or '{self._bracket}', found: {rest!r}")
            if (reference := self._KEYCRE.match(rest)) is None:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
            text = rest[reference.end():]
            try:
                value, *place = self._find(parser, section, option, reference[1], text, space)
            except _Missing as missing:
                raise InterpolationMissingOptionError(option, section, raw, missing.args[0]) from None
            done.append(self._expand(parser, *place, depth + 1) if sign in value else value)


class _Missing(Exception):
    """What a reference names is not there."""


class BasicInterpolation(_References):
    """`%(name)s` stands for another option."""

    _sign, _bracket = "%("
    _KEYCRE = re.compile(r"%\(([^)]+)\)s")

    def _find(self, parser, section, option, name, rest, space):
        name = parser.optionxform(name)
        if name not in space:
            raise _Missing(name)
        return space[name], section, option, space[name], space


class ExtendedInterpolation(_References):
    """`${section:name}` stands for another option."""

    _sign, _bracket = "${"
    _KEYCRE = re.compile(r"\$\{([^}]+)\}")

    def _find(self, parser, section, option, path, rest, space):
        home, colon, name = path.partition(":")
        if ":" in name:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        try:
            if colon:
                section, option = home, parser.optionxform(name)
                value = parser.get(section, option, raw=True)
            else:
                option = parser.optionxform(home)
                value = space[option]
        except (KeyError, NoSectionError, NoOptionError):
            raise _Missing(path if not colon else f"{home}:{name}") from None
        return value, section, option, value, dict(parser.items(section, raw=True))


class LegacyInterpolation(Interpolation):
    """`%(name)s` as the operator `%` reads it; deprecated."""

    _KEYCRE = re.compile(r"%\(([^)]*)\)s|.")

    def __init__(self):
        _deprecated("LegacyInterpolation has been deprecated since Python 3.2 and will be removed from the "
                    "configparser module in Python 3.13. Use BasicInterpolation or ExtendedInterpolation instead.")

    def before_get(self, parser, section, option, value, vars):
        def transformed(found):
            return found[0] if found[1] is None else f"%({parser.optionxform(found[1])})s"
        text = value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not text or "%(" not in text:
                return text
            try:
                text = self._KEYCRE.sub(transformed, text) % vars
            except KeyError as missing:
                raise InterpolationMissingOptionError(option, section, value, *missing.args) from None
        if text and "%(" in text:
            raise InterpolationDepthError(option, section, value)
        return text
