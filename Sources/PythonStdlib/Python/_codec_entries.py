"""The codecs `codecs.lookup` finds by itself."""
import _codecs
from _codecs import _partial
from codecs import (BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, BufferedIncrementalDecoder,
                    CodecInfo, IncrementalDecoder, IncrementalEncoder, StreamReader, StreamWriter)


# Classes of codecs made of two functions; both take the input and `errors`, the decoder may take `final`

class _Encoder(IncrementalEncoder):
    def encode(self, input, final=False):
        return self._functions[0](input, self.errors)[0]


class _Decoder(IncrementalDecoder):
    def decode(self, input, final=False):
        return self._functions[1](input, self.errors)[0]


class _PartialDecoder(BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        return self._functions[1](input, errors, final)


class _Writer(StreamWriter):
    def encode(self, input, errors="strict"):
        return self._functions[0](input, errors)


class _Reader(StreamReader):
    def decode(self, input, errors="strict"):
        return self._functions[1](input, errors)


class _PartialReader(StreamReader):
    def decode(self, input, errors="strict"):
        return self._functions[1](input, errors, False)


_WHOLE, _PARTS = (_Encoder, _Decoder, _Reader, _Writer), (_Encoder, _PartialDecoder, _PartialReader, _Writer)


def _entry(name, module, encode, decode, bases=_WHOLE, text=True, **attributes):
    """A codec; its classes stand in a module of `encodings`."""
    attributes |= {"__module__": "encodings." + module, "_functions": (encode, decode)}
    kinds = ("IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter")
    encoder, decoder, reader, writer = [_derived(kind, base, attributes) for kind, base in zip(kinds, bases)]
    return CodecInfo(encode, decode, reader, writer, encoder, decoder, name, _is_text_encoding=text)


def _derived(kind, base, attributes):
    made = type(kind, (base,), dict(attributes))
    made.__qualname__ = kind
    return made


# Encodings that are built in

class _MarkedEncoder(IncrementalEncoder):
    """Writes a byte order mark first."""

    _begun = False

    def encode(self, input, final=False):
        name, self._begun = self._next if self._begun else self._name, True
        return input.encode(name, self.errors)

    def reset(self):
        self._begun = False

    def getstate(self):
        return 0 if self._begun else self._undecided

    def setstate(self, state):
        self._begun = not state


class _MarkedDecoder(BufferedIncrementalDecoder):
    """Reads a byte order mark first."""

    _order = None

    def _buffer_decode(self, input, errors, final):
        if self._order is not None:
            return _partial(self._order, input, errors, final)
        size = max(map(len, self._marks))
        if (mark := input[:size]) in self._marks:
            self._order = self._marks[mark]
            text, used = _partial(self._order, input[size:], errors, final)
            return text, used + size
        if self._needed:
            if len(input) < size and not (final and input):
                return "", 0
            if len(input) >= size:
                raise UnicodeError(f"{self._name.upper()} stream does not start with BOM")
        elif any(mark.startswith(input) for mark in self._marks):
            return "", 0
        self._order = self._next
        return _partial(self._order, input, errors, final)

    def reset(self):
        super().reset()
        self._order = None

    def getstate(self):
        return self.buffer, self._undecided if self._order is None else [*self._marks.values()].index(self._order)

    def setstate(self, state):
        super().setstate(state)
        orders = [*self._marks.values()]
        self._order = orders[state[1]] if state[1] < len(orders) else None


class _MarkedWriter(StreamWriter):
    _begun = False

    def encode(self, input, errors="strict"):
        name, self._begun = self._next if self._begun else self._name, True
        return input.encode(name, errors), len(input)

    def reset(self):
        self._begun = False


class _MarkedReader(StreamReader):
    _decoder = None

    def decode(self, input, errors="strict"):
        if self._decoder is None:
            self._decoder = _derived("IncrementalDecoder", _MarkedDecoder, self._facts)(errors)
        return self._decoder._buffer_decode(input, errors, False)

    def reset(self):
        super().reset()
        self._decoder = None


_MARKED = (_MarkedEncoder, _MarkedDecoder, _MarkedReader, _MarkedWriter)
_MARKS = {
    "utf-8-sig": {BOM_UTF8: "utf-8"},
    "utf-16": {BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"},
    "utf-32": {BOM_UTF32_LE: "utf-32-le", BOM_UTF32_BE: "utf-32-be"}}
_NATIVE = {
    "utf-8": "utf8 utf u8 cp65001 utf8ucs2 utf8ucs4", "utf-8-sig": "utf8sig", "utf-16": "utf16 u16",
    "utf-16-le": "utf16le unicodelittleunmarked", "utf-16-be": "utf16be unicodebigunmarked", "utf-32": "utf32 u32",
    "utf-32-le": "utf32le", "utf-32-be": "utf32be", "ascii": "ascii usascii us 646 ansix341968 ansix341986 iso646us",
    "iso8859-1": "latin1 iso88591 latin l1 8859 cp819 iso8859 ibm819"}
_NATIVE = {alias: name for name, aliases in _NATIVE.items() for alias in aliases.split()}


def _native(name):
    real = "latin-1" if name == "iso8859-1" else name
    module = real.replace("-", "_")

    def encode(input, errors="strict"):
        if not isinstance(input, str):
            raise TypeError(f"{module}_encode() argument 1 must be str, not {type(input).__name__}")
        return input.encode(real, errors), len(input)

    def decode(input, errors="strict", final=True):
        if final:
            return bytes(input).decode(real, errors), len(input)
        return _partial(real, bytes(input), errors, False)
    if name not in _MARKS:
        return _entry(name, module, encode, decode, _WHOLE if real in ("ascii", "latin-1") else _PARTS)
    marks = _MARKS[name]
    facts = {"_marks": marks, "_next": [*marks.values()][0], "_name": name, "_needed": name != "utf-8-sig",
             "_undecided": 1 if name == "utf-8-sig" else 2}
    return _entry(name, module, encode, decode, _MARKED, **facts, _facts=facts)


# Encodings of one byte

def _charmap(name, table):
    numbers = {ord(c): i for i, c in enumerate(table) if c != "\ufffe"}

    def encode(input, errors="strict"):
        return _codecs.charmap_encode(input, errors, numbers)

    def decode(input, errors="strict"):
        return _codecs.charmap_decode(input, errors, table)
    return _entry(name, name.replace("-", "_"), encode, decode)


# East Asian encodings

class _ShiftingEncoder(IncrementalEncoder):
    """Keeps the set of characters in use between the pieces of a text."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.reset()

    def encode(self, input, final=False):
        data, self._state = self._shifts.encode_on(input, self.errors, self._state, final)
        return data

    def reset(self):
        self._state = self._shifts.START


class _ShiftingDecoder(BufferedIncrementalDecoder):
    """Keeps the set of characters in use between the pieces of a stream."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._state = self._shifts.START

    def _buffer_decode(self, input, errors, final):
        text, used, self._state = self._shifts.decode_on(bytes(input), errors, self._state, final)
        return text, used

    def reset(self):
        super().reset()
        self._state = self._shifts.START


_EAST_ASIAN = """big5 big5tw csbig5 xmactradchinese; big5hkscs hkscs; cp932 932 ms932 mskanji; cp949 949 ms949 uhc; cp950 950
ms950; euc_jis_2004 jisx0213 eucjis2004; euc_jisx0213; euc_jp ujis; euc_kr korean ksc5601 ksc56011987 ksx1001 xmackorean;
gb18030 gb180302000; gb2312 chinese csiso58gb231280 euccn eucgb2312cn gb23121980 gb231280 isoir58 xmacsimpchinese; gbk 936
cp936 ms936; hz hzgb hzgb2312; iso2022_jp csiso2022jp; iso2022_jp_1; iso2022_jp_2; iso2022_jp_2004; iso2022_jp_3;
iso2022_jp_ext; iso2022_kr csiso2022kr; johab cp1361 ms1361; shift_jis csshiftjis sjis xmacjapanese; shift_jis_2004
sjis2004; shift_jisx0213 sjisx0213""".split(";")
_EAST_ASIAN = {alias: names.split()[0] for names in _EAST_ASIAN for alias in [
    names.split()[0].replace("_", ""), *names.split()[1:]]}


def _east_asian(name):
    if name != "hz" and not name.startswith("iso2022"):
        from _eastasian import tables

        def encode(input, errors="strict"):
            return tables(name).encode(input, errors)

        def decode(input, errors="strict", final=True):
            return tables(name).decode(input, errors, final)
        return _entry(name, name, encode, decode, _PARTS)
    from _eastasian_shifts import Shifts
    shifts = Shifts(name)

    def encode(input, errors="strict"):
        return shifts.encode_on(input, errors, shifts.START, True)[0], len(input)

    def decode(input, errors="strict"):
        return shifts.decode_on(bytes(input), errors, shifts.START, True)[:2]
    return _entry(name, name, encode, decode, (_ShiftingEncoder, _ShiftingDecoder, _Reader, _Writer), _shifts=shifts)


# Others

def _text(name, encode, decode, bases=_PARTS):
    """A codec of functions in `_codecs` or `_textcodecs`."""
    def find():
        import _textcodecs
        functions = [getattr(_textcodecs, f, None) or getattr(_codecs, f) for f in (encode, decode)]
        return _entry(name, name.replace("-", "_"), *functions, bases)
    return find


def _bytes(name, module, encode, decode):
    """A codec from bytes to bytes of functions in other modules, which are imported when they are called."""
    def calling(where, function, *args):
        def call(input, errors="strict"):
            if errors != "strict":
                raise AssertionError(errors)
            return getattr(__import__(where), function)(input, *args), len(input)
        return call
    return lambda: _entry(name, module, calling(*encode), calling(*decode), text=False, charbuffertype=bytes)


def _undefined(*args, **kwargs):
    raise UnicodeError("undefined encoding")


def _rot13(text, errors="strict"):
    half, other = "abcdefghijklm", "nopqrstuvwxyz"
    pairs = str.maketrans(half + other + (half + other).upper(), other + half + (other + half).upper())
    return text.translate(pairs), len(text)


_OTHERS = {
    "unicodeescape": _text("unicode-escape", "unicode_escape_encode", "unicode_escape_decode"),
    "rawunicodeescape": _text("raw-unicode-escape", "raw_unicode_escape_encode", "raw_unicode_escape_decode"),
    "utf7 u7 unicode11utf7": _text("utf-7", "utf_7_encode", "utf_7_decode"),
    "punycode": _text("punycode", "_punycode_encode", "_punycode_decode", _WHOLE),
    "idna": _text("idna", "_idna_encode", "_idna_decode", _WHOLE),
    "charmap": _text("charmap", "charmap_encode", "charmap_decode", _WHOLE),
    "undefined": lambda: _entry("undefined", "undefined", _undefined, _undefined),
    "rot13": lambda: _entry("rot-13", "rot_13", _rot13, _rot13, text=False),
    "hex hexcodec": _bytes("hex", "hex_codec", ("binascii", "b2a_hex"), ("binascii", "a2b_hex")),
    "base64 base64codec": _bytes("base64", "base64_codec", ("base64", "encodebytes"), ("base64", "decodebytes")),
    "zlib zip zlibcodec": _bytes("zlib", "zlib_codec", ("zlib", "compress"), ("zlib", "decompress")),
    "bz2 bz2codec": _bytes("bz2", "bz2_codec", ("bz2", "compress"), ("bz2", "decompress")),
    "uu uucodec": _bytes("uu", "uu_codec", ("_textcodecs", "_uuencode"), ("_textcodecs", "_uudecode")),
    "quopri quotedprintable quopricodec": _bytes(
        "quopri", "quopri_codec", ("binascii", "b2a_qp", True), ("binascii", "a2b_qp"))}
_OTHERS = {alias: make for aliases, make in _OTHERS.items() for alias in aliases.split()}


def find(name):
    """The codec of a name, or None."""
    plain = name.replace("_", "").replace(".", "")
    if plain in _NATIVE:
        return _native(_NATIVE[plain])
    if plain in _OTHERS:
        return _OTHERS[plain]()
    if plain in _EAST_ASIAN:
        return _east_asian(_EAST_ASIAN[plain])
    import _charmaps
    key = _charmaps.aliases.get(plain, plain)
    table = _charmaps.tables.get(key)
    return None if table is None else _charmap(_charmaps.names.get(key, key), table)
