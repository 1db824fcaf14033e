# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Which samples choose the windows of fractional pooling in volumes and planes, and which windows are too large.
import torch
import torch.nn.functional as F

volume = torch.arange(12.0 ** 3).reshape(1, 1, 12, 12, 12)
for sample in ([0.0, 0.0, 0.0], [0.5, 0.0, 0.0], [0.0, 0.5, 0.0], [0.0, 0.0, 0.5]):
    _, index = F.fractional_max_pool3d(volume, 3, output_size=(6, 6, 6), _random_samples=torch.tensor([[sample]]), return_indices=True)
    print(index.flatten()[:10].tolist(), int(index.sum()))
plane = torch.arange(144.0).reshape(1, 1, 12, 12)
for sample in ([0.5, 0.0], [0.0, 0.5]):
    _, index = F.fractional_max_pool2d(plane, 3, output_size=(6, 6), _random_samples=torch.tensor([[sample]]), return_indices=True)
    print(index.flatten()[:10].tolist(), int(index.sum()))
for size, out, kernel in [(8, 7, 2), (8, 6, 2), (8, 7, 1), (8, 6, 3)]:
    for rank in (2, 3):
        try:
            print(getattr(F, f"fractional_max_pool{rank}d")(torch.zeros([1, 1] + [size] * rank), kernel, output_size=out).shape)
        except RuntimeError as e:
            print(e)
# expect: [314, 315, 317, 319, 321, 323, 326, 327, 329, 331] 209124
# expect: [314, 315, 317, 319, 321, 323, 326, 327, 329, 331] 229860
# expect: [314, 315, 317, 319, 321, 323, 338, 339, 341, 343] 210852
# expect: [314, 316, 318, 320, 322, 323, 326, 328, 330, 332] 209268
# expect: [26, 28, 30, 32, 34, 35, 38, 40, 42, 44] 2910
# expect: [26, 27, 29, 31, 33, 35, 50, 51, 53, 55] 3174
# expect: torch.Size([1, 1, 7, 7])
# expect: fractional_max_pool3d_out(): pool time 2 too large relative to input time 8
# expect: torch.Size([1, 1, 6, 6])
# expect: torch.Size([1, 1, 6, 6, 6])
# expect: torch.Size([1, 1, 7, 7])
# expect: torch.Size([1, 1, 7, 7, 7])
# expect: torch.Size([1, 1, 6, 6])
# expect: fractional_max_pool3d_out(): pool time 3 too large relative to input time 8
