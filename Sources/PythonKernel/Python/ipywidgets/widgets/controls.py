"""Buttons, boxes to tick, text, colours, dates, media."""
from traitlets import Bool, Bunch, Bytes, CaselessStrEnum, CUnicode, Float, Int, List, TraitError, TraitType, \
    Unicode, Union, validate

from .core import ButtonStyle, CheckboxStyle, CoreWidget, DescriptionWidget, DOMWidget, HTMLMathStyle, HTMLStyle, \
    LabelStyle, TextStyle, ToggleButtonStyle, ValueWidget
from .widget import CallbackDispatcher, Color, InstanceDict, NumberFormat, TypedTuple, Widget, register, \
    widget_serialization

_BUTTONS = ["primary", "success", "info", "warning", "danger", ""]


def _button_style():
    return CaselessStrEnum(values=_BUTTONS, default_value="").tag(sync=True)


@register
class Button(DOMWidget, CoreWidget):
    """Calls functions when it is clicked."""

    _view_name = Unicode("ButtonView").tag(sync=True)
    _model_name = Unicode("ButtonModel").tag(sync=True)
    description = Unicode("").tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    icon = Unicode("").tag(sync=True)
    button_style = _button_style()
    style = InstanceDict(ButtonStyle, args=()).tag(sync=True, **widget_serialization)

    def __init__(self, **kwargs):
        self._click_handlers = CallbackDispatcher()
        super().__init__(**kwargs)
        self.on_msg(self._handle_button_msg)

    @validate("icon")
    def _validate_icon(self, proposal):
        """Names of icons come without `fa-`."""
        value = proposal["value"]
        return value[3:] if value.startswith("fa-") else value

    def on_click(self, callback, remove=False):
        """Calls `callback(button)` for every click."""
        self._click_handlers.register_callback(callback, remove=remove)

    def click(self):
        """Acts as if the button was clicked."""
        self._click_handlers(self)

    def _handle_button_msg(self, widget, content, buffers):
        if content.get("event", "") == "click":
            self.click()


class _Bool(DescriptionWidget, ValueWidget):
    value = Bool(False).tag(sync=True)
    disabled = Bool(False).tag(sync=True)

    def __init__(self, value=None, **kwargs):
        if value is not None:
            kwargs["value"] = value
        super().__init__(**kwargs)


@register
class Checkbox(_Bool):
    _view_name = Unicode("CheckboxView").tag(sync=True)
    _model_name = Unicode("CheckboxModel").tag(sync=True)
    indent = Bool(True).tag(sync=True)
    style = InstanceDict(CheckboxStyle, args=()).tag(sync=True, **widget_serialization)


@register
class ToggleButton(_Bool):
    _view_name = Unicode("ToggleButtonView").tag(sync=True)
    _model_name = Unicode("ToggleButtonModel").tag(sync=True)
    icon = Unicode("").tag(sync=True)
    button_style = _button_style()
    style = InstanceDict(ToggleButtonStyle, args=()).tag(sync=True, **widget_serialization)


@register
class Valid(_Bool):
    _view_name = Unicode("ValidView").tag(sync=True)
    _model_name = Unicode("ValidModel").tag(sync=True)
    readout = Unicode("Invalid").tag(sync=True)


class _String(DescriptionWidget, ValueWidget):
    value = Unicode("").tag(sync=True)
    placeholder = Unicode("\u200b").tag(sync=True)

    def __init__(self, value=None, **kwargs):
        if value is not None:
            kwargs["value"] = value
        super().__init__(**kwargs)


@register
class Label(_String):
    _view_name = Unicode("LabelView").tag(sync=True)
    _model_name = Unicode("LabelModel").tag(sync=True)
    style = InstanceDict(LabelStyle, args=()).tag(sync=True, **widget_serialization)


@register
class HTML(_String):
    _view_name = Unicode("HTMLView").tag(sync=True)
    _model_name = Unicode("HTMLModel").tag(sync=True)
    style = InstanceDict(HTMLStyle, args=()).tag(sync=True, **widget_serialization)


