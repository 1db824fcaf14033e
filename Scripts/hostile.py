#!/usr/bin/env python3
"""Calls every builtin, library and torch function with arguments nobody should pass, and tells which calls end Wick.

    Scripts/hostile.py .build/release/wick [--seed N] [--calls N] [MODULE…]

A call may raise what it likes; it may not trap, hang or take the memory. Runs itself inside Wick (`--inside`), which
writes each call down before it makes it, so that the last line of a run that died is the call to look at.
"""
import random
import sys

MODULES = """builtins math cmath time random sys itertools functools operator collections string re json datetime struct
    array bisect heapq copy io base64 binascii hashlib hmac zlib codecs unicodedata statistics fractions decimal textwrap
    calendar types weakref gc inspect pickle _thread threading queue os.path posixpath fnmatch glob uuid secrets enum
    dataclasses contextlib typing abc numbers warnings traceback pprint reprlib csv difflib html shlex colorsys
    torch torch.nn.functional torch.linalg torch.fft torch.special""".split()
SKIPPED = {
    "exit", "quit", "input", "breakpoint", "help", "sleep", "_exit", "abort", "kill", "exec", "eval", "print", "open",
    "set_num_threads", "setrecursionlimit", "settrace", "setprofile", "license", "credits", "copyright", "save",
    "start_new_thread", "interrupt_main", "_shutdown", "wait", "acquire", "get", "put", "join", "scrypt", "pbkdf2_hmac",
    "setswitchinterval", "allocate_lock", "stack_size", "_bootstrap", "excepthook", "displayhook", "set_threshold",
    "runsource", "main", "cycle", "count", "repeat", "set_default_dtype", "set_printoptions", "factorial", "comb", "perm",
    "betavariate", "gammavariate", "vonmisesvariate", "binomialvariate", "code_interact", "open_code", "OpenWrapper", "FileIO",
}


def values(torch):
    nested = []
    nested.append(nested)
    plain = [
        None, True, 0, 1, -1, 2, 7, 255, 256, 2**33, -2**31, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**64, 2**200, -2**200,
        0.0, -0.0, 0.5, -1.5, 1e300, -1e300, 1e19, float("nan"), float("inf"), -float("inf"), 5e-324, 1j, complex("nan"),
        "", "a", "abc", "\ud800", "\0", "é" * 3, "1" * 50, "%s", "{}", "{0.x[1]}", "%999999999d", "a" * 1000, "utf-8", "2020-01-01",
        b"", b"abc", b"\xff" * 20, bytearray(b"xy"), memoryview(b"abcd"), [], [1, 2], ["a"], (), (1,), (2**62, 2**62), (-1, 3),
        [float("nan"), 1], {}, {"a": 1}, set(), {1}, frozenset([2]), range(0), range(2**62, 2**62 + 3), range(5, -5, -2), slice(None),
        slice(2**70, -2**70, -1), ..., NotImplemented, nested, int, str, object, type, len, iter([1, 2]), iter([]),
        (x for x in "ab"), lambda *a, **k: a, lambda: 1 / 0, object(), Exception("x"), [[1, 2], [3]], "d", "int32", -100, 1000,
    ]
    if torch:
        plain += [
            torch.tensor(1.5), torch.tensor([]), torch.ones(2, 3), torch.ones(2, 3, requires_grad=True), torch.arange(6),
            torch.zeros(0, 3), torch.tensor([True, False]), torch.ones(2, 3).t(), torch.tensor(float("nan")), torch.int64,
            torch.float16, torch.ones(3, 3, dtype=torch.float64), torch.tensor([2**62, -1]), torch.ones(2, 2, dtype=torch.complex64),
            torch.eye(3)[None], torch.ones(1, 1, 4, 4), torch.tensor([[-5, 100]]), torch.strided,
        ]
    return plain


def callables(names):
    import importlib
    for name in names:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        for key in sorted(dir(module)):
            thing = getattr(module, key, None)
            if key in SKIPPED or not callable(thing):
                continue
            yield f"{name}.{key}", thing, None
            if isinstance(thing, type):
                for method in sorted(dir(thing)):
                    if method in SKIPPED or method in ("__subclasses__", "__init_subclass__", "mro", "__class__", "share_memory_"):
                        continue
                    yield f"{name}.{key}.{method}", None, (thing, method)


def inside(log, seed, calls, start, names):
    torch = None
    if any(name.startswith("torch") for name in names):
        import torch
    record = open(log, "a", buffering=1)
    pool, targets = values(torch), list(callables(names))
    for number, (label, function, method) in enumerate(targets):
        if number < start:
            continue
        choose = random.Random(f"{seed}{label}")
        for turn in range(calls):
            pool = values(torch) if turn % 20 == 0 else pool
            arguments = [choose.choice(pool) for _ in range(choose.choice((0, 1, 1, 1, 2, 2, 3, 4)))]
            shown = []
            for argument in arguments:
                try:
                    shown.append(repr(argument)[:60])
                except Exception:
                    shown.append("?")
            record.write(f"{number} {label}({', '.join(shown)})\n")
            try:
                if method:
                    owner, name = method
                    candidates = [value for value in pool if isinstance(value, owner)]
                    this = choose.choice(candidates) if candidates and choose.random() < 0.9 else None
                    if this is None:
                        try:
                            this = owner(*[choose.choice(pool) for _ in range(choose.choice((0, 0, 1, 1, 2, 3)))])
                        except BaseException:
                            this = owner
                    result = getattr(this, name)(*arguments)
                else:
                    result = function(*arguments)
                repr(result)[:10]
            except (SystemExit, KeyboardInterrupt, GeneratorExit):
                pass
            except BaseException:
                pass
    record.write("end\n")


def main():
    import argparse
    import os
    import resource
    import subprocess
    import tempfile
    parser = argparse.ArgumentParser()
    parser.add_argument("wick")
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calls", type=int, default=60)
    options = parser.parse_args()
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in options.modules or MODULES:
            start = 0
            while True:
                log = os.path.join(folder, "log")
                open(log, "w").close()
                arguments = [options.wick, os.path.abspath(__file__), "--inside", log, options.seed, options.calls, start, name]
                try:
                    ended = subprocess.run(
                        [str(a) for a in arguments], timeout=60, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                        env={**os.environ, "SWIFT_BACKTRACE": "enable=no"},
                        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30)))
                    status, error = ended.returncode, ended.stderr.decode("utf-8", "replace")
                except subprocess.TimeoutExpired:
                    status, error = "hangs", ""
                lines = open(log, errors="replace").read().splitlines() or ["0 (nothing)"]
                if lines[-1] == "end":
                    break
                if not lines[-1].split(" ")[0].isdigit():
                    lines = [line for line in lines if line.split(" ")[0].isdigit()] or ["0 ?"]
                print(f"{status} {lines[-1]} {error.strip()[-200:]}", flush=True)
                found += 1
                start = int(lines[-1].split(" ")[0]) + 1
                if lines == ["0 (nothing)"]:
                    break
    print(f"hostile: {found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        inside(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), sys.argv[6:])
    else:
        sys.exit(main())
