"""Subshells: cells that run beside those of the main shell, with output, captures and interrupts of their own."""
import time

import pytest

from conftest import SLOW


@pytest.fixture
def subshell(session):
    """-> run(code): sends a cell to a subshell and returns the identity of the request"""
    def control(kind, content):
        message = session.client.session.msg(kind, content)
        session.client.control_channel.send(message)
        return session.client.get_control_msg(timeout=10 * SLOW)["content"]

    identity = control("create_subshell_request", {})["subshell_id"]

    def run(code):
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False,
                   "stop_on_error": False}
        message = session.client.session.msg("execute_request", content)
        message["header"]["subshell_id"] = identity
        session.client.shell_channel.send(message)
        return message["header"]["msg_id"]

    yield run
    assert control("delete_subshell_request", {"subshell_id": identity})["status"] == "ok"


def finish(session, *requests):
    """-> {request: (reply, what it printed, its result)}"""
    replies, texts, results, idle = {}, {r: "" for r in requests}, {r: None for r in requests}, set()
    while idle != set(requests):
        message = session.client.get_iopub_msg(timeout=30 * SLOW)
        parent, content = message["parent_header"].get("msg_id"), message["content"]
        if parent not in requests:
            continue
        if message["msg_type"] == "stream":
            texts[parent] += content["text"]
        elif message["msg_type"] == "execute_result":
            results[parent] = content["data"]["text/plain"]
        elif content.get("execution_state") == "idle":
            idle.add(parent)
    while len(replies) < len(requests):
        message = session.client.get_shell_msg(timeout=30 * SLOW)
        replies[message["parent_header"]["msg_id"]] = message["content"]
    return {r: (replies[r], texts[r], results[r]) for r in requests}


def test_output_goes_to_the_cell_that_wrote_it(session, subshell):
    code = "import time\nfor i in range(40):\n    print({0!r}, i)\n    time.sleep(0.002)\n{0!r}"
    first = session.client.execute(code.format("main"))
    second = subshell(code.format("sub"))
    done = finish(session, first, second)
    for request, name in (first, "main"), (second, "sub"):
        assert done[request][1] == "".join(f"{name} {i}\n" for i in range(40))
        assert done[request][2] == repr(name)


def test_a_capture_takes_the_output_of_its_own_cell_only(session, subshell):
    first = session.client.execute("%%capture held\nimport time\nprint('held')\ntime.sleep(0.5)\nprint('back')")
    second = subshell("import time\ntime.sleep(0.1)\nprint('free')")
    done = finish(session, first, second)
    assert (done[first][1], done[second][1]) == ("", "free\n")
    assert session.text("print(held.stdout, end='')") == "held\nback\n"


def test_both_spin_and_both_are_interrupted(session, subshell):
    first, second = session.client.execute("while True: pass"), subshell("while True: pass")
    time.sleep(0.5 * SLOW)
    session.manager.interrupt_kernel()
    done = finish(session, first, second)
    assert [done[r][0]["ename"] for r in (first, second)] == ["KeyboardInterrupt"] * 2
    assert session.text("print('alive')") == "alive\n"


def test_an_interrupt_of_a_subshell_leaves_the_next_cell_alone(session, subshell):
    request = subshell("import time\ntime.sleep(100)")
    time.sleep(0.5 * SLOW)
    session.manager.interrupt_kernel()
    assert finish(session, request)[request][0]["ename"] == "KeyboardInterrupt"
    assert session.text("print(sum(range(100000)))") == "4999950000\n"


def test_a_cell_that_awaits_lets_the_subshell_run(session, subshell):
    first = session.client.execute("import asyncio\nawait asyncio.sleep(1.5)\nprint(seen)")
    second = subshell("seen = 'from the subshell'")
    done = finish(session, first, second)
    assert done[first][1] == "from the subshell\n"


def test_in_and_out_belong_to_the_main_shell(session, subshell):
    request = subshell("'sub'")
    done = finish(session, request)
    assert (done[request][2], done[request][0]["execution_count"]) == ("'sub'", 1)
    session.run("'main'")
    assert session.text("print(Out, len(In))") == "{1: 'main'} 3\n"


def test_there_are_so_many_subshells_and_no_more(session):
    def control(kind, content):
        session.client.control_channel.send(session.client.session.msg(kind, content))
        return session.client.get_control_msg(timeout=10 * SLOW)["content"]

    made = [control("create_subshell_request", {}) for _ in range(257)]
    assert [m["status"] for m in made] == ["ok"] * 256 + ["error"] and "subshells" in made[-1]["evalue"]
    for reply in made[:256]:
        assert control("delete_subshell_request", {"subshell_id": reply["subshell_id"]})["status"] == "ok"
    assert control("create_subshell_request", {})["status"] == "ok"
    assert session.text("print(1)") == "1\n"
