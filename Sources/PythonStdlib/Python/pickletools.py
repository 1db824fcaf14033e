"""Looks into pickles: their opcodes one by one."""
import io as _io
import struct as _struct
import sys as _sys

__all__ = ["dis", "genops", "optimize"]
# Name, code, kind of argument, protocol that brought it.
_rows = r"""INT I decimalnl_short 0;BININT J int4 1;BININT1 K uint1 1;BININT2 M uint2 1;LONG L decimalnl_long 0;
LONG1 \x8a long1 2;LONG4 \x8b long4 2;STRING S stringnl 0;BINSTRING T string4 1;SHORT_BINSTRING U string1 1;
BINBYTES B bytes4 3;SHORT_BINBYTES C bytes1 3;BINBYTES8 \x8e bytes8 4;BYTEARRAY8 \x96 bytearray8 5;NEXT_BUFFER \x97 - 5;
READONLY_BUFFER \x98 - 5;NONE N - 0;NEWTRUE \x88 - 2;NEWFALSE \x89 - 2;UNICODE V unicodestringnl 0;
SHORT_BINUNICODE \x8c unicodestring1 4;BINUNICODE X unicodestring4 1;BINUNICODE8 \x8d unicodestring8 4;FLOAT F floatnl 0;
BINFLOAT G float8 1;EMPTY_LIST ] - 1;APPEND a - 0;APPENDS e - 1;LIST l - 0;EMPTY_TUPLE ) - 1;TUPLE t - 0;TUPLE1 \x85 - 2;
TUPLE2 \x86 - 2;TUPLE3 \x87 - 2;EMPTY_DICT } - 1;DICT d - 0;SETITEM s - 0;SETITEMS u - 1;EMPTY_SET \x8f - 4;
ADDITEMS \x90 - 4;FROZENSET \x91 - 4;POP 0 - 0;DUP 2 - 0;MARK ( - 0;POP_MARK 1 - 1;GET g decimalnl_short 0;
BINGET h uint1 1;LONG_BINGET j uint4 1;PUT p decimalnl_short 0;BINPUT q uint1 1;LONG_BINPUT r uint4 1;MEMOIZE \x94 - 4;
EXT1 \x82 uint1 2;EXT2 \x83 uint2 2;EXT4 \x84 int4 2;GLOBAL c stringnl_noescape_pair 0;STACK_GLOBAL \x93 - 4;
REDUCE R - 0;BUILD b - 0;INST i stringnl_noescape_pair 0;OBJ o - 1;NEWOBJ \x81 - 2;NEWOBJ_EX \x92 - 4;PROTO \x80 uint1 2;
STOP . - 0;FRAME \x95 uint8 4;PERSID P stringnl_noescape 0;BINPERSID Q - 1"""
_fixed = {"int4": "<i", "uint1": "<B", "uint2": "<H", "uint4": "<I", "uint8": "<Q", "float8": ">d"}
_counts = {"1": "<B", "4": "<I", "8": "<Q"}


class ArgumentDescriptor:
    """How an argument is written."""

    def __init__(self, name):
        self.name = name

    def reader(self, file):
        return _read_argument(self.name, file)


class OpcodeInfo:
    """An opcode."""

    def __init__(self, name, code, kind, proto):
        self.name, self.code, self.proto = name, code, proto
        self.arg = None if kind == "-" else ArgumentDescriptor(kind)


opcodes = []
for _row in _rows.replace("\n", "").split(";"):
    _name, _code, _kind, _proto = _row.split(" ")
    opcodes.append(OpcodeInfo(_name, chr(int(_code[2:], 16)) if len(_code) > 1 else _code, _kind, int(_proto)))
code2op = {op.code: op for op in opcodes}


def _exactly(file, n):
    data = file.read(n)
    if len(data) != n:
        raise ValueError("expected %d bytes in a pickle, but only %d remain" % (n, len(data)))
    return data


def _line(file):
    data = file.readline()
    if not data.endswith(b"\n"):
        raise ValueError("no newline found when trying to read a line of a pickle")
    return data[:-1]


def _read_argument(kind, file):
    if kind in _fixed:
        return _struct.unpack(_fixed[kind], _exactly(file, _struct.calcsize(_fixed[kind])))[0]
    if kind[-1] in _counts:
        size = _counts[kind[-1]]
        if kind == "long4" or kind == "string4":
            size = "<i"
        n, = _struct.unpack(size, _exactly(file, _struct.calcsize(size)))
        if n < 0:
            raise ValueError("%s byte count < 0: %d" % (kind, n))
        if n > _sys.maxsize:
            raise ValueError("%s byte count > sys.maxsize: %d" % (kind, n))
        data = _exactly(file, n)
        if kind.startswith("long"):
            return int.from_bytes(data, "little", signed=True)
        if kind.startswith("unicode"):
            return str(data, "utf-8", "surrogatepass")
        if kind.startswith("string"):
            return data.decode("latin-1")
        return bytearray(data) if kind.startswith("bytearray") else data
    if kind == "stringnl_noescape_pair":
        return "%s %s" % (_line(file).decode("ascii"), _line(file).decode("ascii"))
    data = _line(file)
    if kind == "decimalnl_short":
        return False if data == b"00" else True if data == b"01" else int(data)
    if kind == "decimalnl_long":
        return int(data[:-1] if data[-1:] == b"L" else data)
    if kind == "floatnl":
        return float(data)
    if kind == "unicodestringnl":
        return str(data, "raw-unicode-escape")
    if kind == "stringnl":
        for quote in (b'"', b"'"):
            if data.startswith(quote):
                if not data.endswith(quote) or len(data) < 2:
                    raise ValueError("strinq quote %r not found at both ends of %r" % (quote, data))
                data = data[1:-1]
                break
        else:
            raise ValueError("no string quotes around %r" % data)
        import codecs
        return codecs.escape_decode(data)[0].decode("ascii")
    return data.decode("ascii")


