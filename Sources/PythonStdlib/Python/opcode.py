"""Names of operations; the machine has its own, which are no part of the interface."""
opmap = {}
opname = ["<%d>" % n for n in range(256)]
cmp_op = ("<", "<=", "==", "!=", ">", ">=")
hasarg, hasconst, hasname, hasjrel, hasjabs, haslocal, hascompare, hasfree = [], [], [], [], [], [], [], []
HAVE_ARGUMENT, EXTENDED_ARG = 90, 144


def stack_effect(opcode, oparg=None, /, *, jump=None):
    """There is no stack."""
    return 0
