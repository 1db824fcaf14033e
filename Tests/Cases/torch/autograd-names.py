# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
import torch

x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
y = torch.tensor([[1.0, 0.5], [2.0, 1.0]], requires_grad=True)
results = [x + y, x - y, x * y, x / y, x**2, x**y, 2**x, -x, x @ y, x.sum(), x.mean(), x.sum(0), x.exp(), x.log(), x.sqrt(), x.sin(), x.cos(), x.tanh(), x.sigmoid(), x.relu(), x.abs(), x.t(), x.view(4), x.reshape(-1), x[0], x[0, 1], x[:, 0], x[x > 1], x.max(), x.max(0).values, x.min(), x.clamp(1, 2), x.clone(), x.unsqueeze(0), x.expand(2, 2, 2), x.permute(1, 0), torch.cat([x, y]), torch.stack([x, y]), x.softmax(0), x.log_softmax(1), torch.where(x > 1, x, y), x.prod(), x.std(), x.var(), x.norm(), x.cumsum(0), x.flatten(), x.squeeze(), x.repeat(2, 1), x[[0, 1]], x.double(), torch.maximum(x, y), x.mv(y[0]), x[0].dot(y[0]), 1 / x, 2 - x, x.pow(3), x.square(), x.transpose(0, 1), x.median(), x.T, x + 1, x.contiguous() + 0, x.detach(), x.logsumexp(0)]
for r in results:
    print(r.grad_fn if r.grad_fn is None else r.grad_fn.name(), end=" ")
print()
print(x + y)
print((x * y).sum(), (x @ y).t())
f = (x * 2 + y).sum().grad_fn
print(f.next_functions[0][0].name(), [n[0].name() for n in f.next_functions[0][0].next_functions], f.next_functions[0][1], type(f).__name__)
# expect: AddBackward0 SubBackward0 MulBackward0 DivBackward0 PowBackward0 PowBackward1 PowBackward2 NegBackward0 MmBackward0 SumBackward0 MeanBackward0 SumBackward1 ExpBackward0 LogBackward0 SqrtBackward0 SinBackward0 CosBackward0 TanhBackward0 SigmoidBackward0 ReluBackward0 AbsBackward0 TBackward0 ViewBackward0 ViewBackward0 SelectBackward0 SelectBackward0 SelectBackward0 IndexBackward0 MaxBackward1 MaxBackward0 MinBackward1 ClampBackward1 CloneBackward0 UnsqueezeBackward0 ExpandBackward0 PermuteBackward0 CatBackward0 StackBackward0 SoftmaxBackward0 LogSoftmaxBackward0 WhereBackward0 ProdBackward0 StdBackward0 VarBackward0 LinalgVectorNormBackward0 CumsumBackward0 ViewBackward0 SqueezeBackward0 RepeatBackward0 IndexBackward0 ToCopyBackward0 MaximumBackward0 MvBackward0 DotBackward0 MulBackward0 RsubBackward1 PowBackward0 PowBackward0 TransposeBackward0 MedianBackward0 PermuteBackward0 AddBackward0 AddBackward0 None LogsumexpBackward0 
# expect: tensor([[2.0000, 2.5000],
# expect:         [5.0000, 5.0000]], grad_fn=<AddBackward0>)
# expect: tensor(12., grad_fn=<SumBackward0>) tensor([[ 5.0000, 11.0000],
# expect:         [ 2.5000,  5.5000]], grad_fn=<TBackward0>)
# expect: AddBackward0 ['MulBackward0', 'torch::autograd::AccumulateGrad'] 0 SumBackward0
