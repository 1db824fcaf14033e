# Recorded from CPython 3.12.1.
import io, token, tokenize
def show(source):
    print(repr(source))
    try:
        for t in tokenize.generate_tokens(io.StringIO(source).readline):
            if t.type not in (token.NEWLINE, token.ENDMARKER):
                print("  ", token.tok_name[t.type], repr(t.string), t.start, t.end, t.line.count("\n"))
    except tokenize.TokenError as error:
        print("  ", error)
for source in ["rf'{x!r:>{w}}' + F'''a\n{y}\nb'''\n", 'f"{{a}}{b=}"\n', 'f"{d["k"]:{b}{c}}"\n', "f'\\N{DIGIT ONE}{x}\\'\\\nq'\n", "f'{(a:=1)}{a:=5}{f'{1}'}'\n",
               "f'''{\nx # c\n:\n  y}'''\n", "fr'\\{x}\\n' 'b' f''\n", "f'{x:}{a[1:2]!s}'\n", "a != b!\n", "f'abc", "f'''abc\n", "f'a}'\n"]:
    show(source)
for source in ["f'{x!r:>{w}}'+f\"{{a}}{b=}\"\n", "f'''a\n{{{y}}}\nb'''\n"]:
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    print(repr(tokenize.untokenize(tokens)), repr(tokenize.untokenize([t[:2] for t in tokens])))
print(token.FSTRING_START, token.FSTRING_MIDDLE, token.FSTRING_END, token.EXCLAMATION, token.EXACT_TOKEN_TYPES["!"], token.OP, token.COMMENT, token.N_TOKENS)
# expect: "rf'{x!r:>{w}}' + F'''a\n{y}\nb'''\n"
# expect:    FSTRING_START "rf'" (1, 0) (1, 3) 1
# expect:    OP '{' (1, 3) (1, 4) 1
# expect:    NAME 'x' (1, 4) (1, 5) 1
# expect:    OP '!' (1, 5) (1, 6) 1
# expect:    NAME 'r' (1, 6) (1, 7) 1
# expect:    OP ':' (1, 7) (1, 8) 1
# expect:    FSTRING_MIDDLE '>' (1, 8) (1, 9) 1
# expect:    OP '{' (1, 9) (1, 10) 1
# expect:    NAME 'w' (1, 10) (1, 11) 1
# expect:    OP '}' (1, 11) (1, 12) 1
# expect:    FSTRING_MIDDLE '' (1, 12) (1, 12) 1
# expect:    OP '}' (1, 12) (1, 13) 1
# expect:    FSTRING_END "'" (1, 13) (1, 14) 1
# expect:    OP '+' (1, 15) (1, 16) 1
# expect:    FSTRING_START "F'''" (1, 17) (1, 21) 1
# expect:    FSTRING_MIDDLE 'a\n' (1, 21) (2, 0) 2
# expect:    OP '{' (2, 0) (2, 1) 1
# expect:    NAME 'y' (2, 1) (2, 2) 1
# expect:    OP '}' (2, 2) (2, 3) 1
# expect:    FSTRING_MIDDLE '\nb' (2, 3) (3, 1) 2
# expect:    FSTRING_END "'''" (3, 1) (3, 4) 1
# expect: 'f"{{a}}{b=}"\n'
# expect:    FSTRING_START 'f"' (1, 0) (1, 2) 1
# expect:    FSTRING_MIDDLE '{' (1, 2) (1, 3) 1
# expect:    FSTRING_MIDDLE 'a}' (1, 4) (1, 6) 1
# expect:    OP '{' (1, 7) (1, 8) 1
# expect:    NAME 'b' (1, 8) (1, 9) 1
# expect:    OP '=' (1, 9) (1, 10) 1
# expect:    OP '}' (1, 10) (1, 11) 1
# expect:    FSTRING_END '"' (1, 11) (1, 12) 1
# expect: 'f"{d["k"]:{b}{c}}"\n'
# expect:    FSTRING_START 'f"' (1, 0) (1, 2) 1
# expect:    OP '{' (1, 2) (1, 3) 1
# expect:    NAME 'd' (1, 3) (1, 4) 1
# expect:    OP '[' (1, 4) (1, 5) 1
# expect:    STRING '"k"' (1, 5) (1, 8) 1
# expect:    OP ']' (1, 8) (1, 9) 1
# expect:    OP ':' (1, 9) (1, 10) 1
# expect:    OP '{' (1, 10) (1, 11) 1
# expect:    NAME 'b' (1, 11) (1, 12) 1
# expect:    OP '}' (1, 12) (1, 13) 1
# expect:    OP '{' (1, 13) (1, 14) 1
# expect:    NAME 'c' (1, 14) (1, 15) 1
# expect:    OP '}' (1, 15) (1, 16) 1
# expect:    FSTRING_MIDDLE '' (1, 16) (1, 16) 1
# expect:    OP '}' (1, 16) (1, 17) 1
# expect:    FSTRING_END '"' (1, 17) (1, 18) 1
# expect: "f'\\N{DIGIT ONE}{x}\\'\\\nq'\n"
# expect:    FSTRING_START "f'" (1, 0) (1, 2) 1
# expect:    FSTRING_MIDDLE '\\N{DIGIT ONE}' (1, 2) (1, 15) 1
# expect:    OP '{' (1, 15) (1, 16) 1
# expect:    NAME 'x' (1, 16) (1, 17) 1
# expect:    OP '}' (1, 17) (1, 18) 1
# expect:    FSTRING_MIDDLE "\\'\\\nq" (1, 18) (2, 1) 2
# expect:    FSTRING_END "'" (2, 1) (2, 2) 1
# expect: "f'{(a:=1)}{a:=5}{f'{1}'}'\n"
# expect:    FSTRING_START "f'" (1, 0) (1, 2) 1
# expect:    OP '{' (1, 2) (1, 3) 1
# expect:    OP '(' (1, 3) (1, 4) 1
# expect:    NAME 'a' (1, 4) (1, 5) 1
# expect:    OP ':=' (1, 5) (1, 7) 1
# expect:    NUMBER '1' (1, 7) (1, 8) 1
# expect:    OP ')' (1, 8) (1, 9) 1
# expect:    OP '}' (1, 9) (1, 10) 1
# expect:    OP '{' (1, 10) (1, 11) 1
# expect:    NAME 'a' (1, 11) (1, 12) 1
# expect:    OP ':' (1, 12) (1, 13) 1
# expect:    FSTRING_MIDDLE '=5' (1, 13) (1, 15) 1
# expect:    OP '}' (1, 15) (1, 16) 1
# expect:    OP '{' (1, 16) (1, 17) 1
# expect:    FSTRING_START "f'" (1, 17) (1, 19) 1
# expect:    OP '{' (1, 19) (1, 20) 1
# expect:    NUMBER '1' (1, 20) (1, 21) 1
# expect:    OP '}' (1, 21) (1, 22) 1
# expect:    FSTRING_END "'" (1, 22) (1, 23) 1
# expect:    OP '}' (1, 23) (1, 24) 1
# expect:    FSTRING_END "'" (1, 24) (1, 25) 1
# expect: "f'''{\nx # c\n:\n  y}'''\n"
# expect:    FSTRING_START "f'''" (1, 0) (1, 4) 1
# expect:    OP '{' (1, 4) (1, 5) 1
# expect:    NL '\n' (1, 5) (1, 6) 1
# expect:    NAME 'x' (2, 0) (2, 1) 1
# expect:    COMMENT '# c' (2, 2) (2, 5) 1
# expect:    NL '\n' (2, 5) (2, 6) 1
# expect:    OP ':' (3, 0) (3, 1) 1
# expect:    FSTRING_MIDDLE '\n  y' (3, 1) (4, 3) 2
# expect:    OP '}' (4, 3) (4, 4) 1
# expect:    FSTRING_END "'''" (4, 4) (4, 7) 1
# expect: "fr'\\{x}\\n' 'b' f''\n"
# expect:    FSTRING_START "fr'" (1, 0) (1, 3) 1
# expect:    FSTRING_MIDDLE '\\' (1, 3) (1, 4) 1
# expect:    OP '{' (1, 4) (1, 5) 1
# expect:    NAME 'x' (1, 5) (1, 6) 1
# expect:    OP '}' (1, 6) (1, 7) 1
# expect:    FSTRING_MIDDLE '\\n' (1, 7) (1, 9) 1
# expect:    FSTRING_END "'" (1, 9) (1, 10) 1
# expect:    STRING "'b'" (1, 11) (1, 14) 1
# expect:    FSTRING_START "f'" (1, 15) (1, 17) 1
# expect:    FSTRING_END "'" (1, 17) (1, 18) 1
# expect: "f'{x:}{a[1:2]!s}'\n"
# expect:    FSTRING_START "f'" (1, 0) (1, 2) 1
# expect:    OP '{' (1, 2) (1, 3) 1
# expect:    NAME 'x' (1, 3) (1, 4) 1
# expect:    OP ':' (1, 4) (1, 5) 1
# expect:    FSTRING_MIDDLE '' (1, 5) (1, 5) 1
# expect:    OP '}' (1, 5) (1, 6) 1
# expect:    OP '{' (1, 6) (1, 7) 1
# expect:    NAME 'a' (1, 7) (1, 8) 1
# expect:    OP '[' (1, 8) (1, 9) 1
# expect:    NUMBER '1' (1, 9) (1, 10) 1
# expect:    OP ':' (1, 10) (1, 11) 1
# expect:    NUMBER '2' (1, 11) (1, 12) 1
# expect:    OP ']' (1, 12) (1, 13) 1
# expect:    OP '!' (1, 13) (1, 14) 1
# expect:    NAME 's' (1, 14) (1, 15) 1
# expect:    OP '}' (1, 15) (1, 16) 1
# expect:    FSTRING_END "'" (1, 16) (1, 17) 1
# expect: 'a != b!\n'
# expect:    NAME 'a' (1, 0) (1, 1) 1
# expect:    OP '!=' (1, 2) (1, 4) 1
# expect:    NAME 'b' (1, 5) (1, 6) 1
# expect:    OP '!' (1, 6) (1, 7) 1
# expect: "f'abc"
# expect:    FSTRING_START "f'" (1, 0) (1, 2) 0
# expect:    ('unterminated f-string literal (detected at line 1)', (1, 1))
# expect: "f'''abc\n"
# expect:    FSTRING_START "f'''" (1, 0) (1, 4) 1
# expect:    ('unterminated triple-quoted f-string literal (detected at line 1)', (1, 1))
# expect: "f'a}'\n"
# expect:    FSTRING_START "f'" (1, 0) (1, 2) 1
# expect:    FSTRING_MIDDLE 'a' (1, 2) (1, 3) 1
# expect:    ("f-string: single '}' is not allowed", (1, 4))
# expect: 'f\'{x!r:>{w}}\'+f"{{a}}{b=}"\n' 'f\'{x !r :>{w }}\'+f"{{a}}{b =}"\n'
# expect: "f'''a\n{{{y}}}\nb'''\n" "f'''a\n{{{y }}}\nb'''\n"
# expect: 61 62 63 54 54 55 64 68
