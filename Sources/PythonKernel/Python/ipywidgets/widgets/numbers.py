"""Numbers: fields, sliders, ranges, progress bars."""
from traitlets import Bool, CaselessStrEnum, CFloat, CInt, TraitError, Tuple, Unicode, validate

from .core import DescriptionWidget, ProgressStyle, SliderStyle, ValueWidget
from .widget import InstanceDict, NumberFormat, register, widget_serialization

_BARS = ["success", "info", "warning", "danger", ""]


def _orientation():
    return CaselessStrEnum(values=["horizontal", "vertical"], default_value="horizontal").tag(sync=True)


def _behavior():
    return CaselessStrEnum(values=["drag-tap", "drag-snap", "tap", "drag", "snap"],
                           default_value="drag-tap").tag(sync=True)


class _Number(DescriptionWidget, ValueWidget):
    def __init__(self, value=None, **kwargs):
        if value is not None:
            kwargs["value"] = value
        super().__init__(**kwargs)


class _Limits:
    """Keeps min <= max, and the value between them."""

    @validate("min")
    def _validate_min(self, proposal):
        least = proposal["value"]
        if least > self.max:
            raise TraitError("setting min > max")
        if not isinstance(self.value, tuple) and least > self.value:
            self.value = least
        elif isinstance(self.value, tuple) and least > self.value[0]:
            self.value = (least, max(self.value[1], least))
        return least

    @validate("max")
    def _validate_max(self, proposal):
        most = proposal["value"]
        if most < self.min:
            raise TraitError("setting max < min")
        if not isinstance(self.value, tuple) and most < self.value:
            self.value = most
        elif isinstance(self.value, tuple) and most < self.value[1]:
            self.value = (min(most, self.value[0]), most)
        return most


class _Bounded(_Limits):
    @validate("value")
    def _validate_value(self, proposal):
        value = proposal["value"]
        if self.min > value or self.max < value:
            value = min(max(value, self.min), self.max)
        return value


class _Range(_Limits):
    @validate("value")
    def _validate_value(self, proposal):
        lower, upper = proposal["value"]
        if upper < lower:
            raise TraitError("setting lower > upper")
        return min(max(lower, self.min), self.max), min(max(upper, self.min), self.max)

    @property
    def lower(self):
        return self.value[0]

    @lower.setter
    def lower(self, lower):
        self.value = (lower, self.value[1])

    @property
    def upper(self):
        return self.value[1]

    @upper.setter
    def upper(self, upper):
        self.value = (self.value[0], upper)


class _Int(_Number):
    value = CInt(0).tag(sync=True)


class _BoundedInt(_Bounded, _Int):
    max = CInt(100).tag(sync=True)
    min = CInt(0).tag(sync=True)

    def __init__(self, value=None, min=None, max=None, step=None, **kwargs):
        for name, given in (("value", value), ("min", min), ("max", max), ("step", step)):
            if given is not None:
                kwargs[name] = given
        super().__init__(**kwargs)


class _Float(_Number):
    value = CFloat(0.0).tag(sync=True)


class _BoundedFloat(_Bounded, _Float):
    max = CFloat(100.0).tag(sync=True)
    min = CFloat(0.0).tag(sync=True)


@register
class IntText(_Int):
    _view_name = Unicode("IntTextView").tag(sync=True)
    _model_name = Unicode("IntTextModel").tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    continuous_update = Bool(False).tag(sync=True)
    step = CInt(1).tag(sync=True)


@register
class BoundedIntText(_BoundedInt):
    _view_name = Unicode("IntTextView").tag(sync=True)
    _model_name = Unicode("BoundedIntTextModel").tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    continuous_update = Bool(False).tag(sync=True)
    step = CInt(1).tag(sync=True)


@register
class FloatText(_Float):
    _view_name = Unicode("FloatTextView").tag(sync=True)
    _model_name = Unicode("FloatTextModel").tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    continuous_update = Bool(False).tag(sync=True)
    step = CFloat(None, allow_none=True).tag(sync=True)


@register
class BoundedFloatText(_BoundedFloat):
    _view_name = Unicode("FloatTextView").tag(sync=True)
    _model_name = Unicode("BoundedFloatTextModel").tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    continuous_update = Bool(False).tag(sync=True)
    step = CFloat(None, allow_none=True).tag(sync=True)


@register
class IntSlider(_BoundedInt):
    """A slider for whole numbers."""

    _view_name = Unicode("IntSliderView").tag(sync=True)
    _model_name = Unicode("IntSliderModel").tag(sync=True)
    step = CInt(1).tag(sync=True)
    orientation = _orientation()
    readout = Bool(True).tag(sync=True)
    readout_format = NumberFormat("d").tag(sync=True)
    continuous_update = Bool(True).tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    style = InstanceDict(SliderStyle, args=()).tag(sync=True, **widget_serialization)
    behavior = _behavior()


