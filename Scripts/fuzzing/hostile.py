"""What nobody should pass: literals at the edges, and classes whose methods attack what is being worked on."""

# Never in a program: what would end or stop the process, or lie outside of what the sandbox sees.
FORBIDDEN = (
    r"kill|_exit|abort|fork|spawn|signal|setitimer|alarm|subprocess|multiprocessing|ProcessPool|popen|system\(|faulthandler|"
    r"input\(|stdin|breakpoint|pdb|socket|asyncio\.(open|start|create_server|to_thread)|set_num_threads|sleep\([1-9]|"
    r"addaudithook|_audit|sigsegv|execv|pause\(|_xoptions|setswitchinterval|stack_size|nice\(|setrlimit|mkfifo|wait\("
)

NUMBERS = """0 1 -1 2 3 7 255 256 -128 65535 2**31 -2**31 2**32 2**53 2**62 2**63-1 2**63 -2**63 -2**63-1 2**64 10**30 -10**40 2**200
    0.0 -0.0 0.5 1e308 -1e308 1e19 5e-324 float('nan') float('inf') -float('inf') 1j complex('nan') True False None""".split()
TEXTS = [
    "''",
    "'a'",
    "'abc'",
    "'\\ud800'",
    "'\\0'",
    "'é\U0001f600'",
    "'%s'",
    "'{}'",
    "'{0.__class__}'",
    "'%*d'",
    "'%99999d'",
    "'{:99999}'",
    "'a'*1000",
    "'é'*300",
    "'1'*5000",
    "' \\t\\n'",
    "b''",
    "b'abc'",
    "b'\\xff'*20",
    "bytearray(b'xyz')",
    "bytearray(100)",
    "memoryview(b'abcd')",
    "memoryview(bytearray(12)).cast('i')",
    "'utf-8'",
    "'i'",
    "'a' 'b'",
    "'__class__'",
    "'(a+)+b'",
    "'[^a]*?'",
]
CONTAINERS = [
    "[]",
    "()",
    "{}",
    "set()",
    "[1, 2, 3]",
    "(1, 'a', 2.5)",
    "{1: 2, 'a': 'b'}",
    "{1, 2, 3}",
    "frozenset([1, 2])",
    "range(5)",
    "range(10, -10, -3)",
    "range(2**62, 2**62+3)",
    "slice(None)",
    "slice(2**70, -2**70, -1)",
    "slice(0, 3)",
    "...",
    "NotImplemented",
    "[[1], [2]]",
    "[0]*100",
    "list(range(50))",
    "{i: i for i in range(40)}",
    "iter([1, 2, 3])",
    "iter({1: 2})",
    "(x for x in 'abc')",
    "enumerate('ab')",
    "zip('ab', [1, 2])",
    "reversed([1, 2])",
    "map(str, [1, 2])",
    "(lambda s: s.append(s) or s)([])",
    "(lambda s: s.update(s=s) or s)({})",
    "object()",
    "Exception('x')",
    "ValueError",
    "int",
    "str",
    "type",
    "object",
    "list",
    "len",
    "(lambda *a, **k: a)",
    "(lambda: 1/0)",
    "print",
    "super",
    "property(len)",
    "staticmethod(len)",
    "classmethod(len)",
]

