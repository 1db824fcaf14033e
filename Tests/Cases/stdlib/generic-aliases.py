# Recorded from CPython 3.11.7.
"""Library classes in annotations: what takes a type in brackets."""
import collections
import concurrent.futures
import functools
import itertools
import queue
import re
import types

for cls in (collections.deque, collections.defaultdict, collections.OrderedDict, collections.Counter, collections.ChainMap,
            collections.UserList, re.Pattern, re.Match, queue.Queue, queue.PriorityQueue, itertools.chain, functools.partial,
            functools.cached_property, types.MappingProxyType, concurrent.futures.Future):
    alias = cls[int]
    print(alias.__origin__ is cls, alias.__args__, isinstance(alias, types.GenericAlias))


def first(waiting: collections.deque[int], pattern: re.Pattern[str] | None = None) -> queue.Queue[int]:
    """Evaluates its annotations when it is defined."""


print(first.__annotations__["waiting"], collections.deque[int]([1, 2]), list(itertools.chain[int]([1], [2])))
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: True (<class 'int'>,) True
# expect: collections.deque[int] deque([1, 2]) [1, 2]
