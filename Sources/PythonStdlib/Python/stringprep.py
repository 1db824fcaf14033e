"""The tables of RFC 3454: how names on the internet are prepared before they are compared."""
from bisect import bisect_right as _find
from itertools import accumulate as _sums
from unicodedata import bidirectional as _direction, category as _category, normalize as _normalize

# Where the characters that Unicode 3.2 has and those that it has not take turns, as distances.
_turns = list(_sums([int(number, 16) for number in (
    "221 1 12 1c 5e 2 3f 11 50 10 10 4 2 4 1 3 1 5 7 1 1 1 14 1 2c 1 27 9 87 1 47 1 26 2 2 6 10 21 26 2 7 1 27 1 2 6 "
    "11 1 17 1 a b 1b 5 5 17 1 e 1 3 1 1 1a 5 16 a 8e 2 f 1 e 1 1e 3 1b 35 32 14f 3 1 35 2 12 2 5 3 19 10 3 1 8 2 2 2 "
    "16 1 7 1 1 3 4 2 1 1 7 2 2 2 3 9 1 4 2 1 5 2 15 7 1 2 6 4 2 2 16 1 7 1 2 1 2 1 2 2 1 1 5 4 2 2 3 b 4 1 1 7 f c 3 "
    "1 7 1 1 1 3 1 16 1 7 1 2 1 5 2 a 1 3 1 3 2 1 f 1 5 a 11 3 1 8 2 2 2 16 1 7 1 2 2 4 2 8 3 2 2 3 8 2 4 2 1 3 4 b "
    "11 2 1 6 3 3 1 4 3 2 1 1 1 2 3 2 3 3 3 8 1 3 4 5 3 3 1 4 9 1 f c e 3 1 8 1 3 1 17 1 a 1 5 4 7 1 3 1 4 7 2 9 2 4 "
    "a 12 2 1 8 1 3 1 17 1 a 1 5 4 7 1 3 1 4 7 2 7 1 1 2 4 a 12 2 1 8 1 3 1 17 1 10 4 6 2 3 1 4 9 1 8 2 4 a 12 2 1 12 "
    "3 18 1 9 1 1 2 7 3 1 4 6 1 1 1 8 12 3 c 3a 4 1d 25 2 1 1 2 2 1 1 2 1 6 4 1 7 1 3 1 1 1 1 2 2 1 d 1 3 2 5 1 1 1 6 "
    "2 a 2 2 22 48 1 22 6 1b 4 8 1 24 1 f 2 1 30 22 1 5 1 2 1 7 3 4 6 1a 46 26 a 29 2 1 4 5a 5 44 5 52 6 7 1 3f 1 1 1 "
    "4 2 7 1 1 1 4 2 27 1 1 1 4 2 1f 1 1 1 4 2 7 1 1 1 4 2 7 1 7 1 17 1 1f 1 1 1 4 2 7 1 27 1 13 6 1c 23 55 c 276 9 "
    "1d 3 51 f d 1 7 b 17 9 14 c d 1 3 1 2 c 5d 3 a 16 f 1 a 6 58 8 2a 556 9c 4 5a 6 16 2 6 2 26 2 6 2 8 1 1 1 1 1 1 "
    "1 1f 2 35 1 f 1 e 2 6 1 13 2 3 1 9 1 53 4 1 7 5 6 8 2 1b 11 12 1e 1b 15 3b 2 f 7 31 c 23f 31 27 19 b 15 9f 1 114 "
    "2 2 1 65 2 a 77 4 1 4 2 1c 1 23 1 1 1 4 3 1 1 7 2 34 3 18 1 e 11 1c 4 310 380 1a 1 59 c d6 1a c 4 40 1 56 2 67 5 "
    "28 4 5e 1 28 38 2d 3 24 d 2b 3 4d 4 2f 1 77 4 63 2 1f 1 19b6 4a 51a6 5a 48d 3 37 739 2ba4 5c 222e 2 3b 95 7 c 5 "
    "5 1a 1 5 1 1 1 2 1 2 1 6c 21 16d 10 40 2 36 8 2d 3 10 10 4 c 17 2 a 1 13 1 4 4 5 1 87 2 1 1 be 3 6 2 6 2 6 2 3 3 "
    "7 1 7 a 7 300 1f 1 4 c 1b b5 26 2 26 cbb2 f6 a 27 3 b4 222 55 1 47 1 2 2 1 2 2 2 4 1 c 1 1 1 4 1 2 1 41 1 4 2 8 "
    "1 7 1 1c 1 4 1 5 1 1 3 7 1 152 4 122 4 32 27fe a6d9 5129 21e 5e0 2 fffe 2 fffe 2 fffe 2 fffe 2 fffe 2 fffe 2 "
    "fffe 2 fffe 2 fffe 2 fffe 2 fffe 2 1 1 1e 60 ff7e ").split()]))


