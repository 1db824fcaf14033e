"""Options of the command line: the older parser, beside argparse."""
import os
import sys
from gettext import gettext as _, ngettext
from _optparse_base import (
    AmbiguousOptionError, BadOptionError, NO_DEFAULT, OptionConflictError, OptionError, OptionValueError, OptParseError,
    SUPPRESS_HELP, SUPPRESS_USAGE, _match_abbrev, _parse_num, check_builtin, check_choice,
)
from _optparse_help import HelpFormatter, IndentedHelpFormatter, TitledHelpFormatter
from _optparse_option import Option, Values

__version__ = "1.5.3"
__all__ = ["Option", "make_option", "SUPPRESS_HELP", "SUPPRESS_USAGE", "Values", "OptionContainer", "OptionGroup",
           "OptionParser", "HelpFormatter", "IndentedHelpFormatter", "TitledHelpFormatter", "OptParseError",
           "OptionError", "OptionConflictError", "OptionValueError", "BadOptionError", "check_choice"]
make_option = Option


def _made_or_given(kind, make, args, kwargs):
    """What arguments describe, or the one of its kind that they are."""
    first = args[0]
    if isinstance(first, str):
        return make(*args, **kwargs)
    if kwargs or args[1:]:
        raise TypeError("invalid arguments")
    if isinstance(first, kind):
        return first
    raise TypeError("not an %s instance: %r" % (kind.__name__, first))


class OptionContainer:
    """Options by their names: what parsers and groups have in common."""
    _kept = "_short_opt", "_long_opt", "defaults", "option_list"

    def __init__(self, option_class, conflict_handler, description):
        self.set_description(description)
        self.set_conflict_handler(conflict_handler)
        self.option_class = option_class
        self._create_option_list()

    def _create_option_list(self, owner=None):
        """Begins without options; names and defaults are noted in tables of its own or in its owner's."""
        self.option_list = []
        for table in ("_short_opt", "_long_opt", "defaults"):
            setattr(self, table, {} if owner is None else getattr(owner, table))

    def destroy(self):
        """Lets go of what refers to this in a circle."""
        for name in self._kept:
            delattr(self, name)

    def get_description(self):
        return self.description

    def set_description(self, description):
        """Chooses the paragraph before the options."""
        self.description = description

    def set_conflict_handler(self, handler):
        """Chooses what becomes of a name that is taken: an error, or the newer option has it."""
        if handler in ("error", "resolve"):
            self.conflict_handler = handler
        else:
            raise ValueError("invalid conflict_resolution value %r" % handler)

    # By name

    def _entries(self, option):
        """Each name of an option with the table it belongs to and the option's own list of such names."""
        for table, own in ((self._short_opt, option._short_opts), (self._long_opt, option._long_opts)):
            for name in tuple(own):
                yield name, table, own

    def has_option(self, opt_str):
        return self.get_option(opt_str) is not None

    def get_option(self, opt_str):
        """The option of this name; None if there is none."""
        return self._short_opt.get(opt_str, self._long_opt.get(opt_str))

    def remove_option(self, opt_str):
        """Forgets an option under all its names."""
        found = self.get_option(opt_str)
        if found is None:
            raise ValueError("no such option %r" % opt_str)
        for name, table, _own in self._entries(found):
            table.pop(name)
        found.container.option_list.remove(found)

    def add_options(self, option_list):
        """Adds options one by one."""
        for each in option_list:
            self.add_option(each)

    def add_option(self, *args, **kwargs):
        """Adds an option, or makes one of names and attributes."""
        added = _made_or_given(Option, self.option_class, args, kwargs)
        self._make_room(added)
        for name, table, _own in self._entries(added):
            table[name] = added
        added.container = self
        self.option_list.append(added)
        # Options without a default leave the one that another has given.
        if added.dest is not None and added.default is NO_DEFAULT:
            self.defaults.setdefault(added.dest)
        elif added.dest is not None:
            self.defaults[added.dest] = added.default
        return added

    def _make_room(self, option):
        """Takes an option's names from those who have them, unless that is an error."""
        taken = [(name, table[name], table) for name, table, _own in self._entries(option) if name in table]
        if taken and self.conflict_handler == "error":
            raise OptionConflictError(
                "conflicting option string(s): " + ", ".join(name for name, *_rest in taken), option)
        for name, loser, table in taken:
            del table[name]
            for _name, _table, own in self._entries(loser):
                if name in own:
                    own.remove(name)
            if not loser._short_opts + loser._long_opts:
                loser.container.option_list.remove(loser)

    # Help

    def format_option_help(self, formatter):
        """The options, but for the secret ones."""
        return "".join(formatter.format_option(each) for each in self.option_list if each.help is not SUPPRESS_HELP)

    def format_description(self, formatter):
        return formatter.format_description(self.get_description())

    def format_help(self, formatter):
        """The description if there is one, and the options."""
        options = self.format_option_help(formatter)
        return "%s\n%s" % (self.format_description(formatter), options) if self.description else options


