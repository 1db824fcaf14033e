"""Command-line parsing: declare the arguments, get a namespace, an error or a help text."""
import os as _os
import sys as _sys
from _argparse_base import (
    ArgumentError, ArgumentTypeError, Namespace, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS,
    ZERO_OR_MORE, _AttributeHolder, _UNRECOGNIZED_ARGS_ATTR, _get_action_name,
)
from _argparse_help import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter,
    RawTextHelpFormatter, _sorted_out,
)
from _argparse_actions import (
    Action, BooleanOptionalAction, FileType, _AppendAction, _AppendConstAction, _CountAction, _ExtendAction, _HelpAction,
    _StoreAction, _StoreConstAction, _StoreFalseAction, _StoreTrueAction, _SubParsersAction, _VersionAction,
)
from _argparse_groups import _ActionsContainer, _ArgumentGroup, _MutuallyExclusiveGroup, _negative

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType',
           'HelpFormatter', 'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter',
           'RawTextHelpFormatter', 'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL',
           'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']


def _spans(nargs, kinds, start, optional):
    """The ends a pattern of arguments may have in `kinds` (A, O or -), the preferred first."""
    n = len(kinds)
    if nargs == REMAINDER or nargs == PARSER:
        first = start
        if nargs == PARSER:
            while not optional and first < n and kinds[first] == '-':
                first += 1
            if first >= n or kinds[first] != 'A':
                return
            first += 1
        stop = kinds.find('-', first) if optional else -1
        yield from range(n if stop < 0 else stop, first - 1, -1)
        return
    if nargs is None or isinstance(nargs, int):
        count, low, high = 0, 1 if nargs is None else nargs, 1 if nargs is None else nargs
    elif nargs == OPTIONAL:
        count, low, high = 0, 0, 1
    elif nargs == SUPPRESS:
        count, low, high = 0, 0, 0
    else:
        count, low, high = 0, 1 if nargs == ONE_OR_MORE else 0, n
    ends, i = [], start
    if count >= low:
        ends.append(i)
    while i < n:
        if kinds[i] == 'A' and count < high:
            count += 1
        elif kinds[i] != '-' or optional:
            break
        i += 1
        if count >= low:
            ends.append(i)
    yield from reversed(ends)


class _Parsing:
    """One list of strings on its way into a namespace."""

    def __init__(self, parser, strings, namespace):
        self.parser, self.strings, self.namespace = parser, strings, namespace
        self.positionals = parser._get_positional_actions()
        self.seen, self.told, self.extras = set(), set(), []  # told: seen with another value than the default
        self.options, self.kinds = {}, ''
        for i, text in enumerate(strings):
            if text == '--':
                self.kinds += '-' + 'A' * (len(strings) - i - 1)
                break
            option = parser._parse_optional(text)
            if option is not None:
                self.options[i] = option
            self.kinds += 'A' if option is None else 'O'

    def go(self):
        """Takes all strings; what no argument takes is left in `extras`."""
        place, last = 0, max(self.options, default=-1)
        while place <= last:
            option = min([i for i in self.options if i >= place])
            if option > place:
                end = self.take_positionals(place)
                if end > place:
                    place = end
                    continue
                self.extras += self.strings[place:option]
            place = self.take_option(option)
        self.extras += self.strings[self.take_positionals(place):]

    def take(self, action, words, option_string=None):
        """Lets an action have its words."""
        values = self.parser._get_values(action, words)
        self.seen.add(action)
        if values is not action.default:
            self.told.add(action)
            for group in self.parser._mutually_exclusive_groups:
                for other in group._group_actions if action in group._group_actions else ():
                    if other is not action and other in self.told:
                        raise ArgumentError(action, f'not allowed with argument {_get_action_name(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option_string)

    def take_option(self, place):
        """Takes the option at a place and its values; gives the place after them."""
        parser, (action, name, explicit) = self.parser, self.options[place]
        place += 1
        if action is None:
            self.extras.append(self.strings[place - 1])
            return place
        todo = []
        while explicit is not None:
            count = parser._match_argument(action, 'A')
            if count == 1:
                todo.append((action, [explicit], name))
                break
            cluster = len(name) > 1 and name[1] not in parser.prefix_chars and explicit
            if count or not cluster:
                raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
            # More flags behind the same sign: -abc
            todo.append((action, [], name))
            name, rest = name[0] + explicit[0], explicit[1:]
            if name not in parser._option_string_actions:
                raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
            action, explicit = parser._option_string_actions[name], rest or None
        else:
            count = parser._match_argument(action, self.kinds[place:])
            todo.append((action, self.strings[place:place + count], name))
            place += count
        for step in todo:
            self.take(*step)
        return place

    def take_positionals(self, place):
        """Takes as many positional arguments as fit before the next option; gives the place after them."""
        counts = self.parser._match_arguments_partial(self.positionals, self.kinds[place:])
        taken, self.positionals = self.positionals[:len(counts)], self.positionals[len(counts):]
        for action, count in zip(taken, counts):
            self.take(action, self.strings[place:place + count])
            place += count
        return place

    def finish(self):
        """Converts the defaults that are texts, and complains about what is missing."""
        parser, namespace, missing = self.parser, self.namespace, []
        for action in [a for a in parser._actions if a not in self.seen]:
            if action.required:
                missing.append(_get_action_name(action))
            elif isinstance(action.default, str) and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, parser._get_value(action, action.default))
        if missing:
            parser.error(f"the following arguments are required: {', '.join(map(str, missing))}")
        for group in parser._mutually_exclusive_groups:
            if group.required and self.told.isdisjoint(group._group_actions):
                names = [_get_action_name(a) for a in group._group_actions if a.help is not SUPPRESS]
                parser.error(f"one of the arguments {' '.join(names)} is required")


