#!/usr/bin/env python3
"""Runs the examples in PyTorch's own documentation under Wick and compares what each statement prints with PyTorch.

    ~/oracle/bin/python Scripts/doc-examples.py --cmd '.build/release/wick run' [--only WORD] [-v]

The Python that runs this needs torch; the texts are taken from its docstrings while it runs, none is kept here. A docstring's
examples are one block: its statements run in order in one namespace after `manual_seed(0)`. A statement counts when PyTorch
itself can run it here (names that the text never defines, CUDA and missing files leave it out) and prints the same twice.
Outputs are compared as text, without addresses. Among those that differ, the ones whose numbers alone do, in the last digits,
are told apart.
"""
import argparse
import ast
import inspect
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

# What the texts take for granted.
RUNNER = r'''
import contextlib, io, json, sys, warnings
import torch
warnings.simplefilter("ignore")
torch.set_num_threads(1)
HEAD = """
import torch, math, torch.nn as nn, torch.nn.functional as F, torch.optim as optim
import torch.utils.data, torch.distributions, torch.nn.init, torch.nn.utils, torch.func
from torch import Tensor, autograd
from torch.autograd import Function, Variable
from torch.distributions import *
from torch.func import grad, vmap, vjp, jvp, jacrev, jacfwd, hessian
from torch.nn.utils.rnn import pad_sequence, pack_sequence, pack_padded_sequence, pad_packed_sequence, unpack_sequence, unpad_sequence
from torch.utils.data import *
"""
base = {"__name__": "__main__"}
exec(HEAD, base)
with open(sys.argv[1]) as file:
    blocks = json.load(file)
for block in blocks:
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.set_printoptions(profile="default")
    space = dict(base)
    for place, text in enumerate(block["statements"]):
        out = io.StringIO()
        failed = ""
        try:
            with contextlib.redirect_stdout(out):
                exec(compile(text, "<example>", "single"), space)
        except Exception as e:
            failed = type(e).__name__ + ": " + str(e)
        except SystemExit:
            failed = "SystemExit"
        print("@@ " + json.dumps([block["name"], place, out.getvalue(), failed]), flush=True)
print("@@ end")
'''
# What PyTorch answers when a text leaves out what it needs.
UNABLE = ("NameError", "ImportError", "ModuleNotFoundError", "FileNotFoundError", "SyntaxError", "IndentationError",
          "SystemExit", "PicklingError")
UNABLE_TEXTS = ("CUDA", "cuda", "NCCL", "process group", "No such file", "not linked with support", "compiler", "XPU", "hipErr")
MODULES = """torch torch.Tensor torch.nn torch.nn.functional torch.nn.init torch.nn.utils torch.nn.utils.rnn
torch.nn.utils.parametrize torch.nn.utils.parametrizations torch.nn.utils.prune torch.nn.utils.stateless torch.nn.parameter torch.nn.attention
torch.optim torch.optim.lr_scheduler torch.optim.swa_utils torch.linalg torch.fft torch.special torch.distributions
torch.distributions.constraints torch.distributions.kl torch.distributions.transforms torch.autograd torch.autograd.functional
torch.autograd.graph torch.autograd.function torch.autograd.profiler torch.autograd.forward_ad torch.func torch.utils.data
torch.utils.checkpoint torch.utils.dlpack torch.random torch.sparse torch.overrides torch.testing torch.signal.windows
torch.utils.data.datapipes torch.masked torch.nested torch.library torch.fx torch.jit torch.quasirandom torch.storage
torch.serialization torch.types torch.futures torch.package torch.hub torch.profiler torch.return_types torch.finfo""".split()
# Blocks that start processes, read the network or wait.
LEFT_OUT = re.compile(r"distributed|torch\.hub|multiprocessing|dist\.|torch\.cuda|\.compile\(|torch\.export|num_workers|torch\.jit\.fork|onnx")


