"""What goes wrong with configuration files."""

__name__ = "configparser"        # the module that pickles and messages name
MAX_INTERPOLATION_DEPTH = 10


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
