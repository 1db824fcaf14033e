# Recorded from CPython 3.12.1.
import ctypes as C
from ctypes import *
def t(f):
    try: r=f(); print(repr(r))
    except Exception as e: print(type(e).__name__, e)
# structures
class P(Structure): _fields_=[('x',c_int),('y',c_double),('n',c_char_p)]
p=P(1,2.5,b'name'); print(p.x,p.y,p.n,sizeof(P),P.x,P.y,P.n,P.y.offset,P.y.size); p.x=8; p.n=None; print(p.x,p.n); print(P(y=4).y,P().n)
for f in [lambda:P(1,2,b'',4),lambda:P(1,x=2),lambda:setattr(p,'x','a'),lambda:P(z=3).z,lambda:P('a')]: t(f)
class B(Structure): _fields_=[('a',c_uint,3),('b',c_uint,5),('c',c_int,4),('d',c_ubyte)]
b=B(9,33,-3,255); print(b.a,b.b,b.c,b.d,sizeof(B),B.a,B.b,B.c,B.d); b.c=7; print(b.c); b.c=8; print(b.c)
class Q(Structure): _fields_=[('p',P),('arr',c_short*4),('next',c_void_p)]
q=Q(P(1,2,b'z'),(c_short*4)(1,2,3,4)); print(q.p.x,list(q.arr),q.next,sizeof(Q)); q.p.x=77; print(q.p.x); q.arr[2]=9; print(list(q.arr)); q.arr=(c_short*4)(4,3,2,1); print(list(q.arr)); r=q.p; r.y=1.25; print(q.p.y)
class K(Structure): _pack_=1; _fields_=[('a',c_char),('b',c_int),('c',c_double)]
print(sizeof(K),K.b.offset,alignment(K))
class U(Union): _fields_=[('i',c_int),('f',c_float),('b',c_ubyte*4)]
z=U(i=1065353216); print(z.f,list(z.b),sizeof(U)); z.b[3]=0; print(z.i)
class V(Structure): _anonymous_=('u',); _fields_=[('t',c_int),('u',U)]
v=V(); v.i=5; print(v.u.i,v.f>0,V.i.offset)
class Node(Structure): pass
Node._fields_=[('v',c_int),('next',POINTER(Node))]
n2=Node(2,None); n1=Node(1,pointer(n2)); print(n1.next.contents.v, bool(n2.next), sizeof(Node)); t(lambda:n2.next.contents); t(lambda:n2.next[0])
class Sub(P): _fields_=[('w',c_int)]
print(sizeof(Sub),Sub.w.offset,Sub(1,2.0,b'q',4).w)
class BE(BigEndianStructure): _fields_=[('a',c_uint16),('b',c_uint32)]
print(bytes(BE(1,2)),BE(1,2).b,BE.__name__)
t(lambda:type('X',(Structure,),{'_fields_':[('a',int)]})); t(lambda:type('X',(Structure,),{'_fields_':[('a',)]})); t(lambda:type('X',(Structure,),{'_fields_':5}))
# pointers
i=c_int(42); pi=pointer(i); print(pi.contents,pi[0],type(pi).__name__,POINTER(c_int) is type(pi),bool(pi),bool(POINTER(c_int)())); pi[0]=5; print(i); pi.contents=c_int(8); print(pi[0],i.value)
arr=(c_int*5)(1,2,3,4,5); pa=cast(arr,POINTER(c_int)); print(pa[0],pa[4],pa[1:4],pa[:3]); pc=cast(b'hello',c_char_p); print(pc.value); vp=cast(arr,c_void_p); print(vp.value==addressof(arr)); print(cast(vp,POINTER(c_int))[2])
for f in [lambda:pointer(5),lambda:POINTER(int),lambda:byref(5),lambda:cast(5.5,c_void_p),lambda:cast(arr,c_int),lambda:addressof(5),lambda:sizeof(5),lambda:sizeof(Structure),lambda:alignment(3),lambda:pa['x'],lambda:pa[1:]]: t(f)
print(POINTER(c_int).__name__,POINTER(None) is c_void_p,repr(byref(i))[:12])
print(string_at(b'abc'),string_at(addressof(arr),4),wstring_at('héy'),string_at(arr,8))
d=create_string_buffer(8); memmove(d,b'abcdef',6); print(d.raw); memset(d,65,3); print(d.raw)
print(c_int.from_buffer_copy(b'\1\0\0\0').value, P.from_buffer_copy(bytes(24)).y); ba=bytearray(8); fb=(c_int*2).from_buffer(ba); fb[1]=7; print(ba); t(lambda:ba.append(1)); t(lambda:c_int.from_buffer(b'1234')); t(lambda:c_int.from_buffer(bytearray(2))); t(lambda:c_int.from_buffer_copy(b'1')); t(lambda:c_int.from_buffer(ba,-1)); print(c_int.from_address(addressof(i)).value)
# expect: 1 2.5 b'name' 24 <Field type=c_int, ofs=0, size=4> <Field type=c_double, ofs=8, size=8> <Field type=c_char_p, ofs=16, size=8> 8 8
# expect: 8 None
# expect: 4.0 None
# expect: TypeError too many initializers
# expect: TypeError duplicate values for field 'x'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: 3
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: 1 1 -3 255 8 <Field type=c_uint, ofs=0:0, bits=3> <Field type=c_uint, ofs=0:3, bits=5> <Field type=c_int, ofs=0:8, bits=4> <Field type=c_ubyte, ofs=4, size=1>
# expect: 7
# expect: -8
# expect: 1 [1, 2, 3, 4] None 40
# expect: 77
# expect: [1, 2, 9, 4]
# expect: [4, 3, 2, 1]
# expect: 1.25
# expect: 13 1 1
# expect: 1.0 [0, 0, 128, 63] 4
# expect: 8388608
# expect: 5 True 4
# expect: 2 False 16
# expect: ValueError NULL pointer access
# expect: ValueError NULL pointer access
# expect: 32 24 4
# expect: b'\x00\x01\x00\x00\x00\x00\x00\x02' 2 BE
# expect: TypeError second item in _fields_ tuple (index 0) must be a C type
# expect: TypeError '_fields_' must be a sequence of (name, C type) pairs
# expect: TypeError '_fields_' must be a sequence of pairs
# expect: c_int(42) 42 LP_c_int True True False
# expect: c_int(5)
# expect: 8 5
# expect: 1 5 [2, 3, 4] [1, 2, 3]
# expect: b'hello'
# expect: True
# expect: 3
# expect: TypeError _type_ must have storage info
# expect: TypeError _type_ must have storage info
# expect: TypeError byref() argument must be a ctypes instance, not 'int'
# expect: ArgumentError argument 1: TypeError: wrong type
# expect: TypeError cast() argument 2 must be a pointer type, not c_int
# expect: TypeError invalid type
# expect: TypeError this type has no size
# expect: TypeError this type has no size
# expect: TypeError no alignment info
# expect: TypeError Pointer indices must be integer
# expect: ValueError slice stop is required
# expect: LP_c_int True <cparam 'P' 
# expect: b'abc' b'\x01\x00\x00\x00' héy b'\x01\x00\x00\x00\x02\x00\x00\x00'
# expect: b'abcdef\x00\x00'
# expect: b'AAAdef\x00\x00'
# expect: 1 0.0
# expect: bytearray(b'\x00\x00\x00\x00\x07\x00\x00\x00')
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: TypeError underlying buffer is not writable
# expect: ValueError Buffer size too small (2 instead of at least 4 bytes)
# expect: ValueError Buffer size too small (1 instead of at least 4 bytes)
# expect: ValueError offset cannot be negative
# expect: 5
