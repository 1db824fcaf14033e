# Recorded from CPython 3.11.7.
def t(s):
    try: print(s,'->',repr(eval(s))[:200])
    except BaseException as e: print(s,'->',type(e).__name__,e.args)
for s in ["bytes(-1)","bytes('a')","bytes([256])","bytes([1.5])","bytes(1.5)","bytes('a',1)","bytes(b'a','utf8')","bytes('a','utf8',1)","b'a'+'b'","b'a'*1.5","b'a'[5]","b'a'['x']","b'a'.join([1])","b'a'.join(['a'])","b''.join(5)","b'a'.find('a')","b'a'.find(97)","b'a'.find(300)","b'a'.replace('a','b')","b'a'.split('a')","b'a'.split(b'')","b'a'.startswith('a')","b'a'.startswith(('a',))","b'a'.hex(':')","bytes.fromhex('0g')","bytes.fromhex('abc')","bytes.fromhex(1)","b'a'.center(5,'a')","b'a'.center(5,b'ab')","b'a'.translate('a')","b'a'.translate(b'a')","b'a' < 'a'","b'a' == 'a'","'a' in b'a'","300 in b'a'","bytearray(b'a').append(300)","bytearray(b'a').append('a')","bytearray(b'a').pop(5)","bytearray().pop()","bytearray(b'a').remove(5)","bytearray(b'abc')[::2]","bytearray(b'a').extend('a')","bytearray(b'a').extend([300])","bytearray(b'a').insert(0,'a')","memoryview('a')","memoryview(b'abc')[1]","memoryview(b'abc')[0:2].tobytes()","memoryview(b'abc').tolist()","b'%d' % 1","b'%s' % 'a'","b'%s' % b'a'","b'%b' % 5","b'%c' % 300","b'%a' % 'é'","b'%r' % 5","b'\\x00\\n\\'\"'","b\"'\"","bytearray(b'x')","memoryview(b'a').readonly","b'a'.decode('ascii','strict')","b'\\xff'.decode('utf8','ignore')","b'\\xff\\xfe'.decode('utf8','replace')","b'\\xff'.decode('utf8','backslashreplace')","b'\\xff'.decode('utf8','surrogateescape')","b'\\xff'.decode('utf8','foo')","'é'.encode('ascii','ignore')","'é'.encode('ascii','replace')","'é\\u1234\\U00012345'.encode('ascii','backslashreplace')","'é'.encode('ascii','xmlcharrefreplace')","'é'.encode('ascii','namereplace')","'\\udcff'.encode('utf8','surrogateescape')","'\\ud800'.encode('utf8','surrogatepass')","'a'.encode('utf-16')","'a'.encode('utf-32')","'a'.encode('utf-8-sig')","'a\\U00010000'.encode('utf-16-be')","'\\u1234'.encode('latin-1')","b'\\xff'.decode('latin-1')","bytes([1,2,3])","bytes((1,2))","bytes(3)","bytes()","b'a'.isalpha()","hash(b'a')==hash('a')","b'ab'.title()","b'abc'.removeprefix('a')","b'a'.zfill(5)","b'a b'.split()","b'a,b'.rsplit(b',',1)","b'a\\nb'.splitlines(True)","b'abc'.partition(b'b')","bytes.maketrans(b'a',b'bc')","b'abc'.count('a')","b'aXbX'.strip(b'X')","b'a'.strip('a')","str(b'\\xff','utf8')","b'abc'.index(b'z')","b'abc'.rindex(b'z')","bytearray(b'abc').remove(300)","bytearray(5)","bytearray('a')","bytes([True])","bytes(['a'])","bytes({1:2})","b'abc'.endswith(b'c')","b'a'.expandtabs(1.5)","b'a'.ljust(3,b'')","b'a'.hex()","b'abcd'.hex('-',2)","b'abcde'.hex(' ',-2)","b'a'.__contains__('a')","'abc'.encode(1)","b'a'.decode(1)","'abc'.encode('utf8',1)","b''.fromhex(' 0a 0B ')","'abc'.__getitem__('a')", "'%s' % b'a'","'a'.isidentifier()","'abc'.format_map(1)","'{a}'.format_map({'a':1})","'{}'.format_map({'a':1})","'{0}'.format_map([1])","'{:>{w}}'.format(1,w=5)","'{0!r}{1!s}{2!a}'.format('a','b','é')","'{0:{1}}'.format(1,'q')","'{0!}'.format(1)","'{0!r'.format(1)","'{0!rr}'.format(1)","'{0:'.format(1)","'{0'.format(1)","'{{}}'.format()","'{0[a]b}'.format(1)","'{ 0}'.format(1)","'{-1}'.format(1)","'{0[-1]}'.format([1])","'{99999999999999999999}'.format(1)","'{:{}.{}f}'.format(3.14159,10,2)","format(1,'abc')","format('a','abc')","format(1.5,'abc')"]: t(s)
# expect: bytes(-1) -> ValueError ('negative count',)
# expect: bytes('a') -> TypeError ('string argument without an encoding',)
# expect: bytes([256]) -> ValueError ('bytes must be in range(0, 256)',)
# expect: bytes([1.5]) -> TypeError ("'float' object cannot be interpreted as an integer",)
# expect: bytes(1.5) -> TypeError ("cannot convert 'float' object to bytes",)
# expect: bytes('a',1) -> TypeError ("bytes() argument 'encoding' must be str, not int",)
# expect: bytes(b'a','utf8') -> TypeError ('encoding without a string argument',)
# expect: bytes('a','utf8',1) -> TypeError ("bytes() argument 'errors' must be str, not int",)
# expect: b'a'+'b' -> TypeError ("can't concat str to bytes",)
# expect: b'a'*1.5 -> TypeError ("can't multiply sequence by non-int of type 'float'",)
# expect: b'a'[5] -> IndexError ('index out of range',)
# expect: b'a'['x'] -> TypeError ('byte indices must be integers or slices, not str',)
# expect: b'a'.join([1]) -> TypeError ('sequence item 0: expected a bytes-like object, int found',)
# expect: b'a'.join(['a']) -> TypeError ('sequence item 0: expected a bytes-like object, str found',)
# expect: b''.join(5) -> TypeError ('can only join an iterable',)
# expect: b'a'.find('a') -> TypeError ("argument should be integer or bytes-like object, not 'str'",)
# expect: b'a'.find(97) -> 0
# expect: b'a'.find(300) -> ValueError ('byte must be in range(0, 256)',)
# expect: b'a'.replace('a','b') -> TypeError ("a bytes-like object is required, not 'str'",)
# expect: b'a'.split('a') -> TypeError ("a bytes-like object is required, not 'str'",)
# expect: b'a'.split(b'') -> ValueError ('empty separator',)
# expect: b'a'.startswith('a') -> TypeError ('startswith first arg must be bytes or a tuple of bytes, not str',)
# expect: b'a'.startswith(('a',)) -> TypeError ("a bytes-like object is required, not 'str'",)
# expect: b'a'.hex(':') -> '61'
# expect: bytes.fromhex('0g') -> ValueError ('non-hexadecimal number found in fromhex() arg at position 1',)
# expect: bytes.fromhex('abc') -> ValueError ('non-hexadecimal number found in fromhex() arg at position 3',)
# expect: bytes.fromhex(1) -> TypeError ('fromhex() argument must be str, not int',)
# expect: b'a'.center(5,'a') -> TypeError ('center() argument 2 must be a byte string of length 1, not str',)
# expect: b'a'.center(5,b'ab') -> TypeError ('center() argument 2 must be a byte string of length 1, not bytes',)
# expect: b'a'.translate('a') -> TypeError ("a bytes-like object is required, not 'str'",)
# expect: b'a'.translate(b'a') -> ValueError ('translation table must be 256 characters long',)
# expect: b'a' < 'a' -> TypeError ("'<' not supported between instances of 'bytes' and 'str'",)
# expect: b'a' == 'a' -> False
# expect: 'a' in b'a' -> TypeError ("a bytes-like object is required, not 'str'",)
# expect: 300 in b'a' -> ValueError ('byte must be in range(0, 256)',)
# expect: bytearray(b'a').append(300) -> ValueError ('byte must be in range(0, 256)',)
# expect: bytearray(b'a').append('a') -> TypeError ("'str' object cannot be interpreted as an integer",)
# expect: bytearray(b'a').pop(5) -> IndexError ('pop index out of range',)
# expect: bytearray().pop() -> IndexError ('pop from empty bytearray',)
# expect: bytearray(b'a').remove(5) -> ValueError ('value not found in bytearray',)
# expect: bytearray(b'abc')[::2] -> bytearray(b'ac')
# expect: bytearray(b'a').extend('a') -> TypeError ("'str' object cannot be interpreted as an integer",)
# expect: bytearray(b'a').extend([300]) -> ValueError ('byte must be in range(0, 256)',)
# expect: bytearray(b'a').insert(0,'a') -> TypeError ("'str' object cannot be interpreted as an integer",)
# expect: memoryview('a') -> TypeError ("memoryview: a bytes-like object is required, not 'str'",)
# expect: memoryview(b'abc')[1] -> 98
# expect: memoryview(b'abc')[0:2].tobytes() -> b'ab'
# expect: memoryview(b'abc').tolist() -> [97, 98, 99]
# expect: b'%d' % 1 -> b'1'
# expect: b'%s' % 'a' -> TypeError ("%b requires a bytes-like object, or an object that implements __bytes__, not 'str'",)
# expect: b'%s' % b'a' -> b'a'
# expect: b'%b' % 5 -> TypeError ("%b requires a bytes-like object, or an object that implements __bytes__, not 'int'",)
# expect: b'%c' % 300 -> OverflowError ('%c arg not in range(256)',)
# expect: b'%a' % 'é' -> b"'\\xe9'"
# expect: b'%r' % 5 -> b'5'
# expect: b'\x00\n\'"' -> b'\x00\n\'"'
# expect: b"'" -> b"'"
# expect: bytearray(b'x') -> bytearray(b'x')
# expect: memoryview(b'a').readonly -> True
# expect: b'a'.decode('ascii','strict') -> 'a'
# expect: b'\xff'.decode('utf8','ignore') -> ''
# expect: b'\xff\xfe'.decode('utf8','replace') -> '��'
# expect: b'\xff'.decode('utf8','backslashreplace') -> '\\xff'
# expect: b'\xff'.decode('utf8','surrogateescape') -> '\udcff'
# expect: b'\xff'.decode('utf8','foo') -> LookupError ("unknown error handler name 'foo'",)
# expect: 'é'.encode('ascii','ignore') -> b''
# expect: 'é'.encode('ascii','replace') -> b'?'
# expect: 'é\u1234\U00012345'.encode('ascii','backslashreplace') -> b'\\xe9\\u1234\\U00012345'
# expect: 'é'.encode('ascii','xmlcharrefreplace') -> b'&#233;'
# expect: 'é'.encode('ascii','namereplace') -> b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
# expect: '\udcff'.encode('utf8','surrogateescape') -> b'\xff'
# expect: '\ud800'.encode('utf8','surrogatepass') -> b'\xed\xa0\x80'
# expect: 'a'.encode('utf-16') -> b'\xff\xfea\x00'
# expect: 'a'.encode('utf-32') -> b'\xff\xfe\x00\x00a\x00\x00\x00'
# expect: 'a'.encode('utf-8-sig') -> b'\xef\xbb\xbfa'
# expect: 'a\U00010000'.encode('utf-16-be') -> b'\x00a\xd8\x00\xdc\x00'
# expect: '\u1234'.encode('latin-1') -> UnicodeEncodeError ('latin-1', 'ሴ', 0, 1, 'ordinal not in range(256)')
# expect: b'\xff'.decode('latin-1') -> 'ÿ'
# expect: bytes([1,2,3]) -> b'\x01\x02\x03'
# expect: bytes((1,2)) -> b'\x01\x02'
# expect: bytes(3) -> b'\x00\x00\x00'
# expect: bytes() -> b''
# expect: b'a'.isalpha() -> True
# expect: hash(b'a')==hash('a') -> True
# expect: b'ab'.title() -> b'Ab'
# expect: b'abc'.removeprefix('a') -> TypeError ("a bytes-like object is required, not 'str'",)
# expect: b'a'.zfill(5) -> b'0000a'
# expect: b'a b'.split() -> [b'a', b'b']
# expect: b'a,b'.rsplit(b',',1) -> [b'a', b'b']
# expect: b'a\nb'.splitlines(True) -> [b'a\n', b'b']
# expect: b'abc'.partition(b'b') -> (b'a', b'b', b'c')
# expect: bytes.maketrans(b'a',b'bc') -> ValueError ('maketrans arguments must have same length',)
# expect: b'abc'.count('a') -> TypeError ("argument should be integer or bytes-like object, not 'str'",)
# expect: b'aXbX'.strip(b'X') -> b'aXb'
# expect: b'a'.strip('a') -> TypeError ("a bytes-like object is required, not 'str'",)
# expect: str(b'\xff','utf8') -> UnicodeDecodeError ('utf-8', b'\xff', 0, 1, 'invalid start byte')
# expect: b'abc'.index(b'z') -> ValueError ('subsection not found',)
# expect: b'abc'.rindex(b'z') -> ValueError ('subsection not found',)
# expect: bytearray(b'abc').remove(300) -> ValueError ('byte must be in range(0, 256)',)
# expect: bytearray(5) -> bytearray(b'\x00\x00\x00\x00\x00')
# expect: bytearray('a') -> TypeError ('string argument without an encoding',)
# expect: bytes([True]) -> b'\x01'
# expect: bytes(['a']) -> TypeError ("'str' object cannot be interpreted as an integer",)
# expect: bytes({1:2}) -> b'\x01'
# expect: b'abc'.endswith(b'c') -> True
# expect: b'a'.expandtabs(1.5) -> TypeError ("'float' object cannot be interpreted as an integer",)
# expect: b'a'.ljust(3,b'') -> TypeError ('ljust() argument 2 must be a byte string of length 1, not bytes',)
# expect: b'a'.hex() -> '61'
# expect: b'abcd'.hex('-',2) -> '6162-6364'
# expect: b'abcde'.hex(' ',-2) -> '6162 6364 65'
# expect: b'a'.__contains__('a') -> TypeError ("a bytes-like object is required, not 'str'",)
# expect: 'abc'.encode(1) -> TypeError ("encode() argument 'encoding' must be str, not int",)
# expect: b'a'.decode(1) -> TypeError ("decode() argument 'encoding' must be str, not int",)
# expect: 'abc'.encode('utf8',1) -> TypeError ("encode() argument 'errors' must be str, not int",)
# expect: b''.fromhex(' 0a 0B ') -> b'\n\x0b'
# expect: 'abc'.__getitem__('a') -> TypeError ("string indices must be integers, not 'str'",)
# expect: '%s' % b'a' -> "b'a'"
# expect: 'a'.isidentifier() -> True
# expect: 'abc'.format_map(1) -> 'abc'
# expect: '{a}'.format_map({'a':1}) -> '1'
# expect: '{}'.format_map({'a':1}) -> ValueError ('Format string contains positional fields',)
# expect: '{0}'.format_map([1]) -> ValueError ('Format string contains positional fields',)
# expect: '{:>{w}}'.format(1,w=5) -> '    1'
# expect: '{0!r}{1!s}{2!a}'.format('a','b','é') -> "'a'b'\\xe9'"
# expect: '{0:{1}}'.format(1,'q') -> ValueError ("Unknown format code 'q' for object of type 'int'",)
# expect: '{0!}'.format(1) -> ValueError ("unmatched '{' in format spec",)
# expect: '{0!r'.format(1) -> ValueError ("unmatched '{' in format spec",)
# expect: '{0!rr}'.format(1) -> ValueError ("expected ':' after conversion specifier",)
# expect: '{0:'.format(1) -> ValueError ("unmatched '{' in format spec",)
# expect: '{0'.format(1) -> ValueError ("expected '}' before end of string",)
# expect: '{{}}'.format() -> '{}'
# expect: '{0[a]b}'.format(1) -> TypeError ("'int' object is not subscriptable",)
# expect: '{ 0}'.format(1) -> KeyError (' 0',)
# expect: '{-1}'.format(1) -> KeyError ('-1',)
# expect: '{0[-1]}'.format([1]) -> TypeError ('list indices must be integers or slices, not str',)
# expect: '{99999999999999999999}'.format(1) -> ValueError ('Too many decimal digits in format string',)
# expect: '{:{}.{}f}'.format(3.14159,10,2) -> '      3.14'
# expect: format(1,'abc') -> ValueError ("Invalid format specifier 'abc' for object of type 'int'",)
# expect: format('a','abc') -> ValueError ("Invalid format specifier 'abc' for object of type 'str'",)
# expect: format(1.5,'abc') -> ValueError ("Invalid format specifier 'abc' for object of type 'float'",)
