# Recorded from CPython 3.11.7.
try:
    input("name? ")
except EOFError as error:
    print()
    print(type(error).__name__, error)
# expect: name? 
# expect: EOFError EOF when reading a line
