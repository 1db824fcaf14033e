# Prints docs/operators.md: what `torch` holds, as the program itself tells it. Run it with Wick.
import torch
import torch._composed
import torch._legacy
import torch._sparse_compressed
import torch._sparse_tensor
import torch.amp
import torch._special
import torch.fft
import torch.masked
import torch.nn.functional
import torch.signal.windows
import torch.sparse


def first_line(thing):
    text = getattr(thing, "__doc__", None) or ""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return lines[0].replace("|", "\\|") if lines else ""


def call(name, thing):
    signature = getattr(thing, "__text_signature__", None)
    if signature is None and hasattr(thing, "__code__"):
        code = thing.__code__
        signature = "(" + ", ".join(code.co_varnames[:code.co_argcount]) + ")"
    return "`" + name + (signature or "()") + "`"


def also(name):
    kinds = []
    if hasattr(torch.Tensor, name):
        kinds.append("method")
    if hasattr(torch.Tensor, name + "_"):
        kinds.append("in place")
    return ", ".join(kinds)


def operators(title, holder, names):
    print()
    print("## " + title)
    print()
    print("| Call | | Also |")
    print("|---|---|---|")
    for name in names:
        thing = getattr(holder, name)
        print("| " + call(name, thing) + " | " + first_line(thing) + " | " + also(name) + " |")


def listed(title, names):
    print()
    print("## " + title)
    print()
    print(", ".join("`" + name + "`" for name in names))


def native(thing):
    return type(thing).__name__ in ("builtin_function_or_method", "method_descriptor")


def public(holder):
    return sorted(name for name in dir(holder) if not name.startswith("_"))


def rows(holder, more=()):
    return sorted(set([name for name in public(holder) if native(getattr(holder, name))] + list(more)))


composed = torch._composed
functions = rows(torch, composed.functions)
print("# Operators")
print()
print("Written by `make docs` from the program; do not edit. `torch` is " + torch.__version__ + ". In-place forms end in `_`.")
operators("torch", torch, functions)
operators("torch.nn.functional", torch.nn.functional, rows(torch.nn.functional, composed.functional))
operators("torch.linalg", torch.linalg, rows(torch.linalg, composed.linalg))
operators("torch.special", torch.special, rows(torch.special, torch._special.special))
listed("torch.fft", [name for name in public(torch.fft) if callable(getattr(torch.fft, name))])
listed("torch.sparse and sparse tensors", sorted(set(list(torch.sparse.__all__) + list(torch._sparse_tensor.functions) + list(torch._sparse_compressed.functions))))
listed("torch.amp", torch.amp.__all__)
listed("Names of old or rare programs", sorted(torch._legacy.functions))
listed("torch.masked", torch.masked.__all__)
listed("torch.signal.windows", torch.signal.windows.__all__)
listed("Methods that are no functions", [name for name in public(torch.Tensor) + sorted(composed.methods)
                                        if name not in functions and callable(getattr(torch.Tensor, name, len))])
