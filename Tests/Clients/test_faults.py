"""What goes wrong around a kernel: memory, disks, signals, clients that vanish or stand still."""
import os
import pathlib
import signal
import subprocess
import sys
import time

import psutil
import pytest
from conftest import CHECKED, RACES, SLOW, Session
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager


def process(session):
    return psutil.Process(session.manager.provisioner.process.pid)


def end_of(running, seconds):
    """Waits for the end of a process."""
    try:
        running.wait(seconds)
        return True
    except psutil.TimeoutExpired:
        return False


@pytest.fixture
def limited(tmp_path):
    """A kernel with 2 GB of address space."""
    import resource
    if CHECKED or RACES:
        pytest.skip("the address sanitizer takes more address space than that")
    manager = KernelManager(kernel_name="wick")
    manager.start_kernel(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)))
    session = Session.of(manager)
    yield session
    session.close()


@pytest.mark.parametrize("code", [
    "x = []\nwhile True:\n    x.append('text %d' % len(x))",
    "x = {}\nwhile True:\n    x[len(x)] = [len(x)]",
    "x = [0]\nwhile True:\n    x += x",
    "x = 'ab'\nwhile True:\n    x += x",
    "x = bytearray(1000)\nwhile True:\n    x += bytes(x)",
    "x = [[0] * 1000 for _ in iter(int, 1)]",
    "import torch\nx = []\nwhile True:\n    x.append(torch.ones(1000, 1000))",
    "import torch\nx = torch.ones(10)\nwhile True:\n    x = torch.cat([x, x])",
])
def test_a_cell_without_memory_fails_and_the_kernel_lives(limited, code):
    limited.run("kept = 'still here'\nx = None")
    reply, _ = limited.run(code, seconds=120)
    assert reply["ename"] in ("MemoryError", "RuntimeError"), reply
    limited.run("x = None")
    assert limited.text("print(kept)") == "still here\n"
    # What was freed can be taken again.
    assert limited.text("print(len([1] * 1_000_000))") == "1000000\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("code", ["pass", "while True:\n    pass", "import time\ntime.sleep(60)"])
def test_a_signal_ends_the_kernel(session, number, code):
    session.client.execute(code)
    time.sleep(0.3)
    running = process(session)
    running.send_signal(number)
    assert end_of(running, 10 * SLOW)


def test_the_exit_handlers_run_at_sigterm(session, tmp_path):
    trace = tmp_path / "trace"
    session.run(f"import atexit\natexit.register(lambda: open({str(trace)!r}, 'w').write('ended'))")
    running = process(session)
    running.send_signal(signal.SIGTERM)
    assert end_of(running, 10 * SLOW)
    assert trace.read_text() == "ended"


def test_the_kernel_ends_with_its_parent(prefix, tmp_path):
    """A front end that is killed leaves no kernel behind."""
    code = ("from jupyter_client.manager import start_new_kernel\nimport time\n"
            "manager, client = start_new_kernel(kernel_name='wick')\n"
            "print(manager.provisioner.process.pid, flush=True)\ntime.sleep(600)")
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    running = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    assert end_of(running, 10 * SLOW)


def test_without_its_connection_file_the_kernel_goes_on(session):
    os.unlink(session.manager.connection_file)
    assert session.text("print('on')") == "on\n"
    session.manager.write_connection_file()


def test_a_history_that_cannot_be_written_stops_no_cell(session, tmp_path, monkeypatch):
    """/dev/full takes no byte."""
    for place in ("/dev/full", "/proc/nothing/history.sqlite", str(tmp_path)):
        monkeypatch.setenv("WICK_HISTORY", place)
        other = Session()
        started = time.monotonic()
        for number in range(20):
            assert other.text(f"print({number})") == f"{number}\n"
        assert time.monotonic() - started < 10 * SLOW
        other.client.history(hist_access_type="tail", n=3, raw=True, output=False)
        reply = other.client.get_shell_msg(timeout=10 * SLOW)["content"]
        assert [row[2] for row in reply["history"]] == ["print(17)", "print(18)", "print(19)"]
        other.close()


@pytest.mark.skipif(RACES, reason="the sanitizer writes files of its own")
def test_a_file_limit_stops_the_history_only(tmp_path, monkeypatch):
    """A disk that is full while the history is written: no file may grow beyond 48 kB."""
    import resource
    monkeypatch.setenv("WICK_HISTORY", str(tmp_path / "history.sqlite"))

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (48 << 10, 48 << 10))

    manager = KernelManager(kernel_name="wick")
    manager.start_kernel(preexec_fn=limit)
    session = Session.of(manager)
    for number in range(30):
        assert session.text(f"print({number}) # " + "x" * 4000) == f"{number}\n"
    session.client.history(hist_access_type="tail", n=2, raw=True, output=False)
    rows = session.client.get_shell_msg(timeout=10 * SLOW)["content"]["history"]
    assert [row[2][:9] for row in rows] == ["print(28)", "print(29)"]
    session.close()


