#!/usr/bin/env python3
"""Records one example per operator from PyTorch and writes Sources/TorchBindings/Binding/Examples.swift.

    ~/oracle/bin/python Scripts/record-examples.py '.build/release/wick run'

The command tells which names there are. An example is the first call that works among those below; a few operators whose
use shows only with fitting arguments have theirs in CHOSEN.
"""
import pathlib
import shlex
import subprocess
import sys
import tempfile
import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")
CHOSEN = {
    "clamp": "torch.clamp(torch.tensor([-1.5, 0.5, 2.0]), min=0, max=1)",
    "where": "torch.where(torch.tensor([1.0, -2.0]) > 0, 1.0, 0.0)",
    "gather": "torch.gather(torch.tensor([[1, 2], [3, 4]]), 1, torch.tensor([[0, 0], [1, 0]]))",
    "scatter": "torch.scatter(torch.zeros(3), 0, torch.tensor([0, 2]), torch.tensor([5.0, 7.0]))",
    "scatter_add": "torch.scatter_add(torch.zeros(3), 0, torch.tensor([0, 0, 2]), torch.ones(3))",
    "index_select": "torch.index_select(torch.tensor([[1, 2], [3, 4]]), 1, torch.tensor([1]))",
    "index_add": "torch.index_add(torch.zeros(3), 0, torch.tensor([0, 2]), torch.tensor([5.0, 7.0]))",
    "masked_fill": "torch.masked_fill(torch.tensor([1.0, -2.0]), torch.tensor([False, True]), 0)",
    "masked_select": "torch.masked_select(torch.tensor([1.0, -2.0]), torch.tensor([False, True]))",
    "einsum": "torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(3, 2))",
    "cat": "torch.cat([torch.tensor([1, 2]), torch.tensor([3])])",
    "stack": "torch.stack([torch.tensor([1, 2]), torch.tensor([3, 4])])",
    "arange": "torch.arange(0, 10, 3)", "linspace": "torch.linspace(0, 1, steps=5)", "logspace": "torch.logspace(0, 2, steps=3)",
    "eye": "torch.eye(2)", "zeros": "torch.zeros(2, 3)", "ones": "torch.ones(2, 3)", "full": "torch.full((2, 2), 7.0)",
    "sort": "torch.sort(torch.tensor([3, 1, 2]))", "topk": "torch.topk(torch.tensor([3, 1, 2]), k=2)",
    "argsort": "torch.argsort(torch.tensor([3, 1, 2]))", "sum": "torch.sum(torch.tensor([[1, 2], [3, 4]]), dim=1)",
    "mean": "torch.mean(torch.tensor([[1.0, 2.0], [3.0, 4.0]]), dim=0)", "max": "torch.max(torch.tensor([[1, 5], [3, 2]]), dim=1)",
    "min": "torch.min(torch.tensor([[1, 5], [3, 2]]), dim=1)", "softmax": "torch.softmax(torch.tensor([1.0, 2.0, 3.0]), dim=0)",
    "matmul": "torch.matmul(torch.ones(2, 3), torch.ones(3))", "reshape": "torch.reshape(torch.arange(4), (2, 2))",
    "permute": "torch.permute(torch.zeros(2, 3, 4), (2, 0, 1)).shape", "unsqueeze": "torch.unsqueeze(torch.tensor([1, 2]), 1)",
    "squeeze": "torch.squeeze(torch.zeros(1, 3, 1)).shape", "div": "torch.div(torch.tensor([5, -5]), 2, rounding_mode='floor')",
    "add": "torch.add(torch.tensor([1, 2]), torch.tensor([10, 20]), alpha=2)", "norm": "torch.norm(torch.tensor([3.0, 4.0]))",
    "unique": "torch.unique(torch.tensor([3, 1, 3]), return_counts=True)", "bincount": "torch.bincount(torch.tensor([0, 2, 2]))",
    "meshgrid": "torch.meshgrid(torch.tensor([1, 2]), torch.tensor([3]), indexing='ij')", "tril": "torch.tril(torch.ones(3, 3))",
    "searchsorted": "torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([2, 5]))", "flip": "torch.flip(torch.arange(3), (0,))",
    "roll": "torch.roll(torch.arange(4), 1)", "diff": "torch.diff(torch.tensor([1, 3, 6]))", "split": "torch.split(torch.arange(5), 2)",
    "chunk": "torch.chunk(torch.arange(4), 2)", "lerp": "torch.lerp(torch.tensor([0.0]), torch.tensor([10.0]), 0.3)",
    "cross_entropy": "F.cross_entropy(torch.tensor([[2.0, 0.5]]), torch.tensor([0]))", "pad": "F.pad(torch.tensor([1, 2]), (1, 1))",
    "one_hot": "F.one_hot(torch.tensor([0, 2]))", "embedding": "F.embedding(torch.tensor([1]), torch.eye(2))",
    "conv2d": "F.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2))", "max_pool2d": "F.max_pool2d(torch.arange(4.0).reshape(1, 2, 2), 2)",
    "interpolate": "F.interpolate(torch.tensor([[[1.0, 2.0]]]), scale_factor=2)", "quantile": "torch.quantile(torch.tensor([1.0, 2.0, 4.0]), 0.5)",
    "polygamma": "torch.polygamma(1, torch.tensor([1.0]))", "multinomial": "torch.multinomial(torch.tensor([0.0, 1.0]), 1)",
    "tensordot": "torch.tensordot(torch.ones(2, 3), torch.ones(3, 2), dims=1)", "combinations": "torch.combinations(torch.tensor([1, 2, 3]))",
}
X, Y, M = "torch.tensor([-1.5, 0.5, 2.0])", "torch.tensor([2.0, 2.0, 4.0])", "torch.tensor([[2.0, 1.0], [1.0, 3.0]])"
I, B, U = "torch.tensor([6, 4])", "torch.tensor([True, False])", "torch.tensor([0.25, 0.5])"
ARGUMENTS = [f"({X})", f"({U})", f"({M})", f"({I})", f"({B})", f"({X}, {Y})", f"({U}, {U})", f"({M}, {M})", f"({I}, torch.tensor([4, 3]))",
             f"({X}, 2)", f"({X}, 0)", f"({M}, 1)", f"({X}, 2.0)", f"({M}, 0, 1)", f"({X}, {Y}, {Y})", f"([{X}, {Y}])", f"({M}, {U})",
             f"({M}, {M}, {M})", f"({X}[None], {Y}[None])", f"({X}[None], 1)", "(torch.ones(1, 1, 4), 2)", "(torch.ones(1, 1, 4, 4), 2)",
             "(torch.ones(1, 1, 4), torch.ones(1, 1, 2))", "(torch.ones(1, 2, 3), (3,))", f"({M}, 2, {X})", "(2,)", "(3)", "(2, 3)"]
