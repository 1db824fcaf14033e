# Recorded from CPython 3.11.7.
import re
def t(s):
    try: print(s,'->',repr(eval(s)))
    except BaseException as e: print(s,'->',type(e).__name__,e)
for s in [r"re.match('a+','aaab')",r"re.search(r'(\d+)-(\d+)','x 12-34 y').groups()",r"re.findall(r'\w+','hello, wörld 42')",r"re.sub(r'(\w)(\w)',r'\2\1','abcd')",r"re.sub('a',lambda m:m.group().upper(),'banana',count=2)",r"re.split(r'[,;]\s*','a, b;c')",r"re.split('(,)','a,b')",r"re.findall('a*','baac')",r"re.sub('x*','-','abxd')",r"re.split('x*','axbc')",r"re.findall('(a)|(b)','ab')",r"re.match(r'(?P<y>\d{4})-(?P<m>\d\d)','2024-05').groupdict()",r"re.fullmatch('a|ab','ab')",r"re.fullmatch('a','ab')",r"re.search('(?i)HELLO','say hello').span()",r"re.findall('^a','a\na',re.M)",r"re.search('a.c','a\nc',re.S)",r"re.search('a.c','a\nc')",r"re.compile('a',re.I|re.M)",r"re.match(r'(a+)+$','a'*20+'a')",r"re.findall(r'(?<=a)b','ab cb')",r"re.findall(r'(?<!a)b','ab cb')",r"re.findall(r'a(?=b)','ab ac')",r"re.findall(r'a(?!b)','ab ac')",r"re.match(r'(.)\1','aa')",r"re.match(r'<(\w+)>.*?</\1>','<b>x</b><b>')",r"re.findall('a{2,3}','aaaaa')",r"re.findall('a{2,3}?','aaaaa')",r"re.findall('(ab){2}','ababab')",r"re.findall('(?:ab|c)+','abcab x c')",r"re.sub(r'\s+',' ','a  b\t\nc')",r"re.escape('a.b*c d-é')",r"re.search(r'\bfoo\b','a foo b').start()",r"re.match('(a)?(b)','b').groups()",r"re.match('(a)?(b)','b').group(0,1,2)",r"re.match('(a)(?(1)b|c)','ab')",r"re.findall(r'[^\W\d]+','ab1 c_')",r"re.findall(r'[a-c\d]+','abz1c')",r"re.compile('(')",r"re.compile('a)')",r"re.compile('*a')",r"re.compile('a**')",r"re.compile('[a')",r"re.compile('[z-a]')",r"re.compile(r'\q')",r"re.compile(r'(?P<a>x)(?P<a>y)')",r"re.compile(r'\2')",r"re.compile('a{3,2}')",r"re.compile('(?<=a+)b')",r"re.compile('(?z)')",r"re.compile('a\\')",r"re.sub('a',r'\2','a')",r"re.sub('(?P<n>a)',r'[\g<n>\g<0>]','xa')",r"re.findall(b'\\w+',b'ab c')",r"re.match('a',b'a')",r"re.match(1,'a')",r"re.match('a',1)",r"[m.span() for m in re.finditer('a|b','xaby')]",r"re.match('abc','abc').group(1)",r"re.match('(?P<x>a)','a')['x']",r"re.match('a','a').lastindex",r"re.match('((a)b)','ab').lastindex",r"re.search('$','abc\n').start()",r"re.findall('(?m)$','a\nb\n')",r"re.search(r'\Z','abc\n').start()",r"re.subn('a','b','aaa')","re.match('(?x) a  # c\\n b','ab')",r"re.findall(r'é','É é',re.I)",r"re.findall(r'[à-ü]+','ÀÉé',re.I)",r"re.sub('(a)|b',r'[\1]','ab')",r"re.match('(?>a+)a','aaa')",r"re.match('a++b','aab')",r"re.match('(?:a|b)*?c','ababc')",r"re.match('((a)|b)*','ab').groups()",r"re.match('(a*)*','aab').groups()",r"re.match('(a*)+','b').groups()",r"re.match(r'\d+\.\d*','3.14').group()",r"re.findall(r'\$(\d+)','$5 $10')",r"re.split(r'\s','a b c',maxsplit=1)",r"re.compile('a').match('ba',1)",r"re.compile('^a').match('ba',1)",r"re.match('(?s:.)','\n')",r"re.match('(?i:a)b','Ab')",r"re.match('(?i:a)b','AB')",r"re.findall('(?:(?:x|y){2,3})','xyxyx')",r"re.sub(r'(?<=\d)(?=(\d{3})+$)',',','1234567')",r"re.findall(r'\d{1,3}(?=(?:\d{3})+(?!\d))','1234567')",r"re.match(r'^[\w.+-]+@[\w-]+\.[\w.]+$','a.b+c@d-e.co.uk').group()",r"re.findall('[]a]','a]')",r"re.findall('[^]a]','a]b')",r"re.findall(r'[\]-]','a]-')",r"re.findall('[a-]','a-')", r"re.search('a{,2}b','aaab').span()", r"re.match('x{0}y','y')", r"re.match('a{b}','a{b}')", r"re.search(r'(\w+) \1','the the').group(1)", r"len(re.findall('.', 'é日😀'))", r"re.match('[\u4e00-\u9fff]+','日本語x').group()"]: t(s)
# expect: re.match('a+','aaab') -> <re.Match object; span=(0, 3), match='aaa'>
# expect: re.search(r'(\d+)-(\d+)','x 12-34 y').groups() -> ('12', '34')
# expect: re.findall(r'\w+','hello, wörld 42') -> ['hello', 'wörld', '42']
# expect: re.sub(r'(\w)(\w)',r'\2\1','abcd') -> 'badc'
# expect: re.sub('a',lambda m:m.group().upper(),'banana',count=2) -> 'bAnAna'
# expect: re.split(r'[,;]\s*','a, b;c') -> ['a', 'b', 'c']
# expect: re.split('(,)','a,b') -> ['a', ',', 'b']
# expect: re.findall('a*','baac') -> ['', 'aa', '', '']
# expect: re.sub('x*','-','abxd') -> '-a-b--d-'
# expect: re.split('x*','axbc') -> ['', 'a', '', 'b', 'c', '']
# expect: re.findall('(a)|(b)','ab') -> [('a', ''), ('', 'b')]
# expect: re.match(r'(?P<y>\d{4})-(?P<m>\d\d)','2024-05').groupdict() -> {'y': '2024', 'm': '05'}
# expect: re.fullmatch('a|ab','ab') -> <re.Match object; span=(0, 2), match='ab'>
# expect: re.fullmatch('a','ab') -> None
# expect: re.search('(?i)HELLO','say hello').span() -> (4, 9)
# expect: re.findall('^a','a\na',re.M) -> ['a', 'a']
# expect: re.search('a.c','a\nc',re.S) -> <re.Match object; span=(0, 3), match='a\nc'>
# expect: re.search('a.c','a\nc') -> None
# expect: re.compile('a',re.I|re.M) -> re.compile('a', re.IGNORECASE|re.MULTILINE)
# expect: re.match(r'(a+)+$','a'*20+'a') -> <re.Match object; span=(0, 21), match='aaaaaaaaaaaaaaaaaaaaa'>
# expect: re.findall(r'(?<=a)b','ab cb') -> ['b']
# expect: re.findall(r'(?<!a)b','ab cb') -> ['b']
# expect: re.findall(r'a(?=b)','ab ac') -> ['a']
# expect: re.findall(r'a(?!b)','ab ac') -> ['a']
# expect: re.match(r'(.)\1','aa') -> <re.Match object; span=(0, 2), match='aa'>
# expect: re.match(r'<(\w+)>.*?</\1>','<b>x</b><b>') -> <re.Match object; span=(0, 8), match='<b>x</b>'>
# expect: re.findall('a{2,3}','aaaaa') -> ['aaa', 'aa']
# expect: re.findall('a{2,3}?','aaaaa') -> ['aa', 'aa']
# expect: re.findall('(ab){2}','ababab') -> ['ab']
# expect: re.findall('(?:ab|c)+','abcab x c') -> ['abcab', 'c']
# expect: re.sub(r'\s+',' ','a  b\t\nc') -> 'a b c'
# expect: re.escape('a.b*c d-é') -> 'a\\.b\\*c\\ d\\-é'
# expect: re.search(r'\bfoo\b','a foo b').start() -> 2
# expect: re.match('(a)?(b)','b').groups() -> (None, 'b')
# expect: re.match('(a)?(b)','b').group(0,1,2) -> ('b', None, 'b')
# expect: re.match('(a)(?(1)b|c)','ab') -> <re.Match object; span=(0, 2), match='ab'>
# expect: re.findall(r'[^\W\d]+','ab1 c_') -> ['ab', 'c_']
# expect: re.findall(r'[a-c\d]+','abz1c') -> ['ab', '1c']
# expect: re.compile('(') -> error missing ), unterminated subpattern at position 0
# expect: re.compile('a)') -> error unbalanced parenthesis at position 1
# expect: re.compile('*a') -> error nothing to repeat at position 0
# expect: re.compile('a**') -> error multiple repeat at position 2
# expect: re.compile('[a') -> error unterminated character set at position 0
# expect: re.compile('[z-a]') -> error bad character range z-a at position 1
# expect: re.compile(r'\q') -> error bad escape \q at position 0
# expect: re.compile(r'(?P<a>x)(?P<a>y)') -> error redefinition of group name 'a' as group 2; was group 1 at position 12
# expect: re.compile(r'\2') -> error invalid group reference 2 at position 1
# expect: re.compile('a{3,2}') -> error min repeat greater than max repeat at position 2
# expect: re.compile('(?<=a+)b') -> error look-behind requires fixed-width pattern
# expect: re.compile('(?z)') -> error unknown extension ?z at position 1
# expect: re.compile('a\\') -> error bad escape (end of pattern) at position 1
# expect: re.sub('a',r'\2','a') -> error invalid group reference 2 at position 1
# expect: re.sub('(?P<n>a)',r'[\g<n>\g<0>]','xa') -> 'x[aa]'
# expect: re.findall(b'\\w+',b'ab c') -> [b'ab', b'c']
# expect: re.match('a',b'a') -> TypeError cannot use a string pattern on a bytes-like object
# expect: re.match(1,'a') -> TypeError first argument must be string or compiled pattern
# expect: re.match('a',1) -> TypeError expected string or bytes-like object, got 'int'
# expect: [m.span() for m in re.finditer('a|b','xaby')] -> [(1, 2), (2, 3)]
# expect: re.match('abc','abc').group(1) -> IndexError no such group
# expect: re.match('(?P<x>a)','a')['x'] -> 'a'
# expect: re.match('a','a').lastindex -> None
# expect: re.match('((a)b)','ab').lastindex -> 1
# expect: re.search('$','abc\n').start() -> 3
# expect: re.findall('(?m)$','a\nb\n') -> ['', '', '']
# expect: re.search(r'\Z','abc\n').start() -> 4
# expect: re.subn('a','b','aaa') -> ('bbb', 3)
# expect: re.match('(?x) a  # c\n b','ab') -> <re.Match object; span=(0, 2), match='ab'>
# expect: re.findall(r'é','É é',re.I) -> ['É', 'é']
# expect: re.findall(r'[à-ü]+','ÀÉé',re.I) -> ['ÀÉé']
# expect: re.sub('(a)|b',r'[\1]','ab') -> '[a][]'
# expect: re.match('(?>a+)a','aaa') -> None
# expect: re.match('a++b','aab') -> <re.Match object; span=(0, 3), match='aab'>
# expect: re.match('(?:a|b)*?c','ababc') -> <re.Match object; span=(0, 5), match='ababc'>
# expect: re.match('((a)|b)*','ab').groups() -> ('b', 'a')
# expect: re.match('(a*)*','aab').groups() -> ('',)
# expect: re.match('(a*)+','b').groups() -> ('',)
# expect: re.match(r'\d+\.\d*','3.14').group() -> '3.14'
# expect: re.findall(r'\$(\d+)','$5 $10') -> ['5', '10']
# expect: re.split(r'\s','a b c',maxsplit=1) -> ['a', 'b c']
# expect: re.compile('a').match('ba',1) -> <re.Match object; span=(1, 2), match='a'>
# expect: re.compile('^a').match('ba',1) -> None
# expect: re.match('(?s:.)','\n') -> <re.Match object; span=(0, 1), match='\n'>
# expect: re.match('(?i:a)b','Ab') -> <re.Match object; span=(0, 2), match='Ab'>
# expect: re.match('(?i:a)b','AB') -> None
# expect: re.findall('(?:(?:x|y){2,3})','xyxyx') -> ['xyx', 'yx']
# expect: re.sub(r'(?<=\d)(?=(\d{3})+$)',',','1234567') -> '1,234,567'
# expect: re.findall(r'\d{1,3}(?=(?:\d{3})+(?!\d))','1234567') -> ['1', '234']
# expect: re.match(r'^[\w.+-]+@[\w-]+\.[\w.]+$','a.b+c@d-e.co.uk').group() -> 'a.b+c@d-e.co.uk'
# expect: re.findall('[]a]','a]') -> ['a', ']']
# expect: re.findall('[^]a]','a]b') -> ['b']
# expect: re.findall(r'[\]-]','a]-') -> [']', '-']
# expect: re.findall('[a-]','a-') -> ['a', '-']
# expect: re.search('a{,2}b','aaab').span() -> (1, 4)
# expect: re.match('x{0}y','y') -> <re.Match object; span=(0, 1), match='y'>
# expect: re.match('a{b}','a{b}') -> <re.Match object; span=(0, 4), match='a{b}'>
# expect: re.search(r'(\w+) \1','the the').group(1) -> 'the'
# expect: len(re.findall('.', 'é日😀')) -> 3
# expect: re.match('[\u4e00-\u9fff]+','日本語x').group() -> '日本語'
