"""Command-line parsing: declare the arguments, get a namespace, an error or a help text."""
import os as _os
import sys as _sys

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType',
           'HelpFormatter', 'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter',
           'RawTextHelpFormatter', 'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL',
           'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']

OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = '?', '*', '+'
PARSER, REMAINDER, SUPPRESS = 'A...', '...', '==SUPPRESS=='
_UNRECOGNIZED_ARGS_ATTR = '_unrecognized_args'


class _AttributeHolder:
    """Gives a repr that lists the attributes."""

    def _get_args(self):
        return ()

    def _get_kwargs(self):
        return [*vars(self).items()]

    def __repr__(self):
        named = dict(self._get_kwargs())
        odd = {name: value for name, value in named.items() if not name.isidentifier()}
        parts = [repr(value) for value in self._get_args()]
        parts += [f'{name}={value!r}' for name, value in named.items() if name not in odd]
        if odd:
            parts.append(f'**{odd!r}')
        return f"{type(self).__name__}({', '.join(parts)})"


# Help

def _words(text):
    """The text with one space between words; a no-break space is part of a word."""
    for space in '\t\n\r\f\v':
        text = text.replace(space, ' ')
    return ' '.join([word for word in text.split(' ') if word])


class _Section:
    """A part of the help with a heading: the functions that write what is in it, with their arguments."""

    def __init__(self, heading=None):
        self.heading, self.items = heading, []


