# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Places of a histogram are computed in the dtype, and counts of 16 bits stay where one is too little to change them.
import torch

torch.set_num_threads(1)
for dtype in (torch.float32, torch.float64, torch.float16, torch.bfloat16):
    x = torch.linspace(-3, 7, 50).to(dtype)
    print(x.histc(7), x.histc(3, 0, 1), x.histc(11, -1, 4))
    print(torch.linspace(-3, 7, 700).to(dtype).histc(2))
    print(torch.tensor([0.1, 0.5, 0.9, 1.0, 0.3, 0.3, 0.7], dtype=dtype).histc(5))
print(torch.zeros(1000, dtype=torch.bfloat16).histc(1, 0, 1))
for values in ([float("nan")], [-float("nan")], [float("nan"), 1.0]):
    try:
        torch.tensor(values).histc(3)
    except RuntimeError as e:
        print(e)
# expect: tensor([7., 7., 7., 7., 7., 7., 8.]) tensor([2., 1., 2.]) tensor([3., 2., 2., 2., 2., 3., 2., 2., 2., 3., 2.])
# expect: tensor([350., 350.])
# expect: tensor([1., 2., 1., 1., 2.])
# expect: tensor([7., 7., 7., 8., 7., 7., 7.], dtype=torch.float64) tensor([2., 1., 2.], dtype=torch.float64) tensor([3., 2., 2., 2., 2., 3., 2., 2., 2., 3., 2.], dtype=torch.float64)
# expect: tensor([350., 350.], dtype=torch.float64)
# expect: tensor([1., 2., 1., 1., 2.], dtype=torch.float64)
# expect: tensor([7., 7., 7., 7., 7., 7., 8.], dtype=torch.float16) tensor([2., 1., 2.], dtype=torch.float16) tensor([3., 2., 2., 2., 2., 3., 2., 2., 2., 3., 2.], dtype=torch.float16)
# expect: tensor([350., 350.], dtype=torch.float16)
# expect: tensor([1., 2., 1., 1., 2.], dtype=torch.float16)
# expect: tensor([7., 7., 7., 7., 7., 7., 8.], dtype=torch.bfloat16) tensor([2., 1., 2.], dtype=torch.bfloat16) tensor([3., 2., 2., 2., 2., 3., 2., 2., 2., 3., 2.], dtype=torch.bfloat16)
# expect: tensor([256., 256.], dtype=torch.bfloat16)
# expect: tensor([1., 2., 1., 1., 2.], dtype=torch.bfloat16)
# expect: tensor([256.], dtype=torch.bfloat16)
# expect: torch.histc: range of [nan, nan] is not finite
# expect: torch.histc: range of [-nan, -nan] is not finite
# expect: torch.histc: range of [-nan, -nan] is not finite
