# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# A number stored under a mask has to fit the dtype, whether the mask takes anything or not.
import torch

for dtype in (torch.int8, torch.uint8, torch.int16, torch.int64, torch.float16, torch.float32, torch.bool):
    for value in (5.5, 300.0, -300.5, 70000.0, 1e30, float("inf")):
        for shape in ((), (1,)):
            x = torch.tensor([1, 2, 3]).to(dtype)
            try:
                x[torch.tensor([False, False, shape == ()])] = torch.full(shape, value)
                print(x.tolist(), end=" ")
            except RuntimeError as e:
                print(e, end=" ")
        print()
# expect: [1, 2, 5] [1, 2, 3] 
# expect: value cannot be converted to type int8_t without overflow value cannot be converted to type int8_t without overflow 
# expect: value cannot be converted to type int8_t without overflow value cannot be converted to type int8_t without overflow 
# expect: value cannot be converted to type int8_t without overflow value cannot be converted to type int8_t without overflow 
# expect: value cannot be converted to type int8_t without overflow value cannot be converted to type int8_t without overflow 
# expect: value cannot be converted to type int8_t without overflow value cannot be converted to type int8_t without overflow 
# expect: [1, 2, 5] [1, 2, 3] 
# expect: value cannot be converted to type uint8_t without overflow value cannot be converted to type uint8_t without overflow 
# expect: value cannot be converted to type uint8_t without overflow value cannot be converted to type uint8_t without overflow 
# expect: value cannot be converted to type uint8_t without overflow value cannot be converted to type uint8_t without overflow 
# expect: value cannot be converted to type uint8_t without overflow value cannot be converted to type uint8_t without overflow 
# expect: value cannot be converted to type uint8_t without overflow value cannot be converted to type uint8_t without overflow 
# expect: [1, 2, 5] [1, 2, 3] 
# expect: [1, 2, 300] [1, 2, 3] 
# expect: [1, 2, -300] [1, 2, 3] 
# expect: value cannot be converted to type int16_t without overflow value cannot be converted to type int16_t without overflow 
# expect: value cannot be converted to type int16_t without overflow value cannot be converted to type int16_t without overflow 
# expect: value cannot be converted to type int16_t without overflow value cannot be converted to type int16_t without overflow 
# expect: [1, 2, 5] [1, 2, 3] 
# expect: [1, 2, 300] [1, 2, 3] 
# expect: [1, 2, -300] [1, 2, 3] 
# expect: [1, 2, 70000] [1, 2, 3] 
# expect: value cannot be converted to type int64_t without overflow value cannot be converted to type int64_t without overflow 
# expect: value cannot be converted to type int64_t without overflow value cannot be converted to type int64_t without overflow 
# expect: [1.0, 2.0, 5.5] [1.0, 2.0, 3.0] 
# expect: [1.0, 2.0, 300.0] [1.0, 2.0, 3.0] 
# expect: [1.0, 2.0, -300.5] [1.0, 2.0, 3.0] 
# expect: value cannot be converted to type c10::Half without overflow value cannot be converted to type c10::Half without overflow 
# expect: value cannot be converted to type c10::Half without overflow value cannot be converted to type c10::Half without overflow 
# expect: [1.0, 2.0, inf] [1.0, 2.0, 3.0] 
# expect: [1.0, 2.0, 5.5] [1.0, 2.0, 3.0] 
# expect: [1.0, 2.0, 300.0] [1.0, 2.0, 3.0] 
# expect: [1.0, 2.0, -300.5] [1.0, 2.0, 3.0] 
# expect: [1.0, 2.0, 70000.0] [1.0, 2.0, 3.0] 
# expect: [1.0, 2.0, 1.0000000150474662e+30] [1.0, 2.0, 3.0] 
# expect: [1.0, 2.0, inf] [1.0, 2.0, 3.0] 
# expect: [True, True, True] [True, True, True] 
# expect: [True, True, True] [True, True, True] 
# expect: [True, True, True] [True, True, True] 
# expect: [True, True, True] [True, True, True] 
# expect: [True, True, True] [True, True, True] 
# expect: [True, True, True] [True, True, True] 