class OptionGroup(OptionContainer):
    """Options that the help shows under a title; they are read as the parser's others."""

    def __init__(self, parser, title, description=None):
        self.parser, self.title = parser, title
        super().__init__(parser.option_class, parser.conflict_handler, description)

    def _create_option_list(self):
        super()._create_option_list(self.parser)

    def set_title(self, title):
        """Chooses another title."""
        self.title = title

    def format_help(self, formatter):
        heading = formatter.format_heading(self.title)
        formatter.indent()
        body = super().format_help(formatter)
        formatter.dedent()
        return heading + body


class OptionParser(OptionContainer):
    """Reads a command line."""
    _kept = OptionContainer._kept + ("option_groups", "formatter")
    standard_option_list = []

    def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error",
                 description=None, formatter=None, add_help_option=True, prog=None, epilog=None):
        self.prog, self.epilog, self.version = prog, epilog, version
        self.allow_interspersed_args = self.process_default_values = True
        super().__init__(option_class, conflict_handler, description)
        self.formatter = formatter or IndentedHelpFormatter()
        self.formatter.set_parser(self)
        self.set_usage(usage)
        for given in (self.standard_option_list, option_list):
            self.add_options(given or ())
        if version:
            self._add_version_option()
        if add_help_option:
            self._add_help_option()
        self._init_parsing_state()

    def _create_option_list(self):
        super()._create_option_list()
        self.option_groups = []

    def _init_parsing_state(self):
        self.values, self.largs, self.rargs = None, None, None

    def _add_help_option(self):
        self.add_option("-h", "--help", action="help", help=_("show this help message and exit"))

    def _add_version_option(self):
        self.add_option("--version", action="version", help=_("show program's version number and exit"))

    def destroy(self):
        for group in self.option_groups:
            group.destroy()
        super().destroy()

    # What it is set to

    def set_usage(self, usage):
        """Chooses the line that shows how the program is called, with or without its first word."""
        if usage is SUPPRESS_USAGE:
            self.usage = None
            return
        text = _("%prog [options]") if usage is None else usage
        word = "usage: "
        self.usage = text[len(word):] if text.lower().startswith(word) else text

    def disable_interspersed_args(self):
        """Options end at the first argument."""
        self.allow_interspersed_args = False

    def enable_interspersed_args(self):
        """Options may stand behind arguments."""
        self.allow_interspersed_args = True

    def set_process_default_values(self, process):
        """Chooses whether defaults that are strings are read as if the user had written them."""
        self.process_default_values = process

    # Groups

    def add_option_group(self, *args, **kwargs):
        """Adds a group, or makes one of a title and a description."""
        added = _made_or_given(OptionGroup, lambda *words, **rest: OptionGroup(self, *words, **rest), args, kwargs)
        if added.parser is not self:
            raise ValueError("invalid OptionGroup (wrong parser)")
        self.option_groups.append(added)
        return added

    def get_option_group(self, opt_str):
        """The group an option is in; None if it is in none."""
        container = getattr(self.get_option(opt_str), "container", self)
        return None if container is self else container

    def _get_all_options(self):
        return [each for part in (self, *self.option_groups) for each in part.option_list]

    # Defaults

    def set_defaults(self, **kwargs):
        """Sets the defaults of destinations."""
        for dest, value in kwargs.items():
            self.set_default(dest, value)

    def set_default(self, dest, value):
        """Sets the default of one destination."""
        self.defaults[dest] = value

    def get_default_values(self):
        """The values of an empty command line."""
        read = dict(self.defaults)
        for each in self._get_all_options() if self.process_default_values else ():
            text = read.get(each.dest)
            if isinstance(text, str):
                read[each.dest] = each.check_value(each.get_opt_string(), text)
        return Values(read)

    # Reading

    def _get_args(self, args):
        return list(sys.argv[1:]) if args is None else args[:]

    def parse_args(self, args=None, values=None):
        """The options' values, and the arguments that are none."""
        if values is None:
            values = self.get_default_values()
        self.values, self.largs, self.rargs = values, [], self._get_args(args)
        left, rest = self.largs, self.rargs
        try:
            self._process_args(left, rest, values)
        except (OptionValueError, BadOptionError) as problem:
            self.error(str(problem))
        return self.check_values(values, left + rest)

    def check_values(self, values, args):
        """Subclasses may refuse or change what was read."""
        return values, args

    def _process_args(self, largs, rargs, values):
        """Reads words until they end, or the options do."""
        while rargs and rargs[0] != "--":
            word = rargs[0]
            if word.startswith("-") and word != "-":
                read = self._process_long_opt if word.startswith("--") else self._process_short_opts
                read(rargs, values)
            elif self.allow_interspersed_args:
                largs.append(rargs.pop(0))
            else:
                return
        del rargs[:1]

    def _process_long_opt(self, rargs, values):
        """`--name` or `--name=value`."""
        name, sign, attached = rargs.pop(0).partition("=")
        opt = self._match_long_opt(name)
        self._use(self._long_opt[opt], opt, [attached] if sign else [], rargs, values)

    def _match_long_opt(self, opt):
        return _match_abbrev(opt, self._long_opt)

    def _process_short_opts(self, rargs, values):
        """Letters in one word; what follows one that takes a value is the value."""
        word = rargs.pop(0)
        for end, letter in enumerate(word[1:], 2):
            opt = "-" + letter
            option = self._short_opt.get(opt)
            if option is None:
                raise BadOptionError(opt)
            if option.takes_value():
                return self._use(option, opt, [word[end:]] if word[end:] else [], rargs, values)
            self._use(option, opt, [], rargs, values)

    def _use(self, option, opt, attached, rargs, values):
        """Lets an option do what it is for, with the words it needs."""
        value = None
        if option.takes_value():
            rargs[:0] = attached
            count = option.nargs
            if len(rargs) < count:
                self.error(ngettext("%(option)s option requires %(number)d argument",
                                    "%(option)s option requires %(number)d arguments", count)
                           % {"option": opt, "number": count})
            words = [rargs.pop(0) for _word in range(count)]
            value = words[0] if count == 1 else tuple(words)
        elif attached:
            self.error(_("%s option does not take a value") % opt)
        option.process(opt, value, values, self)

    # Telling

    def exit(self, status=0, msg=None):
        """Ends the program, with a word about it."""
        if msg:
            print(msg, end="", file=sys.stderr)
        raise SystemExit(status)

    def error(self, msg):
        """Ends the program, as it was called in a wrong way."""
        self.print_usage(sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.get_prog_name(), msg))

    def get_prog_name(self):
        """The name the program was called by, unless it is given one."""
        return self.prog if self.prog is not None else os.path.basename(sys.argv[0])

    def expand_prog_name(self, s):
        """A text with the program's name in it."""
        return self.get_prog_name().join(s.split("%prog"))

    def get_description(self):
        return self.expand_prog_name(super().get_description())

    def get_usage(self):
        """The line that shows how the program is called."""
        return "" if not self.usage else self.formatter.format_usage(self.expand_prog_name(self.usage))

    def print_usage(self, file=None):
        """Writes it and an empty line."""
        usage = self.get_usage()
        if self.usage:
            print(usage, file=file)

    def get_version(self):
        """The program's version as its author has worded it."""
        return "" if not self.version else self.expand_prog_name(self.version)

    def print_version(self, file=None):
        """Writes it, on a line of its own."""
        version = self.get_version()
        if self.version:
            print(version, file=file)

    def format_option_help(self, formatter=None):
        """The options and the groups, with an empty line between them."""
        formatter = formatter or self.formatter
        formatter.store_option_strings(self)
        heading = formatter.format_heading(_("Options"))
        formatter.indent()
        blocks = [super().format_option_help(formatter)] if self.option_list else []
        blocks += [group.format_help(formatter) for group in self.option_groups]
        formatter.dedent()
        return heading + "\n".join(blocks) if blocks else ""

    def format_epilog(self, formatter):
        return formatter.format_epilog(self.epilog)

    def format_help(self, formatter=None):
        """Usage, description, options and epilog."""
        formatter = formatter or self.formatter
        text = self.get_usage() + "\n" if self.usage else ""
        if self.description:
            text += self.format_description(formatter) + "\n"
        return text + self.format_option_help(formatter) + self.format_epilog(formatter)

    def print_help(self, file=None):
        """Writes the help."""
        print(self.format_help(), end="", file=file)