@register
class HTMLMath(_String):
    _view_name = Unicode("HTMLMathView").tag(sync=True)
    _model_name = Unicode("HTMLMathModel").tag(sync=True)
    style = InstanceDict(HTMLMathStyle, args=()).tag(sync=True, **widget_serialization)


@register
class Textarea(_String):
    _view_name = Unicode("TextareaView").tag(sync=True)
    _model_name = Unicode("TextareaModel").tag(sync=True)
    rows = Int(None, allow_none=True).tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    continuous_update = Bool(True).tag(sync=True)
    style = InstanceDict(TextStyle, args=()).tag(sync=True, **widget_serialization)


@register
class Text(_String):
    """A line of text."""

    _view_name = Unicode("TextView").tag(sync=True)
    _model_name = Unicode("TextModel").tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    continuous_update = Bool(True).tag(sync=True)
    style = InstanceDict(TextStyle, args=()).tag(sync=True, **widget_serialization)

    def __init__(self, *args, **kwargs):
        self._submission_callbacks = CallbackDispatcher()
        super().__init__(*args, **kwargs)
        self.on_msg(self._handle_string_msg)

    def _handle_string_msg(self, _, content, buffers):
        if content.get("event", "") == "submit":
            self._submission_callbacks(self)

    def on_submit(self, callback, remove=False):
        """Calls `callback(text)` when Enter is pressed."""
        self._submission_callbacks.register_callback(callback, remove=remove)


@register
class Password(Text):
    _view_name = Unicode("PasswordView").tag(sync=True)
    _model_name = Unicode("PasswordModel").tag(sync=True)

    def _repr_keys(self):
        for key in super()._repr_keys():
            if key != "value":
                yield key


@register
class Combobox(Text):
    _view_name = Unicode("ComboboxView").tag(sync=True)
    _model_name = Unicode("ComboboxModel").tag(sync=True)
    options = TypedTuple(trait=Unicode()).tag(sync=True)
    ensure_option = Bool(False).tag(sync=True)

    @validate("value")
    def _validate_value(self, proposal):
        if self.ensure_option and proposal.value not in self.options:
            raise TraitError("value must be one of the specified options")
        return proposal.value


@register
class ColorPicker(DescriptionWidget, ValueWidget):
    _view_name = Unicode("ColorPickerView").tag(sync=True)
    _model_name = Unicode("ColorPickerModel").tag(sync=True)
    value = Color("black").tag(sync=True)
    concise = Bool(False).tag(sync=True)
    disabled = Bool(False).tag(sync=True)

    def __init__(self, value=None, **kwargs):
        if value is not None:
            kwargs["value"] = value
        super().__init__(**kwargs)


# Dates and times travel as dictionaries.

def _date_to_json(d, obj):
    return None if d is None else {"year": d.year, "month": d.month - 1, "date": d.day}


def _date_from_json(js, obj):
    import datetime
    return None if js is None else datetime.date(js["year"], js["month"] + 1, js["date"])


def _time_to_json(t, obj):
    return None if t is None else {
        "hours": t.hour, "minutes": t.minute, "seconds": t.second, "milliseconds": t.microsecond / 1000}


def _time_from_json(js, obj):
    import datetime
    return None if js is None else datetime.time(
        js["hours"], js["minutes"], js["seconds"], int(js["milliseconds"] * 1000))


def _datetime_to_json(d, obj):
    if d is None:
        return None
    if d.tzinfo is not None:
        import datetime
        d = d.astimezone(datetime.timezone.utc)
    return {"year": d.year, "month": d.month - 1, "date": d.day, "hours": d.hour, "minutes": d.minute,
            "seconds": d.second, "milliseconds": d.microsecond / 1000}


def _datetime_from_json(js, obj):
    import datetime
    return None if js is None else datetime.datetime(
        js["year"], js["month"] + 1, js["date"], js["hours"], js["minutes"], js["seconds"],
        int(js["milliseconds"] * 1000), datetime.timezone.utc)


