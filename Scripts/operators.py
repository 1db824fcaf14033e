# Prints docs/operators.md: what `torch` holds, as the program itself tells it. Run it with Wick.
import torch
import torch.nn.functional


def first_line(thing):
    text = getattr(thing, "__doc__", None) or ""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return lines[0].replace("|", "\\|") if lines else ""


def table(title, holder, names):
    print()
    print("## " + title)
    print()
    print("| Name | |")
    print("|---|---|")
    for name in names:
        print("| `" + name + "` | " + first_line(getattr(holder, name, None)) + " |")


def public(holder):
    return sorted(name for name in dir(holder) if not name.startswith("_"))


def called(holder):
    return [name for name in public(holder) if callable(getattr(holder, name, None))]


print("# Operators")
print()
print("Written by `make docs` from the program; do not edit. `torch` is " + torch.__version__ + ".")
table("torch", torch, called(torch))
table("Methods of Tensor", torch.Tensor, called(torch.Tensor))
table("torch.nn.functional", torch.nn.functional, called(torch.nn.functional))
