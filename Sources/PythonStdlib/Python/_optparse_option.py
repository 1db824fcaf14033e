"""Optparse's options and the values they set."""
import sys
from _optparse_base import NO_DEFAULT, OptionError, check_builtin, check_choice, _described

__name__ = "optparse"        # the module that pickles and messages name


# What an option must be; each check also fills in what it can conclude.

def _settle_action(option):
    action = option.action = "store" if option.action is None else option.action
    if action not in option.ACTIONS:
        raise OptionError("invalid action: %r" % action, option)


def _settle_type(option):
    kind = option.type
    if kind is None:
        if option.action in option.ALWAYS_TYPED_ACTIONS:
            option.type = "string" if option.choices is None else "choice"
        return
    # Classes may stand for the types of their names.
    name = kind.__name__ if isinstance(kind, type) else kind
    option.type = "string" if name == "str" else name
    if option.type not in option.TYPES:
        raise OptionError("invalid option type: %r" % option.type, option)
    if option.action not in option.TYPED_ACTIONS:
        raise OptionError("must not supply a type for action %r" % option.action, option)


def _settle_choices(option):
    choices = option.choices
    if option.type != "choice":
        problem = None if choices is None else "must not supply choices for type %r" % option.type
    elif choices is None:
        problem = "must supply a list of choices for type 'choice'"
    elif isinstance(choices, (list, tuple)):
        problem = None
    else:
        problem = "choices must be a list of strings (%r supplied)" % str(type(choices)).split("'")[1]
    if problem is not None:
        raise OptionError(problem, option)


def _settle_dest(option):
    stores = option.type is not None or option.action in option.STORE_ACTIONS
    if stores and option.dest is None:
        name = option.get_opt_string()
        option.dest = name[2:].replace("-", "_") if option._long_opts else name[1]


def _settle_const(option):
    if option.const is not None and option.action not in option.CONST_ACTIONS:
        raise OptionError("'const' must not be supplied for action %r" % option.action, option)


def _settle_nargs(option):
    typed = option.action in option.TYPED_ACTIONS
    if not typed and option.nargs is not None:
        raise OptionError("'nargs' must not be supplied for action %r" % option.action, option)
    if typed and option.nargs is None:
        option.nargs = 1


def _settle_callback(option):
    function, args, keywords = option.callback, option.callback_args, option.callback_kwargs
    if option.action != "callback":
        if function is not None:
            raise OptionError("callback supplied (%r) for non-callback option" % (function,), option)
        for name, value in (("callback_args", args), ("callback_kwargs", keywords)):
            if value is not None:
                raise OptionError(name + " supplied for non-callback option", option)
    elif not callable(function):
        raise OptionError("callback not callable: %r" % (function,), option)
    else:
        for name, value, kind, word in (("args", args, tuple, "tuple"), ("kwargs", keywords, dict, "dict")):
            if not isinstance(value, (kind, type(None))):
                raise OptionError("callback_%s, if supplied, must be a %s: not %r" % (name, word, value), option)


def _names(words, option):
    """Sorts an option's names into the short and the long ones."""
    words = list(filter(None, words))
    if not words:
        raise TypeError("at least one option string must be supplied")
    for word in words:
        dashes = len(word) - len(word.lstrip("-"))
        if len(word) == 1:
            problem = "invalid option string %r: must be at least two characters long"
        elif len(word) == 2:
            problem = None if dashes == 1 else \
                "invalid short option string %r: must be of the form -x, (x any non-dash char)"
        else:
            problem = None if dashes == 2 else \
                "invalid long option string %r: must start with --, followed by non-dash"
        if problem is not None:
            raise OptionError(problem % word, option)
        (option._short_opts if len(word) == 2 else option._long_opts).append(word)


# By action, how an option's value gets among the others.
_KEEPERS = {
    "store": lambda values, dest, value, const: setattr(values, dest, value),
    "store_const": lambda values, dest, value, const: setattr(values, dest, const),
    "store_true": lambda values, dest, value, const: setattr(values, dest, True),
    "store_false": lambda values, dest, value, const: setattr(values, dest, False),
    "append": lambda values, dest, value, const: values.ensure_value(dest, []).append(value),
    "append_const": lambda values, dest, value, const: values.ensure_value(dest, []).append(const),
    "count": lambda values, dest, value, const: setattr(values, dest, 1 + values.ensure_value(dest, 0)),
}


