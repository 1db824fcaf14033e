"""The debugger as JupyterLab speaks to it: Debug Adapter Protocol over the control channel."""
import os
import time

import pytest
from conftest import SLOW

CODE = """def total(numbers):
    result = 0
    for n in numbers:
        square = n * n
        result += square
    return result
total([1, 2, 3, 4])"""


class Debugger:
    def __init__(self, session):
        self.client = session.client
        self.number = 0
        self.events = []
        self("initialize", clientID="test", adapterID="")
        self("attach")

    def __call__(self, command, **arguments):
        """A request -> the body of the answer."""
        self.number += 1
        content = {"type": "request", "seq": self.number, "command": command, "arguments": arguments}
        self.client.control_channel.send(self.client.session.msg("debug_request", content))
        answer = self.client.get_control_msg(timeout=15 * SLOW)["content"]
        assert answer["success"] and answer["command"] == command, answer
        return answer.get("body")

    def run(self, code, *breakpoints):
        path = self("dumpCell", code=code)["sourcePath"]
        self("setBreakpoints", source={"path": path}, breakpoints=list(breakpoints))
        self("configurationDone")
        self.client.execute(code)
        return path

    def stopped(self):
        """Waits for a stop -> its body."""
        deadline = time.monotonic() + 15 * SLOW
        while time.monotonic() < deadline:
            message = self.client.get_iopub_msg(timeout=15 * SLOW)
            if message["msg_type"] == "debug_event" and message["content"]["event"] == "stopped":
                return message["content"]["body"]
        raise AssertionError("no stop")

    def top(self):
        return self("stackTrace", threadId=1)["stackFrames"][0]

    def locals(self):
        scope = self("scopes", frameId=self.top()["id"])["scopes"][0]
        found = self("variables", variablesReference=scope["variablesReference"])["variables"]
        return {v["name"]: v["value"] for v in found}

    def finish(self):
        return self.client.get_shell_msg(timeout=15 * SLOW)["content"]


@pytest.fixture
def debugger(session):
    return Debugger(session)


def test_a_condition_decides_whether_to_stop(debugger):
    debugger.run(CODE, {"line": 4, "condition": "n == 3"})
    assert debugger.stopped()["reason"] == "breakpoint"
    assert debugger.locals() == {"n": "3", "numbers": "[1, 2, 3, 4]", "result": "5", "square": "4"}
    assert debugger("evaluate", expression="result * 10 + n", frameId=debugger.top()["id"])["result"] == "53"
    debugger("continue", threadId=1)
    assert debugger.finish()["status"] == "ok"


def test_a_breakpoint_in_a_loop_stops_every_time(debugger):
    debugger.run(CODE, {"line": 5})
    for square in ("1", "4", "9", "16"):
        debugger.stopped()
        assert debugger.locals()["square"] == square
        debugger("continue", threadId=1)
    assert debugger.finish()["status"] == "ok"


def test_lines_without_instructions_can_be_stopped_at(debugger):
    """`pass`, `continue` and `break` need no instruction of their own."""
    code = "for i in range(4):\n    if i == 1:\n        continue\n    if i == 2:\n        pass\n    elif i == 3:\n        break"
    debugger.run(code, {"line": 3}, {"line": 5}, {"line": 7})
    for line in (3, 5, 7):
        debugger.stopped()
        assert debugger.top()["line"] == line
        debugger("continue", threadId=1)
    assert debugger.finish()["status"] == "ok"


def test_hit_counts_and_log_points(debugger, session):
    debugger.run(CODE, {"line": 4, "hitCondition": "3"}, {"line": 5, "logMessage": "n={n} square={square}"})
    debugger.stopped()
    assert debugger.locals()["n"] == "3"
    debugger("continue", threadId=1)
    assert debugger.finish()["status"] == "ok"


def test_steps_go_over_into_and_out(debugger):
    debugger.run("def half(x):\n    y = x / 2\n    return y\na = 1\nb = half(a)\nc = b", {"line": 4})
    debugger.stopped()
    lines = []
    for command in ("next", "stepIn", "next", "stepOut"):
        debugger(command, threadId=1)
        debugger.stopped()
        lines.append((debugger.top()["name"], debugger.top()["line"]))
    assert lines == [("<module>", 5), ("half", 2), ("half", 3), ("<module>", 6)]
    debugger("continue", threadId=1)
    assert debugger.finish()["status"] == "ok"


def test_a_function_of_an_earlier_cell_can_be_stopped(session):
    """Breakpoints reach code that was compiled before the debugger was started."""
    code = "def earlier(x):\n    y = x + 1\n    return y"
    session.run(code)
    debugger = Debugger(session)
    path = debugger("dumpCell", code=code)["sourcePath"]
    debugger("setBreakpoints", source={"path": path}, breakpoints=[{"line": 3}])
    debugger.client.execute("earlier(41)")
    debugger.stopped()
    assert debugger.locals() == {"x": "41", "y": "42"}
    debugger("disconnect")
    assert debugger.finish()["status"] == "ok"


def test_an_uncaught_exception_stops_where_it_is_raised(debugger):
    debugger("setExceptionBreakpoints", filters=["uncaught"])
    debugger.run("def f(d):\n    try:\n        d['missing']\n    except KeyError:\n        pass\n    return d['here']\nf({})")
    stop = debugger.stopped()
    assert stop["reason"] == "exception" and "here" in stop["text"]
    assert (debugger.top()["name"], debugger.top()["line"]) == ("f", 6)
    debugger("continue", threadId=1)
    assert debugger.finish()["ename"] == "KeyError"


def test_an_interrupt_ends_a_stop(debugger, session):
    debugger.run(CODE, {"line": 4})
    debugger.stopped()
    session.manager.interrupt_kernel()
    assert debugger.finish()["ename"] == "KeyboardInterrupt"


def test_variables_are_seen_without_a_debugger(session):
    session.run("import torch\nx = torch.ones(2, 2)\nwords = ['a', 'b']")
    content = {"type": "request", "seq": 1, "command": "inspectVariables", "arguments": {}}
    session.client.control_channel.send(session.client.session.msg("debug_request", content))
    found = session.client.get_control_msg(timeout=15 * SLOW)["content"]["body"]["variables"]
    shown = {v["name"]: (v["type"], v["value"]) for v in found}
    assert shown["x"] == ("Tensor", "tensor([[1., 1.],\n        [1., 1.]])")
    assert shown["words"] == ("list", "['a', 'b']")


def test_dumped_cells_go_with_the_kernel(session):
    content = {"type": "request", "seq": 1, "command": "dumpCell", "arguments": {"code": "x = 1"}}
    session.client.control_channel.send(session.client.session.msg("debug_request", content))
    path = session.client.get_control_msg(timeout=15 * SLOW)["content"]["body"]["sourcePath"]
    assert os.path.exists(path)
    session.manager.shutdown_kernel()
    assert not os.path.exists(os.path.dirname(path))


def test_frames_that_cannot_be_are_none(session):
    for command in "evaluate", "scopes", "copyToGlobals", "richInspectVariables":
        arguments = {"frameId": -2 ** 63, "srcFrameId": -2 ** 63, "expression": "1", "variableName": "x", "srcVariableName": "x",
                     "dstVariableName": "y"}
        content = {"type": "request", "seq": 1, "command": command, "arguments": arguments}
        session.client.control_channel.send(session.client.session.msg("debug_request", content))
        session.client.get_control_msg(timeout=15 * SLOW)
    assert session.text("print(1)") == "1\n"
