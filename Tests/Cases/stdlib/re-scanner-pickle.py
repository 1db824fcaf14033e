# Recorded from CPython 3.11.7.
import pickle, re, copy
p = re.compile(r'(\w+)|\s', re.I)
print(pickle.loads(pickle.dumps(p)) == p, copy.copy(p) is p)
s = p.scanner('ab c'); print([m.group() for m in iter(s.match, None)], s.pattern is p)
print([m.span() for m in iter(re.compile('x*').scanner('axb').search, None)])
sc = re.Scanner([(r'[a-z]+', lambda s, t: ('word', t)), (r'\d+', lambda s, t: int(t)), (r'\s+', None)])
print(sc.scan('ab 12 cd!x'))
for flags in (re.L, re.A | re.U):
    try: re.compile('x', flags)
    except ValueError as e: print(e)
# expect: True True
# expect: ['ab', ' ', 'c'] True
# expect: [(0, 0), (1, 2), (2, 2), (3, 3)]
# expect: ([('word', 'ab'), 12, ('word', 'cd')], '!x')
# expect: cannot use LOCALE flag with a str pattern
# expect: ASCII and UNICODE flags are incompatible