def test_history_is_shared_and_lasts(tmp_path, monkeypatch):
    monkeypatch.setenv("WICK_HISTORY", str(tmp_path / "history.sqlite"))
    first, second = Session(), Session()
    first.run("first = 1")
    second.run("second = 2\nsecond")

    def rows(running, **what):
        running.client.history(raw=True, **what)
        return running.client.get_shell_msg(timeout=10 * SLOW)["content"]["history"]

    deadline = time.monotonic() + 5 * SLOW
    while len(rows(second, output=False, hist_access_type="tail", n=10)) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [row[2] for row in rows(second, output=False, hist_access_type="tail", n=10)] == [
        "first = 1", "second = 2\nsecond"]
    assert rows(first, output=True, hist_access_type="search", pattern="sec*")[0][2] == ["second = 2\nsecond", "2"]
    # As in ipykernel, the range of session 0 says 0; the tail says the number.
    assert rows(first, output=False, hist_access_type="range", session=0, start=1, stop=2) == [[0, 1, "first = 1"]]
    number = rows(second, output=False, hist_access_type="tail", n=10)[0][0]
    for session in (first, second):
        session.client.shutdown()
        assert end_of(process(session), 10 * SLOW)
        session.close()
    third = Session()
    assert [row[2] for row in rows(third, output=False, hist_access_type="range", session=number, start=1, stop=9)] == [
        "first = 1"]
    third.close()


def test_a_thousand_queued_cells_are_answered_in_order(session):
    ids = [session.client.execute(f"value = {n}\nvalue") for n in range(1000)]
    for n, wanted in enumerate(ids):
        reply = session.client.get_shell_msg(timeout=60 * SLOW)
        assert reply["parent_header"]["msg_id"] == wanted
        assert reply["content"]["execution_count"] == n + 1
    assert session.text("print(value)") == "999\n"


def client_of(session):
    client = BlockingKernelClient(connection_file=session.manager.connection_file)
    client.load_connection_file()
    client.start_channels()
    return client


def test_twenty_clients_at_once(session):
    clients = [client_of(session) for _ in range(20)]
    for client in clients:
        client.wait_for_ready(timeout=30 * SLOW)
    for number, client in enumerate(clients):
        client.execute(f"print({number})\n{number}")
    for number, client in enumerate(clients):
        assert client.get_shell_msg(timeout=30 * SLOW)["content"]["status"] == "ok"
        # Everybody sees everybody's output.
        seen = []
        while len(seen) < 20:
            message = client.get_iopub_msg(timeout=30 * SLOW)
            if message["msg_type"] == "execute_result":
                seen.append(message["content"]["data"]["text/plain"])
        assert sorted(seen, key=int) == [str(n) for n in range(20)]
        client.stop_channels()


def test_a_frozen_subscriber_does_not_stop_the_others(session):
    """A client that subscribes and never reads: the kernel gives it up, others lose nothing."""
    import zmq
    socket = zmq.Context.instance().socket(zmq.SUB)
    socket.setsockopt(zmq.RCVHWM, 1)
    socket.setsockopt(zmq.RCVBUF, 4096)
    socket.subscribe(b"")
    socket.connect(session.client.iopub_channel.socket.getsockopt(zmq.LAST_ENDPOINT).decode())
    time.sleep(0.3)
    reply, published = session.run(
        "from IPython.display import display\nfor n in range(6000):\n    display({'text/plain': 'y' * 2000}, raw=True)",
        seconds=120)
    socket.close(0)
    assert reply["status"] == "ok"
    assert len([1 for kind, _ in published if kind == "display_data"]) == 6000


def test_a_hundred_thousand_prints_lose_nothing(session):
    reply, published = session.run("for n in range(100_000):\n    print(n)", seconds=120)
    text = "".join(content["text"] for kind, content in published if kind == "stream")
    assert text == "".join(f"{n}\n" for n in range(100_000))


def test_fifty_megabytes_in_one_string(session):
    reply, published = session.run("print('é' * 25_000_000)", seconds=120)
    assert sum(len(content["text"]) for kind, content in published if kind == "stream") == 25_000_001


def test_cells_without_loops_leave_no_cycles(session):
    session.run("exec('a = []; a.append(a)\\n' * 12_000)")
    assert int(session.text("import gc; print(gc.collect())")) < 100
