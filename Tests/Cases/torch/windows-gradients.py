# Recorded from CPython 3.11.7 and PyTorch 2.13.0+cpu.
# Windows that require a gradient have a history, lengths that are no integers are refused, integers have masked medians.
import torch
from torch import masked
from torch.signal import windows

for name in windows.__all__:
    options = dict(a=[0.46, 0.23, 0.31]) if name == 'general_cosine' else {}
    made = getattr(windows, name)
    print(name, made(5, requires_grad=True, **options), made(0, requires_grad=True, **options).requires_grad)
    try:
        made(2.5, **options)
    except TypeError as e:
        print(str(e).split('\n')[0])
x, seen = torch.arange(6).view(2, 3), torch.tensor([[True, False, True], [False, True, True]])
print(masked.median(x, 1, mask=seen))
for call in (lambda: masked.median(x, 1, mask=torch.zeros(2, 3, dtype=torch.bool)), lambda: masked.mean(x, 1, mask=seen),
             lambda: masked.softmax(x, 1, mask=seen), lambda: masked.log_softmax(x, 1, mask=seen),
             lambda: masked.softmin(x, 1, mask=seen)):
    try:
        print(call())
    except (ValueError, NotImplementedError) as e:
        print(type(e).__name__, e)
# expect: bartlett tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000], grad_fn=<RsubBackward1>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=int, ), but expected one of:
# expect: blackman tensor([-1.4901e-08,  3.4000e-01,  1.0000e+00,  3.4000e-01, -1.4901e-08],
# expect:        grad_fn=<SumBackward1>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=int, ), but expected one of:
# expect: cosine tensor([0.3090, 0.8090, 1.0000, 0.8090, 0.3090], grad_fn=<SinBackward0>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=float, ), but expected one of:
# expect: exponential tensor([0.1353, 0.3679, 1.0000, 0.3679, 0.1353], grad_fn=<ExpBackward0>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=float, ), but expected one of:
# expect: gaussian tensor([0.1353, 0.6065, 1.0000, 0.6065, 0.1353], grad_fn=<ExpBackward0>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=float, ), but expected one of:
# expect: general_cosine tensor([0.5400, 0.1500, 1.0000, 0.1500, 0.5400], grad_fn=<SumBackward1>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=int, ), but expected one of:
# expect: general_hamming tensor([0.0800, 0.5400, 1.0000, 0.5400, 0.0800], grad_fn=<SumBackward1>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=int, ), but expected one of:
# expect: hamming tensor([0.0800, 0.5400, 1.0000, 0.5400, 0.0800], grad_fn=<SumBackward1>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=int, ), but expected one of:
# expect: hann tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000], grad_fn=<SumBackward1>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=int, ), but expected one of:
# expect: kaiser tensor([5.2773e-05, 2.1567e-01, 1.0000e+00, 2.1567e-01, 5.2773e-05],
# expect:        grad_fn=<DivBackward0>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=Tensor, start=Tensor, ), but expected one of:
# expect: nuttall tensor([3.6280e-04, 2.2698e-01, 1.0000e+00, 2.2698e-01, 3.6280e-04],
# expect:        grad_fn=<SumBackward1>) True
# expect: linspace() received an invalid combination of arguments - got (requires_grad=bool, device=NoneType, layout=torch.layout, dtype=torch.dtype, steps=float, end=float, start=int, ), but expected one of:
# expect: tensor([0, 4])
# expect: ValueError masked median expects no fully masked out rows if dtype is not floating point
# expect: ValueError mean(): Could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: torch.int64
# expect: NotImplementedError "softmax_lastdim_kernel_impl" not implemented for 'Long'
# expect: NotImplementedError "log_softmax_lastdim_kernel_impl" not implemented for 'Long'
# expect: NotImplementedError "softmax_lastdim_kernel_impl" not implemented for 'Long'
