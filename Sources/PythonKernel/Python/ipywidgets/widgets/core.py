"""Layout, styles, and the bases of widgets that are seen, that have a description, and that have a value."""
from traitlets import Bool, CaselessStrEnum, Unicode

from .widget import Color, InstanceDict, TypedTuple, Widget, register, widget_serialization, \
    __jupyter_widgets_base_version__, __jupyter_widgets_controls_version__

CSS = ["inherit", "initial", "unset"]


def _text():
    return Unicode(None, allow_none=True).tag(sync=True)


def _one_of(*values):
    return CaselessStrEnum(list(values) + CSS, allow_none=True).tag(sync=True)


@register
class Layout(Widget):
    """Where and how large: properties of CSS."""

    _view_name = Unicode("LayoutView").tag(sync=True)
    _view_module = Unicode("@jupyter-widgets/base").tag(sync=True)
    _view_module_version = Unicode(__jupyter_widgets_base_version__).tag(sync=True)
    _model_name = Unicode("LayoutModel").tag(sync=True)

    _items = ("flex-start", "flex-end", "center")
    align_content = _one_of("flex-start", "flex-end", "center", "space-between", "space-around", "space-evenly",
                            "stretch")
    align_items = _one_of("flex-start", "flex-end", "center", "baseline", "stretch")
    align_self = _one_of("auto", "flex-start", "flex-end", "center", "baseline", "stretch")
    border_top = _text()
    border_right = _text()
    border_bottom = _text()
    border_left = _text()
    bottom = _text()
    display = _text()
    flex = _text()
    flex_flow = _text()
    height = _text()
    justify_content = _one_of("flex-start", "flex-end", "center", "space-between", "space-around")
    justify_items = _one_of("flex-start", "flex-end", "center")
    left = _text()
    margin = _text()
    max_height = _text()
    max_width = _text()
    min_height = _text()
    min_width = _text()
    object_fit = CaselessStrEnum(["contain", "cover", "fill", "scale-down", "none"], allow_none=True).tag(sync=True)
    object_position = _text()
    order = _text()
    overflow = _text()
    padding = _text()
    right = _text()
    top = _text()
    visibility = _one_of("visible", "hidden")
    width = _text()
    grid_auto_columns = _text()
    grid_auto_flow = _one_of("column", "row", "row dense", "column dense")
    grid_auto_rows = _text()
    grid_gap = _text()
    grid_template_rows = _text()
    grid_template_columns = _text()
    grid_template_areas = _text()
    grid_row = _text()
    grid_column = _text()
    grid_area = _text()

    def __init__(self, **kwargs):
        if "border" in kwargs:
            border = kwargs.pop("border")
            for side in ("top", "right", "bottom", "left"):
                kwargs.setdefault("border_" + side, border)
        super().__init__(**kwargs)

    @property
    def border(self):
        sides = {self.border_top, self.border_right, self.border_bottom, self.border_left}
        return sides.pop() if len(sides) == 1 else None

    @border.setter
    def border(self, border):
        for side in ("top", "right", "bottom", "left"):
            setattr(self, "border_" + side, border)


class CoreWidget(Widget):
    _model_module = Unicode("@jupyter-widgets/controls").tag(sync=True)
    _model_module_version = Unicode(__jupyter_widgets_controls_version__).tag(sync=True)
    _view_module = Unicode("@jupyter-widgets/controls").tag(sync=True)
    _view_module_version = Unicode(__jupyter_widgets_controls_version__).tag(sync=True)


class DOMWidget(Widget):
    """A widget with a place on the page."""

    _model_name = Unicode("DOMWidgetModel").tag(sync=True)
    _dom_classes = TypedTuple(trait=Unicode()).tag(sync=True)
    tabbable = Bool(None, allow_none=True).tag(sync=True)
    tooltip = Unicode(None, allow_none=True).tag(sync=True)
    layout = InstanceDict(Layout, args=()).tag(sync=True, **widget_serialization)

    def add_class(self, className):
        if className not in self._dom_classes:
            self._dom_classes = list(self._dom_classes) + [className]
        return self

    def remove_class(self, className):
        if className in self._dom_classes:
            self._dom_classes = [c for c in self._dom_classes if c != className]
        return self

    def focus(self):
        self.send({"do": "focus"})

    def blur(self):
        self.send({"do": "blur"})

    def _repr_keys(self):
        for key in super()._repr_keys():
            if key == "layout" and not list(self.layout._repr_keys()):
                continue
            yield key
        if self._dom_classes:
            yield "_dom_classes"


