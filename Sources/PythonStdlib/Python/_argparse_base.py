"""What all parts of `argparse` know: numbers of arguments, names, errors."""

__name__ = "argparse"        # the module that pickles and messages name
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


class Namespace(_AttributeHolder):
    """The values of the arguments, as attributes."""

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __contains__(self, key):
        return key in vars(self)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented
