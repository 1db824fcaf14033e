# Recorded from CPython 3.11.7.
class Trouble(Exception):
    pass


class Deep(Trouble):
    def __str__(self):
        return "two\nlines"


print("start")
raise Deep("ignored")
# expect: start
# expect-error: Deep: two\nlines