class Option:
    """An option: its names, its type, and what becomes of its value. Subclasses extend the lists below."""
    STORE_ACTIONS = tuple(_KEEPERS)
    ACTIONS = STORE_ACTIONS + ("callback", "help", "version")
    ALWAYS_TYPED_ACTIONS = "store", "append"
    TYPED_ACTIONS = ALWAYS_TYPED_ACTIONS + ("callback",)
    CONST_ACTIONS = "store_const", "append_const"
    ATTRS = ["action", "type", "dest", "default", "nargs", "const", "choices", "callback", "callback_args",
             "callback_kwargs", "help", "metavar"]
    TYPE_CHECKER = dict.fromkeys(("int", "long", "float", "complex"), check_builtin) | {"choice": check_choice}
    TYPES = "string", *TYPE_CHECKER
    CHECK_METHODS = [_settle_action, _settle_type, _settle_choices, _settle_dest, _settle_const, _settle_nargs,
                     _settle_callback]

    def __init__(self, *opts, **attrs):
        self._short_opts, self._long_opts = [], []
        _names(opts, self)
        unset = dict.fromkeys(self.ATTRS) | {"default": NO_DEFAULT}
        unknown = sorted(attrs.keys() - set(self.ATTRS))
        if unknown:
            raise OptionError("invalid keyword arguments: " + ", ".join(unknown), self)
        for name in self.ATTRS:
            setattr(self, name, attrs.get(name, unset[name]))
        for settle in self.CHECK_METHODS:
            settle(self)

    def get_opt_string(self):
        """The name that messages use."""
        return [*self._long_opts, *self._short_opts][0]

    def takes_value(self):
        """Whether something must follow."""
        return self.type is not None

    # On the command line

    def process(self, opt, value, values, parser):
        """Reads the value and does with it what the option is for."""
        return self.take_action(self.action, self.dest, opt, self.convert_value(opt, value), values, parser)

    def convert_value(self, opt, value):
        """What the words behind an option mean."""
        if value is None or self.nargs == 1:
            return None if value is None else self.check_value(opt, value)
        return tuple(self.check_value(opt, word) for word in value)

    def check_value(self, opt, value):
        """What one word means."""
        if self.type in self.TYPE_CHECKER:
            return self.TYPE_CHECKER[self.type](self, opt, value)
        return value

    def take_action(self, action, dest, opt, value, values, parser):
        """Does what the option is for; subclasses add their own actions."""
        if action in _KEEPERS:
            _KEEPERS[action](values, dest, value, self.const)
        elif action == "callback":
            self.callback(self, opt, value, parser, *(self.callback_args or ()), **(self.callback_kwargs or {}))
        elif action in ("help", "version"):
            tell = parser.print_help if action == "help" else parser.print_version
            tell()
            parser.exit()
        else:
            raise ValueError("unknown action %r" % self.action)
        return 1

    def __str__(self):
        return "/".join([*self._short_opts, *self._long_opts])

    __repr__ = _described


class Values:
    """What the options say: an attribute for each destination."""

    def __init__(self, defaults=None):
        for name in defaults or ():
            setattr(self, name, defaults[name])

    def ensure_value(self, attr, value):
        """The value of an attribute, which gets this one when it has none."""
        present = getattr(self, attr, None)
        if present is not None:
            return present
        setattr(self, attr, value)
        return value

    def read_file(self, filename, mode="careful"):
        """Takes what a file of Python assigns."""
        found = {}
        with open(filename) as file:
            exec(file.read(), found)
        self._update(found, mode)

    def read_module(self, modname, mode="careful"):
        """Takes what a module assigns."""
        __import__(modname)
        self._update(sys.modules[modname].__dict__, mode)

    def _update(self, dict, mode):
        """Takes everything when loose; when careful, only what exists here and has a value there."""
        if mode not in ("loose", "careful"):
            raise ValueError("invalid update mode: %r" % mode)
        getattr(self, "_update_" + mode)(dict)

    def _update_loose(self, dict):
        vars(self).update(dict)

    def _update_careful(self, dict):
        for name in set(dir(self)).intersection(dict):
            if dict[name] is not None:
                setattr(self, name, dict[name])

    def __eq__(self, other):
        attributes = vars(other) if isinstance(other, Values) else other
        return vars(self) == attributes if isinstance(attributes, dict) else NotImplemented

    def __str__(self):
        return str(vars(self))

    __repr__ = _described
