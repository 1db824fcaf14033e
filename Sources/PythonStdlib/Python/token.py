"""Kinds of token."""
_operators = dict(zip("""LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR SLASH VBAR AMPER LESS GREATER EQUAL DOT PERCENT
LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL MINEQUAL
STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL RIGHTSHIFTEQUAL DOUBLESTAREQUAL
DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS COLONEQUAL""".split(), """( ) [ ] : , ; + - * / | & < > = . % {
} == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^= <<= >>= **= // //= @ @= -> ... :=""".split()))
_names = [*"ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT".split(), *_operators, *(
    "OP AWAIT ASYNC TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD ERRORTOKEN COMMENT NL ENCODING N_TOKENS".split())]
globals().update(zip(_names, range(len(_names))))
NT_OFFSET = 256
tok_name = dict(enumerate(_names)) | {NT_OFFSET: "NT_OFFSET"}
EXACT_TOKEN_TYPES = {text: globals()[name] for name, text in _operators.items()}
__all__ = [*_names, "tok_name", "NT_OFFSET", "EXACT_TOKEN_TYPES", "ISTERMINAL", "ISNONTERMINAL", "ISEOF"]


def ISEOF(x):
    return x == _names.index("ENDMARKER")


def ISTERMINAL(x):
    return not ISNONTERMINAL(x)


def ISNONTERMINAL(x):
    return x >= NT_OFFSET