def _naive_from_json(js, obj):
    made = _datetime_from_json(js, obj)
    return made and made.replace(tzinfo=None)


class _Moment(TraitType):
    def __init__(self, kind, to_json, from_json):
        super().__init__(None, allow_none=True)
        self.kind = kind
        self.tag(sync=True, to_json=to_json, from_json=from_json)

    def validate(self, obj, value):
        import datetime
        if isinstance(value, getattr(datetime, self.kind)):
            return value
        self.error(obj, value, info="a " + self.kind)


class _Picker(DescriptionWidget, ValueWidget):
    disabled = Bool(False).tag(sync=True)

    def __init__(self, value=None, **kwargs):
        if value is not None:
            kwargs["value"] = value
        super().__init__(**kwargs)

    @validate("value")
    def _validate_value(self, proposal):
        value = proposal["value"]
        if value is not None and self.min is not None and value < self.min:
            value = self.min
        if value is not None and self.max is not None and value > self.max:
            value = self.max
        return value


@register
class DatePicker(_Picker):
    _view_name = Unicode("DatePickerView").tag(sync=True)
    _model_name = Unicode("DatePickerModel").tag(sync=True)
    value = _Moment("date", _date_to_json, _date_from_json)
    min = _Moment("date", _date_to_json, _date_from_json)
    max = _Moment("date", _date_to_json, _date_from_json)
    step = Union((Int(1), CaselessStrEnum(["any"]))).tag(sync=True)


@register
class TimePicker(_Picker):
    _view_name = Unicode("TimeView").tag(sync=True)
    _model_name = Unicode("TimeModel").tag(sync=True)
    value = _Moment("time", _time_to_json, _time_from_json)
    min = _Moment("time", _time_to_json, _time_from_json)
    max = _Moment("time", _time_to_json, _time_from_json)
    step = Union((Float(60), CaselessStrEnum(["any"]))).tag(sync=True)


@register
class DatetimePicker(_Picker):
    _view_name = Unicode("DatetimeView").tag(sync=True)
    _model_name = Unicode("DatetimeModel").tag(sync=True)
    value = _Moment("datetime", _datetime_to_json, _datetime_from_json)
    min = _Moment("datetime", _datetime_to_json, _datetime_from_json)
    max = _Moment("datetime", _datetime_to_json, _datetime_from_json)


@register
class NaiveDatetimePicker(DatetimePicker):
    _model_name = Unicode("NaiveDatetimeModel").tag(sync=True)
    value = _Moment("datetime", _datetime_to_json, _naive_from_json)
    min = _Moment("datetime", _datetime_to_json, _naive_from_json)
    max = _Moment("datetime", _datetime_to_json, _naive_from_json)


# Media.

class _Media(DOMWidget, CoreWidget, ValueWidget):
    value = Bytes(b"").tag(sync=True)

    @classmethod
    def from_file(cls, filename, **kwargs):
        with open(filename, "rb") as file:
            value = file.read()
        if "format" not in kwargs and "." in str(filename):
            kwargs["format"] = str(filename).rsplit(".", 1)[1].lower()
        return cls(value=value, **kwargs)

    @classmethod
    def from_url(cls, url, **kwargs):
        kwargs["format"] = "url"
        return cls(value=url.encode("utf-8") if isinstance(url, str) else url, **kwargs)

    def set_value_from_file(self, filename):
        with open(filename, "rb") as file:
            self.value = file.read()


@register
class Image(_Media):
    _view_name = Unicode("ImageView").tag(sync=True)
    _model_name = Unicode("ImageModel").tag(sync=True)
    format = Unicode("png").tag(sync=True)
    width = CUnicode().tag(sync=True)
    height = CUnicode().tag(sync=True)


@register
class Video(_Media):
    _view_name = Unicode("VideoView").tag(sync=True)
    _model_name = Unicode("VideoModel").tag(sync=True)
    format = Unicode("mp4").tag(sync=True)
    width = CUnicode().tag(sync=True)
    height = CUnicode().tag(sync=True)
    autoplay = Bool(True).tag(sync=True)
    loop = Bool(True).tag(sync=True)
    controls = Bool(True).tag(sync=True)


