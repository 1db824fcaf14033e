"""Constants, templates and the machinery of `str.format`."""
import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

digits = "0123456789"
octdigits, hexdigits = digits[:8], digits + "abcdefABCDEF"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
whitespace = " \t\n\r\v\f"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Every word with a capital."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


_missing = {}


class Template:
    """Text with names after `$`."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        _prepare(cls)

    def __init__(self, template):
        self.template = template

    def substitute(self, mapping=_missing, /, **kws):
        """The text with all names replaced."""
        return self._filled(_values(mapping, kws), strict=True)

    def safe_substitute(self, mapping=_missing, /, **kws):
        """The text with the known names replaced."""
        return self._filled(_values(mapping, kws), strict=False)

    def is_valid(self):
        """Whether `substitute` could read all of the text."""
        return all(name is not None for name in self._names())

    def get_identifiers(self):
        """The names in the text, each once."""
        return [*dict.fromkeys(filter(None, self._names()))]

    def _names(self):
        return map(self._name, self.pattern.finditer(self.template))

    def _name(self, match):
        """The name at a match; "" for a doubled delimiter, None for a delimiter that means nothing."""
        name = match["named"] or match["braced"]
        if name is None and match["escaped"] is not None:
            return ""
        if name is None and match["invalid"] is None:
            raise ValueError("Unrecognized named group in pattern", self.pattern)
        return name

    def _filled(self, values, strict):
        def replacement(match):
            name = self._name(match)
            if name == "":
                return self.delimiter
            if name is None and strict:
                before = self.template[:match.start("invalid")].splitlines(True) or ["$"]
                raise ValueError("Invalid placeholder in string: line %d, col %d" % (len(before), len(before[-1])))
            if name is not None:
                try:
                    return str(values[name])
                except KeyError:
                    if strict:
                        raise
            return match[0]
        return self.pattern.sub(replacement, self.template)


def _values(mapping, kws):
    if mapping is _missing:
        return kws
    if kws:
        from collections import ChainMap
        return ChainMap(kws, mapping)
    return mapping


def _prepare(cls):
    """Compiles the pattern of a class of templates."""
    import re
    if "pattern" in cls.__dict__:
        pattern = cls.pattern
    else:
        delim, ident = re.escape(cls.delimiter), cls.idpattern
        braced = cls.braceidpattern or cls.idpattern
        pattern = (r"%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))" % (delim, delim, ident, braced))
    cls.pattern = re.compile(pattern, (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)


class _LazyPattern:
    """Compiles the pattern of `Template` when it is first asked for."""

    def __get__(self, obj, cls=None):
        del Template.pattern
        _prepare(Template)
        return Template.pattern


Template.pattern = _LazyPattern()


class Formatter:
    """`str.format` whose steps may be overridden."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if field is None:
                continue
            if field == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field = str(auto_arg_index)
                auto_arg_index += 1
            elif isinstance(_string.formatter_field_name_split(field)[0], int):
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            out.append(self.format_field(obj, spec))
        return "".join(out), auto_arg_index

    def parse(self, format_string):
        """The pieces of a format: literal text, field name, format, conversion."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """The value a field names, and the argument it begins with."""
        argument, steps = _string.formatter_field_name_split(field_name)
        value = self.get_value(argument, args, kwargs)
        for dotted, step in steps:
            value = getattr(value, step) if dotted else value[step]
        return value, argument

    def get_value(self, key, args, kwargs):
        """An argument by place or by name."""
        return (args if isinstance(key, int) else kwargs)[key]

    def convert_field(self, value, conversion):
        """The value after `!s`, `!r` or `!a`."""
        try:
            convert = _conversions[conversion]
        except KeyError:
            raise ValueError("Unknown conversion specifier %s" % conversion) from None
        return convert(value) if convert else value

    def format_field(self, value, format_spec):
        """The text of one value."""
        return format(value, format_spec)

    def check_unused_args(self, used_args, args, kwargs):
        """Called at the end with the arguments that were asked for; does nothing here."""


_conversions = {None: None, "s": str, "r": repr, "a": ascii}
