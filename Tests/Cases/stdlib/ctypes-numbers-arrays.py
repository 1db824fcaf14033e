# Recorded from CPython 3.12.1.
import ctypes as C
from ctypes import *
def t(f):
    try: r=f(); print(repr(r))
    except Exception as e: print(type(e).__name__, e)
# numbers
for n in ['c_bool','c_char','c_byte','c_ubyte','c_short','c_ushort','c_int','c_uint','c_long','c_ulong','c_float','c_double','c_char_p','c_wchar_p','c_void_p','c_wchar','c_size_t','c_int64','c_uint8']:
    T=getattr(C,n); print(n,T.__name__,sizeof(T),alignment(T),T())
for T,v in [(c_int,2**40+5),(c_int,-1),(c_uint,-1),(c_byte,200),(c_ubyte,300),(c_short,70000),(c_long,2**63),(c_float,1.1),(c_double,1.1),(c_bool,7),(c_bool,''),(c_char,b'x'),(c_char,65),(c_wchar,'é'),(c_float,1e300),(c_double,3),(c_int,True)]: t(lambda:T(v))
for T,v in [(c_int,'x'),(c_int,1.5),(c_int,None),(c_double,'x'),(c_char,b'xy'),(c_char,'x'),(c_char,300),(c_wchar,'xy'),(c_wchar,5),(c_char_p,'x'),(c_char_p,1.5),(c_void_p,'x'),(c_void_p,1.5),(c_wchar_p,b'x'),(c_float,None),(c_bool,None)]: t(lambda:T(v))
x=c_int(5); x.value=7; print(x,x.value,bool(x),bool(c_int(0)),x==c_int(7)); t(lambda:setattr(x,'value','q'))
t(lambda:c_int(1,2)); t(lambda:c_char_p(b'abc').value); t(lambda:c_char_p(b'ab\0c').value); t(lambda:c_void_p(16)); t(lambda:c_void_p(0).value)
class MyInt(c_int): pass
m=MyInt(3); print(type(m).__name__,m.value,repr(m)[:18])
# arrays
A=c_int*3; a=A(1,2,3); print(A.__name__,list(a),a[0],a[-1],a[0:2],len(a),sizeof(a),A._type_,A._length_); a[1]=9; a[0:2]=[5,6]; print(list(a))
for f in [lambda:a[3],lambda:a['x'],lambda:A(1,2,3,4),lambda:a.__setitem__(0,'x'),lambda:c_int*-1,lambda:a.__setitem__(slice(0,2),[1]),lambda:a.value,lambda:c_int*'x',lambda:(c_int*2)(*'ab')]: t(f)
print(A is c_int*3, (c_int*2*2).__name__, [list(r) for r in ((c_int*2)*2)((1,2),(3,4))], 3*c_int is A)
s=create_string_buffer(b'hello'); print(s.value,s.raw,len(s),s[0],s[0:3]); s.value=b'hi'; print(s.raw,s.value); t(lambda:setattr(s,'value',b'toolongvalue')); t(lambda:setattr(s,'value','x')); s.raw=b'abc'; print(s.raw)
s=create_string_buffer(4); print(s.raw); t(lambda:create_string_buffer('x')); u=create_unicode_buffer('héllo'); print(u.value,len(u),sizeof(u),u[0:3])
print(create_string_buffer(b'abc',10).raw)
print(bytes(a), memoryview(a).nbytes, bytearray(c_short(258)))
# expect: c_bool c_bool 1 1 c_bool(False)
# expect: c_char c_char 1 1 c_char(b'\x00')
# expect: c_byte c_byte 1 1 c_byte(0)
# expect: c_ubyte c_ubyte 1 1 c_ubyte(0)
# expect: c_short c_short 2 2 c_short(0)
# expect: c_ushort c_ushort 2 2 c_ushort(0)
# expect: c_int c_int 4 4 c_int(0)
# expect: c_uint c_uint 4 4 c_uint(0)
# expect: c_long c_long 8 8 c_long(0)
# expect: c_ulong c_ulong 8 8 c_ulong(0)
# expect: c_float c_float 4 4 c_float(0.0)
# expect: c_double c_double 8 8 c_double(0.0)
# expect: c_char_p c_char_p 8 8 c_char_p(None)
# expect: c_wchar_p c_wchar_p 8 8 c_wchar_p(None)
# expect: c_void_p c_void_p 8 8 c_void_p(None)
# expect: c_wchar c_wchar 4 4 c_wchar('\x00')
# expect: c_size_t c_ulong 8 8 c_ulong(0)
# expect: c_int64 c_long 8 8 c_long(0)
# expect: c_uint8 c_ubyte 1 1 c_ubyte(0)
# expect: c_int(5)
# expect: c_int(-1)
# expect: c_uint(4294967295)
# expect: c_byte(-56)
# expect: c_ubyte(44)
# expect: c_short(4464)
# expect: c_long(-9223372036854775808)
# expect: c_float(1.100000023841858)
# expect: c_double(1.1)
# expect: c_bool(True)
# expect: c_bool(False)
# expect: c_char(b'x')
# expect: c_char(b'A')
# expect: c_wchar('é')
# expect: c_float(inf)
# expect: c_double(3.0)
# expect: c_int(1)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: TypeError must be real number, not str
# expect: TypeError one character bytes, bytearray or integer expected
# expect: TypeError one character bytes, bytearray or integer expected
# expect: TypeError one character bytes, bytearray or integer expected
# expect: TypeError one character unicode string expected
# expect: TypeError unicode string expected instead of int instance
# expect: TypeError bytes or integer address expected instead of str instance
# expect: TypeError bytes or integer address expected instead of float instance
# expect: TypeError cannot be converted to pointer
# expect: TypeError cannot be converted to pointer
# expect: TypeError unicode string or integer address expected instead of bytes instance
# expect: TypeError must be real number, not NoneType
# expect: c_bool(False)
# expect: c_int(7) 7 True False False
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError __init__ expected at most 1 argument, got 2
# expect: b'abc'
# expect: b'ab'
# expect: c_void_p(16)
# expect: None
# expect: MyInt 3 <MyInt object at 0
# expect: c_int_Array_3 [1, 2, 3] 1 3 [1, 2] 3 12 <class 'ctypes.c_int'> 3
# expect: [5, 6, 3]
# expect: IndexError invalid index
# expect: TypeError indices must be integers
# expect: IndexError invalid index
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError Array length must be >= 0, not -1
# expect: ValueError Can only assign sequence of same size
# expect: AttributeError 'c_int_Array_3' object has no attribute 'value'
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: True c_int_Array_2_Array_2 [[1, 2], [3, 4]] True
# expect: b'hello' b'hello\x00' 6 b'h' b'hel'
# expect: b'hi\x00lo\x00' b'hi'
# expect: ValueError byte string too long
# expect: TypeError bytes expected instead of str instance
# expect: b'abclo\x00'
# expect: b'\x00\x00\x00\x00'
# expect: TypeError x
# expect: héllo 6 24 hél
# expect: b'abc\x00\x00\x00\x00\x00\x00\x00'
# expect: b'\x05\x00\x00\x00\x06\x00\x00\x00\x03\x00\x00\x00' 12 bytearray(b'\x02\x01')
