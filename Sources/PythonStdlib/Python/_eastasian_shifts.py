"""Encodings that shift between sets of characters by escape sequences: HZ and ISO 2022."""
from _codecs import _handle
from _eastasian import _ILLEGAL, _INCOMPLETE, _is_older, tables


class _Set:
    """A set of characters of one or two bytes, by the escape sequence that chooses it."""

    def __init__(self, size, decoded, encoded):
        self.size, self.decoded, self.encoded = size, decoded, encoded


def _of_pairs(name, head=b"", newer=False):
    """The rows of 94 characters of an encoding that has them with the high bits set, after a byte or after none.

    Of two sets that share that place they are the newer one, or both.
    """
    plain, size = tables(name), len(head) + 2

    def within(key):
        return len(key) == size and key.startswith(head) and min(key[len(head):]) >= 0xa1 and not (
            newer and _is_older(key))
    decoded = {bytes(byte & 127 for byte in key[-2:]): sign for key, sign in plain.decoded.items() if within(key)}
    if name == "euc_kr":
        decoded[b"$T"] = "\u3164"
    return _Set(2, decoded, {
        sign: bytes(byte & 127 for byte in key[-2:]) for sign, key in plain.encoded.items() if within(key)})


def _of_bytes(signs, first):
    """Signs in the order of their bytes."""
    decoded = {bytes([place]): sign for place, sign in enumerate(signs, first)}
    return _Set(1, decoded, {sign: key for key, sign in decoded.items()})


def _plain():
    return _of_bytes(map(chr, range(128)), 0)


def _greek():
    """The upper half of ISO 8859-7 as it was at first, without euro, drachma and ypogegrammeni."""
    later = (0xa4, 0xa5, 0xaa)
    return [None if n in later else bytes([n]).decode("iso8859-7", "ignore") or None for n in range(0xa0, 0x100)]


_SETS = {
    b"\x1b(B": _plain,
    b"\x1b(J": lambda: _of_bytes(["\u00a5" if n == 92 else "\u203e" if n == 126 else chr(n) for n in range(128)], 0),
    b"\x1b(I": lambda: _of_bytes(map(chr, range(0xff61, 0xffa0)), 0x21),
    b"\x1b$@": lambda: _of_pairs("euc_jp"), b"\x1b$B": lambda: _of_pairs("euc_jp"),
    b"\x1b$A": lambda: _of_pairs("gb2312"), b"\x1b$(A": lambda: _of_pairs("gb2312"),
    b"\x1b$(C": lambda: _of_pairs("euc_kr"), b"\x1b$)C": lambda: _of_pairs("euc_kr"),
    b"\x1b$(D": lambda: _of_pairs("euc_jp", b"\x8f"),
    b"\x1b$(O": lambda: _of_pairs("euc_jisx0213"), b"\x1b$(P": lambda: _of_pairs("euc_jis_2004", b"\x8f", True),
    b"\x1b$(Q": lambda: _of_pairs("euc_jis_2004"),
    b"\x1b.A": lambda: _of_bytes(map(chr, range(0xa0, 0x100)), 0x20),
    b"\x1b.F": lambda: _of_bytes(_greek(), 0x20),
    b"~{": lambda: _of_pairs("gb2312")}
_ASCII = b"\x1b(B"
# The sets of each encoding in the order in which they are tried; those that are only read come last
_USED = {
    "iso2022_jp": b"\x1b$B \x1b(J \x1b$@", "iso2022_jp_1": b"\x1b$(D \x1b$B \x1b(J \x1b$@",
    "iso2022_jp_2": b"\x1b$(D \x1b$B \x1b(J \x1b$(C \x1b$(A \x1b$A \x1b$@ \x1b.A \x1b.F",
    "iso2022_jp_2004": b"\x1b$B \x1b$(Q \x1b$(P", "iso2022_jp_3": b"\x1b$B \x1b$(O \x1b$(P",
    "iso2022_jp_ext": b"\x1b$(D \x1b$B \x1b(J \x1b(I \x1b$@", "iso2022_kr": b"\x1b$)C", "hz": b"~{"}
_READ_ONLY = (b"\x1b$@", b"\x1b$A", b"\x1b.A", b"\x1b.F")
_sets = {}


def _set(escape):
    if escape not in _sets:
        _sets[escape] = _SETS[escape]()
    return _sets[escape]


