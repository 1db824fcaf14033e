# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Unsigned integers of 16, 32 and 64 bits and complex numbers of halves: stored, shown, converted, compared.
import torch

for dtype in (torch.uint16, torch.uint32, torch.uint64):
    x = torch.tensor([0, 1, 40000], dtype=dtype)
    print(x, x.dtype, x.element_size(), x.tolist(), dtype.is_signed, torch.iinfo(dtype).max)
    print(x.to(torch.int64), x.float(), torch.tensor([1.5, 70000.25]).to(dtype), x == 1, x.ne(0))
    print(x[1:], x.view(3, 1).shape, torch.stack([x, x]).shape, torch.cat([x, x]).tolist(), x.clone(), torch.zeros(2, dtype=dtype))
    print(torch.equal(x, x.clone()), x * 2, x & 1, x[torch.tensor([2, 0])].tolist())
for wrong in (lambda: x > 1, lambda: x << 1, lambda: x // 2, lambda: torch.promote_types(x.dtype, torch.bool)):
    try:
        print(wrong())
    except (NotImplementedError, RuntimeError) as e:
        print(e)
big = torch.tensor([2 ** 64 - 1, 2 ** 63], dtype=torch.uint64)
print(big, big.tolist(), big[0].item(), big.view(torch.int64))
print(torch.tensor([-1, 5]).view(torch.uint64), torch.arange(3).to(torch.uint16))
print(torch.promote_types(torch.uint16, torch.float32))
z = torch.tensor([1 + 2j, -0.5j], dtype=torch.complex32)
print(z, z.dtype, z.to(torch.complex64), z.element_size(), z.is_complex())
torch.set_default_dtype(torch.float16)
print(torch.tensor([1.2, 3j]).dtype)
torch.set_default_dtype(torch.float32)
print(torch.hash_tensor(torch.tensor([1.0, 2.5, -3.0])), torch.hash_tensor(torch.tensor([[1, 2], [3, 5]]), 1))
# expect: tensor([    0,     1, 40000], dtype=torch.uint16) torch.uint16 2 [0, 1, 40000] False 65535
# expect: tensor([    0,     1, 40000]) tensor([0.0000e+00, 1.0000e+00, 4.0000e+04]) tensor([   1, 4464], dtype=torch.uint16) tensor([False,  True, False]) tensor([False,  True,  True])
# expect: tensor([    1, 40000], dtype=torch.uint16) torch.Size([3, 1]) torch.Size([2, 3]) [0, 1, 40000, 0, 1, 40000] tensor([    0,     1, 40000], dtype=torch.uint16) tensor([0, 0], dtype=torch.uint16)
# expect: True tensor([    0,     2, 14464], dtype=torch.uint16) tensor([0, 1, 0], dtype=torch.uint16) [40000, 0]
# expect: tensor([    0,     1, 40000], dtype=torch.uint32) torch.uint32 4 [0, 1, 40000] False 4294967295
# expect: tensor([    0,     1, 40000]) tensor([0.0000e+00, 1.0000e+00, 4.0000e+04]) tensor([    1, 70000], dtype=torch.uint32) tensor([False,  True, False]) tensor([False,  True,  True])
# expect: tensor([    1, 40000], dtype=torch.uint32) torch.Size([3, 1]) torch.Size([2, 3]) [0, 1, 40000, 0, 1, 40000] tensor([    0,     1, 40000], dtype=torch.uint32) tensor([0, 0], dtype=torch.uint32)
# expect: True tensor([    0,     2, 80000], dtype=torch.uint32) tensor([0, 1, 0], dtype=torch.uint32) [40000, 0]
# expect: tensor([    0,     1, 40000], dtype=torch.uint64) torch.uint64 8 [0, 1, 40000] False 18446744073709551615
# expect: tensor([    0,     1, 40000]) tensor([0.0000e+00, 1.0000e+00, 4.0000e+04]) tensor([    1, 70000], dtype=torch.uint64) tensor([False,  True, False]) tensor([False,  True,  True])
# expect: tensor([    1, 40000], dtype=torch.uint64) torch.Size([3, 1]) torch.Size([2, 3]) [0, 1, 40000, 0, 1, 40000] tensor([    0,     1, 40000], dtype=torch.uint64) tensor([0, 0], dtype=torch.uint64)
# expect: True tensor([    0,     2, 80000], dtype=torch.uint64) tensor([0, 1, 0], dtype=torch.uint64) [40000, 0]
# expect: "gt_cpu" not implemented for 'UInt64'
# expect: "lshift_cpu" not implemented for 'UInt64'
# expect: "div_floor_cpu" not implemented for 'UInt64'
# expect: Promotion for uint16, uint32, uint64 types is not supported, attempted to promote UInt64 and Bool
# expect: tensor([18446744073709551615,  9223372036854775808], dtype=torch.uint64) [18446744073709551615, 9223372036854775808] 18446744073709551615 tensor([                  -1, -9223372036854775808])
# expect: tensor([18446744073709551615,                    5], dtype=torch.uint64) tensor([0, 1, 2], dtype=torch.uint16)
# expect: torch.float32
# expect: tensor([1.+2.0000j, -0.-0.5000j], dtype=torch.complex32) torch.complex32 tensor([1.+2.0000j, -0.-0.5000j]) 4 True
# expect: torch.complex32
# expect: tensor(13833932155375321088, dtype=torch.uint64) tensor([3, 6], dtype=torch.uint64)
