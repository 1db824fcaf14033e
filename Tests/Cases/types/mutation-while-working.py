# Recorded from CPython 3.11.7.
# list mutated in sort / repr / compare / extend
l = [3,2,1]*10
class K:
    def __init__(s,v): s.v=v
    def __lt__(s,o):
        l2.clear(); return s.v<o.v
l2 = [K(i%7) for i in range(30)]
try: l2.sort(); print("sorted")
except ValueError as e: print(e)
class Rp:
    def __repr__(s): ls.clear(); return "x"
ls = [Rp() for _ in range(5)]
print(repr(ls))
ls = [Rp() for _ in range(5)]
print(str({1: ls}))
class Eq:
    def __eq__(s,o): lq.clear(); return False
lq = [Eq() for _ in range(5)]
print(lq == [1]*5, Eq() in lq)
lq = [Eq() for _ in range(5)]
try: print(lq.index(7))
except ValueError as e: print(e)
lq = [Eq() for _ in range(5)]
print(lq.count(7))
lq = [Eq() for _ in range(5)]
try: lq.remove(7)
except ValueError as e: print(e)
# iterator that mutates
def itr():
    for i in range(5):
        lx.append(i)
        if i == 3: lx.clear()
        yield i
lx = [1,2,3]
lx.extend(itr()); print(lx)
lx = [1,2,3]
lx[0:2] = itr(); print(lx)
lx = list(range(100)); 
class Ix:
    def __index__(s): lx.clear(); return 3
lx[Ix():Ix()] = [1]
try: print(lx[Ix()])
except IndexError as e: print(e)
lx = list(range(100))
try: lx[Ix()] = 4
except IndexError as e: print(e)
lx = list(range(100)); print(lx.insert(Ix(), 1), lx)
lx = list(range(100))
try: print(lx.pop(Ix()))
except IndexError as e: print(e)
lx = list(range(100)); del lx[5:Ix()]; print(lx)
lx = list(range(10)); print(lx * Ix(), lx)
# release during overwrite
class D:
    def __del__(s): lz.clear()
lz = [D(), D(), D()]
lz[0] = 1; print(lz)
lz = [D(), D(), D()]
lz.pop(); print(lz)
lz = [D(), D(), D()]
lz[:] = []; print(lz)
lz = {1: D()}
lz[1] = 2; print(lz)
lz = {1: D(), 2: D()}
del lz[1]; print(lz)
lz = {1: D(), 2: D()}
lz.update({1: 5, 2: 6}); print(lz)
lz = {D(), D()}
lz.pop(); print(lz)
# expect: sorted
# expect: [x]
# expect: {1: [x]}
# expect: False False
# expect: 7 is not in list
# expect: 0
# expect: list.remove(x): x not in list
# expect: [3, 4, 4]
# expect: [0, 1, 2, 3, 4]
# expect: list index out of range
# expect: list assignment index out of range
# expect: None [1]
# expect: pop from empty list
# expect: []
# expect: [] []
# expect: []
# expect: []
# expect: []
# expect: {}
# expect: {}
# expect: {2: 6}
# expect: set()
