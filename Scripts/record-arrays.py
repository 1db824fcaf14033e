"""Records what torch computes into Tests/ArraysTests/Recorded.swift.

    python Scripts/record-arrays.py          # needs torch; writes the file, with the version in its first line
"""
import itertools
import os

import torch

torch.set_num_threads(1)
DTYPES = ["bool", "uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64", "complex64",
          "complex128", "uint16", "uint32", "uint64", "complex32"]


def bits(t):
    """Elements as hexadecimal bytes; long arrays as a checksum (FNV-1a, 64 bits)."""
    t = t.contiguous()
    if t.dtype in (torch.float16, torch.bfloat16):
        t = t.view(torch.int16)
    data = t.numpy().tobytes()
    if len(data) <= 32:
        return data.hex()
    h = 0xCBF29CE484222325
    for b in data:
        h = ((h ^ b) * 0x100000001B3) & (2 ** 64 - 1)
    return "#%016x" % h


def random_lines():
    for seed in (0, 42, 2 ** 32 + 5, -1):
        for n in (1, 5, 15, 16, 17, 33, 1000):
            for dtype in ("float32", "float64", "float16", "bfloat16"):
                torch.manual_seed(seed)
                d = getattr(torch, dtype)
                yield f"{seed} {n} {dtype} rand {bits(torch.rand(n, dtype=d))}"
                yield f"{seed} {n} {dtype} randn {bits(torch.randn(n, dtype=d))}"
                yield f"{seed} {n} {dtype} bernoulli {bits(torch.empty(n, dtype=d).bernoulli_(0.3))}"
                yield f"{seed} {n} {dtype} exponential {bits(torch.empty(n, dtype=d).exponential_(1.5))}"
                yield f"{seed} {n} {dtype} randint {bits(torch.randint(-5, 5, (n,)))}"
                yield f"{seed} {n} {dtype} randperm {bits(torch.randperm(n))}"
                yield f"{seed} {n} {dtype} state {bits(torch.get_rng_state())}"


def sum_lines():
    for n in (1, 7, 8, 31, 33, 127, 784, 1000, 5000, 32767):
        for dtype in ("float32", "float64"):
            torch.manual_seed(n)
            x = torch.randn(n, dtype=getattr(torch, dtype))
            yield f"{n} {dtype} all {bits(x.sum())}"
    for shape in ((5, 5), (17, 33), (200, 300), (64, 10), (9, 7), (3, 4, 5), (4, 8, 8)):
        torch.manual_seed(1)
        x = torch.randn(shape)
        for k in range(1, len(shape) + 1):
            for dims in itertools.combinations(range(len(shape)), k):
                yield f"{','.join(map(str, shape))} float32 {','.join(map(str, dims))} {bits(x.sum(dims))}"


def promoted(x, y):
    """The name of the common dtype; - where torch has none."""
    try:
        return str(torch.result_type(x, y))[6:]
    except RuntimeError:
        return "-"


def promotion_lines():
    for a in DTYPES:
        x = torch.ones(2, dtype=getattr(torch, a))
        row = [promoted(x, torch.ones(2, dtype=getattr(torch, b))) + "/" + promoted(x, torch.ones((), dtype=getattr(torch, b)))
               for b in DTYPES]
        yield " ".join([a] + row + [promoted(x, number) for number in (True, 1, 1.0)])


def print_cases():
    torch.manual_seed(0)
    yield torch.randn(()), "normal"
    yield torch.randn(2, 3), "normal"
    yield torch.randn(5, 5) * 1e5, "normal 100000"
    yield torch.randn(5, 5) * 1e-6, "normal 0.000001"
    yield torch.randn(40, 40), "normal"
    yield torch.randn(2, 3, 4), "normal"
    yield torch.randn(1001), "normal"
    yield torch.randn(7, 200), "normal"
    yield torch.randn(2, 2, 2, 2), "normal"
    yield torch.randn(30).round(), "normal rounded"


def sort_lines():
    for n in (5, 16, 17, 33, 257, 1000):
        for k in (2, 5, 1000):
            torch.manual_seed(n + k)
            x = torch.randint(0, k, (n,))
            yield f"{n} {k} sort {bits(x.sort()[1])}"
            yield f"{n} {k} descending {bits(x.sort(descending=True)[1])}"
            yield f"{n} {k} topk {bits(x.topk(3)[1])}"
            yield f"{n} {k} kthvalue {bits(x.kthvalue(2)[1])}"
            yield f"{n} {k} median {bits(x.median(0)[1])}"
            yield f"{n} {k} mode {bits(x.mode(0)[1])}"


def main():
    out = [f"// Recorded from torch {torch.__version__} by Scripts/record-arrays.py; do not edit.", "",
           "/// What torch computes, one case a line; long arrays stand as checksums.", "enum Recorded {"]
    for name, lines in (("random", random_lines()), ("sums", sum_lines()), ("promotion", promotion_lines()),
                        ("sorting", sort_lines())):
        out += [f"  static let {name} = \"\"\""] + ["    " + line for line in lines] + ["    \"\"\"", ""]
    out += ["  static let printing = \"\"\""]
    for t, how in print_cases():
        shape = ",".join(map(str, t.shape))
        out += [f"    >{shape};{how}"] + [("    " + line).rstrip() for line in repr(t).split("\n")]
    out += ["    \"\"\"", "}", ""]
    path = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Tests/ArraysTests/Recorded.swift")
    with open(path, "w") as f:
        f.write("\n".join(out))


if __name__ == "__main__":
    main()