class Shifts:
    """One such encoding; where a stream is in its sets is the pair of the set in use and the one that is ready."""

    START = _ASCII, None

    def __init__(self, name):
        self.name, self.used = name, _USED[name].split(b" ")
        self.is_hz, self.is_korean = name == "hz", name == "iso2022_kr"

    # Writing

    def encode_on(self, text, errors, state, final):
        """The bytes of a text that goes on from a state, and the state after it."""
        if not isinstance(text, str):
            raise TypeError("couldn't convert the object to str.")
        out, i = [], 0
        while i < len(text):
            if (state := self._write(out, text[i], before := state)) is not None:
                i += 1
                continue
            given, i = _handle(errors or "strict", UnicodeEncodeError(self.name, text, i, i + 1, _ILLEGAL))
            if isinstance(given, bytes):
                out.append(given)
                state = before
            else:
                data, state = self.encode_on(given, "strict", before, False)
                out.append(data)
        if final:
            self._shift(out, _ASCII, state)
            state = self.START
        return b"".join(out), state

    def _write(self, out, sign, state):
        """Writes one character; gives the state after it, or None when it has no bytes."""
        if sign < "\x80":
            state = self._shift(out, _ASCII, state)
            out.append(b"~~" if self.is_hz and sign == "~" else sign.encode())
            return state
        for escape in self.used:
            if escape not in _READ_ONLY and (data := _set(escape).encoded.get(sign)) is not None:
                state = self._shift(out, escape, state)
                out.append(data)
                return state
        return None

    def _shift(self, out, escape, state):
        """Goes to another set."""
        current, ready = state
        if current == escape:
            return state
        if self.is_korean:
            if escape != _ASCII and ready is None:
                out.append(escape)
                ready = escape
            out.append(b"\x0f" if escape == _ASCII else b"\x0e")
        else:
            out.append(b"~}" if self.is_hz and escape == _ASCII else escape)
        return escape, ready

    # Reading

    def decode_on(self, data, errors, state, final):
        """The text of bytes that go on from a state, how many were read, and the state after them."""
        out, i = [], 0
        while i < len(data):
            size, sign, after = self._read(data, i, state)
            if sign is not None:
                out.append(sign)
                i, state = i + size, after
                continue
            if not size and not final:
                break
            end, reason = (i + size, _ILLEGAL) if size else (len(data), _INCOMPLETE)
            sign, i = _handle(errors or "strict", UnicodeDecodeError(self.name, data, i, end, reason))
            out.append(sign)
        return "".join(out), i, state

    def _read(self, data, place, state):
        """How many bytes come next, their text and the state after it.

        The text is None for what is wrong; the size 0 is for what is not complete.
        """
        first, (current, ready) = data[place:place + 1], state
        if self.is_hz and first == b"~" and (current == _ASCII or data[place + 1:place + 2] in (b"", b"}")):
            second = data[place + 1:place + 2]
            if not second:
                return 0, None, state
            if second in (b"{", b"}"):
                return 2, "", (b"~{" if second == b"{" else _ASCII, ready)
            return (2, {b"~": "~", b"\n": ""}[second], state) if second in (b"~", b"\n") else (1, None, state)
        if not self.is_hz and first == b"\x1b":
            return self._read_escape(data, place, state)
        if self.is_korean and first in (b"\x0e", b"\x0f"):
            return 1, "", (ready or _ASCII if first == b"\x0e" else _ASCII, ready)
        if first == b"\n" and not self.is_hz:
            return 1, "\n", (_ASCII, ready) if self.is_korean else state
        if first >= b"\x80":
            return 1, None, state
        chosen = _set(current)
        key = data[place:place + chosen.size]
        if len(key) < chosen.size:
            return 0, None, state
        sign = chosen.decoded.get(key)
        return 1 if sign is None and self.is_hz else chosen.size, sign, state

    def _read_escape(self, data, place, state):
        current, ready = state
        kind = data[place + 1:place + 2]
        if kind == b"N" and self.name == "iso2022_jp_2":
            if len(data) < place + 3:
                return 0, None, state
            sign = None if ready is None else _set(ready).decoded.get(data[place + 2:place + 3])
            return (3, sign, state) if sign is not None else (2, "", state)
        if kind and kind not in b"$(.":
            return 1, "\x1b", state
        long = kind == b"$" and data[place + 2:place + 3] in (b"(", b")")
        escape = data[place:place + (4 if long else 3)]
        if len(escape) < (4 if long else 3):
            return 0, None, state
        if escape == b"\x1b$)C" and self.name == "iso2022_jp_2":
            return len(escape), "", state
        if escape != _ASCII and escape not in self.used:
            return len(escape), None, state
        if escape[1:2] == b"." or self.is_korean and escape != _ASCII:
            return len(escape), "", (current, escape)
        return len(escape), "", (escape, ready)
