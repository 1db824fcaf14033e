"""Files of settings in sections."""
import os
import re
from collections import ChainMap
from collections.abc import MutableMapping
from functools import partial

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "SafeConfigParser", "Interpolation",
           "BasicInterpolation", "ExtendedInterpolation", "LegacyInterpolation", "SectionProxy", "ConverterMapping",
           "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH")

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_default_dict = dict
_UNSET = object()


def _deprecated(message, depth=3):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=depth)


# Errors

class Error(Exception):
    """Base of the errors; `message` is their text."""

    def __init__(self, msg=""):
        super().__init__(msg)
        self.message = msg

    def __str__(self):
        return self.message

    __repr__ = __str__

    def _tell(self, message, **facts):
        """Sets the text, and the facts as attributes; they are what the error is made of again by `pickle`."""
        Error.__init__(self, message)
        self.__dict__.update(facts)
        self.args = tuple(facts.values())


def _found_twice(kind, what, source, lineno):
    """The text of an error about something that is there already."""
    if source is None:
        return f"{kind.capitalize()} {what} already exists"
    line = "" if lineno is None else f" [line {lineno:2d}]"
    return f"While reading from {source!r}{line}: {kind} {what} already exists"


class NoSectionError(Error):
    """There is no such section."""

    def __init__(self, section):
        self._tell(f"No section: {section!r}", section=section)


class DuplicateSectionError(Error):
    """A section that is there already."""

    def __init__(self, section, source=None, lineno=None):
        text = _found_twice("section", repr(section), source, lineno)
        self._tell(text, section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    """An option that was read already."""

    def __init__(self, section, option, source=None, lineno=None):
        self._tell(_found_twice("option", f"{option!r} in section {section!r}", source, lineno),
                   section=section, option=option, source=source, lineno=lineno)


class NoOptionError(Error):
    """There is no such option in the section."""

    def __init__(self, option, section):
        self._tell(f"No option {option!r} in section: {section!r}", option=option, section=section)


class InterpolationError(Error):
    """A reference within a value cannot be replaced."""

    def __init__(self, option, section, msg):
        self._tell(msg, option=option, section=section)
        self.args += (msg,)


class InterpolationMissingOptionError(InterpolationError):
    """What is referred to is not there."""

    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, (
            f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key "
            f"{reference!r} which is not a valid option name. Raw value: {rawval!r}"))
        self.reference, self.args = reference, (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """A value that cannot be read as text with references."""


class InterpolationDepthError(InterpolationError):
    """References within references without end."""

    def __init__(self, option, section, rawval):
        super().__init__(option, section, (
            f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an "
            f"interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}"))
        self.args = option, section, rawval


class ParsingError(Error):
    """Lines that cannot be read: `errors` has their numbers and texts."""

    def __init__(self, source=None, filename=None):
        if source and filename:
            raise ValueError("Cannot specify both `filename' and `source'. Use `source'.")
        if not source and not filename:
            raise ValueError("Required argument `source' not given.")
        self._tell(f"Source contains parsing errors: {source or filename!r}", source=source or filename)
        self.errors = []

    def append(self, lineno, line):
        """Adds a line."""
        self.message += f"\n\t[line {lineno:2d}]: {line}"
        self.errors.append((lineno, line))

    def _filename(self, *new):
        _deprecated("The 'filename' attribute will be removed in Python 3.12. Use 'source' instead.")
        if not new:
            return self.source
        self.source = new[0]

    filename = property(_filename, _filename, doc="The source, deprecated.")


class MissingSectionHeaderError(ParsingError):
    """Something stands before the first section."""

    def __init__(self, filename, lineno, line):
        self._tell(f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}",
                   source=filename, lineno=lineno, line=line)


# Interpolation

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


# Reading

