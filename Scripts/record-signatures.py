#!/usr/bin/env python3
"""Asks PyTorch for the signatures that its messages list, and writes Sources/TorchBindings/Binding/Signatures.swift.

    ~/oracle/bin/python Scripts/record-signatures.py

Functions with one signature are not in the list: their messages name what is wrong instead.
"""
import pathlib
import warnings

import torch

warnings.simplefilter("ignore")
WORDS = {f"zz{k}": 1 for k in range(30)}


def signatures(call):
    """-> the signatures that the message of a call with wrong keywords, or with none, lists"""
    for words in (WORDS, {}):
        try:
            call(**words)
        except TypeError as error:
            _, _, tail = str(error).partition("but expected")
            if "one of:" in tail:
                return [line.strip()[2:].strip() for line in tail.split("\n") if line.strip().startswith("* ")]
            if tail.strip():
                return [tail.strip()]
        except Exception:
            pass
    return []


def lines():
    x = torch.ones(2, 2)
    for module, prefix in ((torch, ""), (torch.linalg, "linalg_"), (torch.special, "special_"), (torch.nn.functional, "")):
        for name in sorted(dir(module)):
            function = getattr(module, name)
            if name.startswith("_") or name in ("manual_seed", "set_printoptions") or isinstance(function, type) or "builtin" not in type(function).__name__:
                continue
            found = signatures(function)
            if found:
                yield f"f:{prefix}{name}|" + "|".join(found)
    for name in sorted(dir(torch.Tensor)):
        if name.startswith("_") or not callable(getattr(torch.Tensor, name)):
            continue
        method = getattr(x, name, None)
        if method is not None and "builtin" in type(method).__name__:
            found = signatures(method)
            if found:
                yield f"m:{name}|" + "|".join(found)


HEAD = '''// Written by Scripts/record-signatures.py from what PyTorch {version} answers; do not edit.

/// torch's signatures of the functions that have several, as its messages list them.
enum Signatures {{
  /// The signatures of a function or method in torch's order; nil: it has one.
  static func find(_ name: String, isMethod: Bool) -> [String]? {{
    let start = (isMethod ? "m:" : "f:") + name + "|"
    guard let line = text.split(separator: "\\n").first(where: {{ $0.hasPrefix(start) }}) else {{ return nil }}
    return line.dropFirst(start.count).split(separator: "|").map(String.init)
  }}

  private static let text: String = """
'''

rows = list(lines())
path = pathlib.Path(__file__).parent.parent / "Sources/TorchBindings/Binding/Signatures.swift"
path.write_text(HEAD.format(version=torch.__version__) + "".join(f"    {row}\n" for row in rows) + '    """\n}\n')
print(len(rows), "functions with several signatures")
