#!/usr/bin/env python3
"""Writes link-order.txt: the functions that a start runs, for the linker to put beside each other.

    Scripts/link-order.py .build/release/wick          (needs valgrind and, for the kernel, .venv of `make setup`)

A page fault maps 64 kB of a program's file at once: what a start runs should lie together, not be strewn over the whole of
it. Run this when a start's memory has grown, and remove the program so that it is linked anew; names that are gone do no harm.
"""

import argparse
import bisect
import json
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ORDER = Path(__file__).with_name("link-order.txt")
CELLS = ["1 + 1", "print('hello')", "x = [i * i for i in range(10)]\nx", "f'{3.14159:.2f} {x!r:>10}'", "1 / 0"]


class Program:
    """A stripped copy of the program (valgrind stumbles over Swift's debug information) and its symbols by address."""

    def __init__(self, path: str, folder: str):
        self.path = os.path.join(folder, "wick")
        subprocess.run(["strip", "-g", "-o", self.path, path], check=True)
        table = subprocess.run(["nm", "-n", "--defined-only", self.path], check=True, capture_output=True, text=True)
        self.symbols: dict[int, str] = {}
        for line in table.stdout.splitlines():
            address, kind, name = line.split(maxsplit=2)
            if kind in "tTwWiI" and " " not in name:
                # One name does for those of an address; the linker finds a global one surely.
                if kind.isupper() or int(address, 16) not in self.symbols:
                    self.symbols[int(address, 16)] = name
        self.starts = sorted(self.symbols)

    def names(self, addresses: set[int]) -> list[str]:
        """The symbols that lie at or next before the addresses."""
        found: dict[str, None] = {}
        for address in sorted(addresses):
            place = bisect.bisect_right(self.starts, address) - 1
            if place >= 0:
                found[self.symbols[self.starts[place]]] = None
        return list(found)


def touched(command: list[str], drive=None) -> set[int]:
    """The addresses below 64 MB, where the program lies, that a run of the command executes."""
    trace = ["valgrind", "--tool=lackey", "--trace-mem=yes", "--log-fd=9"]
    read, write = os.pipe()
    run = subprocess.Popen(
        ["bash", "-c", f'exec 9>&{write}; exec "$@"', "trace", *trace, *command], pass_fds=[write])
    os.close(write)
    addresses: set[int] = set()
    driver = drive and drive(run)
    with os.fdopen(read, errors="replace") as lines:
        for line in lines:
            if line.startswith("I "):
                address = line[3:].split(",")[0]
                if len(address) <= 8 and int(address, 16) < 1 << 26:
                    addresses.add(int(address, 16))
    run.wait()
    if driver:
        driver.wait()
    return addresses


CLIENT = """
import sys, time
from jupyter_client import BlockingKernelClient
client = BlockingKernelClient(connection_file=sys.argv[1])
client.load_connection_file()
client.start_channels()
client.kernel_info()
client.get_shell_msg(timeout=600)
for cell in sys.argv[2:]:
    client.execute(cell)
    client.get_shell_msg(timeout=600)
time.sleep(5)
client.shutdown()
"""


def connection(folder: str) -> str:
    """A connection file with five free ports."""
    sockets = [socket.socket() for _ in range(5)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    names = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"]
    content = dict(zip(names, (each.getsockname()[1] for each in sockets)))
    for each in sockets:
        each.close()
    content |= {"ip": "127.0.0.1", "transport": "tcp", "key": "order", "signature_scheme": "hmac-sha256"}
    path = Path(folder, "connection.json")
    path.write_text(json.dumps(content))
    return str(path)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program")
    arguments.add_argument("--client", default=".venv/bin/python", help="a Python with jupyter_client")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.program, folder)
        os.environ["IPYTHONDIR"] = folder  # not into the history of whoever runs this
        order = dict.fromkeys(program.names(touched([program.path, "-c", "pass"])))
        print(len(order), "names for a start", flush=True)
        file = connection(folder)
        client = lambda run: subprocess.Popen([options.client, "-c", CLIENT, file, *CELLS])
        order |= dict.fromkeys(program.names(touched([program.path, "kernel", "-f", file], client)))
        print(len(order), "with those of a kernel and its first cells")
    ORDER.write_text("".join(name + "\n" for name in order))


if __name__ == "__main__":
    sys.exit(main())
