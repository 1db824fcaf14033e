"""The texts of help and usage."""
from _argparse_base import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

__name__ = "argparse"        # the module that pickles and messages name


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
