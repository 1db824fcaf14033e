# Recorded from CPython 3.11.7.
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name, None)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        print("deleting")
        delattr(instance, self.name)


class Person:
    name = Typed(str)
    age = Typed(int)


p = Person()
p.name, p.age = "Ann", 30
print(p.name, p.age, type(Person.name).__name__)
try:
    p.age = "old"
except TypeError as error:
    print(error)
del p.age
print(p.age, p.__dict__)
# expect: named Person name
# expect: named Person age
# expect: Ann 30 Typed
# expect: age must be int
# expect: deleting
# expect: None {'_name': 'Ann'}
