"""Completion and inspection of code that has not run; `|` is the cursor."""
import time

import pytest
from conftest import CHECKED, SLOW, Session

BEFORE = """
import math, torch, torch.nn as nn
hits = []
class Guarded:
    field = 1
    @property
    def danger(self) -> dict: hits.append(1); return {}
    def __getattr__(self, name): hits.append(name); return 1
    def method(self, first, *, option=3) -> 'Guarded': "Does a thing."; return self
guarded = Guarded()
table = {"one": 1, "two": [1, 2], 3: 4}
words = ["a", "b"]
def annotated(x: int, scale: float = 1.0) -> str:
    "Says it."
    return str(x)
net = nn.Linear(2, 3)
t = torch.ones(2, 3)
"""

CASES = [
    # Inside of texts, commands and modules that are not loaded yet
    ("f'{guarded.met|", {"method"}, set()), ("f\"{table['one']} {wor|", {"words"}, set()), ("f'{{guarded.met|", set(), {"method"}),
    ('x = f\'a{len(words)} {annot|', {"annotated"}, set()), ("'{guarded.met|", set(), {"method"}),
    ("%cd /us|", {"usr/"}, set()), ("!ls /us|", {"usr/"}, set()), ("%run /us|", {"usr/"}, set()),
    ("import torch\ntorch.nn.Lin|", {"Linear"}, set()), ("displ|", {"display"}, set()),
    # Literals and operators
    ("'abc'.up|", {"upper"}, set()), ("[1].app|", {"append"}, set()), ("{}.ke|", {"keys"}, set()),
    ("(1, 2).co|", {"count"}, {"conjugate"}), ("(1.5).is_i|", {"is_integer"}, set()), ("f'{x}'.sp|", {"split"}, set()),
    ("('a' + 'b').up|", {"upper"}, set()), ("(1 / 2).is_|", {"is_integer"}, set()), ("(3 < 4).bit|", {"bit_length"}, set()),
    ("[x for x in y].so|", {"sort"}, set()), ("b''.dec|", {"decode"}, set()), ("{1, 2}.uni|", {"union"}, set()),
    # Calls of what is known
    ("'a b'.split().app|", {"append"}, set()), ("'a b'.split()[0].up|", set(), {"append"}), ("str(1).up|", {"upper"}, set()),
    ("len([]).bit|", {"bit_length"}, set()), ("sorted('ba').app|", {"append"}, set()), ("annotated(1).up|", {"upper"}, set()),
    ("Guarded().met|", {"method"}, set()), ("guarded.method(1).met|", {"method"}, set()), ("guarded.dan|", {"danger"}, set()),
    ("guarded.danger.ke|", {"keys"}, set()), ("dict(a=1).it|", {"items"}, set()), ("range(3).st|", {"start", "step", "stop"}, set()),
    # Assignments of the cell
    ("x = 'a'\nx.up|", {"upper"}, set()), ("a, b = 1, 'x'\nb.up|", {"upper"}, set()),
    ("def f():\n    return [1]\ny = f()\ny.app|", {"append"}, set()),
    ("def f(a: str, b=[1], *args, **kw):\n    a.up|", {"upper"}, set()),
    ("def f(a: str, b=[1], *args, **kw):\n    b.app|", {"append"}, set()),
    ("def f(a, *args, **kw):\n    kw.it|", {"items"}, set()), ("for i in range(3):\n    i.bit|", {"bit_length"}, set()),
    ("for w in words:\n    w.up|", {"upper"}, set()), ("with open('f') as file:\n    file.readl|", {"readline", "readlines"}, set()),
    ("try:\n    pass\nexcept OSError as e:\n    e.err|", {"errno"}, set()), ("if (n := 'x'):\n    n.up|", {"upper"}, set()),
    ("x: list = None\nx.app|", {"append"}, set()), ("local_name = 1\nlocal_n|", {"local_name"}, set()),
    ("def one(): pass\nclass Two: pass\nTw|", {"Two"}, set()), ("x = [1, 2\ny = 'a'\ny.up|", set(), set()),
    ("x = )\ny = 'a'\ny.up|", {"upper"}, set()), ("%time\n!ls\ny = 'a'\ny.up|", {"upper"}, set()),
    ("import collections\ncollections.Ord|", {"OrderedDict"}, set()), ("from collections import deque\nd = deque()\nd.appendl|", {"appendleft"}, set()),
    ("import json as j\nj.dum|", {"dumps", "dump"}, set()), ("d = {'a': {'b': 1}}\nd['a'].ke|", {"keys"}, set()),
    ("x = words\nx.app|", {"append"}, set()), ("x = [1, 2]\nx[0].bit|", {"bit_length"}, set()),
    # Classes of the cell
    ("class A:\n    size = 3\n    def __init__(self, n):\n        self.items = []\n    def go(self):\n        self.|", {"size", "items", "go"}, set()),
    ("class A:\n    def __init__(self):\n        self.items = []\n    def go(self):\n        self.items.app|", {"append"}, set()),
    ("class A:\n    def go(self): return 'x'\nA().go().up|", {"upper"}, set()),
    ("class A:\n    @property\n    def p(self): return {}\na = A()\na.p.ke|", {"keys"}, set()),
    ("class A(dict):\n    def own(self): pass\na = A()\na.|", {"own", "items"}, set()),
    ("class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(2, 3)\n"
     "    def forward(self, x):\n        self.fc.|", {"in_features", "forward"} - {"in_features"}, set()),
    ("class Net(nn.Module):\n    def forward(self, x): return x\nnet2 = Net()\nnet2.par|", {"parameters"}, set()),
    ("class Net(nn.Module):\n    pass\nNet()(1).back|", {"backward"}, set()),
    # Tensors
    ("torch.zeros(3).sh|", {"shape"}, set()), ("t.sum().ite|", {"item"}, set()), ("(t * 2).back|", {"backward"}, set()),
    ("y = torch.randn(2) @ t\ny.mea|", {"mean"}, set()), ("t.shape.num|", {"numel"}, set()), ("net(t).back|", {"backward"}, set()),
    ("t.sum().item().is_i|", {"is_integer"}, set()), ("t.tolist().app|", {"append"}, set()), ("t[0].sh|", {"shape"}, set()),
    ("import torch.nn.functional as F\nF.relu(t).sh|", {"shape"}, set()),
    # Keyword arguments
    ("annotated(1, sc|", {"scale="}, set()), ("guarded.method(op|", {"option="}, set()), ("def f(first, second=2): pass\nf(se|", {"second="}, set()),
    ("class A:\n    def __init__(self, width): pass\nA(wi|", {"width="}, set()), ("torch.ones(2, requ|", {"requires_grad="}, set()),
    ("nn.Linear(in_|", {"in_features="}, set()), ("sorted([], ke|", {"key="}, set()),
    # Keys, imports, magics, paths
    ("table['t|", {"two"}, {"one"}), ("table[|", {"'one'", "3"}, set()), ("d = {'alpha': 1, 'beta': 2}\nd['al|", {"alpha"}, {"beta"}),
    ("import collect|", {"collections"}, set()), ("from math import sq|", {"sqrt"}, set()), ("from collections im|", {"import"}, set()),
    ("%tim|", {"%time", "%timeit"}, set()), ("%%tim|", {"%%time"}, set()), ("open('/et|", {"etc/"}, set()), ("open('/etc/host|", {"hosts"}, set()),
]


