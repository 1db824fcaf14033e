# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

# Rows long enough for several threads: first places win, NaN wins over all.
torch.manual_seed(0)
x = torch.randn(300_001)
for threads in 1, 2:
    torch.set_num_threads(threads)
    for y in x, (x * 3).round(), x[::2], x.double(), (x * 100).to(torch.int8), x.bfloat16(), x > 4:
        if y.dtype != torch.bool:
            print(y.max().item(), y.min().item(), y.argmax().item(), y.argmin().item(), [v.item() for v in y.aminmax()])
            print([v.item() for v in y.max(0)], [v.item() for v in y.min(0)], y.amax(0).item())
        print(y.any().item(), y.all().item())
    for place in 7, 150_000, 300_000:
        y = x.clone()
        y[place] = y[-1] = float("nan")
        print(y.max(), y.amin(), y.argmax(), y.min(0))
    wide = torch.arange(2_000_000.0).view(2, -1).remainder(1013)
    print(wide.amax(0).sum().item(), wide.amin(1).tolist(), wide.argmax(1).tolist(), wide.max().item())
# expect: 4.658237934112549 -4.583080768585205 190909 272966 [-4.583080768585205, 4.658237934112549]
# expect: [4.658237934112549, 190909] [-4.583080768585205, 272966] 4.658237934112549
# expect: True True
# expect: 14.0 -14.0 36885 272966 [-14.0, 14.0]
# expect: [14.0, 36885] [-14.0, 272966] 14.0
# expect: True False
# expect: 4.416660785675049 -4.583080768585205 136161 136483 [-4.583080768585205, 4.416660785675049]
# expect: [4.416660785675049, 136161] [-4.583080768585205, 136483] 4.416660785675049
# expect: True True
# expect: 4.658237934112549 -4.583080768585205 190909 272966 [-4.583080768585205, 4.658237934112549]
# expect: [4.658237934112549, 190909] [-4.583080768585205, 272966] 4.658237934112549
# expect: True True
# expect: 127 -128 345 67 [-128, 127]
# expect: [127, 345] [-128, 67] 127
# expect: True False
# expect: 4.65625 -4.59375 190909 272966 [-4.59375, 4.65625]
# expect: [4.65625, 190909] [-4.59375, 272966] 4.65625
# expect: True True
# expect: True False
# expect: tensor(nan) tensor(nan) tensor(7) torch.return_types.min(
# expect: values=tensor(nan),
# expect: indices=tensor(7))
# expect: tensor(nan) tensor(nan) tensor(150000) torch.return_types.min(
# expect: values=tensor(nan),
# expect: indices=tensor(150000))
# expect: tensor(nan) tensor(nan) tensor(300000) torch.return_types.min(
# expect: values=tensor(nan),
# expect: indices=tensor(300000))
# expect: 646738944.0 [0.0, 0.0] [1012, 843] 1012.0
# expect: 4.658237934112549 -4.583080768585205 190909 272966 [-4.583080768585205, 4.658237934112549]
# expect: [4.658237934112549, 190909] [-4.583080768585205, 272966] 4.658237934112549
# expect: True True
# expect: 14.0 -14.0 36885 272966 [-14.0, 14.0]
# expect: [14.0, 36885] [-14.0, 272966] 14.0
# expect: True False
# expect: 4.416660785675049 -4.583080768585205 136161 136483 [-4.583080768585205, 4.416660785675049]
# expect: [4.416660785675049, 136161] [-4.583080768585205, 136483] 4.416660785675049
# expect: True True
# expect: 4.658237934112549 -4.583080768585205 190909 272966 [-4.583080768585205, 4.658237934112549]
# expect: [4.658237934112549, 190909] [-4.583080768585205, 272966] 4.658237934112549
# expect: True True
# expect: 127 -128 345 67 [-128, 127]
# expect: [127, 345] [-128, 67] 127
# expect: True False
# expect: 4.65625 -4.59375 190909 272966 [-4.59375, 4.65625]
# expect: [4.65625, 190909] [-4.59375, 272966] 4.65625
# expect: True True
# expect: True False
# expect: tensor(nan) tensor(nan) tensor(7) torch.return_types.min(
# expect: values=tensor(nan),
# expect: indices=tensor(7))
# expect: tensor(nan) tensor(nan) tensor(150000) torch.return_types.min(
# expect: values=tensor(nan),
# expect: indices=tensor(150000))
# expect: tensor(nan) tensor(nan) tensor(300000) torch.return_types.min(
# expect: values=tensor(nan),
# expect: indices=tensor(300000))
# expect: 646738944.0 [0.0, 0.0] [1012, 843] 1012.0
