# Recorded from CPython 3.11.7.
# What is left after except*: the parts that nobody took keep the group's message; what a clause raises is added.
def attempt(body):
    try:
        body()
    except BaseException as error:
        print(type(error).__name__, error.args[0], [type(e).__name__ for e in getattr(error, "exceptions", ())])


def rest():
    try:
        raise ExceptionGroup("work", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as group:
        print("took", group.exceptions)


def again():
    try:
        raise ExceptionGroup("work", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
    except* TypeError as group:
        raise KeyError("new") from group


def naked():
    try:
        raise OSError("alone")
    except* OSError as group:
        print(repr(group))
    try:
        raise ValueError("other")
    except* OSError:
        pass


def wrong():
    try:
        raise ValueError
    except* ExceptionGroup:
        pass


for body in (rest, again, naked, wrong):
    attempt(body)
group = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])])
group.add_note("a note")
yes, no = group.split(ValueError)
print(yes, no, yes.__notes__, group.subgroup(lambda e: isinstance(e, TypeError)))
for bad in (("g", {ValueError(1)}), ("g", []), ("g", [1]), (1, [ValueError()]), ("g", [KeyboardInterrupt()])):
    try:
        ExceptionGroup(*bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: took (ValueError(1),)
# expect: ExceptionGroup work ['TypeError', 'OSError']
# expect: ExceptionGroup  ['KeyError', 'ExceptionGroup']
# expect: ExceptionGroup('', (OSError('alone'),))
# expect: ValueError other []
# expect: TypeError catching ExceptionGroup with except* is not allowed. Use except instead. []
# expect: g (2 sub-exceptions) g (1 sub-exception) ['a note'] g (1 sub-exception)
# expect: TypeError second argument (exceptions) must be a sequence
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: TypeError Cannot nest BaseExceptions in an ExceptionGroup