class _Reading:
    """The lines of one source on their way into a parser."""

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.seen, self.indent, self.error = set(), 0, None
        self.section = self.options = self.option = None

    def take(self, number, line):
        """Takes a line: a comment, nothing, more of a value, the name of a section or an option."""
        parser = self.parser
        text = self._without_comment(line)
        commented = text is not line
        text = text.strip()
        going_on = self.options is not None and self.option
        if not text:
            if not parser._empty_lines_in_values:
                self.indent = None
            elif going_on and not commented and self.options[self.option] is not None:
                self.options[self.option].append("")
            return
        indent = len(line) - len(line.lstrip())
        if going_on and self.indent is not None and indent > self.indent:
            self.options[self.option].append(text)
            return
        self.indent = indent
        if header := parser.SECTCRE.match(text):
            self._begin(header["header"], number)
        elif self.options is None:
            raise MissingSectionHeaderError(self.source, number, line)
        else:
            self._set(text, number, line)

    def _without_comment(self, line):
        parser = self.parser
        if parser._comment_prefixes and line.lstrip().startswith(parser._comment_prefixes):
            return ""
        places = [place for prefix in parser._inline_comment_prefixes for place in _places(line, prefix)]
        return line[:min(places)] if places else line

    def _first(self, *name):
        """Whether this is read for the first time from this source."""
        new = name not in self.seen
        self.seen.add(name)
        return new

    def _begin(self, name, number):
        parser = self.parser
        self.section, self.option = name, None
        if name in parser._sections:
            if not self._first(name) and parser._strict:
                raise DuplicateSectionError(name, self.source, number)
        elif name != parser.default_section:
            self._first(name)
            parser._new_section(name)
        self.options = parser._sections.get(name, parser._defaults)

    def _set(self, text, number, line):
        parser, found = self.parser, self.parser._optcre.match(text)
        if not found or not found["option"]:
            self.error = self.error or ParsingError(self.source)
            self.error.append(number, repr(line))
        if found:
            self.option = parser.optionxform(found["option"].rstrip())
            if not self._first(self.section, self.option) and parser._strict:
                raise DuplicateOptionError(self.section, self.option, self.source, number)
            value = found["value"]
            self.options[self.option] = None if value is None else [value.strip()]


def _places(line, prefix):
    """Where a comment within a line begins: at the first prefix that has a space before it."""
    place = line.find(prefix)
    while place > 0 and not line[place - 1].isspace():
        place = line.find(prefix, place + 1)
    return [place] if place >= 0 else []


# Parsers

