# Recorded from CPython 3.11.7.
# The attributes of `threading.local`: of the thread, of the class, missing, deleted.
import threading


class Settings(threading.local):
    limit = 5

    def __init__(self, name="none"):
        self.name = name

    @property
    def both(self):
        return self.name, self.limit

    @both.setter
    def both(self, pair):
        self.name, self.limit = pair


plain, settings = threading.local(), Settings("main")
plain.x = 1
settings.limit = 6
print(plain.x, plain.__dict__, settings.both, Settings.limit, hasattr(plain, "y"))


def work():
    print(hasattr(plain, "x"), settings.name, settings.limit, settings.__dict__)
    settings.both = "other", 7
    plain.x = 2
    print(plain.x, settings.both)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(plain.x, settings.both)
del plain.x
for text in ["plain.x", "settings.nothing", "setattr(plain, '__dict__', {})", "delattr(plain, 'x')", "getattr(plain, 3)"]:
    try:
        print(eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
setattr(plain, "new name", 3)
print(getattr(plain, "new name"), sorted(plain.__dict__))
# expect: 1 {'x': 1} ('main', 6) 5 False
# expect: False main 5 {'name': 'main'}
# expect: 2 ('other', 7)
# expect: 1 ('main', 6)
# expect: plain.x AttributeError '_thread._local' object has no attribute 'x'
# expect: settings.nothing AttributeError 'Settings' object has no attribute 'nothing'
# expect: setattr(plain, '__dict__', {}) AttributeError '_thread._local' object attribute '__dict__' is read-only
# expect: delattr(plain, 'x') AttributeError '_thread._local' object has no attribute 'x'
# expect: getattr(plain, 3) TypeError attribute name must be string, not 'int'
# expect: 3 ['new name']
