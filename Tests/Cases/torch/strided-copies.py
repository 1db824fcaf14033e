# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Copies between layouts: turned, reversed, repeated, strided, of several widths and of sizes that threads share.
import torch

def total(x):
    flat = x.reshape(-1).double()
    return (tuple(x.shape), x.stride(), (flat * (torch.arange(flat.numel()) % 97).double()).sum().item())

for dtype in (torch.uint8, torch.int16, torch.float32, torch.float64):
    x = (torch.arange(70 * 90) % 251).to(dtype).view(70, 90)
    c = (torch.arange(8 * 9 * 10) % 101).to(dtype).view(8, 9, 10)
    for made in (x.t().contiguous(), x.flip(0), x.flip(1), x.flip(0, 1), x[:, ::3].contiguous(), x[::2, 1::2].clone(),
                 c.permute(2, 0, 1).contiguous(), c.permute(1, 2, 0).flip(1), torch.cat([x, x], 1), torch.cat([x.t(), x.t()]),
                 torch.stack([x, x], 1), torch.stack([x, x], 2), x[0].expand(80, 90).contiguous(),
                 x[:, :1].expand(70, 90).contiguous(), x.repeat(2, 3), x[:2].repeat_interleave(40, 0),
                 x[0].repeat_interleave(33), torch.rot90(x), torch.rot90(x, 2), torch.rot90(x, 3), x.roll(5), x.roll(-3, 1)):
        print(dtype, *total(made))
z = torch.complex(torch.arange(4000.).view(50, 80), torch.ones(50, 80))
print(z.t().contiguous()[3, :3], z.flip(1)[1, :2], torch.cat([z, z], 1)[0, 79:81])
big = torch.arange(400 * 300).view(400, 300)
print(*total(big.t().contiguous()), *total(big.flip(1)), *total(torch.stack([big, big], 2)))
print(big.sum(0)[:3], big.sum(1)[-2:], (big % 7).int().sum(0)[:4], (big % 2 == 0).sum(0)[-3:])
y = torch.zeros(400, 300)
y[:, ::2] = 3
y[10:20] = torch.arange(300.)
y[:, 5] = torch.arange(400.)
print(*total(y), torch.full((3, 70000), 2.5).sum().item(), torch.ones(100000, dtype=torch.bool).sum())
print(torch.arange(0, 200000, 3)[-2:], torch.arange(0, 1, 1e-5)[-2:], torch.linspace(0, 1, 100001)[49999:50003],
      torch.linspace(-3, 5, 70000)[34998:35002], torch.arange(100000, 0, -7, dtype=torch.int32)[-1])

torch.manual_seed(0)
index = torch.randint(0, 300, (400, 300))
source = torch.arange(120000.).view(400, 300) % 13
print(*total(source.gather(1, index)), *total(torch.zeros(400, 300).scatter_add(1, index, source)))
print(*total(source.index_select(1, index[0])), *total(source.double().gather(1, index[:, :50])))
try:
    source.gather(1, index + 1)
except RuntimeError as e:
    print(e)
try:
    source.index_select(1, index[0] - 1)
except (RuntimeError, IndexError) as e:
    print(type(e).__name__)
w = torch.ones(400, 300).scatter_(1, index.clamp(max=4), 9.)
print(w[:3, :6])
p = torch.arange(2 * 3 * 5 * 7.).view(2, 3, 5, 7).requires_grad_()
for mode, size in (('bilinear', (9, 4)), ('bicubic', (11, 13))):
    up = torch.nn.functional.interpolate(p, size=size, mode=mode, align_corners=False)
    p.grad = None
    (up * torch.arange(up.numel()).view_as(up)).sum().backward()
    print(up[0, 0, :2], round(up.double().sum().item()), p.grad[1, 2, 4].round())
