"""What optparse's parts share: its errors, the marks of what is not set, and how values are read."""
from gettext import gettext as _

__name__ = "optparse"        # the module that pickles and messages name
NO_DEFAULT = "NO", "DEFAULT"
SUPPRESS_HELP, SUPPRESS_USAGE = "SUPPRESSHELP", "SUPPRESSUSAGE"


class OptParseError(Exception):
    """The root of the errors; `msg` is the text."""

    def __init__(self, msg):
        self.msg = msg

    def __str__(self):
        return self._text()

    def _text(self):
        return self.msg


class OptionValueError(OptParseError):
    """The user has given an option a value that it does not take."""


class BadOptionError(OptParseError):
    """The user has given an option that nobody has declared."""

    def __init__(self, opt_str):
        self.opt_str = opt_str

    def _text(self):
        return _("no such option: %s") % self.opt_str


class AmbiguousOptionError(BadOptionError):
    """The user has shortened an option so far that it could be several."""

    def __init__(self, opt_str, possibilities):
        self.opt_str, self.possibilities = opt_str, possibilities

    def _text(self):
        return _("ambiguous option: %s (%s?)") % (self.opt_str, ", ".join(self.possibilities))


class OptionError(OptParseError):
    """The program has declared an option that cannot be; `option_id` tells which."""

    def __init__(self, msg, option):
        super().__init__(msg)
        self.option_id = str(option)

    def _text(self):
        return "option %s: %s" % (self.option_id, self.msg) if self.option_id else self.msg


class OptionConflictError(OptionError):
    """The program has declared a name twice."""


def _described(self):
    """The `repr` of options and values: what `str` gives, with class and address."""
    return "<%s at 0x%x: %s>" % (type(self).__name__, id(self), self)


# Reading

_BASES = {"0x": 16, "0b": 2}


def _parse_num(val, type):
    """A number that says its base as C does: 0x10, 0b10, 010."""
    prefix = val[:2].lower()
    base = _BASES.get(prefix) or (8 if prefix.startswith("0") else 10)
    # A lone prefix of a binary number is none.
    return type(val[2:] or "0" if base == 2 else val, base)


def _integer(text):
    return _parse_num(text, int)


# By type: what reads it, and what messages call it.
_READERS = {
    "int": (_integer, _("integer")), "float": (float, _("floating-point")),
    "long": (_integer, _("integer")), "complex": (complex, _("complex")),
}


def check_builtin(option, opt, value):
    """Reads a value as the number its option is declared to be."""
    reader, word = _READERS[option.type]
    try:
        return reader(value)
    except ValueError:
        complaint = _("option %s: invalid %s value: %r") % (opt, word, value)
    raise OptionValueError(complaint)


def check_choice(option, opt, value):
    """Lets pass what is among the option's choices."""
    if value not in option.choices:
        raise OptionValueError(_("option %s: invalid choice: %r (choose from %s)")
                               % (opt, value, ", ".join(map(repr, option.choices))))
    return value


def _match_abbrev(s, wordmap):
    """The only word that begins so; a word in full is itself, whatever else begins so."""
    fitting = [s] if s in wordmap else sorted(word for word in wordmap if word.startswith(s))
    if len(fitting) > 1:
        raise AmbiguousOptionError(s, fitting)
    if not fitting:
        raise BadOptionError(s)
    return fitting[0]