_EXPECTED = {None: 'one argument', OPTIONAL: 'at most one argument', ONE_OR_MORE: 'at least one argument',
             1: '1 argument'}


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Takes strings apart as its declared arguments say."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        if prog is None:
            prog = _os.path.basename(_sys.argv[0]) if _sys.argv else ''
        self.prog, self.usage, self.epilog, self.formatter_class = prog, usage, epilog, formatter_class
        self.fromfile_prefix_chars, self.add_help = fromfile_prefix_chars, add_help
        self.allow_abbrev, self.exit_on_error = allow_abbrev, exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals, self._subparsers = self.add_argument_group('options'), None
        self.register('type', None, _identity)
        if add_help:
            sign = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(f'{sign}h', f'{sign}{sign}help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults |= parent._defaults

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in (
            'prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')]

    # Arguments

    def add_subparsers(self, **kwargs):
        """Makes a place for commands, each with a parser of its own."""
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        self._subparsers = self._positionals
        if not kwargs.keys().isdisjoint(('title', 'description')):
            heading = kwargs.pop('title', 'subcommands'), kwargs.pop('description', None)
            self._subparsers = self.add_argument_group(*heading)
        if kwargs.get('prog') is None:
            words = self._get_formatter()
            words.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, '')
            kwargs['prog'] = words.format_help().strip()
        kwargs.setdefault('parser_class', type(self))
        make = self._pop_action_class(kwargs, 'parsers')
        return self._subparsers._add_action(make(option_strings=[], **kwargs))

    def _add_action(self, action):
        home = self._optionals if action.option_strings else self._positionals
        return home._add_action(action)

    def _get_optional_actions(self):
        return _sorted_out(self._actions)[0]

    def _get_positional_actions(self):
        return _sorted_out(self._actions)[1]

    # Parsing

    def parse_args(self, args=None, namespace=None):
        """A namespace with the values of the arguments."""
        return self._known_only(self.parse_known_args(args, namespace))

    def parse_known_args(self, args=None, namespace=None):
        """A namespace with the values of the arguments, and the strings that are none."""
        strings = [*(_sys.argv[1:] if args is None else args)]
        namespace = Namespace() if namespace is None else namespace
        defaults = [(a.dest, a.default) for a in self._actions if a.dest is not SUPPRESS and a.default is not SUPPRESS]
        for dest, default in [*defaults, *self._defaults.items()]:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, default)
        try:
            namespace, extras = self._parse_known_args(strings, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            extras += getattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, extras

    def parse_intermixed_args(self, args=None, namespace=None):
        """`parse_args` for positional arguments between the options."""
        return self._known_only(self.parse_known_intermixed_args(args, namespace))

    def _known_only(self, parsed):
        namespace, extras = parsed
        if extras:
            self.error(f"unrecognized arguments: {' '.join(extras)}")
        return namespace

    def _parse_known_args(self, strings, namespace):
        if self.fromfile_prefix_chars is not None:
            strings = self._read_args_from_files(strings)
        parsing = _Parsing(self, strings, namespace)
        parsing.go()
        parsing.finish()
        return parsing.namespace, parsing.extras

    def _read_args_from_files(self, strings):
        result = []
        for text in strings:
            if not text or text[0] not in self.fromfile_prefix_chars:
                result.append(text)
                continue
            try:
                with open(text[1:]) as file:
                    lines = file.read().splitlines()
                words = [word for line in lines for word in self.convert_arg_line_to_args(line)]
                result += self._read_args_from_files(words)
            except OSError as error:
                self.error(str(error))
        return result

    def convert_arg_line_to_args(self, arg_line):
        """The arguments in a line of a file."""
        return [arg_line]

    def _match_argument(self, action, kinds):
        for end in _spans(action.nargs, kinds, 0, True):
            return end
        raise ArgumentError(action, f"expected {_EXPECTED.get(action.nargs) or f'{action.nargs} arguments'}")

    def _match_arguments_partial(self, actions, kinds):
        def match(k, start, count):
            if k == count:
                return []
            action = actions[k]
            for end in _spans(action.nargs, kinds, start, bool(action.option_strings)):
                rest = match(k + 1, end, count)
                if rest is not None:
                    return [end - start] + rest
            return None
        for count in range(len(actions), 0, -1):
            counts = match(0, 0, count)
            if counts is not None:
                return counts
        return []

    def _parse_optional(self, text):
        """An option as its action, its name and the value after `=`; the action is None when it is not known.

        None for what is no option.
        """
        known = self._option_string_actions
        if text[:1] == '' or text[0] not in self.prefix_chars:
            return None
        if text in known:
            return known[text], text, None
        if len(text) == 1:
            return None
        name, equals, value = text.partition('=')
        if equals and name in known:
            return known[name], name, value
        matches = self._get_option_tuples(text)
        if len(matches) > 1:
            self.error(f"ambiguous option: {text} could match {', '.join([name for _, name, _ in matches])}")
        if matches:
            return matches[0]
        number = _negative(text) and not self._has_negative_number_optionals
        return None if number or ' ' in text else (None, text, None)

    def _get_option_tuples(self, text):
        """The options a text may stand for: with the rest of a name left out, or with a value behind one letter."""
        signs, known = self.prefix_chars, self._option_string_actions
        if text[0] not in signs:
            self.error(f'unexpected option string: {text}')
        if text[1] not in signs:
            return [(action, name, text[2:] if name == text[:2] else None) for name, action in known.items()
                    if name == text[:2] or name.startswith(text)]
        begin, equals, value = text.partition('=')
        return [(action, name, value if equals else None) for name, action in known.items()
                if self.allow_abbrev and name.startswith(begin)]

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Parses optionals first, then what remains as positionals."""
        positionals = self._get_positional_actions()
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        if any(a in positionals for group in self._mutually_exclusive_groups for a in group._group_actions):
            raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        with _Set() as kept:
            if self.usage is None:
                kept.set(self, usage=self.format_usage()[7:])
            with _Set() as hidden:
                for action in positionals:
                    hidden.set(action, nargs=SUPPRESS, default=SUPPRESS)
                namespace, rest = self.parse_known_args(args, namespace)
                for action in positionals:
                    if getattr(namespace, action.dest, None) == []:
                        delattr(namespace, action.dest)
            for item in (*self._get_optional_actions(), *self._mutually_exclusive_groups):
                kept.set(item, required=False)
            return self.parse_known_args(rest, namespace)

    def _get_values(self, action, words):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and '--' in words:
            words = words[:]
            words.remove('--')
        if not words and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
        elif not words and nargs == ZERO_OR_MORE and not action.option_strings:
            value = words if action.default is None else action.default
            self._check_value(action, value)
        elif len(words) == 1 and nargs in (None, OPTIONAL):
            value = self._get_value(action, words[0])
            self._check_value(action, value)
        elif nargs == SUPPRESS:
            value = SUPPRESS
        else:
            value = [self._get_value(action, w) for w in words]
            for v in value[:1] if nargs == PARSER else () if nargs == REMAINDER else value:
                self._check_value(action, v)
        return value

    def _get_value(self, action, text):
        convert = self._registry_get('type', action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, f'{convert!r} is not callable')
        try:
            return convert(text)
        except ArgumentTypeError as error:
            problem = str(error)
        except (TypeError, ValueError):
            problem = f"invalid {getattr(action.type, '__name__', repr(action.type))} value: {text!r}"
        raise ArgumentError(action, problem)

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            allowed = ', '.join(map(repr, action.choices))
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {allowed})')

    # Help and errors

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        """How the program is called."""
        words = self._get_formatter()
        words.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return words.format_help()

    def format_help(self):
        """The usage and all arguments with their help."""
        words = self._get_formatter()
        words.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        words.add_text(self.description)
        for group in self._action_groups:
            words.start_section(group.title)
            words.add_text(group.description)
            words.add_arguments(group._group_actions)
            words.end_section()
        words.add_text(self.epilog)
        return words.format_help()

    def _print_message(self, message, file=None):
        try:
            if message:
                (file or _sys.stderr).write(message)
        except (OSError, AttributeError):
            pass

    def print_usage(self, file=None):
        """Writes how the program is called, to sys.stdout if to no other file."""
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        """Writes the help, to sys.stdout if to no other file."""
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def exit(self, status=0, message=None):
        """Ends the program."""
        self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        """Writes usage and message to stderr and exits with status 2."""
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


class _Set:
    """Sets attributes for the time of a block."""

    def __enter__(self):
        self._before = []
        return self

    def set(self, object, **values):
        """Sets attributes of an object."""
        for name, value in values.items():
            self._before.append((object, name, getattr(object, name)))
            setattr(object, name, value)

    def __exit__(self, *error):
        for before in reversed(self._before):
            setattr(*before)


def _identity(value):
    return value