@pytest.fixture(scope="module")
def running():
    session = Session()
    reply, _ = session.run(BEFORE)
    assert reply["status"] == "ok", reply
    yield session
    session.close()


def complete(session, marked):
    at = marked.index("|")
    session.client.complete(marked.replace("|", "", 1), at)
    return session.client.get_shell_msg(timeout=10 * SLOW)["content"]


@pytest.mark.parametrize("marked,expected,absent", CASES, ids=[case[0] for case in CASES])
def test_completion(running, marked, expected, absent):
    reply = complete(running, marked)
    # A path is completed from its last folder on or whole.
    found = {match.rsplit("/", 2)[-2] + "/" if match.endswith("/") else match.rsplit("/", 1)[-1] for match in reply["matches"]}
    assert expected <= found
    assert not absent & found


def test_completion_runs_nothing_of_the_user(running):
    for marked, _, _ in CASES:
        complete(running, marked)
    assert running.text("print(hits)") == "[]\n"


@pytest.mark.skipif(CHECKED or SLOW > 1, reason="times are of a release build")
def test_completion_is_answered_within_10_ms(running):
    long_cell = "\n".join(f"x{n} = [{n}, 'a']\ndef f{n}(a, b=1):\n    return x{n}" for n in range(150))
    worst = []
    for marked in ("t.|", "x = t.sum()\nx.|", "torch.|", long_cell + "\nf3(1).|", "|"):
        times = []
        for _ in range(5):
            start = time.perf_counter()
            complete(running, marked)
            times.append(time.perf_counter() - start)
        worst.append((min(times), marked[-20:]))
    assert max(worst)[0] < 0.010, worst


def test_functions_of_the_cell_have_signatures(running):
    reply = complete(running, "def scale_it(x, by=2, *, flag): pass\nscale_|")
    assert reply["metadata"]["_jupyter_types_experimental"][0]["signature"] == "(x, by=..., *, flag)"


def inspect(session, code, level=0):
    session.client.inspect(code, len(code), level)
    reply = session.client.get_shell_msg(timeout=10 * SLOW)["content"]
    import re
    return re.sub(r"\x1b\[[\d;]*m", "", reply["data"].get("text/plain", ""))


def test_inspection(running):
    text = inspect(running, "annotated")
    assert "annotated(x: int, scale: float = 1.0) -> str" in text and "Says it." in text and "Type:" in text
    text = inspect(running, "annotated", 1)
    assert "return str(x)" in text and "def annotated" in text
    text = inspect(running, "guarded.method(")
    assert "Does a thing." in text
    text = inspect(running, "t")
    for part in ("Tensor", "torch.Size([2, 3])", "torch.float32", "cpu"):
        assert part in text, text
    assert "def method" in inspect(running, "Guarded", 1)
    assert "matmul" in inspect(running, "torch.matmul") and inspect(running, "no_such_name") == ""
    text = inspect(running, "def f(a, b=1):\n    'Doc of f.'\n    return a\nf")
    assert "f(a, b=...)" in text and "Doc of f." in text
    assert running.text("print(hits)") == "[]\n"
