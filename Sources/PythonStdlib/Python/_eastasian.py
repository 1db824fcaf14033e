"""Codecs of East Asian encodings: characters of one to four bytes, and streams that shift between sets."""
from _codecs import _handle

_ILLEGAL, _INCOMPLETE = "illegal multibyte sequence", "incomplete multibyte sequence"
_values = {}


def _steps(group):
    """The numbers of a group of tables."""
    if group not in _values:
        from base64 import b85decode
        from lzma import decompress
        from _eastasian_tables import texts
        data = decompress(b85decode(texts[group]))
        size = len(data) // 3
        _values[group] = [low | middle << 8 | high << 16 for low, middle, high in zip(
            data[:size], data[size:2 * size], data[2 * size:])]
    return _values[group]


def _is_older(key):
    """Whether three bytes are a place of JIS X 0212; where a character has one in JIS X 0213 too, that is written."""
    return len(key) == 3 and not (key[1] in (0xa1, 0xa3, 0xa4, 0xa5, 0xa8) or 0xac <= key[1] < 0xb0 or key[1] >= 0xee)


class _Tables:
    """One encoding without shifts."""

    def __init__(self, name):
        from _eastasian_tables import layouts
        layout, self.name = layouts[name], name
        self.decoded = {bytes([a]): sign for a, sign in enumerate(layout["single"]) if sign != "\ufffe"}
        steps, place = _steps(layout["group"]), layout["start"]
        for head, low, high, first, last in layout["tables"]:
            for lead in range(low, high + 1):
                number = 0
                for trail in range(first, last + 1):
                    if step := steps[place]:
                        number = (number + step) % 0x200000
                        self.decoded[head + bytes([lead, trail])] = chr(number)
                    place += 1
        self.decoded |= layout["several"]
        self.encoded = {}
        for key in sorted(self.decoded, key=_is_older):
            self.encoded.setdefault(self.decoded[key], key)
        for sign, key in layout["written"].items():
            if key is None:
                del self.encoded[sign]
            else:
                self.encoded[sign] = key
        self.several = {text[0] for text in layout["several"].values()}
        self.longest = max(map(len, self.decoded))
        self.begins = {byte for low, high in layout["begin"] for byte in range(low, high + 1)}

    def encode(self, text, errors="strict"):
        """The bytes of a text, and its length."""
        if not isinstance(text, str):
            raise TypeError("couldn't convert the object to str.")
        encoded = self.encoded
        if not self.several:
            try:
                return b"".join([encoded[sign] for sign in text]), len(text)
            except KeyError:
                pass
        out, i = [], 0
        while i < len(text):
            sign = text[i]
            if sign in self.several and text[i:i + 2] in encoded:
                out.append(encoded[text[i:i + 2]])
                i += 2
            elif (data := encoded.get(sign) or self.other_bytes(sign)) is not None:
                out.append(data)
                i += 1
            else:
                data, i = _replaced(self, self.name, text, i, errors)
                out.append(data)
        return b"".join(out), len(text)

    def other_bytes(self, sign):
        """What a character that is in no table is written as, or None."""

    def other_text(self, data, place):
        """A character that is in no table and how many bytes it has; None where more are needed."""
        return "", 0

    def decode(self, data, errors="strict", final=True):
        """The text of bytes and how many were read."""
        data, decoded, out, i = bytes(data), self.decoded, [], 0
        while i < len(data):
            if (sign := decoded.get(data[i:i + 1])) is not None:
                out.append(sign)
                i += 1
                continue
            for size in range(2, self.longest + 1):
                if (sign := decoded.get(data[i:i + size])) is not None:
                    out.append(sign)
                    i += size
                    break
            else:
                found = self.other_text(data, i)
                if found is not None and found[1]:
                    out.append(found[0])
                    i += found[1]
                    continue
                if found is None or self.is_begun(data, i):
                    if not final:
                        break
                    problem = UnicodeDecodeError(self.name, data, i, len(data), _INCOMPLETE)
                else:
                    problem = UnicodeDecodeError(self.name, data, i, i + 1, _ILLEGAL)
                sign, i = _handle(errors or "strict", problem)
                out.append(sign)
        return "".join(out), i

    def is_begun(self, data, place):
        """Whether the bytes from a place on are the beginning of a character."""
        rest = len(data) - place
        return data[place] in self.begins and (rest == 1 or rest == 2 and data[place] == 0x8f and self.longest == 3)


def _replaced(codec, name, text, place, errors, **state):
    """The bytes that an error handler gives for a character, and where to go on."""
    given, place = _handle(errors or "strict", UnicodeEncodeError(name, text, place, place + 1, _ILLEGAL))
    return given if isinstance(given, bytes) else codec.encode(given, "strict", **state)[0], place


class _Unified(_Tables):
    """GB 18030, in which every character has two or four bytes."""

    def __init__(self, name):
        super().__init__(name)
        self.rest = [n for n in range(0x80, 0x10000) if not 0xd800 <= n < 0xe000 and chr(n) not in self.encoded]
        self.places = {n: i for i, n in enumerate(self.rest)}

    def other_bytes(self, sign):
        number = ord(sign)
        if 0xd800 <= number < 0xe000:
            return None
        number = self.places[number] if number < 0x10000 else number - 0x10000 + 189000
        parts = []
        for base, first in ((10, 0x30), (126, 0x81), (10, 0x30)):
            number, part = divmod(number, base)
            parts.append(part + first)
        return bytes([number + 0x81, *reversed(parts)])

    def other_text(self, data, place):
        if data[place] not in self.begins or not 0x30 <= data[place + 1:place + 2].ljust(1, b" ")[0] <= 0x39:
            return "", 0
        if len(data) < place + 4:
            return None
        a, b, c, d = data[place:place + 4]
        if not (0x81 <= c <= 0xfe and 0x30 <= d <= 0x39):
            return "", 0
        number = (((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30
        if number < len(self.rest):
            return chr(self.rest[number]), 4
        return (chr(number - 189000 + 0x10000), 4) if 0 <= number - 189000 < 0x100000 else ("", 0)


class _Composed(_Tables):
    """EUC-KR, which spells rare syllables letter by letter."""

    FILLER = b"\xa4\xd4"
    INITIAL = bytes([0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, *range(0xb5, 0xbf)])
    FINAL = bytes([0xd4, *range(0xa1, 0xa8), *range(0xa9, 0xb3), *range(0xb4, 0xb9), *range(0xba, 0xbf)])

    def other_bytes(self, sign):
        number = ord(sign) - 0xac00
        if not 0 <= number < 11172:
            return None
        number, final = divmod(number, 28)
        initial, vowel = divmod(number, 21)
        return self.FILLER + bytes([0xa4, self.INITIAL[initial], 0xa4, vowel + 0xbf, 0xa4, self.FINAL[final]])

    def other_text(self, data, place):
        if not data.startswith(self.FILLER, place):
            return "", 0
        if len(data) < place + 8:
            return None
        letters = data[place + 3:place + 8:2]
        initial, vowel, final = self.INITIAL.find(letters[0]), letters[1] - 0xbf, self.FINAL.find(letters[2])
        if data[place + 2:place + 8:2] != b"\xa4\xa4\xa4" or initial < 0 or not 0 <= vowel < 21 or final < 0:
            return "", 0
        return chr(0xac00 + (initial * 21 + vowel) * 28 + final), 8


_made = {}


def tables(name):
    """The codec with a name, made when it is first asked for."""
    if name not in _made:
        _made[name] = {"gb18030": _Unified, "euc_kr": _Composed}.get(name, _Tables)(name)
    return _made[name]
