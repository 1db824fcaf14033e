# Recorded from CPython 3.11.7.
# Hooks of Pickler and Unpickler.
import copyreg, io, pickle


class Point:
    def __init__(self, x):
        self.x = x


class Writer(pickle.Pickler):
    def persistent_id(self, obj):
        return "five" if obj == 5 else None

    def reducer_override(self, obj):
        return (int, ("7",)) if isinstance(obj, Point) else NotImplemented


class Reader(pickle.Unpickler):
    def persistent_load(self, pid):
        return ["loaded", pid]

    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


for protocol in (0, 2, 4, 5):
    file = io.BytesIO()
    writer = Writer(file, protocol)
    writer.dump([5, Point(1), len])
    writer.dump([5, 1])
    file.seek(0)
    reader = Reader(file)
    print(reader.load(), reader.load())
table = io.BytesIO()
writer = pickle.Pickler(table)
writer.dispatch_table = {Point: lambda p: (Point, (p.x + 1,))}
writer.dump(Point(1))
print(pickle.loads(table.getvalue()).x)
file, shared = io.BytesIO(), [1]
writer = pickle.Pickler(file)
writer.dump(shared)
writer.dump(shared)
writer.clear_memo()
writer.dump(shared)
print(file.getvalue())
file.seek(0)
reader = pickle.Unpickler(file)
print(reader.load() is reader.load(), reader.load())
buffers = []
data = pickle.dumps(pickle.PickleBuffer(bytearray(b"abc")), 5, buffer_callback=buffers.append)
print(data, pickle.loads(data, buffers=[bytearray(b"xyz")]), pickle.dumps(pickle.PickleBuffer(b"abc"), 5))
for wrong in (lambda: 0, io.StringIO(), (i for i in ()), pickle):
    try:
        pickle.dumps(wrong)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
# expect: find __builtin__ long
# expect: find __builtin__ len
# expect: [['loaded', 'five'], 7, <built-in function len>] [['loaded', 'five'], 1]
# expect: find __builtin__ long
# expect: find __builtin__ len
# expect: [['loaded', 'five'], 7, <built-in function len>] [['loaded', 'five'], 1]
# expect: find builtins int
# expect: find builtins len
# expect: [['loaded', 'five'], 7, <built-in function len>] [['loaded', 'five'], 1]
# expect: find builtins int
# expect: find builtins len
# expect: [['loaded', 'five'], 7, <built-in function len>] [['loaded', 'five'], 1]
# expect: 2
# expect: b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00]\x94K\x01a.\x80\x04h\x00.\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00]\x94K\x01a.'
# expect: True [1]
# expect: b'\x80\x05\x97.' bytearray(b'xyz') b'\x80\x05\x95\x07\x00\x00\x00\x00\x00\x00\x00C\x03abc\x94.'
# expect: PicklingError Can't pickle <function <lambda>
# expect: TypeError cannot pickle 'generator' object
# expect: TypeError cannot pickle 'module' object