print(torch.nn.functional.interpolate(p.double()[:, :, 0], scale_factor=2, mode='linear')[0, 0])
# expect: torch.uint8 (90, 70) (70, 1) 37656653.0
# expect: torch.uint8 (70, 90) (90, 1) 38305123.0
# expect: torch.uint8 (70, 90) (90, 1) 36175299.0
# expect: torch.uint8 (70, 90) (90, 1) 37697804.0
# expect: torch.uint8 (70, 30) (30, 1) 12468479.0
# expect: torch.uint8 (35, 45) (45, 1) 9483090.0
# expect: torch.uint8 (10, 8, 9) (72, 9, 1) 1636721.0
# expect: torch.uint8 (9, 10, 8) (10, 1, 90) 1629106.0
# expect: torch.uint8 (70, 180) (180, 1) 75089679.0
# expect: torch.uint8 (180, 70) (70, 1) 75301941.0
# expect: torch.uint8 (70, 2, 90) (180, 90, 1) 75089679.0
# expect: torch.uint8 (70, 90, 2) (180, 2, 1) 75270004.0
# expect: torch.uint8 (80, 90) (90, 1) 15239125.0
# expect: torch.uint8 (70, 90) (90, 1) 36979083.0
# expect: torch.uint8 (140, 270) (270, 1) 225950582.0
# expect: torch.uint8 (80, 90) (90, 1) 30759445.0
# expect: torch.uint8 (2970,) (1,) 6315637.0
# expect: torch.uint8 (90, 70) (1, 90) 37737314.0
# expect: torch.uint8 (70, 90) (90, 1) 37697804.0
# expect: torch.uint8 (90, 70) (1, 90) 37643947.0
# expect: torch.uint8 (70, 90) (90, 1) 37620876.0
# expect: torch.uint8 (70, 90) (90, 1) 37643924.0
# expect: torch.int16 (90, 70) (70, 1) 37656653.0
# expect: torch.int16 (70, 90) (90, 1) 38305123.0
# expect: torch.int16 (70, 90) (90, 1) 36175299.0
# expect: torch.int16 (70, 90) (90, 1) 37697804.0
# expect: torch.int16 (70, 30) (30, 1) 12468479.0
# expect: torch.int16 (35, 45) (45, 1) 9483090.0
# expect: torch.int16 (10, 8, 9) (72, 9, 1) 1636721.0
# expect: torch.int16 (9, 10, 8) (10, 1, 90) 1629106.0
# expect: torch.int16 (70, 180) (180, 1) 75089679.0
# expect: torch.int16 (180, 70) (70, 1) 75301941.0
# expect: torch.int16 (70, 2, 90) (180, 90, 1) 75089679.0
# expect: torch.int16 (70, 90, 2) (180, 2, 1) 75270004.0
# expect: torch.int16 (80, 90) (90, 1) 15239125.0
# expect: torch.int16 (70, 90) (90, 1) 36979083.0
# expect: torch.int16 (140, 270) (270, 1) 225950582.0
# expect: torch.int16 (80, 90) (90, 1) 30759445.0
# expect: torch.int16 (2970,) (1,) 6315637.0
# expect: torch.int16 (90, 70) (1, 90) 37737314.0
# expect: torch.int16 (70, 90) (90, 1) 37697804.0
# expect: torch.int16 (90, 70) (1, 90) 37643947.0
# expect: torch.int16 (70, 90) (90, 1) 37620876.0
# expect: torch.int16 (70, 90) (90, 1) 37643924.0
# expect: torch.float32 (90, 70) (70, 1) 37656653.0
# expect: torch.float32 (70, 90) (90, 1) 38305123.0
# expect: torch.float32 (70, 90) (90, 1) 36175299.0
# expect: torch.float32 (70, 90) (90, 1) 37697804.0
# expect: torch.float32 (70, 30) (30, 1) 12468479.0
# expect: torch.float32 (35, 45) (45, 1) 9483090.0
# expect: torch.float32 (10, 8, 9) (72, 9, 1) 1636721.0
# expect: torch.float32 (9, 10, 8) (10, 1, 90) 1629106.0
# expect: torch.float32 (70, 180) (180, 1) 75089679.0
# expect: torch.float32 (180, 70) (70, 1) 75301941.0
# expect: torch.float32 (70, 2, 90) (180, 90, 1) 75089679.0
# expect: torch.float32 (70, 90, 2) (180, 2, 1) 75270004.0
# expect: torch.float32 (80, 90) (90, 1) 15239125.0
# expect: torch.float32 (70, 90) (90, 1) 36979083.0
# expect: torch.float32 (140, 270) (270, 1) 225950582.0
# expect: torch.float32 (80, 90) (90, 1) 30759445.0
# expect: torch.float32 (2970,) (1,) 6315637.0
# expect: torch.float32 (90, 70) (1, 90) 37737314.0
# expect: torch.float32 (70, 90) (90, 1) 37697804.0
# expect: torch.float32 (90, 70) (1, 90) 37643947.0
# expect: torch.float32 (70, 90) (90, 1) 37620876.0
# expect: torch.float32 (70, 90) (90, 1) 37643924.0
# expect: torch.float64 (90, 70) (70, 1) 37656653.0
# expect: torch.float64 (70, 90) (90, 1) 38305123.0
# expect: torch.float64 (70, 90) (90, 1) 36175299.0
# expect: torch.float64 (70, 90) (90, 1) 37697804.0
# expect: torch.float64 (70, 30) (30, 1) 12468479.0
# expect: torch.float64 (35, 45) (45, 1) 9483090.0
# expect: torch.float64 (10, 8, 9) (72, 9, 1) 1636721.0
# expect: torch.float64 (9, 10, 8) (10, 1, 90) 1629106.0
# expect: torch.float64 (70, 180) (180, 1) 75089679.0
# expect: torch.float64 (180, 70) (70, 1) 75301941.0
# expect: torch.float64 (70, 2, 90) (180, 90, 1) 75089679.0
# expect: torch.float64 (70, 90, 2) (180, 2, 1) 75270004.0
# expect: torch.float64 (80, 90) (90, 1) 15239125.0
# expect: torch.float64 (70, 90) (90, 1) 36979083.0
# expect: torch.float64 (140, 270) (270, 1) 225950582.0
# expect: torch.float64 (80, 90) (90, 1) 30759445.0
# expect: torch.float64 (2970,) (1,) 6315637.0
# expect: torch.float64 (90, 70) (1, 90) 37737314.0
# expect: torch.float64 (70, 90) (90, 1) 37697804.0
# expect: torch.float64 (90, 70) (1, 90) 37643947.0
# expect: torch.float64 (70, 90) (90, 1) 37620876.0
# expect: torch.float64 (70, 90) (90, 1) 37643924.0
# expect: tensor([  3.+1.j,  83.+1.j, 163.+1.j]) tensor([159.+1.j, 158.+1.j]) tensor([79.+1.j,  0.+1.j])
# expect: (300, 400) (400, 1) 345633790181.0 (400, 300) (300, 1) 345634049249.0 (400, 300, 2) (600, 2, 1) 691189316766.0
# expect: tensor([23940000, 23940400, 23940800]) tensor([35864850, 35954850]) tensor([1197, 1198, 1199, 1200]) tensor([  0, 400,   0])
# expect: (400, 300) (300, 1) 33688380.0 525000.0 tensor(100000)
# expect: tensor([199995, 199998]) tensor([1.0000, 1.0000]) tensor([0.5000, 0.5000, 0.5000, 0.5000]) tensor([0.9998, 0.9999, 1.0001, 1.0002]) tensor(5, dtype=torch.int32)
# expect: (400, 300) (300, 1) 34635122.0 (400, 300) (300, 1) 34521336.0
# expect: (400, 300) (300, 1) 34516873.0 (400, 50) (50, 1) 5752283.0
# expect: index 300 is out of bounds for dimension 1 with size 300
# expect: RuntimeError
# expect: tensor([[9., 9., 1., 1., 9., 1.],
# expect:         [1., 1., 9., 1., 9., 1.],
# expect:         [9., 9., 1., 9., 9., 1.]])
# expect: tensor([[0.3750, 2.1250, 3.8750, 5.6250],
# expect:         [2.7083, 4.4583, 6.2083, 7.9583]], grad_fn=<SliceBackward0>) 22572 tensor([233., 140., 328.,  94., 330., 142., 237.])
# expect: tensor([[-0.8597, -0.5193,  0.0287,  0.6546,  1.1357,  1.7138,  2.2427,  2.7716,
# expect:           3.3496,  3.8307,  4.4566,  5.0046,  5.3451],
# expect:         [ 0.8627,  1.2031,  1.7511,  2.3770,  2.8581,  3.4362,  3.9651,  4.4940,
# expect:           5.0720,  5.5531,  6.1790,  6.7270,  7.0675]],
# expect:        grad_fn=<SliceBackward0>) 89661 tensor([3318., 3427., 3368., 3372., 3383., 3458., 3363.])
# expect: tensor([0.0000, 0.2500, 0.7500, 1.2500, 1.7500, 2.2500, 2.7500, 3.2500, 3.7500,
# expect:         4.2500, 4.7500, 5.2500, 5.7500, 6.0000], dtype=torch.float64,
# expect:        grad_fn=<SelectBackward0>)
