"""Life of a kernel as jupyter_client sees it: start, execute, interrupt, restart, shutdown."""
import random
import socket
import time

from conftest import SLOW


def test_kernel_info_is_that_of_a_python_kernel(session):
    session.client.kernel_info()
    info = session.client.get_shell_msg(timeout=10 * SLOW)["content"]
    assert info["implementation"] == "wick"
    language = info["language_info"]
    assert (language["name"], language["file_extension"]) == ("python", ".py")
    assert (language["pygments_lexer"], language["nbconvert_exporter"]) == ("ipython3", "python")


def test_a_cell_prints_and_returns(session):
    reply, published = session.run("print('hello')\n6 * 7")
    assert reply["status"] == "ok" and reply["execution_count"] == 1
    kinds = [kind for kind, _ in published]
    assert kinds == ["status", "execute_input", "stream", "execute_result", "status"]
    assert published[2][1] == {"name": "stdout", "text": "hello\n"}
    assert published[3][1]["data"] == {"text/plain": "42"}


def test_names_live_from_cell_to_cell(session):
    session.run("def square(n):\n    return n * n")
    session.run("x = square(7)")
    assert session.text("print(x, _ if False else 'no result')") == "49 no result\n"


def test_errors_carry_name_value_and_traceback(session):
    reply, published = session.run("def f():\n    return 1 / 0\n\nf()")
    assert (reply["status"], reply["ename"], reply["evalue"]) == ("error", "ZeroDivisionError", "division by zero")
    error = next(content for kind, content in published if kind == "error")
    text = "\n".join(error["traceback"])
    assert "ZeroDivisionError" in text and "return" in text and "f()" in text


def test_a_syntax_error_keeps_the_variables(session):
    session.run("kept = 1")
    reply, _ = session.run("x = = 2")
    assert reply["ename"] == "SyntaxError"
    assert session.text("print(kept)") == "1\n"


def test_an_endless_loop_is_interrupted(session):
    session.run("kept = 'still here'")
    session.client.execute("while True:\n    pass")
    time.sleep(0.3)
    started = time.monotonic()
    session.manager.interrupt_kernel()
    reply = session.client.get_shell_msg(timeout=10 * SLOW)["content"]
    assert reply["ename"] == "KeyboardInterrupt"
    assert time.monotonic() - started < 2 * SLOW
    assert session.text("print(kept)") == "still here\n"


def test_sleep_is_interrupted(session):
    session.client.execute("import time\ntime.sleep(60)")
    time.sleep(0.3)
    session.manager.interrupt_kernel()
    assert session.client.get_shell_msg(timeout=10 * SLOW)["content"]["ename"] == "KeyboardInterrupt"


def test_what_would_take_too_much_is_refused(session):
    session.run("kept = 1")
    assert session.run("[0] * 10**18")[0]["ename"] == "MemoryError"
    assert session.run("def f(n):\n    return f(n + 1)\nf(0)")[0]["ename"] == "RecursionError"
    assert session.text("print(kept)") == "1\n"


def test_restart_forgets_the_variables(session):
    session.run("x = 1")
    session.manager.restart_kernel(now=False)
    session.client.wait_for_ready(timeout=30 * SLOW)
    reply, _ = session.run("x")
    assert reply["ename"] == "NameError"


def test_shutdown_ends_the_process(session):
    session.client.shutdown()
    deadline = time.monotonic() + 10 * SLOW
    while session.manager.is_alive() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not session.manager.is_alive()


def test_torch_tensors_show_as_in_pytorch(session):
    reply, published = session.run("import torch\ntorch.manual_seed(0);\ntorch.rand(2, 2, requires_grad=True)")
    assert reply["status"] == "ok"
    result = next(content for kind, content in published if kind == "execute_result")
    assert result["data"]["text/plain"] == (
        "tensor([[0.4963, 0.7682],\n        [0.0885, 0.1320]], requires_grad=True)")


def test_garbage_on_each_socket_is_ignored(session):
    session.run("kept = 41 + 1")
    made = random.Random(1)
    for name in ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"):
        port = getattr(session.manager, name)
        # ZeroMQ's own greeting first, then frames of random lengths, or garbage from the first byte.
        for start in (b"", b"\xff\0\0\0\0\0\0\0\1\x7f\3\0NULL" + bytes(48)):
            with socket.create_connection(("127.0.0.1", port)) as connection:
                try:
                    connection.sendall(start + made.randbytes(100_000))
                except OSError:
                    pass  # cut off, as it should be
    assert session.text("print(kept)") == "42\n"


def test_exit_is_answered_before_the_kernel_ends(session):
    session.client.execute("exit")
    reply = session.client.get_shell_msg(timeout=20 * SLOW)["content"]
    assert reply["payload"] == [{"source": "ask_exit", "keepkernel": False}]
    # jupyter console looks for the reply only while the kernel lives.
    assert session.client.is_alive() and session.manager.is_alive()
    session.manager.provisioner.process.wait(10 * SLOW)