def documented():
    """Pairs of name and docstring of everything public in the modules, each text once."""
    import importlib
    seen = set()
    for name in MODULES:
        try:
            owner = importlib.import_module(name)
        except ImportError:
            try:
                owner = getattr(importlib.import_module(name.rpartition(".")[0]), name.rpartition(".")[2])
            except (ImportError, AttributeError):
                continue
        for member in [""] + sorted(dir(owner)):
            if member.startswith("_"):
                continue
            try:
                value = getattr(owner, member) if member else owner
                if not str(getattr(value, "__module__", None) or "torch").startswith("torch"):
                    continue
            except Exception:
                continue
            places = [(f"{name}.{member}".rstrip("."), value)]
            if inspect.isclass(value) and member:
                places += [(f"{name}.{member}.{k}", v) for k, v in sorted(vars(value).items()) if not k.startswith("_")]
            for place, thing in places:
                text = getattr(thing, "__doc__", None)
                if isinstance(text, str) and ">>>" in text and text not in seen:
                    seen.add(text)
                    yield place, text


def statements(text):
    """The statements behind the prompts of a docstring. A run of prompts without output between them is parsed as one text."""
    runs, ended = [], True
    for line in text.expandtabs(4).split("\n"):
        bare = line.strip()
        if bare.startswith((">>>", "...")) and (not ended or bare.startswith(">>>")):
            start = line.index(bare[:3]) + 4
            if ended:
                runs.append([])
            runs[-1].append(line[start:])
            ended = False
        elif bare and runs:
            # Some texts go on without the dots.
            if not ended and opens("\n".join(runs[-1])):
                runs[-1].append(line)
            else:
                ended = True
    made = []
    for lines in runs:
        made += split(lines)
    return made


def split(lines):
    """The statements of some lines; what does not parse as a whole is taken line by line, as far as it does."""
    source = "\n".join(lines)
    try:
        nodes = ast.parse(source).body
    except (SyntaxError, ValueError):
        made, pending = [], []
        for line in lines:
            pending.append(line)
            text = "\n".join(pending)
            if complete(text):
                made.append(text + "\n")
                pending = []
        return made + (["\n".join(pending) + "\n"] if pending else [])
    starts = [min([n.lineno] + [d.lineno for d in getattr(n, "decorator_list", [])]) for n in nodes]
    return ["\n".join(source.split("\n")[a - 1:n.end_lineno]) + "\n" for a, n in zip(starts, nodes)]


def complete(source):
    try:
        compile(source + "\n", "<example>", "single")
        return True
    except (SyntaxError, ValueError):
        return False


def opens(source):
    return any(source.count(a) > source.count(b) for a, b in ("()", "[]", "{}"))


def run(command, blocks, timeout, environment=None):
    """The answers by name and place; a process that dies or hangs is begun again behind the block that did it."""
    answers, left = {}, blocks
    with tempfile.TemporaryDirectory() as folder:
        program, data = os.path.join(folder, "program.py"), os.path.join(folder, "blocks.json")
        with open(program, "w") as file:
            file.write(RUNNER)
        while left:
            with open(data, "w") as file:
                json.dump(left, file)
            try:
                done = subprocess.run(command + [program, data], capture_output=True, text=True, timeout=timeout, cwd=folder,
                                      env={**os.environ, **(environment or {})}, errors="replace", stdin=subprocess.DEVNULL)
                out, why = done.stdout, f"ended with {done.returncode}: {done.stderr[-300:]}"
            except subprocess.TimeoutExpired as e:
                out, why = (e.stdout or b"").decode(errors="replace"), "took too long"
            last = None
            for line in out.split("\n"):
                # What a descriptor printed may stand before the mark.
                if "@@ [" in line:
                    name, place, shown, failed = json.loads(line[line.index("@@ [") + 3:])
                    answers[(name, place)] = (shown, failed)
                    last = name
            if "@@ end" in out:
                break
            names = [b["name"] for b in left]
            at = names.index(last) if last in names else 0
            ended = (left[at]["name"], len(left[at]["statements"]) - 1) in answers
            at += 1 if ended and at + 1 < len(left) else 0
            missing = [k for k in range(len(left[at]["statements"])) if (left[at]["name"], k) not in answers]
            for k in missing:
                answers[(left[at]["name"], k)] = ("", "process " + why)
            left = left[at + 1:]
    return answers


