# Recorded from CPython 3.11.7.
import collections, datetime, heapq, itertools, math, operator, zlib
calls = """(1).__add__() (1).__add__(1,2) (1).__add__(bogus=1) [].__setitem__(1) [].__len__(1) [].__len__(bogus=1) (1).__pow__() (1).__pow__(1,2,3)
int.__add__() list.append() list.__len__() int.__add__(1,2,3) int.__add__('a',1,2) list.append(1,2,3) [].__getitem__() {}.__getitem__() {}.__contains__()
[].__contains__() (1).__getattribute__() (1).__setattr__('a') (1).__format__() iter([]).__next__(1) [].__imul__() 'a'.__mul__(1,2) [].__delitem__()
(1).__divmod__() set().__and__() [].__reversed__(1) int.__new__() list.__new__() ''.join() ''.join(1,2) ''.join(bogus=1) ''.split(bogus=1)
list.append(bogus=1) (1).bit_length(2) math.sin() math.sin(1,2) math.sin(x=1) math.floor(1,2) math.gcd(a=1) itertools.count(1,2,3) itertools.cycle()
itertools.cycle(1,2) itertools.tee() heapq.heapify() heapq.heapify([],1) heapq.heappush([]) zlib.crc32() operator.index() operator.add(1)
collections.deque([1])<[1] collections.deque().append() collections.deque().append(1,2) collections.deque.append(1,2,3) datetime.date.isoformat(1,2,3)
len() len(1,2) len(obj=[]) abs() ord(1,2) print(bogus=1)""".split()
for call in calls:
    try:
        print(call, eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)
# expect: (1).__add__() TypeError expected 1 argument, got 0
# expect: (1).__add__(1,2) TypeError expected 1 argument, got 2
# expect: (1).__add__(bogus=1) TypeError wrapper __add__() takes no keyword arguments
# expect: [].__setitem__(1) TypeError  expected 2 arguments, got 1
# expect: [].__len__(1) TypeError expected 0 arguments, got 1
# expect: [].__len__(bogus=1) TypeError wrapper __len__() takes no keyword arguments
# expect: (1).__pow__() TypeError  expected at least 1 argument, got 0
# expect: (1).__pow__(1,2,3) TypeError  expected at most 2 arguments, got 3
# expect: int.__add__() TypeError descriptor '__add__' of 'int' object needs an argument
# expect: list.append() TypeError unbound method list.append() needs an argument
# expect: list.__len__() TypeError descriptor '__len__' of 'list' object needs an argument
# expect: int.__add__(1,2,3) TypeError expected 1 argument, got 2
# expect: int.__add__('a',1,2) TypeError descriptor '__add__' requires a 'int' object but received a 'str'
# expect: list.append(1,2,3) TypeError descriptor 'append' for 'list' objects doesn't apply to a 'int' object
# expect: [].__getitem__() TypeError list.__getitem__() takes exactly one argument (0 given)
# expect: {}.__getitem__() TypeError dict.__getitem__() takes exactly one argument (0 given)
# expect: {}.__contains__() TypeError dict.__contains__() takes exactly one argument (0 given)
# expect: [].__contains__() TypeError expected 1 argument, got 0
# expect: (1).__getattribute__() TypeError expected 1 argument, got 0
# expect: (1).__setattr__('a') TypeError  expected 2 arguments, got 1
# expect: (1).__format__() TypeError int.__format__() takes exactly one argument (0 given)
# expect: iter([]).__next__(1) TypeError expected 0 arguments, got 1
# expect: [].__imul__() TypeError  expected 1 argument, got 0
# expect: 'a'.__mul__(1,2) TypeError  expected 1 argument, got 2
# expect: [].__delitem__() TypeError expected 1 argument, got 0
# expect: (1).__divmod__() TypeError expected 1 argument, got 0
# expect: set().__and__() TypeError expected 1 argument, got 0
# expect: [].__reversed__(1) TypeError list.__reversed__() takes no arguments (1 given)
# expect: int.__new__() TypeError int.__new__(): not enough arguments
# expect: list.__new__() TypeError list.__new__(): not enough arguments
# expect: ''.join() TypeError str.join() takes exactly one argument (0 given)
# expect: ''.join(1,2) TypeError str.join() takes exactly one argument (2 given)
# expect: ''.join(bogus=1) TypeError str.join() takes no keyword arguments
# expect: ''.split(bogus=1) TypeError 'bogus' is an invalid keyword argument for split()
# expect: list.append(bogus=1) TypeError unbound method list.append() needs an argument
# expect: (1).bit_length(2) TypeError int.bit_length() takes no arguments (1 given)
# expect: math.sin() TypeError math.sin() takes exactly one argument (0 given)
# expect: math.sin(1,2) TypeError math.sin() takes exactly one argument (2 given)
# expect: math.sin(x=1) TypeError math.sin() takes no keyword arguments
# expect: math.floor(1,2) TypeError math.floor() takes exactly one argument (2 given)
# expect: math.gcd(a=1) TypeError math.gcd() takes no keyword arguments
# expect: itertools.count(1,2,3) TypeError count() takes at most 2 arguments (3 given)
# expect: itertools.cycle() TypeError cycle expected 1 argument, got 0
# expect: itertools.cycle(1,2) TypeError cycle expected 1 argument, got 2
# expect: itertools.tee() TypeError tee expected at least 1 argument, got 0
# expect: heapq.heapify() TypeError _heapq.heapify() takes exactly one argument (0 given)
# expect: heapq.heapify([],1) TypeError _heapq.heapify() takes exactly one argument (2 given)
# expect: heapq.heappush([]) TypeError heappush expected 2 arguments, got 1
# expect: zlib.crc32() TypeError crc32 expected at least 1 argument, got 0
# expect: operator.index() TypeError _operator.index() takes exactly one argument (0 given)
# expect: operator.add(1) TypeError add expected 2 arguments, got 1
# expect: collections.deque([1])<[1] TypeError '<' not supported between instances of 'collections.deque' and 'list'
# expect: collections.deque().append() TypeError deque.append() takes exactly one argument (0 given)
# expect: collections.deque().append(1,2) TypeError deque.append() takes exactly one argument (2 given)
# expect: collections.deque.append(1,2,3) TypeError descriptor 'append' for 'collections.deque' objects doesn't apply to a 'int' object
# expect: datetime.date.isoformat(1,2,3) TypeError descriptor 'isoformat' for 'datetime.date' objects doesn't apply to a 'int' object
# expect: len() TypeError len() takes exactly one argument (0 given)
# expect: len(1,2) TypeError len() takes exactly one argument (2 given)
# expect: len(obj=[]) TypeError len() takes no keyword arguments
# expect: abs() TypeError abs() takes exactly one argument (0 given)
# expect: ord(1,2) TypeError ord() takes exactly one argument (2 given)
# expect: print(bogus=1) TypeError 'bogus' is an invalid keyword argument for print()
