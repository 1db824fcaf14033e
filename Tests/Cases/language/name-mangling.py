# Recorded from CPython 3.11.7.
class Account:
    def __init__(self):
        self.__secret = 1
        self._hint = 2
        self.__dunder__ = 3

    def reveal(self):
        return self.__secret

    def __private(self):
        return "private"

    def call(self):
        return self.__private()


a = Account()
print(a.reveal(), a.call(), sorted(a.__dict__), a._Account__secret)
try:
    a.__secret
except AttributeError as error:
    print(error)


class Sub(Account):
    def __init__(self):
        super().__init__()
        self.__secret = 10

    def both(self):
        return self.__secret, self.reveal()


print(Sub().both())
# expect: 1 private ['_Account__secret', '__dunder__', '_hint'] 1
# expect: 'Account' object has no attribute '__secret'
# expect: (10, 1)
