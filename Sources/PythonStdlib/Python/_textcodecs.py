"""Encodings of text in other text: UTF-7, Punycode, names of hosts, uuencode."""
from _codecs import _handle


# UTF-7

_B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIRECT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\r\n"
                    "!\"#$%&*;<=>@[]^_`{|}")


def utf_7_encode(text, errors=None):
    out, i, n = [], 0, len(text)
    while i < n:
        c = text[i]
        if c == "+":
            out.append("+-")
            i += 1
        elif c in _DIRECT:
            out.append(c)
            i += 1
        else:
            end = i
            while end < n and text[end] not in _DIRECT and not (text[end] == "+" and False):
                end += 1
            data = text[i:end].encode("utf-16-be", "surrogatepass")
            bits = "".join(["{:08b}".format(b) for b in data])
            bits += "0" * (-len(bits) % 6)
            out.append("+" + "".join([_B64[int(bits[k:k + 6], 2)] for k in range(0, len(bits), 6)]))
            if end >= n or text[end] in _B64 or text[end] == "-":
                out.append("-")
            i = end
    return "".join(out).encode("ascii"), n


def utf_7_decode(data, errors=None, final=True):
    data, errors = bytes(data), errors or "strict"
    out, i, n = [], 0, len(data)
    while i < n:
        c = data[i]
        if c == 43:
            if i + 1 < n and data[i + 1] == 45:
                out.append("+")
                i += 2
                continue
            end = i + 1
            while end < n and chr(data[end]) in _B64:
                end += 1
            if end == n and not final:
                return "".join(out), i
            bits = "".join(["{:06b}".format(_B64.index(chr(b))) for b in data[i + 1:end]])
            units = len(bits) // 16
            reason = None
            if end == i + 1:
                reason = "ill-formed sequence" if end < n else "unterminated shift sequence"
            elif end == n:
                reason = "unterminated shift sequence"
            elif len(bits) - units * 16 >= 6:
                reason = "partial character in base64 sequence"
            elif "1" in bits[units * 16:]:
                reason = "non-zero padding bits in shift sequence"
            raw = b"".join([int(bits[k * 16:k * 16 + 16], 2).to_bytes(2, "big") for k in range(units)])
            if reason == "unterminated shift sequence" and end > i + 1 and not (len(bits) - units * 16 >= 6):
                out.append(raw.decode("utf-16-be", "surrogatepass"))
                text, i = _handle(errors, UnicodeDecodeError("utf7", data, i, end, reason))
                out.append(text)
                continue
            if reason:
                text, i = _handle(errors, UnicodeDecodeError("utf7", data, i, min(end + 1, n), reason))
                out.append(text)
                continue
            out.append(raw.decode("utf-16-be", "surrogatepass"))
            i = end + 1 if end < n and data[end] == 45 else end
        elif c < 128:
            out.append(chr(c))
            i += 1
        else:
            text, i = _handle(errors, UnicodeDecodeError("utf7", data, i, i + 1, "unexpected special character"))
            out.append(text)
    return "".join(out), n


# Names of whole hosts

def _punycode_encode(text, errors="strict"):
    plain = "".join([c for c in text if ord(c) < 128])
    out = list(plain)
    if plain:
        out.append("-")
    n, delta, bias, handled = 128, 0, 72, len(plain)
    digits = "abcdefghijklmnopqrstuvwxyz0123456789"
    first = True
    while handled < len(text):
        m = min([ord(c) for c in text if ord(c) >= n])
        delta += (m - n) * (handled + 1)
        n = m
        for c in text:
            c = ord(c)
            if c < n:
                delta += 1
            if c == n:
                q, k = delta, 36
                while True:
                    t = min(max(k - bias, 1), 26)
                    if q < t:
                        break
                    out.append(digits[t + (q - t) % (36 - t)])
                    q = (q - t) // (36 - t)
                    k += 36
                out.append(digits[q])
                bias = _adapt(delta, handled + 1, first)
                first, delta = False, 0
                handled += 1
        delta += 1
        n += 1
    return "".join(out).encode("ascii"), len(text)