class RawConfigParser(MutableMapping):
    """Reads and writes settings without interpolation."""

    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = dict.fromkeys(("1", "yes", "true", "on"), True) | dict.fromkeys(("0", "no", "false", "off"), False)
    SECTCRE = re.compile(r"\[(?P<header>.+)\]")
    NONSPACECRE = re.compile(r"\S")
    _OPTION = r"(?P<option>.*?)\s*(?:(?P<vi>%s)\s*(?P<value>.*))%s$"
    OPTCRE, OPTCRE_NV = re.compile(_OPTION % ("=|:", "")), re.compile(_OPTION % ("=|:", "?"))

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._dict, self._strict, self.default_section = dict_type, strict, default_section
        self._allow_no_value, self._empty_lines_in_values = allow_no_value, empty_lines_in_values
        self._delimiters, self._optcre = tuple(delimiters), self.OPTCRE_NV if allow_no_value else self.OPTCRE
        if self._delimiters != ("=", ":"):
            signs = "|".join(map(re.escape, self._delimiters))
            self._optcre = re.compile(self._OPTION % (signs, "?" if allow_no_value else ""))
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError("interpolation= must be None or an instance of Interpolation; got an object of type "
                            f"{type(interpolation)}")
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        if converters is not _UNSET:
            self._converters.update(converters)
        self._read_defaults(defaults or {})

    @property
    def converters(self):
        """The functions behind the methods `get…`."""
        return self._converters

    def optionxform(self, optionstr):
        """The name of an option as it is kept."""
        return optionstr.lower()

    def _options_of(self, section):
        """The options a section has itself."""
        if not section or section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section) from None
        return self._sections[section]

    def _new_section(self, name):
        self._sections[name] = self._dict()
        self._proxies[name] = SectionProxy(self, name)

    # Sections

    def sections(self):
        """The names of the sections, without the one with the defaults."""
        return [*self._sections]

    def has_section(self, section):
        """Whether there is such a section; the one with the defaults does not count."""
        return section in self._sections

    def add_section(self, section):
        """Makes an empty section."""
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if self.has_section(section):
            raise DuplicateSectionError(section)
        self._new_section(section)

    def remove_section(self, section):
        """Removes a section; tells whether it was there."""
        there = self.has_section(section)
        for names in (self._sections, self._proxies) if there else ():
            del names[section]
        return there

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    def __len__(self):
        return 1 + len(self._sections)

    def __contains__(self, key):
        return self.has_section(key) or key == self.default_section

    def __getitem__(self, key):
        if key in self:
            return self._proxies[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        if key in self:
            if value is self._proxies[key]:
                return
            self._options_of(key).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def popitem(self):
        """Removes the first section and gives its name and what is in it."""
        for name, proxy in self._proxies.items():
            if name != self.default_section:
                self.remove_section(name)
                return name, proxy
        raise KeyError

    # Options

    def defaults(self):
        """The options all sections have."""
        return self._defaults

    def options(self, section):
        """The names of a section's options, those of the defaults too."""
        if section not in self._sections:
            raise NoSectionError(section) from None
        names = self._sections[section].copy()
        names.update(self._defaults)
        return [*names]

    def has_option(self, section, option):
        """Whether a section has the option, or the defaults do."""
        try:
            own = self._options_of(section)
        except NoSectionError:
            return False
        name = self.optionxform(option)
        return name in own or name in self._defaults

    def set(self, section, option, value=None):
        """Sets an option."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._options_of(section)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        """Removes an option; tells whether it was there."""
        own, name = self._options_of(section), self.optionxform(option)
        there = name in own
        own.pop(name, None)
        return there

    def _values(self, section, more):
        """The values of a section as they are kept: what the caller gave first, then its own, then the defaults."""
        if section not in self:
            raise NoSectionError(section) from None
        given = {self.optionxform(name): None if value is None else str(value) for name, value in (more or {}).items()}
        return ChainMap(given, self._sections.get(section, {}), self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """A value as text."""
        try:
            values, name = self._values(section, vars), self.optionxform(option)
            if name not in values:
                raise NoOptionError(name, section) from None
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        value = values[name]
        return value if raw or value is None else self._interpolation.before_get(self, section, name, value, values)

    def _get(self, section, conv, option, **kwargs):
        return conv(self.get(section, option, **kwargs))

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """A value that `conv` makes of the text."""
        try:
            return self._get(section, conv, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is not _UNSET:
                return fallback
            raise

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """A value as integer."""
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """A value as float."""
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """A value as truth: yes or no, on or off, true or false, 1 or 0."""
        convert = self._convert_to_boolean
        return self._get_conv(section, option, convert, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        state = self.BOOLEAN_STATES.get(value.lower())
        if state is None:
            raise ValueError(f"Not a boolean: {value}")
        return state

    def items(self, section=_UNSET, raw=False, vars=None):
        """All sections; or the names and values of a section."""
        if section is _UNSET:
            return super().items()
        values = self._defaults.copy()
        values.update(self._values(section, None).maps[1])
        names = [*values]
        for name, value in (vars or {}).items():
            values[self.optionxform(name)] = value

        def shown(name):
            value = values[name]
            return value if raw or value is None else self._interpolation.before_get(self, section, name, value, values)
        return [(name, shown(name)) for name in names]

    def _validate_value_types(self, *, section="", option="", value=""):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and (value or not self._allow_no_value):
            raise TypeError("option values must be strings")

    # Files

    def read(self, filenames, encoding=None):
        """Reads files; those that are missing are passed over."""
        done = []
        for name in [filenames] if isinstance(filenames, (str, bytes, os.PathLike)) else filenames:
            try:
                file = open(name, encoding=encoding)
            except OSError:
                continue
            with file:
                self._read(file, name)
            done.append(os.fspath(name))
        return done

    def read_file(self, f, source=None):
        """Reads the lines of a file."""
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        """Reads a text."""
        from io import StringIO
        self._read(StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        """Takes the sections of a mapping, each a mapping of options."""
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            if section in seen and self._strict or section not in self:
                self.add_section(section)
            seen.add(section)
            for name, value in options.items():
                name = self.optionxform(str(name))
                if (section, name) in seen and self._strict:
                    raise DuplicateOptionError(section, name, source)
                seen.add((section, name))
                self.set(section, name, None if value is None else str(value))

    def readfp(self, fp, filename=None):
        """`read_file`; deprecated."""
        _deprecated("This method will be removed in Python 3.12. Use 'parser.read_file()' instead.")
        self.read_file(fp, filename)

    def _read(self, fp, fpname):
        reading = _Reading(self, fpname)
        for number, line in enumerate(fp, 1):
            reading.take(number, line)
        for section, options in [(self.default_section, self._defaults), *self._sections.items()]:
            for name, value in options.items():
                text = "\n".join(value).rstrip() if isinstance(value, list) else value
                options[name] = self._interpolation.before_read(self, section, name, text)
        if reading.error:
            raise reading.error

    def _read_defaults(self, defaults):
        for name, value in defaults.items():
            self._defaults[self.optionxform(name)] = value

    def write(self, fp, space_around_delimiters=True):
        """Writes all settings to a file."""
        sign = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        for section in self if self._defaults else self._sections:
            fp.write(f"[{section}]\n")
            for name, value in self._options_of(section).items():
                value = self._interpolation.before_write(self, section, name, value)
                silent = value is None and self._allow_no_value
                fp.write(name + ("" if silent else sign + str(value).replace("\n", "\n\t")) + "\n")
            fp.write("\n")


class ConfigParser(RawConfigParser):
    """Reads and writes settings; `%(name)s` stands for another."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def add_section(self, section):
        self._validate_value_types(section=section)
        super().add_section(section)

    def set(self, section, option, value=None):
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def _read_defaults(self, defaults):
        """Defaults are checked, but may hold what looks like a reference."""
        usual, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = usual


class SafeConfigParser(ConfigParser):
    """ConfigParser under its old name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _deprecated("The SafeConfigParser class has been renamed to ConfigParser in Python 3.2. This alias will be "
                    "removed in Python 3.12. Use ConfigParser directly instead.")


class SectionProxy(MutableMapping):
    """A section as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for kind in parser.converters:
            self._offer("get" + kind)

    def _offer(self, method):
        """Gives the proxy a method of its parser, for this section."""
        setattr(self, method, partial(self.get, _impl=getattr(self._parser, method)))

    parser = property(lambda self: self._parser, doc="The parser the section belongs to.")
    name = property(lambda self: self._name, doc="The name of the section.")

    def __repr__(self):
        return f"<Section: {self._name}>"

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """A value, or the fallback."""
        find = _impl or self._parser.get
        return find(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __getitem__(self, key):
        if key in self:
            return self._parser.get(self._name, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __iter__(self):
        parser = self._parser
        return iter([*parser.defaults()] if self._name == parser.default_section else parser.options(self._name))

    def __len__(self):
        return len([*self])


class ConverterMapping(MutableMapping):
    """The converters of a parser: each becomes a method `get…`."""

    def __init__(self, parser):
        self._parser = parser
        self._functions = {name[3:]: None for name in dir(parser)
                           if name[:3] == "get" < name and callable(getattr(parser, name))}

    def __iter__(self):
        return iter(self._functions)

    def __len__(self):
        return len(self._functions)

    def __getitem__(self, key):
        return self._functions[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._functions[key] = value
        getter = partial(self._parser._get_conv, conv=value)
        getter.converter = value
        setattr(self._parser, "get" + key, getter)
        for proxy in self._parser.values():
            proxy._offer("get" + key)

    def __delitem__(self, key):
        del self._functions[key]
        for owner in (self._parser, *self._parser.values()):
            vars(owner).pop("get" + key, None)
