#!/usr/bin/env python3
"""Compares random programs of tensor operations under Wick with PyTorch: values, shapes, dtypes, errors, gradients.

    ~/oracle/bin/python Scripts/random-programs.py --cmd '.build/release/wick run' [--count 10000] [--seed 1] [-v]

The Python that runs this needs torch. A program makes a few tensors, then calls, indexes, views and changes them; half of
the programs differentiate in the end. A statement is chosen knowing the tensors there are, so that most succeed; those that
fail must fail with the same type and text. What is left over of rounding is settled after each statement, so that a
comparison or a `floor` further on sees equal numbers.
"""
import argparse
import ast
import math
import os
import random
import shlex
import subprocess
import sys
import tempfile
import warnings

import torch

warnings.simplefilter("ignore")
torch.set_num_threads(1)

PRELUDE = '''
import torch
import torch.nn.functional as F
nan, inf = float("nan"), float("inf")

def make(values, shape, dtype):
    return torch.tensor(values, dtype=torch.float64).reshape(shape).to(dtype)

def settle(x):
    """Rounds to multiples of 1/64, which hides differences in the last bits; NaN loses its sign, an accident of processors."""
    if not isinstance(x, torch.Tensor) or not x.dtype.is_floating_point or x.requires_grad:
        return x
    made = (x.double() * 64).round() / 64
    made = torch.where(made.isnan(), nan, made)
    return made.to(x.dtype)

def show(x):
    if isinstance(x, torch.Tensor):
        return [str(x.dtype), list(x.shape), x.detach().clone().tolist()]
    if isinstance(x, (list, tuple)):
        return [show(y) for y in x]
    return x

def failed(e):
    text = str(e).split("\\n")[0]
    return ["error", type(e).__name__, text]
'''
TOLERANCES = {"torch.float16": 2e-2, "torch.bfloat16": 5e-2, "torch.float32": 1e-3, "torch.float64": 1e-5}
FLOATS = ["torch.float32", "torch.float32", "torch.float64", "torch.float16", "torch.bfloat16"]
WHOLES = ["torch.int64", "torch.int64", "torch.int32", "torch.int16", "torch.int8", "torch.uint8", "torch.bool"]
SHAPES = [[], [1], [3], [4], [2, 3], [3, 4], [1, 4], [4, 1], [3, 3], [2, 3, 4], [2, 1, 4], [0], [2, 0], [1, 1], [4, 4]]
UNARY = """abs neg exp log sqrt rsqrt sin cos tan tanh sigmoid relu floor ceil round trunc sign square reciprocal isnan isfinite
isinf logical_not bitwise_not erf expm1 log1p atan sinh cosh frac exp2 signbit positive nan_to_num log2 log10 asinh""".split()
SMOOTH = "exp sin cos tanh sigmoid relu square abs neg atan erf expm1".split()
REDUCE = "sum mean prod amax amin any all std var logsumexp count_nonzero nansum".split()
RANKED = "argmax argmin cumsum cumprod softmax log_softmax".split()
BINARY = "+ - * / // % ** & | ^ < <= > >= == !=".split()
FUNCTIONS = "add sub mul div maximum minimum fmod remainder atan2 hypot logaddexp fmax fmin eq ne lt logical_and logical_xor " \
    "floor_divide copysign".split()
IN_PLACE = "add_ sub_ mul_ div_ copy_ fmod_ remainder_ eq_ lt_".split()
IN_PLACE_UNARY = "neg_ abs_ zero_ floor_ sqrt_ exp_ relu_ square_ sin_ tanh_ sigmoid_ round_ trunc_ sign_".split()


