# Recorded from CPython 3.11.7.
class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"


class Dog(Animal):
    sound = "Woof"

    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + "!"


print(Dog("Rex", 3).speak(), Animal("It").speak())


class A:
    def go(self):
        return ["A"]


class B(A):
    def go(self):
        return ["B"] + super().go()


class C(A):
    def go(self):
        return ["C"] + super().go()


class D(B, C):
    def go(self):
        return ["D"] + super().go()


print(D().go(), [k.__name__ for k in D.__mro__], D.__bases__[0].__name__)
try:

    class E(A, D):
        pass

except TypeError as error:
    print(error)
print(super(D, D()).go(), super(B, D()).go())
print(Dog.__base__.__name__, issubclass(D, A), isinstance(D(), (int, C)))
# expect: Rex says Woof! It says ...
# expect: ['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A', 'object'] B
# expect: Cannot create a consistent method resolution
# expect: order (MRO) for bases A, D
# expect: ['B', 'C', 'A'] ['C', 'A']
# expect: Animal True True