# The methods a class may have, by the arguments they take after self.
METHODS = {
    0: """__hash__ __len__ __bool__ __iter__ __next__ __repr__ __str__ __int__ __float__ __index__ __neg__ __invert__ __abs__ __enter__
        __del__ __call__ __complex__ __bytes__ __dir__ __reversed__ __length_hint__ __reduce__ __copy__ __await__ __aiter__ __anext__
        __round__ __trunc__ __getstate__ __fspath__ __sizeof__ __floor__ __ceil__ close keys values items read""".split(),
    1: """__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __getitem__ __delitem__ __contains__ __add__ __radd__ __iadd__ __mul__ __rmul__ __sub__
        __rsub__ __mod__ __rmod__ __truediv__ __floordiv__ __pow__ __matmul__ __and__ __or__ __ror__ __xor__ __lshift__ __getattr__
        __getattribute__ __delattr__ __format__ __missing__ __divmod__ __reduce_ex__ __deepcopy__ __setstate__ __instancecheck__
        __subclasscheck__ __ior__ __isub__ __imul__ __delete__ __mro_entries__ __class_getitem__ __init_subclass__ send write
        __rlshift__ __rpow__ __rand__ __rfloordiv__ __prepare__ __subclasshook__ __buffer__""".split(),
    2: "__setitem__ __setattr__ __get__ __set__ __set_name__ __pow__".split(),
    3: "__exit__ throw __torch_function__".split(),
}
# What such a method does before it answers; `box` is what is being worked on, `gen` a generator, `keep` a list that lives on.
ATTACKS = """box.clear() | box.pop() | box.append(self) | box.add(self) | box.update({self: 1}) | box.update(a=1, b=2) | del box[:] | box[:] = [1]*50 |
    box.extend(list(box)) | box[0] = self | del box[0] | box.insert(0, self) | box.sort() | box.popitem() | box.reverse() | box.rotate(3) |
    box.__init__([1, 2]) | box.remove(self) | box.discard(self) | globals().pop('box', None) | globals().clear() | globals().update(box=[]) |
    raise ValueError(self) | raise StopIteration(self) | raise KeyError | raise AttributeError | raise IndexError | raise TypeError |
    raise GeneratorExit | raise RecursionError | raise MemoryError | raise NotImplementedError | gc.collect() | keep.append(self) | keep.clear() |
    self.__class__ = Other | self.__dict__.clear() | self.__dict__ = {} | del self.__dict__ | self.x = self | del self.x |
    type(self).__eq__ = lambda *a: True | type(self).__hash__ = None | type(self).__iter__ = None | type(self).__bases__ = (Other,) |
    type(self).x = property(lambda s: box) | del type(self).__init__ | type(self).__getattr__ = lambda s, n: box | type(self).__del__ = lambda s: keep.append(s) |
    gen.send(self) | next(gen) | gen.close() | gen.throw(KeyError) | gen.throw(ValueError(1)) | sys.settrace(trace) | sys.settrace(None) |
    sys.setprofile(trace) | list(map(str, box)) | sorted(box) | hash(box) | repr(box) | list(box) | box == box | len(box) | copy.deepcopy(box) |
    sys._getframe(1).f_locals.clear() | sys._getframe(1).clear() | sys._getframe(0).f_trace = trace | sys.exc_info()[2].tb_frame.clear() |
    exec('box.clear()') | exec('del box', globals()) | it.__next__() | view.release() | it.__setstate__(-5) | it.__setstate__(2**40) | pickle.dumps(self) |
    weakref.ref(self, lambda r: box.clear()) | weakref.finalize(self, box.clear) | threading.Thread(target=box.clear).start() |
    yield self | yield | return self | return box | return NotImplemented | return None | return 2**70 | return -1 | return 0 | return 1 | return '' |
    return [] | return True | return iter(box) | return float('nan') | return (self, self) | return type(self) | return object() | return super() |
    return self == self | return hash(self) | return str(self) | return self + self | return self[0] | return self.x | return -self |
    return box[0] | return box.pop() | return self.__class__() | return gen | return Other() | return (box, 1)""".replace(
    "\n", " "
).split(" | ")
ATTACKS = [attack.strip() for attack in ATTACKS]
# Lines that may stand between any two of a program.
INTRUSIONS = """gc.collect() | sys.settrace(trace) | sys.settrace(None) | sys.setprofile(trace) | box.clear() | globals().clear() | del box | locals().clear() |
    sys._getframe().f_trace = trace | sys._getframe().f_locals.clear() | gen.close() | next(gen) | sys.setrecursionlimit(60) |
    import builtins; del builtins.len | import builtins; builtins.print = None | import builtins; builtins.__build_class__ = None |
    gc.disable() | gc.set_threshold(1) | gc.freeze() | raise box | return | yield | break | continue | pass | await box | global box | nonlocal box |
    sys.modules.clear() | sys.path.clear() | sys.stdout = None | sys.stdout = box | del sys.stdout | warnings.simplefilter('error') |
    sys.set_int_max_str_digits(640) | sys.intern('x'*3) | exec('1/0') | [x for x in gc.get_objects()][:5] | gc.get_referrers(box)""".replace(
    "\n", " "
).split(" | ")
INTRUSIONS = [line.strip() for line in INTRUSIONS]

