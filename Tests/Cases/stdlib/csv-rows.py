# Recorded from CPython 3.11.7.
# csv's reader and writer: quotes, escapes, lines, errors.
import csv, io


def rows(lines, **options):
    return list(csv.reader(lines, **options))


def text(*rows, **options):
    out = io.StringIO(newline="")
    writer = csv.writer(out, **options)
    return [writer.writerow(row) for row in rows], out.getvalue()


for program in r"""rows(['a,b\n', '1,"x,y"\r\n', '', '"a""b",\n'])|rows(['a,"multi\n', 'line",c\n'])|rows(['"open\n'])|rows(['"open'], strict=True)
rows(['"a"b,c'])|rows(['"a"b,c'], strict=True)|rows(['a\nb'])|rows([' a, b'], skipinitialspace=True)|rows([b'a'])|rows([5])|rows(5)
rows(['1,2.5,"x"'], quoting=csv.QUOTE_NONNUMERIC)|rows(['1,x'], quoting=csv.QUOTE_NONNUMERIC)|rows(['a\\,b\\'], escapechar='\\')
rows(["'a,b',c"], quotechar="'")|rows(['"a",b'], quoting=csv.QUOTE_NONE)|rows(['é€,\U0001F600'])|rows(['a'], delimiter='ab')
rows(['a'], foo=1)|rows([''])|rows(['\n'])|rows(['a\tb'], dialect='excel-tab')|rows(['a'], dialect='nope')|rows(['"a\n', '\n', 'b",c'])
text(['a,b', 'q"q', 'n\nl', '', 1, 2.5, None, True])|text([''])|text([])|text(['', None])|text(['a', 1, 2.5, None], quoting=csv.QUOTE_ALL)
text(['a', 1, 2.5, None], quoting=csv.QUOTE_NONNUMERIC)|text(['a,b'], quoting=csv.QUOTE_NONE)|text(['a,b'], quoting=3, escapechar='\\')
text(['a"b'], doublequote=False)|text(['a"b'], doublequote=False, escapechar='\\')|text([''], quoting=csv.QUOTE_NONE)|text('abc')|text(5)
text(('x',), iter('yz'), {1: 2})|text(['a!b'], lineterminator='!')|text([1.1, 1e100, 10 ** 20, 1j])|csv.writer(5)
csv.writer(io.StringIO()).writerows(5)|list(csv.DictReader(['a,b', '1,2', '3', '4,5,6']))""".replace("\n", "|").split("|"):
    try:
        print(program, "->", repr(eval(program)))
    except Exception as error:
        print(program, "->", type(error).__name__, error)
reader = csv.reader(['a\n', '"b\n', 'c"\n', 'd'])
print([(row, reader.line_num) for row in reader], reader.dialect.delimiter, type(reader), next(reader, "end"))
limit = csv.field_size_limit(5)
try:
    rows(["abcdef"])
except csv.Error as error:
    print(error, csv.field_size_limit(limit), rows(["abcdef"]))
# expect: rows(['a,b\n', '1,"x,y"\r\n', '', '"a""b",\n']) -> [['a', 'b'], ['1', 'x,y'], [], ['a"b', '']]
# expect: rows(['a,"multi\n', 'line",c\n']) -> [['a', 'multi\nline', 'c']]
# expect: rows(['"open\n']) -> [['open\n']]
# expect: rows(['"open'], strict=True) -> Error unexpected end of data
# expect: rows(['"a"b,c']) -> [['ab', 'c']]
# expect: rows(['"a"b,c'], strict=True) -> Error ',' expected after '"'
# expect: rows(['a\nb']) -> Error new-line character seen in unquoted field - do you need to open the file in universal-newline mode?
# expect: rows([' a, b'], skipinitialspace=True) -> [['a', 'b']]
# expect: rows([b'a']) -> Error iterator should return strings, not bytes (the file should be opened in text mode)
# expect: rows([5]) -> Error iterator should return strings, not int (the file should be opened in text mode)
# expect: rows(5) -> TypeError 'int' object is not iterable
# expect: rows(['1,2.5,"x"'], quoting=csv.QUOTE_NONNUMERIC) -> [[1.0, 2.5, 'x']]
# expect: rows(['1,x'], quoting=csv.QUOTE_NONNUMERIC) -> ValueError could not convert string to float: 'x'
# expect: rows(['a\\,b\\'], escapechar='\\') -> [['a,b\n']]
# expect: rows(["'a,b',c"], quotechar="'") -> [['a,b', 'c']]
# expect: rows(['"a",b'], quoting=csv.QUOTE_NONE) -> [['"a"', 'b']]
# expect: rows(['é€,\U0001F600']) -> [['é€', '😀']]
# expect: rows(['a'], delimiter='ab') -> TypeError "delimiter" must be a 1-character string
# expect: rows(['a'], foo=1) -> TypeError 'foo' is an invalid keyword argument for this function
# expect: rows(['']) -> [[]]
# expect: rows(['\n']) -> [[]]
# expect: rows(['a\tb'], dialect='excel-tab') -> [['a', 'b']]
# expect: rows(['a'], dialect='nope') -> Error unknown dialect
# expect: rows(['"a\n', '\n', 'b",c']) -> [['a\n\nb', 'c']]
# expect: text(['a,b', 'q"q', 'n\nl', '', 1, 2.5, None, True]) -> ([33], '"a,b","q""q","n\nl",,1,2.5,,True\r\n')
# expect: text(['']) -> ([4], '""\r\n')
# expect: text([]) -> ([2], '\r\n')
# expect: text(['', None]) -> ([3], ',\r\n')
# expect: text(['a', 1, 2.5, None], quoting=csv.QUOTE_ALL) -> ([18], '"a","1","2.5",""\r\n')
# expect: text(['a', 1, 2.5, None], quoting=csv.QUOTE_NONNUMERIC) -> ([14], '"a",1,2.5,""\r\n')
# expect: text(['a,b'], quoting=csv.QUOTE_NONE) -> Error need to escape, but no escapechar set
# expect: text(['a,b'], quoting=3, escapechar='\\') -> ([6], 'a\\,b\r\n')
# expect: text(['a"b'], doublequote=False) -> Error need to escape, but no escapechar set
# expect: text(['a"b'], doublequote=False, escapechar='\\') -> ([6], 'a\\"b\r\n')
# expect: text([''], quoting=csv.QUOTE_NONE) -> Error single empty field record must be quoted
# expect: text('abc') -> ([7], 'a,b,c\r\n')
# expect: text(5) -> Error iterable expected, not int
# expect: text(('x',), iter('yz'), {1: 2}) -> ([3, 5, 3], 'x\r\ny,z\r\n1\r\n')
# expect: text(['a!b'], lineterminator='!') -> ([6], '"a!b"!')
# expect: text([1.1, 1e100, 10 ** 20, 1j]) -> ([37], '1.1,1e+100,100000000000000000000,1j\r\n')
# expect: csv.writer(5) -> TypeError argument 1 must have a "write" method
# expect: csv.writer(io.StringIO()).writerows(5) -> TypeError 'int' object is not iterable
# expect: list(csv.DictReader(['a,b', '1,2', '3', '4,5,6'])) -> [{'a': '1', 'b': '2'}, {'a': '3', 'b': None}, {'a': '4', 'b': '5', None: ['6']}]
# expect: [(['a'], 1), (['b\nc'], 3), (['d'], 4)] , <class '_csv.reader'> end
# expect: field larger than field limit (5) 5 [['abcdef']]
