#!/usr/bin/env python3
"""Sends mutated messages to every socket of a running kernel: it must stay alive, answer and keep its memory.

    Scripts/fuzz-sockets.py [--wick BINARY] [--messages N] [--seed N] [--only shell,control,stdin,iopub,hb] [--growth MB]

Half of the messages are broken in their frames or bytes, after they were signed; the other half is broken in its JSON
and signed afterwards, so that it arrives where messages are answered. Nothing is sent that asks for the end of the
kernel. The same seed makes the same messages. After each 500 the kernel has to answer on shell and control. The memory
that it has after a fifth of a socket's messages may grow little until the last. Needs pyzmq (the clients' environment).
"""
import argparse
import datetime
import hashlib
import hmac
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import uuid

import zmq

DELIMITER = b"<IDS|MSG>"
KEY = b"0123456789abcdef"
CHANNELS = ("shell", "control", "stdin", "iopub", "hb")
KINDS = {"shell": zmq.DEALER, "control": zmq.DEALER, "stdin": zmq.DEALER, "iopub": zmq.XSUB, "hb": zmq.DEALER}
BATCH = 500
WAITING = "try:\n    while True: input()\nexcept KeyboardInterrupt: pass"

CODE = ["1+1", "x = [1, 2]", "print('a')", "1/0", "def f(a): return a", "for i in range(3): pass", "%who", "?f", "x[",
        "import math", "'\\ud800'", "display(1)", "class A: pass", "raise SystemExit", "f'{1'", "# \U0001f600", "%%x\n1",
        "import torch\ntorch.ones(2)", "x.", "math.", "x[0", "f(", "from ma", "%ti", "open('/", "\0", "await x", ""]

DAP = [
    {"command": "initialize", "arguments": {"clientID": "x", "adapterID": "x", "linesStartAt1": True}},
    {"command": "attach", "arguments": {"justMyCode": True}},
    {"command": "dumpCell", "arguments": {"code": "a = 1\nb = 2"}},
    {"command": "debugInfo"}, {"command": "configurationDone"}, {"command": "disconnect", "arguments": {}},
    {"command": "inspectVariables"}, {"command": "modules", "arguments": {}}, {"command": "threads"},
    {"command": "richInspectVariables", "arguments": {"variableName": "x"}},
    {"command": "variables", "arguments": {"variablesReference": 1, "start": 0, "count": 3}},
    {"command": "evaluate", "arguments": {"expression": "1+1", "frameId": 1, "context": "repl"}},
    {"command": "stackTrace", "arguments": {"threadId": 1}}, {"command": "scopes", "arguments": {"frameId": 1}},
    {"command": "source", "arguments": {"source": {"path": "/nowhere"}}},
    {"command": "setBreakpoints", "arguments": {"source": {"path": "/nowhere.py"}, "breakpoints": [{"line": 1}]}},
    {"command": "setExceptionBreakpoints", "arguments": {"filters": []}},
    {"command": "copyToGlobals", "arguments": {"srcVariableName": "x", "dstVariableName": "y", "srcFrameId": 1}},
    {"command": "continue", "arguments": {"threadId": 1}}, {"command": "next", "arguments": {"threadId": 1}},
]


