"""What a page gets of many widgets, message by message; compared on Wick by `test_widgets.py`.

    python widgets_wire.py python3 > widgets-wire.txt     records what ipykernel and ipywidgets 8.1 send
"""
import json
import re
import sys

CELL = r"""
import ipywidgets as w
from IPython.display import display
a = w.IntSlider(value=3, min=1, max=9, step=2, description='a')
b = w.FloatSlider(value=.5, description='b')
c = w.IntProgress(value=4, max=9, bar_style='info')
d = w.FloatProgress(value=.4, max=1)
e = w.Label('text'); f = w.HTML('<b>x</b>'); g = w.Button(description='go', icon='check', button_style='success')
o = w.Output(); h = w.HBox([a, b]); v = w.VBox([h, c, d, e, f, g, o])
display(v)
t = w.Text('x'); w.Textarea('y'); w.Checkbox(True); w.Dropdown(options=['p', 'q'], value='q'); w.IntText(4); w.FloatText(4.5)
w.RadioButtons(options=[('one', 1), ('two', 2)]); w.BoundedIntText(4, min=1, max=6); w.ToggleButton(True)
w.Select(options=['a', 'b']); w.SelectMultiple(options=['a', 'b'], value=['b']); w.Accordion([t]); w.Tab([t], titles=['A'])
w.GridBox([t]); w.HTMLMath('$x$'); w.Valid(True); w.ColorPicker(value='red'); w.DatePicker(); w.Play()
w.IntRangeSlider(value=(2, 4)); w.FloatRangeSlider(value=(2, 4)); w.Image(value=b'\x89PNG'); w.ToggleButtons(options=['x', 'y'])
w.SelectionSlider(options=['x', 'y']); w.FloatLogSlider(value=10); w.jslink((a, 'value'), (c, 'value'))
i = w.interact(lambda x=3, y='s', z=True: print(x, y, z))
a.value = 5
with o: print('inside')
"""
SHOWN = ("comm_open", "comm_msg", "comm_close", "display_data", "stream", "clear_output")


def lines(messages):
    """The messages as text: models are numbered, fields without a value and plain layouts are left out."""
    names, found = {}, []
    for message in messages:
        kind, content = message["msg_type"], message["content"]
        if kind not in SHOWN:
            continue
        if kind == "comm_open":
            names[content["comm_id"]] = "M%d" % len(names)
            state = content["data"]["state"] = {k: v for k, v in content["data"]["state"].items() if v is not None}
            if state["_model_name"] == "LayoutModel":
                continue
        text = json.dumps([content, message["metadata"], len(message["buffers"])], sort_keys=True)
        for name, short in names.items():
            text = text.replace(name, short)
        found.append(kind + " " + re.sub(r'"msg_id": "[^"]+"', '"msg_id": "N"', text))
    return found


if __name__ == "__main__":
    from jupyter_client.manager import start_new_kernel
    manager, client = start_new_kernel(kernel_name=sys.argv[1])
    received = []
    reply = client.execute_interactive(CELL, timeout=60, output_hook=received.append)
    assert reply["content"]["status"] == "ok", reply["content"]
    print("\n".join(lines(received)))
    client.stop_channels()
    manager.shutdown_kernel(now=True)