class HelpFormatter:
    """Lays out usage and help of a parser."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            from shutil import get_terminal_size
            width = get_terminal_size().columns - 2
        narrow = max(width - 20, indent_increment * 2)
        self._prog, self._width, self._max_help_position = prog, width, min(max_help_position, narrow)
        self._indent_increment, self._current_indent, self._action_max_length = indent_increment, 0, 0
        self._open = [_Section()]

    # What is in the help

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    def _add_item(self, func, args):
        self._open[-1].items.append((func, args))

    def start_section(self, heading):
        """What is added from now on stands below the heading."""
        section = _Section(heading)
        self._add_item(self._format_section, (section,))
        self._open.append(section)
        self._indent()

    def end_section(self):
        """Ends what `start_section` began."""
        self._dedent()
        self._open.pop()

    def add_text(self, text):
        """Adds a paragraph."""
        if text not in (None, SUPPRESS):
            self._add_item(self._format_text, (text,))

    def add_usage(self, usage, actions, groups, prefix=None):
        """Adds how the program is called."""
        if usage is SUPPRESS:
            return
        self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        """Adds an argument with its help."""
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._current_indent]
        for sub in self._iter_indented_subactions(action):
            lengths.append(len(self._format_action_invocation(sub)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._add_item(self._format_action, (action,))

    def add_arguments(self, actions):
        """Adds arguments."""
        for each in actions:
            self.add_argument(each)

    # The help as text

    def format_help(self):
        """The help."""
        text = self._written(self._open[0])
        while '\n\n\n' in text:
            text = text.replace('\n\n\n', '\n\n')
        return text and text.strip('\n') + '\n'

    def _written(self, section):
        return self._join_parts([func(*args) for func, args in section.items])

    def _format_section(self, section):
        self._indent()
        body = self._written(section)
        self._dedent()
        if not body or section.heading in (None, SUPPRESS):
            return body and self._join_parts(['\n', body, '\n'])
        return self._join_parts(['\n', ' ' * self._current_indent, section.heading, ':\n', body, '\n'])

    def _join_parts(self, parts):
        return ''.join([part for part in parts if part and part is not SUPPRESS])

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is None:
            usage = self._generated_usage(actions, groups, len(prefix)) if actions else self._prog
        else:
            usage = usage % {'prog': self._prog}
        return f'{prefix}{usage}\n\n'

    def _generated_usage(self, actions, groups, margin):
        """The usage in one line, or when it does not fit, optional and positional arguments on lines of their own."""
        options, positionals = _sorted_out(actions)
        text = ' '.join(filter(None, [self._prog, self._format_actions_usage(options + positionals, groups)]))
        room = self._width - self._current_indent
        if margin + len(text) <= room:
            return text
        options = _usage_words(self._format_actions_usage(options, groups))
        positionals = _usage_words(self._format_actions_usage(positionals, groups))

        def fill(words, indent, used):
            lines, line = [], []
            for word in words:
                if line and used + 1 + len(word) > room:
                    lines.append(' '.join(line))
                    line, used = [], indent - 1
                line.append(word)
                used += 1 + len(word)
            return [*lines, ' '.join(line)] if line else lines

        if margin + len(self._prog) > 0.75 * room:
            indent = margin
            lines = fill(options + positionals, indent, indent - 1)
            if len(lines) > 1:
                lines = fill(options, indent, indent - 1) + fill(positionals, indent, indent - 1)
            lines.insert(0, self._prog)
        else:
            indent = margin + len(self._prog) + 1
            if options:
                lines = fill([self._prog, *options], indent, margin - 1) + fill(positionals, indent, indent - 1)
            else:
                lines = fill([self._prog, *positionals], indent, margin - 1)
        return ('\n' + ' ' * indent).join(lines)

    def _format_actions_usage(self, actions, groups):
        spans = []
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f'empty group {group}')
            start = actions.index(members[0]) if members[0] in actions else len(actions)
            if actions[start:start + len(members)] == members:
                spans.append((start, start + len(members), group))
        return ' '.join(self._usage_parts(actions, 0, len(actions), spans, False))

    def _usage_parts(self, actions, place, end, spans, inside):
        """The usages of the arguments between two places; those of a group are one part."""
        parts = []
        while place < end:
            here = [span for span in spans if span[0] == place and span[1] <= end]
            if here:
                widest = max(here, key=lambda span: span[1])
                _, stop, group = widest
                shown = self._usage_parts(actions, place, stop, [span for span in spans if span is not widest], True)
                part = ' | '.join(shown)
                if shown and not group.required:
                    part = f'[{part}]'
                elif len(shown) > 1:
                    part = f'({part})'
                place = stop
            else:
                part = self._usage_part(actions[place], inside)
                place += 1
            if part:
                parts.append(part)
        return parts

    def _usage_part(self, action, inside):
        if action.help is SUPPRESS:
            return ''
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            return part[1:-1] if inside and part[:1] + part[-1:] == '[]' else part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            values = self._format_args(action, self._get_default_metavar_for_optional(action))
            part = f'{action.option_strings[0]} {values}'
        return part if inside or action.required else f'[{part}]'

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        room = max(self._width - self._current_indent, 11)
        return self._fill_text(text, room, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        column = min(self._action_max_length + 2, self._max_help_position)
        indent, invocation = ' ' * self._current_indent, self._format_action_invocation(action)
        lines = []
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, max(self._width - column, 11))
        room = column - self._current_indent - 2
        beside = bool(action.help) and len(invocation) <= room
        head = indent + invocation.ljust(room) + '  ' if beside else indent + invocation + '\n'
        if beside and not lines:
            head += '\n'
        margins = ['' if beside else ' ' * column] + [' ' * column] * len(lines)
        parts = [head, *[f'{margin}{line}\n' for margin, line in zip(margins, lines)]]
        parts += [self._format_action(sub) for sub in self._iter_indented_subactions(action)]
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            usual = self._get_default_metavar_for_positional(action)
            return ' '.join(self._metavar_formatter(action, usual)(1))
        values = ''
        if action.nargs != 0:
            values = ' ' + self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join([name + values for name in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        name = action.metavar
        if name is None:
            name = default_metavar if action.choices is None else '{%s}' % ','.join(map(str, action.choices))
        return lambda size: name if isinstance(name, tuple) else (name,) * size

    def _format_args(self, action, default_metavar):
        names, nargs = self._metavar_formatter(action, default_metavar), action.nargs
        if nargs == ZERO_OR_MORE:
            found = names(1)
            return '[%s [%s ...]]' % found if len(found) == 2 else '[%s ...]' % found
        if (nargs is None or isinstance(nargs, str)) and nargs in _USAGES:
            count, shape = _USAGES[nargs]
            return shape % names(count) if count else shape
        try:
            return ' '.join(['%s'] * len(range(nargs))) % names(nargs)
        except TypeError:
            if isinstance(nargs, int):
                raise
            raise ValueError('invalid nargs value') from None

    def _expand_help(self, action):
        told = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        facts = {name: getattr(value, '__name__', value) for name, value in told.items()}
        facts['prog'] = self._prog
        if action.choices is not None:
            facts['choices'] = ', '.join(map(str, action.choices))
        return self._get_help_string(action) % facts

    def _iter_indented_subactions(self, action):
        if hasattr(action, '_get_subactions'):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    # What subclasses change

    def _split_lines(self, text, width):
        from textwrap import wrap
        return wrap(_words(text), width)

    def _fill_text(self, text, width, indent):
        from textwrap import fill
        return fill(_words(text), width, initial_indent=indent, subsequent_indent=indent)

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_help_string(self, action):
        return action.help


_USAGES = {None: (1, '%s'), OPTIONAL: (1, '[%s]'), ONE_OR_MORE: (2, '%s [%s ...]'), REMAINDER: (0, '...'),
           PARSER: (1, '%s ...'), SUPPRESS: (0, '')}


def _sorted_out(actions):
    """Optional and positional arguments."""
    return [a for a in actions if a.option_strings], [a for a in actions if not a.option_strings]


def _usage_words(text):
    """The parts of a usage that are not broken over lines."""
    words, i = [], 0
    while i < len(text):
        if text[i] == ' ':
            i += 1
            continue
        end = None
        if text[i] in '[(':
            close = ']' if text[i] == '[' else ')'
            j = text.find(close, i)
            while j >= 0:
                while j + 1 < len(text) and text[j + 1] == close:
                    j += 1
                if j + 1 == len(text) or text[j + 1] == ' ':
                    end = j + 1
                    break
                j = text.find(close, j + 1)
        if end is None:
            end = text.find(' ', i)
            if end < 0:
                end = len(text)
        words.append(text[i:end])
        i = end
    return words


class RawDescriptionHelpFormatter(HelpFormatter):
    """Keeps the line breaks of descriptions."""

    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Keeps the line breaks of all texts."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the default to the help of each argument."""

    def _get_help_string(self, action):
        text = action.help or ''
        told = '%(default)' in text or action.default is SUPPRESS
        if not told and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names arguments after their types."""

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__

    _get_default_metavar_for_optional = _get_default_metavar_for_positional


# Errors

def _get_action_name(argument):
    """What an argument is called in errors."""
    if argument is None:
        return None
    if argument.option_strings:
        return '/'.join(argument.option_strings)
    for name in (argument.metavar, argument.dest):
        if name not in (None, SUPPRESS):
            return name
    return '{%s}' % ','.join(argument.choices) if argument.choices else None


class ArgumentError(Exception):
    """An argument that could not be taken; its text names the argument."""

    def __init__(self, argument, message):
        self.message, self.argument_name = message, _get_action_name(argument)

    def __str__(self):
        where = '' if self.argument_name is None else f'argument {self.argument_name}: '
        return f'{where}{self.message}'


class ArgumentTypeError(Exception):
    """Raised by a type function; its text becomes the error."""


# Actions

class Action(_AttributeHolder):
    """What is done when an argument is met."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings, self.dest, self.nargs, self.const = option_strings, dest, nargs, const
        self.default, self.type, self.choices, self.required = default, type, choices, required
        self.help, self.metavar = help, metavar

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in (
            'option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help', 'metavar')]

    def format_usage(self):
        """The argument in the usage, where it takes no value."""
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')


