"""Disassembly: the code of the machine has no bytes, so that only lines and flags are told."""
import types as _types
from collections import namedtuple as _namedtuple
from opcode import *

COMPILER_FLAG_NAMES = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE",
    128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR",
}
Positions = _namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=[None] * 4)
Instruction = _namedtuple(
    "Instruction", "opname opcode arg argval argrepr offset starts_line is_jump_target positions", defaults=[None])


def _code(x):
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, name):
            return getattr(x, name)
    if isinstance(x, str):
        return compile(x, "<disassembly>", "exec")
    if isinstance(x, _types.CodeType):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def pretty_flags(flags):
    """Names of the flags of a code object."""
    names = []
    for i in range(32):
        if flags & 1 << i:
            names.append(COMPILER_FLAG_NAMES.get(1 << i, hex(1 << i)))
    return ", ".join(names) or "0x0"


def findlinestarts(code):
    """Pairs of offset and line where a line begins."""
    last = None
    for start, _, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """There are none to tell."""
    _code(x)
    return iter(())


def code_info(x):
    """What a code object says of itself."""
    code = _code(x)
    return "\n".join([
        "Name:              " + code.co_name, "Filename:          " + code.co_filename,
        "Argument count:    %d" % code.co_argcount, "Flags:             " + pretty_flags(code.co_flags)])


def show_code(co, *, file=None):
    """Prints code_info."""
    print(code_info(co), file=file)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Prints where the lines of a function begin."""
    for offset, line in findlinestarts(_code(x)):
        print("%4d  %6d" % (line, offset), file=file)


disassemble = disco = dis


class Bytecode:
    """The code of a function."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = _code(x)

    def __iter__(self):
        return iter(())

    def info(self):
        return code_info(self.codeobj)


if __name__ == "__main__":
    from _programs.dis import main
    main()
