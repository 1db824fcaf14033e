"""Where arguments are declared: parsers and groups."""
from _argparse_base import ArgumentError, OPTIONAL, ZERO_OR_MORE
from _argparse_actions import (
    FileType, _AppendAction, _AppendConstAction, _CountAction, _ExtendAction, _HelpAction, _StoreAction,
    _StoreConstAction, _StoreFalseAction, _StoreTrueAction, _SubParsersAction, _VersionAction,
)

__name__ = "argparse"        # the module that pickles and messages name
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