class BooleanOptionalAction(Action):
    """`--x` and `--no-x`."""

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        pairs = [[name, '--no-' + name[2:]] if name.startswith('--') else [name] for name in option_strings]
        super().__init__(sum(pairs, []), dest, 0, None, default, type, choices, required, help, metavar)

    def format_usage(self):
        return ' | '.join(self.option_strings)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, option_string[:5] != '--no-')


class _ValueAction(Action):
    """An action that does something with values."""

    _advice = _name = ''

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        if nargs == 0:
            raise ValueError(f'nargs for {self._name} actions must be != 0; if {self._advice} may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar)


class _StoreAction(_ValueAction):
    _name, _advice = 'store', 'you have nothing to store, actions such as store true or store const'

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


def _grown(namespace, dest, how, more):
    """Sets an attribute to a copy of its list with more items: `how` is the method that adds them."""
    items = getattr(namespace, dest, None)
    if items is None:
        items = []
    elif type(items) is list:
        items = items[:]
    else:
        from copy import copy
        items = copy(items)
    getattr(items, how)(more)
    setattr(namespace, dest, items)


class _AppendAction(_ValueAction):
    _name = 'append'
    _advice = 'arg strings are not supplying the value to append, the append const action'

    def __call__(self, parser, namespace, values, option_string=None):
        _grown(namespace, self.dest, 'append', values)


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        _grown(namespace, self.dest, 'extend', values)


class _AppendConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, None, None, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        _grown(namespace, self.dest, 'append', self.const)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        before = getattr(namespace, self.dest, None)
        setattr(namespace, self.dest, 1 if before is None else before + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        text = parser._get_formatter()
        text.add_text(parser.version if self.version is None else self.version)
        parser._print_message(text.format_help(), _sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    """Commands: the word after the options chooses the parser that takes the rest."""

    class _ChoicesPseudoAction(Action):
        """Stands for a command in the help."""

        def __init__(self, name, aliases, help):
            others = f" ({', '.join(aliases)})" if aliases else ''
            super().__init__([], name, help=help, metavar=name + others)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix, self._parser_class, self._choices_actions, self._name_parser_map = prog, parser_class, [], {}
        super().__init__(option_strings, dest, PARSER, None, None, None, self._name_parser_map, required, help, metavar)

    def add_parser(self, name, **kwargs):
        """Adds a command: its name, `aliases`, `help` and what its parser is made with."""
        aliases = kwargs.pop('aliases', ())
        for what, word in [('', name), *((' alias', alias) for alias in aliases)]:
            if word in self._name_parser_map:
                raise ArgumentError(self, f'conflicting subparser{what}: {word}')
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        if 'help' in kwargs:
            self._choices_actions.append(self._ChoicesPseudoAction(name, aliases, kwargs.pop('help')))
        made = self._parser_class(**kwargs)
        self._name_parser_map.update(dict.fromkeys([name, *aliases], made))
        return made

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        command, *words = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, command)
        if command not in self._name_parser_map:
            raise ArgumentError(self, f"unknown parser {command!r} (choices: {', '.join(self._name_parser_map)})")
        inner, unknown = self._name_parser_map[command].parse_known_args(words, None)
        for name, value in vars(inner).items():
            setattr(namespace, name, value)
        if unknown:
            vars(namespace).setdefault(_UNRECOGNIZED_ARGS_ATTR, []).extend(unknown)


class FileType:
    """A type that opens its argument; `-` means the standard streams."""

    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == '-':
            return self._standard()
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}") from None

    def _standard(self):
        mode = set(self._mode)
        if 'r' in mode:
            stream = _sys.stdin
        elif mode & set('wax'):
            stream = _sys.stdout
        else:
            raise ValueError(f'argument "-" with mode {self._mode!r}')
        return stream.buffer if 'b' in mode else stream

    def __repr__(self):
        parts = [repr(a) for a in (self._mode, self._bufsize) if a != -1]
        parts += [f'{name}={value!r}' for name, value in (('encoding', self._encoding), ('errors', self._errors))
                  if value is not None]
        return f"{type(self).__name__}({', '.join(parts)})"


class Namespace(_AttributeHolder):
    """The values of the arguments, as attributes."""

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __contains__(self, key):
        return key in vars(self)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented


# Parsers

_SHARED = ('_registries', '_actions', '_option_string_actions', '_defaults', '_has_negative_number_optionals',
           '_mutually_exclusive_groups')


class _ActionsContainer:
    """What arguments can be added to."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description, self.argument_default = description, argument_default
        self.prefix_chars, self.conflict_handler = prefix_chars, conflict_handler
        self._registries = {'action': {
            None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction,
            'store_false': _StoreFalseAction, 'append': _AppendAction, 'append_const': _AppendConstAction,
            'count': _CountAction, 'help': _HelpAction, 'version': _VersionAction, 'parsers': _SubParsersAction,
            'extend': _ExtendAction}}
        self._actions, self._option_string_actions, self._defaults = [], {}, {}
        self._action_groups, self._mutually_exclusive_groups = [], []
        self._has_negative_number_optionals = []
        self._get_handler()

    def register(self, registry_name, value, object):
        """Gives an action or a type a name."""
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        try:
            return self._registries[registry_name].get(value, default)
        except TypeError:
            return default

    # Defaults

    def set_defaults(self, **kwargs):
        """Sets what attributes are when no argument says otherwise."""
        self._defaults |= kwargs
        for action in self._actions:
            action.default = kwargs.get(action.dest, action.default)

    def get_default(self, dest):
        """What an attribute is when no argument says otherwise."""
        told = [a.default for a in self._actions if a.dest == dest and a.default is not None]
        return told[0] if told else self._defaults.get(dest)

    # Arguments

    def add_argument(self, *args, **kwargs):
        """Declares an argument: names or flags, then keywords."""
        positional = not args or len(args) == 1 and args[0][0] not in self.prefix_chars
        if positional and args and 'dest' in kwargs:
            raise ValueError('dest supplied twice for positional argument')
        facts = (self._get_positional_kwargs if positional else self._get_optional_kwargs)(*args, **kwargs)
        if self.argument_default is not None:
            facts.setdefault('default', self._defaults.get(facts['dest'], self.argument_default))
        elif facts['dest'] in self._defaults:
            facts.setdefault('default', self._defaults[facts['dest']])
        make = self._pop_action_class(facts)
        if not callable(make):
            raise ValueError(f'unknown action "{make}"')
        return self._add_action(self._checked(make(**facts)))

    def _checked(self, action):
        """The action, unless its type or the number of its metavars is wrong."""
        convert = self._registry_get('type', action.type, action.type)
        if convert is FileType:
            raise ValueError(f'{convert!r} is a FileType class object, instance of it must be passed')
        if not callable(convert):
            raise ValueError(f'{convert!r} is not callable')
        if hasattr(self, '_get_formatter'):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError('length of metavar tuple does not match nargs') from None
        return action

    def add_argument_group(self, *args, **kwargs):
        """Makes a group with a heading in the help."""
        self._action_groups.append(_ArgumentGroup(self, *args, **kwargs))
        return self._action_groups[-1]

    def add_mutually_exclusive_group(self, **kwargs):
        """Makes a group of which only one argument may be given."""
        self._mutually_exclusive_groups.append(_MutuallyExclusiveGroup(self, **kwargs))
        return self._mutually_exclusive_groups[-1]

    def _add_action(self, action):
        self._check_conflict(action)
        action.container = self
        self._actions.append(action)
        self._option_string_actions.update(dict.fromkeys(action.option_strings, action))
        if not self._has_negative_number_optionals and any(map(_negative, action.option_strings)):
            self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Takes over the arguments of a parent, each into the group with the title it has there."""
        titles = {}
        for group in self._action_groups:
            if titles.setdefault(group.title, group) is not group:
                raise ValueError(f'cannot merge actions - two groups are named {group.title!r}')
        homes = {}
        for group in container._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(
                    title=group.title, description=group.description, conflict_handler=group.conflict_handler)
            homes |= dict.fromkeys(map(id, group._group_actions), titles[group.title])
        for group in container._mutually_exclusive_groups:
            new = self.add_mutually_exclusive_group(required=group.required)
            homes |= dict.fromkeys(map(id, group._group_actions), new)
        for action in container._actions:
            homes.get(id(action), self)._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs, facts = kwargs.get('nargs'), {**kwargs, 'dest': dest, 'option_strings': []}
        may_be_empty = nargs == OPTIONAL or nargs == ZERO_OR_MORE and 'default' in kwargs
        return facts if may_be_empty else {**facts, 'required': True}

    def _get_optional_kwargs(self, *args, **kwargs):
        for name in args:
            if name[0] not in self.prefix_chars:
                raise ValueError(f'invalid option string {name!r}: must start with a character {self.prefix_chars!r}')
        dest = kwargs.pop('dest', None)
        if dest is None:
            long = [name for name in args if name[1:2] and name[1] in self.prefix_chars]
            dest = (long or args)[0].lstrip(self.prefix_chars).replace('-', '_')
            if not dest:
                raise ValueError(f'dest= is required for options like {args[0]!r}')
        return {**kwargs, 'dest': dest, 'option_strings': [*args]}

    def _pop_action_class(self, kwargs, default=None):
        action = kwargs.pop('action', default)
        return self._registry_get('action', action, action)

    # Two arguments with one name

    def _get_handler(self):
        handler = getattr(self, f'_handle_conflict_{self.conflict_handler}', None)
        if handler is None:
            raise ValueError(f'invalid conflict_resolution value: {self.conflict_handler!r}')
        return handler

    def _check_conflict(self, action):
        known = self._option_string_actions
        if clashes := [(name, known[name]) for name in action.option_strings if name in known]:
            self._get_handler()(action, clashes)

    def _handle_conflict_error(self, action, clashes):
        many = 's' if len(clashes) > 1 else ''
        raise ArgumentError(action, f"conflicting option string{many}: {', '.join([name for name, _ in clashes])}")

    def _handle_conflict_resolve(self, action, clashes):
        for name, other in clashes:
            self._option_string_actions.pop(name, None)
            other.option_strings.remove(name)
            if not other.option_strings:
                other.container._remove_action(other)


class _ArgumentGroup(_ActionsContainer):
    """Arguments of a parser that have a heading of their own in the help."""

    def __init__(self, container, title=None, description=None, **kwargs):
        for name in ('conflict_handler', 'prefix_chars', 'argument_default'):
            kwargs.setdefault(name, getattr(container, name))
        super().__init__(description=description, **kwargs)
        self.title, self._group_actions = title, []
        for name in _SHARED:
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        self._group_actions.append(super()._add_action(action))
        return action

    def _remove_action(self, action):
        self._group_actions.remove(action)
        super()._remove_action(action)

    def add_argument_group(self, *args, **kwargs):
        _nested('argument groups')
        return super().add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which only one may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self._container, self.required = container, required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        self._group_actions.append(self._container._add_action(action))
        return action

    def _remove_action(self, action):
        for owner in (self._container._remove_action, self._group_actions.remove):
            owner(action)

    def add_mutually_exclusive_group(self, *args, **kwargs):
        _nested('mutually exclusive groups')
        return super().add_mutually_exclusive_group(*args, **kwargs)


def _nested(what):
    from warnings import warn
    warn(f'Nesting {what} is deprecated.', DeprecationWarning, stacklevel=3)


def _negative(text):
    """Whether a text looks like a negative number."""
    if text[:1] != '-':
        return False
    body = text[1:]
    if body.isdecimal():
        return True
    whole, dot, part = body.partition('.')
    return bool(dot) and part.isdecimal() and (not whole or whole.isdecimal())


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