class Program:
    """One program: its lines for Wick, and what torch answers to each."""

    def __init__(self, number, chance, space):
        self.title, self.chance, self.space = number, chance, space
        self.lines, self.expected, self.names = [], [], []
        self.differentiates = chance.random() < 0.4
        for _ in range(chance.randint(2, 3)):
            self.declare()
        for _ in range(chance.randint(3, 7)):
            self.step()
            if self.expected and "ZeroDivisionError" in self.expected[-1][1]:
                # How much was done in place before is not defined.
                return
        if self.differentiates:
            self.finish()
        else:
            # Views share memory: what in-place changes did shows in all of them.
            for name in list(self.names):
                self.run("", f"{name}")

    def declare(self):
        shape = self.chance.choice(SHAPES)
        count = math.prod(shape)
        dtype = "torch.float64" if self.differentiates else self.chance.choice(FLOATS if self.chance.random() < 0.6 else WHOLES)
        low = 0 if dtype in ("torch.uint8", "torch.bool") else -12
        values = [self.chance.randint(low, 12) / (1 if dtype in WHOLES else 4) for _ in range(count)]
        name = self.fresh()
        tail = ".requires_grad_()" if self.differentiates and self.chance.random() < 0.7 else ""
        self.plain(f"{name} = make({values}, {shape}, {dtype}){tail}")

    def fresh(self):
        name = f"v{len(self.names)}"
        self.names.append(name)
        return name

    def plain(self, line):
        exec(line, self.space)
        self.lines.append(line)

    def run(self, target, expression):
        """A guarded statement; its result is shown, and kept under a name if it is a tensor."""
        body = [f"    {target}{expression}"] if target else [f"    r = {expression}"]
        shown = target.split(" ")[0].rstrip("=") if target else "r"
        lines = ["try:"] + body + [f"    s = show({shown})", "except Exception as e:", "    s = failed(e)",
                                   f"print('@', {self.title}, {len(self.expected)}, repr(s))"]
        text = "\n".join(lines[:-1])
        space = self.space
        exec(text, space)
        self.lines += lines
        self.expected.append((f"{target}{expression}", repr(space["s"])))
        return space["s"]

    # What a statement is made of

    def tensor(self, test=lambda x: True):
        fitting = [n for n in self.names if test(self.space[n])]
        return self.chance.choice(fitting or self.names)

    def value(self, name):
        return self.space[name]

    def dim(self, name):
        rank = self.value(name).dim()
        return self.chance.randrange(-rank, rank) if rank else self.chance.choice([0, -1])

    def number(self):
        return self.chance.choice(["2", "-1", "0", "3", "0.5", "-1.25", "2.0", "True", "1"])

    def index(self, name):
        x = self.value(name)
        parts = []
        for size in x.shape:
            kind = self.chance.randint(0, 7)
            if kind == 0 and size:
                parts.append(str(self.chance.randrange(-size, size)))
            elif kind == 1:
                parts.append(f"{self.chance.randint(0, max(size, 1))}:{self.chance.choice(['', str(size), str(size + 2), '-1'])}")
            elif kind == 2:
                parts.append(f"::{self.chance.randint(1, 3)}")
            elif kind == 3 and size:
                parts.append(str([self.chance.randrange(-size, size) for _ in range(self.chance.choice([1, 2, 2]))]))
            elif kind == 4:
                parts.append("None, :")
            elif kind == 5:
                parts.append("...")
                break
            else:
                parts.append(":")
        if len(parts) and self.chance.random() < 0.3:
            parts = parts[:self.chance.randint(1, len(parts))]
        if self.chance.random() < 0.15:
            return f"{name} > {self.chance.choice(['0', '1', '-0.5'])}"
        return ", ".join(parts) if parts else self.chance.choice(["...", "None", "()"])

    def step(self):
        choices = [self.unary, self.binary, self.binary, self.reduce, self.view, self.view, self.indexed, self.join, self.matrix]
        if self.differentiates:
            choices += [self.layer, self.layer, self.changed, self.picked]
        else:
            choices += [self.layer, self.rare, self.rare, self.blas, self.function, self.in_place, self.in_place, self.assign, self.assign, self.ranked, self.cast, self.gathered,
                        self.sorted, self.other]
        expression = self.chance.choice(choices)()
        if expression is None:
            return
        name = f"v{len(self.names)}"
        wrap = expression if self.differentiates or expression.startswith("!") else f"settle({expression})"
        if expression.startswith("!"):
            # A change in place: no new name.
            owner, _, rest = expression[1:].partition("|")
            self.run("", f"(lambda: {rest})()" if not rest.startswith("=") else self.assignment(owner, rest))
            return
        self.run(f"{name} = ", wrap)
        made = self.space.get(name)
        if isinstance(self.space["s"], list) and self.space["s"] and self.space["s"][0] == "error":
            self.space.pop(name, None)
        elif isinstance(made, torch.Tensor) and made.numel() < 400:
            self.names.append(name)

    def assignment(self, owner, rest):
        place, _, value = rest[1:].partition("\x00")
        return f"({owner}.__setitem__({self.key(place)}, {value}), {owner})[1]"

    @staticmethod
    def key(place):
        parts = ast.parse(f"x[{place}]", mode="eval").body.slice
        def one(node):
            if isinstance(node, ast.Slice):
                ends = [ast.unparse(n) if n else "None" for n in (node.lower, node.upper, node.step)]
                return f"slice({', '.join(ends)})"
            return ast.unparse(node)
        if isinstance(parts, ast.Tuple):
            return "(" + ", ".join(one(n) for n in parts.elts) + ("," if len(parts.elts) == 1 else "") + ")"
        return one(parts)

    # Statements

    def unary(self):
        return f"torch.{self.chance.choice(SMOOTH if self.differentiates else UNARY)}({self.tensor()})"

    def operand(self):
        return self.tensor() if self.chance.random() < 0.6 else self.number()

    def binary(self):
        op = self.chance.choice("+ - * +".split() if self.differentiates else BINARY)
        a, b = self.tensor(), self.operand()
        return f"{a} {op} {b}" if self.chance.random() < 0.7 else f"{b} {op} {a}"

    def function(self):
        name = self.chance.choice(FUNCTIONS)
        tail = ""
        if name == "div" and self.chance.random() < 0.5:
            tail = ", rounding_mode=" + self.chance.choice(["'floor'", "'trunc'"])
        if name in ("add", "sub") and self.chance.random() < 0.4:
            tail = ", alpha=" + self.chance.choice(["2", "-1", "0.5"])
        return f"torch.{name}({self.tensor()}, {self.operand()}{tail})"

    def reduce(self):
        name = self.chance.choice("sum mean logsumexp sum".split() if self.differentiates else REDUCE)
        x = self.tensor()
        if name == "logsumexp" or self.chance.random() < 0.6:
            keep = self.chance.choice(["", ", keepdim=True"]) if name != "count_nonzero" else ""
            return f"{x}.{name}({self.dim(x)}{keep})"
        return f"{x}.{name}()"

    def ranked(self):
        x = self.tensor()
        return f"{x}.{self.chance.choice(RANKED)}({self.dim(x)})"

    def view(self):
        x = self.tensor()
        v = self.value(x)
        n, rank = v.numel(), v.dim()
        kinds = ["t()" if rank <= 2 else "mT", f"transpose({self.dim(x)}, {self.dim(x)})", "reshape(-1)", "flatten()", "squeeze()",
                 f"unsqueeze({self.chance.randint(-rank - 1, rank)})", f"squeeze({self.dim(x)})", f"view({self.sizes(n)})",
                 f"reshape({self.sizes(n)})", f"expand({self.wider(v)})", f"flip({self.dim(x)})", f"roll({self.chance.randint(-2, 2)}, {self.dim(x)})",
                 "contiguous()", "T" if rank <= 2 else "mT", f"repeat({self.chance.choice(['2', '1, 2', '2, 1, 1'])})", "clone()",
                 f"movedim({self.dim(x)}, {self.dim(x)})", f"permute({self.order(rank)})" if rank else "view(1)", "detach()" if not self.differentiates else "clone()"]
        if rank:
            d = self.dim(x)
            size = v.shape[d]
            kinds += [f"narrow({d}, {self.chance.randint(0, size)}, {self.chance.randint(0, size)})", f"select({d}, {self.chance.randint(-size, size)})",
                      f"unbind({d})", f"split(2, {d})", f"chunk(2, {d})", f"unfold({d}, {self.chance.randint(1, 2)}, 1)"]
        if rank >= 2:
            kinds += ["diagonal()", "tril()", "triu(1)", "diagonal(1)"]
        kind = self.chance.choice(kinds)
        if kind.startswith(("unbind", "split", "chunk")):
            kind += "[0]"
        return f"{x}.{kind}"

    def sizes(self, n):
        pairs = [[n], [1, n], [n, 1], [-1], [-1, 1], [2, -1], [-1, 2], [3, -1]]
        return ", ".join(map(str, self.chance.choice(pairs)))

    def wider(self, v):
        made = [self.chance.choice([2, 3]) if n == 1 else self.chance.choice([n, -1]) for n in v.shape]
        if self.chance.random() < 0.4:
            made = [2] + made
        return ", ".join(map(str, made)) or "2"

    def order(self, rank):
        places = list(range(rank))
        self.chance.shuffle(places)
        return ", ".join(map(str, places))

    def indexed(self):
        x = self.tensor()
        return f"{x}[{self.index(x)}]"

    def join(self):
        a = self.tensor()
        b = self.tensor(lambda v: v.shape == self.value(a).shape)
        return self.chance.choice([f"torch.cat([{a}, {b}], {self.dim(a)})", f"torch.stack([{a}, {b}])", f"torch.hstack([{a}, {b}])",
                                   f"torch.where({a} > 0, {a}, {b})", f"torch.vstack([{a}, {b}])"])

    def matrix(self):
        a = self.tensor(lambda v: v.dim() >= 1)
        size = self.value(a).shape[-1] if self.value(a).dim() else 0
        b = self.tensor(lambda v: v.dim() >= 1 and v.shape[-2 if v.dim() > 1 else -1] == size and v.dtype == self.value(a).dtype)
        return self.chance.choice([f"{a} @ {b}", f"torch.matmul({a}, {b})", f"{a} @ {a}.mT" if self.value(a).dim() > 1 else f"torch.dot({a}, {b})",
                                   f"torch.outer({a}, {b})", f"torch.einsum('...i,...i->...', {a}, {a})"])

    def in_place(self):
        x = self.tensor()
        if self.chance.random() < 0.5:
            return f"!{x}|{x}.{self.chance.choice(IN_PLACE_UNARY)}()"
        return f"!{x}|{x}.{self.chance.choice(IN_PLACE)}({self.tensor() if self.chance.random() < 0.6 else self.number()})"

    def assign(self):
        x = self.tensor()
        return f"!{x}|={self.index(x)}\x00{self.operand()}"

    def cast(self):
        return f"{self.tensor()}.to({self.chance.choice(FLOATS + WHOLES)})"

    def gathered(self):
        x = self.tensor(lambda v: v.dim() >= 1 and v.numel() > 0)
        d = self.dim(x)
        size = self.value(x).shape[d] if self.value(x).dim() else 1
        places = [self.chance.randrange(0, max(size, 1)) for _ in range(2)]
        index = f"torch.tensor({places})"
        return self.chance.choice([
            f"{x}.index_select({d}, {index})", f"{x}.take({index})", f"{x}.masked_select({x} > 0)", f"{x}.masked_fill({x} > 0, {self.number()})",
            f"{x}.index_fill({d}, {index}, {self.number()})", f"{x}.index_add({d}, {index}, {x}.index_select({d}, {index}))",
            f"{x}.gather({d}, torch.zeros_like({x}, dtype=torch.int64))", f"{x}.scatter({d}, torch.zeros_like({x}, dtype=torch.int64), 1)",
            f"{x}.nonzero()", f"{x}.index_copy({d}, {index}, {x}.index_select({d}, {index}))"])

    def sorted(self):
        x = self.tensor()
        d = self.dim(x)
        return self.chance.choice([
            f"{x}.sort({d}).values", f"{x}.sort({d}, descending=True).values", f"{x}.argsort({d}, stable=True)", f"torch.unique({x})",
            f"{x}.topk(1, {d}).values", f"{x}.max({d}).values", f"{x}.min({d}).indices", f"{x}.median()", f"{x}.cummax({d}).values",
            f"torch.unique({x}, return_counts=True)[1]", f"{x}.max()", f"{x}.kthvalue(1, {d}).values", f"torch.bincount({x})"])

    def other(self):
        x = self.tensor()
        return self.chance.choice([
            f"{x}.clamp({self.number()}, {self.number()})", f"{x}.clamp(min={self.tensor()})", f"torch.lerp({x}, {self.tensor()}, 0.5)",
            f"torch.diff({x})", f"{x}.norm()", f"torch.zeros_like({x})", f"torch.full_like({x}, {self.number()})", f"{x}.new_ones(2)",
            f"F.relu({x})", f"F.pad({x}, (1, 1))", f"F.one_hot({x})", f"torch.tensordot({x}, {x}, 1)", f"{x}.trace()", f"torch.diag({x})",
            f"torch.result_type({x}, {self.operand()})", f"{x}.equal({self.tensor()})", f"torch.allclose({x}, {self.tensor()})",
            f"{x}.item()", f"{x}.repeat_interleave(2)", f"torch.cov({x})", f"torch.cross({x}, {x})", f"F.softplus({x})", f"F.gelu({x})"])

    def layer(self):
        """Functions of networks; all have derivatives."""
        x = self.tensor(lambda v: v.dim() >= 1)
        size = self.value(x).shape[-1] if self.value(x).dim() else 1
        other = self.tensor(lambda v: v.shape == self.value(x).shape)
        d = self.dim(x)
        return self.chance.choice([
            f"F.softmax({x}, {d})", f"F.log_softmax({x}, {d})", f"F.layer_norm({x}, ({size},))", f"F.silu({x})", f"F.gelu({x}, approximate='tanh')",
            f"F.elu({x})", f"F.leaky_relu({x}, 0.1)", f"F.hardtanh({x})", f"F.softsign({x})", f"F.logsigmoid({x})", f"F.mish({x})", f"F.hardswish({x})",
            f"F.mse_loss({x}, {other})", f"F.l1_loss({x}, {other}, reduction='sum')", f"F.smooth_l1_loss({x}, {other})", f"F.huber_loss({x}, {other}, delta=0.5)",
            f"F.linear({x}, {x})", f"F.normalize({x}, dim={d})", f"F.cosine_similarity({x}, {other}, dim={d})", f"F.rms_norm({x}, ({size},))",
            f"F.binary_cross_entropy_with_logits({x}, torch.sigmoid({other}))", f"F.glu({x}, {d})", f"F.relu6({x})", f"F.celu({x})", f"F.selu({x})",
            f"F.pad({x}, (1, 2), value=0.5)", f"F.softmin({x}, {d})", f"F.threshold({x}, 0.1, 2.0)", f"F.tanhshrink({x})", f"F.hardsigmoid({x})",
            f"F.kl_div({x}, F.softmax({other}, {d}), reduction='batchmean')", f"F.avg_pool1d({x}[None], 2)", f"F.max_pool1d({x}[None], 2)",
            f"F.cross_entropy({x}, torch.zeros({self.value(x).shape[0] if self.value(x).dim() else 1}, dtype=torch.int64))"])

    def changed(self):
        """A copy that is changed in place, through a view now and then."""
        x = self.tensor()
        change = self.chance.choice(["mul_(2)", "add_(1)", "exp_()", "tanh_()", "neg_()", "clamp_(-1, 1)", f"copy_({self.tensor()})", f"mul_({self.tensor()})",
                                     "zero_()", "relu_()", "sqrt_()", "masked_fill_(t > 0, 0.5)", f"add_({self.tensor()}, alpha=2)"])
        view = self.chance.choice(["t", "t", "t.view(-1)", "t[..., :1]", "t.T", "t.unsqueeze(0)", "t.flatten()", "t.diagonal()", "t[0]"])
        return f"(lambda t: ({view}.{change}, t)[1])({x}.clone())"

    def picked(self):
        """Reductions and choices with derivatives."""
        x = self.tensor(lambda v: v.dim() >= 1 and v.numel() > 0)
        d = self.dim(x)
        return self.chance.choice([
            f"{x}.max({d}).values", f"{x}.min({d}).values", f"{x}.amax({d})", f"{x}.cumsum({d})", f"{x}.cumprod({d})", f"{x}.prod({d})", f"{x}.std({d})",
            f"{x}.var({d}, correction=0)", f"{x}.norm()", f"{x}.norm(1, {d})", f"{x}.median()", f"{x}.sort({d}).values", f"{x}.topk(1, {d}).values", f"{x}.max()",
            f"{x}.index_select({d}, torch.tensor([0, 0]))", f"{x}.gather({d}, torch.zeros_like({x}, dtype=torch.int64))", f"{x}.clamp(-0.5, 0.5)",
            f"{x}.logcumsumexp({d})", f"{x}.repeat_interleave(2, {d})", f"{x}.masked_fill({x} > 0, 1.0)", f"torch.lerp({x}, {x} * 2, 0.3)", f"torch.diff({x})",
            f"{x}.cummax({d}).values", f"{x}.masked_select({x} > 0)", f"torch.addcmul({x}, {x}, {x}, value=0.5)", f"torch.outer({x}, {x})", f"{x}.trace()",
            f"{x}.kthvalue(1, {d}).values", f"torch.cdist({x}, {x} + 1)", f"{x}.scatter({d}, torch.zeros_like({x}, dtype=torch.int64), 1.5)",
            f"{x}.index_add({d}, torch.tensor([0]), {x}.narrow({d}, 0, 1))", f"torch.where({x} > 0, {x}, 0.1 * {x})", f"torch.atan2({x}, {x} + 3)", f"{x} ** 3"])

    def blas(self):
        """Products of small matrices of all shapes, with what is added to them."""
        a = self.tensor(lambda v: v.dim() == 2)
        b = self.tensor(lambda v: v.dim() == 2 and v.shape[0] == self.value(a).shape[-1] and v.dtype == self.value(a).dtype)
        v = self.tensor(lambda v: v.dim() == 1 and v.dtype == self.value(a).dtype)
        return self.chance.choice([
            f"torch.addmm({v}, {a}, {b})", f"torch.addmm({a}, {a}, {b}, beta=0.5, alpha=2)", f"torch.mm({a}, {b})", f"torch.mv({a}, {v})", f"{v} @ {a}",
            f"torch.addmv({v}, {a}, {v})", f"torch.bmm({a}[None], {b}[None])", f"F.linear({a}, {b}.T)", f"torch.einsum('ij,jk->k', {a}, {b})", f"torch.kron({a}, {b})",
            f"torch.baddbmm({a}[None], {a}[None], {b}[None])", f"torch.chain_matmul({a}, {b})", f"torch.linalg.multi_dot([{a}, {b}, {b}.T])", f"torch.inner({a}, {a})",
            f"torch.addr({a}, {v}, {v})", f"torch.tensordot({a}, {b}, 1)", f"torch.block_diag({a}, {b})", f"torch.cdist({a}, {a})", f"{a}.matrix_power(2)"])

    def rare(self):
        x = self.tensor()
        d = self.dim(x)
        y = self.tensor()
        return self.chance.choice([
            f"{x}.cumprod({d})", f"{x}.logcumsumexp({d})", f"{x}.cummin({d}).indices", f"torch.histc({x}, 4)", f"torch.nanmean({x}, {d})", f"{x}.nanmedian()",
            f"{x}.quantile(0.5, {d})", f"{x}.mode({d}).values", f"torch.unique_consecutive({x})", f"torch.rot90({x})", f"torch.diag_embed({x})", f"{x}.diff(dim={d})",
            f"torch.take_along_dim({x}, torch.zeros_like({x}, dtype=torch.int64), {d})", f"{x}.masked_scatter({x} > 0, {y})", f"torch.addcmul({x}, {y}, {y})",
            f"torch.addcdiv({x}, {y}, {y}, value=2)", f"torch.trapezoid({x}, dim={d})", f"{x}.renorm(2, {d}, 1.0)", f"torch.bucketize({x}, torch.tensor([0.0, 1.0]))",
            f"{x}.unflatten({d}, (-1, 2))", f"torch.tensor_split({x}, 2, {d})[0]", f"torch.isin({x}, {y})", f"torch.heaviside({x}, {y})", f"torch.logaddexp({x}, {y})",
            f"torch.hypot({x}, {y})", f"torch.copysign({x}, {y})", f"torch.gcd({x}, {y})", f"torch.bitwise_xor({x}, {y})", f"{x} << 1", f"~{x}", f"torch.fmax({x}, {y})",
            f"torch.xlogy({x}, {y})", f"torch.nextafter({x}, {y})", f"{x}.sum({d}, dtype=torch.float64)", f"{x}.mean(dtype=torch.float32)", f"{x}.prod(dtype=torch.int64)",
            f"torch.var_mean({x}, {d})", f"torch.std_mean({x}, {d}, correction=0)", f"torch.aminmax({x}, dim={d})", f"{x}.argmax()",
            f"{x}.argmin({d}, keepdim=True)", f"{x}.all({d})", f"{x}.count_nonzero({d})", f"{x}.scatter_reduce({d}, torch.zeros_like({x}, dtype=torch.int64), {x}, 'amax')",
            f"{x}.index_reduce({d}, torch.tensor([0]), {x}.narrow({d}, 0, 1), 'prod')", f"{x}.put(torch.tensor([0]), {x}.flatten()[:1])", f"torch.atleast_2d({x})",
            f"torch.column_stack([{x}, {x}])", f"torch.cartesian_prod({x}, {x})", f"torch.combinations({x})", f"torch.meshgrid({x}, {x}, indexing='ij')[1]", f"torch.vander({x})",
            f"torch.can_cast({x}.dtype, {y}.dtype)", f"torch.promote_types({x}.dtype, {y}.dtype)", f"{x}.type_as({y})", f"{x}.stride()", f"{x}.is_contiguous()",
            f"{x}.expand_as({y})", f"{x}.storage_offset()", f"{x}.broadcast_to({y}.shape)", f"{x}.round(decimals=1)", f"torch.logical_xor({x}, {y})", f"{x}.clip(max=1)",
            f"{x}.float_power(2)", f"torch.ldexp({x}, {y})", f"torch.sinc({x})", f"torch.digamma({x})", f"torch.erfinv({x})", f"torch.lgamma({x})", f"torch.deg2rad({x})"])

    def finish(self):
        """A loss of everything made, and the gradients of the leaves."""
        leaves = [n for n in self.names if self.value(n).is_leaf and self.value(n).requires_grad]
        parts = " + ".join(f"({n} * {0.5 + k}).sum()" for k, n in enumerate(self.names) if self.value(n).dtype.is_floating_point)
        if not leaves or not parts:
            return
        self.run("loss = ", parts)
        self.run("", f"torch.autograd.grad(loss, [{', '.join(leaves)}], create_graph=True, allow_unused=True)")
        self.run("", "torch.autograd.grad(sum((g * g).sum() for g in r if g is not None), "
                     f"[{', '.join(leaves)}], allow_unused=True)")