class Maker:
    """Makes messages from a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.comms = [uuid.UUID(int=n).hex for n in range(8)]

    # Templates

    def content(self, channel):
        """-> a message type that is sound on the channel, content for it"""
        r = self.random
        code = r.choice(CODE)
        cursor = r.choice([0, len(code), len(code) // 2, -1, 1 << 40])
        comm = r.choice(self.comms)
        common = [
            ("kernel_info_request", {}), ("comm_info_request", {"target_name": "x"}), ("connect_request", {}),
            ("complete_request", {"code": code, "cursor_pos": cursor}),
            ("inspect_request", {"code": code, "cursor_pos": cursor, "detail_level": r.choice([0, 1])}),
            ("is_complete_request", {"code": code}),
            ("history_request", {"output": True, "raw": False, "hist_access_type": r.choice(["tail", "range", "search"]),
                                 "session": 0, "start": 0, "stop": 3, "n": 3, "pattern": "*", "unique": True}),
            ("comm_open", {"comm_id": comm, "target_name": "jupyter.widget", "data": {"state": {}}}),
            ("comm_msg", {"comm_id": comm, "data": {"method": "update", "state": {"value": 1}}}),
            ("comm_close", {"comm_id": comm, "data": {}}),
            ("execute_request", {"code": code, "silent": r.random() < .5, "store_history": r.random() < .3,
                                 "user_expressions": {"a": "1"}, "allow_stdin": False, "stop_on_error": r.random() < .2}),
        ]
        if channel == "control":
            common += [("interrupt_request", {}), ("usage_request", {}), ("list_subshell_request", {}),
                       ("create_subshell_request", {}), ("delete_subshell_request", {"subshell_id": "x"})]
            common += 4 * [("debug_request", {"type": "request", "seq": r.randrange(100), **r.choice(DAP)})]
        if channel == "stdin":
            common = [("input_reply", {"value": "text", "status": "ok"})]
        return r.choice(common)

    # JSON

    def value(self, depth=0):
        """Any JSON value."""
        r = self.random
        kind = r.randrange(12 if depth < 3 else 8)
        if kind == 0:
            return None
        if kind == 1:
            return r.random() < .5
        if kind == 2:
            return r.choice([0, -1, 1 << 31, 1 << 63, -(1 << 63), 1 << 64, 10 ** 40, r.randrange(100)])
        if kind == 3:
            return r.choice([0.5, -0.0, 1e308, 1e-320, float("nan"), float("inf")])
        if kind < 7:
            return r.choice(["", "x", "\0", "\ud800", "\U0001f600" * 3, "é", "%s" * 5, "/" * 40, "jupyter.widget"]
                            + CODE + self.comms)
        if kind == 7:
            return "a" * r.choice([100, 5000])
        if kind < 10:
            return [self.value(depth + 1) for _ in range(r.randrange(4))]
        return {str(self.value(3)): self.value(depth + 1) for _ in range(r.randrange(4))}

    def mutated(self, tree):
        """The tree with something in it changed."""
        r = self.random
        if isinstance(tree, dict) and tree and r.random() < .85:
            tree = dict(tree)
            key = r.choice(list(tree))
            choice = r.random()
            if choice < .15:
                del tree[key]
            elif choice < .25:
                tree[str(self.value(3))] = self.value()
            else:
                tree[key] = self.mutated(tree[key])
            return tree
        if isinstance(tree, list) and tree and r.random() < .85:
            tree = list(tree)
            tree[r.randrange(len(tree))] = self.mutated(r.choice(tree))
            return tree
        return self.value()

    # Messages

    def header(self, kind):
        return {"msg_id": uuid.UUID(int=self.random.getrandbits(128)).hex, "session": "fuzz", "username": "f",
                "date": "2026-01-01T00:00:00.000000Z", "msg_type": kind, "version": "5.4"}

    def message(self, channel):
        """The frames of one mutated message."""
        r = self.random
        if channel == "iopub":
            return self.subscription()
        if channel == "hb":
            return [self.bytes(r.choice([0, 1, 10, 300])) for _ in range(r.choice([1, 1, 2, 5]))]
        kind, content = self.content(channel)
        parts = [self.header(kind), {}, {}, content]
        if r.random() < .5:
            return self.broken(self.frames([self.dump(p) for p in parts]))
        for _ in range(r.choice([1, 1, 2, 4])):
            at = r.choice([0, 1, 2, 3, 3, 3, 3, 3])
            parts[at] = self.mutated(parts[at])
        texts = [self.dump(p) for p in parts]
        if r.random() < .15:
            at = r.randrange(4)
            texts[at] = self.damaged(texts[at])
        if r.random() < .01:
            texts[r.randrange(1, 4)] = r.choice([b"[" * 20000, b'{"a":' * 20000, b"[" * 400 + b"]" * 400])
        # A mutation could make the type one that ends the kernel.
        if b"shutdown" in texts[0]:
            return self.message(channel)
        buffers = [self.bytes(r.randrange(50)) for _ in range(r.choice([0, 0, 0, 1, 3]))]
        return self.frames(texts) + buffers

    def frames(self, texts):
        sign = hmac.new(KEY, digestmod=hashlib.sha256)
        for text in texts:
            sign.update(text)
        return [DELIMITER, sign.hexdigest().encode(), *texts]

    @staticmethod
    def dump(tree):
        return json.dumps(tree, ensure_ascii=False).encode("utf8", "surrogatepass")

    def bytes(self, size):
        return self.random.randbytes(size)

    def damaged(self, data):
        """Bytes with some of them changed."""
        r = self.random
        data = bytearray(data)
        for _ in range(r.choice([1, 1, 3])):
            at = r.randrange(len(data) + 1)
            choice = r.randrange(5)
            if choice == 0:
                data[at:at] = self.bytes(r.randrange(1, 8))
            elif choice == 1:
                del data[at:at + r.randrange(1, 20)]
            elif choice == 2 and at < len(data):
                data[at] ^= 1 << r.randrange(8)
            elif choice == 3:
                data[at:at] = r.choice([b"\xff\xfe", b"\xed\xa0\x80", b"\0", b"{", b"]", b'"', b"\\u", b"1e999"])
            else:
                data = data[:at]
        return bytes(data)

    def broken(self, frames):
        """Frames that are not those that were signed."""
        r = self.random
        frames = list(frames)
        for _ in range(r.choice([1, 1, 2, 3])):
            at = r.randrange(len(frames)) if frames else 0
            choice = r.randrange(7)
            if not frames or choice == 0:
                frames.insert(at, self.bytes(r.choice([0, 1, 32, 2000])))
            elif choice == 1:
                del frames[at]
            elif choice == 2:
                other = r.randrange(len(frames))
                frames[at], frames[other] = frames[other], frames[at]
            elif choice == 3:
                frames.insert(at, frames[r.randrange(len(frames))])
            elif choice == 4:
                frames = frames[:at]
            else:
                frames[at] = self.damaged(frames[at])
        return frames or [b""]

    def subscription(self):
        """What a subscriber may send: subscriptions, their ends and anything else."""
        r = self.random
        topic = r.choice([b"", b"kernel", b"kernel.x.status", self.bytes(r.choice([1, 5, 200]))])
        frames = [r.choice([b"\1", b"\0", b"\2", b""]) + topic]
        if r.random() < .1:
            frames.append(self.bytes(5))
        return frames


class Kernel:
    """A kernel of its own, and sound clients of it."""

    def __init__(self, wick, folder):
        import socket
        holders = [socket.socket() for _ in CHANNELS]
        for holder in holders:
            holder.bind(("127.0.0.1", 0))
        self.ports = {name: holder.getsockname()[1] for name, holder in zip(CHANNELS, holders)}
        for holder in holders:
            holder.close()
        info = {"transport": "tcp", "ip": "127.0.0.1", "key": KEY.decode(), "signature_scheme": "hmac-sha256"}
        info.update({name + "_port": port for name, port in self.ports.items()})
        path = os.path.join(folder, "kernel-fuzz.json")
        pathlib.Path(path).write_text(json.dumps(info))
        self.log = open(os.path.join(folder, "log"), "wb")
        self.process = subprocess.Popen(
            [wick, "kernel", "-f", path], cwd=folder, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            env={**os.environ, "IPYTHONDIR": folder, "JUPYTER_RUNTIME_DIR": folder}, start_new_session=True)
        self.context = zmq.Context()
        self.shell, self.control, self.iopub = self.socket("shell", b"sound"), self.socket("control"), self.context.socket(zmq.SUB)
        self.iopub.linger = 0
        self.iopub.subscribe(b"")
        self.iopub.connect(self.url("iopub"))
        self.maker = Maker(0)

    def url(self, channel):
        return f"tcp://127.0.0.1:{self.ports[channel]}"

    def socket(self, channel, identity=None):
        made = self.context.socket(KINDS[channel])
        made.linger = 0
        # The same on shell and stdin, so that replies to `input` fit.
        if identity is not None or channel == "stdin":
            made.identity = identity or b"sound"
        made.connect(self.url(channel))
        return made

    def tell(self, channel, kind, content):
        """Sends a sound message: its number."""
        date = datetime.datetime.now(datetime.timezone.utc).isoformat()
        header = {**self.maker.header(kind), "msg_id": uuid.uuid4().hex, "session": "sound", "date": date}
        texts = [self.maker.dump(p) for p in (header, {}, {}, content)]
        getattr(self, channel).send_multipart(self.maker.frames(texts))
        return header["msg_id"]

    def ask(self, channel, kind, content, seconds):
        """The reply's content; what else arrives meanwhile is dropped. None when none comes."""
        socket = getattr(self, channel)
        number = self.tell(channel, kind, content)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.drain(self.iopub)
            if not socket.poll(50):
                continue
            frames = socket.recv_multipart()
            at = frames.index(DELIMITER)
            if json.loads(frames[at + 3]).get("msg_id") == number:
                return json.loads(frames[at + 5])
        return None

    @staticmethod
    def drain(socket):
        while socket.poll(0):
            socket.recv_multipart()

    def check(self, seconds):
        """Why the kernel is not well; None when it is."""
        if self.process.poll() is not None:
            return f"the kernel has ended with {self.process.returncode}"
        if self.ask("control", "kernel_info_request", {}, seconds) is None:
            return "no answer on control"
        if self.ask("shell", "kernel_info_request", {}, 2) is None:
            # A cell may wait at a breakpoint that was made, or run for long.
            request = {"type": "request", "seq": 1, "command": "disconnect", "arguments": {}}
            self.ask("control", "debug_request", request, seconds)
            self.ask("control", "interrupt_request", {}, seconds)
            if self.ask("shell", "kernel_info_request", {}, seconds) is None:
                return "no answer on shell"
        listed = self.ask("control", "list_subshell_request", {}, seconds) or {}
        for name in listed.get("subshell_id", []):
            self.ask("control", "delete_subshell_request", {"subshell_id": name}, seconds)
        return None

    def megabytes(self):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0

    def close(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.context.destroy(0)
        self.log.close()


def fuzz(kernel, channel, count, seed, slow, allowed):
    """What is wrong after the messages; None when nothing is."""
    maker = Maker(f"{seed} {channel}")
    socket = kernel.socket(channel)
    early = None
    started = time.monotonic()
    for sent in range(1, count + 1):
        socket.send_multipart(maker.message(channel))
        if sent % 50 == 0:
            kernel.drain(socket)
            kernel.drain(kernel.iopub)
        if sent % BATCH and sent < count:
            continue
        if channel == "stdin":
            kernel.ask("control", "interrupt_request", {}, 20 * slow)
        problem = kernel.check(20 * slow)
        if channel == "stdin":
            # Every second batch meets a cell that waits for lines.
            if sent // BATCH % 2:
                kernel.tell("shell", "execute_request", {"code": WAITING, "silent": True, "allow_stdin": True})
        if problem:
            return f"{channel}: {problem} after {sent} messages (seed {seed})"
        if sent % (20 * BATCH) == 0 or sent == count:
            socket.close()
            socket = kernel.socket(channel)
        if early is None and sent >= count // 5:
            early = kernel.megabytes()
    if channel == "stdin":
        kernel.ask("control", "interrupt_request", {}, 20 * slow)
    growth = kernel.megabytes() - (early or 0)
    # The first may be aborted by the error of a cell before it.
    for _ in range(2):
        answer = kernel.ask("shell", "execute_request", {"code": "1", "silent": False}, 20 * slow)
    took = time.monotonic() - started
    print(f"sockets: {channel}: {count} messages in {took:.0f} s, memory {early:.0f} MB, {growth:+.1f} MB", flush=True)
    if (answer or {}).get("status") != "ok":
        return f"{channel}: a cell fails afterwards: {answer}"
    if growth > allowed:
        return f"{channel}: memory grew by {growth:.1f} MB"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wick", default=str(pathlib.Path(__file__).resolve().parent.parent / ".build/release/wick"))
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--growth", type=float, default=24, help="MB that memory may grow by")
    parser.add_argument("--only", default=",".join(CHANNELS))
    parser.add_argument("--slow", type=float, default=float(os.environ.get("WICK_SLOW", "1")))
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for channel in options.only.split(","):
            kernel = Kernel(options.wick, folder)
            try:
                if kernel.ask("shell", "kernel_info_request", {}, 30 * options.slow) is None:
                    problem = "the kernel does not start"
                else:
                    problem = fuzz(kernel, channel, options.messages, options.seed, options.slow, options.growth)
            finally:
                kernel.close()
            if problem:
                failed = True
                print("sockets: FAILED " + problem)
                sys.stdout.write(pathlib.Path(folder, "log").read_text(errors="replace")[-2000:])
    return failed


if __name__ == "__main__":
    sys.exit(main())
