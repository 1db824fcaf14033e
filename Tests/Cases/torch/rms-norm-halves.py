# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Halves are normalised in float32 and rounded once; cosine similarity expands nothing that has its shape.
import torch
import torch.nn.functional as F

x, w = torch.linspace(-3, 2, 8).reshape(2, 4), torch.linspace(0.3, 1.7, 4)
for dtype in (torch.bfloat16, torch.float16):
    print(F.rms_norm(x.to(dtype), (4,)), F.rms_norm(x.to(dtype), (4,), w.to(dtype), eps=1e-3))


def names(node, depth=0):
    if node is not None:
        print(' ' * depth + node.name())
        for below, _ in node.next_functions:
            names(below, depth + 1)


leaf = x.bfloat16().requires_grad_()
names(F.rms_norm(leaf, (4,), w.bfloat16()).grad_fn)
names(F.cosine_similarity(x.clone().requires_grad_(), x).grad_fn)
F.rms_norm(leaf, (4,)).sum().backward()
print(leaf.grad)
# expect: tensor([[-1.4375, -1.0938, -0.7539, -0.4102],
# expect:         [-0.1162,  0.4648,  1.0547,  1.6328]], dtype=torch.bfloat16) tensor([[-0.4316, -0.8359, -0.9297, -0.6992],
# expect:         [-0.0349,  0.3555,  1.2969,  2.7812]], dtype=torch.bfloat16)
# expect: tensor([[-1.4375, -1.0947, -0.7529, -0.4106],
# expect:         [-0.1166,  0.4663,  1.0498,  1.6328]], dtype=torch.float16) tensor([[-0.4312, -0.8394, -0.9282, -0.6978],
# expect:         [-0.0350,  0.3574,  1.2949,  2.7754]], dtype=torch.float16)
# expect: ToCopyBackward0
# expect:  MulBackward0
# expect:   MulBackward0
# expect:    ToCopyBackward0
# expect:     torch::autograd::AccumulateGrad
# expect:    RsqrtBackward0
# expect:     AddBackward1
# expect:      MeanBackward1
# expect:       PowBackward0
# expect:        ToCopyBackward0
# expect:         torch::autograd::AccumulateGrad
# expect: SumBackward1
# expect:  MulBackward0
# expect:   DivBackward0
# expect:    torch::autograd::AccumulateGrad
# expect:    CloneBackward0
# expect:     LinalgVectorNormBackward0
# expect:      torch::autograd::AccumulateGrad
# expect: tensor([[-0.1572, -0.0049,  0.1465,  0.2969],
# expect:         [ 0.8867,  0.5273,  0.1650, -0.1934]], dtype=torch.bfloat16)
