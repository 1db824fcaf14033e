# Recorded from CPython 3.11.7.
class Registry(type):
    classes = []

    def __new__(meta, name, bases, namespace, **options):
        cls = super().__new__(meta, name, bases, namespace)
        cls.options = options
        meta.classes.append(name)
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __len__(cls):
        return len(cls.__name__)

    @classmethod
    def __prepare__(meta, name, bases, **options):
        return {"injected": name.lower()}


class Base(metaclass=Registry):
    pass


class Child(Base, colour="red"):
    y = injected + "!"


print(Registry.classes, Child.options, Child.y, len(Child), type(Child) is Registry)
print(isinstance(Child, Registry), Child.injected, issubclass(Child, Base))


class Any:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Any[int], Any["x"])


class Check(type):
    def __instancecheck__(cls, x):
        return x == 42


class FortyTwo(metaclass=Check):
    pass


print(isinstance(42, FortyTwo), isinstance(41, FortyTwo))
# expect: ['Base', 'Child'] {'colour': 'red'} child! 5 True
# expect: True child True
# expect: Any[<class 'int'>] Any[x]
# expect: True False
