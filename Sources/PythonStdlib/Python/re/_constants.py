"""The names of what a parsed regular expression consists of."""
from re import error

MAGIC = 20221023
MAXGROUPS = 1073741823


class _NamedIntConstant(int):
    """A number that is shown by its name."""

    def __new__(cls, value, name):
        made = super().__new__(cls, value)
        made.name = name
        return made

    def __repr__(self):
        return self.name

    __reduce__ = None


MAXREPEAT = _NamedIntConstant(4294967295, "MAXREPEAT")


def _numbered(prefix, names):
    """The constants of one kind, also as names of this module."""
    made = [_NamedIntConstant(number, prefix + name) for number, name in enumerate(names.split())]
    globals().update((constant.name, constant) for constant in made)
    return made


OPCODES = _numbered("", """FAILURE SUCCESS ANY ANY_ALL ASSERT ASSERT_NOT AT BRANCH CATEGORY CHARSET BIGCHARSET GROUPREF
    GROUPREF_EXISTS IN INFO JUMP LITERAL MARK MAX_UNTIL MIN_UNTIL NOT_LITERAL NEGATE RANGE REPEAT REPEAT_ONE SUBPATTERN
    MIN_REPEAT_ONE ATOMIC_GROUP POSSESSIVE_REPEAT POSSESSIVE_REPEAT_ONE GROUPREF_IGNORE IN_IGNORE LITERAL_IGNORE
    NOT_LITERAL_IGNORE GROUPREF_LOC_IGNORE IN_LOC_IGNORE LITERAL_LOC_IGNORE NOT_LITERAL_LOC_IGNORE GROUPREF_UNI_IGNORE
    IN_UNI_IGNORE LITERAL_UNI_IGNORE NOT_LITERAL_UNI_IGNORE RANGE_UNI_IGNORE""")
# A pattern has these two before it is known how long what they repeat is
MIN_REPEAT, MAX_REPEAT = [_NamedIntConstant(len(OPCODES) + i, name) for i, name in enumerate(("MIN_REPEAT", "MAX_REPEAT"))]
ATCODES = _numbered("AT_", """BEGINNING BEGINNING_LINE BEGINNING_STRING BOUNDARY NON_BOUNDARY END END_LINE END_STRING
    LOC_BOUNDARY LOC_NON_BOUNDARY UNI_BOUNDARY UNI_NON_BOUNDARY""")
CHCODES = _numbered("CATEGORY_", """DIGIT NOT_DIGIT SPACE NOT_SPACE WORD NOT_WORD LINEBREAK NOT_LINEBREAK LOC_WORD
    LOC_NOT_WORD UNI_DIGIT UNI_NOT_DIGIT UNI_SPACE UNI_NOT_SPACE UNI_WORD UNI_NOT_WORD UNI_LINEBREAK UNI_NOT_LINEBREAK""")


def _mapped(constants, part):
    """Each plain constant with what it becomes under a flag: the one with `part` in its name, or itself."""
    plain = [x for x in constants if not any(kind in x.name for kind in ("_LOC_", "_UNI_"))]
    made = {}
    for x in plain:
        head, _, tail = x.name.partition("_")
        made[x] = globals().get(f"{head}_{part}_{tail}", x)
    return made


OP_IGNORE = {x: globals()[x.name + "_IGNORE"] for x in (LITERAL, NOT_LITERAL)}
OP_LOCALE_IGNORE = {x: globals()[x.name + "_LOC_IGNORE"] for x in (LITERAL, NOT_LITERAL)}
OP_UNICODE_IGNORE = {x: globals()[x.name + "_UNI_IGNORE"] for x in (LITERAL, NOT_LITERAL)}
AT_MULTILINE = {AT_BEGINNING: AT_BEGINNING_LINE, AT_END: AT_END_LINE}
AT_LOCALE, AT_UNICODE = [
    {x: y for x, y in _mapped(ATCODES, part).items() if x is not y} for part in ("LOC", "UNI")]
CH_LOCALE, CH_UNICODE = [_mapped(CHCODES, part) for part in ("LOC", "UNI")]
for _name, _bit in zip("TEMPLATE IGNORECASE LOCALE MULTILINE DOTALL UNICODE VERBOSE DEBUG ASCII".split(), range(9)):
    globals()["SRE_FLAG_" + _name] = 1 << _bit
SRE_INFO_PREFIX, SRE_INFO_LITERAL, SRE_INFO_CHARSET = 1, 2, 4
