# Recorded from CPython 3.11.7.
import csv
import io

text = 'name,size\r\n"Doe, J",3\r\n"a ""b""",\r\n'
rows = list(csv.reader(io.StringIO(text)))
print(rows)
print(list(csv.DictReader(io.StringIO(text))))
out = io.StringIO()
writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
writer.writerows([["x", 1, 2.5], ['q"', None, "a,b"]])
table = csv.DictWriter(out, fieldnames=["a", "b"], delimiter=";", lineterminator="\n")
table.writeheader()
table.writerow({"a": 1, "b": "x;y"})
print(out.getvalue().splitlines())
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, csv.list_dialects())
for bad in (lambda: table.writerow({"c": 1}), lambda: csv.reader([], dialect="none"), lambda: csv.writer(1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
# expect: [['name', 'size'], ['Doe, J', '3'], ['a "b"', '']]
# expect: [{'name': 'Doe, J', 'size': '3'}, {'name': 'a "b"', 'size': ''}]
# expect: ['"x",1,2.5', '"q""","","a,b"', 'a;b', '1;"x;y"']
# expect: ; ['excel', 'excel-tab', 'unix']
# expect: ValueError dict contains fields not in fieldnames: 'c'
# expect: Error unknown dialect
# expect: TypeError argument 1 must have a "write" method
