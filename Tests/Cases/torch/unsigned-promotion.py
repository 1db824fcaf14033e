# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Unsigned integers of 16 bits and more meet floats, and each other's kind in 0-dimensional tensors, but no other integers.
import torch


def attempt(f):
    try:
        print(f())
    except (RuntimeError, NotImplementedError) as e:
        print(type(e).__name__, e)


for dtype in (torch.uint16, torch.uint32, torch.uint64):
    u = torch.tensor([1, 2, 300]).to(dtype)
    for other in (torch.bool, torch.uint8, torch.int64, torch.float16, torch.float32, torch.complex64):
        x = torch.tensor([1, 0, 2]).to(other)
        attempt(lambda: u * x)
        attempt(lambda: torch.result_type(x, u))
        attempt(lambda: torch.result_type(u, x[0]))
    attempt(lambda: torch.cat([u, torch.tensor([1])]))
    attempt(lambda: torch.where(torch.tensor([True, False, True]), u, torch.tensor([1, 2, 3])))
    print(torch.result_type(u, 1), torch.result_type(u, 1.5), torch.result_type(u, True))
    print(u.sum(), u.prod(), u.any(), u.all(), torch.stack([u, u]).sum(0))
    attempt(lambda: u @ u)
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt16 and Bool
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote Bool and UInt16
# expect: torch.uint16
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt16 and Byte
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote Byte and UInt16
# expect: torch.uint16
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt16 and Long
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote Long and UInt16
# expect: torch.uint16
# expect: tensor([  1.,   0., 600.], dtype=torch.float16)
# expect: torch.float16
# expect: torch.float16
# expect: tensor([  1.,   0., 600.])
# expect: torch.float32
# expect: torch.float32
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt16 and ComplexFloat
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote ComplexFloat and UInt16
# expect: torch.complex64
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt16 and Long
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt16 and Long
# expect: torch.uint16 torch.float32 torch.uint16
# expect: tensor(303) tensor(600) tensor(True) tensor(True) tensor([  2,   4, 600])
# expect: NotImplementedError "dot" not implemented for 'UInt16'
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt32 and Bool
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote Bool and UInt32
# expect: torch.uint32
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt32 and Byte
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote Byte and UInt32
# expect: torch.uint32
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt32 and Long
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote Long and UInt32
# expect: torch.uint32
# expect: tensor([  1.,   0., 600.], dtype=torch.float16)
# expect: torch.float16
# expect: torch.float16
# expect: tensor([  1.,   0., 600.])
# expect: torch.float32
# expect: torch.float32
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt32 and ComplexFloat
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote ComplexFloat and UInt32
# expect: torch.complex64
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt32 and Long
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt32 and Long
# expect: torch.uint32 torch.float32 torch.uint32
# expect: tensor(303) tensor(600) tensor(True) tensor(True) tensor([  2,   4, 600])
# expect: NotImplementedError "dot" not implemented for 'UInt32'
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt64 and Bool
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote Bool and UInt64
# expect: torch.uint64
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt64 and Byte
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote Byte and UInt64
# expect: torch.uint64
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt64 and Long
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote Long and UInt64
# expect: torch.uint64
# expect: tensor([  1.,   0., 600.], dtype=torch.float16)
# expect: torch.float16
# expect: torch.float16
# expect: tensor([  1.,   0., 600.])
# expect: torch.float32
# expect: torch.float32
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt64 and ComplexFloat
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote ComplexFloat and UInt64
# expect: torch.complex64
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt64 and Long
# expect: RuntimeError Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt64 and Long
# expect: torch.uint64 torch.float32 torch.uint64
# expect: tensor(303) tensor(600) tensor(True) tensor(True) tensor([  2,   4, 600])
# expect: NotImplementedError "dot" not implemented for 'UInt64'
