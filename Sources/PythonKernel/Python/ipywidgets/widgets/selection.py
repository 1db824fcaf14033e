"""Choices. What is chosen travels as an index; labels are what the front end shows."""
from traitlets import Any, Bool, CaselessStrEnum, Int, TraitError, Unicode, observe, validate

from .core import DescriptionWidget, SliderStyle, ToggleButtonsStyle, ValueWidget
from .numbers import _behavior, _orientation
from .widget import InstanceDict, TypedTuple, register, widget_serialization


def _pairs(options):
    """Options as (label, value): from a mapping, from pairs, or from values that are their own labels."""
    if hasattr(options, "items"):
        return tuple([(str(k), v) for k, v in options.items()])
    options = tuple(options)
    if options and all(isinstance(o, (list, tuple)) and len(o) == 2 for o in options):
        return tuple([(str(k), v) for k, v in options])
    made = []
    for option in options:
        if isinstance(option, (list, tuple)) and len(option) != 2:
            raise TraitError("Invalid selection option: %r" % (option,))
        made.append((str(option), option))
    return tuple(made)


class _Choices(DescriptionWidget, ValueWidget):
    options = Any(())
    _options_labels = TypedTuple(trait=Unicode(), read_only=True).tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    _needs_options = False

    def __init__(self, *args, **kwargs):
        self.equals = kwargs.pop("equals", lambda x, y: x == y)
        self._guard = False
        if args:
            kwargs["options"] = args[0]
        options = kwargs.pop("options", ())
        if not hasattr(options, "items"):
            options = tuple(options)
        pairs = _pairs(options)
        if self._needs_options and not pairs:
            raise TraitError("options must be nonempty")
        self._labels = tuple([p[0] for p in pairs])
        self._values = tuple([p[1] for p in pairs])
        self._trait_values["options"] = options
        self._trait_values["_options_labels"] = self._labels
        self._guard = True
        self._begin(kwargs)
        self._guard = False
        super().__init__(**kwargs)

    def _find(self, value):
        for index, one in enumerate(self._values):
            if self.equals(one, value):
                return index
        return None

    @validate("options")
    def _validate_options(self, proposal):
        options = proposal.value
        if not hasattr(options, "items"):
            options = tuple(options)
        pairs = _pairs(options)
        if self._needs_options and not pairs:
            raise TraitError("Option list must be nonempty")
        self._labels = tuple([p[0] for p in pairs])
        self._values = tuple([p[1] for p in pairs])
        return options

    @observe("options")
    def _propagate_options(self, change):
        self.set_trait("_options_labels", self._labels)
        self._renew()

    def _repr_keys(self):
        for key in sorted(list(super()._repr_keys()) + ["options"]):
            if key == "index" and self.index == 0:
                continue
            yield key


class _Selection(_Choices):
    """One of several."""

    value = Any(None, allow_none=True)
    label = Unicode(None, allow_none=True)
    index = Int(None, allow_none=True).tag(sync=True)
    _first_is_default = True

    def _begin(self, kwargs):
        index = None
        if "index" in kwargs:
            index = kwargs.pop("index")
        elif "value" in kwargs:
            value = kwargs.pop("value")
            index = self._find(value)
            if index is None and value is not None:
                raise TraitError("Invalid selection: value not found")
        elif "label" in kwargs:
            label = kwargs.pop("label")
            if label is not None:
                if label not in self._labels:
                    raise TraitError("Invalid selection: label not found")
                index = self._labels.index(label)
        elif self._first_is_default and self._values:
            index = 0
        if index is not None and not 0 <= index < len(self._values):
            raise TraitError("Invalid selection: index out of bounds")
        self._trait_values["index"] = index
        self._take(index)

    def _take(self, index):
        self._guard = True
        try:
            self.value = None if index is None else self._values[index]
            self.label = None if index is None else self._labels[index]
        finally:
            self._guard = False

    def _renew(self):
        if self._values and self._first_is_default:
            if self.index == 0:
                self._take(0)
            else:
                self.index = 0
        else:
            self.index = None

    @validate("index")
    def _validate_index(self, proposal):
        if proposal.value is None or 0 <= proposal.value < len(self._values):
            return proposal.value
        raise TraitError("Invalid selection: index out of bounds")

    @observe("index")
    def _propagate_index(self, change):
        self._take(change.new)

    @validate("value")
    def _validate_value(self, proposal):
        if proposal.value is None or self._guard:
            return proposal.value
        index = self._find(proposal.value)
        if index is None:
            raise TraitError("Invalid selection: value not found")
        return self._values[index]

    @observe("value")
    def _propagate_value(self, change):
        if not self._guard:
            index = None if change.new is None else self._find(change.new)
            if self.index != index:
                self.index = index

    @validate("label")
    def _validate_label(self, proposal):
        if proposal.value is not None and proposal.value not in self._labels:
            raise TraitError("Invalid selection: label not found")
        return proposal.value

    @observe("label")
    def _propagate_label(self, change):
        if not self._guard:
            index = None if change.new is None else self._labels.index(change.new)
            if self.index != index:
                self.index = index


