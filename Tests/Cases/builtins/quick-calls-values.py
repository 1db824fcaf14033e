# Recorded from CPython 3.11.7.
# Numbers, texts, instances and iterators likewise.
import math
print(math.sqrt(4), math.sqrt(True), math.sin(0), math.exp(0))
for f,x in ((math.sqrt,-1),(math.exp,1000),(math.acos,2),(math.sqrt,'a'),(math.sqrt,10**400)):
    try: print(f(x))
    except Exception as e: print(type(e).__name__, e)
print(math.sqrt(math.inf), math.atan(math.inf), math.sqrt(math.nan))
class A: pass
a,b=A(),A(); print(a==a,a==b,a!=b,a!=a, a in [b], [a,b].index(b))
class B(A):
    def __eq__(s,o): return True
print(a==B(), B()==a, a!=B(), A()!=A())
class C:
    def __ne__(s,o): return 'ne'
c=C(); print(c!=c, c==c, c!=C())
print(bool([]),bool([0]),bool(''),bool(0.0),bool(None),bool(a),bool(()),bool({}))
print(any([0,'',None]),any([]),all([]),all([1,[]]),any([[],[1]]),sum([1,2,2**63]),sum([True,2]),sum([]))
print('abc'.isalpha(),''.isalpha(),'aB1'.isalnum(),'A1'.isupper(),'1'.isupper(),'aé'.isalpha(),' \t\x1c'.isspace(),'\x85'.isspace())
print(' a b '.split(),'a,b,'.split(','),'a'.split('ab'),','.join(['x']),','.join(()),'-'.join(['é','b']))
try: 'a'.split('')
except ValueError as e: print(e)
try: ','.join([1])
except TypeError as e: print(e)
print('abc'.find('c'),'abc'.rfind('z'),'aXa'.count('a'),'abc'.count(''),'abc'.find(''),'abc'.rfind(''))
try: 'abc'.index('z')
except ValueError as e: print(e)
print('  x '.lstrip()+'|','  x '.rstrip()+'|','\u2003x\u2003'.strip()+'|','é '.rstrip()+'|')
t=(1,2,3,4); print(t[1:3],t[:],t[2:1],t[-3:-1],t[:100],t[::2],t[1:True+1])
print(str(1.5),str(1e20),str(-0.0),str(1e-5),repr(123456789.123456789),str(0.1+0.2),f'{1.5}',str(float('nan')),1e15,999999999999999.9)
print(iter([]).__class__,iter({}).__class__,iter({}.items()).__class__,iter(()).__class__)
print(next(iter([]),'d'),next(iter([5])),next((x for x in ()),3),next(iter({}.items()),4))
try: next(iter([]))
except StopIteration as e: print('stop',e.value)
print(type(1),type(type),type(a).__name__,hash('a')==hash('a'),hash(1),callable(print),callable(A),callable(1),callable(a))
# expect: 2.0 1.0 0.0 1.0
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: ValueError math domain error
# expect: TypeError must be real number, not str
# expect: OverflowError int too large to convert to float
# expect: inf 1.5707963267948966 nan
# expect: True False True False False 1
# expect: True True False True
# expect: ne True ne
# expect: False True False False False True False False
# expect: False False True False True 9223372036854775811 3 0
# expect: True False True True False True True True
# expect: ['a', 'b'] ['a', 'b', ''] ['a'] x  é-b
# expect: empty separator
# expect: sequence item 0: expected str instance, int found
# expect: 2 -1 2 4 0 3
# expect: substring not found
# expect: x |   x| x| é|
# expect: (2, 3) (1, 2, 3, 4) () (2, 3) (1, 2, 3, 4) (1, 3) (2,)
# expect: 1.5 1e+20 -0.0 1e-05 123456789.12345679 0.30000000000000004 1.5 nan 1000000000000000.0 999999999999999.9
# expect: <class 'list_iterator'> <class 'dict_keyiterator'> <class 'dict_itemiterator'> <class 'tuple_iterator'>
# expect: d 5 3 4
# expect: stop None
# expect: <class 'int'> <class 'type'> A True 1 True True False False
