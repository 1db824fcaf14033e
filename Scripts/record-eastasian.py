#!/usr/bin/env python3
"""Writes the tables of East Asian encodings as CPython decodes and encodes them.

    ~/.pyenv/versions/3.12.1/bin/python Scripts/record-eastasian.py > Sources/PythonStdlib/Python/_eastasian_tables.py
"""
import base64
import lzma

GROUPS = {
    "chinese": "gb2312 gbk gb18030", "taiwan": "big5 cp950 big5hkscs", "korean": "euc_kr cp949 johab",
    "japanese": "shift_jis cp932 euc_jp shift_jis_2004 shift_jisx0213 euc_jis_2004 euc_jisx0213"}
# Where a character stands twice in the third table, it is written in these rows.
PLANE_2 = [0xa1, 0xa3, 0xa4, 0xa5, 0xa8, *range(0xac, 0xb0), *range(0xee, 0xff)]


def decoded(data, codec):
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def encoded(number, codec):
    try:
        return chr(number).encode(codec)
    except UnicodeEncodeError:
        return None


def begins(byte, codec):
    """Whether a byte alone may begin a character."""
    try:
        bytes([byte]).decode(codec)
    except UnicodeDecodeError as error:
        return error.reason == "incomplete multibyte sequence"
    return False


def ranges(numbers):
    """Numbers as pairs of first and last."""
    pairs = []
    for number in sorted(numbers):
        if pairs and pairs[-1][1] == number - 1:
            pairs[-1][1] = number
        else:
            pairs.append([number, number])
    return [tuple(pair) for pair in pairs]


def record(codec, values):
    """The layout of a codec; the steps from each character to the next go to `values`."""
    single = {bytes([a]): text for a in range(256) if (text := decoded(bytes([a]), codec)) is not None}
    tables, known, several = [], dict(single), {}
    for head in (b"", b"\x8f")[:2 if codec.startswith("euc_j") else 1]:
        found = {bytes([a, b]): text for a in range(128, 256) if head or bytes([a]) not in single for b in range(256)
                 if (text := decoded(head + bytes([a, b]), codec)) is not None}
        leads, trails = {k[0] for k in found}, {k[1] for k in found}
        tables.append((head, min(leads), max(leads), min(trails), max(trails)))
        for lead in range(min(leads), max(leads) + 1):
            last = 0
            for trail in range(min(trails), max(trails) + 1):
                text = found.get(bytes([lead, trail]))
                if text is not None and len(text) > 1:
                    several[head + bytes([lead, trail])] = text
                if text is None or len(text) > 1:
                    values.append(0)
                else:
                    values.append((ord(text) - last) % 0x200000)
                    last = ord(text)
        known |= {head + key: text for key, text in found.items()}
    other, order = {}, sorted(known, key=lambda key: (len(key) == 3 and key[1] not in PLANE_2, len(key)))
    written = {text: key for key, text in reversed([(key, known[key]) for key in order])}
    for number in [*range(0xd800), *range(0xe000, 0x110000)]:
        data, text = encoded(number, codec), chr(number)
        if data is None:
            assert text not in written or codec == "euc_jisx0213", (codec, hex(number))
            if text in written:
                other[text] = None
        elif written.get(text) != data and not len(data) in (4, 8):
            other[text] = data
    return {"single": "".join(single.get(bytes([a]), "\ufffe") for a in range(256)).rstrip("\ufffe"), "tables": tables,
            "several": several, "written": other,
            "begin": ranges(byte for byte in range(128, 256) if begins(byte, codec))}


def packed(values):
    planes = b"".join(bytes(value >> shift & 255 for value in values) for shift in (0, 8, 16))
    return base64.b85encode(lzma.compress(planes, preset=9 | lzma.PRESET_EXTREME)).decode()


def shown(value, indent):
    """A dictionary in lines that are not too long."""
    lines, line = [], indent
    for key, item in value.items():
        part = f"{ascii(key)}: {ascii(item)}, "
        if len(line + part) > 118:
            lines.append(line.rstrip())
            line = indent
        line += part
    return "{\n" + "\n".join([*lines, line.rstrip()]) + "}" if value else "{}"


print('"""How East Asian encodings spell characters; recorded by Scripts/record-eastasian.py."""')
print("_ascii = \"\".join(map(chr, range(128)))\nlayouts, texts = {}, {}")
for group, codecs in GROUPS.items():
    values = []
    for codec in codecs.split():
        start = len(values)
        layout = record(codec, values)
        print(f'layouts["{codec}"] = {{')
        print(f'    "group": "{group}", "start": {start}, "tables": {layout["tables"]}, "begin": {layout["begin"]},')
        single = layout["single"]
        plain = "".join(map(chr, range(128)))
        print(f'    "single": {"_ascii + " + ascii(single[128:]) if single[:128] == plain else ascii(single)},'
              .replace("_ascii + ''", "_ascii"))
        for name in ("several", "written"):
            print(f'    "{name}": {shown(layout[name], "        ")},')
        print("}")
    text = packed(values)
    print(f'texts["{group}"] = (')
    for i in range(0, len(text), 112):
        print(f"    {text[i:i + 112]!r}")
    print(")")