ASK = '''
import torch, torch.nn.functional
for place, holder in (("torch", torch), ("F", torch.nn.functional), ("torch.linalg", torch.linalg), ("torch.special", torch.special)):
    for name in sorted(dir(holder)):
        if not name.startswith("_") and type(getattr(holder, name)).__name__ == "builtin_function_or_method":
            print(place, name)
'''


def names(command):
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(ASK)
        file.flush()
        answer = subprocess.run(shlex.split(command) + [file.name], capture_output=True, text=True, check=True).stdout
    return [line.split() for line in answer.split("\n") if line]


def attempt(text):
    """-> what torch shows for an expression; None when it fails or shows too much"""
    try:
        torch.manual_seed(0)
        first = repr(eval(text))
        torch.manual_seed(1)
        if first != repr(eval(text)):
            return None
    except Exception:
        return None
    return first if first.count("\n") < 5 and "nan" not in first and len(first) < 300 and first != "None" else None


rows = []
for place, name in names(sys.argv[1]):
    if name.endswith("Tensor") or name.startswith(("empty", "set_", "manual_seed")):
        continue
    choices = [CHOSEN[name]] if CHOSEN.get(name, "").startswith(place + "." + name) else []
    for text in choices + [f"{place}.{name}{arguments}" for arguments in ARGUMENTS]:
        shown = attempt(text)
        if shown is not None:
            rows.append(f"{place}.{name}|>>> {text}|" + shown.replace("\n", "|"))
            break
HEAD = '''// Written by Scripts/record-examples.py from what PyTorch {version} answers; do not edit.

/// One example per operator, for `help` and `__doc__`.
enum Examples {{
  /// The lines of the example of a function such as `torch.clamp`.
  static func find(_ name: String) -> [String]? {{
    let start = name + "|"
    guard let line = text.split(separator: "\\n").first(where: {{ $0.hasPrefix(start) }}) else {{ return nil }}
    return line.dropFirst(start.count).split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }}

  private static let text: String = """
'''
path = pathlib.Path(__file__).parent.parent / "Sources/TorchBindings/Binding/Examples.swift"
body = "".join("    " + row.replace("\\", "\\\\") + "\n" for row in rows)
path.write_text(HEAD.format(version=torch.__version__) + body + '    """\n}\n')
print(len(rows), "examples")
