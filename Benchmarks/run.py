#!/usr/bin/env python3
"""Times Wick, and with --against another Python, side by side.

    Benchmarks/run.py [--wick .build/release/wick] [--against ~/oracle/bin/python] [--json FILE]

Interpreter and tensors are timed inside the scripts (best of 3); `start` is the whole process, best of 20; `kernel`
goes through jupyter_client if this Python has it. `--only programs.py` times small programs of the kind people
write, `--only library.py` the library's modules in
loops, `--only operators.py` calls of tensor operators on a million numbers. Rounds are interleaved, since machines are shared; a figure is a fact
about this machine now, never a test.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--wick", default=str(HERE.parent / ".build/release/wick"))
parser.add_argument("--against", help="a Python, with PyTorch for the tensors")
parser.add_argument("--rounds", type=int, default=2)
parser.add_argument("--threads", default="1", help="threads of tensor operations; 1 unless given, 0: as many as they like")
parser.add_argument("--only", default="interpreter.py,tensors.py,start,kernel", help="parts to time, with commas")
parser.add_argument("--json", help="write the figures here")
options = parser.parse_args()
commands = {"wick": [options.wick]}
if options.against:
    commands["against"] = [os.path.expanduser(options.against)]
figures = {}
parts = options.only.split(",")
environment = dict(os.environ)
if options.threads != "0":
    environment.update(OMP_NUM_THREADS=options.threads, MKL_NUM_THREADS=options.threads,
                       OPENBLAS_NUM_THREADS=options.threads)


def keep(name, who, seconds):
    row = figures.setdefault(name, {})
    row[who] = min(seconds, row.get(who, seconds))


for _ in range(options.rounds):
    for script in [s for s in ("interpreter.py", "programs.py", "tensors.py", "library.py", "operators.py") if s in parts]:
        for who, command in commands.items():
            done = subprocess.run([*command, str(HERE / script)], capture_output=True, text=True,
                                  env=environment)
            for line in done.stdout.splitlines():
                name, seconds = line.rsplit(" ", 1)
                keep(name, who, float(seconds))
            if done.returncode:
                print(f"{who} {script}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
for _ in range(20 if "start" in parts else 0):
    for who, command in commands.items():
        started = time.perf_counter()
        subprocess.run([*command, "-c", "pass"], stdin=subprocess.DEVNULL)
        keep("start", who, time.perf_counter() - started)


def kernel():
    from jupyter_client.manager import start_new_kernel

    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([options.wick, "install", "--prefix", folder], check=True, capture_output=True)
        os.environ["JUPYTER_PATH"] = folder + "/share/jupyter"
        started = time.perf_counter()
        manager, client = start_new_kernel(kernel_name="wick")
        keep("kernel ready", "wick", time.perf_counter() - started)
        for _ in range(200):
            started = time.perf_counter()
            client.execute_interactive("1", store_history=False, output_hook=lambda m: None)
            keep("kernel round trip", "wick", time.perf_counter() - started)
        client.stop_channels()
        manager.shutdown_kernel(now=True)


try:
    if "kernel" in parts:
        kernel()
except (ImportError, subprocess.CalledProcessError) as error:
    print(f"kernel not timed: {error}", file=sys.stderr)


def shown(seconds):
    for unit, size in (("s", 1), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.0f} ns"


print(f"{'':20} {'wick':>10}" + (f" {'against':>10} {'ratio':>7}" if options.against else ""))
for name, row in figures.items():
    line = f"{name:20} {shown(row['wick']) if 'wick' in row else '-':>10}"
    if "against" in row:
        line += f" {shown(row['against']):>10} {row['wick'] / row['against']:>7.2f}" if "wick" in row else ""
    print(line)
if options.json:
    pathlib.Path(options.json).write_text(json.dumps(figures, indent=1) + "\n")
