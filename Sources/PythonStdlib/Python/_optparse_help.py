"""How optparse's help looks."""
import os
import textwrap
from gettext import gettext as _
from itertools import chain
from _optparse_base import NO_DEFAULT

__name__ = "optparse"        # the module that pickles and messages name
_NARROWEST = 11              # columns a text has at least


def _terminal_width():
    try:
        return int(os.environ["COLUMNS"]) - 2
    except (KeyError, ValueError):
        return 78


def _with_delimiter(delim, allowed, kind):
    """The format of a name and its value, with what may stand between them."""
    if delim in allowed:
        return "%s" + delim + "%s"
    raise ValueError("invalid metavar delimiter for %s options: %r" % (kind, delim))


class HelpFormatter:
    """Lays out the help in two columns; subclasses say what headings and the usage look like."""
    NO_DEFAULT_VALUE = "none"
    parser = None
    help_width = None
    default_tag = "%default"
    _short_opt_fmt, _long_opt_fmt = "%s %s", "%s=%s"

    def __init__(self, indent_increment, max_help_position, width, short_first):
        self.width = _terminal_width() if width is None else width
        self.indent_increment, self.short_first = indent_increment, short_first
        self.current_indent = self.level = 0
        # In a narrow terminal the right column begins further left.
        self.max_help_position = min(max_help_position, max(self.width - 20, 2 * indent_increment))
        self.help_position = self.max_help_position
        self.option_strings = {}

    # What subclasses give

    def format_heading(self, heading):
        """A heading, on a line of its own."""
        raise NotImplementedError("subclasses must implement")

    def format_usage(self, usage):
        """The line that shows how the program is called."""
        raise NotImplementedError("subclasses must implement")

    # What it is set to

    def set_long_opt_delimiter(self, delim):
        """Chooses what stands between `--name` and its value."""
        self._long_opt_fmt = _with_delimiter(delim, ("=", " "), "long")

    def set_short_opt_delimiter(self, delim):
        """Chooses what stands between `-n` and its value."""
        self._short_opt_fmt = _with_delimiter(delim, ("", " "), "short")

    def set_parser(self, parser):
        """Chooses the parser whose defaults are told."""
        self.parser = parser

    def _step(self, levels):
        self.level += levels
        self.current_indent += levels * self.indent_increment
        assert self.current_indent >= 0, "Indent decreased below 0."

    def indent(self):
        """What follows stands further right."""
        self._step(1)

    def dedent(self):
        """What follows stands further left again."""
        self._step(-1)

    # Texts

    def _format_text(self, text):
        margin = " " * self.current_indent
        return textwrap.fill(text, max(self.width - len(margin), _NARROWEST), initial_indent=margin,
                             subsequent_indent=margin)

    def format_description(self, description):
        """A paragraph that is followed by something."""
        return "%s\n" % self._format_text(description) if description else ""

    def format_epilog(self, epilog):
        """A paragraph that follows something."""
        return "\n%s\n" % self._format_text(epilog) if epilog else ""

    # Options

    def format_option_strings(self, option):
        """An option's names, each with the name of its value."""
        names = {False: option._long_opts, True: option._short_opts}
        if option.takes_value():
            value = option.metavar or option.dest.upper()
            for is_short, form in ((False, self._long_opt_fmt), (True, self._short_opt_fmt)):
                names[is_short] = [form % (name, value) for name in names[is_short]]
        first = bool(self.short_first)
        return ", ".join(chain(names[first], names[not first]))

    def store_option_strings(self, parser):
        """Notes the names of all options and places the right column behind the longest."""
        longest = 0
        for lists in ([parser.option_list], [group.option_list for group in parser.option_groups]):
            self.indent()
            for option in chain.from_iterable(lists):
                names = self.option_strings[option] = self.format_option_strings(option)
                longest = max(longest, self.current_indent + len(names))
        self.dedent()
        self.dedent()
        self.help_position = min(self.max_help_position, longest + 2)
        self.help_width = max(_NARROWEST, self.width - self.help_position)

    def expand_default(self, option):
        """An option's help with its default in it."""
        if not self.default_tag or self.parser is None:
            return option.help
        default = self.parser.defaults.get(option.dest)
        if default is None or default is NO_DEFAULT:
            default = self.NO_DEFAULT_VALUE
        return option.help.replace(self.default_tag, str(default))

    def format_option(self, option):
        """An option with its help beside it, or below it when the names are too long for their column."""
        names = " " * self.current_indent + self.option_strings[option]
        told = textwrap.wrap(self.expand_default(option), self.help_width) if option.help else []
        if len(names) + 2 <= self.help_position:
            names = names.ljust(self.help_position) + (told.pop(0) if told else "")
        column = " " * self.help_position
        return "\n".join([names, *(column + line for line in told), ""])


class TitledHelpFormatter(HelpFormatter):
    """Underlines its headings and indents nothing."""

    def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_heading(self, heading):
        line = "=-"[self.level] * len(heading)
        return "\n".join((heading, line, ""))

    def format_usage(self, usage):
        return self.format_heading(_("Usage")) + "  %s\n" % usage


class IndentedHelpFormatter(HelpFormatter):
    """Ends its headings with a colon and indents what belongs to them."""

    def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_heading(self, heading):
        return " " * self.current_indent + heading + ":\n"

    def format_usage(self, usage):
        return _("Usage: %s\n") % usage
