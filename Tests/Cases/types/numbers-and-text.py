# Recorded from CPython 3.11.7.
import sys
def t(f):
    try: print(repr(f())[:300])
    except BaseException as e: print(type(e).__name__,e.args)
class MyInt(int):
    def __add__(self, o): return MyInt(int.__add__(self, o))
    def __repr__(self): return f'MyInt({int(self)})'
a=MyInt(5); print(a+1, 1+a, a*2, type(a*2), [10,20,30,40,50,60][a], a==5, hash(a)==hash(5), {5:'x'}[a], f'{a:04d}', '%d'%a, -a, abs(MyInt(-3)), bool(MyInt(0)), int(a), float(a), a.real, range(a), round(a), a<6, 6>a, a//2, divmod(a,2), a**2, 2**a, a&4, 1<<a, 'ab'*a, list(range(MyInt(3))), 'abcdef'[:a])
class MyFloat(float): pass
f=MyFloat(2.5); print(f, repr(f), f+1, type(f+1), f==2.5, hash(f)==hash(2.5), f'{f:.1f}', '%.2f'%f, int(f), round(f), f<3, 3>f, f*f, 1/f, divmod(f,1), f.is_integer(), str(f), [f], f.hex())
class MyStr(str):
    def shout(self): return self.upper()+'!'
s=MyStr('abc'); print(s, repr(s), s.shout(), type(s+'d'), s=='abc', hash(s)==hash('abc'), {'abc':1}[s], s[1], type(s[:]), f'{s:>5}', '%s'%s, s in 'xabcx', 'b' in s, ','.join([s,s]), len(s), list(s), type(str(s)), s.replace('a','b'), type(s.strip()))
class MyBytes(bytes): pass
b=MyBytes(b'xyz'); print(b, b[0], b+b'1', type(b[:]), b==b'xyz', {b'xyz':2}[b])
from_int = [int('0b1',0), int('1_000'), int(b' 12 '), int('ff',16), int(bytearray(b'7'))]; print(from_int)
print(10**25, -10**25, 2**64-1, 2**63, -2**63, (2**64)//3, (2**64)%1000, -(2**64)//3, -(2**70)%1000, (2**100)>>90, (-2**100)>>90, 2**100&2**99|1, ~2**70, 2**70^-1, (10**30)/(10**10), 10**30/7, 3**50, (-3)**51, pow(3,1000,10**9+7), 2**64==2.0**64, 2**64+1==2.0**64, 2**64+1>2.0**64, hash(2**64), hash(-2**64), 10**18*10**18, 9223372036854775807+1, -9223372036854775808-1, 9223372036854775807*2, -9223372036854775808//-1, -9223372036854775808%-1, abs(-9223372036854775808), -(-9223372036854775808))
print([round(x,n) for x in (2.675,1.005,1234.5678,-0.5,1e20,123456789.987) for n in (0,1,2,3,-1,-2)], round(2.5), round(-1.5), round(1e20), round(12345678901234567890,-5))
print([repr(x) for x in (0.1,1/3,1e100,1e-100,123456789012345.6,1e21,5e-324,1.7976931348623157e308,-0.0,100.0,1e5,0.00012345,2**53*1.0)])
print('%s %r %5d|%-5d|%05.2f %e %g %x %o %c %%' % ('a','b',3,4,3.14159,1e10,1e-5,255,8,'z'))
print(f'{3.14159:10.3f}|{42:>8}|{"x":^5}|{1000000:,}|{255:#x}|{0.5:.0%}|{1e10:g}|{"abc"!r:>7}')
print('{:>{w}.{p}f}'.format(2.5,w=8,p=2), '{a[0]} {b.real}'.format(a=[1],b=3))
print('héllo wörld'.title(), 'ÀÉÎ'.lower(), 'ß'.upper(), 'ß'.casefold(), 'Straße'.swapcase(), 'ǆ'.title(), 'ΑΣ'.lower(), 'İ'.lower(), 'ﬁ'.upper(), 'abc'.capitalize(), 'ÿ'.upper())
print('日本語'.encode(), '日本語'[1], '日本語'[::-1], len('😀a'), '😀a'[0], '😀'.encode('utf-16-le'), repr('\x00\x7f\x80\xad\u200b\ud800😀é'), ascii('é😀'), '٣'.isdigit(), '²'.isdigit(), '²'.isdecimal(), '½'.isnumeric(), '五'.isnumeric(), 'ª'.isalpha(), '_a1'.isidentifier(), '1a'.isidentifier(), 'é'.isidentifier())
print('a,b,,c'.split(','), ' a  b '.split(), 'a b c d'.split(None,2), 'a b c d'.rsplit(None,2), 'a\r\nb\nc\x0bd'.splitlines(), 'a\r\nb\n'.splitlines(True), ''.split(), ''.split(','), 'abcabc'.rfind('c'), 'aXbXc'.rsplit('X',1), 'a-b-c'.partition('-'), 'a-b-c'.rpartition('-'), 'xx'.partition('-'))
print('a\tb\tcc\td'.expandtabs(4), 'abc'.center(10,'*'), 'abc'.center(6), 'ab'.center(5), '-5'.zfill(5), 'abc'.ljust(5,'.'), 'aaa'.replace('a','b',2), 'abc'.replace('','-'), 'aaaa'.count('aa'), ''.count(''), 'abc'.count(''), 'abc'.find('',3), 'abc'.find('',4), 'abc'.find('c',-1), 'abc'.startswith('b',1), 'abc'.startswith(('x','a')), 'abc'.endswith('c',0,3))
print(sorted(['b','A','a','é','Z','日']), 'a'<'b', 'a'<'ab', 'é'>'z', 'abc'=='abc', 'abc'!='abd', max('abc','abd'))
print('%r %s' % (b'a\xff', bytearray(b'q')), bytes(range(5)), b'abc'[::-1], bytearray(b'abc')+b'd', b'%d %s' % (5,b'x'), b'a'*3, bytes.fromhex('00ff'), b'\x00\xff'.hex(), list(b'ab'), b'abc'.find(b'c'), b'A b'.lower(), bytes('é','latin-1'))
ba=bytearray(b'hello'); ba[0]=72; ba[1:3]=b'EL'; ba.append(33); ba+=b'!'; del ba[0]; print(ba, ba.pop(), len(ba), ba==b'ELlo!', bytes(ba)); m=memoryview(ba); m[0]=65; print(ba, m[1:3].tolist(), m.nbytes)
print(complex(1,2)*complex(3,4), complex('1e3-2.5j'), complex('j'), complex('-j'), abs(3+4j), (1+2j).conjugate(), 1j**0.5, (2+0j)==2, hash(2+0j)==hash(2), -(1+1j), 1j.imag, complex(1.5), f'{1+2j:.2f}', (1+2j)/(3-1j), repr(1e20j), complex(-0.0,-0.0))
print((255).to_bytes(2,'little'), (-1).to_bytes(2,'big',signed=True), (128).to_bytes(1,'big'), int.from_bytes(b'\xff\x00','big'), int.from_bytes(b'\xff\xff','big',signed=True), (10**30).to_bytes(13,'big'), int.from_bytes(b'','big'), (-128).to_bytes(1,'big',signed=True))
t(lambda:(128).to_bytes(1,'big',signed=True)); t(lambda:(-129).to_bytes(1,'big',signed=True)); t(lambda:(0).to_bytes(0,'big'))
print((0.1).as_integer_ratio(), (1e300).hex(), (5e-324).hex(), float.fromhex('-0x1p-1074'), float.fromhex('inf'), (3.0).is_integer(), 1.5.__floor__(), 7 .bit_length(), (2**100).bit_length(), (2**70-1).bit_count())
print('abc'.translate(str.maketrans('ab','xy','c')), 'hello %(n)05d %(s)-6s|' % {'n':42,'s':'hi'}, '%c%c' % (65,'B'), '%5s|%-5s|%.2s' % ('a','b','cde'), '%+.1e' % 12345.678, '%#.3g' % 1.0, '% d' % 5, '%i' % True, '%s' % 1.0, '%s' % None, '%s' % [1,'a'])
for x in ('1e400','-inf','nan',' 1.5 ','1_0.5','.5','5.','1e5','+1','0x1','1e','','--1','infinit','1 2'): t(lambda: float(x))
t(lambda: 'a'.foo); t(lambda: int('9'*4300)%7); t(lambda: str(10**4299)[:5]); t(lambda: len(str(10**4299)))
print(1e308*10, -1e308*10, 1e308*10-1e308*10, 0.0==-0.0, float('nan')!=float('nan'), 1<1.5<2, 2**53==2.0**53, 2**53+1==float(2**53), True==1.0, 10**400>1e308, -10**400<float('-inf'))
print("it's", repr("it's"), repr('a"b'), repr('''a'b"c'''), repr('\\'), repr('\t\n\r'), str(b'x'), "%a" % "é")
x=''
for i in range(1000): x+=str(i)
print(len(x), hash(x)==hash(''.join(str(i) for i in range(1000))))
# expect: MyInt(6) 6 10 <class 'int'> 60 True True x 0005 5 -5 3 False 5 5.0 5 range(0, 5) 5 True True 2 (2, 1) 25 32 4 32 ababababab [0, 1, 2] abcde
# expect: 2.5 2.5 3.5 <class 'float'> True True 2.5 2.50 2 2 True True 6.25 0.4 (2.0, 0.5) False 2.5 [2.5] 0x1.4000000000000p+1
# expect: abc 'abc' ABC! <class 'str'> True True 1 b <class 'str'>   abc abc True True abc,abc 3 ['a', 'b', 'c'] <class 'str'> bbc <class 'str'>
# expect: b'xyz' 120 b'xyz1' <class 'bytes'> True 2
# expect: [1, 1000, 12, 255, 7]
# expect: 10000000000000000000000000 -10000000000000000000000000 18446744073709551615 9223372036854775808 -9223372036854775808 6148914691236517205 616 -6148914691236517206 576 1024 -1024 1 -1180591620717411303425 -1180591620717411303425 1e+20 1.4285714285714285e+29 717897987691852588770249 -2153693963075557766310747 56888193 True False True 8 -8 1000000000000000000000000000000000000 9223372036854775808 -9223372036854775809 18446744073709551614 9223372036854775808 0 9223372036854775808 9223372036854775808
# expect: [3.0, 2.7, 2.67, 2.675, 0.0, 0.0, 1.0, 1.0, 1.0, 1.005, 0.0, 0.0, 1235.0, 1234.6, 1234.57, 1234.568, 1230.0, 1200.0, -0.0, -0.5, -0.5, -0.5, -0.0, -0.0, 1e+20, 1e+20, 1e+20, 1e+20, 1e+20, 1e+20, 123456790.0, 123456790.0, 123456789.99, 123456789.987, 123456790.0, 123456800.0] 2 -2 100000000000000000000 12345678901234600000
# expect: ['0.1', '0.3333333333333333', '1e+100', '1e-100', '123456789012345.6', '1e+21', '5e-324', '1.7976931348623157e+308', '-0.0', '100.0', '100000.0', '0.00012345', '9007199254740992.0']
# expect: a 'b'     3|4    |03.14 1.000000e+10 1e-05 ff 10 z %
# expect:      3.142|      42|  x  |1,000,000|0xff|50%|1e+10|  'abc'
# expect:     2.50 1 3
# expect: Héllo Wörld àéî SS ss sTRASSE ǅ ας i̇ FI Abc Ÿ
# expect: b'\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e' 本 語本日 2 😀 b'=\xd8\x00\xde' '\x00\x7f\x80\xad\u200b\ud800😀é' '\xe9\U0001f600' True True False True True True True False True
# expect: ['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b', 'c d'] ['a b', 'c', 'd'] ['a', 'b', 'c', 'd'] ['a\r\n', 'b\n'] [] [''] 5 ['aXb', 'c'] ('a', '-', 'b-c') ('a-b', '-', 'c') ('xx', '', '')
# expect: a   b   cc  d ***abc****  abc     ab  -0005 abc.. bba -a-b-c- 2 1 4 3 -1 2 True True True
# expect: ['A', 'Z', 'a', 'b', 'é', '日'] True True True True True abd
# expect: b'a\xff' bytearray(b'q') b'\x00\x01\x02\x03\x04' b'cba' bytearray(b'abcd') b'5 x' b'aaa' b'\x00\xff' 00ff [97, 98] 2 b'a b' b'\xe9'
# expect: bytearray(b'ELlo!') 33 5 True b'ELlo!'
# expect: bytearray(b'ALlo!') [76, 108] 5
# expect: (-5+10j) (1000-2.5j) 1j -1j 5.0 (1-2j) (0.7071067811865476+0.7071067811865475j) True True (-1-1j) 1.0 (1.5+0j) 1.00+2.00j (0.1+0.7000000000000001j) 1e+20j (-0-0j)
# expect: b'\xff\x00' b'\xff\xff' b'\x80' 65280 -1 b'\x0c\x9f,\x9c\xd0Ft\xed\xea@\x00\x00\x00' 0 b'\x80'
# expect: OverflowError ('int too big to convert',)
# expect: OverflowError ('int too big to convert',)
# expect: b''
# expect: (3602879701896397, 36028797018963968) 0x1.7e43c8800759cp+996 0x0.0000000000001p-1022 -5e-324 inf True 1 3 101 70
# expect: xy hello 00042 hi    | AB     a|b    |cd +1.2e+04 1.00  5 1 1.0 None [1, 'a']
# expect: inf
# expect: -inf
# expect: nan
# expect: 1.5
# expect: 10.5
# expect: 0.5
# expect: 5.0
# expect: 100000.0
# expect: 1.0
# expect: ValueError ("could not convert string to float: '0x1'",)
# expect: ValueError ("could not convert string to float: '1e'",)
# expect: ValueError ("could not convert string to float: ''",)
# expect: ValueError ("could not convert string to float: '--1'",)
# expect: ValueError ("could not convert string to float: 'infinit'",)
# expect: ValueError ("could not convert string to float: '1 2'",)
# expect: AttributeError ("'str' object has no attribute 'foo'",)
# expect: 3
# expect: '10000'
# expect: 4300
# expect: inf -inf nan True True True True False True True False
# expect: it's "it's" 'a"b' 'a\'b"c' '\\' '\t\n\r' b'x' '\xe9'
# expect: 2890 True
