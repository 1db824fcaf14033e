"""`--sandbox`: what Python may not do there, and that the rest works."""
import os
import pathlib
import subprocess

import pytest
from conftest import CHECKED, RACES, SLOW, WICK, Session
from jupyter_client.manager import KernelManager

REFUSED = {
    "open('/etc/passwd')": "PermissionError: [Errno 13] outside of the sandbox: '/etc/passwd'",
    "open('../x', 'w')": "PermissionError: [Errno 13] outside of the sandbox: '../x'",
    "open('inside/../../x', 'w')": "PermissionError: [Errno 13] outside of the sandbox",
    "open('way_out/passwd')": "PermissionError: [Errno 13] outside of the sandbox: 'way_out/passwd'",
    "open('to_nowhere', 'w')": "PermissionError: [Errno 13] outside of the sandbox: 'to_nowhere'",
    "import os; os.listdir('/')": "PermissionError: [Errno 13] outside of the sandbox: '/'",
    "import os; os.symlink('/etc', 'l')": "PermissionError: [Errno 13] outside of the sandbox: '/etc'",
    "import os; os.symlink('../../etc', 'l')": "PermissionError: [Errno 13] no links upwards in the sandbox",
    "import os; os.rename('own', '/x')": "PermissionError: [Errno 13] outside of the sandbox: '/x'",
    "import os; os.chdir('/')": "PermissionError: [Errno 13] outside of the sandbox: '/'",
    "import os; os.mkdir('/x')": "PermissionError: [Errno 13] outside of the sandbox: '/x'",
    "import shutil; shutil.copy('/etc/passwd', 'x')": "PermissionError: [Errno 13] outside of the sandbox: '/etc/passwd'",
    "import pathlib; pathlib.Path('/etc/passwd').read_text()": "PermissionError: [Errno 13] outside of the sandbox: '/etc/passwd'",
    "import sys; sys.path.insert(0, '/elsewhere'); import foreign": "ModuleNotFoundError: No module named 'foreign'",
    "import socket; socket.socket()": "PermissionError: [Errno 13] no network in the sandbox",
    "import socket; socket.create_connection(('127.0.0.1', 80))": "PermissionError: [Errno 13] no network in the sandbox",
    "import _socket; _socket.send(3, b'x', 0, None)": "PermissionError: [Errno 13] no network in the sandbox",
    "import urllib.request; urllib.request.urlopen('http://127.0.0.1/')": "URLError: <urlopen error [Errno 13] no network in the sandbox>",
    "import subprocess; subprocess.run(['true'])": "PermissionError: [Errno 13] no other programs in the sandbox",
    "import os; os.system('true')": "PermissionError: [Errno 13] no other programs in the sandbox",
    "import os; os.kill(os.getppid(), 0)": "PermissionError: [Errno 13] no signals to other programs in the sandbox",
    "import os; os.fork()": "PermissionError: [Errno 13] no other programs in the sandbox",
    "import multiprocessing; multiprocessing.Pool(2)": "PermissionError: [Errno 13] no other programs in the sandbox",
    "import sqlite3; sqlite3.connect('/x.db')": "PermissionError: [Errno 13] outside of the sandbox: '/x.db'",
    "import sqlite3; sqlite3.connect('file:/x.db', uri=True)": "PermissionError: [Errno 13] outside of the sandbox: '/x.db'",
    "import sqlite3; sqlite3.connect('x.db').execute(\"attach '/y.db' as y\")":
        "PermissionError: [Errno 13] outside of the sandbox: '/y.db'",
    "import sqlite3; sqlite3.connect('x.db').execute('attach ? as y', ('/y.db',))":
        "ValueError: the sandbox attaches databases by a literal name only",
    "import sqlite3; sqlite3.connect('x.db').execute(\"vacuum into '/y.db'\")":
        "PermissionError: [Errno 13] outside of the sandbox: '/y.db'",
    "import sys; sys.setrecursionlimit(10**6)": "ValueError: the sandbox lets the recursion limit be 20000 at most",
    "def f(): f()\nf()": "RecursionError: maximum recursion depth exceeded",
}
ALLOWED = """
import os, tempfile, json, pathlib, math, glob
with open("own", "w") as file: file.write("text")
os.makedirs("a/b", exist_ok=True); os.rename("own", "a/b/own"); os.symlink("b", "a/link")
print(open("a/link/own").read(), sorted(os.listdir("a")), os.path.exists("/etc/passwd"), glob.glob("a/*/own")[0][:2])
with tempfile.TemporaryDirectory() as folder: pathlib.Path(folder, "x").write_text("y")
import helper
print(helper.value, os.path.basename(os.getcwd()))
import torch; torch.save({"w": torch.ones(2)}, "w.pt"); print(torch.load("w.pt")["w"].sum().item())
import asyncio; print(asyncio.run(asyncio.sleep(0.001, "slept")))
import threading; t = threading.Thread(target=print, args=("thread",)); t.start(); t.join()
import sqlite3; c = sqlite3.connect("db"); c.execute("create table t(a)"); c.execute("attach 'a/other' as o"); c.close()
import os; os.kill(os.getpid(), 0); import signal, logging, socket, ssl, http.client, urllib.request, subprocess
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    inside, temporary = tmp_path / "inside", tmp_path / "temporary"
    for made in (inside, temporary, tmp_path / "elsewhere"):
        made.mkdir()
    (tmp_path / "elsewhere/foreign.py").write_text("")
    (inside / "helper.py").write_text("value = 7")
    (inside / "way_out").symlink_to("/etc")
    (inside / "to_nowhere").symlink_to(tmp_path / "nowhere")
    monkeypatch.setenv("TMPDIR", str(temporary))
    return inside


def script(folder, code, **variables):
    return subprocess.run([WICK, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60 * SLOW,
                          env={**os.environ, "WICK_SANDBOX": "1", **variables})


def test_what_is_refused(folder):
    (folder / "own").write_text("")
    for code, error in REFUSED.items():
        done = script(folder, code.replace("/elsewhere", str(folder.parent / "elsewhere")))
        assert done.returncode == 1 and error in done.stderr.splitlines()[-1], (code, done.stderr)
    assert sorted(os.listdir(folder.parent)) == ["elsewhere", "inside", "temporary"]


def test_the_rest_works(folder):
    done = script(folder, ALLOWED)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["text ['b', 'link'] False a/", "7 inside", "2.0", "slept", "thread"]


@pytest.mark.skipif(CHECKED or RACES, reason="sanitizers take more memory")
def test_lists_that_never_end(folder):
    endless = "class Endless:\n  def __getitem__(self, index): return 0\n"
    for code in (endless + "list(Endless())", endless + "[*Endless()]", "import itertools; list(itertools.repeat(1))",
                 endless + "sorted(Endless())", endless + "a = []; a[:] = Endless()", endless + "tuple(Endless())",
                 "x = []\nwhile True: x.append(1)"):
        done = script(folder, code, WICK_SANDBOX_MEMORY="256")
        assert done.returncode == 1 and done.stderr.splitlines()[-1].startswith("MemoryError"), (code, done.stderr)


def test_packages_may_be_read_but_not_written(folder):
    packages = folder.parent / "elsewhere"
    (packages / "foreign.py").write_text("here = open(__file__).read()[:4]\n")
    done = script(folder, "import foreign; print(foreign.here)", WICK_PATH=str(packages))
    assert done.stdout == "here\n", done.stderr
    done = script(folder, f"open({str(packages / 'x')!r}, 'w')", WICK_PATH=str(packages))
    assert "outside of the sandbox" in done.stderr


@pytest.fixture
def sandboxed(folder, tmp_path):
    """A kernel with bounds of 256 MB held and 1 MB written."""
    prefix = tmp_path / "prefix"
    subprocess.run([WICK, "install", "--prefix", prefix, "--name", "sandboxed", "--sandbox"], check=True, capture_output=True)
    manager = KernelManager(kernel_name="sandboxed")
    manager.kernel_spec_manager.kernel_dirs.insert(0, str(prefix / "share/jupyter/kernels"))
    manager.start_kernel(cwd=str(folder), env={**os.environ, "WICK_SANDBOX_MEMORY": "256", "WICK_SANDBOX_OUTPUT": "1"})
    session = Session.of(manager)
    yield session
    session.close()


def error_of(session, code):
    reply, _ = session.run(code)
    return "%s: %s" % (reply.get("ename"), reply.get("evalue"))


def test_a_sandboxed_kernel(sandboxed, folder):
    assert error_of(sandboxed, "!true") == "PermissionError: [Errno 13] no other programs in the sandbox"
    assert error_of(sandboxed, "%%bash\ntrue") == "PermissionError: [Errno 13] no other programs in the sandbox"
    assert error_of(sandboxed, "%%writefile /x\ny").startswith("PermissionError")
    assert error_of(sandboxed, "%run /etc/passwd").endswith("not found.")
    assert error_of(sandboxed, "open('/etc/passwd')").startswith("PermissionError: [Errno 13] outside")
    assert error_of(sandboxed, "import os; os.environ['WICK_SANDBOX'] = ''; open('/etc/passwd')").startswith("PermissionError")
    assert sandboxed.text("%%writefile own.py\nx = 1") == "Writing own.py\n"
    assert pathlib.Path(folder, "own.py").read_text() == "x = 1\n"
    sandboxed.client.complete("open('/et", 9)
    assert sandboxed.client.get_shell_msg(timeout=20 * SLOW)["content"]["matches"] == []


def test_a_cell_may_not_write_without_end(sandboxed):
    reply, published = sandboxed.run("while True: print('x' * 1000)")
    assert reply["ename"] == "OSError" and "the sandbox lets a cell write 1 MB" in reply["evalue"], reply
    assert sum(len(content["text"]) for kind, content in published if kind == "stream") <= 1 << 20
    assert sandboxed.text("print('next')") == "next\n"


@pytest.mark.skipif(CHECKED or RACES, reason="sanitizers take more memory")
def test_a_cell_may_not_hold_without_end(sandboxed):
    assert error_of(sandboxed, "x = []\nwhile True: x.append('y' * 1000 + str(len(x)))").startswith("MemoryError: the sandbox lets a program hold 256 MB")
    sandboxed.run("x = None")
    assert error_of(sandboxed, "import torch; t = torch.ones(200_000_000)").startswith(("RuntimeError", "MemoryError"))
    assert sandboxed.text("print('next')") == "next\n"
