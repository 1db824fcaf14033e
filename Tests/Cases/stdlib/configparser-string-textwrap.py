# Recorded from CPython 3.11.7.
import configparser
import string
import textwrap
from json.decoder import JSONDecodeError
import json

parser = configparser.ConfigParser()
parser.read_string("""
[DEFAULT]
root = /data
[train]
path = %(root)s/train
epochs = 3
lr: 1e-3
shuffle = yes
""")
train = parser["train"]
print(parser.sections(), train["path"], train.getint("epochs"), train.getfloat("lr"), train.getboolean("shuffle"), train.get("none", "-"))
for bad in (lambda: parser["test"], lambda: parser.get("train", "x"), lambda: parser.read_string("a=1")):
    try:
        print(bad())
    except (KeyError, configparser.Error) as error:
        print(type(error).__name__, error)
print(string.Template("$who owes ${amount} $$").substitute(who="I", amount=3), string.Template("$a $b").safe_substitute(a=1))
print(string.Formatter().format("{0!r} {name:>5} {1[0]}", "x", [7], name="n"), string.capwords("to be or"))
text = "The well-known library breaks long lines -- at spaces, after hyphens-and dashes, never within words that fit."
print("\n".join(textwrap.wrap(text, 30)), textwrap.shorten(text, 40), sep="\n")
print(textwrap.dedent("    a\n      b\n    c"), textwrap.indent("x\n\ny", "> "), sep="\n")
for wrong in ('{"a" 1}', "[1, 2", '"\\x"', "nul"):
    try:
        json.loads(wrong)
    except JSONDecodeError as error:
        print(error)
print(json.dumps({"a": [1, 2.5, None, True], "\u20ac": {}}, indent=2, sort_keys=True), json.loads('[1e3, "\\u20ac", -0.0]'))
# expect: ['train'] /data/train 3 0.001 True -
# expect: KeyError 'test'
# expect: NoOptionError No option 'x' in section: 'train'
# expect: MissingSectionHeaderError File contains no section headers.
# expect: file: '<string>', line: 1
# expect: 'a=1'
# expect: I owes 3 $ 1 $b
# expect: 'x'     n 7 To Be Or
# expect: The well-known library breaks
# expect: long lines -- at spaces, after
# expect: hyphens-and dashes, never
# expect: within words that fit.
# expect: The well-known library breaks long [...]
# expect: a
# expect:   b
# expect: c
# expect: > x
# expect:
# expect: > y
# expect: Expecting ':' delimiter: line 1 column 6 (char 5)
# expect: Expecting ',' delimiter: line 1 column 6 (char 5)
# expect: Invalid \escape: line 1 column 2 (char 1)
# expect: Expecting value: line 1 column 1 (char 0)
# expect: {
# expect:   "a": [
# expect:     1,
# expect:     2.5,
# expect:     null,
# expect:     true
# expect:   ],
# expect:   "\u20ac": {}
# expect: } [1000.0, '€', -0.0]