def _adapt(delta, points, first):
    delta = delta // 700 if first else delta // 2
    delta += delta // points
    k = 0
    while delta > 455:
        delta //= 35
        k += 36
    return k + 36 * delta // (delta + 38)


def _punycode_decode(data, errors="strict", final=True):
    text = (data if isinstance(data, str) else bytes(data).decode("ascii", errors))
    base, _, tail = text.rpartition("-")
    out = list(base)
    n, i, bias, first, position = 128, 0, 72, True, 0
    tail = tail.upper()
    while position < len(tail):
        old, w, k = i, 1, 36
        while True:
            if position >= len(tail):
                if errors == "strict":
                    raise UnicodeError("incomplete punicode string")
                return "".join(out), len(text)
            c = tail[position]
            position += 1
            digit = ord(c) - 65 if "A" <= c <= "Z" else ord(c) - 22 if "0" <= c <= "9" else None
            if digit is None:
                if errors == "strict":
                    raise UnicodeError("Invalid extended code point '%s'" % c)
                return "".join(out), len(text)
            i += digit * w
            t = min(max(k - bias, 1), 26)
            if digit < t:
                break
            w *= 36 - t
            k += 36
        bias = _adapt(i - old, len(out) + 1, first)
        first = False
        n += i // (len(out) + 1)
        i %= len(out) + 1
        if n > 0x10ffff:
            if errors == "strict":
                raise UnicodeError("Invalid character U+%x" % n)
            n = ord("?")
        out.insert(i, chr(n))
        i += 1
    return "".join(out), len(text)


def _nameprep(label):
    """A label of a host name as all its spellings are compared (RFC 3491): folded, composed, checked."""
    import unicodedata
    # Soft hyphens, joiners and their like are nothing; spaces of all kinds and controls are refused below.
    label = "".join([c for c in label if c not in "\u00ad\u034f\u1806\u180b\u180c\u180d\u200b\u200c\u200d\u2060\ufeff"
                     and not "\ufe00" <= c <= "\ufe0f"])
    label = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", label.casefold()).casefold())
    for c in label:
        if unicodedata.category(c) in ("Zs", "Cc", "Co", "Cs", "Zl", "Zp") and c != " ":
            raise UnicodeError("Invalid character %r" % c)
    directions = [unicodedata.bidirectional(c) for c in label]
    if "R" in directions or "AL" in directions:
        if "L" in directions:
            raise UnicodeError("Violation of BIDI requirement 2")
        if directions[0] not in ("R", "AL") or directions[-1] not in ("R", "AL"):
            raise UnicodeError("Violation of BIDI requirement 3")
    return label


def _idna_encode(text, errors="strict"):
    if errors != "strict":
        raise UnicodeError("unsupported error handling " + errors)
    labels = []
    for label in text.translate({0x3002: ".", 0xff0e: ".", 0xff61: "."}).split("."):
        if not label.isascii():
            label = _nameprep(label)
        if not label.isascii():
            label = "xn--" + _punycode_encode(label)[0].decode()
        if len(label) >= 64:
            raise UnicodeError("label empty or too long" if not label else "label too long")
        labels.append(label)
    if "" in labels[:-1]:
        raise UnicodeError("label empty or too long")
    return ".".join(labels).encode("ascii"), len(text)


def _idna_decode(data, errors="strict", final=True):
    labels = bytes(data).decode("ascii").split(".")
    return ".".join([_punycode_decode(x[4:])[0] if x.lower().startswith("xn--") else x for x in labels]), len(data)


# uuencode

def _uuencode(data):
    """A whole file of 45 bytes a line."""
    from binascii import b2a_uu
    lines = [b2a_uu(data[i:i + 45]) for i in range(0, len(data), 45)]
    return b"begin 666 <data>\n%b \nend\n" % b"".join(lines)


def _uudecode(data):
    """What is between the lines begin and end."""
    from binascii import a2b_uu
    lines = iter(bytes(data).splitlines(keepends=True))
    if not any(line.startswith(b"begin") for line in lines):
        raise ValueError('Missing "begin" line in input data')
    parts = []
    for line in lines:
        if line == b"end\n":
            return b"".join(parts)
        parts.append(a2b_uu(line))
    raise ValueError("Truncated input data")
