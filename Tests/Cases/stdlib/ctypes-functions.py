# Recorded from CPython 3.12.1.
import ctypes as C
from ctypes import *
def t(f):
    try: r=f(); print(repr(r))
    except Exception as e: print(type(e).__name__, e)
class P(Structure): _fields_=[('x',c_int),('n',c_char_p)]
class BE(BigEndianStructure): _fields_=[('a',c_uint16),('b',c_uint32)]
p=P(1,b'n')
libc=CDLL('libc.so.6'); libm=CDLL('libm.so.6')
print(libc.strlen(b'hello'),libc.abs(-5),libc.atoi(b'123'),libc.toupper(ord('a')))
libm.sqrt.restype=c_double; libm.sqrt.argtypes=[c_double]; print(libm.sqrt(2.0),libm.sqrt(9)); libm.pow.restype=c_double; libm.pow.argtypes=(c_double,c_double); print(libm.pow(2,10))
libm.powf.restype=c_float; libm.powf.argtypes=[c_float,c_float]; print(libm.powf(2,0.5))
for f in [lambda:libm.sqrt('x'),lambda:libm.sqrt(),lambda:libc.strlen(1.5),lambda:hasattr(libc,"nosuch"),lambda:CDLL('nolib.so'),lambda:setattr(libm.sqrt,'argtypes',5),lambda:setattr(libm.sqrt,'argtypes',[int]),lambda:setattr(libm.sqrt,'restype',5),lambda:libc['strlen'](b'abcd')]: t(f)
bf=create_string_buffer(50); print(libc.sprintf(bf,b'%d %s %.3f %c',5,b'str',c_double(3.14159),65),bf.value); print(libc.sprintf(bf,b'%d %d %d %d %d %d %d',1,2,3,4,5,6,7),bf.value)
libc.strchr.restype=c_char_p; libc.strchr.argtypes=[c_char_p,c_char]; print(libc.strchr(b'hello',b'l'),libc.strchr(b'hello',b'z')); t(lambda:libc.strchr('hello',b'l'))
CMP=CFUNCTYPE(c_int,POINTER(c_int),POINTER(c_int))
def cmp(a,b): return a[0]-b[0]
ar=(c_int*6)(5,1,4,2,9,-3); libc.qsort(ar,len(ar),sizeof(c_int),CMP(cmp)); print(list(ar))
libc.qsort.restype=None; print(libc.qsort(ar,6,4,CMP(lambda a,b:b[0]-a[0])),list(ar))
DD=CFUNCTYPE(c_double,c_double,c_int); dd=DD(lambda x,n:x*n); print(dd(1.5,4)); print(CFUNCTYPE(c_int,c_int) is CFUNCTYPE(c_int,c_int))
libc.time.restype=c_long; print(libc.time(None)>1e9); tv=c_long(); libc.time(byref(tv)); print(tv.value>1e9)
class DT(Structure): _fields_=[('quot',c_int),('rem',c_int)]
libc.getenv.restype=c_char_p; print(libc.getenv(b'NOPE_X')); 
l2=CDLL(None,use_errno=True); set_errno(0); print(l2.open(b'/nonexistent',0),get_errno(),set_errno(7),get_errno())
f=libc.abs; f.errcheck=lambda r,fn,args:(r,args); print(f(-3)); f2=CFUNCTYPE(c_int,c_int)(('abs',libc)); print(f2(-4)); t(lambda:f2()); t(lambda:f2('x')); print(cast(f2,c_void_p).value>0)
import ctypes.util; print(ctypes.util.find_library('c'),ctypes.util.find_library('m'),ctypes.util.find_library('nolib'))
import pickle,copy; t(lambda:pickle.loads(pickle.dumps(c_int(5)))); t(lambda:pickle.dumps(p)); print(copy.copy(BE(1,2)).b)
o=py_object([1]); print(o.value, o); print(isinstance(c_int(1),C._SimpleCData), issubclass(P,Structure))
print(libc.abs(c_long(-7)), libc.abs(True)); 
print(ARRAY(c_int,2).__name__); 
import ctypes.wintypes as w; print(w.DWORD, sizeof(w.RECT))
# expect: 5 5 123 65
# expect: 1.4142135623730951 3.0
# expect: 1024.0
# expect: 1.4142135381698608
# expect: ArgumentError argument 1: TypeError: must be real number, not str
# expect: TypeError this function takes at least 1 argument (0 given)
# expect: ArgumentError argument 1: TypeError: Don't know how to convert parameter 1
# expect: False
# expect: OSError nolib.so: cannot open shared object file: No such file or directory
# expect: TypeError _argtypes_ must be a sequence of types
# expect: TypeError item 1 in _argtypes_ has no from_param method
# expect: TypeError restype must be a type, a callable, or None
# expect: 4
# expect: 13 b'5 str 3.142 A'
# expect: 13 b'1 2 3 4 5 6 7'
# expect: b'llo' None
# expect: ArgumentError argument 1: TypeError: wrong type
# expect: [-3, 1, 2, 4, 5, 9]
# expect: None [9, 5, 4, 2, 1, -3]
# expect: 6.0
# expect: True
# expect: True
# expect: True
# expect: None
# expect: -1 2 2 7
# expect: (3, (-3,))
# expect: 4
# expect: TypeError this function takes at least 1 argument (0 given)
# expect: ArgumentError argument 1: TypeError: 'str' object cannot be interpreted as an integer
# expect: True
# expect: libc.so.6 libm.so.6 None
# expect: c_int(5)
# expect: ValueError ctypes objects containing pointers cannot be pickled
# expect: 2
# expect: [1] py_object([1])
# expect: True True
# expect: (7, (c_long(-7),)) (1, (True,))
# expect: c_int_Array_2
# expect: <class 'ctypes.c_ulong'> 32
