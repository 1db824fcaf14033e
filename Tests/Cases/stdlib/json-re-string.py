# Recorded from CPython 3.11.7.
import json
import re
import string

print(json.dumps({"a": [1, 2.5, None, True], "b": "é\n"}), json.dumps({"z": 1, "a": 2}, sort_keys=True, indent=2), json.dumps("é", ensure_ascii=False))
print(json.loads('{"x": [1, 2.0, "s", null, true], "y": {"z": -1e3}}'), json.loads('"\\u00e9"'))
try:
    json.loads("{bad}")
except ValueError as error:
    print(type(error).__name__, error)
print(re.sub(r"\d+", "#", "a1b22"), re.findall(r"(\w)(\d)", "a1 b2"), re.match(r"(?P<k>\w+)=(?P<v>.*)", "key=value").groupdict(), re.split(r"[,;]\s*", "a, b;c"))
m = re.search(r"b+", "aabbb")
print(m.group(), m.span(), m.start(), re.fullmatch("a", "ab"), re.sub("(a)(b)", r"\2\1", "abab"), re.compile("x", re.I).findall("xX"))
print(string.ascii_lowercase, string.digits, string.punctuation, string.Template("$a b").substitute(a=1))
# expect: {"a": [1, 2.5, null, true], "b": "\u00e9\n"} {
# expect:   "a": 2,
# expect:   "z": 1
# expect: } "é"
# expect: {'x': [1, 2.0, 's', None, True], 'y': {'z': -1000.0}} é
# expect: JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: a#b# [('a', '1'), ('b', '2')] {'k': 'key', 'v': 'value'} ['a', 'b', 'c']
# expect: bbb (2, 5) 2 None baba ['x', 'X']
# expect: abcdefghijklmnopqrstuvwxyz 0123456789 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ 1 b
