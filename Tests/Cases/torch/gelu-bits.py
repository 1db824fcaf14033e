# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# gelu of float32 is torch's to the bit: several numbers at a time, where its vectors compute.
import torch

x = torch.arange(-6000, 6000, dtype=torch.float64).div(1000).float()
y = torch.nn.functional.gelu(x)
bits = y.view(torch.int32).to(torch.int64)
print(bits.sum().item(), (bits * torch.arange(1, 12001)).remainder(1000003).sum().item(), bits[::1000].tolist())
inf = float("inf")
print(torch.nn.functional.gelu(torch.tensor([-inf, inf, float("nan"), -100.0, 100.0, -5.5])).tolist())
# expect: 14119559633 5800473258 [0, -1245184000, -1190862848, -1148930880, -1120248240, -1105037688, 0, 1062691422, 1073360142, 1077919142, 1082129900, 1084227581]
# expect: [nan, inf, nan, 0.0, 100.0, -1.6391277313232422e-07]
