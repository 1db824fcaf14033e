"""What can be called: asked from the program that is fuzzed, so that nothing has to be listed here."""

import json
import os
import re
import subprocess

from fuzzing import hostile
from fuzzing.runner import SANITIZER

MODULES = """math cmath time random sys itertools functools operator collections string re json datetime struct array bisect heapq copy io
    base64 binascii hashlib hmac zlib codecs unicodedata statistics fractions decimal textwrap calendar types weakref gc inspect pickle queue
    posixpath fnmatch uuid enum dataclasses contextlib contextvars typing abc numbers warnings traceback pprint reprlib csv difflib html shlex
    colorsys threading ast tokenize dis linecache string copyreg _collections_abc keyword graphlib sqlite3 asyncio concurrent.futures
    xml.etree.ElementTree configparser argparse logging secrets bz2 lzma gzip zipfile tarfile locale types importlib""".split()
TENSORS = "torch torch.nn torch.nn.functional torch.linalg torch.fft torch.special torch.sparse torch.autograd torch.func torch.optim".split()
TYPES = """int float complex str bytes bytearray memoryview list tuple dict set frozenset range slice type object property
    BaseException""".split()
# Methods of what has no name in builtins.
MADE = {
    "generator": "(x for x in ())",
    "function": "(lambda: 0)",
    "code": "(lambda: 0).__code__",
    "frame": "sys._getframe()",
    "deque": "collections.deque()",
    "OrderedDict": "collections.OrderedDict()",
    "defaultdict": "collections.defaultdict()",
    "array": "array.array('i')",
    "keys": "{}.keys()",
    "items": "{}.items()",
    "Counter": "collections.Counter()",
    "BytesIO": "io.BytesIO()",
    "StringIO": "io.StringIO()",
    "Pattern": "re.compile('a')",
    "Match": "re.match('', '')",
    "Decimal": "decimal.Decimal(1)",
    "Fraction": "fractions.Fraction(1)",
    "date": "datetime.datetime.now()",
    "partial": "functools.partial(len)",
    "iterator": "iter([])",
    "ChainMap": "collections.ChainMap()",
    "Struct": "struct.Struct('i')",
    "local": "threading.local()",
    "proxy": "type.__dict__",
    "cell": "(lambda x: lambda: x)(1).__closure__[0]",
    "alias": "list[int]",
    "union": "int | str",
    "product": "itertools.product([1], [2])",
    "groupby": "itertools.groupby([1])",
    "Tensor": "torch.ones(2)",
    "hash": "hashlib.sha256()",
    "WeakSet": "weakref.WeakSet()",
    "WeakValueDictionary": "weakref.WeakValueDictionary()",
    "SimpleQueue": "queue.SimpleQueue()",
    "Random": "random.Random()",
}
ASK = """
import builtins, importlib, json
known = {{"builtins": [name for name in dir(builtins) if not name.startswith("_")], "methods": {{}}}}
for name in {modules!r}:
    try: module = importlib.import_module(name)
    except ImportError: continue
    known[name] = [key for key in dir(module) if callable(getattr(module, key, None))]
    globals()[name.split(".")[0]] = importlib.import_module(name.split(".")[0])
for name, value in {made!r}.items():
    try: known["methods"][name] = [key for key in dir(eval(value))]
    except Exception as error: pass
print(json.dumps(known))
"""


class Surface:
    """`functions[module]` and `methods[type]`: names."""

    def __init__(self, command):
        made = dict(MADE, **{name: name if name not in ("slice", "range") else f"{name}(1)" for name in TYPES})
        script = ASK.format(modules=MODULES + TENSORS, made=made)
        told = subprocess.run(
            [command[0], "-c", script],
            capture_output=True,
            text=True,
            timeout=300,
            stdin=subprocess.DEVNULL,
            env=dict(os.environ, ASAN_OPTIONS=SANITIZER),
        )
        if told.returncode:
            raise SystemExit(f"{command[0]} does not tell what it has: {told.stderr.strip()[-500:]}")
        known = json.loads(told.stdout)
        forbidden = re.compile(
            hostile.FORBIDDEN + r"|^(open|exit|quit|help|sleep|main|test|input|license|credits|copyright|eval|exec)$"
            r"|^(set_default|set_printoptions|acquire|get|put|join|_shutdown|cycle|count|repeat|factorial|comb|perm|pow|run)$"
        )
        kept = {name: [key for key in keys if not forbidden.search(key)] for name, keys in known.items() if name != "methods"}
        self.builtins = kept.pop("builtins") + ["pow", "exec", "eval"]
        self.functions = {name: keys for name, keys in kept.items() if keys and not name.startswith("torch")}
        self.tensors = {name: keys for name, keys in kept.items() if keys and name.startswith("torch")}
        self.methods = {
            name: [key for key in keys if not forbidden.search(key) or key in ("get", "put", "join", "count")]
            for name, keys in known["methods"].items()
        }