def bare(text):
    text = re.sub(r"0x[0-9a-f]+", "0x", text)
    return re.sub(r"(tmp|/tmp/)[\w/]+", "tmp", text)


NUMBER = re.compile(r"-?(?:\d+\.\d*|\.\d+|\d+)(?:e[+-]?\d+)?")


def rounding(a, b):
    """Whether two texts differ in the last digits of their numbers alone."""
    if re.sub(r"\s+", "", NUMBER.sub("#", a)) != re.sub(r"\s+", "", NUMBER.sub("#", b)):
        return False
    pairs = list(zip(NUMBER.findall(a), NUMBER.findall(b)))
    scale = max([abs(float(x)) for x, _ in pairs], default=0)
    return all(abs(float(x) - float(y)) <= 2e-3 * max(abs(float(x)), 1e-3 * scale, 1e-3) for x, y in pairs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmd", default=".build/release/wick run")
    parser.add_argument("--only", help="blocks whose name contains the word")
    parser.add_argument("--timeout", type=int, default=120, help="seconds for a process, which runs about 100 blocks")
    parser.add_argument("--cache", help="a file that keeps what PyTorch answered")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every difference whole")
    options = parser.parse_args()
    command = shlex.split(options.cmd)
    command[0] = os.path.abspath(command[0])
    blocks = [{"name": name, "statements": statements(text)} for name, text in documented()
              if not LEFT_OUT.search(text) and (not options.only or options.only in name)]
    blocks = [b for b in blocks if b["statements"]]
    chunks = [blocks[k:k + 100] for k in range(0, len(blocks), 100)]
    wanted = {}
    if options.cache and os.path.exists(options.cache):
        with open(options.cache) as file:
            wanted = {tuple(k): v for k, v in json.load(file)}
    else:
        for chunk in chunks:
            once = run([sys.executable], chunk, 300)
            # Memory that nobody has written differs with the byte the allocator leaves.
            twice = run([sys.executable], chunk, 300, {"MALLOC_PERTURB_": "165"})
            wanted.update({k: [bare(t) for t in v] for k, v in once.items() if [bare(t) for t in v] == [bare(t) for t in twice.get(k, ())]})
        if options.cache:
            with open(options.cache, "w") as file:
                json.dump([[k, v] for k, v in wanted.items()], file)
    answers = {}
    for chunk in chunks:
        answers.update(run(command, chunk, options.timeout))
    counted = equal = rounded = whole = known = 0
    for block in blocks:
        different = compared = 0
        for place, text in enumerate(block["statements"]):
            want = wanted.get((block["name"], place))
            if want is None or want[1].startswith(UNABLE) or any(t in want[1] for t in UNABLE_TEXTS):
                continue
            compared += 1
            got = [bare(t) for t in answers.get((block["name"], place), ("", "nothing"))]
            if got == list(want):
                equal += 1
                continue
            different += 1
            close = got[1] == want[1] and rounding(got[0], want[0])
            rounded += close
            if options.verbose or not close:
                size = 1500 if options.verbose else 240
                print(f"{block['name']}, statement {place}{' (rounding)' if close else ''}: {text.strip()[:size]}")
                print(f"    torch {(want[0] + want[1]).strip()[:size]}\n    Wick  {(got[0] + got[1]).strip()[:size]}")
        counted += compared
        known += compared > 0
        whole += compared > 0 and not different
    print(f"{known} blocks, {whole} equal; {counted} statements, {equal} equal, {rounded} differ by rounding alone")
    sys.exit(0 if equal == counted else 1)


if __name__ == "__main__":
    main()
