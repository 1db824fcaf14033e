"""Widgets, their errors and the state they send; run by `test_widgets.py` on Wick.

What ipywidgets 8.1 prints is recorded by `python widgets_cell.py > widgets-recorded.txt`.
"""
import json

import ipywidgets as w


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


def state(widget):
    made = {}
    for key, value in widget.get_state().items():
        if isinstance(value, str) and value.startswith("IPY_MODEL_"):
            value = "model of " + type(getattr(widget, key)).__name__
        elif not isinstance(value, (str, int, float, list, tuple, dict, type(None))):
            value = bytes(value).decode()
        made[key] = value
    return json.dumps(made, sort_keys=True)


s = w.IntSlider(value=7, min=0, max=10, description="x")
show(lambda: s)
show(lambda: setattr(s, "value", "a"))
show(lambda: setattr(s, "value", 100) or s.value)
show(lambda: setattr(s, "max", 3) or s.value)
show(lambda: setattr(s, "max", -3) or s.value)
show(lambda: w.IntSlider(min=5))
show(lambda: w.IntSlider(min=5, max=2))
show(lambda: w.IntSlider(3, 1, 9))
show(lambda: w.FloatSlider(value=1))
d = w.Dropdown(options=["a", "b", "c"], value="b", description="q:")
show(lambda: d)
show(lambda: (d.index, d.label))
show(lambda: setattr(d, "value", "z"))
show(lambda: setattr(d, "index", 2) or d.value)
show(lambda: setattr(d, "options", [("One", 1), ("Two", 2)]) or (d.value, d.index, d.options, d._options_labels))
show(lambda: setattr(d, "options", {"x": 1}) or (d.value, d.index, d.options))
show(lambda: w.SelectMultiple(options=[1, 2, 3], value=[1, 3]))
show(lambda: w.SelectionSlider(options=["a", "b"]))
show(lambda: w.SelectionSlider())
show(lambda: w.HBox([s, w.Label("hi")]))
show(lambda: w.Tab([s], titles=["A"]))
show(lambda: w.Accordion([s, s], titles=("a",)).titles)
show(lambda: w.Button(description="go", button_style="info", icon="check"))
show(lambda: w.Button(description="go", button_style="xx"))
show(lambda: w.Layout(width="50%", border="1px"))
show(lambda: w.IntRangeSlider(value=[2, 5], max=10))
show(lambda: w.BoundedIntText(7, max=3))
show(lambda: w.IntSlider(style={"description_width": "initial"}).style)
show(lambda: w.IntSlider(layout={"width": "50%"}))
show(lambda: w.Password("secret"))
for value in ((0, 10, 2), (0.0, 1.0), 5, -5, 0, 2.5, ["a", "b"], {"a": 1}, [("a", 1)], True, "text"):
    show(lambda: w.interactive(lambda x: None, x=value).children)
show(lambda: w.interactive(lambda x, y=2.5, *, z="a": None, x=(0, 10)))
show(lambda: w.interactive(lambda x: None, x=w.fixed(3)).kwargs)
show(lambda: w.interactive(lambda x: None))
show(lambda: w.interactive(lambda x: None, {"manual": True}, x=3).children)

seen = []
s = w.IntSlider()
s.observe(lambda change: seen.append((change.name, change.old, change.new)), names=["value", "max"])
with s.hold_trait_notifications():
    s.value = 3
    s.max = 50
    s.value = 4
s.value = 4
other = w.IntText()
link = w.link((s, "value"), (other, "value"))
other.value = 9
link.unlink()
other.value = 1
print(seen, s.value, other.value)

for name in sorted(dir(w)):
    made = getattr(w, name)
    if isinstance(made, type) and issubclass(made, w.Widget) and name not in (
            "AppLayout", "GridspecLayout", "TwoByTwoLayout", "SelectionSlider", "SelectionRangeSlider", "interactive",
            "CoreWidget", "ValueWidget", "DescriptionWidget", "DescriptionStyle", "ProgressStyle"):
        print(name, state(made()))