def near(a, b, dtype=None):
    """Whether two shown values agree within the tolerance of their dtype."""
    if isinstance(a, list) and isinstance(b, list):
        if len(a) == 3 and isinstance(a[0], str) and a[0].startswith("torch."):
            return len(b) == 3 and a[:2] == b[:2] and near(a[2], b[2], a[0])
        return len(a) == len(b) and all(near(x, y, dtype) for x, y in zip(a, b))
    if isinstance(a, float) or isinstance(b, float):
        if not isinstance(a, (int, float)) or not isinstance(b, (int, float)) or isinstance(a, bool) != isinstance(b, bool):
            return False
        if a == b or (a != a and b != b):
            return True
        limit = TOLERANCES.get(dtype, 1e-4)
        # One step of settling, when the difference lay on its edge.
        return abs(a - b) <= limit * max(abs(a), abs(b)) + 1.01 / 64 * (dtype != "torch.float64") + 1e-9 or \
            abs(a - b) <= 1.01 / 64 and dtype == "torch.float64" and max(abs(a), abs(b)) < 1e6
    return a == b and type(a) is type(b)


def values(text):
    try:
        return eval(text, {"nan": math.nan, "inf": math.inf, "__builtins__": {}})
    except Exception:
        return text


def run(command, programs, timeout):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "programs.py")
        parts = [PRELUDE]
        for p in programs:
            parts.append(f"def p{p.title}():\n" + "\n".join("    " + line for text in p.lines for line in text.split("\n")))
            parts.append(f"try:\n    p{p.title}()\nexcept Exception as e:\n    print('@', {p.title}, 'end', repr(failed(e)))")
        with open(path, "w") as file:
            file.write("\n".join(parts) + "\nprint('@ end')\n")
        done = subprocess.run(command + [path], capture_output=True, text=True, timeout=timeout)
    answers = {}
    for line in done.stdout.split("\n"):
        if line.startswith("@ ") and line.count(" ") >= 3:
            _, number, step, text = line.split(" ", 3)
            answers[(int(number), step)] = text
    return answers, "@ end" in done.stdout, done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmd", default=".build/release/wick run")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="this program alone, printed")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every difference")
    options = parser.parse_args()
    command = shlex.split(options.cmd)
    command[0] = os.path.abspath(command[0])
    space = {}
    exec(PRELUDE, space)
    different, crashed, statements, kinds = [], 0, 0, {}
    numbers = [options.only] if options.only is not None else list(range(options.count))
    for start in range(0, len(numbers), 200):
        programs = []
        for number in numbers[start:start + 200]:
            programs.append(Program(number, random.Random(options.seed * 1000003 + number), dict(space)))
        answers, ended, errors = run(command, programs, 300)
        if not ended:
            crashed += 1
            print(f"programs {numbers[start]}…: did not end\n{errors[-2000:]}")
        for p in programs:
            if options.only is not None:
                print("\n".join(p.lines))
            for step, (text, wanted) in enumerate(p.expected):
                statements += 1
                got = answers.get((p.title, str(step)), "nothing")
                if got == wanted or near(values(got), values(wanted)):
                    continue
                different.append(p.title)
                kinds.setdefault(text.split("(")[0][:40], []).append(p.title)
                if options.verbose or len(different) <= 25:
                    print(f"program {p.title}, statement {step}: {text}\n    torch {wanted[:300]}\n    Wick  {got[:300]}")
                break
    print(f"{len(numbers)} programs, {statements} statements: {len(different)} programs different, {crashed} batches crashed")
    sys.exit(1 if different or crashed else 0)


main()
