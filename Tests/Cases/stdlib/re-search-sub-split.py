# Recorded from CPython 3.11.7.
import re
def t(f,*a):
    try: print(a[:2], f(*a))
    except Exception as e: print(a[:2], type(e).__name__, e)
for p,s in [(r'a+b','xaaab'),(r'(\w+)@(\w+)\.com','joe@ex.com'),(r'^(\d{3})-(\d+)$','123-4567'),(r'(a|ab)(c|bcd)(d*)','abcd'),(r'a.*?b','aXbXb'),(r'(?P<x>\w)(?P=x)','hello'),(r'(?i)HeLLo','say hello'),(r'\bfoo\b','a foo b'),(r'(?<=a)b','ab'),(r'(?<!a)b','ab cb'),(r'a(?=b)','ac ab'),(r'[^abc]+','abcxyz'),(r'[\w.-]+','a.b-c d'),(r'x*','aaa'),(r'(a*)*','aaa'),(r'(?:ab)+','ababa'),(r'(a)?b','b'),(r'\d+(?:\.\d+)?','v3.14'),(r'(?x) a  b # c','ab'),(r'[','x'),(r'(','x'),(r'*a','x'),(r'a{2,3}','aaaa'),(r'a**','x'),(r'\\','a\\b'),(r'(?s)a.b','a\nb'),(r'(?m)^b','a\nb'),(r'é+','caféé'),(r'[a-z]{2}$','abcd\n'),(r'(a)(b)?','ac'),(r'(?(1)a|b)','b')]:
    t(re.search,p,s)
print(re.findall(r'\d+','a1b22c333'), re.findall(r'(\w)(\d)','a1b2'), re.findall('x*','axb'), re.split(r'[,;]\s*','a, b;c'), re.split(r'(-)','a-b-c'), re.split(r'\s+','a b  c',1), re.split('x*','axbc'))
print(re.sub(r'(\w+) (\w+)',r'\2 \1','hello world'), re.sub('a',lambda m:m.group().upper(),'banana'), re.subn('a','b','aaa',2), re.sub('x*','-','abxd'), re.sub(r'(?P<n>\d)',r'<\g<n>>','a1'))
m=re.match(r'(?P<a>\d)(?P<b>\w)?','1x'); print(m.groupdict(), m.groups(), m.span('b'), m[0], m.start(1), m.end(), m.lastgroup, m)
print(re.compile('a',re.I|re.M), re.escape('a.b*c'), re.fullmatch('a+','aaa'), re.fullmatch('a','ab'), [m.span() for m in re.finditer('a|b','cab')], re.match(b'a(.)',b'ab').group(1), re.compile(r'(\d+)').sub(r'[\1]','a12b3'))
print(bool(re.match(r'^[\w\.-]+@[\w\.-]+\.\w+$','user.name@example.co.uk')), re.findall(r"[A-Za-z']+|[.,!?]","Don't stop, now!"))
# expect: ('a+b', 'xaaab') <re.Match object; span=(1, 5), match='aaab'>
# expect: ('(\\w+)@(\\w+)\\.com', 'joe@ex.com') <re.Match object; span=(0, 10), match='joe@ex.com'>
# expect: ('^(\\d{3})-(\\d+)$', '123-4567') <re.Match object; span=(0, 8), match='123-4567'>
# expect: ('(a|ab)(c|bcd)(d*)', 'abcd') <re.Match object; span=(0, 4), match='abcd'>
# expect: ('a.*?b', 'aXbXb') <re.Match object; span=(0, 3), match='aXb'>
# expect: ('(?P<x>\\w)(?P=x)', 'hello') <re.Match object; span=(2, 4), match='ll'>
# expect: ('(?i)HeLLo', 'say hello') <re.Match object; span=(4, 9), match='hello'>
# expect: ('\\bfoo\\b', 'a foo b') <re.Match object; span=(2, 5), match='foo'>
# expect: ('(?<=a)b', 'ab') <re.Match object; span=(1, 2), match='b'>
# expect: ('(?<!a)b', 'ab cb') <re.Match object; span=(4, 5), match='b'>
# expect: ('a(?=b)', 'ac ab') <re.Match object; span=(3, 4), match='a'>
# expect: ('[^abc]+', 'abcxyz') <re.Match object; span=(3, 6), match='xyz'>
# expect: ('[\\w.-]+', 'a.b-c d') <re.Match object; span=(0, 5), match='a.b-c'>
# expect: ('x*', 'aaa') <re.Match object; span=(0, 0), match=''>
# expect: ('(a*)*', 'aaa') <re.Match object; span=(0, 3), match='aaa'>
# expect: ('(?:ab)+', 'ababa') <re.Match object; span=(0, 4), match='abab'>
# expect: ('(a)?b', 'b') <re.Match object; span=(0, 1), match='b'>
# expect: ('\\d+(?:\\.\\d+)?', 'v3.14') <re.Match object; span=(1, 5), match='3.14'>
# expect: ('(?x) a  b # c', 'ab') <re.Match object; span=(0, 2), match='ab'>
# expect: ('[', 'x') error unterminated character set at position 0
# expect: ('(', 'x') error missing ), unterminated subpattern at position 0
# expect: ('*a', 'x') error nothing to repeat at position 0
# expect: ('a{2,3}', 'aaaa') <re.Match object; span=(0, 3), match='aaa'>
# expect: ('a**', 'x') error multiple repeat at position 2
# expect: ('\\\\', 'a\\b') <re.Match object; span=(1, 2), match='\\'>
# expect: ('(?s)a.b', 'a\nb') <re.Match object; span=(0, 3), match='a\nb'>
# expect: ('(?m)^b', 'a\nb') <re.Match object; span=(2, 3), match='b'>
# expect: ('é+', 'caféé') <re.Match object; span=(3, 5), match='éé'>
# expect: ('[a-z]{2}$', 'abcd\n') <re.Match object; span=(2, 4), match='cd'>
# expect: ('(a)(b)?', 'ac') <re.Match object; span=(0, 1), match='a'>
# expect: ('(?(1)a|b)', 'b') error invalid group reference 1 at position 3
# expect: ['1', '22', '333'] [('a', '1'), ('b', '2')] ['', 'x', '', ''] ['a', 'b', 'c'] ['a', '-', 'b', '-', 'c'] ['a', 'b  c'] ['', 'a', '', 'b', 'c', '']
# expect: world hello bAnAnA ('bba', 2) -a-b--d- a<1>
# expect: {'a': '1', 'b': 'x'} ('1', 'x') (1, 2) 1x 0 2 b <re.Match object; span=(0, 2), match='1x'>
# expect: re.compile('a', re.IGNORECASE|re.MULTILINE) a\.b\*c <re.Match object; span=(0, 3), match='aaa'> None [(1, 2), (2, 3)] b'b' a[12]b[3]
# expect: True ["Don't", 'stop', ',', 'now', '!']