def _ranges(text):
    """The code points that a text of hexadecimal numbers and ranges names."""
    found = set()
    for part in text.split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


_nothing = _ranges("ad 34f 1806 180b-180d 200b-200d 2060 fe00-fe0f feff")
_spaces = _ranges("a0 1680 2000-200b 202f 205f 3000")
_controls = _ranges("80-9f 6dd 70f 180e 200c-200d 2028-2029 2060-2063 206a-206f feff fff9-fffc 1d173-1d17a")
_no_text = _ranges("fff9-fffd")
_no_canonical = _ranges("2ff0-2ffb")
_display = _ranges("340-341 200e-200f 202a-202e 206a-206f")
_tags = _ranges("e0001 e0020-e007f")
# Characters whose direction has changed since.
_now_left = _ranges("cbf cc6 1734 2132 2800-28ff 302e-302f")
_then_left = _ranges("17b4-17b5 1885-1886 1d6db 1d715 1d74f 1d789 1d7c3")
# Where more than small letters are made: what `casefold` gives.
_folds = (181, 837), (912, 977), (981, 1009), (1013, 1013), (1415, 1415), (7830, 7835), (8016, 8188), (64256, 64279)


def in_table_a1(code):
    """Has no meaning in Unicode 3.2."""
    return bool(_find(_turns, ord(code)) & 1)


def in_table_b1(code):
    """Is commonly mapped to nothing."""
    return ord(code) in _nothing


def _folded(code):
    number = ord(code)
    for first, last in _folds:
        if first <= number <= last:
            return code.casefold()
    return code.lower()


def map_table_b3(code):
    """The small letters of a character that is not normalised."""
    small = _folded(code)
    if in_table_a1(code) or code.isascii():
        return small
    if code == "\u037a":
        return " \u03b9"
    # Letters that normalising brings forth have small ones as well.
    plain = _normalize("NFKC", small)
    again = _normalize("NFKC", "".join(map(_folded, plain)))
    return small if again == plain else again


def _normal(text):
    """A text normalised as Unicode 3.2 would."""
    if any(map(in_table_a1, text)):
        return "".join([each if in_table_a1(each) else _normalize("NFKC", each) for each in text])
    return _normalize("NFKC", text)


def map_table_b2(a):
    """The small letters of a character that is normalised."""
    small = map_table_b3(a)
    plain = _normal(small)
    again = _normal("".join(map(map_table_b3, plain)))
    return small if again == plain else again


def in_table_c11(code):
    """Is the space of ASCII."""
    return code == " "


def in_table_c12(code):
    """Is another space."""
    return ord(code) in _spaces


def in_table_c11_c12(code):
    return code == " " or ord(code) in _spaces


def in_table_c21(code):
    """Is a control character of ASCII."""
    return ord(code) < 32 or code == "\x7f"


def in_table_c22(code):
    """Is another control character."""
    return ord(code) in _controls


def in_table_c21_c22(code):
    return in_table_c21(code) or ord(code) in _controls


def in_table_c3(code):
    """Is for private use."""
    return _category(code) == "Co"


def in_table_c4(code):
    """Is no character."""
    number = ord(code)
    return 0xfdd0 <= number <= 0xfdef or number & 0xfffe == 0xfffe


def in_table_c5(code):
    """Is half a character."""
    return 0xd800 <= ord(code) <= 0xdfff


def in_table_c6(code):
    """Is not for plain texts."""
    return ord(code) in _no_text


def in_table_c7(code):
    """Is not for canonical texts."""
    return ord(code) in _no_canonical


def in_table_c8(code):
    """Changes how texts are shown, or is deprecated."""
    return ord(code) in _display


def in_table_c9(code):
    """Tags texts."""
    return ord(code) in _tags


def in_table_d1(code):
    """Is written from right to left."""
    if code in "\u06dd\u070f":
        return code == "\u06dd"
    return _direction(code) in ("R", "AL") and not in_table_a1(code)


def in_table_d2(code):
    """Is written from left to right."""
    number = ord(code)
    if number in _then_left:
        return True
    return _direction(code) == "L" and not in_table_a1(code) and number not in _now_left
