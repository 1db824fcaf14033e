# Recorded from CPython 3.11.7.
import io
import pdb


def double(n):
    m = n * 2
    return m


def work(x):
    y = x + 1
    z = double(y)
    for i in range(2):
        z += i
    return z


kept = []


def session(commands):
    out = io.StringIO()
    # Streams that go while the program is traced would be seen.
    kept.append(out)
    debugger = pdb.Pdb(stdin=io.StringIO(commands), stdout=out, nosigint=True, readrc=False)
    kept.append(debugger)
    result = debugger.runcall(work, 3)
    text = out.getvalue().replace(__file__, "FILE")
    print("\n".join(line.split("/")[-1] for line in text.splitlines()))
    print(result)


session("n\np y\ns\ns\na\nr\nc\n")
session("n\nn\nz = 100\nn\nn\nn\np i, z\nwhatis z\nc\n")
session("n\ntbreak double\nc\np n\nu\np x\nnosuch\nc\n")
session("b double, n > 100\nc\n")
session("alias twice p %1 * 2\nn\ntwice y;; p x\nunt 15\nq\n")
try:
    1 / 0
except ZeroDivisionError as error:
    out = io.StringIO()
    debugger = pdb.Pdb(stdin=io.StringIO("p 1 + 1\nq\n"), stdout=out)
    debugger.reset()
    debugger.interaction(None, error.__traceback__)
    print(out.getvalue().splitlines()[1:])
# expect: > FILE(12)work()
# expect: -> y = x + 1
# expect: (Pdb) > FILE(13)work()
# expect: -> z = double(y)
# expect: (Pdb) 4
# expect: (Pdb) --Call--
# expect: > FILE(6)double()
# expect: -> def double(n):
# expect: (Pdb) > FILE(7)double()
# expect: -> m = n * 2
# expect: (Pdb) n = 4
# expect: (Pdb) --Return--
# expect: > FILE(8)double()->8
# expect: -> return m
# expect: (Pdb) 
# expect: 9
# expect: > FILE(12)work()
# expect: -> y = x + 1
# expect: (Pdb) > FILE(13)work()
# expect: -> z = double(y)
# expect: (Pdb) > FILE(14)work()
# expect: -> for i in range(2):
# expect: (Pdb) (Pdb) > FILE(15)work()
# expect: -> z += i
# expect: (Pdb) > FILE(14)work()
# expect: -> for i in range(2):
# expect: (Pdb) > FILE(15)work()
# expect: -> z += i
# expect: (Pdb) (1, 100)
# expect: (Pdb) <class 'int'>
# expect: (Pdb) 
# expect: 101
# expect: > FILE(12)work()
# expect: -> y = x + 1
# expect: (Pdb) > FILE(13)work()
# expect: -> z = double(y)
# expect: (Pdb) Breakpoint 1 at FILE:6
# expect: (Pdb) Deleted breakpoint 1 at FILE:6
# expect: > FILE(7)double()
# expect: -> m = n * 2
# expect: (Pdb) 4
# expect: (Pdb) > FILE(13)work()
# expect: -> z = double(y)
# expect: (Pdb) 3
# expect: (Pdb) *** NameError: name 'nosuch' is not defined
# expect: (Pdb) 
# expect: 9
# expect: > FILE(12)work()
# expect: -> y = x + 1
# expect: (Pdb) Breakpoint 2 at FILE:6
# expect: (Pdb) 
# expect: 9
# expect: > FILE(12)work()
# expect: -> y = x + 1
# expect: (Pdb) (Pdb) > FILE(13)work()
# expect: -> z = double(y)
# expect: (Pdb) 4
# expect: *** SyntaxError: can't use starred expression here
# expect: (Pdb) > FILE(15)work()
# expect: -> z += i
# expect: (Pdb) 
# expect: None
# expect: ['-> 1 / 0', '(Pdb) 2', '(Pdb) ']
