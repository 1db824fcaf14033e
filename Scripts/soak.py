#!/usr/bin/env python3
"""Runs a kernel for long and tells whether its memory stays flat.

    Scripts/soak.py [--wick BINARY] [--messages N | --seconds N] [--rate N]

The messages are what a busy front end sends: cells that print, compute, fail and show, completions, inspections, comm
messages, kernel_info. What comes back is counted; memory is told ten times. Fails when it grows by more than 10 %
plus 4 MB after two fifths (by then the collector and the list of signatures have found their size), or when a reply is
missing. Cells are not stored, as `In` and `Out` would grow.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from jupyter_client.manager import start_new_kernel

CELLS = ["x = [n for n in range(50)]; sum(x)", "print('line ' * 10)", "import torch; t = torch.rand(20, 20); (t @ t).sum()",
         "w = torch.ones(5, requires_grad=True); (w ** 2).sum().backward(); w.grad", "1 / 0",
         "class A:\n    def f(self): return self\na = A(); a.me = a", "'%s' % {k: str(k) for k in range(20)}",
         "from IPython.display import HTML, display; display(HTML('<b>x</b>'))", "try:\n    {}['x']\nexcept KeyError as e: pass"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wick", default=str(pathlib.Path(__file__).resolve().parent.parent / ".build/release/wick"))
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--rate", type=float, default=float("inf"), help="messages a second at most")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([options.wick, "install", "--prefix", folder, "--name", "wick"], check=True, capture_output=True)
        os.environ.update(JUPYTER_PATH=folder + "/share/jupyter", JUPYTER_PREFER_ENV_PATH="0", WICK_HISTORY=folder + "/history")
        manager, client = start_new_kernel(kernel_name="wick")
        try:
            return soak(manager, client, options)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def soak(manager, client, options):
    pid = manager.provisioner.process.pid

    def megabytes():
        text = pathlib.Path(f"/proc/{pid}/status").read_text()
        return int(text.split("VmRSS:")[1].split()[0]) / 1024

    session, shell, iopub = client.session, client.shell_channel, client.iopub_channel
    sent = received = published = 0
    early, started = None, time.monotonic()
    told = 0
    while sent < options.messages and time.monotonic() - started < options.seconds:
        # Bursts of 50, then their replies.
        for number in range(50):
            kind = (sent + number) % 12
            if kind < 9:
                session.send(shell.socket, "execute_request", {
                    "code": CELLS[kind], "silent": False, "store_history": False, "user_expressions": {},
                    "allow_stdin": False, "stop_on_error": False})
            elif kind == 9:
                session.send(shell.socket, "complete_request", {"code": "t = [1]\nt.app", "cursor_pos": 13})
            elif kind == 10:
                session.send(shell.socket, "inspect_request", {"code": "print", "cursor_pos": 5, "detail_level": 0})
            else:
                session.send(shell.socket, "kernel_info_request", {})
        sent += 50
        while received < sent:
            if not shell.socket.poll(30_000):
                print(f"soak: FAILED: {sent - received} replies are missing after {sent} messages")
                return 1
            session.recv(shell.socket)
            received += 1
        while iopub.socket.poll(0):
            iopub.socket.recv_multipart()
            published += 1
        time.sleep(max(0.0, started + sent / options.rate - time.monotonic()))
        # The signatures of the last 65,536 messages are remembered on purpose.
        done = max(sent / options.messages, (time.monotonic() - started) / options.seconds)
        if early is None and done >= .4:
            early = megabytes()
        if done >= told / 10:
            told += 1
            print(f"soak: {sent} messages, {time.monotonic() - started:.0f} s, {megabytes():.1f} MB", flush=True)
    grown = megabytes() - early
    print(f"soak: {sent} sent, {received} answered, {published} published, memory {early:.1f} MB {grown:+.1f} MB")
    return int(grown > early / 10 + 4)


if __name__ == "__main__":
    sys.exit(main())
