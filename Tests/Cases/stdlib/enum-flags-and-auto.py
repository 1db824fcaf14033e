# Recorded from CPython 3.11.7.
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique, verify, CONTINUOUS, CONFORM, member, nonmember
class Color(Enum):
    RED = auto()
    GREEN = 'g'
    CRIMSON = 1
    def describe(self):
        return self.name, self.value
    @classmethod
    def _missing_(cls, value):
        return cls.RED if value == 'red' else None
print(list(Color), Color.CRIMSON is Color.RED, Color('red'), Color['GREEN'].describe(), Color.__members__)
class Perm(Flag):
    R, W, X = 4, 2, 1
    RW = R | W
print(Perm.R | Perm.X, Perm.RW, list(Perm.RW), ~Perm.R, Perm(0), Perm.R in Perm.RW, len(Perm.RW), bool(Perm(0)))
class Bits(IntFlag):
    A = auto()
    B = auto()
print(repr(Bits.A | 8), Bits.A | Bits.B, Bits(3) & 2, ~Bits.A, f'{Bits.B}', Bits.B + 1)
class Level(IntEnum):
    LOW = 1
    HIGH = 10
print(Level.LOW, repr(Level.LOW), Level.HIGH > 5, '%d' % Level.HIGH, sorted([Level.HIGH, Level.LOW]))
class Word(StrEnum):
    Hello = auto()
print(Word.Hello, repr(Word.Hello), Word.Hello == 'hello', Word('hello'))
for make in (lambda: unique(Enum('E', {'a': 1, 'b': 1})), lambda: Color(7), lambda: Perm(16), lambda: Color.RED.__class__.__call__(99)):
    try: make()
    except ValueError as e: print(e)
try:
    class Sub(Color): pass
except TypeError as e: print(e)
try: Color.RED = 3
except AttributeError as e: print(e)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
print(Planet.EARTH.mass, Planet.EARTH.value, Planet((5.97, 6.37)))
print(Enum('Animal', 'ANT BEE', start=5).BEE, [m.value for m in Enum('Animal', 'ANT BEE', start=5)])
# expect: [<Color.RED: 1>, <Color.GREEN: 'g'>] True Color.RED ('GREEN', 'g') {'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 'g'>, 'CRIMSON': <Color.RED: 1>}
# expect: Perm.R|X Perm.RW [<Perm.R: 4>, <Perm.W: 2>] Perm.W|X Perm(0) True 2 False
# expect: <Bits.A|8: 9> 3 2 2 2 3
# expect: 1 <Level.LOW: 1> True 10 [<Level.LOW: 1>, <Level.HIGH: 10>]
# expect: hello <Word.Hello: 'hello'> True hello
# expect: duplicate values found in <enum 'E'>: b -> a
# expect: 7 is not a valid Color
# expect: <flag 'Perm'> invalid value 16
# expect:     given 0b0 10000
# expect:   allowed 0b0 00111
# expect: 99 is not a valid Color
# expect: <enum 'Sub'> cannot extend <enum 'Color'>
# expect: cannot reassign member 'RED'
# expect: 5.97 (5.97, 6.37) Planet.EARTH
# expect: Animal.BEE [5, 6]
