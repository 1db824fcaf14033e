"""Quoted-printable (RFC 2045): text in which what is not plain is written as =XX."""
import re as _re

__all__ = ["encode", "decode", "encodestring", "decodestring"]


def decodestring(s, header=False):
    """The bytes that quoted-printable text stands for."""
    s = s.encode("ascii") if isinstance(s, str) else bytes(s)
    if header:
        s = s.replace(b"_", b" ")
    s = _re.sub(rb"[ \t]+(?=\r?\n|\Z)", b"", s)
    s = _re.sub(rb"=\r?\n|=\Z", b"", s)
    return _re.sub(rb"=([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), s)


def encodestring(s, quotetabs=False, header=False):
    """Bytes as quoted-printable text, in lines of at most 76 characters."""
    lines = []
    for line in bytes(s).split(b"\n"):
        made, size = [], 0
        for at, byte in enumerate(line):
            last = at == len(line) - 1
            if byte == 32 and header:
                piece = b"_"
            elif byte in b" \t" and not (quotetabs or last) or 33 <= byte <= 126 and byte != 61 and not (header and byte == 95):
                piece = bytes([byte])
            else:
                piece = b"=%02X" % byte
            if size + len(piece) > (76 if last else 75):
                made.append(b"=\n")
                size = 0
            made.append(piece)
            size += len(piece)
        lines.append(b"".join(made))
    return b"\n".join(lines)


def decode(input, output, header=False):
    """Decodes what a binary file holds into another."""
    output.write(decodestring(input.read(), header))


def encode(input, output, quotetabs, header=False):
    """Encodes what a binary file holds into another."""
    output.write(encodestring(input.read(), quotetabs, header))


if __name__ == "__main__":
    from _programs.quopri import main
    main()