class ValueWidget(Widget):
    """A widget with a value."""

    value = None

    def get_interact_value(self):
        """The value for a function of `interact`."""
        return self.value

    def _repr_keys(self):
        if "value" in self._traits:
            yield "value"
        for key in super()._repr_keys():
            if key != "value":
                yield key


@register
class Style(Widget):
    _model_name = Unicode("StyleModel").tag(sync=True)
    _view_name = Unicode("StyleView").tag(sync=True)
    _view_module = Unicode("@jupyter-widgets/base").tag(sync=True)
    _view_module_version = Unicode(__jupyter_widgets_base_version__).tag(sync=True)


class _ControlStyle(Style):
    _model_module = Unicode("@jupyter-widgets/controls").tag(sync=True)
    _model_module_version = Unicode(__jupyter_widgets_controls_version__).tag(sync=True)


@register
class DescriptionStyle(_ControlStyle):
    _model_name = Unicode("DescriptionStyleModel").tag(sync=True)
    description_width = Unicode().tag(sync=True)


@register
class SliderStyle(DescriptionStyle):
    _model_name = Unicode("SliderStyleModel").tag(sync=True)
    handle_color = Color(None, allow_none=True).tag(sync=True)


@register
class ProgressStyle(DescriptionStyle):
    _model_name = Unicode("ProgressStyleModel").tag(sync=True)
    bar_color = Color(None, allow_none=True).tag(sync=True)


@register
class CheckboxStyle(DescriptionStyle):
    _model_name = Unicode("CheckboxStyleModel").tag(sync=True)
    background = Unicode(None, allow_none=True).tag(sync=True)


class _StringStyle(DescriptionStyle):
    _model_name = Unicode("StringStyleModel").tag(sync=True)
    background = Unicode(None, allow_none=True).tag(sync=True)
    font_size = Unicode(None, allow_none=True).tag(sync=True)
    text_color = Unicode(None, allow_none=True).tag(sync=True)


@register
class LabelStyle(_StringStyle):
    _model_name = Unicode("LabelStyleModel").tag(sync=True)
    font_family = _text()
    font_style = _text()
    font_variant = _text()
    font_weight = _text()
    text_decoration = _text()


@register
class TextStyle(_StringStyle):
    _model_name = Unicode("TextStyleModel").tag(sync=True)


@register
class HTMLStyle(_StringStyle):
    _model_name = Unicode("HTMLStyleModel").tag(sync=True)


@register
class HTMLMathStyle(_StringStyle):
    _model_name = Unicode("HTMLMathStyleModel").tag(sync=True)


@register
class ButtonStyle(_ControlStyle):
    _model_name = Unicode("ButtonStyleModel").tag(sync=True)
    button_color = Color(None, allow_none=True).tag(sync=True)
    font_family = _text()
    font_size = _text()
    font_style = _text()
    font_variant = _text()
    font_weight = _text()
    text_color = _text()
    text_decoration = _text()


@register
class ToggleButtonStyle(DescriptionStyle):
    _model_name = Unicode("ToggleButtonStyleModel").tag(sync=True)
    font_family = _text()
    font_size = _text()
    font_style = _text()
    font_variant = _text()
    font_weight = _text()
    text_color = _text()
    text_decoration = _text()


@register
class ToggleButtonsStyle(DescriptionStyle):
    _model_name = Unicode("ToggleButtonsStyleModel").tag(sync=True)
    button_width = Unicode().tag(sync=True)
    font_weight = Unicode().tag(sync=True)


class DescriptionWidget(DOMWidget, CoreWidget):
    """A widget with a text beside it."""

    _model_name = Unicode("DescriptionModel").tag(sync=True)
    description = Unicode("").tag(sync=True)
    description_allow_html = Bool(False).tag(sync=True)
    style = InstanceDict(DescriptionStyle, args=()).tag(sync=True, **widget_serialization)

    def __init__(self, *args, **kwargs):
        if "description_tooltip" in kwargs:
            kwargs.setdefault("tooltip", kwargs.pop("description_tooltip"))
        super().__init__(*args, **kwargs)

    def _repr_keys(self):
        for key in super()._repr_keys():
            if key == "style" and not list(self.style._repr_keys()):
                continue
            yield key
