"""Widgets over comms, as a front end sees them. `Tests/Browser` moves them in a real one."""
import pathlib

import pytest
import widgets_wire
from conftest import SLOW


class Frontend:
    """Keeps the state of the models that the kernel opens."""

    def __init__(self, session):
        self.session = session
        self.models = {}

    def run(self, code):
        """-> what a cell prints; comm messages go into the models."""
        printed = []

        def take(message):
            content = message["content"]
            if message["msg_type"] == "stream":
                printed.append(content["text"])
            elif message["msg_type"] == "comm_open":
                assert content["target_name"] == "jupyter.widget"
                assert message["metadata"]["version"].split(".")[0] == "2"
                self.models[content["comm_id"]] = dict(content["data"]["state"])
            elif message["msg_type"] == "comm_msg":
                data = content["data"]
                if data["method"] in ("update", "echo_update"):
                    self.models[content["comm_id"]].update(data["state"])

        reply = self.session.client.execute_interactive(
            code, timeout=30 * SLOW, allow_stdin=False, output_hook=take)["content"]
        assert reply["status"] == "ok", reply
        return "".join(printed)

    def send(self, model, data, buffers=()):
        """A message of the front end -> the comm messages and text that came back."""
        client = self.session.client
        message = client.session.msg("comm_msg", {"comm_id": model, "data": data})
        client.session.send(client.shell_channel.socket, message, buffers=list(buffers))
        answers = []
        while True:
            answer = client.get_iopub_msg(timeout=10 * SLOW)
            if answer["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            if answer["msg_type"] == "status" and answer["content"]["execution_state"] == "idle":
                return answers
            answers.append(answer)

    def named(self, model_name):
        return [key for key, state in self.models.items() if state["_model_name"] == model_name]


@pytest.fixture
def frontend(session):
    return Frontend(session)


def test_widgets_print_and_send_what_ipywidgets_does(frontend):
    here = pathlib.Path(__file__).parent
    printed = frontend.run((here / "widgets_cell.py").read_text()).splitlines()
    expected = (here / "widgets-recorded.txt").read_text().splitlines()
    for got, wanted in zip(printed, expected, strict=True):
        assert got == wanted


def test_a_value_from_the_front_end_reaches_the_observers(frontend):
    frontend.run("""import ipywidgets as widgets
slider = widgets.IntSlider(value=3, max=10)
text = widgets.Text()
slider.observe(lambda change: setattr(text, 'value', 'n = %d' % change.new), names='value')""")
    slider, text = frontend.named("IntSliderModel")[0], frontend.named("TextModel")[0]
    answers = frontend.send(slider, {"method": "update", "state": {"value": 8}, "buffer_paths": []})
    sent = [(a["content"]["comm_id"], a["content"]["data"]) for a in answers if a["msg_type"] == "comm_msg"]
    assert sent == [
        (slider, {"method": "echo_update", "state": {"value": 8}, "buffer_paths": []}),
        (text, {"method": "update", "state": {"value": "n = 8"}, "buffer_paths": []})]
    assert frontend.run("print(slider.value)") == "8\n"
    # What does not fit is set right, and the front end is told.
    answers = frontend.send(slider, {"method": "update", "state": {"value": 99}, "buffer_paths": []})
    sent = [a["content"]["data"] for a in answers if a["content"].get("comm_id") == slider]
    assert sent[-1] == {"method": "update", "state": {"value": 10}, "buffer_paths": []}


def test_a_click_calls_the_function_and_errors_are_shown(frontend):
    frontend.run("""import ipywidgets as widgets
button = widgets.Button(description='go')
button.on_click(lambda b: print('clicked', b.description))
button.on_click(lambda b: 1 / 0)""")
    answers = frontend.send(frontend.named("ButtonModel")[0], {"method": "custom", "content": {"event": "click"}})
    assert [a["content"]["text"] for a in answers if a["msg_type"] == "stream"] == ["clicked go\n"]
    assert [a["content"]["ename"] for a in answers if a["msg_type"] == "error"] == ["ZeroDivisionError"]


def test_bytes_travel_as_buffers(frontend):
    frontend.run("import ipywidgets as widgets\nimage = widgets.Image(value=b'first')")
    image = frontend.named("ImageModel")[0]
    assert "value" not in frontend.models[image]
    frontend.send(image, {"method": "update", "state": {}, "buffer_paths": [["value"]]}, [b"\x00\xffsecond"])
    assert frontend.run("print(bytes(image.value))") == "b'\\x00\\xffsecond'\n"


def test_a_new_page_gets_the_states_of_all_widgets(frontend):
    frontend.run("import ipywidgets as widgets\nbox = widgets.VBox([widgets.FloatSlider(), widgets.Label('x')])")
    client = frontend.session.client
    message = client.session.msg("comm_open", {"comm_id": "control", "target_name": "jupyter.widget.control",
                                               "data": {}})
    client.session.send(client.shell_channel.socket, message)
    answers = frontend.send("control", {"method": "request_states"})
    data = answers[-1]["content"]["data"]
    assert data["method"] == "update_states"
    assert set(data["states"]) == set(frontend.models)
    box = frontend.named("VBoxModel")[0]
    assert data["states"][box]["state"]["children"] == ["IPY_MODEL_" + key for key in (
        frontend.named("FloatSliderModel") + frontend.named("LabelModel"))]


def test_a_cell_that_awaits_sees_the_widgets_move(frontend):
    frontend.run("import asyncio\nimport ipywidgets as widgets\nslider = widgets.IntSlider()")
    slider = frontend.named("IntSliderModel")[0]
    client = frontend.session.client
    client.execute("while slider.value == 0:\n    await asyncio.sleep(0.02)\nprint('moved to', slider.value)")
    message = client.session.msg("comm_msg", {"comm_id": slider, "data": {
        "method": "update", "state": {"value": 5}, "buffer_paths": []}})
    client.session.send(client.shell_channel.socket, message)
    while True:
        answer = client.get_iopub_msg(timeout=10 * SLOW)
        if answer["msg_type"] == "stream":
            assert answer["content"]["text"] == "moved to 5\n"
            break


def test_every_message_is_the_one_of_ipywidgets(session):
    received = []
    reply = session.client.execute_interactive(
        widgets_wire.CELL, timeout=30 * SLOW, allow_stdin=False, output_hook=received.append)
    assert reply["content"]["status"] == "ok", reply
    expected = (pathlib.Path(__file__).parent / "widgets-wire.txt").read_text().splitlines()
    for got, wanted in zip(widgets_wire.lines(received), expected, strict=True):
        assert got == wanted
