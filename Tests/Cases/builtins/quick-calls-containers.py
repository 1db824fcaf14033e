# Recorded from CPython 3.11.7.
# Builtins and methods of containers in odd uses: what is answered quickly and what is not must look alike.
print(list(zip([1,2],(3,4))), list(zip('ab',{1:2,3:4})), list(zip([1,2],[3],strict=False)))
try: list(zip([1,2],[3],strict=True))
except ValueError as e: print(e)
try: zip([1],2)
except TypeError as e: print(e)
try: zip(2,[1])
except TypeError as e: print(e)
print(sorted([3,1,2],key=lambda v:-v), sorted([3,1,2],reverse=True), sorted(['b','a'],key=len), sorted([1,1.0,True],key=float), sorted([2.0,-0.0,0.0]), sorted([0.0,-0.0],reverse=True))
print(sorted([3,1,'a'] [:2]), sorted((3,1)), sorted({3,1}), sorted([float('nan'),1.0,0.0]))
try: sorted([3,'a'])
except TypeError as e: print(e)
print([1,2]+[3], [1]*3, 'ab'*3, 'é'*4, ''*5, 'ab'*0, 'ab'*-1, (1,)+(2,), [1]*0)
l=[1]; l+=[2]; l*=2; print(l)
d={'a':1,'b':2}
v=d.items(); d['c']=3; print(v, list(v), len(v), ('a',1) in v, v & {('a',1)})
it=iter(d); next(it); d['z']=1
try: next(it)
except RuntimeError as e: print(e)
print(list(d), list(d.keys()), list(d.values()), list(enumerate(d)), list(enumerate(d.items(),5)))
print(d.pop('a'), d.pop('q',None), d.pop('q',7))
try: d.pop('q')
except KeyError as e: print('KeyError',e)
try: d.pop([])
except TypeError as e: print(e)
s={1,2}; s.discard(5); s.remove(1); print(s)
try: s.remove('x')
except KeyError as e: print(e)
l=[3,'a',2.0,None,'b']; print(l.index('b'),l.count('a'),l.index(None),l.index(2)); l.remove('a'); l.insert(-1,9); l.insert(100,8); l.insert(-100,7); print(l)
try: l.index('zz')
except ValueError as e: print(e)
try: l.remove(99)
except ValueError as e: print(e)
class E(int):
    def __eq__(s,o): return True
    def __hash__(s): return 1
print([1,2].index(E(5)), [E(5),2].index(7), [E(1)].count('x'))
x=[5,4]; print(x.sort(),x); x=['b',1]
try: x.sort()
except TypeError as e: print(e, x)
u={1:1}.copy(); u.update({2:2}); u.update(a=3); u.update([(4,4)]); print(u)
# expect: [(1, 3), (2, 4)] [('a', 1), ('b', 3)] [(1, 3)]
# expect: zip() argument 2 is shorter than argument 1
# expect: 'int' object is not iterable
# expect: 'int' object is not iterable
# expect: [3, 2, 1] [3, 2, 1] ['b', 'a'] [1, 1.0, True] [-0.0, 0.0, 2.0] [0.0, -0.0]
# expect: [1, 3] [1, 3] [1, 3] [nan, 0.0, 1.0]
# expect: '<' not supported between instances of 'str' and 'int'
# expect: [1, 2, 3] [1, 1, 1] ababab éééé    (1, 2) []
# expect: [1, 2, 1, 2]
# expect: dict_items([('a', 1), ('b', 2), ('c', 3)]) [('a', 1), ('b', 2), ('c', 3)] 3 True {('a', 1)}
# expect: dictionary changed size during iteration
# expect: ['a', 'b', 'c', 'z'] ['a', 'b', 'c', 'z'] [1, 2, 3, 1] [(0, 'a'), (1, 'b'), (2, 'c'), (3, 'z')] [(5, ('a', 1)), (6, ('b', 2)), (7, ('c', 3)), (8, ('z', 1))]
# expect: 1 None 7
# expect: KeyError 'q'
# expect: unhashable type: 'list'
# expect: {2}
# expect: 'x'
# expect: 4 1 3 2
# expect: [7, 3, 2.0, None, 9, 'b', 8]
# expect: 'zz' is not in list
# expect: list.remove(x): x not in list
# expect: 0 0 1
# expect: None [4, 5]
# expect: '<' not supported between instances of 'int' and 'str' ['b', 1]
# expect: {1: 1, 2: 2, 'a': 3, 4: 4}