class _MultipleSelection(_Choices):
    """Any of several."""

    value = TypedTuple(trait=Any())
    label = TypedTuple(trait=Unicode())
    index = TypedTuple(trait=Int()).tag(sync=True)

    def _begin(self, kwargs):
        index = ()
        if "index" in kwargs:
            index = tuple(kwargs.pop("index"))
        elif "value" in kwargs:
            index = self._indices(kwargs.pop("value"))
        elif "label" in kwargs:
            index = tuple([self._labels.index(label) for label in kwargs.pop("label")])
        self._trait_values["index"] = index
        self._take(index)

    def _indices(self, values):
        found = [self._find(v) for v in values]
        if None in found:
            raise TraitError("Invalid selection: value not found")
        return tuple(found)

    def _take(self, index):
        self._guard = True
        try:
            self.value = tuple([self._values[i] for i in index])
            self.label = tuple([self._labels[i] for i in index])
        finally:
            self._guard = False

    def _renew(self):
        self.index = ()

    @validate("index")
    def _validate_index(self, proposal):
        if all(0 <= i < len(self._values) for i in proposal.value):
            return proposal.value
        raise TraitError("Invalid selection: index out of bounds")

    @observe("index")
    def _propagate_index(self, change):
        self._take(change.new)

    @validate("value")
    def _validate_value(self, proposal):
        if not self._guard:
            self._indices(proposal.value)
        return proposal.value

    @observe("value")
    def _propagate_value(self, change):
        if not self._guard:
            self.index = self._indices(change.new)

    @observe("label")
    def _propagate_label(self, change):
        if not self._guard:
            self.index = tuple([self._labels.index(label) for label in change.new])


@register
class Dropdown(_Selection):
    _view_name = Unicode("DropdownView").tag(sync=True)
    _model_name = Unicode("DropdownModel").tag(sync=True)


@register
class RadioButtons(_Selection):
    _view_name = Unicode("RadioButtonsView").tag(sync=True)
    _model_name = Unicode("RadioButtonsModel").tag(sync=True)
    orientation = CaselessStrEnum(values=["horizontal", "vertical"], default_value="vertical").tag(sync=True)


@register
class Select(_Selection):
    _view_name = Unicode("SelectView").tag(sync=True)
    _model_name = Unicode("SelectModel").tag(sync=True)
    rows = Int(5).tag(sync=True)


@register
class ToggleButtons(_Selection):
    _view_name = Unicode("ToggleButtonsView").tag(sync=True)
    _model_name = Unicode("ToggleButtonsModel").tag(sync=True)
    tooltips = TypedTuple(Unicode()).tag(sync=True)
    icons = TypedTuple(Unicode()).tag(sync=True)
    style = InstanceDict(ToggleButtonsStyle, args=()).tag(sync=True, **widget_serialization)
    button_style = CaselessStrEnum(values=["primary", "success", "info", "warning", "danger", ""], default_value="",
                                   allow_none=True).tag(sync=True)


@register
class SelectMultiple(_MultipleSelection):
    _view_name = Unicode("SelectMultipleView").tag(sync=True)
    _model_name = Unicode("SelectMultipleModel").tag(sync=True)
    rows = Int(5).tag(sync=True)


@register
class SelectionSlider(_Selection):
    _view_name = Unicode("SelectionSliderView").tag(sync=True)
    _model_name = Unicode("SelectionSliderModel").tag(sync=True)
    orientation = _orientation()
    readout = Bool(True).tag(sync=True)
    continuous_update = Bool(True).tag(sync=True)
    style = InstanceDict(SliderStyle, args=()).tag(sync=True, **widget_serialization)
    behavior = _behavior()
    _needs_options = True


@register
class SelectionRangeSlider(_MultipleSelection):
    _view_name = Unicode("SelectionRangeSliderView").tag(sync=True)
    _model_name = Unicode("SelectionRangeSliderModel").tag(sync=True)
    orientation = _orientation()
    readout = Bool(True).tag(sync=True)
    continuous_update = Bool(True).tag(sync=True)
    style = InstanceDict(SliderStyle, args=()).tag(sync=True, **widget_serialization)
    behavior = _behavior()
    _needs_options = True

    def _begin(self, kwargs):
        if not any(name in kwargs for name in ("index", "value", "label")):
            kwargs["index"] = (0, 0)
        super()._begin(kwargs)

    def _renew(self):
        self.index = (0, 0)