@register
class Audio(_Media):
    _view_name = Unicode("AudioView").tag(sync=True)
    _model_name = Unicode("AudioModel").tag(sync=True)
    format = Unicode("mp3").tag(sync=True)
    autoplay = Bool(True).tag(sync=True)
    loop = Bool(True).tag(sync=True)
    controls = Bool(True).tag(sync=True)


def _files_from_json(value, obj):
    import datetime
    made = []
    for file in value:
        file = dict(file)
        if isinstance(file.get("last_modified"), (int, float)):
            file["last_modified"] = datetime.datetime.fromtimestamp(file["last_modified"] / 1000, datetime.timezone.utc)
        made.append(Bunch(file))
    return made


def _files_to_json(value, obj):
    made = []
    for file in value:
        file = dict(file)
        if hasattr(file.get("last_modified"), "timestamp"):
            file["last_modified"] = file["last_modified"].timestamp() * 1000
        made.append(file)
    return made


@register
class FileUpload(DescriptionWidget, ValueWidget):
    """Brings files of the user to the kernel."""

    _model_name = Unicode("FileUploadModel").tag(sync=True)
    _view_name = Unicode("FileUploadView").tag(sync=True)
    accept = Unicode("").tag(sync=True)
    multiple = Bool(False).tag(sync=True)
    disabled = Bool(False).tag(sync=True)
    icon = Unicode("upload").tag(sync=True)
    button_style = _button_style()
    style = InstanceDict(ButtonStyle, args=()).tag(sync=True, **widget_serialization)
    error = Unicode("").tag(sync=True)
    value = TypedTuple().tag(sync=True, echo_update=False, from_json=_files_from_json, to_json=_files_to_json)

    def _description_default(self):
        return "Upload"


class _Tags(DescriptionWidget, ValueWidget):
    value = List().tag(sync=True)
    placeholder = Unicode("\u200b").tag(sync=True)
    allowed_tags = List().tag(sync=True)
    allow_duplicates = Bool(True).tag(sync=True)


@register
class TagsInput(_Tags):
    _model_name = Unicode("TagsInputModel").tag(sync=True)
    _view_name = Unicode("TagsInputView").tag(sync=True)
    tag_style = CaselessStrEnum(values=_BUTTONS, default_value="").tag(sync=True)


@register
class ColorsInput(_Tags):
    _model_name = Unicode("ColorsInputModel").tag(sync=True)
    _view_name = Unicode("ColorsInputView").tag(sync=True)


@register
class FloatsInput(TagsInput):
    _model_name = Unicode("FloatsInputModel").tag(sync=True)
    _view_name = Unicode("FloatsInputView").tag(sync=True)
    format = NumberFormat(".1f").tag(sync=True)
    min = Float(None, allow_none=True).tag(sync=True)
    max = Float(None, allow_none=True).tag(sync=True)


@register
class IntsInput(TagsInput):
    _model_name = Unicode("IntsInputModel").tag(sync=True)
    _view_name = Unicode("IntsInputView").tag(sync=True)
    format = NumberFormat("d").tag(sync=True)
    min = Int(None, allow_none=True).tag(sync=True)
    max = Int(None, allow_none=True).tag(sync=True)


@register
class Controller(DOMWidget, CoreWidget):
    """A game controller; the browser fills it."""

    _view_name = Unicode("ControllerView").tag(sync=True)
    _model_name = Unicode("ControllerModel").tag(sync=True)
    index = Int().tag(sync=True)
    name = Unicode("").tag(sync=True)
    mapping = Unicode("").tag(sync=True)
    connected = Bool(False).tag(sync=True)
    timestamp = Float(0.0).tag(sync=True)
    buttons = TypedTuple().tag(sync=True)
    axes = TypedTuple().tag(sync=True)
