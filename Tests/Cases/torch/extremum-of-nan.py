# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Gradients of selections of one from all, beside NaN; log_softmax of halves as torch rounds it.
import torch

for f in (torch.max, torch.min, torch.median, torch.nanmedian, torch.amax):
    for data in ([1.0, float("nan"), 2.0, float("nan")], [3.0, 1.0, 3.0, 1.0, 2.0]):
        x = torch.tensor(data, requires_grad=True)
        y = f(x)
        (torch.expm1(y) * y).backward()
        print(f.__name__, y, x.grad)
x = torch.tensor([[2.0, 5.0], [5.0, 1.0]], requires_grad=True, dtype=torch.float64)
g, = torch.autograd.grad(x.max() ** 2, x, create_graph=True)
print(g, torch.autograd.grad(g.sum(), x))
torch.manual_seed(3)
for dtype in (torch.bfloat16, torch.float16):
    x = (torch.randn(6, 5) * 3).to(dtype)
    print(torch.log_softmax(x, -1).tolist())
    print(torch.log_softmax(x, 0).tolist())
    print(torch.log_softmax(x[0], 0))
# expect: max tensor(nan, grad_fn=<MaxBackward1>) tensor([0., nan, 0., nan])
# expect: max tensor(3., grad_fn=<MaxBackward1>) tensor([39.6711,  0.0000, 39.6711,  0.0000,  0.0000])
# expect: min tensor(nan, grad_fn=<MinBackward1>) tensor([0., nan, 0., nan])
# expect: min tensor(1., grad_fn=<MinBackward1>) tensor([0.0000, 2.2183, 0.0000, 2.2183, 0.0000])
# expect: median tensor(nan, grad_fn=<MedianBackward0>) tensor([0., nan, 0., nan])
# expect: median tensor(2., grad_fn=<MedianBackward0>) tensor([ 0.0000,  0.0000,  0.0000,  0.0000, 21.1672])
# expect: nanmedian tensor(1., grad_fn=<NanmedianBackward0>) tensor([4.4366, 0.0000, 0.0000, 0.0000])
# expect: nanmedian tensor(2., grad_fn=<NanmedianBackward0>) tensor([ 0.0000,  0.0000,  0.0000,  0.0000, 21.1672])
# expect: amax tensor(nan, grad_fn=<AmaxBackward0>) tensor([nan, nan, nan, nan])
# expect: amax tensor(3., grad_fn=<AmaxBackward0>) tensor([39.6711,  0.0000, 39.6711,  0.0000,  0.0000])
# expect: tensor([[0., 5.],
# expect:         [5., 0.]], dtype=torch.float64, grad_fn=<MaskedFillBackward1>) (tensor([[0., 1.],
# expect:         [1., 0.]], dtype=torch.float64),)
# expect: [[-2.75, -1.4375, -4.875, -2.3125, -0.52734375], [-5.75, -0.0155029296875, -9.6875, -5.03125, -5.8125], [-2.28125, -3.703125, -0.294921875, -2.421875, -3.265625], [-6.75, -2.78125, -2.21875, -2.390625, -0.30078125], [-2.484375, -2.796875, -0.265625, -2.921875, -3.40625], [-2.0625, -2.09375, -0.44140625, -5.375, -2.296875]]
# expect: [[-2.015625, -3.84375, -5.875, -1.40625, -0.57421875], [-2.640625, -0.044677734375, -8.3125, -1.78125, -3.484375], [-1.0390625, -5.59375, -0.7890625, -1.0078125, -2.796875], [-7.1875, -6.34375, -4.40625, -2.671875, -1.5234375], [-1.6796875, -5.125, -1.1953125, -1.953125, -3.375], [-1.359375, -4.53125, -1.4765625, -4.5, -2.375]]
# expect: tensor([-2.7500, -1.4375, -4.8750, -2.3125, -0.5273], dtype=torch.bfloat16)
# expect: [[-5.87890625, -8.71875, -8.0078125, -0.00389862060546875, -7.76953125], [-2.5078125, -0.131591796875, -9.0546875, -3.662109375, -4.14453125], [-1.2265625, -7.96484375, -9.046875, -1.61328125, -0.67919921875], [-0.358154296875, -7.84375, -1.2138671875, -5.9765625, -7.08203125], [-2.962890625, -4.89453125, -4.44921875, -0.0751953125, -6.6171875], [-0.6982421875, -1.771484375, -1.76171875, -1.8515625, -5.703125]]
# expect: [[-5.4765625, -4.3984375, -6.70703125, -0.0386962890625, -4.5859375], [-6.66796875, -0.3779296875, -12.3125, -8.265625, -5.5234375], [-3.365234375, -6.19140625, -10.28125, -4.1875, -0.035430908203125], [-0.058502197265625, -3.626953125, -0.01520538330078125, -6.11328125, -4.0], [-6.51171875, -4.52734375, -7.1015625, -4.0625, -7.3828125], [-4.17578125, -1.3359375, -4.34375, -5.76953125, -6.3984375]]
# expect: tensor([-5.8789e+00, -8.7188e+00, -8.0078e+00, -3.8986e-03, -7.7695e+00],
# expect:        dtype=torch.float16)
