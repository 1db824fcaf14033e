# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Variance and mean of rows that are not all finite are NaN, except for the mean of a row that ends with its first infinity.
import torch

inf, nan = float('inf'), float('nan')
for row in ([inf, 1, 2], [1, 2, inf], [1, inf, 2], [nan, 1], [1, nan], [inf, -inf], [inf, inf], [1.0] * 40 + [inf]):
    for dtype in (torch.float32, torch.float64, torch.float16):
        x = torch.tensor(row).to(dtype)
        print(torch.var_mean(x), torch.std_mean(x[None], 1), torch.var(x), torch.var_mean(torch.stack([x, x], 1), 0))
# expect: (tensor(nan), tensor(nan)) (tensor([nan]), tensor([nan])) tensor(nan) (tensor([nan, nan]), tensor([nan, nan]))
# expect: (tensor(nan, dtype=torch.float64), tensor(nan, dtype=torch.float64)) (tensor([nan], dtype=torch.float64), tensor([nan], dtype=torch.float64)) tensor(nan, dtype=torch.float64) (tensor([nan, nan], dtype=torch.float64), tensor([nan, nan], dtype=torch.float64))
# expect: (tensor(nan, dtype=torch.float16), tensor(nan, dtype=torch.float16)) (tensor([nan], dtype=torch.float16), tensor([nan], dtype=torch.float16)) tensor(nan, dtype=torch.float16) (tensor([nan, nan], dtype=torch.float16), tensor([nan, nan], dtype=torch.float16))
# expect: (tensor(nan), tensor(inf)) (tensor([nan]), tensor([inf])) tensor(nan) (tensor([nan, nan]), tensor([inf, inf]))
# expect: (tensor(nan, dtype=torch.float64), tensor(inf, dtype=torch.float64)) (tensor([nan], dtype=torch.float64), tensor([inf], dtype=torch.float64)) tensor(nan, dtype=torch.float64) (tensor([nan, nan], dtype=torch.float64), tensor([inf, inf], dtype=torch.float64))
# expect: (tensor(nan, dtype=torch.float16), tensor(inf, dtype=torch.float16)) (tensor([nan], dtype=torch.float16), tensor([inf], dtype=torch.float16)) tensor(nan, dtype=torch.float16) (tensor([nan, nan], dtype=torch.float16), tensor([inf, inf], dtype=torch.float16))
# expect: (tensor(nan), tensor(nan)) (tensor([nan]), tensor([nan])) tensor(nan) (tensor([nan, nan]), tensor([nan, nan]))
# expect: (tensor(nan, dtype=torch.float64), tensor(nan, dtype=torch.float64)) (tensor([nan], dtype=torch.float64), tensor([nan], dtype=torch.float64)) tensor(nan, dtype=torch.float64) (tensor([nan, nan], dtype=torch.float64), tensor([nan, nan], dtype=torch.float64))
# expect: (tensor(nan, dtype=torch.float16), tensor(nan, dtype=torch.float16)) (tensor([nan], dtype=torch.float16), tensor([nan], dtype=torch.float16)) tensor(nan, dtype=torch.float16) (tensor([nan, nan], dtype=torch.float16), tensor([nan, nan], dtype=torch.float16))
# expect: (tensor(nan), tensor(nan)) (tensor([nan]), tensor([nan])) tensor(nan) (tensor([nan, nan]), tensor([nan, nan]))
# expect: (tensor(nan, dtype=torch.float64), tensor(nan, dtype=torch.float64)) (tensor([nan], dtype=torch.float64), tensor([nan], dtype=torch.float64)) tensor(nan, dtype=torch.float64) (tensor([nan, nan], dtype=torch.float64), tensor([nan, nan], dtype=torch.float64))
# expect: (tensor(nan, dtype=torch.float16), tensor(nan, dtype=torch.float16)) (tensor([nan], dtype=torch.float16), tensor([nan], dtype=torch.float16)) tensor(nan, dtype=torch.float16) (tensor([nan, nan], dtype=torch.float16), tensor([nan, nan], dtype=torch.float16))
# expect: (tensor(nan), tensor(nan)) (tensor([nan]), tensor([nan])) tensor(nan) (tensor([nan, nan]), tensor([nan, nan]))
# expect: (tensor(nan, dtype=torch.float64), tensor(nan, dtype=torch.float64)) (tensor([nan], dtype=torch.float64), tensor([nan], dtype=torch.float64)) tensor(nan, dtype=torch.float64) (tensor([nan, nan], dtype=torch.float64), tensor([nan, nan], dtype=torch.float64))
# expect: (tensor(nan, dtype=torch.float16), tensor(nan, dtype=torch.float16)) (tensor([nan], dtype=torch.float16), tensor([nan], dtype=torch.float16)) tensor(nan, dtype=torch.float16) (tensor([nan, nan], dtype=torch.float16), tensor([nan, nan], dtype=torch.float16))
# expect: (tensor(nan), tensor(nan)) (tensor([nan]), tensor([nan])) tensor(nan) (tensor([nan, nan]), tensor([nan, nan]))
# expect: (tensor(nan, dtype=torch.float64), tensor(nan, dtype=torch.float64)) (tensor([nan], dtype=torch.float64), tensor([nan], dtype=torch.float64)) tensor(nan, dtype=torch.float64) (tensor([nan, nan], dtype=torch.float64), tensor([nan, nan], dtype=torch.float64))
# expect: (tensor(nan, dtype=torch.float16), tensor(nan, dtype=torch.float16)) (tensor([nan], dtype=torch.float16), tensor([nan], dtype=torch.float16)) tensor(nan, dtype=torch.float16) (tensor([nan, nan], dtype=torch.float16), tensor([nan, nan], dtype=torch.float16))
# expect: (tensor(nan), tensor(nan)) (tensor([nan]), tensor([nan])) tensor(nan) (tensor([nan, nan]), tensor([nan, nan]))
# expect: (tensor(nan, dtype=torch.float64), tensor(nan, dtype=torch.float64)) (tensor([nan], dtype=torch.float64), tensor([nan], dtype=torch.float64)) tensor(nan, dtype=torch.float64) (tensor([nan, nan], dtype=torch.float64), tensor([nan, nan], dtype=torch.float64))
# expect: (tensor(nan, dtype=torch.float16), tensor(nan, dtype=torch.float16)) (tensor([nan], dtype=torch.float16), tensor([nan], dtype=torch.float16)) tensor(nan, dtype=torch.float16) (tensor([nan, nan], dtype=torch.float16), tensor([nan, nan], dtype=torch.float16))
# expect: (tensor(nan), tensor(inf)) (tensor([nan]), tensor([inf])) tensor(nan) (tensor([nan, nan]), tensor([inf, inf]))
# expect: (tensor(nan, dtype=torch.float64), tensor(inf, dtype=torch.float64)) (tensor([nan], dtype=torch.float64), tensor([inf], dtype=torch.float64)) tensor(nan, dtype=torch.float64) (tensor([nan, nan], dtype=torch.float64), tensor([inf, inf], dtype=torch.float64))
# expect: (tensor(nan, dtype=torch.float16), tensor(inf, dtype=torch.float16)) (tensor([nan], dtype=torch.float16), tensor([inf], dtype=torch.float16)) tensor(nan, dtype=torch.float16) (tensor([nan, nan], dtype=torch.float16), tensor([inf, inf], dtype=torch.float16))
