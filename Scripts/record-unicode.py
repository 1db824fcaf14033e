#!/usr/bin/env python3
"""Writes Sources/PythonStdlib/Unicode/UnicodeTables.swift: what CPython's unicodedata says and Swift's library does not.

    python3.12 Scripts/record-unicode.py

Swift's own tables follow the newest Unicode; Python's stay with one version, and know directions, widths and what
compatibility characters stand for.
"""
import pathlib
import textwrap
import unicodedata

TARGET = pathlib.Path(__file__).resolve().parent.parent / "Sources/PythonStdlib/Unicode/UnicodeTables.swift"
ALL = range(0x110000)


def runs(ask):
    """How often each answer stands in a row: (kinds, text of hexadecimal lengths, each followed by a letter for the kind)."""
    kinds, parts, last, count = [], [], None, 0
    for code in ALL:
        value = ask(chr(code))
        if value == last:
            count += 1
            continue
        if count:
            parts.append((count, last))
        last, count = value, 1
    parts.append((count, last))
    for _, value in parts:
        if value not in kinds:
            kinds.append(value)
    letters = [chr(ord("G") + place) if place < 20 else chr(ord("a") + 6 + place - 20) for place in range(len(kinds))]
    known = dict(zip(kinds, letters))
    return kinds, "".join(["%X%s" % (count, known[value]) if count > 1 else known[value] for count, value in parts])


def mappings():
    """Compatibility characters: tags, and a text of distance, tag and what they stand for."""
    tags, parts, last = [], [], 0
    for code in ALL:
        mapping = unicodedata.decomposition(chr(code))
        if not mapping.startswith("<"):
            continue
        tag, *points = mapping.split()
        if tag not in tags:
            tags.append(tag)
        parts.append("%X%s%s" % (code - last, chr(ord("a") + 6 + tags.index(tag)), " ".join([point.lstrip("0") for point in points])))
        last = code
    return tags, ",".join(parts)


def literal(text):
    lines = textwrap.wrap(text.replace(" ", "_"), 108, break_on_hyphens=False)
    return '"""\n' + "".join(["    %s\\\n" % line for line in lines[:-1]]) + "    %s\n    \"\"\"" % lines[-1]


def table(name, doc, kinds, text):
    return "  /// %s\n  static let %sKinds: [String] = [%s]\n  static let %s: StaticString = %s\n" % (
        doc, name, ", ".join(['"%s"' % kind for kind in kinds]), name, literal(text))


TARGET.write_text('''// Recorded by Scripts/record-unicode.py from unicodedata %s; not to be edited.
// A run is a hexadecimal length (1 when it is missing) and a letter, from G on, for the kind; then g and so on.

/// What Unicode says and Swift's library does not.
enum UnicodeTables {
  static let version = "%s"
%s%s%s%s}
''' % (unicodedata.unidata_version, unicodedata.unidata_version,
       table("categories", "General categories.", *runs(unicodedata.category)),
       table("directions", "Classes of direction.", *runs(unicodedata.bidirectional)),
       table("widths", "Widths in East Asian text.", *runs(unicodedata.east_asian_width)),
       table("mappings", "What compatibility characters stand for: distance, tag (from g on), code points.", *mappings())))
