# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([1, 2, 3])
print(x.dtype, x.float(), x.double(), x.int().dtype, x.half(), x.bool(), x.to(torch.uint8), x.type(torch.float32).dtype, x.to("cpu").dtype, x.to(torch.float64).to(torch.float32).dtype)
print((x + 1.5).dtype, (x + True).dtype, (x.int() + x).dtype, (x.half() + x).dtype, (x.float() + x.double()).dtype, (torch.tensor(1.5) * x).dtype, (torch.tensor(1.5, dtype=torch.float64) * torch.ones(2)).dtype, (x > 1).dtype, (x / x).dtype, (x.bool() + x.bool()).dtype)
print(torch.promote_types(torch.int32, torch.float16), torch.result_type(x, 1.0), torch.can_cast(torch.float32, torch.int64), torch.finfo(torch.float32).max, torch.finfo(torch.float32).eps, torch.iinfo(torch.int32).max, torch.float32.is_floating_point, torch.int64.itemsize)
print(torch.tensor([1.7, -1.7, 300.0]).int(), torch.tensor([1.5]).long(), torch.tensor([255, 256]).to(torch.uint8), torch.tensor([2.0]).bool(), torch.tensor([127, 128]).to(torch.int8), torch.tensor([3.999]).to(torch.int16))
print(torch.tensor(2**31).int(), torch.tensor([2**31 - 1], dtype=torch.int32) + 1, torch.tensor(9223372036854775807) + 1, torch.tensor([200], dtype=torch.uint8) + 100, torch.tensor([1e40]), torch.tensor([65520.0]).half())
torch.set_default_dtype(torch.float64)
print(torch.tensor([1.0]), torch.zeros(2).dtype, torch.tensor([1.0], dtype=torch.float32))
torch.set_default_dtype(torch.float32)
print(str(torch.float32), repr(torch.int64), torch.float32 == torch.float, {torch.float32: 1}[torch.float], torch.complex64, torch.bfloat16, torch.device("cpu"), repr(torch.device("cpu")), torch.cuda.is_available())
# expect: torch.int64 tensor([1., 2., 3.]) tensor([1., 2., 3.], dtype=torch.float64) torch.int32 tensor([1., 2., 3.], dtype=torch.float16) tensor([True, True, True]) tensor([1, 2, 3], dtype=torch.uint8) torch.float32 torch.int64 torch.float32
# expect: torch.float32 torch.int64 torch.int64 torch.float16 torch.float64 torch.float32 torch.float32 torch.bool torch.float32 torch.bool
# expect: torch.float16 torch.float32 False 3.4028234663852886e+38 1.1920928955078125e-07 2147483647 True 8
# expect: tensor([  1,  -1, 300], dtype=torch.int32) tensor([1]) tensor([255,   0], dtype=torch.uint8) tensor([True]) tensor([ 127, -128], dtype=torch.int8) tensor([3], dtype=torch.int16)
# expect: tensor(-2147483648, dtype=torch.int32) tensor([-2147483648], dtype=torch.int32) tensor(-9223372036854775808) tensor([44], dtype=torch.uint8) tensor([inf]) tensor([inf], dtype=torch.float16)
# expect: tensor([1.]) torch.float64 tensor([1.], dtype=torch.float32)
# expect: torch.float32 torch.int64 True 1 torch.complex64 torch.bfloat16 cpu device(type='cpu') False
