#!/usr/bin/env python3
"""snippets.py OUT.swift | snippets.py --check OUTPUT: the programs in the articles of the Swift library.

A Swift block of an article that begins with `import Autograd` is a whole program. The first form writes all of them into
one file that runs them in turn; the second compares what that printed with the comments behind the `print` lines.
"""
import pathlib
import re
import sys

ARTICLES = pathlib.Path(__file__).resolve().parent.parent / 'Sources' / 'Autograd' / 'Autograd.docc'


def programs():
    """Yields (article, lines) for every whole program."""
    for article in sorted(ARTICLES.glob('*.md')):
        for block in re.findall(r'^```swift\n(.*?)^```', article.read_text(), re.M | re.S):
            lines = block.splitlines()
            if lines[0] == 'import Autograd':
                yield article.stem, lines[1:]


def expected():
    """Yields (article, text) for every `print` with a comment behind it."""
    for article, lines in programs():
        for line in lines:
            told = re.match(r'\s*print\(.*\)\s+// (.*)', line)
            if told:
                yield article, told[1].rstrip()


def write(path):
    out = ['import Autograd', '']
    for article, lines in programs():
        out += ['do {', f'  // {article}'] + ['  ' + line if line else '' for line in lines] + ['}', '']
    pathlib.Path(path).write_text('\n'.join(out))


def check(path):
    printed = pathlib.Path(path).read_text().splitlines()
    # `as Any` shows an optional.
    printed = [re.sub(r'^Optional\((.*)\)$', r'\1', line) for line in printed]
    wanted = list(expected())
    failed = [f'{article}: {text!r} is {line!r}' for (article, text), line in zip(wanted, printed) if text != line]
    if len(printed) != len(wanted):
        failed.append(f'{len(wanted)} lines are told, {len(printed)} were printed')
    print('\n'.join(failed) or f'{len(wanted)} lines of the articles are as told')
    return 1 if failed else 0


if __name__ == '__main__':
    if sys.argv[1:2] == ['--check'] and len(sys.argv) == 3:
        sys.exit(check(sys.argv[2]))
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(sys.argv[1])
