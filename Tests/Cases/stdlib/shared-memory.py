# Recorded from CPython 3.11.7.
# Files mapped into memory, and memory that processes share by name.
import mmap, os, tempfile
from multiprocessing import shared_memory
with tempfile.TemporaryFile() as file:
    file.write(b"hello\nworld\n")
    file.flush()
    with mmap.mmap(file.fileno(), 0) as memory:
        print(len(memory), memory[:5], memory[0], memory.readline(), memory.tell(), memory.find(b"o"), memory.rfind(b"o", 0), b"wor" in memory)
        memory[0:5] = b"HELLO"
        memory[-1] = 33
        memory.seek(6)
        print(memory.write(b"W"), memory.read(), memory.size())
        memory.flush()
        view = memoryview(memory)
        print(view[:3].tobytes(), view.readonly)
        for step in (memory.close, lambda: memory.write(b"too long" * 9), lambda: memory.__setitem__(slice(0, 2), b"abc"), lambda: memory[99]):
            try:
                step()
            except (BufferError, ValueError, IndexError) as error:
                print(type(error).__name__, error)
        view.release()
    file.seek(0)
    print(file.read(), memory.closed)
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory:
        try:
            memory[0] = 1
        except TypeError as error:
            print(error)
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as memory:
        memory[:3] = b"xyz"
        print(memory[:5], os.pread(file.fileno(), 5, 0))
with mmap.mmap(-1, 4096) as memory:
    memory.write(b"abc")
    print(memory[:4], len(memory))

block = shared_memory.SharedMemory(create=True, size=10)
block.buf[:4] = b"data"
other = shared_memory.SharedMemory(block.name)
print(bytes(other.buf[:5]), other.name == block.name, other.size >= 10)
other.buf[0] = 68
print(bytes(block.buf[:4]))
pid = os.fork()
if pid == 0:
    block.buf[4:6] = b"!!"
    os._exit(0)
os.waitpid(pid, 0)
print(bytes(other.buf[:6]))
other.close()
block.close()
block.unlink()
try:
    shared_memory.SharedMemory("wick_no_such_block")
except FileNotFoundError as error:
    print(error)
items = shared_memory.ShareableList(["howdy", b"bytes", -273.154, 100, None, True, "ä"])
again = shared_memory.ShareableList(name=items.shm.name)
again[0], again[3], again[2] = "hi", -5, 42
print(list(items), len(items), items.index(100) if 100 in list(items) else items.index(-5), items.count(None))
for step in (lambda: items.__setitem__(0, "much too long a text"), lambda: items[9], lambda: items.__setitem__(9, 1)):
    try:
        step()
    except (ValueError, IndexError) as error:
        print(error)
again.shm.close()
items.shm.close()
items.shm.unlink()
# expect: 12 b'hello' 104 b'hello\n' 6 7 7 False
# expect: 1 b'orld!' 12
# expect: b'HEL' False
# expect: BufferError cannot close exported pointers exist
# expect: ValueError data out of range
# expect: IndexError mmap slice assignment is wrong size
# expect: IndexError mmap index out of range
# expect: b'HELLO\nWorld!' True
# expect: mmap can't modify a readonly memory map.
# expect: b'xyzLO' b'HELLO'
# expect: b'abc\x00' 4096
# expect: b'data\x00' True True
# expect: b'Data'
# expect: b'Data!!'
# expect: [Errno 2] No such file or directory: '/wick_no_such_block'
# expect: ['hi', b'bytes', 42, -5, None, True, 'ä'] 7 3 1
# expect: bytes/str item exceeds available storage
# expect: index out of range
# expect: assignment index out of range