@register
class FloatSlider(_BoundedFloat):
    """A slider for numbers."""

    _view_name = Unicode("FloatSliderView").tag(sync=True)
    _model_name = Unicode("FloatSliderModel").tag(sync=True)
    step = CFloat(0.1, allow_none=True).tag(sync=True)
    orientation = _orientation()
    readout = Bool(True).tag(sync=True)
    readout_format = NumberFormat(".2f").tag(sync=True)
    continuous_update = Bool(True).tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    style = InstanceDict(SliderStyle, args=()).tag(sync=True, **widget_serialization)
    behavior = _behavior()


@register
class FloatLogSlider(_Float):
    """A slider for powers: min and max are exponents."""

    _view_name = Unicode("FloatLogSliderView").tag(sync=True)
    _model_name = Unicode("FloatLogSliderModel").tag(sync=True)
    value = CFloat(1.0).tag(sync=True)
    max = CFloat(4.0).tag(sync=True)
    min = CFloat(0.0).tag(sync=True)
    base = CFloat(10.0).tag(sync=True)
    step = CFloat(0.1, allow_none=True).tag(sync=True)
    orientation = _orientation()
    readout = Bool(True).tag(sync=True)
    readout_format = NumberFormat(".3g").tag(sync=True)
    continuous_update = Bool(True).tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    style = InstanceDict(SliderStyle, args=()).tag(sync=True, **widget_serialization)
    behavior = _behavior()

    @validate("value")
    def _validate_value(self, proposal):
        return min(max(proposal["value"], self.base ** self.min), self.base ** self.max)

    @validate("min")
    def _validate_min(self, proposal):
        if proposal["value"] > self.max:
            raise TraitError("setting min > max")
        if self.base ** proposal["value"] > self.value:
            self.value = self.base ** proposal["value"]
        return proposal["value"]

    @validate("max")
    def _validate_max(self, proposal):
        if proposal["value"] < self.min:
            raise TraitError("setting max < min")
        if self.base ** proposal["value"] < self.value:
            self.value = self.base ** proposal["value"]
        return proposal["value"]


@register
class IntProgress(_BoundedInt):
    """A bar that shows how far something is."""

    _view_name = Unicode("ProgressView").tag(sync=True)
    _model_name = Unicode("IntProgressModel").tag(sync=True)
    orientation = _orientation()
    bar_style = CaselessStrEnum(values=_BARS, default_value="").tag(sync=True)
    style = InstanceDict(ProgressStyle, args=()).tag(sync=True, **widget_serialization)


@register
class FloatProgress(_BoundedFloat):
    """A bar that shows how far something is."""

    _view_name = Unicode("ProgressView").tag(sync=True)
    _model_name = Unicode("FloatProgressModel").tag(sync=True)
    orientation = _orientation()
    bar_style = CaselessStrEnum(values=_BARS, default_value="", allow_none=True).tag(sync=True)
    style = InstanceDict(ProgressStyle, args=()).tag(sync=True, **widget_serialization)


class _RangeWidget(_Range, _Number):
    def __init__(self, *args, **kwargs):
        if not args and "value" not in kwargs:
            least = kwargs.get("min", type(self)._traits["min"].default_value)
            most = kwargs.get("max", type(self)._traits["max"].default_value)
            kwargs["value"] = (0.75 * least + 0.25 * most, 0.25 * least + 0.75 * most)
        elif args:
            kwargs["value"], args = args[0], args[1:]
        super().__init__(*args, **kwargs)


@register
class IntRangeSlider(_RangeWidget):
    _view_name = Unicode("IntRangeSliderView").tag(sync=True)
    _model_name = Unicode("IntRangeSliderModel").tag(sync=True)
    value = Tuple(CInt(), CInt(), default_value=(0, 1)).tag(sync=True)
    max = CInt(100).tag(sync=True)
    min = CInt(0).tag(sync=True)
    step = CInt(1).tag(sync=True)
    orientation = _orientation()
    readout = Bool(True).tag(sync=True)
    readout_format = NumberFormat("d").tag(sync=True)
    continuous_update = Bool(True).tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    style = InstanceDict(SliderStyle, args=()).tag(sync=True, **widget_serialization)
    behavior = _behavior()


@register
class FloatRangeSlider(_RangeWidget):
    _view_name = Unicode("FloatRangeSliderView").tag(sync=True)
    _model_name = Unicode("FloatRangeSliderModel").tag(sync=True)
    value = Tuple(CFloat(), CFloat(), default_value=(0.0, 1.0)).tag(sync=True)
    max = CFloat(100.0).tag(sync=True)
    min = CFloat(0.0).tag(sync=True)
    step = CFloat(0.1, allow_none=True).tag(sync=True)
    orientation = _orientation()
    readout = Bool(True).tag(sync=True)
    readout_format = NumberFormat(".2f").tag(sync=True)
    continuous_update = Bool(True).tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    style = InstanceDict(SliderStyle, args=()).tag(sync=True, **widget_serialization)
    behavior = _behavior()


@register
class Play(_BoundedInt):
    """Counts up in steps of time."""

    _view_name = Unicode("PlayView").tag(sync=True)
    _model_name = Unicode("PlayModel").tag(sync=True)
    playing = Bool(False).tag(sync=True)
    repeat = Bool(False).tag(sync=True)
    interval = CInt(100).tag(sync=True)
    step = CInt(1).tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    show_repeat = Bool(True).tag(sync=True)
