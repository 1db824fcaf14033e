"""`interact`: widgets made from the parameters of a function, which runs when they change."""
from traitlets import Any, HasTraits

from .containers import Output, VBox
from .controls import Button, Checkbox, Text
from .core import DOMWidget, ValueWidget
from .numbers import FloatSlider, IntSlider
from .selection import Dropdown

_empty = object()


class fixed(HasTraits):
    """A parameter without a widget."""

    value = Any()
    description = Any("")

    def __init__(self, value, **kwargs):
        super().__init__(value=value, **kwargs)

    def get_interact_value(self):
        return self.value


def _limits(low, high, value, step):
    """Limits around a value when none are given."""
    if low is not None and high is not None:
        if low > high:
            raise ValueError("min must be smaller than max: (min={0}, max={1})".format(low, high))
    if value is None:
        if low is None or high is None:
            raise ValueError("unable to infer range, value from: ({0}, {1}, {2})".format(low, high, value))
        middle = low + (high - low) / 2
        value = type(low)(middle) if isinstance(low, int) and isinstance(high, int) else middle
    else:
        if value == 0:
            around = (0, 1)
        elif value > 0:
            around = (-value, 3 * value)
        else:
            around = (3 * value, -value)
        low = around[0] if low is None else low
        high = around[1] if high is None else high
    if step is not None and isinstance(value, int):
        value = low + (value - low) // step * step
    if not low <= value <= high:
        raise ValueError("value must be between min and max (min={0}, value={1}, max={2})".format(low, value, high))
    return low, high, value


def _widget_for_tuple(given):
    if not all(isinstance(x, (int, float)) and not isinstance(x, bool) for x in given):
        return None
    if len(given) == 2:
        low, high, value = _limits(given[0], given[1], None, None)
        if all(isinstance(x, int) for x in given):
            return IntSlider(value=int(value), min=low, max=high)
        return FloatSlider(value=value, min=low, max=high)
    if len(given) == 3:
        step = given[2]
        if step <= 0:
            raise ValueError("step must be >= 0, not %r" % step)
        low, high, value = _limits(given[0], given[1], None, step)
        if all(isinstance(x, int) for x in given):
            return IntSlider(value=int(value), min=low, max=high, step=step)
        return FloatSlider(value=value, min=low, max=high, step=step)
    return None


def widget_from_abbrev(abbrev, default=_empty):
    """The widget that a value stands for; None if it stands for none."""
    if isinstance(abbrev, (ValueWidget, fixed)) or hasattr(abbrev, "get_interact_value"):
        return abbrev
    widget = None
    if isinstance(abbrev, tuple) and len(abbrev) in (2, 3):
        widget = _widget_for_tuple(abbrev)
        if widget is not None and default is not _empty:
            try:
                widget.value = default
            except Exception:
                pass
    if widget is None:
        widget = _widget_for_single(abbrev)
    if widget is None and (hasattr(abbrev, "items") or hasattr(abbrev, "__iter__")) and not isinstance(abbrev, str):
        widget = Dropdown(options=abbrev if hasattr(abbrev, "items") else list(abbrev))
        if default is not _empty:
            try:
                widget.value = default
            except Exception:
                pass
    return widget


def _widget_for_single(value):
    if isinstance(value, str):
        return Text(value=value)
    if isinstance(value, bool):
        return Checkbox(value=value)
    if isinstance(value, int):
        low, high, value = _limits(None, None, value, None)
        return IntSlider(value=value, min=low, max=high)
    if isinstance(value, float):
        low, high, value = _limits(None, None, value, None)
        return FloatSlider(value=value, min=low, max=high)
    return None


def _described(function):
    """(name, default, annotation) of the parameters of a function, and whether it takes any keyword."""
    bound = 1 if hasattr(function, "__self__") or isinstance(function, type) else 0
    if isinstance(function, type):
        function = function.__init__
    elif not hasattr(function, "__code__") and not hasattr(function, "__func__"):
        function, bound = getattr(type(function), "__call__", function), 1
    function = getattr(function, "__func__", function)
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    code = getattr(function, "__code__", None)
    if code is None:
        return [], True
    names = code.co_varnames[:code.co_argcount]
    defaults = dict(zip(reversed(names), reversed(function.__defaults__ or ())))
    defaults.update(function.__kwdefaults__ or {})
    annotations = getattr(function, "__annotations__", None) or {}
    names = names[bound:] + code.co_varnames[code.co_argcount:code.co_argcount + code.co_kwonlyargcount]
    return [(n, defaults.get(n, _empty), annotations.get(n, _empty)) for n in names], bool(code.co_flags & 8)