PRELUDE = """import copy, gc, pickle, sys, threading, warnings, weakref
keep, events = [], []
def trace(frame, event, arg):
    events.append(event)
    if len(events) % 7 == 3: frame.f_locals
    if len(events) % 11 == 5: box.append(frame)
    if len(events) > 400: sys.settrace(None)
    return trace
def walk():
    try:
        for item in box:
            try: got = yield item
            finally: keep.append(item)
    except ValueError: yield from walk()
class Other:
    def __init__(self, *a): pass
"""


def one_of(chance, *lists):
    """An expression from one of the lists."""
    return chance.choice(chance.choice(lists))


def expression(chance):
    """A hostile expression without names of the program."""
    return one_of(chance, NUMBERS, NUMBERS, TEXTS, CONTAINERS)


def a_class(chance, name, bases=None):
    """The lines of a class whose methods attack."""
    base = (
        bases
        if bases is not None
        else chance.choice(
            [
                "",
                "",
                "",
                "(int)",
                "(str)",
                "(list)",
                "(dict)",
                "(set)",
                "(tuple)",
                "(float)",
                "(bytes)",
                "(type)",
                "(Exception)",
                "(Other)",
                "(bytearray)",
                "(frozenset)",
                "(complex)",
                "(property)",
                "(Other, metaclass=type)",
            ]
        )
    )
    lines = [f"class {name}{base}:"]
    if chance.random() < 0.1:
        lines.append("    __slots__ = " + chance.choice(["()", "('x',)", "('x', '__dict__')", "'x', '__weakref__'"]))
    if chance.random() < 0.1:
        lines.append(f"    x = {expression(chance)}")
    # Names that object has already are the ones that the machine calls by itself.
    for _ in range(chance.choice([1, 1, 2, 2, 3, 4])):
        count = chance.choice([0, 0, 0, 1, 1, 1, 1, 2, 3])
        method = chance.choice(METHODS[count])
        if method in ("__getattribute__", "__getattr__", "__setattr__") and chance.random() < 0.6:
            continue
        parameters = ["self", *"abc"[:count]]
        # An end that copies two objects of its kind begets four: CPython never gets out of that either.
        attacks = [attack for attack in ATTACKS if "deepcopy" not in attack] if method == "__del__" else ATTACKS
        body = [chance.choice(attacks) for _ in range(chance.choice([1, 1, 2]))]
        if not body[-1].startswith(("return", "raise")) and chance.random() < 0.8:
            body.append("return " + answer(chance, method))
        spread = chance.random() < 0.05
        lines.append(
            f"    {'async ' if chance.random() < 0.02 else ''}def {method}({'*a' if spread else ', '.join(parameters)}):"
        )
        if spread:
            lines.append("        self = a[0] if a else None")
        lines += [f"        {line}" for line in body]
    if len(lines) == 1:
        lines.append("    pass")
    return lines


def answer(chance, method):
    """Mostly what the method should answer, so that work goes on."""
    if chance.random() < 0.3:
        return expression(chance)
    if method in ("__hash__", "__len__", "__index__", "__int__", "__length_hint__"):
        return chance.choice(["0", "1", "2", "3", "100", "hash(1)", "-1", "2**40"])
    if method in ("__repr__", "__str__", "__format__", "__fspath__"):
        return chance.choice(["'x'", "''", "'é'", "'x'*100"])
    if method in ("__eq__", "__lt__", "__gt__", "__le__", "__ge__", "__ne__", "__bool__", "__contains__", "__exit__"):
        return chance.choice(["True", "False"])
    if method in ("__iter__", "__reversed__", "__aiter__", "__await__"):
        return chance.choice(["iter([self, 1, 2])", "self", "iter(box)", "gen", "iter((1, 'ab'))"])
    return chance.choice(["self", "1", "box", "0"])
