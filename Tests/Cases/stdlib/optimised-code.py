# Recorded from CPython 3.11.7.
import os, subprocess, sys, tempfile
program = """
import sys, builtins
def f():
    "doc"
    assert False, "refused"
    return f.__doc__
try:
    print(f())
except AssertionError as e:
    print("AssertionError", e)
print(__debug__, builtins.__debug__, sys.flags.optimize)
if __debug__:
    print("debugging")
class A:
    "text"
print(A.__doc__, eval("__debug__"))
for level in (-1, 0, 1, 2):
    try:
        exec(compile("'doc'\\nassert 0\\nprint(level, __debug__, globals().get('__doc__'))", "<f>", "exec", optimize=level), {"level": level})
    except AssertionError:
        print(level, "asserts")
import part
print(part.value, part.__doc__)
"""
folder = tempfile.mkdtemp()
with open(os.path.join(folder, "part.py"), "w") as file:
    file.write("'about'\nvalue = 0\nassert not __debug__\nvalue = 1\n")
with open(os.path.join(folder, "whole.py"), "w") as file:
    file.write(program)
def run(*options, **variables):
    ran = subprocess.run([sys.executable, *options], capture_output=True, text=True, cwd=folder, env={**os.environ, **variables})
    print("--", *options[:-1], *variables.items())
    print(ran.stdout + ran.stderr.strip().rpartition("\n")[2])
for options in ([], ["-O"], ["-OO"], ["-O", "-O"]):
    run(*options, "whole.py")
run("-O", "-c", program)
for text in ("1", "2", "0", "yes"):
    run("whole.py", PYTHONOPTIMIZE=text)
run("-E", "whole.py", PYTHONOPTIMIZE="2")
run("-O", "-c", "import sys; print(sys.flags.optimize)", PYTHONOPTIMIZE="2")
run("-c", "__debug__ = 1")
# expect: --
# expect: AssertionError refused
# expect: True True 0
# expect: debugging
# expect: text True
# expect: -1 asserts
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: AssertionError
# expect: -- -O
# expect: doc
# expect: False False 1
# expect: text False
# expect: -1 False doc
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: 1 about
# expect:
# expect: -- -OO
# expect: None
# expect: False False 2
# expect: None False
# expect: -1 False None
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: 1 None
# expect:
# expect: -- -O -O
# expect: None
# expect: False False 2
# expect: None False
# expect: -1 False None
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: 1 None
# expect:
# expect: -- -O -c
# expect: doc
# expect: False False 1
# expect: text False
# expect: -1 False doc
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: 1 about
# expect:
# expect: -- ('PYTHONOPTIMIZE', '1')
# expect: doc
# expect: False False 1
# expect: text False
# expect: -1 False doc
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: 1 about
# expect:
# expect: -- ('PYTHONOPTIMIZE', '2')
# expect: None
# expect: False False 2
# expect: None False
# expect: -1 False None
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: 1 None
# expect:
# expect: -- ('PYTHONOPTIMIZE', '0')
# expect: AssertionError refused
# expect: True True 0
# expect: debugging
# expect: text True
# expect: -1 asserts
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: AssertionError
# expect: -- ('PYTHONOPTIMIZE', 'yes')
# expect: doc
# expect: False False 1
# expect: text False
# expect: -1 False doc
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: 1 about
# expect:
# expect: -- -E ('PYTHONOPTIMIZE', '2')
# expect: AssertionError refused
# expect: True True 0
# expect: debugging
# expect: text True
# expect: -1 asserts
# expect: 0 asserts
# expect: 1 False doc
# expect: 2 False None
# expect: AssertionError
# expect: -- -O -c ('PYTHONOPTIMIZE', '2')
# expect: 2
# expect:
# expect: -- -c
# expect: SyntaxError: cannot assign to __debug__