def _parameters(function, given):
    """(name, abbreviation, default) of each parameter that gets a value."""
    given = dict(given)
    found = []
    parameters, takes_rest = _described(function)
    for name, default, annotation in parameters:
        if name in given:
            abbreviation = given.pop(name)
        elif annotation is not _empty:
            abbreviation = annotation
        elif default is not _empty:
            abbreviation = default
        else:
            raise ValueError("cannot find widget or abbreviation for argument: %r" % name)
        found.append((name, abbreviation, default))
    if takes_rest:
        found += [(name, abbreviation, _empty) for name, abbreviation in given.items()]
    return found


class interactive(VBox):
    """A box with a widget for each parameter and the output of the function."""

    def __init__(self, __interact_f, __options={}, **kwargs):
        super().__init__(_dom_classes=["widget-interact"])
        self.result = None
        self.args = []
        self.kwargs = {}
        self.f = __interact_f
        self.clear_output = kwargs.pop("clear_output", True)
        self.manual = __options.get("manual", False)
        self.manual_name = __options.get("manual_name", "Run Interact")
        self.auto_display = __options.get("auto_display", False)
        widgets = []
        for name, abbreviation, default in _parameters(self.f, kwargs):
            widget = widget_from_abbrev(abbreviation, default)
            if widget is None:
                raise ValueError("%r cannot be transformed to a widget" % (abbreviation,))
            if not getattr(widget, "description", None):
                widget.description = name
            widget._kwarg = name
            widgets.append(widget)
        self.kwargs_widgets = widgets
        shown = [w for w in widgets if isinstance(w, DOMWidget)]
        if self.manual:
            self.manual_button = Button(description=self.manual_name)
            shown.append(self.manual_button)
        self.out = Output()
        self.children = tuple(shown + [self.out])
        if self.manual:
            self.manual_button.on_click(self.update)
            for widget in widgets:
                if isinstance(widget, Text):
                    widget.on_submit(self.update)
        else:
            for widget in widgets:
                widget.observe(self.update, names="value")
            self.update()
        self.kwargs = {w._kwarg: w.get_interact_value() for w in widgets}

    def update(self, *args):
        """Runs the function with the values of the widgets."""
        self.kwargs = {}
        if self.manual:
            self.manual_button.disabled = True
        try:
            with self.out:
                if self.clear_output:
                    from IPython.display import clear_output
                    clear_output(wait=True)
                for widget in self.kwargs_widgets:
                    self.kwargs[widget._kwarg] = widget.get_interact_value()
                self.result = self.f(**self.kwargs)
                if self.auto_display and self.result is not None:
                    from IPython.display import display
                    display(self.result)
        except Exception as error:
            from IPython import get_ipython
            shell = get_ipython()
            if shell is None:
                raise
            shell.showtraceback(error)
        finally:
            if self.manual:
                self.manual_button.disabled = False

    @property
    def widget(self):
        return self


class _Interact:
    """`interact(f, x=…)` and `@interact(x=…)`."""

    def __init__(self, options):
        self.opts = options

    def __call__(self, __interact_f=None, **kwargs):
        if __interact_f is None:
            return lambda function: self(function, **kwargs)
        function = __interact_f
        from IPython.display import display
        made = interactive(function, self.opts, **kwargs)
        display(made)
        try:
            function.widget = made
            return function
        except Exception:
            return lambda *args, **kw: function(*args, **kw)

    def options(self, **kwargs):
        return _Interact(dict(self.opts, **kwargs))


interact = _Interact({"auto_display": True})
interact_manual = _Interact({"auto_display": True, "manual": True, "manual_name": "Run Interact"})


def interactive_output(f, controls):
    """The output of a function of given widgets."""
    out = Output()

    def observer(change):
        from IPython.display import clear_output, display
        kwargs = {name: widget.value for name, widget in controls.items()}
        with out:
            clear_output(wait=True)
            result = f(**kwargs)
            if result is not None:
                display(result)
    for widget in controls.values():
        widget.observe(observer, "value")
    observer(None)
    return out
