# Recorded from CPython 3.11.7.
import os, subprocess, sys, tempfile
os.chdir(tempfile.mkdtemp())
with open("a.py", "w") as file:
    file.write("x = 1\nif x:\n    y = x + 2\n")
with open("d.txt", "w") as file:
    file.write(">>> 1 + 1\n2\n>>> 2\n3\n")
def run(*words, text=None):
    ran = subprocess.run([sys.executable, "-m", *words], capture_output=True, text=True, input=text)
    print("--", *words, ran.returncode)
    print(ran.stdout, end="")
    print(ran.stderr, end="")
run("calendar", "2024", "2")
run("calendar", "-w", "3", "-m", "2", "1999")
run("calendar", "-t", "html", "2024", "2")
run("ast", "-i", "1", "a.py")
run("ast", "-m", "eval", text="1 + a")
run("tokenize", "a.py")
run("tokenize", "-e", text="a.b == 1\n")
run("base64", text="some words")
run("base64", "-d", text="c29tZSB3b3Jkcw==\n")
run("quopri", text="a = \xe9\n")
run("gzip", "a.py")
run("gzip", "-d", "a.py")
run("zipfile", "-c", "z.zip", "a.py", "d.txt")
run("zipfile", "-t", "z.zip")
run("zipfile", "-e", "z.zip", "out")
run("tarfile", "-v", "-c", "t.tar.gz", "a.py", "d.txt")
run("tarfile", "-l", "t.tar.gz")
run("tarfile", "-l", "a.py")
print(sorted(os.listdir()), sorted(os.listdir("out")))
run("mimetypes", "a.html", "-e")
run("mimetypes", "-e", "text/html")
run("doctest", "d.txt")
run("inspect", "nosuchmodule")
run("trace", "--listfuncs")
run("this")
run("py_compile", "nofile.py")
# expect: -- calendar 2024 2 0
# expect:    February 2024
# expect: Mo Tu We Th Fr Sa Su
# expect:           1  2  3  4
# expect:  5  6  7  8  9 10 11
# expect: 12 13 14 15 16 17 18
# expect: 19 20 21 22 23 24 25
# expect: 26 27 28 29
# expect: -- calendar -w 3 -m 2 1999 0
# expect:                             1999
# expect:
# expect:           January                          February
# expect: Mon Tue Wed Thu Fri Sat Sun      Mon Tue Wed Thu Fri Sat Sun
# expect:                   1   2   3        1   2   3   4   5   6   7
# expect:   4   5   6   7   8   9  10        8   9  10  11  12  13  14
# expect:  11  12  13  14  15  16  17       15  16  17  18  19  20  21
# expect:  18  19  20  21  22  23  24       22  23  24  25  26  27  28
# expect:  25  26  27  28  29  30  31
# expect:
# expect:            March                            April
# expect: Mon Tue Wed Thu Fri Sat Sun      Mon Tue Wed Thu Fri Sat Sun
# expect:   1   2   3   4   5   6   7                    1   2   3   4
# expect:   8   9  10  11  12  13  14        5   6   7   8   9  10  11
# expect:  15  16  17  18  19  20  21       12  13  14  15  16  17  18
# expect:  22  23  24  25  26  27  28       19  20  21  22  23  24  25
# expect:  29  30  31                       26  27  28  29  30
# expect:
# expect:             May                              June
# expect: Mon Tue Wed Thu Fri Sat Sun      Mon Tue Wed Thu Fri Sat Sun
# expect:                       1   2            1   2   3   4   5   6
# expect:   3   4   5   6   7   8   9        7   8   9  10  11  12  13
# expect:  10  11  12  13  14  15  16       14  15  16  17  18  19  20
# expect:  17  18  19  20  21  22  23       21  22  23  24  25  26  27
# expect:  24  25  26  27  28  29  30       28  29  30
# expect:  31
# expect:
# expect:             July                            August
# expect: Mon Tue Wed Thu Fri Sat Sun      Mon Tue Wed Thu Fri Sat Sun
# expect:               1   2   3   4                                1
# expect:   5   6   7   8   9  10  11        2   3   4   5   6   7   8
# expect:  12  13  14  15  16  17  18        9  10  11  12  13  14  15
# expect:  19  20  21  22  23  24  25       16  17  18  19  20  21  22
# expect:  26  27  28  29  30  31           23  24  25  26  27  28  29
# expect:                                   30  31
# expect:
# expect:          September                         October
# expect: Mon Tue Wed Thu Fri Sat Sun      Mon Tue Wed Thu Fri Sat Sun
# expect:           1   2   3   4   5                        1   2   3
# expect:   6   7   8   9  10  11  12        4   5   6   7   8   9  10
# expect:  13  14  15  16  17  18  19       11  12  13  14  15  16  17
# expect:  20  21  22  23  24  25  26       18  19  20  21  22  23  24
# expect:  27  28  29  30                   25  26  27  28  29  30  31
# expect:
# expect:           November                         December
# expect: Mon Tue Wed Thu Fri Sat Sun      Mon Tue Wed Thu Fri Sat Sun
# expect:   1   2   3   4   5   6   7                1   2   3   4   5
# expect:   8   9  10  11  12  13  14        6   7   8   9  10  11  12
# expect:  15  16  17  18  19  20  21       13  14  15  16  17  18  19
# expect:  22  23  24  25  26  27  28       20  21  22  23  24  25  26
# expect:  29  30                           27  28  29  30  31
# expect: -- calendar -t html 2024 2 2
# expect: usage: calendar.py [-h] [-w WIDTH] [-l LINES] [-s SPACING] [-m MONTHS]
# expect:                    [-c CSS] [-L LOCALE] [-e ENCODING] [-t {text,html}]
# expect:                    [year] [month]
# expect: calendar.py: error: incorrect number of arguments
# expect: -- ast -i 1 a.py 0
# expect: Module(
# expect:  body=[
# expect:   Assign(
# expect:    targets=[
# expect:     Name(id='x', ctx=Store())],
# expect:    value=Constant(value=1)),
# expect:   If(
# expect:    test=Name(id='x', ctx=Load()),
# expect:    body=[
# expect:     Assign(
# expect:      targets=[
# expect:       Name(id='y', ctx=Store())],
# expect:      value=BinOp(
# expect:       left=Name(id='x', ctx=Load()),
# expect:       op=Add(),
# expect:       right=Constant(value=2)))],
# expect:    orelse=[])],
# expect:  type_ignores=[])
# expect: -- ast -m eval 0
# expect: Expression(
# expect:    body=BinOp(
# expect:       left=Constant(value=1),
# expect:       op=Add(),
# expect:       right=Name(id='a', ctx=Load())))
# expect: -- tokenize a.py 0
# expect: 0,0-0,0:            ENCODING       'utf-8'        
# expect: 1,0-1,1:            NAME           'x'            
# expect: 1,2-1,3:            OP             '='            
# expect: 1,4-1,5:            NUMBER         '1'            
# expect: 1,5-1,6:            NEWLINE        '\n'           
# expect: 2,0-2,2:            NAME           'if'           
# expect: 2,3-2,4:            NAME           'x'            
# expect: 2,4-2,5:            OP             ':'            
# expect: 2,5-2,6:            NEWLINE        '\n'           
# expect: 3,0-3,4:            INDENT         '    '         
# expect: 3,4-3,5:            NAME           'y'            
# expect: 3,6-3,7:            OP             '='            
# expect: 3,8-3,9:            NAME           'x'            
# expect: 3,10-3,11:          OP             '+'            
# expect: 3,12-3,13:          NUMBER         '2'            
# expect: 3,13-3,14:          NEWLINE        '\n'           
# expect: 4,0-4,0:            DEDENT         ''             
# expect: 4,0-4,0:            ENDMARKER      ''             
# expect: -- tokenize -e 0
# expect: 1,0-1,1:            NAME           'a'            
# expect: 1,1-1,2:            DOT            '.'            
# expect: 1,2-1,3:            NAME           'b'            
# expect: 1,4-1,6:            EQEQUAL        '=='           
# expect: 1,7-1,8:            NUMBER         '1'            
# expect: 1,8-1,9:            NEWLINE        '\n'           
# expect: 2,0-2,0:            ENDMARKER      ''             
# expect: -- base64 0
# expect: c29tZSB3b3Jkcw==
# expect: -- base64 -d 0
# expect: some words-- quopri 0
# expect: a =3D =C3=A9
# expect: -- gzip a.py 0
# expect: -- gzip -d a.py 1
# expect: filename doesn't end in .gz: 'a.py'
# expect: -- zipfile -c z.zip a.py d.txt 0
# expect: -- zipfile -t z.zip 0
# expect: Done testing
# expect: -- zipfile -e z.zip out 0
# expect: -- tarfile -v -c t.tar.gz a.py d.txt 0
# expect: 't.tar.gz' file created.
# expect: -- tarfile -l t.tar.gz 0
# expect: a.py 
# expect: d.txt 
# expect: -- tarfile -l a.py 1
# expect: 'a.py' is not a tar archive.
# expect: ['a.py', 'a.py.gz', 'd.txt', 'out', 't.tar.gz', 'z.zip'] ['a.py', 'd.txt']
# expect: -- mimetypes a.html -e 0
# expect: type: text/html encoding: None
# expect: I don't know anything about type -e
# expect: -- mimetypes -e text/html 0
# expect: .html
# expect: -- doctest d.txt 1
# expect: **********************************************************************
# expect: File "d.txt", line 3, in d.txt
# expect: Failed example:
# expect:     2
# expect: Expected:
# expect:     3
# expect: Got:
# expect:     2
# expect: **********************************************************************
# expect: 1 items had failures:
# expect:    1 of   2 in d.txt
# expect: ***Test Failed*** 1 failures.
# expect: -- inspect nosuchmodule 2
# expect: Failed to import nosuchmodule (ModuleNotFoundError: No module named 'nosuchmodule')
# expect: -- trace --listfuncs 2
# expect: usage: trace.py [-h] [--version] [-c] [-t] [-l] [-T] [-r | -R] [-f FILE]
# expect:                 [-C COVERDIR] [-m] [-s] [-g] [--ignore-module IGNORE_MODULE]
# expect:                 [--ignore-dir IGNORE_DIR] [--module]
# expect:                 [progname] ...
# expect: trace.py: error: progname is missing: required with the main options
# expect: -- this 0
# expect: The Zen of Python, by Tim Peters
# expect:
# expect: Beautiful is better than ugly.
# expect: Explicit is better than implicit.
# expect: Simple is better than complex.
# expect: Complex is better than complicated.
# expect: Flat is better than nested.
# expect: Sparse is better than dense.
# expect: Readability counts.
# expect: Special cases aren't special enough to break the rules.
# expect: Although practicality beats purity.
# expect: Errors should never pass silently.
# expect: Unless explicitly silenced.
# expect: In the face of ambiguity, refuse the temptation to guess.
# expect: There should be one-- and preferably only one --obvious way to do it.
# expect: Although that way may not be obvious at first unless you're Dutch.
# expect: Now is better than never.
# expect: Although never is often better than *right* now.
# expect: If the implementation is hard to explain, it's a bad idea.
# expect: If the implementation is easy to explain, it may be a good idea.
# expect: Namespaces are one honking great idea -- let's do more of those!
# expect: -- py_compile nofile.py 1
# expect: [Errno 2] No such file or directory: 'nofile.py'