def _operations(data, with_end=False):
    file = _io.BytesIO(data) if isinstance(data, (bytes, bytearray)) else data
    tell = getattr(file, "tell", lambda: None)
    while True:
        pos = tell()
        code = file.read(1)
        opcode = code2op.get(code.decode("latin-1"))
        if opcode is None:
            if code == b"":
                raise ValueError("pickle exhausted before seeing STOP")
            raise ValueError("at position %s, opcode %r unknown" % ("<unknown>" if pos is None else pos, code))
        arg = None if opcode.arg is None else opcode.arg.reader(file)
        yield (opcode, arg, pos, tell()) if with_end else (opcode, arg, pos)
        if code == b".":
            return


def genops(pickle):
    """The opcodes of a pickle with their arguments and positions."""
    return _operations(pickle)


def optimize(p):
    """The pickle without puts that nothing gets."""
    wanted, puts, proto, pieces = {}, {}, 0, []
    memoized = -1
    operations = list(_operations(p, True))
    for opcode, arg, pos, end in operations:
        if "PUT" in opcode.name:
            memoized = max(memoized, arg)
        elif opcode.name == "MEMOIZE":
            memoized += 1
        elif opcode.name == "PROTO":
            proto = max(proto, arg)
        elif "GET" in opcode.name:
            wanted[arg] = None
    out = bytearray()
    count, renamed = 0, {}
    for opcode, arg, pos, end in operations:
        if opcode.name == "MEMOIZE" or "PUT" in opcode.name:
            index = count if opcode.name == "MEMOIZE" else arg
            count += 1
            if index in wanted:
                new = renamed[index] = len(renamed)
                out += b"\x94" if proto >= 4 else _index_code(b"q", b"r", new)
        elif "GET" in opcode.name:
            out += _index_code(b"h", b"j", renamed[arg]) if opcode.name != "GET" or proto else p[pos:end]
        elif opcode.name != "FRAME":
            out += p[pos:end]
    if proto < 1:
        return bytes(out)
    if proto >= 4:
        body = bytes(out[2:])
        if len(body) >= 4:
            return bytes(out[:2]) + b"\x95" + _struct.pack("<Q", len(body)) + body
    return bytes(out)


def _index_code(short, long, n):
    return short + bytes([n]) if n < 256 else long + _struct.pack("<I", n)


_TAKES_MARK = {"TUPLE", "LIST", "DICT", "APPENDS", "SETITEMS", "ADDITEMS", "FROZENSET", "INST", "OBJ", "POP_MARK"}


def dis(pickle, out=None, memo=None, indentlevel=4, annotate=0):
    """Prints the opcodes of a pickle, and what is wrong with its marks and its memo."""
    proto, marks, known = -1, [], {} if memo is None else memo
    for opcode, arg, pos in genops(pickle):
        text, note, wrong = "" if pos is None else "%5d: " % pos, "", None
        name, depth = opcode.name, len(marks)
        proto = max(proto, opcode.proto)
        if name in _TAKES_MARK:
            if marks:
                at = marks.pop()
                note = "(MARK at unknown opcode offset)" if at is None else "(MARK at %d)" % at
            else:
                note = wrong = "no MARK exists on stack"
        elif name == "MEMOIZE" or "PUT" in name:
            key = len(known) if name == "MEMOIZE" else arg
            if name == "MEMOIZE":
                note = "(as %d)" % key
            if key in known:
                wrong = "memo key %r already defined" % arg
            known[key] = name
        elif "GET" in name and arg not in known:
            wrong = "memo key %r has never been stored into" % arg
        text += "%-4s %s%s" % (repr(opcode.code)[1:-1], " " * indentlevel * depth, name)
        if arg is not None or note:
            text += " " * (10 - len(name))
        if arg is not None:
            text += " " + repr(arg)
        if note:
            text += " " + note
        print(text, file=out)
        if wrong:
            raise ValueError(wrong)
        if name == "MARK":
            marks.append(pos)
    print("highest protocol among opcodes =", proto, file=out)


if __name__ == "__main__":
    from _programs.pickletools import main
    main()
