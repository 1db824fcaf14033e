"""Tasks of asyncio that go on between cells, and where their output goes."""
import queue
import time

from conftest import SLOW


def outputs(session, seconds, until=None):
    """-> {request: what it printed}, from messages of so many seconds or until a text has come"""
    texts, end = {}, time.monotonic() + seconds * SLOW
    while time.monotonic() < end:
        try:
            message = session.client.get_iopub_msg(timeout=max(0.01, end - time.monotonic()))
        except queue.Empty:
            break
        if message["msg_type"] == "stream":
            parent = message["parent_header"]["msg_id"]
            texts[parent] = texts.get(parent, "") + message["content"]["text"]
            if until is not None and until in texts[parent]:
                break
    return texts


def send(session, code):
    request = session.client.execute(code)
    reply = session.client.get_shell_msg(timeout=30 * SLOW)
    assert reply["content"]["status"] == "ok", reply["content"]
    return request


TICK = """
import asyncio
async def tick(name):
    for k in range(3):
        print(name, k)
        await asyncio.sleep(0.05)
"""


def test_a_task_goes_on_and_writes_to_its_cell(session):
    first = send(session, TICK + "task = asyncio.get_event_loop().create_task(tick('a'))")
    second = send(session, "print('b')")
    texts = outputs(session, 5, until="a 2")
    assert texts[first] == "a 0\na 1\na 2\n"
    assert texts[second] == "b\n"


def test_a_task_of_a_cell_that_awaits(session):
    send(session, TICK)
    first = send(session, "task = asyncio.create_task(tick('c')); await asyncio.sleep(0)")
    assert outputs(session, 5, until="c 2")[first] == "c 0\nc 1\nc 2\n"


def test_timers_and_threads_reach_the_idle_loop(session):
    first = send(session, "import asyncio, threading\nloop = asyncio.get_event_loop()\nloop.call_later(0.1, print, 'timer');")
    assert outputs(session, 5, until="timer")[first] == "timer\n"
    second = send(session, "threading.Timer(0.2, loop.call_soon_threadsafe, (print, 'thread')).start()")
    assert outputs(session, 5, until="thread")[second] == "thread\n"


def test_an_error_nobody_catches_is_told_in_its_cell(session):
    first = send(session, "import asyncio\nasyncio.get_event_loop().call_soon(lambda: 1 / 0);")
    texts = outputs(session, 5, until="ZeroDivisionError")
    assert texts[first].startswith("Exception in callback <lambda>()")


def test_requests_are_answered_while_a_task_waits(session):
    send(session, "import asyncio\nlong = asyncio.get_event_loop().create_task(asyncio.sleep(1000))")
    start = time.monotonic()
    send(session, "1")
    assert time.monotonic() - start < 1 * SLOW
    send(session, "long.cancel()")


def test_an_interrupt_stops_a_callback(session):
    first = send(session, "import asyncio\nasync def spin():\n    while True: pass\nspinning = asyncio.create_task(spin())")
    time.sleep(0.3)
    request = session.client.execute("print('after')")
    time.sleep(0.2)
    session.manager.interrupt_kernel()
    assert session.client.get_shell_msg(timeout=30 * SLOW)["parent_header"]["msg_id"] == request
    assert "KeyboardInterrupt" in outputs(session, 5, until="after").get(first, "KeyboardInterrupt")


def test_payloads_of_one_source_replace_each_other(session):
    reply, _ = session.run("for k in range(3): get_ipython().set_next_input(str(k))")
    assert [p["text"] for p in reply["payload"]] == ["2"]


def test_history_goes_to_a_file(session, tmp_path):
    session.run("unusual = 1")
    session.run(f"%hist -f {tmp_path / 'cells.py'}")
    assert "unusual = 1\n" in (tmp_path / "cells.py").read_text()


def test_parents_of_threads(session):
    first = send(session, "parent = get_ipython().get_parent()")
    second = send(session, "get_ipython().set_thread_parent(parent); print('x', flush=True)")
    texts = outputs(session, 2, until="x\n")
    assert texts == {first: "x\n"} and second not in texts
