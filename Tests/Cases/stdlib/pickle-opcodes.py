# Recorded from CPython 3.11.7.
import pickle, pickletools
class Odd: pass
for value, protocol in (([1, (2, 3, 4, 5), {"a": 1}], 0), ([1, (2, 3, 4, 5), {"a": b"x"}], 2), ({"k": [1, 2], "l": {3}}, 4), (Odd, 4)):
    pickletools.dis(pickle.dumps(value, protocol))
memo = {}
pickletools.dis(pickle.dumps([1], 4), memo=memo, indentlevel=2)
pickletools.dis(pickle.dumps([1], 4), memo=memo)
for wrong in (b"(K\x01", b"e.", b"\x80\x04K\x01h\x05.", b"", b"\xff"):
    try:
        pickletools.dis(wrong)
    except Exception as e:
        print(type(e).__name__, e)
# expect:     0: (    MARK
# expect:     1: l        LIST       (MARK at 0)
# expect:     2: p    PUT        0
# expect:     5: I    INT        1
# expect:     8: a    APPEND
# expect:     9: (    MARK
# expect:    10: I        INT        2
# expect:    13: I        INT        3
# expect:    16: I        INT        4
# expect:    19: I        INT        5
# expect:    22: t        TUPLE      (MARK at 9)
# expect:    23: p    PUT        1
# expect:    26: a    APPEND
# expect:    27: (    MARK
# expect:    28: d        DICT       (MARK at 27)
# expect:    29: p    PUT        2
# expect:    32: V    UNICODE    'a'
# expect:    35: p    PUT        3
# expect:    38: I    INT        1
# expect:    41: s    SETITEM
# expect:    42: a    APPEND
# expect:    43: .    STOP
# expect: highest protocol among opcodes = 0
# expect:     0: \x80 PROTO      2
# expect:     2: ]    EMPTY_LIST
# expect:     3: q    BINPUT     0
# expect:     5: (    MARK
# expect:     6: K        BININT1    1
# expect:     8: (        MARK
# expect:     9: K            BININT1    2
# expect:    11: K            BININT1    3
# expect:    13: K            BININT1    4
# expect:    15: K            BININT1    5
# expect:    17: t            TUPLE      (MARK at 8)
# expect:    18: q        BINPUT     1
# expect:    20: }        EMPTY_DICT
# expect:    21: q        BINPUT     2
# expect:    23: X        BINUNICODE 'a'
# expect:    29: q        BINPUT     3
# expect:    31: c        GLOBAL     '_codecs encode'
# expect:    47: q        BINPUT     4
# expect:    49: X        BINUNICODE 'x'
# expect:    55: q        BINPUT     5
# expect:    57: X        BINUNICODE 'latin1'
# expect:    68: q        BINPUT     6
# expect:    70: \x86     TUPLE2
# expect:    71: q        BINPUT     7
# expect:    73: R        REDUCE
# expect:    74: q        BINPUT     8
# expect:    76: s        SETITEM
# expect:    77: e        APPENDS    (MARK at 5)
# expect:    78: .    STOP
# expect: highest protocol among opcodes = 2
# expect:     0: \x80 PROTO      4
# expect:     2: \x95 FRAME      27
# expect:    11: }    EMPTY_DICT
# expect:    12: \x94 MEMOIZE    (as 0)
# expect:    13: (    MARK
# expect:    14: \x8c     SHORT_BINUNICODE 'k'
# expect:    17: \x94     MEMOIZE    (as 1)
# expect:    18: ]        EMPTY_LIST
# expect:    19: \x94     MEMOIZE    (as 2)
# expect:    20: (        MARK
# expect:    21: K            BININT1    1
# expect:    23: K            BININT1    2
# expect:    25: e            APPENDS    (MARK at 20)
# expect:    26: \x8c     SHORT_BINUNICODE 'l'
# expect:    29: \x94     MEMOIZE    (as 3)
# expect:    30: \x8f     EMPTY_SET
# expect:    31: \x94     MEMOIZE    (as 4)
# expect:    32: (        MARK
# expect:    33: K            BININT1    3
# expect:    35: \x90         ADDITEMS   (MARK at 32)
# expect:    36: u        SETITEMS   (MARK at 13)
# expect:    37: .    STOP
# expect: highest protocol among opcodes = 4
# expect:     0: \x80 PROTO      4
# expect:     2: \x95 FRAME      20
# expect:    11: \x8c SHORT_BINUNICODE '__main__'
# expect:    21: \x94 MEMOIZE    (as 0)
# expect:    22: \x8c SHORT_BINUNICODE 'Odd'
# expect:    27: \x94 MEMOIZE    (as 1)
# expect:    28: \x93 STACK_GLOBAL
# expect:    29: \x94 MEMOIZE    (as 2)
# expect:    30: .    STOP
# expect: highest protocol among opcodes = 4
# expect:     0: \x80 PROTO      4
# expect:     2: \x95 FRAME      6
# expect:    11: ]    EMPTY_LIST
# expect:    12: \x94 MEMOIZE    (as 0)
# expect:    13: K    BININT1    1
# expect:    15: a    APPEND
# expect:    16: .    STOP
# expect: highest protocol among opcodes = 4
# expect:     0: \x80 PROTO      4
# expect:     2: \x95 FRAME      6
# expect:    11: ]    EMPTY_LIST
# expect:    12: \x94 MEMOIZE    (as 1)
# expect:    13: K    BININT1    1
# expect:    15: a    APPEND
# expect:    16: .    STOP
# expect: highest protocol among opcodes = 4
# expect:     0: (    MARK
# expect:     1: K        BININT1    1
# expect: ValueError pickle exhausted before seeing STOP
# expect:     0: e    APPENDS    no MARK exists on stack
# expect: ValueError no MARK exists on stack
# expect:     0: \x80 PROTO      4
# expect:     2: K    BININT1    1
# expect:     4: h    BINGET     5
# expect: ValueError memo key 5 has never been stored into
# expect: ValueError pickle exhausted before seeing STOP
# expect: ValueError at position 0, opcode b'\xff' unknown
