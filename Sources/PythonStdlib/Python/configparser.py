"""Files of settings in sections."""
import os
import re
from collections import ChainMap
from collections.abc import MutableMapping
from functools import partial
from _configparser_errors import (
    DuplicateOptionError, DuplicateSectionError, Error, InterpolationDepthError, InterpolationError,
    InterpolationMissingOptionError, InterpolationSyntaxError, MAX_INTERPOLATION_DEPTH,
    MissingSectionHeaderError, NoOptionError, NoSectionError, ParsingError, _deprecated,
)
from _configparser_references import BasicInterpolation, ExtendedInterpolation, Interpolation, LegacyInterpolation
from _configparser_reading import _Reading

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "SafeConfigParser", "Interpolation",
           "BasicInterpolation", "ExtendedInterpolation", "LegacyInterpolation", "SectionProxy", "ConverterMapping",
           "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH")

DEFAULTSECT = "DEFAULT"
_default_dict = dict
_UNSET = object()


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
