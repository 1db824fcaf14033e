"""Decorators that describe the arguments of magics, and the parser they make."""
import argparse

from IPython.core.error import UsageError


class MagicHelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Lays out the help of a magic."""


class MagicArgumentParser(argparse.ArgumentParser):
    """A parser whose errors are those of a magic used wrongly."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=None,
                 formatter_class=MagicHelpFormatter, prefix_chars="-", argument_default=None, conflict_handler="error",
                 add_help=False):
        super().__init__(prog=prog, usage=usage, description=description, epilog=epilog, parents=parents or [],
                         formatter_class=formatter_class, prefix_chars=prefix_chars, argument_default=argument_default,
                         conflict_handler=conflict_handler, add_help=add_help)

    def error(self, message):
        raise UsageError(message)

    def parse_argstring(self, argstring, *, partial=False):
        """Parses the line of a magic."""
        from IPython.core.magics import split
        return (self.parse_known_args if partial else self.parse_args)(split(argstring))


def real_name(magic_func):
    """The name of a magic."""
    name = getattr(magic_func, "argcmd_name", None) or magic_func.__name__
    return name[len("magic_"):] if name.startswith("magic_") else name


def construct_parser(magic_func):
    """Makes the parser that the decorators of a function describe."""
    made = MagicArgumentParser(prog="%" + real_name(magic_func), description=magic_func.__doc__)
    group = None
    for decorator in reversed(magic_func.decorators):
        group = decorator.add_to_parser(made, group) or group
    magic_func.__doc__ = made.format_help()
    return made


def parse_argstring(magic_func, argstring, *, partial=False):
    """Parses the line of a magic by its decorators."""
    return magic_func.parser.parse_argstring(argstring, partial=partial)


class _Decorator:
    def __call__(self, func):
        if not getattr(func, "has_arguments", False):
            func.has_arguments, func.decorators = True, []
        func.decorators.append(self)
        return func

    def add_to_parser(self, parser, group):
        return None


class magic_arguments(_Decorator):
    """The last decorator: it makes the parser."""

    def __init__(self, name=None):
        self.name = name

    def __call__(self, func):
        if not getattr(func, "has_arguments", False):
            func.has_arguments, func.decorators = True, []
        if self.name is not None:
            func.argcmd_name = self.name
        func.parser = construct_parser(func)
        return func


class argument(_Decorator):
    """An argument, in the words of argparse."""

    def __init__(self, *args, **kwds):
        self.args, self.kwds = args, kwds

    def add_to_parser(self, parser, group):
        (group if group is not None else parser).add_argument(*self.args, **self.kwds)


class defaults(_Decorator):
    """Defaults of arguments."""

    def __init__(self, *args, **kwds):
        self.args, self.kwds = args, kwds

    def add_to_parser(self, parser, group):
        (group if group is not None else parser).set_defaults(*self.args, **self.kwds)


class kwds(_Decorator):
    """Words for the parser."""

    def __init__(self, **kwds):
        self.kwds = kwds


class argument_group(_Decorator):
    """Arguments that belong together."""

    def __init__(self, *args, **kwds):
        self.args, self.kwds = args, kwds

    def add_to_parser(self, parser, group):
        return parser.add_argument_group(*self.args, **self.kwds)
