# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# torch.frombuffer looks at the memory of its buffer: writes go both ways.
import array
import gc
import torch


def told(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


numbers = array.array("i", [1, 2, 3])
x = torch.frombuffer(numbers, dtype=torch.int32)
x[0] = -1
numbers[1] = 7
print(numbers, x)
data = bytearray(b"\x01\x02\x03\x04")
part = torch.frombuffer(data, dtype=torch.uint8, offset=1)
part.mul_(2)
window = part[1:]
del part
gc.collect()
window[0] = 99
print(data, window, window.untyped_storage().nbytes())
floats = torch.frombuffer(bytearray(16), dtype=torch.float64, requires_grad=True)
(floats * 2).sum().backward()
print(floats, floats.grad)
told(lambda: torch.frombuffer(memoryview(data)[1:3], dtype=torch.uint8))
told(lambda: torch.frombuffer(data, dtype=torch.int16, offset=1, count=1))
told(lambda: torch.frombuffer(data, dtype=torch.int32, offset=9))
told(lambda: torch.frombuffer(data, dtype=torch.int32, count=0))
told(lambda: torch.frombuffer(data, dtype=torch.int32, count=2))
told(lambda: torch.frombuffer(data, dtype=torch.int64))
told(lambda: torch.frombuffer(bytearray(), dtype=torch.int8))
told(lambda: torch.frombuffer(3, dtype=torch.int8))
told(lambda: torch.frombuffer(memoryview(data)[::2], dtype=torch.uint8))
told(lambda: torch.frombuffer(data, dtype=torch.uint8, requires_grad=True))
# expect: array('i', [-1, 7, 3]) tensor([-1,  7,  3], dtype=torch.int32)
# expect: bytearray(b'\x01\x04c\x08') tensor([99,  8], dtype=torch.uint8) 3
# expect: tensor([0., 0.], dtype=torch.float64, requires_grad=True) tensor([2., 2.], dtype=torch.float64)
# expect: tensor([ 4, 99], dtype=torch.uint8)
# expect: tensor([25348], dtype=torch.int16)
# expect: ValueError offset (9 bytes) must be non-negative and no greater than buffer length (4 bytes) minus 1
# expect: ValueError both buffer length (4) and count (0) must not be 0
# expect: ValueError requested buffer length (2 * 4 bytes) after offset (0 bytes) must not be greater than actual buffer length (4 bytes)
# expect: ValueError buffer length (4 bytes) after offset (0 bytes) must be a multiple of element size (8)
# expect: ValueError both buffer length (0) and count (-1) must not be 0
# expect: ValueError object does not implement Python buffer protocol.
# expect: RuntimeError could not retrieve buffer from object
# expect: RuntimeError Only Tensors of floating point and complex dtype can require gradients
