from traitlets import dlink, link

from .widget import CallbackDispatcher, Color, InstanceDict, NumberFormat, TypedTuple, Widget, register, \
    register_comm_target, widget_serialization
from .core import ButtonStyle, CoreWidget, DescriptionStyle, DescriptionWidget, DOMWidget, Layout, ProgressStyle, \
    SliderStyle, Style, ToggleButtonsStyle, ValueWidget
from .numbers import BoundedFloatText, BoundedIntText, FloatLogSlider, FloatProgress, FloatRangeSlider, FloatSlider, \
    FloatText, IntProgress, IntRangeSlider, IntSlider, IntText, Play
from .controls import Audio, Button, Checkbox, ColorPicker, ColorsInput, Combobox, Controller, DatePicker, \
    DatetimePicker, FileUpload, FloatsInput, HTML, HTMLMath, Image, IntsInput, Label, NaiveDatetimePicker, Password, \
    TagsInput, Text, Textarea, TimePicker, ToggleButton, Valid, Video
from .selection import Dropdown, RadioButtons, Select, SelectionRangeSlider, SelectionSlider, SelectMultiple, \
    ToggleButtons
from .containers import Accordion, AppLayout, Box, GridBox, GridspecLayout, HBox, Output, Stack, Tab, \
    TwoByTwoLayout, VBox, jsdlink, jslink
from .interaction import fixed, interact, interact_manual, interactive, interactive_output
