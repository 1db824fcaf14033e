"""Whether a text is a whole statement."""

import __future__
import warnings

__all__ = ["compile_command", "Compile", "CommandCompiler"]

_features = [getattr(__future__, name) for name in __future__.all_feature_names]
PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_INCOMPLETE_INPUT = 0x200, 0x4000


def _maybe_compile(compiler, source, filename, symbol):
    for line in source.split("\n"):
        line = line.strip()
        if line and line[0] != "#":
            break
    else:
        if symbol != "eval":
            source = "pass"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source, filename, symbol)
        except SyntaxError:
            try:
                compiler(source + "\n", filename, symbol)
                return None
            except SyntaxError as e:
                if _incomplete(e, source):
                    return None
    if symbol == "single" and "\n" in source and source[-1] != "\n" and _is_open(source):
        return None
    return compiler(source, filename, symbol)


def _is_open(source):
    """Whether a text ends within the lines of a block, which only an empty line closes."""
    import ast
    last = ast.parse(source).body[-1]
    return hasattr(last, "body") and last.end_lineno > last.lineno


def _incomplete(error, source):
    text = str(error)
    if any(part in text for part in ("incomplete input", "was never closed", "unexpected EOF",
                                     "unterminated triple-quoted", "expected an indented block",
                                     "expected 'except' or 'finally' block")):
        return True
    return source.endswith("\\")


def compile_command(source, filename="<input>", symbol="single"):
    """The code of a command; None when it needs more lines."""
    return _maybe_compile(lambda s, f, k: compile(s, f, k, 0, True), source, filename, symbol)


class Compile:
    """Compiles and remembers `__future__` imports."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol, flags=0, **kwargs):
        code = compile(source, filename, symbol, 0, True)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe_compile(self.compiler, source, filename, symbol)
