# Recorded from CPython 3.11.7.
# What print writes before the text of a value is computed is there when that prints or raises.
import io
import sys


class Loud:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        print('<computing', self.name, end='>')
        return self.name


class Bad:
    def __str__(self):
        raise ValueError('no text')


print('a', Loud('b'), 'c', [Loud('d')], sep=' | ')
try:
    print('before', 1, Bad(), 'after')
except ValueError as error:
    print(f'({error})')

out = io.StringIO()
try:
    print('x', Loud('y'), Bad(), file=out)
except ValueError:
    pass
print(repr(out.getvalue()))

saved, sys.stdout = sys.stdout, io.StringIO()
print('p', Loud('q'), 'r')
text, sys.stdout = sys.stdout.getvalue(), saved
print(repr(text))
# expect: a | <computing b>b | c | <computing d>[d]
# expect: before 1 (no text)
# expect: <computing y>'x y '
# expect: 'p <computing q>q r\n'
