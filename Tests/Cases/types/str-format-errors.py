# Recorded from CPython 3.11.7.
def t(s):
    try: print(s,'->',repr(eval(s))[:200])
    except BaseException as e: print(s,'->',type(e).__name__,e.args)
for s in ["'a'*2**62","'ab'*2**62","'a'*10**20","'a'*1.5","'a'+1","'a'[5]","'a'['b']","'a'[1.5]","''.join(5)","''.join([1])","'a'.join(['b',2])","'a'.replace(1,2)","'a'.replace('a',2)","'a'.split(1)","'a'.split('')","'a'.find(1)","'a'.index('b')","'a'.rindex('b')","'a'.count(1)","'a'.center()","'a'.center(5,'ab')","'a'.center('b')","'a'.ljust(5,3)","'a'.startswith(1)","'a'.startswith((1,))","'a'.startswith(('b','a'))","'a'.endswith(1)","'a'.partition('')","'a'.partition(1)","'a'.strip(1)","'a'.zfill('a')","'a'.expandtabs('a')","'a'.encode('foo')","'é'.encode('ascii')","'éé'.encode('ascii')","'\\ud800'.encode()","b'\\xff'.decode()","b'\\xc3'.decode()","b'\\xe2\\x82'.decode()","b'\\xe2\\x82a'.decode()","b'\\xed\\xa0\\x80'.decode()","b'\\xc3\\xa9'.decode('ascii')","b'a'.decode('utf-16')","b'\\x00\\xd8'.decode('utf-16-le')","str(b'a')","str(b'a','utf8')","str(1,'utf8')","'a'.translate({97:None})","'a'.translate({97:'xyz'})","'a'.translate({97:1114112})","str.maketrans('ab','c')","str.maketrans('ab','cd','e')","str.maketrans({'a':1,'bc':2})","str.maketrans(1)","'a' in 5","5 in 'a'","'a'.__contains__(5)","'a'.removeprefix(1)","'a'.splitlines(1)","'%s' % ()","'%d' % 'a'","'%s %s' % (1,)","'%s' % (1,2)","'%(a)s' % 1","'%(a)s' % {}","'%q' % 1","'%' % 1","'%c' % 'ab'","'%c' % 1114112","'%c' % 1.5","'%x' % 1.5","'%i' % 1.9","'%f' % 'a'","'%*d' % (5,1)","'%-5d|' % 1","'%05d' % -1","'%+d' % 1","'%x' % -255","'%#x' % 255","'%.3s' % 'abcdef'","'%r' % 'a'","'%a' % 'é'","'%5.1f' % 3.14159","'%e' % 12345.678","'%g' % 1e10","'%%' % ()","'%s' % None","'%d' % 3.99","'%d' % None","'%(a)d %(b)s' % {'a':1,'b':2}","'%.10d' % 5","'%#o' % 8","'%99999999999999999999d' % 1","'%.99999999999d' % 1","'%*s' % ('a',1)","'abc' % 1","'abc' % {}","'abc' % [1]","'{}'.format()","'{0}{}'.format(1)","'{}{0}'.format(1)","'{'.format()","'}'.format()","'{a}'.format()","'{a.b}'.format(a=1)","'{a[b]}'.format(a={'b':2})","'{0[0]}'.format([1])","'{!x}'.format(1)","'{!r:>5}'.format('a')","'{:{}}'.format('a',5)","'{:{:{}}}'.format(1,2,3)","'{0.}'.format(1)","'{0[}'.format(1)","'{0[]}'.format(1)","'{:d}'.format('a')","'{:s}'.format(1)","'{:.2d}'.format(1)","'{:z}'.format(1)","'{:q}'.format(1.0)","'{:q}'.format('a')","'{:=5}'.format('a')","'{:+}'.format('a')","'{:#}'.format('a')","'{:,}'.format('a')","'{:,_}'.format(1)","'{:,,}'.format(1)","'{:,x}'.format(1)","'{:_x}'.format(123456789)","'{:,.2f}'.format(1234567.891)","'{:010,}'.format(1234)","'{:+c}'.format(65)","'{:c}'.format(65)","'{:c}'.format(1114112)","'{:99999999999999999999}'.format(1)","'{:.99999999999999999999}'.format(1.0)","'{:.9999999999f}'.format(1.0)","'{:%}'.format(0.5)","'{:.1%}'.format(0.5)","'{:e}'.format(1)","'{:g}'.format(10**400)","'{:x}'.format(1.0)","'{:n}'.format(1234567)","'{:08.3f}'.format(-3.14159)","'{:#x}'.format(255)","'{:#010b}'.format(5)","'{:^10}'.format(3)","'{:*<10}'.format(1.5)","'{:.3}'.format(1234.5)","'{:}'.format(1e20)","'{:.0f}'.format(0.5)","'{:z.1f}'.format(-0.01)","'{:=+8d}'.format(5)","'{:.3}'.format('abcdef')","'{:5}'.format(True)","'{:d}'.format(True)","'{:5}'.format(None)","format(None,'')","format(None,'5')","format([], '5')","format(1j,'.2f')","format(1+2j,'>20')","format(1+2j,'=20')","format(1+2j,'020')","format(1+2j,'.3')","format(1+2j,'%')","format(1+2j,'g')","format(0.0001,'g')","format(1e-5,'g')","format(100000.0,'g')","format(1000000.0,'g')","format(1.0,'#g')","format(1.0,'#.0f')","format(1.0,'.0e')","format(float('nan'),'05')","format(float('inf'),'010.2f')","format(-float('inf'),'F')","format(1234567.0,',')","format(1234567.0,'_')","format(1.5,'s')","format(1,'.2f')","format('a','5d')","format(5,'5.')","format(5,'>')","format(5,'<<5')","format(3,'b')","format(-3,'#b')","format(3.0,'n')","format(5,' d')","format('a','05')","format('abc','<05')","format(5,'>05')","format(True,'')","format(2.5,'')","format(-0.0,'')","format(1e22,',')","format(123456.789,'12,.1f')","format(0.1,'.20f')","format(5,'08_b')","format(1234,'012_x')","format(1.0,'e')", "format(1,'zz')","format('x','zz')","format(1,'.d')","format(1, '5%')","format(12345.6789,'.3g')","format(1,'z')","format('a','z')","format(1.5,'z')","format(10**30,',')","format(10**30,'e')","format(2**64,'x')"]: t(s)
# expect: 'a'*2**62 -> MemoryError ()
# expect: 'ab'*2**62 -> OverflowError ('repeated string is too long',)
# expect: 'a'*10**20 -> OverflowError ("cannot fit 'int' into an index-sized integer",)
# expect: 'a'*1.5 -> TypeError ("can't multiply sequence by non-int of type 'float'",)
# expect: 'a'+1 -> TypeError ('can only concatenate str (not "int") to str',)
# expect: 'a'[5] -> IndexError ('string index out of range',)
# expect: 'a'['b'] -> TypeError ("string indices must be integers, not 'str'",)
# expect: 'a'[1.5] -> TypeError ("string indices must be integers, not 'float'",)
# expect: ''.join(5) -> TypeError ('can only join an iterable',)
# expect: ''.join([1]) -> TypeError ('sequence item 0: expected str instance, int found',)
# expect: 'a'.join(['b',2]) -> TypeError ('sequence item 1: expected str instance, int found',)
# expect: 'a'.replace(1,2) -> TypeError ('replace() argument 1 must be str, not int',)
# expect: 'a'.replace('a',2) -> TypeError ('replace() argument 2 must be str, not int',)
# expect: 'a'.split(1) -> TypeError ('must be str or None, not int',)
# expect: 'a'.split('') -> ValueError ('empty separator',)
# expect: 'a'.find(1) -> TypeError ('must be str, not int',)
# expect: 'a'.index('b') -> ValueError ('substring not found',)
# expect: 'a'.rindex('b') -> ValueError ('substring not found',)
# expect: 'a'.count(1) -> TypeError ('must be str, not int',)
# expect: 'a'.center() -> TypeError ('center expected at least 1 argument, got 0',)
# expect: 'a'.center(5,'ab') -> TypeError ('The fill character must be exactly one character long',)
# expect: 'a'.center('b') -> TypeError ("'str' object cannot be interpreted as an integer",)
# expect: 'a'.ljust(5,3) -> TypeError ('The fill character must be a unicode character, not int',)
# expect: 'a'.startswith(1) -> TypeError ('startswith first arg must be str or a tuple of str, not int',)
# expect: 'a'.startswith((1,)) -> TypeError ('tuple for startswith must only contain str, not int',)
# expect: 'a'.startswith(('b','a')) -> True
# expect: 'a'.endswith(1) -> TypeError ('endswith first arg must be str or a tuple of str, not int',)
# expect: 'a'.partition('') -> ValueError ('empty separator',)
# expect: 'a'.partition(1) -> TypeError ('must be str, not int',)
# expect: 'a'.strip(1) -> TypeError ('strip arg must be None or str',)
# expect: 'a'.zfill('a') -> TypeError ("'str' object cannot be interpreted as an integer",)
# expect: 'a'.expandtabs('a') -> TypeError ("'str' object cannot be interpreted as an integer",)
# expect: 'a'.encode('foo') -> LookupError ('unknown encoding: foo',)
# expect: 'é'.encode('ascii') -> UnicodeEncodeError ('ascii', 'é', 0, 1, 'ordinal not in range(128)')
# expect: 'éé'.encode('ascii') -> UnicodeEncodeError ('ascii', 'éé', 0, 2, 'ordinal not in range(128)')
# expect: '\ud800'.encode() -> UnicodeEncodeError ('utf-8', '\ud800', 0, 1, 'surrogates not allowed')
# expect: b'\xff'.decode() -> UnicodeDecodeError ('utf-8', b'\xff', 0, 1, 'invalid start byte')
# expect: b'\xc3'.decode() -> UnicodeDecodeError ('utf-8', b'\xc3', 0, 1, 'unexpected end of data')
# expect: b'\xe2\x82'.decode() -> UnicodeDecodeError ('utf-8', b'\xe2\x82', 0, 2, 'unexpected end of data')
# expect: b'\xe2\x82a'.decode() -> UnicodeDecodeError ('utf-8', b'\xe2\x82a', 0, 2, 'invalid continuation byte')
# expect: b'\xed\xa0\x80'.decode() -> UnicodeDecodeError ('utf-8', b'\xed\xa0\x80', 0, 1, 'invalid continuation byte')
# expect: b'\xc3\xa9'.decode('ascii') -> UnicodeDecodeError ('ascii', b'\xc3\xa9', 0, 1, 'ordinal not in range(128)')
# expect: b'a'.decode('utf-16') -> UnicodeDecodeError ('utf-16-le', b'a', 0, 1, 'truncated data')
# expect: b'\x00\xd8'.decode('utf-16-le') -> UnicodeDecodeError ('utf-16-le', b'\x00\xd8', 0, 2, 'unexpected end of data')
# expect: str(b'a') -> "b'a'"
# expect: str(b'a','utf8') -> 'a'
# expect: str(1,'utf8') -> TypeError ('decoding to str: need a bytes-like object, int found',)
# expect: 'a'.translate({97:None}) -> ''
# expect: 'a'.translate({97:'xyz'}) -> 'xyz'
# expect: 'a'.translate({97:1114112}) -> ValueError ('character mapping must be in range(0x110000)',)
# expect: str.maketrans('ab','c') -> ValueError ('the first two maketrans arguments must have equal length',)
# expect: str.maketrans('ab','cd','e') -> {97: 99, 98: 100, 101: None}
# expect: str.maketrans({'a':1,'bc':2}) -> ValueError ('string keys in translate table must be of length 1',)
# expect: str.maketrans(1) -> TypeError ('if you give only one argument to maketrans it must be a dict',)
# expect: 'a' in 5 -> TypeError ("argument of type 'int' is not iterable",)
# expect: 5 in 'a' -> TypeError ("'in <string>' requires string as left operand, not int",)
# expect: 'a'.__contains__(5) -> TypeError ("'in <string>' requires string as left operand, not int",)
# expect: 'a'.removeprefix(1) -> TypeError ('removeprefix() argument must be str, not int',)
# expect: 'a'.splitlines(1) -> ['a']
# expect: '%s' % () -> TypeError ('not enough arguments for format string',)
# expect: '%d' % 'a' -> TypeError ('%d format: a real number is required, not str',)
# expect: '%s %s' % (1,) -> TypeError ('not enough arguments for format string',)
# expect: '%s' % (1,2) -> TypeError ('not all arguments converted during string formatting',)
# expect: '%(a)s' % 1 -> TypeError ('format requires a mapping',)
# expect: '%(a)s' % {} -> KeyError ('a',)
# expect: '%q' % 1 -> ValueError ("unsupported format character 'q' (0x71) at index 1",)
# expect: '%' % 1 -> ValueError ('incomplete format',)
# expect: '%c' % 'ab' -> TypeError ('%c requires int or char',)
# expect: '%c' % 1114112 -> OverflowError ('%c arg not in range(0x110000)',)
# expect: '%c' % 1.5 -> TypeError ('%c requires int or char',)
# expect: '%x' % 1.5 -> TypeError ('%x format: an integer is required, not float',)
# expect: '%i' % 1.9 -> '1'
# expect: '%f' % 'a' -> TypeError ('must be real number, not str',)
# expect: '%*d' % (5,1) -> '    1'
# expect: '%-5d|' % 1 -> '1    |'
# expect: '%05d' % -1 -> '-0001'
# expect: '%+d' % 1 -> '+1'
# expect: '%x' % -255 -> '-ff'
# expect: '%#x' % 255 -> '0xff'
# expect: '%.3s' % 'abcdef' -> 'abc'
# expect: '%r' % 'a' -> "'a'"
# expect: '%a' % 'é' -> "'\\xe9'"
# expect: '%5.1f' % 3.14159 -> '  3.1'
# expect: '%e' % 12345.678 -> '1.234568e+04'
# expect: '%g' % 1e10 -> '1e+10'
# expect: '%%' % () -> '%'
# expect: '%s' % None -> 'None'
# expect: '%d' % 3.99 -> '3'
# expect: '%d' % None -> TypeError ('%d format: a real number is required, not NoneType',)
# expect: '%(a)d %(b)s' % {'a':1,'b':2} -> '1 2'
# expect: '%.10d' % 5 -> '0000000005'
# expect: '%#o' % 8 -> '0o10'
# expect: '%99999999999999999999d' % 1 -> ValueError ('width too big',)
# expect: '%.99999999999d' % 1 -> ValueError ('precision too big',)
# expect: '%*s' % ('a',1) -> TypeError ('* wants int',)
# expect: 'abc' % 1 -> TypeError ('not all arguments converted during string formatting',)
# expect: 'abc' % {} -> 'abc'
# expect: 'abc' % [1] -> 'abc'
# expect: '{}'.format() -> IndexError ('Replacement index 0 out of range for positional args tuple',)
# expect: '{0}{}'.format(1) -> ValueError ('cannot switch from manual field specification to automatic field numbering',)
# expect: '{}{0}'.format(1) -> ValueError ('cannot switch from automatic field numbering to manual field specification',)
# expect: '{'.format() -> ValueError ("Single '{' encountered in format string",)
# expect: '}'.format() -> ValueError ("Single '}' encountered in format string",)
# expect: '{a}'.format() -> KeyError ('a',)
# expect: '{a.b}'.format(a=1) -> AttributeError ("'int' object has no attribute 'b'",)
# expect: '{a[b]}'.format(a={'b':2}) -> '2'
# expect: '{0[0]}'.format([1]) -> '1'
# expect: '{!x}'.format(1) -> ValueError ('Unknown conversion specifier x',)
# expect: '{!r:>5}'.format('a') -> "  'a'"
# expect: '{:{}}'.format('a',5) -> 'a    '
# expect: '{:{:{}}}'.format(1,2,3) -> ValueError ('Max string recursion exceeded',)
# expect: '{0.}'.format(1) -> ValueError ('Empty attribute in format string',)
# expect: '{0[}'.format(1) -> ValueError ("expected '}' before end of string",)
# expect: '{0[]}'.format(1) -> ValueError ('Empty attribute in format string',)
# expect: '{:d}'.format('a') -> ValueError ("Unknown format code 'd' for object of type 'str'",)
# expect: '{:s}'.format(1) -> ValueError ("Unknown format code 's' for object of type 'int'",)
# expect: '{:.2d}'.format(1) -> ValueError ('Precision not allowed in integer format specifier',)
# expect: '{:z}'.format(1) -> ValueError ('Negative zero coercion (z) not allowed in integer format specifier',)
# expect: '{:q}'.format(1.0) -> ValueError ("Unknown format code 'q' for object of type 'float'",)
# expect: '{:q}'.format('a') -> ValueError ("Unknown format code 'q' for object of type 'str'",)
# expect: '{:=5}'.format('a') -> ValueError ("'=' alignment not allowed in string format specifier",)
# expect: '{:+}'.format('a') -> ValueError ('Sign not allowed in string format specifier',)
# expect: '{:#}'.format('a') -> ValueError ('Alternate form (#) not allowed in string format specifier',)
# expect: '{:,}'.format('a') -> ValueError ("Cannot specify ',' with 's'.",)
# expect: '{:,_}'.format(1) -> ValueError ("Cannot specify both ',' and '_'.",)
# expect: '{:,,}'.format(1) -> ValueError ("Cannot specify ',' with ','.",)
# expect: '{:,x}'.format(1) -> ValueError ("Cannot specify ',' with 'x'.",)
# expect: '{:_x}'.format(123456789) -> '75b_cd15'
# expect: '{:,.2f}'.format(1234567.891) -> '1,234,567.89'
# expect: '{:010,}'.format(1234) -> '00,001,234'
# expect: '{:+c}'.format(65) -> ValueError ("Sign not allowed with integer format specifier 'c'",)
# expect: '{:c}'.format(65) -> 'A'
# expect: '{:c}'.format(1114112) -> OverflowError ('%c arg not in range(0x110000)',)
# expect: '{:99999999999999999999}'.format(1) -> ValueError ('Too many decimal digits in format string',)
# expect: '{:.99999999999999999999}'.format(1.0) -> ValueError ('Too many decimal digits in format string',)
# expect: '{:.9999999999f}'.format(1.0) -> ValueError ('precision too big',)
# expect: '{:%}'.format(0.5) -> '50.000000%'
# expect: '{:.1%}'.format(0.5) -> '50.0%'
# expect: '{:e}'.format(1) -> '1.000000e+00'
# expect: '{:g}'.format(10**400) -> OverflowError ('int too large to convert to float',)
# expect: '{:x}'.format(1.0) -> ValueError ("Unknown format code 'x' for object of type 'float'",)
# expect: '{:n}'.format(1234567) -> '1234567'
# expect: '{:08.3f}'.format(-3.14159) -> '-003.142'
# expect: '{:#x}'.format(255) -> '0xff'
# expect: '{:#010b}'.format(5) -> '0b00000101'
# expect: '{:^10}'.format(3) -> '    3     '
# expect: '{:*<10}'.format(1.5) -> '1.5*******'
# expect: '{:.3}'.format(1234.5) -> '1.23e+03'
# expect: '{:}'.format(1e20) -> '1e+20'
# expect: '{:.0f}'.format(0.5) -> '0'
# expect: '{:z.1f}'.format(-0.01) -> '0.0'
# expect: '{:=+8d}'.format(5) -> '+      5'
# expect: '{:.3}'.format('abcdef') -> 'abc'
# expect: '{:5}'.format(True) -> '    1'
# expect: '{:d}'.format(True) -> '1'
# expect: '{:5}'.format(None) -> TypeError ('unsupported format string passed to NoneType.__format__',)
# expect: format(None,'') -> 'None'
# expect: format(None,'5') -> TypeError ('unsupported format string passed to NoneType.__format__',)
# expect: format([], '5') -> TypeError ('unsupported format string passed to list.__format__',)
# expect: format(1j,'.2f') -> '0.00+1.00j'
# expect: format(1+2j,'>20') -> '              (1+2j)'
# expect: format(1+2j,'=20') -> ValueError ("'=' alignment flag is not allowed in complex format specifier",)
# expect: format(1+2j,'020') -> ValueError ('Zero padding is not allowed in complex format specifier',)
# expect: format(1+2j,'.3') -> '(1+2j)'
# expect: format(1+2j,'%') -> ValueError ("Unknown format code '%' for object of type 'complex'",)
# expect: format(1+2j,'g') -> '1+2j'
# expect: format(0.0001,'g') -> '0.0001'
# expect: format(1e-5,'g') -> '1e-05'
# expect: format(100000.0,'g') -> '100000'
# expect: format(1000000.0,'g') -> '1e+06'
# expect: format(1.0,'#g') -> '1.00000'
# expect: format(1.0,'#.0f') -> '1.'
# expect: format(1.0,'.0e') -> '1e+00'
# expect: format(float('nan'),'05') -> '00nan'
# expect: format(float('inf'),'010.2f') -> '0000000inf'
# expect: format(-float('inf'),'F') -> '-INF'
# expect: format(1234567.0,',') -> '1,234,567.0'
# expect: format(1234567.0,'_') -> '1_234_567.0'
# expect: format(1.5,'s') -> ValueError ("Unknown format code 's' for object of type 'float'",)
# expect: format(1,'.2f') -> '1.00'
# expect: format('a','5d') -> ValueError ("Unknown format code 'd' for object of type 'str'",)
# expect: format(5,'5.') -> ValueError ('Format specifier missing precision',)
# expect: format(5,'>') -> '5'
# expect: format(5,'<<5') -> '5<<<<'
# expect: format(3,'b') -> '11'
# expect: format(-3,'#b') -> '-0b11'
# expect: format(3.0,'n') -> '3'
# expect: format(5,' d') -> ' 5'
# expect: format('a','05') -> 'a0000'
# expect: format('abc','<05') -> 'abc00'
# expect: format(5,'>05') -> '00005'
# expect: format(True,'') -> 'True'
# expect: format(2.5,'') -> '2.5'
# expect: format(-0.0,'') -> '-0.0'
# expect: format(1e22,',') -> '1e+22'
# expect: format(123456.789,'12,.1f') -> '   123,456.8'
# expect: format(0.1,'.20f') -> '0.10000000000000000555'
# expect: format(5,'08_b') -> '000_0101'
# expect: format(1234,'012_x') -> '00_0000_04d2'
# expect: format(1.0,'e') -> '1.000000e+00'
# expect: format(1,'zz') -> ValueError ("Unknown format code 'z' for object of type 'int'",)
# expect: format('x','zz') -> ValueError ("Unknown format code 'z' for object of type 'str'",)
# expect: format(1,'.d') -> ValueError ('Format specifier missing precision',)
# expect: format(1, '5%') -> '100.000000%'
# expect: format(12345.6789,'.3g') -> '1.23e+04'
# expect: format(1,'z') -> ValueError ('Negative zero coercion (z) not allowed in integer format specifier',)
# expect: format('a','z') -> ValueError ('Negative zero coercion (z) not allowed in string format specifier',)
# expect: format(1.5,'z') -> '1.5'
# expect: format(10**30,',') -> '1,000,000,000,000,000,000,000,000,000,000'
# expect: format(10**30,'e') -> '1.000000e+30'
# expect: format(2**64,'x') -> '10000000000000000'
